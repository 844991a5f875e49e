"""Writing down what somebody told, with how they told it; and taking it back for them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.accounts.permissions import Permission as P
from alongside.core import follow_codes, pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import NotYours, Refused
from alongside.core.visitors import private
from alongside.decisions import queries as decisions
from alongside.people.models import Person

from .. import services
from ..forms import touchpoints as forms
from ..models import Touchpoint
from ..queries import touchpoints as queries
from ..rules import touchpoints as rules
from .moments import here
from .tellings import THEIRS, asked_of, felt_of, hand_code, service_of


@never_cache
def take_down(request: Any, org: str, unit: str) -> HttpResponse:
    """Somebody who works here writes it down, from what they say stands with it."""
    found, moments, steps = service_of(request, unit)
    if not rules.can_write_down(request.actor, found):
        raise NotYours
    form = forms.TakeDownForm.of(
        request, moments=asked_of(moments), feelings=steps, register=request.actor.can(P.SEE_REGISTER)
    )
    codes: list[str] = []
    done = pages.submit(
        request, form, lambda data: _take_down(request, form, moments, data, codes), then=lambda url: url
    )
    if done and done["Location"] == here(org, "told"):
        return hand_code(request, done, codes[0] if codes else follow_codes.code_for(form), THEIRS)
    context = {
        "form": form,
        "title": _("Write down what somebody told you"),
        "lead": found.name,
        "open": bool(moments),
        "for_them": True,
        "help_now": request.organisation.help_now,
        "back": (found.name, here(org, unit)),
    }
    return done or private(pages.page(request, "journey/tell.html", context), form=True)


def _take_down(
    request: Any, form: forms.TakeDownForm, moments: dict[str, Touchpoint], data: dict[str, Any], codes: list[str]
) -> str:
    medium, actor = Medium(data["medium"]), request.actor
    person = _called(actor, data["person"]) if data.get("person") else None
    by = actor.for_person(person.pk, medium) if person else replace(actor, medium=medium)
    moment = moments[data["moment"]]
    _telling, code = services.tell_touch(
        touchpoint=moment,
        felt=felt_of(data),
        person=person,
        by=by,
        code="" if person else follow_codes.code_for(form),
    )
    if not code:
        return here(request.organisation.slug, moment.unit.code)
    codes.append(code)
    return here(request.organisation.slug, "told")


def _called(actor: Actor, name: str) -> Person:
    try:
        return decisions.person_called(actor, name)
    except Refused as refused:
        raise Refused(refused.reason, field="person") from None


@never_cache
def take_back_for(request: Any, org: str, unit: str) -> HttpResponse:
    """For somebody without an account, on the phone. Nobody sees here who told what."""
    found = queries.unit_for(request.actor, unit)
    if not rules.can_write_down(request.actor, found) or not request.actor.can(P.SEE_REGISTER):
        raise NotYours
    moments = {row.code: row for row in queries.touchpoints_of(found)}
    form = forms.TakeBackForForm.of(request, moments=[(code, row.name) for code, row in moments.items()])

    def act(data: dict[str, Any]) -> int:
        by = request.actor.for_person(_called(request.actor, data["person"]).pk, Medium(data["medium"]))
        return services.take_back_for(touchpoint=moments[data["moment"]], by=by)

    done = pages.submit(request, form, act, then=here(org, unit), note=_("Taken back. Their words are gone."))
    context = {
        "form": form,
        "title": _("Take back what was written down for somebody"),
        "lead": _("Their words go at once, and how it was for them. What was counted already stays a number."),
        "button": _("Take it back"),
        "back": (found.name, here(org, unit)),
    }
    return done or private(pages.page(request, "journey/story_form.html", context), form=True)
