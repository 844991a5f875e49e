"""How it was: the form for those who were there and for staff, by phone, by a sheet, and the sheets themselves."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.actor import Kind as ActorKind
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.people import queries as people

from .. import forms, pulse_words, queries, services
from ..models import OpenPulse, PulseRound


def _title(pulse: PulseRound) -> str:
    return pulse.meeting.title if pulse.meeting else pulse.opportunity.title


def _accounts(org: str, pulse: PulseRound) -> str:
    return f"/{org}/candour/activities/{pulse.opportunity.code}/"


def _promise(pulse: PulseRound) -> list[Any]:
    """What happens with an answer, said before it is given."""
    least = {"least": pulse.box.least}
    if pulse.could_answer == 1:
        return [pulse_words.ALONE, pulse_words.FEW % least]
    return [(pulse_words.FEW if pulse.box.is_pool else pulse_words.MANY) % least]


@never_cache
def answer(request: Any, org: str, code: str) -> HttpResponse:
    actor, pulse = request.actor, queries.round_for(request.actor, code)
    if not queries.was_there(pulse, actor.person_id):
        return _as_staff(request, org, pulse)
    context = _about(request, org, pulse)
    if (done := _stands(request, pulse, context)) is not None:
        return done
    if request.method == "GET" and queries.has_had_turn(pulse, actor.person_id):
        return pages.page(request, "candour/pulse_done.html", context)
    form = forms.PulseForm.of(request, stages=pulse.stages, openly=True)
    done = pages.submit(
        request, form, lambda data: _give(form, pulse, actor), then=f"/{org}/pulses/{code}/", note=_("We have it.")
    )
    return done or pages.page(request, "candour/pulse.html", {**context, "form": form, "promise": _promise(pulse)})


def _give(form: forms.PulseForm, pulse: PulseRound, actor: Actor) -> None:
    verb = services.answer_openly if form.cleaned_data["openly"] else services.answer_pulse
    verb(pulse=pulse, by=actor, **form.answers())


def _about(request: Any, org: str, pulse: PulseRound) -> dict[str, Any]:
    return {
        "title": _("How was it?"),
        "pulse": pulse,
        "what": _title(pulse),
        "accounts": _accounts(org, pulse),
        "safe": pulse_words.SAFE,
        "last": pulse_words.LAST,
    }


def _stands(request: Any, pulse: PulseRound, context: dict[str, Any]) -> HttpResponse | None:
    """What the actor said openly, or that it is over."""
    mine = queries.my_open(request.actor, pulse)
    if request.method == "GET" and (mine or not pulse.is_open(request.clock.today())):
        return pages.page(request, "candour/pulse_done.html", {**context, "mine": mine})
    return None


def _as_staff(request: Any, org: str, pulse: PulseRound) -> HttpResponse:
    context = {**_about(request, org, pulse), "back": (_("The two accounts"), _accounts(org, pulse))}
    if (done := _stands(request, pulse, context)) is not None:
        return done
    form = forms.PulseForm.of(request, stages=pulse.stages)
    done = pages.submit(
        request,
        form,
        lambda data: services.answer_as_staff(pulse=pulse, by=request.actor, **data),
        then=_accounts(org, pulse),
        note=_("Saved. It is shown when those who took part have had their time too."),
    )
    page = {**context, "form": form, "promise": [pulse_words.STAFF], "staff": True}
    return done or pages.page(request, "candour/pulse.html", page)


@never_cache
def take_back(request: Any, org: str, code: str) -> HttpResponse:
    pulse = queries.round_for(request.actor, code)
    mine = queries.my_open(request.actor, pulse)
    if mine is None or mine.taken_back_on is not None:
        raise NotYours
    return _ask_back(request, org, pulse, mine)


def _ask_back(request: Any, org: str, pulse: PulseRound, mine: OpenPulse) -> HttpResponse:
    form, page = Form.of(request), f"/{org}/pulses/{pulse.code}/"
    done = pages.submit(
        request,
        form,
        lambda data: services.take_back(account=mine, by=request.actor),
        then=page,
        note=_("Taken back. What you said is gone."),
    )
    context = {
        "form": form,
        "title": _("Take back what you said openly?"),
        "text": _("All of it goes, for good. You cannot answer again."),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("How was it?"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)


@never_cache
def on_the_phone(request: Any, org: str, code: str, person: str) -> HttpResponse:
    """Somebody tells it on the phone. Whoever writes it down hears it; nothing keeps who it was."""
    pulse, found = queries.round_to_hand_out(request.actor, code), people.person_for(request.actor, person)
    if not queries.was_there(pulse, found.pk):
        raise NotYours
    by, page = request.actor.for_person(found.pk, Medium.PHONE), f"/{org}/pulses/{code}/sheets/"
    form = forms.PulseForm.of(request, stages=pulse.stages)
    done = pages.submit(
        request,
        form,
        lambda data: services.answer_pulse(pulse=pulse, by=by, **data),
        then=page,
        note=_("It is with the others. Tell nobody what they said."),
    )
    told = _("You write down what %(name)s tells you, in their words. Read the promise out to them first.")
    context = {
        **_about(request, org, pulse),
        "form": form,
        "promise": [told % {"name": found.known_as}, *_promise(pulse)],
        "back": (_("Sheets and phone"), page),
    }
    return done or pages.page(request, "candour/pulse.html", context)


@never_cache
def sheets(request: Any, org: str, code: str) -> HttpResponse:
    """Who takes a sheet; then the sheets, once, in no order. Nobody is sent on: the codes are in no address."""
    pulse = queries.round_to_hand_out(request.actor, code)
    there = list(queries.people_there(pulse))
    form = forms.SheetsForm.of(request, there=there)
    printed: list[list[str]] = []
    done = pages.submit(request, form, lambda data: printed.append(_hand_out(request, form, pulse)), then="")
    context = {**_about(request, org, pulse), "title": _("Sheets and phone")}
    context["back"] = (_("The two accounts"), _accounts(org, pulse))
    if done and printed:
        return pages.page(
            request, "candour/pulse_sheets.html", {**context, **_sheet(request, pulse), "codes": printed[0]}
        )
    return pages.page(request, "candour/pulse_hand_out.html", {**context, "form": form, "there": there})


def _hand_out(request: Any, form: forms.SheetsForm, pulse: PulseRound) -> list[str]:
    return services.hand_out_sheets(pulse=pulse, people=form.chosen(), by=request.actor)


def _sheet(request: Any, pulse: PulseRound) -> dict[str, Any]:
    return {
        "title": _("How was it?"),
        "promise": _promise(pulse),
        "statements": pulse_words.STATEMENTS.values(),
        "scale": [label for _value, label in pulse_words.SCALE],
        "parts": [pulse_words.PART[stage] for stage in pulse.stages],
        "lived": [label for _value, label in pulse_words.LIVED],
        "words": pulse_words,
        "address": request.build_absolute_uri(f"/{request.organisation.slug}/pulse/"),
    }


@never_cache
def by_sheet(request: Any, org: str) -> HttpResponse:
    """For anybody who holds a sheet. First the code, then the form; the code stands in no address."""
    code = queries.typed(request.POST.get("code", ""))
    pulse = queries.round_of_sheet(request.organisation.pk, code) if code else None
    if pulse is None:
        return _ask_for_code(request, code)
    sent = "heard_asked" in request.POST
    form = forms.PulseForm(request.POST if sent else None, stages=pulse.stages)
    by = Actor(kind=ActorKind.PUBLIC, organisation_id=request.organisation.pk)
    done = sent and pages.submit(
        request,
        form,
        lambda data: services.answer_on_sheet(code=code, by=by, **data),
        then=f"/{org}/pulse/done/",
    )
    page = {**_about(request, org, pulse), "form": form, "promise": _promise(pulse), "code": code}
    return done or pages.page(request, "candour/pulse.html", page)


def _ask_for_code(request: Any, code: str) -> HttpResponse:
    form = forms.SheetCodeForm.of(request)
    if form.is_bound and form.is_valid() and code:
        form.add_error("code", _("No sheet has this code, or it was used already. Look at it again."))
    return pages.page(request, "candour/pulse_code.html", {"title": _("How was it?"), "form": form})


def after_sheet(request: Any, org: str) -> HttpResponse:
    return pages.page(request, "candour/pulse_after.html", {"title": _("We have it")})
