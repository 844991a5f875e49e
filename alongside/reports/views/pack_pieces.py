"""What a contributor writes for the board, for them alone until they say that it is ready; and holding back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages, periods
from alongside.core.errors import NotYours

from .. import services
from ..models import PackPiece
from ..models.packs import ISSUED, PACK_PIECE_STATES, READY
from ..pack_forms import HoldBackForm, PieceForm
from ..pack_tables import PiecesTable
from ..packs.board import by_of
from ..queries import packs as queries
from ..rules import packs as rules
from .packs import period_of


def piece(request: Any, org: str, period: str) -> HttpResponse:
    days = period_of(request, period)
    if not rules.writes(request.actor):
        raise NotYours
    row = queries.pack_of(request.organisation.pk, days)
    own = queries.own_piece(request.actor, row)
    given = row is not None and row.state == ISSUED
    initial = {"words": own.words, "named": own.named} if own else {}
    form = PieceForm.of(request, initial=initial, seen=own.version if own else 0)
    here = f"/{org}/packs/{period}/piece/"
    done = pages.submit(
        request,
        form,
        lambda data: services.write_piece(organisation=request.organisation, period=days, by=request.actor, **data),
        then=here,
        note=_("Saved. Only you can read it until you say that it is ready."),
    )
    context = {
        "title": _("Your own page for the board: %(period)s") % {"period": days.name},
        "back": (_("Board packs"), f"/{org}/packs/"),
        "form": None if given else form,
        "own": own,
        "state": PACK_PIECE_STATES[own.state] if own else "",
        "ready": own is not None and own.state == READY,
        "given": given,
    }
    return done or pages.unkept(pages.page(request, "reports/pack_piece.html", context))


def _own(request: Any, period: str) -> PackPiece:
    days = period_of(request, period)
    found = queries.own_piece(request.actor, queries.pack_of(request.organisation.pk, days))
    if found is None or not rules.is_author(request.actor, found):
        raise NotYours
    return found


def ready(request: Any, org: str, period: str) -> HttpResponse:
    own = _own(request, period)
    if own.state == READY or own.pack.state == ISSUED:
        raise NotYours
    form = core_forms.Seen.of(request, seen=own.version)
    told = _("The board reads it, and everybody who belongs here once the board has the pack. You can take it back.")
    return _confirmed(
        *(request, form, _("Is it ready?"), told, _("Yes, put it in")),
        f"/{org}/packs/{period}/piece/",
        lambda: services.say_piece_ready(piece=own, seen=form.cleaned_data["seen"], by=request.actor),
        context={"own": own, "by": by_of(own)},
        template="reports/pack_piece_ready.html",
    )


def back(request: Any, org: str, period: str) -> HttpResponse:
    own = _own(request, period)
    told = _("Your words are gone at once, for good. If the board has had them, the pack says that somebody took theirs"
             " back, and not who.")  # fmt: skip
    return _confirmed(
        *(request, core_forms.Form.of(request), _("Take back what you wrote?"), told, _("Take it back")),
        f"/{org}/packs/{period}/piece/",
        lambda: services.take_back_piece(piece=own, by=request.actor),
    )


def pieces(request: Any, org: str) -> HttpResponse:
    """For the safeguarding lead."""
    context = {
        "title": _("What contributors wrote for the board"),
        "lead": _("Hold one back only where somebody could come to harm. Nobody holds back what is hard to read."),
        "table": PiecesTable(request, queries.pieces_to_look_after(request.actor)),
        "back": (_("Board packs"), f"/{org}/packs/"),
    }
    return pages.unkept(pages.page(request, "reports/pack_pieces.html", context))


def look_after(request: Any, org: str, code: str) -> HttpResponse:
    """One of them: held back with a reason, or let go."""
    found = queries.piece_to_look_after(request.actor, code)
    held, here = found.held_on is not None, f"/{org}/packs/pieces/"
    form: Any = core_forms.Form.of(request) if held else HoldBackForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: (
            services.let_piece_go(piece=found, by=request.actor)
            if held
            else services.hold_back_piece(piece=found, why=data["why"], by=request.actor)
        ),
        then=here,
        note=_("It stands there again.") if held else _("It is held back. Whoever wrote it reads why."),
    )
    period = periods.read(found.pack.period, request.clock.settings.year_starts_month)
    context = {
        "title": _("Written for the board: %(period)s") % {"period": period.name if period else found.pack.period},
        "back": (_("What contributors wrote for the board"), here),
        "piece": found,
        "by": by_of(found),
        "form": form,
        "held": held,
    }
    return done or pages.unkept(pages.page(request, "reports/pack_look_after.html", context))


def _confirmed(
    request: Any,
    form: Any,
    title: str,
    text: str,
    button: str,
    page: str,
    act: Callable[[], Any],
    context: dict[str, Any] | None = None,
    template: str = "core/confirm.html",
) -> HttpResponse:
    done = pages.submit(request, form, lambda _data: act(), then=page)
    shown = {"title": title, "text": text, "button": button, "form": form, "back": (_("Your own page"), page)}
    return done or pages.unkept(pages.page(request, template, {**shown, **(context or {})}))
