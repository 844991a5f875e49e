"""The account in words: its states, its figures, and how a number that is not exact is said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .account_map import NOT_OF_ONE_PERSON
from .open_measures import DECISIONS, MEASURES, Measure
from .open_values import ALL, HIDDEN, ROUNDED, OpenRow

STANDING: dict[str, Any] = {
    "disputed": gettext_lazy("Disputed: somebody who was there says that it is not so"),
    "own": gettext_lazy("The organisation’s own word: nobody who was there has signed it"),
    "signed": gettext_lazy("Signed by those who were there"),
}
COLUMNS: dict[str, Any] = {
    "measure": gettext_lazy("What is counted. The JSON file has its name, and how it is counted, under “measures”."),
    "level": gettext_lazy("The level on which it was: where a part of the organisation stood at the end of the year."),
    "kind": gettext_lazy("The kind of decision, for decisions alone."),
    "what": gettext_lazy("What became of those that are counted."),
    "period": gettext_lazy(
        "The year (2025), a quarter of it (2025-q1) or a month (2025-04), as the organisation’s year begins."
    ),
    "status": gettext_lazy(
        "exact: so many. rounded: at least so many, and fewer than a step more. suppressed: not shown, so that nobody"
        " can be worked out."
    ),
    "at_least": gettext_lazy("The smallest number that it can be. Empty where it is not shown."),
    "at_most": gettext_lazy("The largest number that it can be. Empty where it is not shown."),
}


@dataclass(frozen=True)
class ShownFigure:
    title: Any
    how: Any
    rows: Sequence[tuple[Any, str]]
    kept_from: date | None = None  # it stands as it was counted that day
    note: Any = ""


def told(row: OpenRow) -> str:
    """“7”, “40 to 49”, “not shown”."""
    if row.status == HIDDEN:
        return _("not shown")
    if row.status == ROUNDED:
        return _("%(least)s to %(most)s") % {"least": f"{row.at_least:,}", "most": f"{row.at_most:,}"}
    return f"{row.at_least:,}"


def figures_of(rows: Sequence[OpenRow], year: str, kept_from: Mapping[str, str]) -> list[ShownFigure]:
    """Of the whole organisation in the whole year, as the open data has them."""
    whole = {
        (row.measure, row.what): row for row in rows if row.period == year and row.level == ALL and row.kind == ALL
    }
    days = {measure: date.fromisoformat(day) for measure, day in kept_from.items()}
    return [replace(_figure(measure, whole), kept_from=days.get(slug)) for slug, measure in MEASURES.items()]


def _figure(measure: Measure, whole: Mapping[tuple[str, str], OpenRow]) -> ShownFigure:
    """Where all of it is hidden, that is said once. A decision line that is not there counts none."""
    found = [whole.get((measure.slug, what)) for what in (ALL, *measure.whats)]
    if all(row and row.status == HIDDEN for row in found):
        return ShownFigure(measure.title, measure.how, ())
    names = [_("All") if measure.whats else measure.title, *measure.whats.values()]
    shown = [(name, told(row) if row else "0") for name, row in zip(names, found, strict=True)]
    return ShownFigure(measure.title, measure.how, shown, note=NOT_OF_ONE_PERSON if measure.slug == DECISIONS else "")
