"""The calendar as a list, and what was taken without people although it was reserved."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours

from .. import queries, rules, tables


def decisions(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.may_see_calendar(actor):
        raise NotYours
    facts = queries.list_facts(actor, org, request.clock.settings.year_starts_month)
    actions = _actions(request, org)
    first = actions[0] if rules.can_add(actor) else None
    table = tables.table_for(request, queries.decisions_for(actor), facts, first)
    context = {"title": _("Decisions"), "table": table, "actions": actions}
    return pages.page(request, "decisions/decisions.html", context)


def _actions(request: Any, org: str) -> list[tuple[str, str]]:
    """What this actor may do here; the first is the main one."""
    actor, base = request.actor, f"/{org}/decisions/"
    possible = (
        (rules.can_add(actor), _("Add a decision"), f"{base}new/"),
        (rules.can_raise(actor), _("Ask for something to be decided"), f"{base}raise/"),
        (rules.can_import(actor), _("Bring in a list or a calendar"), f"{base}import/"),
        (actor.can(P.SEE_DECISIONS), _("Taken without people"), f"{base}exceptions/"),
        (rules.may_see_seats(actor), _("Who decides: seats"), queries.url_of_seats(org)),
    )
    return [(label, url) for allowed, label, url in possible if allowed]


def exceptions(request: Any, org: str) -> HttpResponse:
    if not request.actor.can(P.SEE_DECISIONS):
        raise NotYours
    table = tables.ExceptionTable(request, queries.exceptions_for(request.actor))
    context = {
        "title": _("Taken without people"),
        "lead": _("Decisions of a reserved kind that were taken without the people they affect. Each one stays here."),
        "table": table,
        "back": (_("Decisions"), f"/{org}/decisions/"),
    }
    return pages.page(request, "decisions/exceptions.html", context)
