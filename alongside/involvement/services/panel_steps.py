"""Steps that the verbs of a panel share: take its row first, tell its members, move a stage on, open the sheets."""

from __future__ import annotations

from datetime import date

from django.db.models import F
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import links, queries, rules
from ..events import PanelEvent as Event
from ..models import PanelMember, Place, Recruitment, RecruitmentStage, RecruitmentStageStatus, Round, StagePart, Step
from ..models.recruitment import NOT_STARTED, NOW, STAGE, STAGE_DONE
from .common import locked, tell_person, tell_user, today_in

WITH_ITS_DECISION = ("decision", "organisation")


def address(recruitment: Recruitment) -> str:
    return links.to(recruitment.organisation, "panels", recruitment.code)


def tell_panel(recruitment: Recruitment, kind: str, subject: str, body: str) -> None:
    """Every member who takes part, contributors and staff alike."""
    for member in queries.members_of(recruitment):
        if member.takes_part:
            tell_member(recruitment, member, kind, subject, body)


def tell_member(recruitment: Recruitment, member: PanelMember, kind: str, subject: str, body: str) -> None:
    if member.place is not None:
        tell_person(recruitment.organisation, member.place.person_id, kind, subject, body, address(recruitment))
    elif member.user_id is not None:
        tell_user(recruitment.organisation, member.user_id, kind, subject, body, address(recruitment))


def held(recruitment: Recruitment) -> Recruitment:
    """The row that every verb of a panel takes first, so that two of them come one after the other."""
    return locked(recruitment, *WITH_ITS_DECISION)


def reach(recruitment: Recruitment, step: str, state: str, *, by: Actor) -> None:
    """The step inside a verb after which a stage is under way, or done. What somebody skipped stays skipped."""
    stage = RecruitmentStage.objects.select_for_update(no_key=True).get(recruitment=recruitment, step=step)
    if stage.state == state or stage.state not in {NOT_STARTED, NOW}:
        return
    stage.on, stage.version = today_in(recruitment.organisation), stage.version + 1
    move_to(stage, state, by, stage.on, "on", "version")


def move_to(stage: RecruitmentStage, to: str, by: Actor, on: date, *changed: str) -> None:
    move(stage, to, lifecycle=STAGE, statuses=RecruitmentStageStatus, by=by, on=on, changed=changed)


def due_next(recruitment: Recruitment, step: str, day: date | None) -> None:
    """By when the next thing at a stage is owed."""
    recruitment.stages.filter(step=step).update(by_when=day, version=F("version") + 1)


def takes_part(recruitment: Recruitment, step: str, place: Place | None, *, by: Actor) -> None:
    """What a contributor did at a stage shows there by itself. Which role it was, somebody still has to say."""
    if place is None:
        return
    stage = RecruitmentStage.objects.select_for_update(no_key=True).get(recruitment=recruitment, step=step)
    _part, new = StagePart.objects.get_or_create(stage=stage, place=place, defaults=byline(by))
    if new and stage.nobody:
        stage.nobody, stage.version = False, stage.version + 1
        stage.save(update_fields=["nobody", "version"])


def open_if_all_in(recruitment: Recruitment, *, by: Actor) -> None:
    """Called with the row held, after a sheet came in or nobody waits for one any more."""
    members = queries.members_of(recruitment)
    for round in Round.values:
        if rules.opened_on(recruitment, round) is None and queries.waiting_for(recruitment, members, round).may_open:
            open_sheets_of(recruitment, round, by=by)


def open_sheets_of(recruitment: Recruitment, round: str, *, by: Actor) -> None:
    field = "shortlist_opened_on" if round == Round.SHORTLIST else "scores_opened_on"
    setattr(recruitment, field, today_in(recruitment.organisation))
    recruitment.save(update_fields=[field])
    if round == Round.SCORES:
        reach(recruitment, Step.INTERVIEW, STAGE_DONE, by=by)
        reach(recruitment, Step.SCORES, STAGE_DONE, by=by)
    subject, body = _opened_words(round)
    tell_panel(recruitment, "sheets_opened", subject, body % recruitment.decision.title)
    audit.record(Event.SHEETS_OPENED, by=by, target=recruitment, facts={"round": str(round)})


def _opened_words(round: str) -> tuple[str, str]:
    if round == Round.SHORTLIST:
        return _("All lists are in"), _(
            "For “%s” everybody has said whom they would invite. Now you can talk about it."
        )
    return _("All scores are in"), _("For “%s” everybody has handed in their scores. Now you can see them all.")
