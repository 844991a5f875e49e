"""A job step by step: for staff who see its decision, and for its panel."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q, QuerySet

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions import rules as deciding
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations

from .. import rules
from ..models import (
    JobChange,
    Meeting,
    PanelMember,
    PanelQuestion,
    Place,
    Recruitment,
    RecruitmentStage,
    StagePart,
)
from ..models.places import ACCEPTED, WITHDRAWN
from ..models.recruitment import NOT_STARTED, NOW
from .common import within

WITH_ITS_DECISION = ("organisation", "decision", "decision__organisation", "decision__unit", "decision__owner")
WHO = ("place", "place__person", "place__opportunity", "user")
ON_PANELS = ("staff", "manager", "coordinator", "board")


@dataclass(frozen=True)
class Job:
    """One recruitment as somebody sees it. `me`: their own seat on the panel, also after they left it."""

    recruitment: Recruitment
    members: tuple[PanelMember, ...]
    me: PanelMember | None

    @property
    def decision(self) -> Decision:
        return self.recruitment.decision

    @property
    def active(self) -> list[PanelMember]:
        return [member for member in self.members if member.takes_part]


def recruitment_of(decision: Decision) -> Recruitment | None:
    return Recruitment.objects.filter(decision=decision).first()


def decision_to_recruit(actor: Actor, code: str) -> Decision:
    """Where the job may still be begun."""
    found = decisions.decision_for(actor, code)
    if not rules.may_hold(actor, found):
        raise NotYours
    return found


def job_for(actor: Actor, decision: str) -> Job:
    """By the code of its decision: staff who see that, and members of the panel."""
    return _job(actor, Recruitment.objects.filter(decision__code=decision))


def panel_for(actor: Actor, code: str) -> Job:
    """By its own code: members, and those who run it. Nobody else reads what a panel reads."""
    job = _job(actor, Recruitment.objects.filter(code=code))
    if job.me is None and not rules.may_hold(actor, job.decision):
        raise NotYours
    return job


def _job(actor: Actor, rows: QuerySet[Recruitment]) -> Job:
    found = rows.filter(organisation=actor.organisation_id).select_related(*WITH_ITS_DECISION).first()
    if found is None:
        raise NotYours
    members = tuple(members_of(found))
    me = next((member for member in members if rules.is_own(actor, member)), None)
    if me is None and not rules.may_see(actor, found.decision):
        raise NotYours
    return Job(found, members, me)


def job_to_shape(actor: Actor, decision: str) -> Job:
    job = job_for(actor, decision)
    if not rules.may_hold(actor, job.decision):
        raise NotYours
    return job


def job_to_recruit(actor: Actor, decision: str) -> Job:
    job = job_for(actor, decision)
    if not rules.recruits(actor, job.decision):
        raise NotYours
    return job


def job_to_choose(actor: Actor, decision: str) -> Job:
    job = job_for(actor, decision)
    if not deciding.may_decide(actor, job.decision):
        raise NotYours
    return job


def members_of(recruitment: Recruitment) -> list[PanelMember]:
    """In the order in which they joined, with those who left."""
    rows = PanelMember.objects.filter(recruitment=recruitment).select_related(*WHO, "terms").order_by("id")
    found = list(rows)
    for member in found:
        member.recruitment = recruitment
    return found


def recruitments_for(actor: Actor) -> QuerySet[Recruitment]:
    """For staff, newest first, with the stages for what is next."""
    rows = Recruitment.objects.filter(within(actor, Permission.SEE_DECISIONS, "decision__unit"))
    stages = Prefetch("stages", RecruitmentStage.objects.order_by("position"), to_attr="in_order")
    return rows.select_related("decision", "decision__unit").prefetch_related(stages).order_by("-id")


def stages_of(recruitment: Recruitment) -> list[RecruitmentStage]:
    """In order, each with who took part."""
    parts = Prefetch("parts", StagePart.objects.select_related("place", "place__person").order_by("id"))
    return list(recruitment.stages.prefetch_related(parts).order_by("position"))


def stage_of(recruitment: Recruitment, step: str) -> RecruitmentStage:
    parts = Prefetch("parts", StagePart.objects.select_related("place", "place__person").order_by("id"))
    found = recruitment.stages.filter(step=step).prefetch_related(parts).first()
    if found is None:
        raise NotYours
    found.recruitment = recruitment
    return found


def next_stage(stages: Iterable[RecruitmentStage]) -> RecruitmentStage | None:
    """What is under way, else the first that has not begun."""
    rows = list(stages)
    wanted = [row for row in rows if row.state == NOW] or [row for row in rows if row.state == NOT_STARTED]
    return wanted[0] if wanted else None


def changes_of(recruitment: Recruitment) -> QuerySet[JobChange]:
    return recruitment.changes.select_related("place", "place__person", "user").order_by("on", "id")


def questions_of(recruitment: Recruitment) -> QuerySet[PanelQuestion]:
    return recruitment.questions.select_related("place", "place__person", "user").order_by("position")


def question_for(recruitment: Recruitment, code: str) -> PanelQuestion:
    found = questions_of(recruitment).filter(code=code).first()
    if found is None:
        raise NotYours
    found.recruitment = recruitment
    return found


def took_part_in(recruitment: Recruitment) -> list[Place]:
    """Everybody who has, or had, a place in an opportunity of this decision."""
    rows = Place.objects.filter(
        opportunity__decision=recruitment.decision_id, state__in=[ACCEPTED, WITHDRAWN], answered_on__isnull=False
    )
    return list(rows.select_related("person").order_by("id"))


def places_to_seat(job: Job) -> list[Place]:
    """Accepted, and not on the panel yet."""
    seated = [member.place_id for member in job.members if member.place_id]
    rows = Place.objects.filter(opportunity__decision=job.recruitment.decision_id, state=ACCEPTED)
    return list(rows.exclude(pk__in=seated).select_related("person", "opportunity").order_by("id"))


def staff_to_seat(job: Job) -> list[User]:
    seated = [member.user_id for member in job.members if member.user_id]
    users = organisations.users_with(job.recruitment.organisation_id, *ON_PANELS)
    return list(users.exclude(pk__in=seated))


def staff_of(organisation_id: int) -> list[User]:
    return list(organisations.users_with(organisation_id, *ON_PANELS))


def members_to_name(job: Job) -> dict[str, list[Any]]:
    """Who may have written a question: everybody on the panel."""
    return {
        "people": [member.place for member in job.active if member.place is not None],
        "staff": [member.user for member in job.active if member.user is not None],
    }


def sessions_about(decision: Decision) -> QuerySet[Meeting]:
    """Every session of every opportunity of this decision."""
    rows = Meeting.objects.filter(opportunity__decision=decision, cancelled_on__isnull=True)
    return rows.order_by("starts_at", "id")


def my_panels(person_ids: Iterable[int], user_id: int | None = None) -> list[PanelMember]:
    """Everywhere: the panels on which these people, or this member of staff, sit. Newest first."""
    rows = PanelMember.objects.select_related(*WHO, "recruitment__decision", "recruitment__organisation")
    mine = Q(place__person__in=list(person_ids))
    if user_id is not None:
        mine |= Q(user=user_id)
    return [member for member in rows.filter(mine).order_by("-id")[:100] if member.takes_part]
