"""The event log and its verification; the outbox."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.audit import queries as audit
from alongside.candour.queries import concerns
from alongside.candour.services.concerns import MESSAGE as CONCERN_MESSAGE
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.post import queries as post
from alongside.voice import queries as voice

from ..forms import ToldForm
from ..services import tell_another_way
from ..tables import EventTable, OutboxTable
from .owed import allow

# Whoever sees that these were written knows that something was raised.
UNLISTED = (voice.SAFEGUARDING_MESSAGE, CONCERN_MESSAGE)


def record(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_RECORD)
    events = voice.outside_safeguarding(audit.events_for(request.actor), request.organisation.pk)
    events = events.exclude(target_type__in=concerns.hidden_events())
    context = {
        "title": _("The record"),
        "head": audit.head_of(request.organisation.pk),
        "table": EventTable(request, events),
    }
    return pages.page(request, "home/record.html", context)


def outbox(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_OUTBOX)
    messages = post.with_tries(post.messages_of(request.organisation.pk)).exclude(kind__in=UNLISTED)
    table = OutboxTable(request, messages)
    context = {"title": _("Outbox"), "table": table, "may_ring": request.actor.can(P.KEEP_REGISTER)}
    return pages.page(request, "home/outbox.html", context)


def told(request: Any, org: str, code: str) -> HttpResponse:
    """A message that no e-mail could carry: what it says, and how they were told instead."""
    allow(request, P.RUN_INVOLVEMENT)
    message = post.stuck_one(request.organisation.pk, code)
    if message is None:
        raise NotYours
    form = ToldForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: tell_another_way(message=message, by=request.actor, **data),
        then=f"/{org}/outbox/?state=held",
        note=_("Written down. The message waits no longer."),
    )
    context = {
        "title": _("They were told another way"),
        "back": (_("Outbox"), f"/{org}/outbox/?state=held"),
        "message": message,
        "tries": post.tries_of([message]),
        "person": (person := people.people_for(request.actor).filter(pk=message.to_person or 0).first()),
        "name": people.shown_name(person) if person else "",
        "form": form,
    }
    return done or pages.page(request, "home/told.html", context)
