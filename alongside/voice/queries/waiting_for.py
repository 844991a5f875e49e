"""What waits for somebody: a change to be confirmed, a panel, and what a room above adds. One question for all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import CharField, F, IntegerField, TextField, Value
from django.db.models.functions import Cast

from .changes import to_confirm
from .moderation import asked_of_panels

APPEAL, CHANGE = 0, 1  # in this order


@dataclass(frozen=True)
class Waits:
    """`code` of the appeal, or of what somebody said; `words` of the change, and none of an appeal. `on`: since when
    the change is there, or by which day the panel is to decide."""

    kind: int
    order: int
    code: str
    words: str
    on: date
    slug: str
    organisation: str


def waiting_for(people: Sequence[int], most: int, *further: Any) -> list[Waits]:
    appeals = named(asked_of_panels(people), APPEAL, "code", Value(""), "decide_by", "organisation")
    changes = named(
        to_confirm(people),
        CHANGE,
        "contribution__code",
        F("change__what"),
        "change__since",
        "contribution__organisation",
    )
    return [Waits(*row) for row in appeals.union(changes, *further, all=True).order_by("kind", "sorted")[:most]]


def named(rows: Any, kind: int, code: str, words: Any, on: str, organisation: str) -> Any:
    """The same columns of the same types, so that both can be asked for together."""
    columns = {
        "kind": Value(kind, IntegerField()),
        "sorted": F("pk"),
        "its_code": Cast(F(code), CharField()),
        "its_words": Cast(words, TextField()),
        "its_day": F(on),
        "its_slug": F(f"{organisation}__slug"),
        "its_name": F(f"{organisation}__name"),
    }
    return rows.select_related(None).order_by().annotate(**columns).values_list(*columns)
