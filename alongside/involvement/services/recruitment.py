"""A job begins, its stages move, and who changed what it is gets written down."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin as begin_state
from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions.models import Decision

from .. import queries, rules
from ..events import PanelEvent as Event
from ..models import (
    JobChange,
    JobPaper,
    Place,
    Recruitment,
    RecruitmentStage,
    RecruitmentStageStatus,
    StagePart,
    Step,
)
from ..models.recruitment import SCALE_MOST, SKIPPED, STAGE_DONE
from .common import check_seen, locked, today_in
from .panel_steps import held, move_to, takes_part
from .panels import first_terms

STEP_OF: dict[str, str] = {
    JobPaper.NEED: Step.NEED,
    JobPaper.DESCRIPTION: Step.DESCRIPTION,
    JobPaper.SPECIFICATION: Step.DESCRIPTION,
    JobPaper.ADVERT: Step.ADVERT,
}


@transaction.atomic
def begin_recruitment(*, decision: Decision, by: Actor, scale_most: int = SCALE_MOST) -> Recruitment:
    """This decision is about a job. Its stages are there from the start, also those that come late."""
    decision = Decision.objects.select_for_update(no_key=True).get(pk=decision.pk)
    rules.check_can_begin(by, decision, queries.recruitment_of(decision) is not None)
    if not 1 <= scale_most <= 100:
        raise Refused(_("Write a number from 1 to 100."), field="scale_most")
    first_terms(decision.organisation, by)
    recruitment = Recruitment.objects.create(
        organisation=decision.organisation, decision=decision, scale_most=scale_most, **byline(by)
    )
    for position, step in enumerate(Step.values, 1):
        stage = RecruitmentStage.objects.create(
            recruitment=recruitment, step=step, position=position, on=today_in(decision.organisation), **byline(by)
        )
        begin_state(stage, statuses=RecruitmentStageStatus, by=by, on=stage.on)
    audit.record(Event.BEGUN, by=by, target=recruitment, facts={"decision": decision.code, "scale_most": scale_most})
    return recruitment


@transaction.atomic
def move_stage(
    *,
    stage: RecruitmentStage,
    state: str,
    reason: str = "",
    on: date | None = None,
    role: int | None = None,
    nobody: bool = False,
    places: Collection[Place] = (),
    who: str = "",
    by_when: date | None = None,
    seen: int,
    by: Actor,
) -> RecruitmentStage:
    """Where the stage stands; what people with lived experience did at it; who does it next, and by when."""
    recruitment = held(stage.recruitment)
    stage = locked(stage)
    rules.check_can_shape(by, recruitment)
    check_seen(stage.version, seen)
    reason, today = reason.strip(), today_in(recruitment.organisation)
    rules.check_can_move(stage, state, reason, on, today)
    rules.check_part(role, nobody, len(places))
    _check_places(recruitment, places)
    stage.on, stage.reason = on or today, reason if state == SKIPPED else ""
    stage.role, stage.nobody = role, nobody
    stage.who, stage.by_when, stage.version = who, by_when, stage.version + 1
    changed = ("on", "reason", "role", "nobody", "who", "by_when", "version")
    if state != stage.state:
        move_to(stage, state, by, stage.on, *changed)
    else:
        stage.save(update_fields=[*changed])
    _took_part(stage, places, by)
    facts = {
        "stage": stage.step,
        "state": state,
        "role": role,
        "nobody": nobody,
        "places": sorted(place.code for place in places),
    }
    audit.record(Event.STAGE_MOVED, by=by, target=recruitment, facts=facts)
    return stage


def _check_places(recruitment: Recruitment, places: Collection[Place]) -> None:
    known = {place.pk for place in queries.took_part_in(recruitment)}
    if any(place.pk not in known for place in places):
        raise Refused(_("Tick only people who have a place in this decision."), field="places")


def _took_part(stage: RecruitmentStage, places: Collection[Place], by: Actor) -> None:
    stage.parts.exclude(place__in=places).delete()
    there = set(stage.parts.values_list("place", flat=True))
    for place in places:
        if place.pk not in there:
            StagePart.objects.create(stage=stage, place=place, **byline(by))


@transaction.atomic
def note_change(
    *,
    recruitment: Recruitment,
    paper: str,
    before: str,
    after: str,
    why: str = "",
    place: Place | None = None,
    user: User | None = None,
    by: Actor,
) -> JobChange:
    """What the job was before and what it is now, and who changed it."""
    recruitment = held(recruitment)
    rules.check_can_shape(by, recruitment)
    before, after = before.strip(), after.strip()
    if before == after:
        raise Refused(_("Write what it said before, or what it says now. The two must differ."), field="after")
    if place is not None:
        _check_places(recruitment, [place])
    change = JobChange.objects.create(
        recruitment=recruitment,
        paper=paper,
        before=before,
        after=after,
        why=why,
        place=place,
        user=None if place else user,
        on=today_in(recruitment.organisation),
        **byline(by),
    )
    stage = queries.stage_of(recruitment, STEP_OF[paper])
    if not (stage.state == STAGE_DONE and stage.nobody):  # what is changed afterwards does not bring people in before
        takes_part(recruitment, stage.step, place, by=by)
    facts = {
        "change": change.code,
        "paper": paper,
        "lived_experience": place is not None,
    }
    audit.record(Event.JOB_CHANGED, by=by, target=recruitment, facts=facts)
    return change
