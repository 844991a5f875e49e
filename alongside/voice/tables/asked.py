"""Filters that lists have only when a number elsewhere leads to them: they hold the very rows that were counted."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core.dates import long_day
from alongside.core.day_ranges import days_filter, days_of, named, only_asked, read_day
from alongside.core.tables import Filter, Table
from alongside.organisation.part_tables import PART_FILTER

from .. import queries
from ..models import AnswerKind


def on_a_day(name: str, words: Any) -> Any:
    def choices(table: Table) -> list[tuple[str, str]]:
        asked = str(table.request.GET.get(table.prefix + name, ""))
        day = read_day(asked)
        return [(asked, str(words) % {"day": long_day(day)})] if day else []

    return choices


WAITS = {
    "0-6": gettext_lazy("No answer on %(day)s, under six weeks"),
    "6-12": gettext_lazy("No answer on %(day)s, six to twelve weeks"),
    "over-12": gettext_lazy("No answer on %(day)s, twelve weeks and more"),
}


def _waits(table: Table) -> list[tuple[str, str]]:
    """`over-12.2026-10-31`: how long, on which day."""
    asked = str(table.request.GET.get(table.prefix + "waited", ""))
    band, _between, on = asked.partition(".")
    day = read_day(on)
    return [(asked, WAITS[band] % {"day": long_day(day)})] if day and band in WAITS else []


def _waited(rows: Any, asked: str) -> Any:
    band, _between, on = asked.partition(".")
    return queries.waited_on(rows, date.fromisoformat(on), band)


SAID = (
    only_asked(
        *("answer", "never", gettext_lazy("Answer")),
        *(gettext_lazy("Never had one"), queries.never_answered),
    ),
    only_asked(
        *("told", "not", gettext_lazy("Told")),
        *(gettext_lazy("Not told, and somebody can tell them"), queries.to_be_told),
    ),
    days_filter("received", gettext_lazy("Received"), "received_on"),
    Filter(
        "answered",
        gettext_lazy("First answered"),
        lambda rows, asked: queries.answered_in(rows, *days_of(asked)),
        lambda table: named(str(table.request.GET.get("answered", ""))),
    ),
    Filter(
        "came",
        gettext_lazy("What the answer is now"),
        lambda rows, kind: rows.filter(answer_kind=kind),
        lambda table: AnswerKind.choices if table.request.GET.get("came") in AnswerKind.values else [],
    ),
    Filter("waited", gettext_lazy("How it stood"), _waited, _waits),
    Filter(
        "disputed",
        gettext_lazy("How it stood"),
        lambda rows, asked: queries.disputed_on(rows, date.fromisoformat(asked)),
        on_a_day("disputed", gettext_lazy("Not right, says its author, and no new answer by %(day)s")),
    ),
    PART_FILTER,
)
CHANGED = (
    Filter(
        "denied",
        gettext_lazy("What people say"),
        lambda rows, asked: queries.denied_by(rows, date.fromisoformat(asked)),
        on_a_day("denied", gettext_lazy("Somebody who said it denied it by %(day)s")),
    ),
    days_filter("days", gettext_lazy("Since"), "since"),
    PART_FILTER,
)
