"""A contributor asks for something to be decided; or somebody writes it down for them (`?for=` their code)."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import Person

from .. import forms, queries, rules, services


def ask(request: Any, org: str) -> HttpResponse:
    person, code = None, request.GET.get("for", "")
    if code:
        person = people.person_for(request.actor, code)
    if not rules.can_raise(_speaker(request.actor, person, Medium.PHONE)):
        raise NotYours
    form = forms.RaiseForm.of(
        request,
        choosable=queries.choosable(request.actor, permission=None),
        ask_kind=queries.kind_other(request.organisation.pk) is None,
        own=person is None,
    )
    done = pages.submit(
        request,
        form,
        lambda data: _raise(request.actor, person, data),
        then=lambda decision: queries.url_of(org, decision),
        note=_("Sent. It is on the list now."),
    )
    return done or pages.page(request, "decisions/raise.html", _context(request, form, person))


def _context(request: Any, form: forms.RaiseForm, person: Person | None) -> dict[str, Any]:
    clock = request.clock
    return {
        "form": form,
        "title": _("Ask for something to be decided"),
        "person": person,
        "read_by": clock.acknowledge_by(clock.today()),
        "back": (_("Decisions"), f"/{request.organisation.slug}/decisions/"),
    }


def _raise(actor: Actor, person: Person | None, data: dict[str, Any]) -> Any:
    medium = data.pop("medium", "")
    return services.raise_decision(by=_speaker(actor, person, medium), **data)


def _speaker(actor: Actor, person: Person | None, medium: str) -> Actor:
    return actor.for_person(person.pk, Medium(medium)) if person else actor
