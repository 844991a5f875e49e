"""One small page for each change that the person, or somebody on their behalf, may make."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core.errors import NotYours

from .. import forms, queries, services
from ..models import ChannelKind, Purpose
from ..wording import wording_of
from . import hearing, turns
from .equality import EQUALITY
from .places import At


def names(at: At) -> HttpResponse:
    initial = {"name": at.person.name, "called": at.person.called}
    form = forms.NamesForm.of(at.request, own=at.own, initial=initial)
    return at.change(form, at.of_person(services.change_person), title=_("Your name") if at.own else _("Their name"))


# How to reach them.


def _channel_kind(kind: str) -> ChannelKind:
    if kind not in ChannelKind.values:
        raise NotYours
    return ChannelKind(kind)


def channel(at: At, kind: str) -> HttpResponse:
    found = _channel_kind(kind)
    now = next((one for one in queries.channels_of(at.person) if one.kind == kind), None)
    initial = {"address": now.address, "preferred": now.preferred} if now else {}
    form = forms.ChannelForm.of(at.request, own=at.own, kind=kind, initial=initial)
    return at.change(
        form,
        at.of_person(services.set_channel, kind=kind),
        title=str(found.label),
        wording=hearing.stopped(now) if now else "",
        text=_("An address alone does not let us write: what is allowed is a question of its own."),
    )


def channel_remove(at: At, kind: str) -> HttpResponse:
    found = _channel_kind(kind)
    return at.change(
        forms.PlainForm.of(at.request, own=at.own),
        at.of_person(services.remove_channel, kind=kind),
        title=_("Remove this way to reach you?") if at.own else _("Remove this way to reach them?"),
        text=_("%(kind)s: nothing is kept of it.") % {"kind": found.label},
        button=_("Remove it"),
        note=_("Removed."),
    )


# What they allow.


def _purpose(purpose: str) -> Purpose:
    if purpose not in Purpose.values:
        raise NotYours
    return Purpose(purpose)


def consent(at: At, purpose: str) -> HttpResponse:
    found = _purpose(purpose)
    wording = wording_of(purpose, at.person.organisation.name)
    return at.change(
        forms.ConsentForm.of(at.request, own=at.own),
        at.of_person(services.give_consent, purpose=purpose, wording=wording),
        title=str(found.label),
        wording=wording,
        text=_("Say no and nothing changes: you can take part as before.") if at.own else "",
        button=_("Yes, I allow this") if at.own else _("They allow this"),
    )


def consent_withdraw(at: At, purpose: str) -> HttpResponse:
    found = _purpose(purpose)
    return at.change(
        forms.PlainForm.of(at.request, own=at.own),
        at.of_person(services.withdraw_consent, purpose=purpose),
        title=_("Take this back?"),
        text=_("%(what)s: this ends at once. Nothing else changes.") % {"what": found.label},
        button=_("Take it back"),
        note=_("Taken back. It ended at once."),
    )


# What they need and offer.


def need_new(at: At) -> HttpResponse:
    return at.change(
        forms.NeedForm.of(at.request, own=at.own),
        at.of_person(services.add_need),
        title=_("Something I need") if at.own else _("Something they need"),
    )


def need_review(at: At, need: str) -> HttpResponse:
    found = queries.need_of(at.person, need)
    return at.change(
        forms.ReviewForm.of(at.request, own=at.own),
        partial(services.review_need, need=found),
        title=_("Is this still right?"),
        wording=found.words,
        button=_("Yes, it is still right"),
        other=(_("No, end it"), f"{at.base}needs/{found.code}/end/"),
    )


def need_end(at: At, need: str) -> HttpResponse:
    found = queries.need_of(at.person, need)
    return at.change(
        forms.PlainForm.of(at.request, own=at.own),
        partial(services.end_need, need=found),
        title=_("Is this not needed any more?"),
        wording=found.words,
        button=_("End it"),
        note=_("Ended."),
    )


def offer_new(at: At) -> HttpResponse:
    return at.change(
        forms.OfferForm.of(at.request, own=at.own),
        at.of_person(services.add_offer),
        title=_("Something I bring") if at.own else _("Something they bring"),
    )


def offer_end(at: At, offer: str) -> HttpResponse:
    found = queries.offer_of(at.person, offer)
    return at.change(
        forms.PlainForm.of(at.request, own=at.own),
        partial(services.end_offer, offer=found),
        title=_("Take this out?"),
        wording=found.words,
        button=_("Take it out"),
        note=_("Taken out."),
    )


# A rest.


def pause(at: At) -> HttpResponse:
    now = queries.open_pause(at.person)
    form = forms.PauseForm.of(at.request, own=at.own, initial={"until": now.until} if now else {})
    return at.change(
        form,
        at.of_person(services.pause),
        title=_("Take a rest") if at.own else _("They take a rest"),
        text=_("Nothing is sent during a rest. There is no need to say why, and nobody asks."),
        button=_("Start the rest"),
        note=_("The rest has started. Nothing is sent until it ends."),
    )


def resume(at: At) -> HttpResponse:
    return at.change(
        forms.PlainForm.of(at.request, own=at.own),
        at.of_person(services.resume),
        title=_("End the rest?"),
        text=_("What waited is sent now."),
        button=_("Come back") if at.own else _("End the rest"),
        note=_("Welcome back. What waited is sent now.") if at.own else _("The rest has ended."),
    )


CHANGES: dict[str, Callable[..., HttpResponse]] = {
    "names/": names,
    "channels/<slug:kind>/": channel,
    "channels/<slug:kind>/remove/": channel_remove,
    "consents/<slug:purpose>/": consent,
    "consents/<slug:purpose>/withdraw/": consent_withdraw,
    "needs/new/": need_new,
    "needs/<slug:need>/review/": need_review,
    "needs/<slug:need>/end/": need_end,
    "offers/new/": offer_new,
    "offers/<slug:offer>/end/": offer_end,
    "hearing/": hearing.hearing,
    "wishes/": turns.wishes,
    "limits/": turns.limits,
    "pause/": pause,
    "resume/": resume,
    **EQUALITY,
}
