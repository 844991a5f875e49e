"""Asking people to rate the statements, answering once, and typing in what came on paper."""

from __future__ import annotations

from typing import Any

from django.core.signing import BadSignature
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.accounts.roles import works_here
from alongside.core import pages
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.core.forms import is_token, new_token
from alongside.core.visitors import asker

from .. import services, touch_words
from ..forms import statements as forms
from ..models import RatingRound
from ..queries import statements as queries
from ..rules import statements as rules
from ..rules.aims import takes_part
from .statements import here, unit_of, units_to_choose

COOKIE, KEPT = "rated", 60 * 60 * 24 * 130  # as long as a round can run


def ask(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.can_ask(actor):
        raise NotYours
    form = forms.AskForm.of(request, units=units_to_choose(request, lambda _actor, _unit: True))
    done = pages.submit(
        request,
        form,
        lambda data: services.ask_for_ratings(until=data["until"], unit=unit_of(request, data["unit"]), by=actor),
        then=lambda made: _url(org, made),
        note=_("People can answer now. Give them the address of this page, or print sheets."),
    )
    context = {
        "form": form,
        "title": _("Ask people to answer"),
        "lead": _("With all statements to which two people who take part have agreed, in their words of today."),
        "button": _("Ask"),
        "back": (_("All statements"), here(org)),
    }
    return done or pages.page(request, "journey/story_form.html", context)


def _url(org: str, found: RatingRound) -> str:
    return f"/{org}/rate/{found.code}/"


def _as_whom(request: Any, found: RatingRound) -> tuple[Actor, str, str]:
    """Somebody on the register as themselves, everybody else as nobody with the token of this browser; and the mark."""
    if takes_part(request.actor):
        return request.actor, "", queries.mark_of(found, person=request.actor.person_id)
    token = _token(request)
    nobody = Actor(kind=Kind.PUBLIC, organisation_id=found.organisation_id)
    return nobody, token, queries.mark_of(found, browser=token)


def _token(request: Any) -> str:
    try:
        found = request.get_signed_cookie(COOKIE, default="", salt="rating", max_age=KEPT)
    except BadSignature:
        return ""
    return found if is_token(found) else ""


@never_cache
def rate(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.round_for(request.actor, code)
    actor, token, mark = _as_whom(request, found)
    over = bool(found.closed_on) or request.clock.today() > found.closes_on
    staff = works_here(request.actor)
    context = _about(request, found)
    if over or staff or (request.method == "GET" and queries.has_had_turn(found, mark)):
        context |= {"over": over, "staff": staff, "types_in": rules.can_type_in(request.actor, found)}
        return pages.unkept(pages.page(request, "journey/rated.html", context))
    form = forms.RateForm.of(request, rated=context["rated"])
    browser = "" if actor.person_id else token or new_token()
    done = pages.submit(
        request,
        form,
        lambda _data: services.rate(
            found=found, given=form.given(), by=actor, browser=browser, asker=asker(request) if browser else ""
        ),
        then=_url(org, found),
        note=_("We have it."),
    )
    if done:
        return _keep(request, done, found, browser) if browser else done
    return pages.unkept(pages.page(request, "journey/rate.html", {**context, "form": form}))


def _about(request: Any, found: RatingRound) -> dict[str, Any]:
    org = request.organisation.slug
    return {
        "title": _("Is it so for you?"),
        "round": found,
        "what": found.unit.name if found.unit else request.organisation.name,
        "rated": [(row.code, row.statement.text) for row in queries.rated_in(found)],
        "least": found.least,
        "results": here(org) + (f"?unit={found.unit.code}" if found.unit else ""),
        "help_now": request.organisation.help_now,
        "back": (_("All statements"), here(org)),
    }


def _keep(request: Any, response: HttpResponse, found: RatingRound, token: str) -> HttpResponse:
    """Set when somebody answers, and sent to no other page."""
    response.set_signed_cookie(
        COOKIE,
        token,
        salt="rating",
        max_age=KEPT,
        path=_url(request.organisation.slug, found),
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )
    return response


def _on_paper(request: Any, code: str) -> RatingRound:
    found = queries.round_for(request.actor, code)
    running = found.closed_on is None and request.clock.today() <= found.closes_on
    if not running or not rules.can_type_in(request.actor, found):
        raise NotYours
    return found


def sheet(request: Any, org: str, code: str) -> HttpResponse:
    found = _on_paper(request, code)
    context = {
        **_about(request, found),
        "steps": list(touch_words.ANSWERS.values()),
        "address": request.build_absolute_uri(_url(org, found)),
    }
    return pages.page(request, "journey/rate_sheet.html", context)


@never_cache
def type_in(request: Any, org: str, code: str) -> HttpResponse:
    found = _on_paper(request, code)
    context = _about(request, found)
    form = forms.RateForm.of(request, rated=context["rated"])
    done = pages.submit(
        request,
        form,
        lambda _data: services.type_in_rating(found=found, given=form.given(), by=request.actor),
        then=f"{_url(org, found)}type-in/",
        note=_("It is with the others. Type in the next one, or stop here."),
    )
    context |= {"form": form, "title": _("Type in one sheet"), "typing": True}
    return done or pages.unkept(pages.page(request, "journey/rate.html", context))
