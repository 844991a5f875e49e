"""Telling what a moment was like: by anybody, or signed in; the code of whoever has no name; the sheet of paper."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.core import crowding, follow_codes, pages
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.core.visitors import asker, private
from alongside.organisation.models import Unit
from alongside.people import queries as people

from .. import services, touch_words
from ..forms import touchpoints as forms
from ..models import Touchpoint
from ..queries import touchpoints as queries
from ..rules import touchpoints as rules
from .moments import here

OWN, THEIRS = "o", "t"  # whose code the cookie holds
COOKIE, KEPT = "tellingcode", 600


def service_of(request: Any, unit: str) -> tuple[Unit, dict[str, Touchpoint], dict[int, str]]:
    """With its moments now, and what the steps are called."""
    found = queries.unit_for(request.actor, unit)
    moments = {row.code: row for row in queries.open_of(found)} if rules.can_have(found) else {}
    own = queries.feelings_of(found.organisation_id, request.clock.today())
    return found, moments, touch_words.feelings(own)


def asked_of(moments: dict[str, Touchpoint]) -> list[tuple[str, str, str]]:
    return [(code, row.name, row.about) for code, row in moments.items()]


@never_cache
def tell(request: Any, org: str, unit: str) -> HttpResponse:
    found, moments, steps = service_of(request, unit)
    may_sign = request.actor.person_id is not None
    form = forms.TellForm.of(
        request,
        moments=asked_of(moments),
        feelings=steps,
        may_sign=may_sign,
        initial={"moment": request.GET.get("moment", "")},
    )
    codes: list[str] = []
    done = pages.submit(
        request, form, lambda data: _tell(request, form, found, moments, data, codes), then=lambda url: url
    )
    if done and done["Location"] == here(org, "told"):
        return hand_code(request, done, codes[0] if codes else follow_codes.code_for(form), OWN)
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
        felt=felt_of(data),
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


def felt_of(data: dict[str, Any]) -> services.Felt:
    return services.Felt(int(data["felt"]), data["words"], data["audience"], data.get("named", False))


def hand_code(request: Any, response: HttpResponse, code: str, whose: str) -> HttpResponse:
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


def sheet(request: Any, org: str, unit: str) -> HttpResponse:
    """One sheet of paper with the moments and the steps, to be given away and typed in."""
    found, moments, steps = service_of(request, unit)
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
