"""What was chosen to have one answer, in full."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import tables
from alongside.people import queries as people

from .. import progress, queries, rules
from ..models import AnswerTemplate, Contribution


class ChosenTable(tables.Table):
    caption = gettext_lazy("What you answer")
    columns = (
        tables.Column("words", gettext_lazy("What was said")),
        tables.Column("by", gettext_lazy("Who said it")),
        tables.Column("received", gettext_lazy("When"), "received_on"),
        tables.Column("state", gettext_lazy("State")),
    )

    def link_words(self, row: Contribution) -> str:
        return f"/{self.request.organisation.slug}/voices/{row.code}/"  # type: ignore[attr-defined]

    def cell_words(self, row: Contribution) -> Any:
        if not rules.may_read_words(self.request.actor, row):  # type: ignore[attr-defined]
            return queries.kept_words()
        return row.words or _("Taken back by the one who said it")

    def cell_by(self, row: Contribution) -> Any:
        return people.shown_name(row.person) if row.person else row.group_name or _("Somebody without a name")

    def cell_state(self, row: Contribution) -> Any:
        return progress.of_staff(row)[0]


class TemplateTable(tables.Table):
    caption = gettext_lazy("Templates")
    personal = False
    empty = gettext_lazy("There is no template yet.")
    default_sort = "name"
    columns = (
        tables.Column("name", gettext_lazy("Name"), sort="name"),
        tables.Column("text", gettext_lazy("Text")),
        tables.Column("use", gettext_lazy("In use")),
    )

    def __init__(self, request: Any, rows: Any, *, first: tuple[Any, str] | None, base: str) -> None:
        super().__init__(request, rows, first=first)
        self.base = base

    def link_name(self, row: AnswerTemplate) -> str:
        return f"{self.base}{row.code}/" if self.base else ""

    def cell_use(self, row: AnswerTemplate) -> Any:
        return _("Yes") if row.in_use else _("No")
