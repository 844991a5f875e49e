"""Asking for people, and the request itself, with what was learned the last times: the page of the room below, with
one more part. The verbs stay there."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse

from alongside.decisions.models import Decision
from alongside.involvement import queries as involvement
from alongside.involvement.views import asking

from .. import queries
from ..queries import shown as showing


def ask(request: Any, org: str, code: str) -> HttpResponse:
    decision = involvement.decision_to_ask(request.actor, code)
    return asking.ask(request, org, code, template="journey/ask.html", more=learned(request, org, decision))


def show(request: Any, org: str, code: str) -> HttpResponse:
    asked = involvement.request_for(request.actor, code)
    return asking.show(request, org, code, template="journey/request.html", more=learned(request, org, asked.decision))


def learned(request: Any, org: str, decision: Decision) -> dict[str, Any]:
    found = queries.learned_before(request.actor, decision)
    kind = decision.kind
    return {
        "learned": showing.shown(request.actor, org, found.entries),
        "learned_kind": kind.name,
        "learned_all": f"/{org}/journey/entries/?kind={kind.code}" if found.more else "",
    }
