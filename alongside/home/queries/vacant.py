"""Seats that nobody holds, for the desk and for the board."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section

MOST = 8


def empty_seats(actor: Actor, today: date, slug: str) -> Section:
    """The longest empty first, those for lived experience before the others."""
    found = decisions.vacancies_for(actor, today)
    lines = [
        Line(
            each.seat.forum.name,
            decisions.url_of_seats(slug, each.seat.forum.code, each.seat.code),
            decisions.seat_words(each.seat),
            age=each.days_empty,
        )
        for each in found[:MOST]
    ]
    more = (_("All seats"), decisions.url_of_seats(slug)) if len(found) > MOST else None
    return Section("seats", _("Seats empty"), lines, _("No seat is empty."), more)
