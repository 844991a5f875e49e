"""The road of an organisation, or of one unit: what was learned on it, what is aimed at, and the two accounts."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import belongs
from alongside.core import pages
from alongside.core.actor import Actor
from alongside.core.years import Year
from alongside.journey import aim_words
from alongside.journey import queries as journey
from alongside.journey.models import Entry
from alongside.journey.queries import shown as showing
from alongside.journey.queries import stories
from alongside.journey.rules import aims as aim_rules
from alongside.journey.rules import entries as entry_rules
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.reports import road_picture
from alongside.reports.road_values import Road

from ..queries import road as roads

MOST_AIMS = 4
MOST_ASKED = 3


def road(request: Any, org: str) -> HttpResponse:
    """For everybody: each sees of it what they may read."""
    actor, today = request.actor, request.clock.today()
    year = Year.of(request.GET.get("year", ""), today, request.clock.settings.year_starts_month)
    asked = request.GET.get("unit", "")
    unit = organisations.unit_for(actor, asked) if asked else None
    found = roads.road_of(actor, unit, year, today)
    rows = journey.with_words(journey.in_unit(journey.entries_for(actor), unit)).order_by("-on", "-id")
    aims = journey.aims_of(actor, unit, MOST_AIMS + 1)
    context = {
        "title": _("The journey"),
        "unit": unit,
        "units": list(organisations.units_of(actor)) if belongs(actor) else [],
        **_learned(actor, org, rows),
        "aims": aim_words.lines(aims[:MOST_AIMS], journey.newest_words(aims[:MOST_AIMS]), org),
        "more_aims": len(aims) > MOST_AIMS,
        "can_write": entry_rules.can_write(actor),
        "can_set": aim_rules.can_set(actor),
        "sees_aims": aim_rules.can_see(actor),
        "asked": list(stories.asked_now([actor.person_id], today)[:MOST_ASKED]) if actor.person_id else [],
        "year": year,
        "years": year.beside(today),
        **_picture(found, unit, aim_rules.can_see(actor)),
    }
    return pages.page(request, "home/journey.html", context)


def _learned(actor: Actor, org: str, rows: QuerySet[Entry]) -> dict[str, Any]:
    """Bumps and the rest: who wrote them is asked once for both."""
    bumps = list(rows.filter(has_bump=True)[: roads.MOST_BUMPS])
    lines = showing.shown(actor, org, [*bumps, *rows.filter(has_bump=False)[: roads.MOST_OTHERS]])
    return {"bumps": lines[: len(bumps)], "others": lines[len(bumps) :]}


def _picture(found: Road, unit: Unit | None, aims: bool) -> dict[str, Any]:
    if found.is_empty:
        return {"picture": "", "rows": []}
    return {
        "picture": road_picture.drawn(found),
        "legend": road_picture.legend(aims, found.has_gap),
        "rows": road_picture.rows(found),
        "has_gap": found.has_gap,
        "of": unit.name if unit else "",
    }
