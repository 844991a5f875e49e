"""The signs of a year, and of one decision."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.years import Year
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations

from .. import queries, rules, words
from ..rules import bids as bid_rules


def year(request: Any, org: str) -> HttpResponse:
    actor, today, starts = request.actor, request.clock.today(), request.clock.settings.year_starts_month
    if not rules.can_see_signs(actor):
        raise NotYours
    chosen = Year.of(request.GET.get("year", ""), today, starts)
    asked = request.GET.get("unit", "")
    unit = organisations.unit_for(actor, asked) if asked else None
    limits = queries.limits_on(request.organisation.pk, today)
    found = queries.signs_of_year(actor, chosen, today, org, unit, limits, request.clock)
    context = {
        "title": _("Signs of the year %(year)s") % {"year": chosen.name},
        "back": (_("Board"), f"/{org}/board/") if actor.can(P.SEE_BOARD) else None,
        "groups": grouped(found),
        "limits": limits,
        "bids": bid_rules.can_see_bids(actor),
        "unit": unit,
        "units": queries.chosen_units(actor),
        "year": chosen,
        "years": chosen.beside(today),
    }
    return pages.page(request, "candour/signs.html", context)


def grouped(found: list[queries.SignRead]) -> list[tuple[Any, list[words.Shown]]]:
    """By how they read, and inside that in their own order: what is to be looked at comes first."""
    shown = [words.shown(each) for each in found]
    groups = [(label, [each for each in shown if each.reading == name]) for name, label in words.READINGS.items()]
    return [(label, signs) for label, signs in groups if signs]


def decision(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.decision_to_read(request.actor, code)
    today = request.clock.today()
    limits = queries.limits_on(request.organisation.pk, today)
    context = {
        "title": _("Signs in one decision"),
        "decision": found,
        "back": (found.title, decisions.url_of(org, found)),
        "groups": grouped(queries.signs_of_decision(request.actor, found, today, org, limits, request.clock)),
        "limits": limits,
    }
    return pages.page(request, "candour/decision.html", context)
