"""What people told of a moment, and what waits to be read."""

from __future__ import annotations

from typing import Any, ClassVar

from django.utils import formats
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.accounts.roles import belongs
from alongside.core import tables

from ..models import Telling


def by(row: Telling, inside: bool) -> str:
    """A name only where its teller wants it, and for nobody outside."""
    who = row.person.known_as if inside and row.named and row.person else _now("Somebody")
    return _now("%(who)s, written down by somebody who works here") % {"who": who} if row.medium else who


class WordTable(tables.Table):
    """The month and not the day, and never how it was: nothing leads from the words to the numbers."""

    caption = _("What people told")
    empty = _("No words that you may read yet.")
    default_sort = "-told"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("words", _("In their words"), "words"),
        tables.Column("by", _("Who")),
        tables.Column("told", _("When"), sort="told_on"),
    )

    def cell_by(self, row: Telling) -> str:
        return by(row, belongs(self.request.actor))  # type: ignore[attr-defined]

    def cell_told(self, row: Telling) -> Any:
        return formats.date_format(row.told_on, "F Y")


class ToReadTable(tables.Table):
    caption = _("Words that wait to be read, the oldest first")
    empty = _("Nothing waits.")
    default_sort = "told"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("words", _("How it begins")),
        tables.Column("moment", _("Moment"), "touchpoint.name"),
        tables.Column("service", _("Service"), "touchpoint.unit.name"),
        tables.Column("told", _("Told on"), "told_on", sort="told_on"),
    )

    def cell_words(self, row: Telling) -> Any:
        line = " ".join(row.words.split())
        return line if len(line) <= 140 else line[:139].rsplit(" ", 1)[0] + "…"

    def link_words(self, row: Telling) -> str:
        return f"{row.code}/"
