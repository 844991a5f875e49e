"""Who was asked for a bid: shown to them, written down by hand, and what they said of it by phone."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions

from ..forms import bids as forms
from ..models import Bid
from ..queries.bid_people import asked_for_them
from ..rules import bids as rules
from ..services import bid_people
from .bids import confirm, here, kept, seen


def show(request: Any, org: str, code: str) -> HttpResponse:
    found = kept(request, code)
    text = _(
        "Everybody who was offered a place in what it rests on can read what it says of people’s part and what it "
        "promises, and can say that it is not so. Do this before it is sent: then there is time to put it right."
    )
    words = (_("Show it to those who were asked"), text, _("They are told that they can read it."))
    return confirm(request, found, lambda: bid_people.show_bid(bid=found, by=request.actor), words)


def asked(request: Any, org: str, code: str) -> HttpResponse:
    found = kept(request, code)
    form = forms.AskedForm.of(request)
    done = pages.submit(
        request, form, lambda data: _write_down(request, found, data), then=here(request, code), note=_("Written down.")
    )
    context = {
        "form": form,
        "title": _("Write down who was asked"),
        "back": (_("Back"), here(request, code)),
        "lead": _("What the record knows is counted already. This is for what it does not know."),
        "button": _("Write it down"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)


def _write_down(request: Any, found: Bid, data: dict[str, Any]) -> Any:
    called = data.pop("person")
    person = _called(request, called, "person") if called else None
    return bid_people.write_down_asked(bid=found, person=person, by=request.actor, **data)


def for_them(request: Any, org: str, code: str) -> HttpResponse:
    """What somebody of whom it speaks said on the phone or face to face."""
    found = seen(request, code)
    if not rules.can_write_down_answer(request.actor, found):
        raise NotYours
    form = forms.AnswerForThemForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: _answer_for(request, found, data),
        then=here(request, code),
        note=_("Written down. They are told, and can put it right."),
    )
    context = {
        "form": form,
        "title": _("Write down what somebody told you"),
        "back": (_("Back"), here(request, code)),
        "button": _("Write it down"),
    }
    return done or pages.page(request, "candour/bid_say.html", context)


def _answer_for(request: Any, found: Bid, data: dict[str, Any]) -> Any:
    person = _called(request, data["who"], "who")
    asked = asked_for_them(found, person)
    if asked is None:
        raise Refused(
            _("It is not written down that they were asked. Write that down first, or show it to them."), "who"
        )
    by = request.actor.for_person(person.pk, Medium(data["medium"]))
    return bid_people.answer_bid(asked=asked, so=data["so"] == "yes", words=data["words"], by=by)


def _called(request: Any, words: str, field: str) -> Any:
    try:
        return decisions.person_called(request.actor, words)
    except Refused as refused:
        raise Refused(refused.reason, field=field) from None
