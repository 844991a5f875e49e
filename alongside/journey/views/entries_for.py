"""Writing down what somebody without an account learned, and taking it back for them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations

from .. import queries, services
from ..forms import entries_for as forms
from ..forms.entries import ABOUT_ME
from ..models import Entry
from ..queries import sharing
from ..rules import entries as rules


def _here(org: str, *steps: str) -> str:
    return "/".join([f"/{org}/journey/entries", *steps, ""])


def take_down(request: Any, org: str) -> HttpResponse:
    if not rules.can_take_down(request.actor):
        raise NotYours
    units = [(unit.code, unit.name) for unit in sharing.units_to_choose(request.actor)]
    form = forms.TakeDownForm.of(request, initial={"on": request.clock.today()}, units=units)
    done = pages.submit(
        request,
        form,
        lambda data: _take_down(request, form),
        then=lambda made: _here(org, made.code),
        note=_("Kept. It is theirs: they can have it taken back at any time."),
    )
    context = {
        "form": form,
        "title": _("Write down what somebody told you that they learned"),
        "prompt": _("In their words, as they said them. Do not make them tidier or milder."),
        "back": (_("What was learned on the way"), _here(org)),
    }
    return done or pages.page(request, "journey/write.html", context)


def _take_down(request: Any, form: forms.TakeDownForm) -> Entry:
    data, actor = form.cleaned_data, request.actor
    about_them = data["about"] == ABOUT_ME
    try:
        person = decisions.person_called(actor, data["person"])
    except Refused as refused:
        raise Refused(refused.reason, field="person") from None
    return services.write_entry(
        words=form.words(),
        about=services.About(unit=None if about_them else organisations.unit_for(actor, data["about"])),
        shared=services.Shared(audience=data["audience"], named=data["named"]),
        on=data["on"],
        by=actor.for_person(person.pk, Medium(data["medium"])),
    )


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    actor, found = request.actor, queries.entry_for(request.actor, code)
    if not (found.medium and found.person_id and rules.can_take_down(actor)):
        raise NotYours
    person, form = found.person_id, forms.TakeBackForForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.take_back_entry(entry=found, by=actor.for_person(person, Medium(data["medium"]))),
        then=_here(org),
        note=_("Taken back. Its words are gone."),
    )
    context = {
        "form": form,
        "title": _("Do they want it taken back?"),
        "text": _("All of its words go, for everybody and for good. Nobody asks them why."),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("Back"), _here(org, code)),
    }
    return done or pages.page(request, "core/confirm.html", context)
