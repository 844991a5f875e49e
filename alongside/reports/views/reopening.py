"""Opening a closed period again: asked by one side, answered by the other."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours

from .. import services
from ..close_forms import NoForm, ReasonForm
from ..models import PeriodReopening, SignSide
from ..queries import closes as queries


def _read(request: Any, period: str) -> queries.ReadClose:
    read = queries.close_to_read(request.actor, period, None, request.clock.today())
    if read.side is None:
        raise NotYours
    return read


def ask(request: Any, org: str, period: str) -> HttpResponse:
    read = _read(request, period)
    form, page = ReasonForm.of(request), f"/{org}/periods/{period}/"
    done = pages.submit(
        request,
        form,
        lambda data: services.ask_to_reopen(close=read.close, by=request.actor, **data),
        then=page,
        note=_("Asked. The other side is told. It is opened when they say yes."),
    )
    context = {
        "form": form,
        "title": _("Ask to open %(period)s again") % {"period": read.close.name},
        "text": _("It needs both sides. The closed version stays as it is; another one begins beside it."),
        "button": _("Ask the other side"),
        "back": (read.close.name, page),
    }
    return done or pages.page(request, "reports/close_act.html", context)


def _asked(read: queries.ReadClose) -> PeriodReopening:
    found = queries.asked_of(read.close)
    if found is None:
        raise NotYours
    return found


def agree(request: Any, org: str, period: str) -> HttpResponse:
    text = _("Another version begins. It is checked and signed by both sides like the first; that one stays.")
    return _answered(request, org, period, services.agree_to_reopen, (_("Open it again?"), text, _("Yes, open it")))


def refuse(request: Any, org: str, period: str) -> HttpResponse:
    read = _read(request, period)
    asked, page = _asked(read), f"/{org}/periods/{period}/"
    form = NoForm.of(request, owed=asked.side == SignSide.CONTRIBUTORS)
    done = pages.submit(
        request, form, lambda data: services.refuse_to_reopen(asked=asked, by=request.actor, **data), then=page
    )
    context = {
        "form": form,
        "title": _("Leave it closed?"),
        "text": _("It stays closed as it is. Whoever asked is told, and can ask again."),
        "button": _("Leave it closed"),
        "back": (read.close.name, page),
    }
    return done or pages.page(request, "reports/close_act.html", context)


def drop(request: Any, org: str, period: str) -> HttpResponse:
    text = _("It stays closed as it is. That you asked stays on the record.")
    return _answered(request, org, period, services.drop_asking, (_("Take it back?"), text, _("Take it back")))


def _answered(request: Any, org: str, period: str, verb: Any, words: tuple[str, str, str]) -> HttpResponse:
    read = _read(request, period)
    asked, (title, text, button) = _asked(read), words
    form, page = core_forms.Form.of(request), f"/{org}/periods/{period}/"
    done = pages.submit(request, form, lambda _data: verb(asked=asked, by=request.actor), then=page)
    context = {"title": title, "text": text, "button": button, "form": form, "back": (read.close.name, page)}
    return done or pages.page(request, "core/confirm.html", context)
