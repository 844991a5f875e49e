"""Seats for lived experience on a day, and terms on them: what is counted of seats, row by row."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.dates import long_day
from alongside.core.errors import NotYours

from .. import queries, rules, tables


def lived(request: Any, org: str) -> HttpResponse:
    _check(request)
    clock = request.clock
    table = tables.LivedSeatTable(request, tables.Days(clock.today(), clock.settings.year_starts_month))
    title, lead = _("Seats for lived experience today"), _("Who sits there, what is vacant, and since when.")
    if table.is_past:
        title = _("Seats for lived experience on %(day)s") % {"day": long_day(table.on)}
        lead = _("Who sat there at the end of that day, what was vacant, and since when.")
    context = {
        "title": title,
        "lead": lead,
        "told": _(
            "A seat is vacant from the day it was made, or from the day the last term on it was over. What was put"
            " right later stands here as it is known now."
        ),
        "ways": [
            *([(_("Seats for lived experience today"), "./")] if table.is_past else ()),
            (_("Terms on these seats"), "../terms/"),
        ],
        "table": table,
        "back": (_("Seats"), queries.url_of_seats(org)),
    }
    return pages.page(request, "core/then.html", context)


def terms(request: Any, org: str) -> HttpResponse:
    _check(request)
    table = tables.LivedTermTable(request, request.actor)
    context = {
        "title": _("Terms on seats for lived experience"),
        "lead": table.days_told(),
        "told": _("A term is over on the first day on which whoever sat there sits there no more."),
        "ways": [
            *([(_("All of these terms"), "./")] if table.chosen else ()),
            (_("Seats for lived experience today"), "../lived/"),
        ],
        "table": table,
        "back": (_("Seats"), queries.url_of_seats(org)),
    }
    return pages.page(request, "core/then.html", context)


def _check(request: Any) -> None:
    if not rules.may_see_seats(request.actor):
        raise NotYours
