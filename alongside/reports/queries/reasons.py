"""What was let through in a period, with the reasons as they were written down. They are kept nowhere else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Case, CharField, F, Q, QuerySet, Value, When
from django.utils.translation import gettext as _

from alongside.candour.models import Cleared
from alongside.core.keyset import first_of
from alongside.decisions.models import SeatWaiver, TakenWithout
from alongside.involvement.models import InvolvementRequest
from alongside.involvement.models.requests import REFUSED

from ..values import MOST_REASONS
from .scope import Scope


@dataclass(frozen=True)
class Reason:
    kind: str  # a row of the figure “let_through”
    title: str
    path: str  # of its page, below the organisation's; empty where a request was about no decision
    reason: str
    who: str  # who allowed it, by their job; empty for a refusal
    on: date
    number: int  # of its row, among those of its kind

    @property
    def decision(self) -> str:
        return self.path.removeprefix("decisions/").rstrip("/")


def reasons_of(scope: Scope) -> list[Reason]:
    """The newest first, of each kind; all of them in one question."""
    about, at = "decision__", "opportunity__decision__"
    first, *rest = (
        _lines("exceptions", TakenWithout.objects.filter(scope.within(about), on__range=scope.days), about),
        _lines("waivers", SeatWaiver.objects.filter(scope.within(about), on__range=scope.days), about),
        _lines("cleared", Cleared.objects.filter(scope.within(at), on__range=scope.days), at),
        _refused(scope),
    )
    return sorted(_together(first, *rest), key=lambda each: each.on, reverse=True)


def reasons_about(organisation_id: int, codes: Iterable[str]) -> list[Reason]:
    """Of these decisions, whenever it was; in the order in which they were written down, by kind."""
    listed, here = list(codes), Q(organisation=organisation_id)
    if not listed:
        return []
    about, at = "decision__", "opportunity__decision__"
    rows = (
        _named("exceptions", TakenWithout.objects.filter(here, decision__code__in=listed), about),
        _named("waivers", SeatWaiver.objects.filter(here, decision__code__in=listed), about),
        _named("cleared", Cleared.objects.filter(here, opportunity__decision__code__in=listed), at),
        _asked(InvolvementRequest.objects.filter(here, state=REFUSED, decision__code__in=listed)),
    )
    return sorted(_together(*rows), key=lambda each: (each.kind, each.number))


def _together(first: QuerySet[Any, Any], *rest: QuerySet[Any, Any]) -> list[Reason]:
    rows = first.union(*rest, all=True)
    return [Reason(kind, title, f"decisions/{code}/" if code else "", *more) for kind, title, code, *more in rows]


def _newest(rows: QuerySet[Any], day: str) -> QuerySet[Any]:
    return first_of(rows.order_by(f"-{day}", "-id"), MOST_REASONS).order_by()


def _lines(kind: str, rows: QuerySet[Any], way: str) -> QuerySet[Any, Any]:
    return _named(kind, _newest(rows, "on"), way)


def _named(kind: str, rows: QuerySet[Any], way: str) -> QuerySet[Any, Any]:
    """Who allowed it by their job; by their name where they have none; nobody, where attendance was corrected."""
    who = Case(
        When(allowed_by__isnull=True, then=Value(_("nobody"))),
        When(allowed_by__job="", then=F("allowed_by__name")),
        default=F("allowed_by__job"),
        output_field=CharField(),
    )
    shown = rows.order_by().annotate(who_allowed_it=who)
    listed: QuerySet[Any, Any] = shown.values_list(
        Value(kind), f"{way}title", f"{way}code", "reason", "who_allowed_it", "on", "pk"
    )
    return listed


def _refused(scope: Scope) -> QuerySet[Any, Any]:
    rows = InvolvementRequest.objects.filter(scope.here(), state=REFUSED, answered_on__range=scope.days)
    return _asked(_newest(rows, "answered_on"))


def _asked(rows: QuerySet[Any]) -> QuerySet[Any, Any]:
    shown = rows.order_by().annotate(nobody=Value("", CharField()))
    columns = ("what", "decision__code", "reason", "nobody", "answered_on", "pk")
    listed: QuerySet[Any, Any] = shown.values_list(Value("refusals"), *columns)
    return listed
