"""What was taken down for people without an account, as lists."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables


class TakenDownTable(tables.Table):
    caption = _("What was written down for them, the newest first")
    empty = _("Nothing was written down for anybody here.")
    columns = (
        tables.Column("person", _("Whose it is"), value="person.known_as", link=lambda row: f"{row.code}/"),
        tables.Column("written_down", _("How it came")),
        tables.Column("held_on", _("How it stands")),
    )

    def __init__(self, request: Any, rows: Any, there: Any) -> None:
        """`there`: how it stands where nobody holds it back."""
        super().__init__(request, rows)
        self.there = there

    def cell_held_on(self, row: Any) -> Any:
        return parts.state_tag(_now("Held back"), "waiting") if row.held_on else parts.state_tag(self.there, "done")
