"""What was let through in a period, with the reasons as they were written down. They are kept nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from alongside.candour.models import Cleared
from alongside.core.keyset import first_of
from alongside.decisions.models import SeatWaiver, TakenWithout
from alongside.involvement.models import InvolvementRequest
from alongside.involvement.models.requests import REFUSED

from .scope import Scope

MOST = 10  # of each, the newest


@dataclass(frozen=True)
class Reason:
    kind: str  # a row of the figure “let_through”
    title: str
    path: str  # of its page, below the organisation's
    reason: str
    who: str  # who allowed it, by their job; empty for a refusal
    on: date


def reasons_of(scope: Scope) -> list[Reason]:
    """The newest first, of each kind."""
    return [*_excepted(scope), *_waived(scope), *_refused(scope), *_cleared(scope)]


def _newest(rows: QuerySet[Any], day: str) -> list[Any]:
    return list(first_of(rows.order_by(f"-{day}", "-id"), MOST))


def _excepted(scope: Scope) -> list[Reason]:
    rows = TakenWithout.objects.filter(scope.here("decision__"), on__range=scope.days)
    return [
        Reason("exceptions", row.decision.title, f"decisions/{row.decision.code}/", row.reason, row.who_allowed, row.on)
        for row in _newest(rows.select_related("decision", "allowed_by"), "on")
    ]


def _waived(scope: Scope) -> list[Reason]:
    rows = SeatWaiver.objects.filter(scope.here("decision__"), on__range=scope.days)
    return [
        Reason("waivers", row.decision.title, f"decisions/{row.decision.code}/", row.reason, row.who_allowed, row.on)
        for row in _newest(rows.select_related("decision", "allowed_by"), "on")
    ]


def _refused(scope: Scope) -> list[Reason]:
    rows = InvolvementRequest.objects.filter(scope.here(), state=REFUSED, answered_on__range=scope.days)
    return [
        Reason("refusals", row.what, f"decisions/{row.decision.code}/", row.reason, "", row.answered_on)
        for row in _newest(rows.select_related("decision"), "answered_on")
    ]


def _cleared(scope: Scope) -> list[Reason]:
    rows = Cleared.objects.filter(scope.here("opportunity__decision__"), on__range=scope.days)
    return [
        Reason(
            *("cleared", row.opportunity.title, f"decisions/{row.opportunity.decision.code}/"),
            *(row.reason, row.who_allowed, row.on),
        )
        for row in _newest(rows.select_related("opportunity__decision", "allowed_by"), "on")
    ]
