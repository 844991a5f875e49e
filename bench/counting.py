"""Inside Django: a visit to the map and to the figures, and counting them anew."""

from __future__ import annotations

from functools import partial
from statistics import median
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.core import periods
from alongside.core.actor import Actor, Kind
from alongside.home.services import make_calendar
from alongside.organisation.models import Membership, Organisation
from alongside.organisation.queries import settings_of
from alongside.reports import queries
from alongside.reports.queries.evidence import evidence_of_whole

from .counting_ahead import ahead
from .pages import Page, at, measured, unit
from .processor import Processor
from .world import SLUG

TIMES = 3
COUNTS = (
    ("map", queries.count_map),
    ("figures", queries.count_sheet),
    ("evidence", evidence_of_whole),
)


def _starts() -> int:
    return settings_of(Organisation.objects.get(slug=SLUG).pk).year_starts_month


def _asked(kind: str) -> str:
    """The last of its kind that is over, or the present year."""
    period = periods.of_day(kind, timezone.localdate(), _starts())
    return period.slug if kind == periods.YEAR else period.before.slug


CALENDARS = (
    Page("Calendar of decisions", "public", lambda: _calendar("decisions")),
    Page("Calendar of sessions", "public", lambda: _calendar("sessions")),
)
PAGES = (
    Page("Map of the year", "board", at("map/")),
    Page("Map of a month", "board", at("map/?period=", lambda: _asked(periods.MONTH))),
    Page("Map of a unit", "board", at("map/?unit=", lambda: unit().code)),
    Page("Map, manager", "manager", at("map/")),
    Page("Figures of the month", "board", at("figures/")),
    Page("Figures of a quarter", "board", at("figures/?period=", lambda: _asked(periods.QUARTER))),
    Page("Figures of the year", "board", at("figures/?period=", lambda: _asked(periods.YEAR))),
    Page("Figures of a unit", "board", at("figures/?unit=", lambda: unit().code)),
    Page("Figures, manager", "manager", at("figures/")),
    Page("Evidence, 4Pi, of the year", "board", at("evidence/4pi/")),
    Page("Evidence, UK Standards, manager", "manager", at("evidence/uk-standards/")),
    Page("Evidence, PCREF, of a month", "board", at("evidence/pcref/?period=", lambda: _asked(periods.MONTH))),
    *CALENDARS,
)


def _back(kind: str, times: int) -> str:
    """So many of its kind ago."""
    return "?period=" + next(periods.read(_asked(kind), _starts()).back(times)).slug  # type: ignore[union-attr]


# At which nobody looked before.
UNSEEN = tuple(
    Page(f"{name}, {times} {kind}s ago", "board", at(path, partial(_back, kind, times)))
    for name, path in (("Map", "map/"), ("Figures", "figures/"))
    for kind, times in ((periods.MONTH, 9), (periods.QUARTER, 3), (periods.YEAR, 2))
)


def _calendar(of: str) -> str:
    """Of the coordinator, who sees everything. One is read so often in an hour and no more: each run has a new one."""
    user = Membership.objects.get(organisation__slug=SLUG, role="coordinator").user
    secret = make_calendar(calendar=of, by=Actor(Kind.USER, user_id=user.pk))
    return f"/me/calendar/{secret}.ics"


def measure() -> dict[str, Any]:
    kept = PAGES[: -len(CALENDARS)]
    return {"pages": {page.name: measured(page) for page in PAGES}, "ahead": ahead(kept, UNSEEN), "anew": _anew()}


def _anew() -> dict[str, Any]:
    """What the first visitor waits for who looks where nobody looked lately."""
    here = Organisation.objects.get(slug=SLUG)
    settings, today = settings_of(here.pk), timezone.localdate()
    found = {}
    for kind in periods.KINDS:
        period = periods.of_day(kind, today, settings.year_starts_month)
        for name, count in COUNTS:
            for when, one in (("this", period), ("last", period.before)):
                scope = queries.whole(here, settings, one, today)
                found[f"{name}, {when} {kind}"] = _timed(lambda scope=scope, count=count: count(scope, "noon"))  # type: ignore[misc]
    return found


def _timed(count: Any) -> dict[str, Any]:
    processor, times = Processor(), []
    for _ in range(TIMES):
        before = processor.read()
        with CaptureQueriesContext(connection) as asked:
            count()
        times.append(processor.read() - before)
    slowest = max(asked, key=lambda each: float(each["time"]))
    return {"ms": 1000 * median(times), "queries": len(asked), "slowest": slowest}
