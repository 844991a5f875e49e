"""What waits to be read, to be contacted, to be looked at."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts, tables

from .. import queries
from ..models import Concern, ContactWish, Contribution
from ..models.safety import CONCERN_STATES
from .common import EVERYTHING, due, short


def at_most(count: int) -> str:
    """A count that stops at a limit says so."""
    return _("%(n)d or more") % {"n": count} if count >= queries.MOST_COUNTED else str(count)


class UnreadTable(tables.Table):
    """What nobody has read, the gravest first. It has one order only."""

    caption = gettext_lazy("The reading order, gravest first")
    empty = gettext_lazy("Everything that came in has been read.")
    default_sort = "why"
    keys_first = True
    columns = (
        tables.Column("words", gettext_lazy("What was said"), lambda row: short(row, 60)),
        tables.Column(
            "why",
            gettext_lazy("Why here"),
            lambda row: row.get_grave_display(),
            sort=("grave", "received_on"),
            nulls=False,
        ),
        tables.Column("unit", gettext_lazy("Who answers"), "unit.name"),
        tables.Column("read_by", gettext_lazy("To be read by")),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        super().__init__(request, rows, **more)
        self.base = base

    def link_words(self, row: Contribution) -> str:
        return f"{self.base}{row.code}/read/"

    def file_read_by(self, row: Contribution) -> Any:
        return row.read_by

    def cell_read_by(self, row: Contribution) -> Any:
        return due(row.read_by)


class ContactTable(tables.Table):
    caption = gettext_lazy("Who asked to be contacted")
    empty = gettext_lazy("Nobody waits to be contacted.")
    default_sort = "by"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("unit", gettext_lazy("Who does it"), "contribution.unit.name"),
        tables.Column("by", gettext_lazy("By"), sort="contact_by", nulls=False),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        super().__init__(request, rows, **more)
        self.base = base

    def cell_who(self, row: ContactWish) -> Any:
        said = row.contribution
        return queries.shown_name(said.person) if said.person else said.group_name or _("Somebody without a name")

    def link_who(self, row: ContactWish) -> str:
        return f"{self.base}{row.contribution.code}/contact/"

    def file_by(self, row: ContactWish) -> Any:
        return row.contact_by

    def cell_by(self, row: ContactWish) -> Any:
        return due(row.contact_by)


class ConcernTable(tables.Table):
    """Without the words: whoever reads them opens the page, and that is written down."""

    caption = gettext_lazy("Nearest day first")
    discreet = True
    empty = gettext_lazy("Nothing is here.")
    default_sort = "by"
    columns = (
        tables.Column("raised", gettext_lazy("Came here"), "raised_on"),
        tables.Column("how", gettext_lazy("How"), lambda row: row.get_raised_by_display()),
        tables.Column("unit", gettext_lazy("About"), "contribution.unit.name"),
        tables.Column("by", gettext_lazy("To be looked at by"), sort="look_by", nulls=False),
        tables.Column("state", gettext_lazy("State")),
    )
    filters = (
        tables.Filter(
            "state",
            gettext_lazy("State"),
            choices=[(EVERYTHING, gettext_lazy("Everything")), *CONCERN_STATES.items()],
            apply=lambda rows, value: rows if value == EVERYTHING else rows.filter(state=value),
            any_label=gettext_lazy("Not ended yet"),
        ),
    )

    def __init__(self, request: HttpRequest, rows: Any, base: str = "", **more: Any) -> None:
        if request.GET.get("state") not in (EVERYTHING, *CONCERN_STATES):
            rows = rows.filter(state__in=queries.WAITING)
        super().__init__(request, rows, **more)
        self.base = base

    def link_raised(self, row: Concern) -> str:
        return f"{self.base}{row.code}/"

    def file_by(self, row: Concern) -> Any:
        return row.look_by

    def cell_by(self, row: Concern) -> Any:
        return due(row.look_by) if row.ended_on is None else row.look_by

    def cell_state(self, row: Concern) -> Any:
        tones = {"raised": "late", "looking": "open", "closed": "done"}
        return parts.state_tag(CONCERN_STATES[row.state], tones.get(row.state, "quiet"))
