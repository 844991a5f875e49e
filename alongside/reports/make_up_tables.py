"""Who takes part as numbers in columns, for a spreadsheet: what the page says, and no more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from django.http import HttpRequest
from django.utils.translation import gettext_lazy

from alongside.core import tables

from .make_up_words import ShownQuestion

Row = tuple[str, str, int | None, int | None, Decimal | None, str]


class MakeUpTable(tables.Table):
    personal = False
    columns = (
        tables.Column("question", gettext_lazy("Question"), value=lambda row: row[0]),
        tables.Column("answer", gettext_lazy("Answer"), value=lambda row: row[1]),
        tables.Column("number", gettext_lazy("Took part: number, to the nearest five"), value=lambda row: row[2]),
        tables.Column("share", gettext_lazy("In a hundred of those who answered"), value=lambda row: row[3]),
        tables.Column("here_for", gettext_lazy("In a hundred of those we are here for"), value=lambda row: row[4]),
        tables.Column("why", gettext_lazy("Why there is no number"), value=lambda row: row[5]),
    )

    def __init__(self, request: HttpRequest, questions: Sequence[ShownQuestion], caption: str) -> None:
        super().__init__(request, list(_rows(questions)))
        self.caption = caption  # type: ignore[misc]


def _rows(questions: Sequence[ShownQuestion]) -> Iterator[Row]:
    for one in questions:
        if one.why_not:
            yield one.text, "", None, None, None, one.why_not
        else:
            yield from ((one.text, group.words, *group.in_numbers, "") for group in one.groups)
