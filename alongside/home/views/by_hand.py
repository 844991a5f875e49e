"""Whom to ring and what to say; letters to print; how often staff hear."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import CONTRIBUTOR
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.post import queries as outbox

from .. import hand_forms as forms
from .. import services
from ..hand_tables import CallTable, LetterTable
from ..queries import by_hand
from .owed import allow


def allow_by_hand(request: Any) -> None:
    allow(request, P.RUN_INVOLVEMENT)
    allow(request, P.KEEP_REGISTER)


def calls(request: Any, org: str) -> HttpResponse:
    allow_by_hand(request)
    context = {
        "title": _("People to ring"),
        "back": (_("Outbox"), f"/{org}/outbox/"),
        "table": CallTable(request, by_hand.waiting_for(request.actor, "phone")),
    }
    return pages.page(request, "home/calls.html", context)


def call(request: Any, org: str, code: str) -> HttpResponse:
    allow_by_hand(request)
    found = by_hand.call_for(request.actor, code)
    things = [(thing.message.code, thing.message.subject) for thing in found.things]
    form = forms.CallForm.of(request, things=things, leave_word=found.hearing.leave_word)
    done = pages.submit(
        request,
        form,
        lambda data: services.record_call(person=found.person, by=request.actor, **data),
        then=f"/{org}/outbox/calls/",
        note=_("Written down."),
    )
    name = people.shown_name(found.person)
    context = {
        "title": _("Ring %(name)s") % {"name": name},
        "back": (_("People to ring"), f"/{org}/outbox/calls/"),
        "call": found,
        "name": name,
        "form": form,
    }
    return done or pages.page(request, "home/call.html", context)


def letters(request: Any, org: str) -> HttpResponse:
    allow_by_hand(request)
    context = {
        "title": _("Letters to print"),
        "back": (_("Outbox"), f"/{org}/outbox/"),
        "table": LetterTable(request, by_hand.waiting_for(request.actor, "post")),
        "most": by_hand.PRINTED_AT_ONCE,
    }
    return pages.page(request, "home/letters.html", context)


def letters_print(request: Any, org: str) -> HttpResponse:
    """The sheets, and below them, not on paper, what to say once they are posted."""
    allow_by_hand(request)
    found = by_hand.letters_for(request.actor)
    form = forms.PostedForm.of(
        request,
        letters=[(letter.person.code, people.shown_name(letter.person)) for letter in found],
        upto=max((t.message for letter in found for t in letter.things), key=lambda m: m.pk).code if found else "",
    )
    done = pages.submit(
        request,
        form,
        lambda data: services.letters_posted(by=request.actor, **data),
        then=f"/{org}/outbox/letters/",
        note=_("Written down: they are told."),
    )
    context = {
        "title": _("Letters to print"),
        "back": (_("Letters to print"), f"/{org}/outbox/letters/"),
        "letters": found,
        "today": request.clock.today(),
        "form": form,
    }
    return pages.unkept(done or pages.page(request, "home/letters_print.html", context))


def letter_returned(request: Any, org: str, code: str) -> HttpResponse:
    allow_by_hand(request)
    message = outbox.posted_one(request.organisation.pk, code)
    if message is None:
        raise NotYours
    form = forms.ReturnedForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.letter_returned(message=message, by=request.actor, **data),
        then=f"/{org}/outbox/",
        note=_("Written down. Nothing more is sent to that address until somebody looks at it."),
    )
    context = {
        "title": _("Did this letter come back?"),
        "back": (_("Outbox"), f"/{org}/outbox/"),
        "message": message,
        "form": form,
    }
    return done or pages.page(request, "home/letter_returned.html", context)


def how_often(request: Any, org: str) -> HttpResponse:
    """For everybody who works here, and whoever reads concerns: they hear of them in the same way."""
    if not request.actor.roles - {CONTRIBUTOR}:
        raise NotYours
    now = outbox.rhythm_of(request.organisation.pk, request.user.pk)
    form = forms.RhythmForm.of(request, initial={"often": now})
    done = pages.submit(
        request,
        form,
        lambda data: services.choose_rhythm(organisation=request.organisation, by=request.actor, **data),
        then=f"/{org}/owed/how-often/",
        note=_("Saved. It holds from now on."),
    )
    context = {"title": _("How often we write to you"), "back": (_("My page"), "/me/"), "form": form}
    return done or pages.page(request, "home/how_often.html", context)
