"""Whom to ring, and which letters to print."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.people import queries as people
from alongside.people.models import Person
from alongside.people.queries import Reach
from alongside.people.quiet import Hours


class Waiting(tables.Table):
    """People, each with what waits for them; their ways to be reached are read once for each page."""

    empty = gettext_lazy("Nobody waits for this.")
    default_sort = "waits"
    kind = ""

    @cached_property
    def reached(self) -> dict[int, Reach]:
        return people.reach_of_many([person.pk for person in self.pages.rows])

    def address(self, row: Person) -> str:
        way = self.reached[row.pk].way(self.kind)
        return way.address if way else ""

    def cell_what(self, row: Any) -> str:
        return ngettext("%(n)d thing to tell", "%(n)d things to tell", row.number) % {"n": row.number}

    def file_waits(self, row: Any) -> Any:
        return timezone.localtime(row.oldest).date()

    def cell_waits(self, row: Any) -> Any:
        return parts.age_band((timezone.localdate() - timezone.localtime(row.oldest).date()).days)


class CallTable(Waiting):
    caption = gettext_lazy("Whom to ring, the longest waiting first")
    kind = "phone"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("number", gettext_lazy("Number")),
        tables.Column("when", gettext_lazy("When to ring")),
        tables.Column("what", gettext_lazy("What for")),
        tables.Column("again", gettext_lazy("Try again"), sort="again", nulls=False),
        tables.Column(
            "waits", gettext_lazy("Waits"), sort="oldest", nulls=False, file_heading=gettext_lazy("Waits since")
        ),
    )

    def cell_who(self, row: Person) -> str:
        return people.shown_name(row)

    def link_who(self, row: Person) -> str:
        return f"/{row.organisation.slug}/outbox/calls/{row.code}/"

    def cell_number(self, row: Person) -> Any:
        return format_html('<span dir="ltr">{}</span>', self.address(row).replace(" ", "\u00a0"))

    def cell_when(self, row: Person) -> Any:
        hearing = self.reached[row.pk].hearing
        fine = Hours(hearing.days, hearing.from_time, hearing.until_time).holds(timezone.localtime())
        tag = "" if fine else parts.state_tag(_("Not now"), "refused")
        return format_html("{} {}", hearing.when, tag)

    def file_again(self, row: Any) -> Any:
        return row.again

    def cell_again(self, row: Any) -> str:
        return parts.moment(row.again) if row.again > timezone.now() else _("Now")


class LetterTable(Waiting):
    caption = gettext_lazy("Letters to print, the longest waiting first")
    kind = "post"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("address", gettext_lazy("Address")),
        tables.Column("what", gettext_lazy("What for")),
        tables.Column(
            "waits", gettext_lazy("Waits"), sort="oldest", nulls=False, file_heading=gettext_lazy("Waits since")
        ),
    )

    def cell_who(self, row: Person) -> str:
        return people.shown_name(row)

    def link_who(self, row: Person) -> str:
        return f"/{row.organisation.slug}/people/{row.code}/"

    def cell_address(self, row: Person) -> Any:
        return parts.paragraphs(" · ".join(line for line in self.address(row).splitlines() if line.strip()))
