"""How somebody wants to hear from us, and what does not work any more."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import parts

from .. import forms, queries, services
from ..models import ANY_DAY, Channel
from .places import At

CHOSEN = (
    *("often", "answers_at_once", "from_time", "until_time", "on_the_phone", "leave_word"),
    *("quote_email", "quote_post"),
)


def hearing(at: At) -> HttpResponse:
    now = queries.hearing_of(at.person)
    days = [] if now.days == ANY_DAY else list(now.days)
    initial = {**{name: getattr(now, name) for name in CHOSEN}, "days": days}
    return at.change(
        forms.HearingForm.of(at.request, own=at.own, initial=initial),
        at.of_person(services.set_hearing),
        title=_("How I want to hear from you") if at.own else _("How they want to hear from us"),
        note=_("Saved. It holds from now on."),
    )


def stopped(channel: Channel) -> str:
    """Why nothing is sent there, and how that ends."""
    if channel.stopped_on is None:
        return ""
    facts = {"day": parts.day(channel.stopped_on), "why": channel.get_stopped_why_display()}
    return (
        _("Nothing is sent there since %(day)s. %(why)s. Put it right and save, or save it as it is if it works now.")
        % facts
    )
