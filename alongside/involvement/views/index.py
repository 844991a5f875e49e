"""Where the function is run from: what is waiting comes first."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.tables import Table
from alongside.decisions.tables import Days

from .. import queries, rules, tables
from ..queries import brought
from ..queries.asked_early import decided_and_asked
from .common import here

AHEAD, BACK = timedelta(days=14), timedelta(days=90)


def index(request: Any, org: str) -> HttpResponse:
    actor, now = request.actor, timezone.now()
    if not rules.may_see(actor):
        raise NotYours
    today = request.clock.today()
    sessions = queries.meetings_between(actor, now, now + AHEAD)
    waiting = queries.arrangements_waiting(actor, today + AHEAD)
    lists = {
        "waiting": tables.WaitingTable(request, queries.requests_waiting(actor), prefix="w"),
        "live": tables.OpportunityTable(request, queries.live_opportunities(actor), prefix="o"),
        "to_write": tables.ToWriteTable(request, queries.sessions_to_write_down(actor, today - BACK), prefix="t"),
        "sessions": tables.SessionTable(request, sessions, prefix="s"),
        "arrangements": tables.ArrangementTable(request, waiting, prefix="a"),
        "not_met": tables.NotMetTable(request, queries.not_met(actor, today - BACK), prefix="n"),
    }
    facts = {
        "title": _("Involvement"),
        **lists,
        "nothing": not any(table.pages.rows or table.chosen for table in lists.values()),
        "may_ask": rules.may_ask(actor),
        "runs": rules.may_run(actor),
    }
    return pages.page(request, "involvement/index.html", facts)


def requests(request: Any, org: str) -> HttpResponse:
    _check_staff(request)
    table = tables.RequestTable(request, queries.requests_for(request.actor))
    return _list(request, _("All requests"), table)


def asked(request: Any, org: str) -> HttpResponse:
    _check_staff(request)
    days = Days(request.clock.today(), request.clock.settings.year_starts_month)
    table = tables.AskedTable(request, decided_and_asked(request.actor), days)
    return _list(request, _("How early people were asked"), table)


def agendas(request: Any, org: str) -> HttpResponse:
    _check_staff(request)
    return _list(request, _("Who brought what"), tables.AgendaTable(request, brought.agenda_items(request.actor)))


def papers(request: Any, org: str) -> HttpResponse:
    _check_staff(request)
    return _list(request, _("Papers of sessions"), tables.PaperTable(request, brought.papers(request.actor)))


def opportunities(request: Any, org: str) -> HttpResponse:
    _check_staff(request)
    table = tables.AllOpportunityTable(request, queries.opportunities_for(request.actor))
    return _list(request, _("All opportunities"), table)


def _check_staff(request: Any) -> None:
    if not rules.may_see(request.actor):
        raise NotYours


def _list(request: Any, title: str, table: Table) -> HttpResponse:
    back = (_("Involvement"), here(request, "involvement"))
    return pages.page(request, "involvement/list.html", {"title": title, "table": table, "back": back})
