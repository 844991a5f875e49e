"""Bids, for those who keep or oversee them; and those of which somebody is told that they were asked."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from alongside.core import parts, tables

from .. import bid_words
from ..models import Bid, BidAsked
from ..models.bids import BID_STATES


class BidTable(tables.Table):
    caption = _("Bids, the latest to be sent first")
    personal = False
    empty = _("No bid is written down yet.")
    default_sort = "-submit"
    columns: ClassVar[tuple[tables.Column, ...]] = (
        tables.Column("title", _("What it is for")),
        tables.Column("funder", _("Funder"), "funder"),
        tables.Column("submit", _("To be sent by"), "submit_on", sort="submit_on"),
        tables.Column("state", _("How far it is")),
        tables.Column("reads", _("When it was sent")),
        tables.Column("unit", _("By"), "unit.name"),
    )
    filters: ClassVar[tuple[tables.Filter, ...]] = (
        tables.Filter(
            "state",
            _("How far"),
            choices=list(BID_STATES.items()),
            apply=lambda rows, value: rows.filter(state=value),
        ),
        tables.Filter(
            "reads",
            _("When it was sent"),
            choices=[("no", _("The record did not support all of it")), ("yes", _("The record supported it"))],
            apply=lambda rows, value: rows.filter(unsupported=0) if value == "yes" else rows.filter(unsupported__gt=0),
        ),
    )

    def __init__(self, request: HttpRequest, rows: Any, *, base: str, today: date, **facts: Any) -> None:
        super().__init__(request, rows, **facts)
        self.base, self.today = base, today

    def link_title(self, row: Bid) -> str:
        return f"{self.base}{row.code}/"

    def cell_title(self, row: Bid) -> Any:
        return row.title

    def cell_state(self, row: Bid) -> Any:
        return parts.state_tag(*bid_words.state_of(row))

    def cell_reads(self, row: Bid) -> Any:
        if row.unsupported is None:
            return "–"
        if row.unsupported:
            return parts.state_tag(_("Not all supported"), "late")
        return parts.state_tag(_("Supported"), "done")


class MyBidTable(tables.Table):
    caption = _("Bids that speak of you, the newest first")
    empty = _("No bid speaks of you.")
    default_sort = "-told"
    columns = (
        tables.Column("title", _("What it is for")),
        tables.Column("who", _("Who asks for the money"), "bid.organisation.name"),
        tables.Column("funder", _("Whom they ask"), "bid.funder"),
        tables.Column("told", _("You can read it since"), "told_on", sort="told_on"),
    )

    def link_title(self, row: BidAsked) -> str:
        return f"/me/bids/{row.code}/"

    def cell_title(self, row: BidAsked) -> Any:
        return row.bid.title
