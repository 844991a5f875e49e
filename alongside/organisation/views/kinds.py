"""Kinds of decision, and reserving them for people."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages

from .. import forms, queries, rules, services
from ..models import Kind
from ..tables import KindTable
from .parts import back_to, only, url_of


@only(rules.can_set_up)
def kinds(request: Any, org: str) -> HttpResponse:
    context = {
        "title": _("Kinds of decision"),
        "back": back_to(request),
        "table": KindTable(request, queries.kinds_with_reservations(request.actor)),
        "history": queries.history_of(request.actor, Kind),
    }
    return pages.page(request, "organisation/kinds.html", context)


def _back(request: Any) -> tuple[str, str]:
    return back_to(request, "settings_kinds", _("Kinds of decision"))


@only(rules.can_set_up)
def add(request: Any, org: str) -> HttpResponse:
    form = forms.KindForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.add_kind(**data, by=request.actor),
        then=url_of(request, "settings_kinds"),
        note=_("Added."),
    )
    context = {"form": form, "title": _("Add a kind of decision"), "back": _back(request)}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def change(request: Any, org: str, code: str) -> HttpResponse:
    kind = queries.kind_for(request.actor, code)
    form = forms.KindChangeForm.of(request, initial={"name": kind.name, "in_use": kind.in_use})
    done = pages.submit(
        request,
        form,
        lambda data: services.change_kind(**data, kind=kind, by=request.actor),
        then=url_of(request, "settings_kinds"),
        note=_("Saved."),
    )
    context = {"form": form, "title": kind.name, "back": _back(request)}
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def reserve(request: Any, org: str, code: str) -> HttpResponse:
    kind = queries.kind_for(request.actor, code)
    form = forms.ReserveForm.of(request, initial={"from_day": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.reserve_kind(**data, kind=kind, by=request.actor),
        then=url_of(request, "settings_kinds"),
        note=_("Reserved. It stands on your public page."),
    )
    context = {
        "form": form,
        "title": _("Reserve “%(kind)s” for people") % {"kind": kind.name},
        "text": _(
            "From that day a decision of this kind may not be taken without the people it affects. Somebody who may "
            "allow an exception has to say why, and it is always reported."
        ),
        "button": _("Reserve it"),
        "back": _back(request),
    }
    return done or pages.page(request, "organisation/form.html", context)


@only(rules.can_set_up)
def release(request: Any, org: str, code: str) -> HttpResponse:
    kind = queries.kind_for(request.actor, code)
    form = forms.ReleaseForm.of(request, initial={"from_day": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.release_kind(**data, kind=kind, by=request.actor),
        then=url_of(request, "settings_kinds"),
        note=_("Released."),
    )
    context = {
        "form": form,
        "title": _("Release “%(kind)s”") % {"kind": kind.name},
        "text": _("From that day decisions of this kind may be taken without people. Who released it stays on record."),
        "button": _("Release it"),
        "back": _back(request),
    }
    return done or pages.page(request, "organisation/form.html", context)
