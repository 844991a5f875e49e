"""Filters that lists have only when a number elsewhere leads to them: they hold the very rows that were counted."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core.day_ranges import days_filter, days_of, named
from alongside.core.tables import Filter
from alongside.organisation.part_tables import PART_FILTER

from .. import queries
from ..models import AnswerKind


def only_asked(name: str, value: str, label: Any, words: Any, apply: Any) -> Filter:
    return Filter(
        name,
        label,
        lambda rows, _value: apply(rows),
        lambda table: [(value, words)] if table.request.GET.get(table.prefix + name) == value else [],
    )


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
    PART_FILTER,
)
CHANGED = (
    only_asked(
        *("verdict", "denied", gettext_lazy("What people say")),
        *(gettext_lazy("Somebody who said it denies it"), queries.denied),
    ),
    days_filter("days", gettext_lazy("Since"), "since"),
    PART_FILTER,
)
