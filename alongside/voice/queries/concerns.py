"""The restricted queue: for the safeguarding lead. For everybody else nothing of it exists."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations

from ..models import Attachment, Concern, ConcernOpening, ConcernStatus, Contribution
from ..models.safety import CLOSED, LOOKING, RAISED

ROLE = "safeguarding"
SAFEGUARDING_MESSAGE = "safeguarding"  # the kind of message that says no more than that somebody must look
WAITING = (RAISED, LOOKING)


def concerns_for(actor: Actor) -> QuerySet[Concern]:
    if not actor.can(P.SAFEGUARD):
        raise NotYours
    rows = Concern.objects.filter(organisation=actor.organisation_id)
    return rows.select_related("contribution__unit").order_by("look_by", "id")


def waiting_concerns(actor: Actor) -> QuerySet[Concern]:
    return concerns_for(actor).filter(state__in=WAITING)


def concern_for(actor: Actor, code: str) -> Concern:
    statuses = ConcernStatus.objects.select_related("recorded_by").order_by("id")
    rows = concerns_for(actor).select_related(
        "organisation",
        "recorded_by",
        *(f"contribution__{name}" for name in ("unit", "person", "organisation", "question")),
    )
    rows = rows.prefetch_related(Prefetch("statuses", statuses))
    found = rows.filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def openings_of(concern: Concern) -> list[ConcernOpening]:
    """Who opened it and when, the newest first."""
    return list(ConcernOpening.objects.filter(concern=concern).select_related("recorded_by").order_by("-id")[:100])


def concern_of(contribution: Contribution) -> Concern | None:
    """What its author is told of: the one that is open, or was closed and not given back."""
    if not contribution.restricted:
        return None
    return Concern.objects.filter(contribution=contribution, state__in=(*WAITING, CLOSED)).first()


def late_concerns(organisation_id: int, today: date) -> QuerySet[Concern]:
    """For reminders: nobody has ended it, and its day has passed."""
    return Concern.objects.filter(organisation=organisation_id, state__in=WAITING, look_by__lt=today)


def safeguarding_leads(organisation_id: int) -> list[User]:
    return list(organisations.users_with(organisation_id, ROLE))


def outside_safeguarding(events: QuerySet[Any], organisation_id: int) -> QuerySet[Any]:
    """The event log as a page shows it: without what would say which words are before the safeguarding lead."""
    restricted = Contribution.everything.filter(organisation=organisation_id, restricted=True)
    files = Attachment.objects.filter(contribution__in=restricted).values("code")
    hidden = _labels((Concern,))
    events = events.exclude(target_type__in=hidden).exclude(target__in=restricted.values("code"))
    return events.exclude(target__in=files)


def _labels(models: Iterable[Any]) -> list[str]:
    return [model._meta.label_lower for model in models]
