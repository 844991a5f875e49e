"""The event log and its verification; the outbox."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.audit import queries as audit
from alongside.core import pages
from alongside.post import queries as post

from ..tables import EventTable, OutboxTable
from .owed import allow


def record(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_RECORD)
    context = {
        "title": _("The record"),
        "head": audit.head_of(request.organisation.pk),
        "table": EventTable(request, audit.events_for(request.actor)),
    }
    return pages.page(request, "home/record.html", context)


def outbox(request: Any, org: str) -> HttpResponse:
    allow(request, P.SEE_OUTBOX)
    table = OutboxTable(request, post.messages_of(request.organisation.pk))
    return pages.page(request, "home/outbox.html", {"title": _("Outbox"), "table": table})
