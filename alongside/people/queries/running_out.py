"""How much of what is kept of people runs out, for the daily reminder: numbers, and nobody's name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max, Q

from ..models import LEFT, AccessNeed, Consent, Person
from .page import SOON

LEFT_LONG_AGO = timedelta(days=365)


@dataclass(frozen=True)
class RunningOut:
    consents: int  # end within a month, or have ended
    reviews: int  # needs that are to be gone through
    left: int  # people who left more than a year ago, and are still named


def running_out(organisation_id: int, today: date) -> RunningOut:
    here = Q(person__organisation=organisation_id, person__erased_on__isnull=True) & ~Q(person__state=LEFT)
    consents = Consent.objects.filter(here, withdrawn_on__isnull=True, replaced_on__isnull=True)
    needs = AccessNeed.objects.filter(here, ended_on__isnull=True, review_on__lte=today + SOON)
    gone = Person.objects.filter(organisation=organisation_id, state=LEFT, erased_on__isnull=True)
    gone = gone.annotate(since=Max("statuses__effective_on")).filter(since__lte=today - LEFT_LONG_AGO)
    return RunningOut(consents.filter(expires_on__lte=today + SOON).count(), needs.count(), gone.count())
