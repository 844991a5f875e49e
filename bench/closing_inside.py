"""Inside Django: two months and a year, begun, checked, signed by both; and reading what was closed."""

from __future__ import annotations

import resource
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from django.utils import timezone

from alongside.accounts.models import User
from alongside.core import periods
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import ACTIVE, Person
from alongside.reports import services
from alongside.reports.queries import closed, closes_sealed
from alongside.reports.values import Sheet

from .pages import Page, at, measured
from .processor import Processor
from .world import SLUG

LONG_AGO = datetime(2015, 1, 1, tzinfo=UTC)


def measure() -> dict[str, Any]:
    Organisation.objects.filter(slug=SLUG).update(made_at=LONG_AGO)
    here = Organisation.objects.get(slug=SLUG)
    coordinator = _coordinator(here)
    contributor = _chosen(here, coordinator)
    starts = organisations.settings_of(here.pk).year_starts_month
    today = timezone.localdate()
    month, year = (periods.of_day(kind, today, starts).before for kind in (periods.MONTH, periods.YEAR))
    wanted = {"the month before": month.before, "the last month": month, "the last year": year}
    found = {name: _closed(here, period, coordinator, contributor) for name, period in wanted.items()}
    begun = time.perf_counter()
    assert list(closes_sealed.broken_closes(here.pk)) == []
    verify = time.perf_counter() - begun
    pages = [
        Page("A closed month", "board", at(f"periods/{month.slug}/")),
        Page("All that is closed", "board", at("periods/")),
        Page("Figures of a closed month", "board", at(f"figures/?period={month.slug}")),
    ]
    return {"closes": found, "verify": verify, "pages": {page.name: measured(page) for page in pages}}


def _coordinator(here: Organisation) -> Actor:
    return organisations.actor_for(User.objects.get(email=f"coordinator@{SLUG}.example.org"), here.pk)


def _chosen(here: Organisation, by: Actor) -> Actor:
    user = User.objects.get(email=f"person0@{SLUG}.example.org")
    person = Person.objects.get(organisation=here, user=user)
    others = Person.objects.filter(organisation=here, state=ACTIVE).exclude(pk=person.pk).order_by("id")[:2]
    today = organisations.clock_of(here).today()
    services.appoint_signer(
        person=person,
        shown_as="Somebody",
        how_chosen="By lot.",
        asked=[services.Answer(each, True) for each in others],
        from_day=today,
        until_day=today + timedelta(days=30),
        by=by,
    )
    return replace(organisations.actor_for(user, here.pk), person_id=person.pk)


def _closed(here: Organisation, period: periods.Period, by: Actor, contributor: Actor) -> dict[str, Any]:
    processor, begun = Processor(), time.perf_counter()
    before = processor.read()
    close = services.begin_close(period=period, by=by)
    services.check(close=close, by=by)
    services.sign(close=close, words="Looked through.", by=by)
    services.sign(close=close, words="As we know it.", by=contributor)
    seconds, cpu = time.perf_counter() - begun, processor.read() - before
    late, figures = (closed.closed_value(here, period, name) for name in ("late", "figures"))
    assert late and figures and isinstance(figures.value, Sheet)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"seconds": seconds, "cpu": cpu, "mb": most, "late": late.value.number}
