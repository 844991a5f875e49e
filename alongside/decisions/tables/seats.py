"""Empty seats, bodies, and the seats of one body. Links are relative to the page that shows them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import parts
from alongside.core.day_ranges import days_filter
from alongside.core.tables import Column, Table
from alongside.organisation.part_tables import PART_FILTER, PartTable

from ..models import SeatHolder, SeatWaiver
from ..queries import Body, SeatNow, seat_words


class VacancyTable(Table):
    caption = gettext_lazy("Empty seats, the longest empty first")
    personal = False
    empty = gettext_lazy("No seat is empty.")
    columns = (
        Column("forum", gettext_lazy("Where"), value="seat.forum.name"),
        Column("seat", gettext_lazy("The seat"), value=lambda row: seat_words(row.seat)),
        Column("filled_by", gettext_lazy("How it is filled"), value="seat.get_filled_by_display"),
        Column("age", gettext_lazy("Empty for"), file_heading=gettext_lazy("Days empty")),
    )

    def cell_filled_by(self, row: SeatNow) -> Any:
        return row.seat.get_filled_by_display()

    def file_age(self, row: SeatNow) -> Any:
        return row.days_empty

    def cell_age(self, row: SeatNow) -> Any:
        return parts.age_band(row.days_empty)

    def link_forum(self, row: SeatNow) -> str:
        return f"{row.seat.forum.code}/{row.seat.code}/"


class BodyTable(Table):
    caption = gettext_lazy("Who decides")
    personal = False
    empty = gettext_lazy("No board, panel or group is written down here yet.")
    columns = (
        Column("name", gettext_lazy("Name"), value="forum.name", link=lambda row: f"{row.forum.code}/"),
        Column("unit", gettext_lazy("Where"), value="forum.unit.name"),
        Column("filled", gettext_lazy("Seats taken")),
    )

    def cell_filled(self, row: Body) -> Any:
        lived = _("None is for lived experience")
        if row.lived.seats:
            words = {"held": row.lived.held, "all": row.lived.seats}
            lived = _("For lived experience: %(held)s of %(all)s") % words
        told = _("%(held)s of %(all)s") % {"held": row.filled, "all": len(row.seats)}
        return parts.paragraphs(told, lived, warning_of(row))


class SeatTable(Table):
    caption = gettext_lazy("Its seats")
    empty = gettext_lazy("No seat is written down yet.")
    columns = (
        Column("seat", gettext_lazy("The seat"), link=lambda row: f"{row.seat.code}/"),
        Column("lived", gettext_lazy("For whom")),
        Column("voting", gettext_lazy("Votes"), value="seat.voting"),
        Column("holder", gettext_lazy("Held")),
        Column("until", gettext_lazy("Until")),
    )

    def __init__(self, request: HttpRequest, rows: Sequence[SeatNow], names: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(request, rows, **kwargs)
        self.names = names

    def cell_seat(self, row: SeatNow) -> Any:
        return row.seat.get_capacity_display()

    def cell_lived(self, row: SeatNow) -> str:
        return _("People with lived experience") if row.seat.lived_experience else _("Anybody")

    def cell_holder(self, row: SeatNow) -> Any:
        if row.holder is None:
            return format_html("{} {}", _("Empty for"), parts.age_band(row.days_empty))
        return self.names.get(row.holder.pk) or _("Yes")

    def cell_until(self, row: SeatNow) -> Any:
        return row.holder.until if row.holder else None


class WaiverTable(PartTable):
    part_way = "decision__unit"
    caption = gettext_lazy("Decided with seats for lived experience empty")
    personal = False
    empty = gettext_lazy("No body has decided with such seats empty.")
    columns = (
        Column(
            "title",
            gettext_lazy("What was decided"),
            link=lambda row: f"../../decisions/{row.decision.code}/",
            value="decision.title",
        ),
        Column("forum", gettext_lazy("Who decided"), value="forum.name"),
        Column("empty", gettext_lazy("Seats empty")),
        Column("reason", gettext_lazy("Why it did not wait")),
        Column("allowed", gettext_lazy("Who allowed it"), value="who_allowed"),
        Column("on", gettext_lazy("Recorded"), sort="on"),
    )
    filters = (days_filter("on", gettext_lazy("Recorded"), "on"), PART_FILTER)
    default_sort = "-on"

    def cell_empty(self, row: SeatWaiver) -> str:
        return _("%(empty)s of %(all)s") % {"empty": row.empty, "all": row.seats}


class TermTable(Table):
    caption = gettext_lazy("Who held it")
    empty = gettext_lazy("Nobody has held it yet.")
    columns = (
        Column("who", gettext_lazy("Who")),
        Column("since", gettext_lazy("From")),
        Column("over", gettext_lazy("Until"), value="over_on"),
        Column("filled_by", gettext_lazy("How it came to them")),
    )

    def __init__(
        self, request: HttpRequest, rows: Sequence[SeatHolder], names: Mapping[int, str], planned: str
    ) -> None:
        super().__init__(request, rows)
        self.names, self.planned = names, planned

    def cell_who(self, row: SeatHolder) -> Any:
        return parts.paragraphs(self.names.get(row.pk) or _("Somebody"), row.written_down)

    def cell_filled_by(self, row: SeatHolder) -> Any:
        told = row.get_filled_by_display()
        other = _("Not as the seat is meant to be filled") if row.filled_by != self.planned else ""
        return parts.paragraphs(told, other)


def warning_of(body: Body) -> str:
    """What everybody should see about its seats for lived experience."""
    lived = body.lived
    if lived.lone:
        return _("One seat alone")
    return _("One person alone now") if lived.alone else ""
