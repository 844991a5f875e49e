"""What was found for somebody's words, with those words marked."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import tables

from ..found_words import beginning, with_shared
from ..models import Contribution
from ..queries.searching import Results, Similar
from .common import in_full, short
from .ledger import LedgerTable, _units

LONGEST_ALIKE = 400  # letters shown


class FoundTable(LedgerTable):
    """The newest first; by another column, of those that were found."""

    caption = gettext_lazy("What was found")
    empty = gettext_lazy("Write a word above that you remember, or that you wonder about.")
    empty_filtered = gettext_lazy(
        "Nobody said that in these words, as far as you may read. Try fewer words, or another word for it."
    )
    go_label = gettext_lazy("Find")
    clear_label = gettext_lazy("Begin anew")
    columns = tuple(each for each in LedgerTable.columns if each.name != "due")  # type: ignore[assignment]
    filters = (  # type: ignore[assignment]
        tables.Filter("words", gettext_lazy("Words to look for"), apply=tables.as_it_is),
        tables.Filter(
            "unit",
            gettext_lazy("Who answers"),
            choices=_units,
            apply=tables.as_it_is,  # asked together with the words
        ),
    )

    def __init__(self, request: HttpRequest, found: Results, base: str, **facts: Any) -> None:
        super().__init__(request, found.rows, base, **facts)
        self.question = found.question
        if not found.question:
            self.empty_filtered = _("There is no word in that to look for. Write one.")  # type: ignore[misc, assignment]

    def named(self, row: Contribution) -> Any:
        return short(row)

    def cell_words(self, row: Contribution) -> Any:
        return beginning(row.words, row.organisation_id, self.question)


def how_many(found: Results) -> str:
    """Above the list; empty when nothing was found, because the list says that."""
    if found.more:
        facts = {"n": f"{len(found.pks):,}"}
        return _("More than %(n)s were found. Here are the newest of them: with one word more there are fewer.") % facts
    number = len(found.pks)
    return ngettext("%(n)d was found.", "%(n)d were found.", number) % {"n": number} if number else ""


class AlikeTable(LedgerTable):
    """The most alike first. A plain list: it is no longer than one page."""

    caption = gettext_lazy("What they said")
    empty = gettext_lazy("Nobody else has said this in the same words, or nearly, as far as you may read.")
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("alike", gettext_lazy("How alike"), lambda row: alike_words(row)),
        tables.Column("unit", gettext_lazy("Who answers"), "contribution.unit.name"),
        tables.Column("received", gettext_lazy("Waiting"), file_heading=gettext_lazy("Received on")),
        tables.Column("state", gettext_lazy("State")),
    )
    filters = ()  # type: ignore[assignment]

    def cell_pick(self, row: Similar) -> Any:  # type: ignore[override]
        return super().cell_pick(row.contribution)

    def named(self, row: Contribution) -> Any:
        return short(row)

    def link_words(self, row: Similar) -> str:  # type: ignore[override]
        return f"{self.base}{row.code}/"

    def cell_words(self, row: Similar) -> Any:  # type: ignore[override]
        return with_shared(row.contribution.words, row.contribution.organisation_id, row.marks, LONGEST_ALIKE)

    def file_words(self, row: Similar) -> Any:  # type: ignore[override]
        return in_full(row.contribution)  # nothing is found that they may not read

    def file_received(self, row: Similar) -> Any:  # type: ignore[override]
        return super().file_received(row.contribution)

    def cell_received(self, row: Similar) -> Any:  # type: ignore[override]
        return super().cell_received(row.contribution)

    def cell_state(self, row: Similar) -> Any:  # type: ignore[override]
        return super().cell_state(row.contribution)


def alike_words(each: Similar) -> str:
    """In words: a share of word pairs says nothing to anybody."""
    if each.is_equal:
        return _("The same words")
    return _("Nearly the same words") if each.is_nearly_equal else _("Many of the same words")
