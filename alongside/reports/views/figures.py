"""The map and the figures of a month, a quarter or a year."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.candour.ladders import LADDERS
from alongside.candour.queries import ladder_on
from alongside.core import pages, periods
from alongside.organisation.part_tables import part_asked

from .. import figure_tables, figure_words, map_levels, map_words, picture, queries, tables
from ..rules.closes import reads_closed

MOST = 8  # named one by one; all of them are in the table
AHEAD = 1  # years: what is on the calendar for the next one is on the map already


def scope_of(request: Any, kind: str, ahead: int = 0) -> queries.Scope:
    settings, today = request.clock.settings, request.clock.today()
    period = periods.chosen(request.GET.get("period", ""), kind, today, settings.year_starts_month, ahead)
    unit = request.GET.get("unit", "")
    return queries.scope_for(request.actor, request.organisation, settings, period, today, unit)


def around(request: Any, scope: queries.Scope, ahead: int) -> dict[str, Any]:
    """What leads to the other periods and units."""
    period, starts = scope.period, scope.period.starts_month
    beside = [each for each in (period.before, period.after) if periods.can_be_asked(each, scope.today, ahead)]
    day = min(period.last, max(period.first, scope.today))
    return {
        "scope": scope,
        "unit": scope.unit.code if scope.unit else "",
        "units": queries.units_to_choose(request.actor, scope),
        "moved": scope.tree.moved,
        "beside": beside,
        "kinds": [
            (label, found, kind == period.kind)
            for kind, label in periods.KINDS.items()
            for found in [periods.of_day(kind, day, starts)]
            if periods.can_be_asked(found, scope.today, ahead)
        ],
        "sees_board": request.actor.can(P.SEE_BOARD),
        "sees_closes": reads_closed(request.actor),
    }


def _can_be_asked(period: str, scope: queries.Scope) -> bool:
    found = periods.read(period, scope.period.starts_month)
    return found is not None and periods.can_be_asked(found, scope.today, AHEAD)


def the_map(request: Any, org: str) -> HttpResponse:
    scope = scope_of(request, periods.YEAR, AHEAD)
    (sheet,), closed = queries.counted_and_closed([scope], "map", queries.count_map)
    ladder = LADDERS[ladder_on(scope.organisation.pk, scope.end)]
    nobody, part = map_words.nobody(sheet), part_asked(request.actor, sheet.unit, scope.end)
    table = tables.MapTable(request, sheet, org, ladder, part=part, on=str(scope.end))
    context = {
        "title": _("Where people are in the room: %(period)s") % {"period": sheet.period_name},
        "sheet": sheet,
        "closed": closed,
        "picture": picture.drawn(sheet),
        "nobody": [
            (
                map_words.place(sheet, cell),
                map_words.nobody_told(cell),
                map_words.url_of(org, sheet, "decided", level=cell.level, kind=cell.kind, part=part),
            )
            for cell in nobody[:MOST]
        ],
        "more_nobody": max(0, len(nobody) - MOST),
        "table": table,
        "levels": map_levels.levels_of(sheet, org, table.worth, part=part),
        "times": tables.TimesTable(request, sheet, lambda period: _can_be_asked(period, scope)),
        "no_day_url": map_words.no_day_url(org, sheet, scope.days, part),
        "ladder": ladder,
        **around(request, scope, AHEAD),
    }
    return pages.page(request, "reports/map.html", context)


def the_figures(request: Any, org: str) -> HttpResponse:
    scope = scope_of(request, periods.MONTH)
    last = queries.scope_before(scope)
    (sheet, before), closed = queries.counted_and_closed([scope, last], "figures", queries.count_sheet)
    reasons = queries.reasons_of(scope)
    parts = figure_words.shown(sheet, before, request.actor, org, now=not scope.period.is_over(scope.today))
    context = {
        "title": _("Figures: %(period)s") % {"period": sheet.period_name},
        "sheet": sheet,
        "closed": closed,
        "before": before.period_name,
        "parts": parts,
        "way": [(part.slug, part.title) for part in parts],
        "taken": figure_tables.FiguresTable(request, sheet, before),
        "reasons": [
            (kind, label, [each for each in reasons if each.kind == kind])
            for kind, label in figure_words.facts().items()
        ],
        **around(request, scope, 0),
    }
    return pages.page(request, "reports/figures.html", context)
