"""Staff write down what somebody said: on the phone, on paper, at a session."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission
from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours, Refused
from alongside.people.models import Person

from .. import forms, queries, rules, services
from ..models import Via
from ..rules.showing import goes_further
from .public import hand_code
from .subjects import Subject, subject_of


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_write_down_something(request.actor):
        raise NotYours
    subject = subject_of(request)
    form = _form(request, subject)
    codes: list[str] = []
    done = pages.submit(request, form, lambda data: _say(request, subject, data, codes), then=lambda url: url)
    page = {
        "form": form,
        "title": _("Write down what somebody said"),
        "back": (_("Voices"), f"/{org}/voices/"),
        "subject": subject,
    }
    if done and codes:
        return hand_code(request, done, codes[0], for_them=True)
    return done or pages.page(request, "voice/write_down.html", page)


def _form(request: Any, subject: Subject) -> forms.WriteDownForm:
    there = queries.were_there(request.actor, subject.meeting) if subject.meeting else []
    return forms.WriteDownForm.of(
        request,
        units=[(unit.code, unit.name) for unit in queries.units_to_write_for(request.actor)],
        register=request.actor.can(Permission.SEE_REGISTER),
        were_there=[(person.code, queries.shown_name(person)) for person in there],
        decided=subject.decided,
        initial={"unit": subject.unit_code},
    )


def _say(request: Any, subject: Subject, data: dict[str, Any], codes: list[str]) -> str:
    medium, unit = Medium(data.pop("medium")), data.pop("unit", "")
    person, group = _who(request.actor, subject, data)
    by = request.actor.for_person(person.pk, medium) if person else replace(request.actor, medium=medium)
    slip = data.pop("slip", "")
    contribution, code = services.type_in(
        slip=slip,
        person=person,
        group_name=group,
        by=by,
        via=Via.WRITTEN_DOWN,
        uses=forms.uses_of(data),
        asks=forms.asks_of(data),
        files=forms.files_of(data),
        **subject.facts(unit, request.organisation),
        **data,
    )
    if slip:
        messages.success(request, _("Kept. The code on their slip shows it from now on."))
        code = None
    if code is None and contribution.restricted:
        messages.success(request, _("Kept. Only those who look after safety here see it from now on."))
        return f"/{request.organisation.slug}/voices/"
    if code is None:
        step = "preview/" if goes_further(contribution) else ""
        return f"/{request.organisation.slug}/voices/{contribution.code}/{step}"
    codes.append(code)
    return f"/{request.organisation.slug}/say/done/"


def _who(actor: Actor, subject: Subject, data: dict[str, Any]) -> tuple[Person | None, str]:
    who, group = data.pop("who"), data.pop("group_name")
    named, there = data.pop("person", ""), data.pop("was_there", "")
    if who == "group" and not group:
        raise Refused(_("Write what the group is called."), field="group_name")
    if who != "person":
        return None, group if who == "group" else ""
    if there:
        return queries.person_named(actor, there, subject.meeting), ""
    if not named:
        raise Refused(_("Say who it was."), field="was_there" if subject.meeting else "person")
    return queries.on_register(actor, named), ""
