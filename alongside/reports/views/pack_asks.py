"""What is asked of the board in a pack, and what came of it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours

from .. import services
from ..models import BoardAsk
from ..models.packs import BOARD_ASK, BOARD_ASK_STATES, ISSUED
from ..pack_forms import AskForm, CameForm
from ..queries import packs as queries
from ..rules import packs as rules
from .packs import period_of


def _here(org: str, period: str) -> str:
    return f"/{org}/packs/{period}/asks/"


def new(request: Any, org: str, period: str) -> HttpResponse:
    days = period_of(request, period)
    row = queries.pack_to_read(request.actor, days)
    if not rules.prepares(request.actor) or (row is not None and row.state == ISSUED):
        raise NotYours
    form = AskForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.ask_board(
            organisation=request.organisation,
            period=days,
            what=data["what"],
            who=data["who"],
            by_day=data["by_day"],
            by=request.actor,
        ),
        then=_here(org, period),
        note=_("Written down. It stands in the pack."),
    )
    context = {
        "title": _("Ask something of the board"),
        "form": form,
        "back": (_("What is asked of the board"), _here(org, period)),
        "button": _("Save"),
    }
    return done or pages.page(request, "core/confirm.html", context)


def _ask(request: Any, period: str, code: str) -> BoardAsk:
    found = queries.ask_for(request.actor, code)
    if found.pack.period != period:
        raise NotYours
    return found


def ask(request: Any, org: str, period: str, code: str) -> HttpResponse:
    """One of them, with all that was said of what came of it."""
    found = _ask(request, period, code)
    actor, open_pack = request.actor, found.pack.state != ISSUED
    context = {
        "title": _("What is asked of the board"),
        "back": (_("What is asked of the board"), _here(org, period)),
        "ask": found,
        "state": BOARD_ASK_STATES[found.state],
        "came": [(BOARD_ASK_STATES[row.state], row) for row in queries.came_of(found)],
        "can_change": rules.prepares(actor) and open_pack,
        "can_say": rules.can_say_what_came(actor, found, found.pack),
    }
    return pages.unkept(pages.page(request, "reports/pack_ask.html", context))


def change(request: Any, org: str, period: str, code: str) -> HttpResponse:
    found = _ask(request, period, code)
    if not rules.prepares(request.actor) or found.pack.state == ISSUED:
        raise NotYours
    initial = {"what": found.what, "who": found.who, "by_day": found.by_day}
    form = AskForm.of(request, initial=initial, seen=found.version)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_ask(ask=found, by=request.actor, **data),
        then=f"{_here(org, period)}{code}/",
        note=_("Saved."),
    )
    context = {
        "title": _("Change what is asked"),
        "form": form,
        "back": (_("What is asked of the board"), f"{_here(org, period)}{code}/"),
        "button": _("Save"),
    }
    return done or pages.page(request, "core/confirm.html", context)


def leave_out(request: Any, org: str, period: str, code: str) -> HttpResponse:
    found = _ask(request, period, code)
    if not rules.prepares(request.actor) or found.pack.state == ISSUED:
        raise NotYours
    form = core_forms.Form.of(request)
    done = pages.submit(
        request, form, lambda _data: services.leave_out_ask(ask=found, by=request.actor), then=_here(org, period)
    )
    context = {
        "title": _("Leave this out?"),
        "text": found.what,
        "form": form,
        "back": (_("What is asked of the board"), f"{_here(org, period)}{code}/"),
        "button": _("Leave it out"),
    }
    return done or pages.page(request, "core/confirm.html", context)


def came(request: Any, org: str, period: str, code: str) -> HttpResponse:
    found = _ask(request, period, code)
    if not rules.can_say_what_came(request.actor, found, found.pack):
        raise NotYours
    form = CameForm.of(request, moves=BOARD_ASK.moves[found.state])
    done = pages.submit(
        request,
        form,
        lambda data: services.say_what_came(ask=found, by=request.actor, **data),
        then=f"{_here(org, period)}{code}/",
        note=_("Written down. The next pack says so, too."),
    )
    context = {
        "title": _("What came of it"),
        "text": found.what,
        "form": form,
        "back": (_("What is asked of the board"), f"{_here(org, period)}{code}/"),
        "button": _("Save"),
    }
    return done or pages.page(request, "core/confirm.html", context)
