"""Inside Django: how long the signs of one decision take, and of everything at once."""

from __future__ import annotations

import resource
import time
from statistics import median
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.candour.queries.signs import findings_of_decision, signs_of_organisation
from alongside.core.years import Year
from alongside.decisions.models import Decision
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Organisation

from .world import SLUG

DECISIONS = 200
YEARS = 10


def measure() -> dict[str, Any]:
    today = timezone.localdate()
    here = Organisation.objects.get(slug=SLUG)
    asked = Opportunity.objects.filter(organisation=here, opened_on__isnull=False).order_by("code")
    decisions = list(Decision.objects.filter(pk__in=asked.values("decision")).order_by("code")[:DECISIONS])
    findings_of_decision(decisions[0], today)  # what is loaded at the first time only
    times = []
    for decision in decisions:
        start = time.perf_counter()
        findings_of_decision(decision, today)
        times.append((time.perf_counter() - start) * 1000)
    with CaptureQueriesContext(connection) as questions:
        findings_of_decision(decisions[0], today)
    one = {"median": median(times), "worst": max(times), "decisions": len(times), "questions": len(questions)}
    return {"one": one, "all": _all(here, today)}


def _all(here: Organisation, today: Any) -> dict[str, Any]:
    """As if ten years were one: all that there is."""
    span = Year(today.year, today.replace(year=today.year - YEARS, day=1), today.replace(year=today.year + 1, day=1))
    start = time.perf_counter()
    with CaptureQueriesContext(connection) as questions:
        signs_of_organisation(here.pk, span, today)
    seconds = time.perf_counter() - start
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    return {"seconds": seconds, "mb": mb, "questions": len(questions)}
