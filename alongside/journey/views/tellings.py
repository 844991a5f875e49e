"""Telling what a moment was like: by anybody, for somebody, from paper; taking it back; reading words before others."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.accounts.permissions import Permission as P
from alongside.core import crowding, follow_codes, pages
from alongside.core.actor import Actor, Kind, Medium
from alongside.core.errors import NotYours, Refused
from alongside.core.visitors import asker, private
from alongside.decisions import queries as decisions
from alongside.organisation.models import Unit
from alongside.people import queries as people
from alongside.people.models import Person

from .. import services, touch_words
from ..forms import PlainForm
from ..forms import touchpoints as forms
from ..models import Telling, Touchpoint
from ..queries import touchpoints as queries
from ..rules import touchpoints as rules
from ..tables.touchpoints import ToReadTable
from .moments import here

OWN, THEIRS = "o", "t"  # whose code the cookie holds
COOKIE, KEPT = "tellingcode", 600


def _service(request: Any, unit: str) -> tuple[Unit, dict[str, Touchpoint], dict[int, str]]:
    """With its moments now, and what the steps are called."""
    found = queries.unit_for(request.actor, unit)
    moments = {row.code: row for row in queries.open_of(found)} if rules.can_have(found) else {}
    own = queries.feelings_of(found.organisation_id, request.clock.today())
    return found, moments, touch_words.feelings(own)


def _asked(moments: dict[str, Touchpoint]) -> list[tuple[str, str, str]]:
    return [(code, row.name, row.about) for code, row in moments.items()]


@never_cache
def tell(request: Any, org: str, unit: str) -> HttpResponse:
    found, moments, steps = _service(request, unit)
    may_sign = request.actor.person_id is not None
    form = forms.TellForm.of(
        request,
        moments=_asked(moments),
        feelings=steps,
        may_sign=may_sign,
        initial={"moment": request.GET.get("moment", "")},
    )
    codes: list[str] = []
    done = pages.submit(
        request, form, lambda data: _tell(request, form, found, moments, data, codes), then=lambda url: url
    )
    if done and done["Location"] == here(org, "told"):
        return _hand_code(request, done, codes[0] if codes else follow_codes.code_for(form), OWN)
    context = {
        "form": form,
        "title": _("What was it like?"),
        "lead": found.name,
        "open": bool(moments),
        "asks_about": f"/{org}/say/?unit={found.code}",
        "help_now": request.organisation.help_now,
        "back": (found.name, here(org, unit)),
    }
    return done or private(pages.page(request, "journey/tell.html", context), form=True)


def _tell(
    request: Any,
    form: forms.TellForm,
    unit: Unit,
    moments: dict[str, Touchpoint],
    data: dict[str, Any],
    codes: list[str],
) -> str:
    """Without a name it is told by nobody, though somebody may be signed in."""
    moment = moments[data["moment"]]
    signed = request.actor.person_id is not None and not data.get("unlinked", False)
    crowding.check(asker(request), unit.organisation_id, f"moment {moment.code} {data['felt']}", data["words"])
    telling, code = services.tell_touch(
        touchpoint=moment,
        felt=_felt(data),
        person=people.my_person(request.actor) if signed else None,
        by=request.actor if signed else _nobody(unit.organisation_id),
        code="" if signed else follow_codes.code_for(form),
    )
    if not code:
        return here(request.organisation.slug, "mine", telling.code)
    codes.append(code)
    return here(request.organisation.slug, "told")


def _nobody(organisation_id: int) -> Actor:
    return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)


def _felt(data: dict[str, Any]) -> services.Felt:
    return services.Felt(int(data["felt"]), data["words"], data["audience"], data.get("named", False))


def _hand_code(request: Any, response: HttpResponse, code: str, whose: str) -> HttpResponse:
    """To the browser, for the next page only."""
    response.set_signed_cookie(
        COOKIE,
        whose + code,
        salt="telling",
        max_age=KEPT,
        path=here(request.organisation.slug, "told"),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


@never_cache
def told(request: Any, org: str) -> HttpResponse:
    handed = request.get_signed_cookie(COOKIE, default="", salt="telling", max_age=KEPT)
    context = {
        "title": _("We have it") if handed else _("The code was shown once"),
        "code": follow_codes.in_groups(handed[1:]),
        "for_them": handed.startswith(THEIRS),
        "back": (_("What our services are like"), here(org)),
    }
    response = pages.page(request, "journey/told.html", context)
    response.delete_cookie(COOKIE, path=here(org, "told"), samesite="Lax")
    return private(response)


@never_cache
def take_down(request: Any, org: str, unit: str) -> HttpResponse:
    """Somebody who works here writes it down, from what they say stands with it."""
    found, moments, steps = _service(request, unit)
    if not rules.can_write_down(request.actor, found):
        raise NotYours
    form = forms.TakeDownForm.of(
        request, moments=_asked(moments), feelings=steps, register=request.actor.can(P.SEE_REGISTER)
    )
    codes: list[str] = []
    done = pages.submit(
        request, form, lambda data: _take_down(request, form, moments, data, codes), then=lambda url: url
    )
    if done and done["Location"] == here(org, "told"):
        return _hand_code(request, done, codes[0] if codes else follow_codes.code_for(form), THEIRS)
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
        felt=_felt(data),
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


def sheet(request: Any, org: str, unit: str) -> HttpResponse:
    """One sheet of paper with the moments and the steps, to be given away and typed in."""
    found, moments, steps = _service(request, unit)
    if not rules.can_write_down(request.actor, found) or not moments:
        raise NotYours
    context = {
        "title": _("What was it like? %(service)s") % {"service": found.name},
        "unit": found,
        "moments": list(moments.values()),
        "steps": list(steps.values()),
        "least": request.clock.settings.pulse_threshold,
        "audiences": [str(label) for _value, label in forms.TellingAudience.choices],
        "back": (found.name, here(org, unit)),
    }
    return pages.page(request, "journey/touch_sheet.html", context)


# One's own.


def mine(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.my_telling(request.actor, code)
    context = {**_own_context(request, found), "take_back": here(org, "mine", code, "take-back")}
    return private(pages.page(request, "journey/telling.html", context))


def _own_context(request: Any, found: Telling) -> dict[str, Any]:
    own = queries.feelings_of(found.organisation_id, request.clock.today())
    return {
        "title": _("What you told us"),
        "telling": found,
        "felt": touch_words.feelings(own)[found.felt or 0],
        "least": request.clock.settings.pulse_threshold,
        "back": (found.touchpoint.unit.name, here(request.organisation.slug, found.touchpoint.unit.code)),
    }


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    found, form = queries.my_telling(request.actor, code), PlainForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda _data: services.take_back_telling(telling=found, by=request.actor),
        then=here(org),
        note=_("Taken back. Your words are gone."),
    )
    context = {
        "form": form,
        "title": _("Take it back?"),
        "text": touch_words.what_goes(found.counted_id is not None),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("Back"), here(org, "mine", code)),
    }
    return done or private(pages.page(request, "core/confirm.html", context), form=True)


@never_cache
def by_code(request: Any, org: str) -> HttpResponse:
    """First the code, then what was told, then taking it back. The code stands in no address."""
    form = forms.CodeForm.of(request)
    found = _of_code(request, form) if request.method == "POST" and form.is_valid() else None
    if found is None:
        context = {"form": form, "title": _("I have a code"), "back": (_("What our services are like"), here(org))}
        return private(pages.page(request, "journey/telling_code.html", context), form=True)
    if "take_back" in request.POST:
        by = Actor(kind=Kind.CODE_HOLDER, organisation_id=found.organisation_id)
        services.take_back_telling(telling=found, by=by, by_code=True)
        return private(pages.SeeOther(here(org, "gone")), form=True)
    context = {
        **_own_context(request, found),
        "code": form.cleaned_data["code"],
        "goes": touch_words.what_goes(found.counted_id is not None),
    }
    return private(pages.page(request, "journey/telling.html", context), form=True)


def _of_code(request: Any, form: forms.CodeForm) -> Telling | None:
    """The same sentence for a code that is wrong and for too many tries."""
    try:
        return queries.telling_by_code(request.organisation, form.cleaned_data["code"], asker(request))
    except NotYours:
        form.add_error("code", _("We do not know this code. Check it, letter by letter, or try again in ten minutes."))
        return None


def gone(request: Any, org: str) -> HttpResponse:
    context = {"title": _("Taken back"), "back": (_("What our services are like"), here(org))}
    return private(pages.page(request, "journey/telling_gone.html", context))


# Reading.


def to_read(request: Any, org: str) -> HttpResponse:
    if not rules.can_moderate(request.actor):
        raise NotYours
    context = {
        "title": _("Words to read"),
        "table": ToReadTable(request, queries.to_read(request.actor)),
        "back": (_("What our services are like"), here(org)),
    }
    return pages.page(request, "journey/to_read.html", context)


def read(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.telling_to_read(request.actor, code)
    form = forms.ReadForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.read_telling(
            telling=found, hold=data["hold"] == "yes", held_why=data["held_why"], by=request.actor
        ),
        then=here(org, "words"),
        note=_("Saved."),
    )
    context = {
        "form": form,
        "title": found.touchpoint.name,
        "telling": found,
        "helps": f"/{org}/voices/new/?unit={found.touchpoint.unit.code}",
        "back": (_("Words to read"), here(org, "words")),
    }
    return done or pages.page(request, "journey/read_telling.html", context)
