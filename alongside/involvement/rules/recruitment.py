"""A job from the idea to its end: who begins it, moves its stages, and writes down who shaped it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions.models import PLANNED, Decision

from ..models import PanelMember, Recruitment, RecruitmentStage
from ..models.recruitment import NOT_STARTED, NOW, SKIPPED, STAGE
from .common import may_ask, may_hold, may_run


def recruits(actor: Actor, decision: Decision) -> bool:
    """Those who invite candidates, and so know their names: the coordinator, and the one whose decision it is."""
    own = actor.user_id is not None and actor.user_id == decision.owner_id
    return may_run(actor, decision) or (own and may_ask(actor, decision))


def check_recruits(actor: Actor, decision: Decision) -> None:
    if not recruits(actor, decision):
        raise Refused(_("The coordinator does this, or the one whose decision it is. Ask one of them."))


def check_can_begin(actor: Actor, decision: Decision, begun: bool) -> None:
    if not may_hold(actor, decision):
        raise Refused(_("Only those who run involvement, and the team whose decision it is, can begin this."))
    if begun:
        raise Refused(_("This job has its page already."))
    if decision.state != PLANNED:
        raise Refused(_("This decision is not open any more. Open it again first."))


def check_kept(recruitment: Recruitment) -> None:
    if recruitment.removed_on is not None:
        raise Refused(_("What was kept about the candidates was removed, so nothing can be added."))


def check_can_shape(actor: Actor, recruitment: Recruitment) -> None:
    """Say where a stage stands, and who changed what the job is."""
    if not may_hold(actor, recruitment.decision):
        raise Refused(_("Only those who run involvement, and the team whose decision it is, can write this."))


def check_can_move(stage: RecruitmentStage, to: str, reason: str, on: date | None, today: date) -> None:
    if to != stage.state:
        STAGE.check(stage.state, to)
    if to == SKIPPED and not reason:
        raise Refused(_("Write down why this is skipped. Everybody on the panel reads it."), field="reason")
    if to not in {NOT_STARTED, NOW} and on is not None and on > today:
        raise Refused(_("This day is still to come. Choose “Now”, and say by when it is done."), field="on")


def check_part(role: int | None, nobody: bool, places: int) -> None:
    """A role that nobody had is no role. Who took part may be known before their role is."""
    if role is not None and not places:
        raise Refused(_("Tick who took part, or say that nobody with lived experience did."), field="places")
    if nobody and places:
        raise Refused(_("You ticked somebody who took part. Say what their role was."), field="role")


def check_can_write_question(actor: Actor, recruitment: Recruitment, member: PanelMember | None, begun: bool) -> None:
    """`member`: the actor's own place on the panel. `begun`: somebody has scored already."""
    if not (may_hold(actor, recruitment.decision) or (member is not None and member.takes_part)):
        raise Refused(_("Only the panel, and those who run it, can write questions."))
    check_kept(recruitment)
    if begun:
        raise Refused(_("Somebody has begun to score, so the questions stay as they are: the same for all."))


def came_in_at(stages: Iterable[RecruitmentStage]) -> RecruitmentStage | None:
    """The first stage, in their order, at which anybody with lived experience took part."""
    found = sorted((stage for stage in stages if stage.parts.all()), key=lambda stage: stage.position)
    return found[0] if found else None
