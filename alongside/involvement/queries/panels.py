"""What a panel agreed to and whom it reads about."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import DECIDED, DROPPED, DecisionStatus
from alongside.organisation.models import Organisation

from .. import rules
from ..models import Candidate, PanelMember, PanelTerms, Recruitment
from ..models.panels import FIRST_WORDING, KEEP_DAYS
from ..models.recruitment import SKIPPED, Step
from .recruitment import WITH_ITS_DECISION, Job


def terms_in_force(organisation: Organisation | int) -> PanelTerms | None:
    number = organisation if isinstance(organisation, int) else organisation.pk
    return PanelTerms.objects.filter(organisation=number).order_by("-number").first()


def terms_to_show(organisation: Organisation) -> PanelTerms:
    """Those in force, or those that will be when the first panel begins (not kept yet: number 0)."""
    first = PanelTerms(organisation=organisation, number=0, wording=str(FIRST_WORDING), keep_days=KEEP_DAYS)
    return terms_in_force(organisation) or first


def keep_days(organisation: Organisation | int) -> int:
    terms = terms_in_force(organisation)
    return terms.keep_days if terms else KEEP_DAYS


def member_in(job: Job, code: str) -> PanelMember:
    found = next((member for member in job.members if member.code == code), None)
    if found is None:
        raise NotYours
    return found


def candidates_of(recruitment: Recruitment) -> QuerySet[Candidate]:
    """In the order of their letters, which is the order in which they were put in."""
    return recruitment.candidates.order_by("id")


def candidates_to_mark(recruitment: Recruitment) -> QuerySet[Candidate]:
    return candidates_of(recruitment).filter(withdrew_on__isnull=True)


def candidates_to_score(recruitment: Recruitment) -> QuerySet[Candidate]:
    """Those whom the panel invited; all, where it made no shortlist and said why."""
    rows = candidates_to_mark(recruitment)
    if recruitment.shortlisted_on is not None:
        return rows.filter(shortlisted=True)
    skipped = recruitment.stages.filter(step=Step.SHORTLIST, state=SKIPPED).exists()
    return rows if skipped else rows.none()


def candidate_for(actor: Actor, job: Job, code: str) -> Candidate:
    """With the application. Names and contact are for `rules.recruits`: the page leaves them out for others."""
    if not rules.may_read_applications(actor, job.recruitment, job.me):
        raise NotYours
    found = candidates_of(job.recruitment).filter(code=code).first()
    if found is None:
        raise NotYours
    found.recruitment = job.recruitment
    return found


def data_to_remove(today: date) -> Iterator[Recruitment]:
    """Whose time is over: after the choice, or after the decision ended without one."""
    ended = DecisionStatus.objects.filter(decision=OuterRef("decision")).order_by("-id").values("effective_on")[:1]
    rows = Recruitment.objects.filter(removed_on__isnull=True).select_related(*WITH_ITS_DECISION)
    for row in rows.annotate(ended_on=Subquery(ended)).order_by("id"):
        if row.remove_on is not None:
            due = row.remove_on <= today
        else:
            over = row.decision.state in {DECIDED, DROPPED} and row.ended_on is not None
            due = over and (today - row.ended_on).days >= keep_days(row.organisation_id)
        if due:
            yield row
