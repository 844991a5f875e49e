"""The choice, where it differs from what the contributors wanted, and what the panel is owed afterwards."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.db.models import OuterRef, Q, QuerySet, Subquery, Value

from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.keyset import first_of
from alongside.decisions.models import Decision

from ..models import FollowUp, Opportunity, PanelChoice, Recruitment
from ..models.requests import REFUSED
from .requests import requests_for

LISTED = ("candidate", "recruitment", "recruitment__decision", "recruitment__decision__unit")


def choice_of(recruitment: Recruitment) -> PanelChoice | None:
    """The one that holds."""
    return recruitment.choices.select_related("candidate", "recorded_by").order_by("-id").first()


def choices_of(recruitment: Recruitment) -> list[PanelChoice]:
    """Newest first: what was chosen before stays."""
    return list(recruitment.choices.select_related("candidate", "recorded_by").order_by("-id"))


def _holding(rows: QuerySet[PanelChoice]) -> QuerySet[PanelChoice]:
    newest = PanelChoice.objects.filter(recruitment=OuterRef("recruitment")).order_by("-id").values("pk")[:1]
    return rows.filter(pk=Subquery(newest))


def _units(actor: Actor, permission: str, way: str) -> Q:
    units = actor.units_for(permission)
    here = Q(**{f"{way}__organisation": actor.organisation_id})
    return here if units is None else here & Q(**{f"{way}__decision__unit__in": units})


def divergences(actor: Actor, since: date, until: date | None = None) -> QuerySet[PanelChoice]:
    """For the board: choices that differ from the contributors' first choice, each with its reason. Newest first."""
    rows = PanelChoice.objects.filter(_units(actor, Permission.SEE_BOARD, "recruitment"), differs=True, on__gte=since)
    if until is not None:
        rows = rows.filter(on__lte=until)
    return _holding(rows).select_related(*LISTED).order_by("-on", "-id")


class Reported(NamedTuple):
    """A line of the board's page: what it is, about which decision, why, and when."""

    kind: str
    code: str
    title: str
    reason: str
    on: date


def reported(actor: Actor, since: date, until: date, most: int) -> list[Reported]:
    """What the board reads of a year, in one question: requests refused, choices that differ, and whether
    anything was opened with a reason. Newest first.
    """
    refused = requests_for(actor).filter(state=REFUSED, answered_on__range=(since, until))
    refused = first_of(refused.order_by("-answered_on", "-id"), most)
    chosen = first_of(divergences(actor, since, until), most)
    lines = _lines(refused, "refused", "decision", "answered_on").union(
        _lines(chosen, "differs", "recruitment__decision", "on"),
        _lines(_opened_with_a_reason(actor), "cleared", "", "opened_on"),
        all=True,
    )
    return sorted((Reported(*line) for line in lines), key=lambda line: line.on, reverse=True)


def _opened_with_a_reason(actor: Actor) -> QuerySet[Opportunity]:
    """The newest, whenever it was: who stands behind it is known in `candour`, which is asked where there is one."""
    units = actor.units_for(Permission.SEE_BOARD)
    rows = Opportunity.objects.filter(organisation=actor.organisation_id).exclude(cleared_reason="")
    if units is not None:
        rows = rows.filter(decision__unit__in=units)
    return first_of(rows.order_by("-id"), 1)


def _lines(rows: QuerySet[Any], kind: str, way: str, day: str) -> QuerySet[Any, Any]:
    """`way` leads to the decision; without one, it is an opportunity itself."""
    shown = rows.select_related(None).prefetch_related(None).order_by()
    about, reason = (f"{way}__", "reason") if way else ("", "cleared_reason")
    return shown.values_list(Value(kind), f"{about}code", f"{about}title", reason, day)


def divergence_of(decision: Decision) -> PanelChoice | None:
    """What is printed on the decision: it says why, by letter, and names nobody."""
    rows = PanelChoice.objects.filter(recruitment__decision=decision)
    found = rows.select_related("candidate").order_by("-id").first()
    return found if found and found.differs else None


def follow_ups_of(choice: PanelChoice | None) -> list[FollowUp]:
    return list(choice.follow_ups.order_by("id")) if choice else []


def follow_up_for(recruitment: Recruitment, question: str) -> FollowUp:
    choice = choice_of(recruitment)
    found = choice.follow_ups.filter(question=question).first() if choice else None
    if found is None or choice is None:
        raise NotYours
    choice.recruitment = recruitment
    found.choice = choice
    return found


def follow_ups_due(actor: Actor, until: date) -> QuerySet[FollowUp]:
    """Owed to a panel by that day: did they start, are they still there? The oldest first."""
    rows = FollowUp.objects.filter(_units(actor, Permission.ASK, "choice__recruitment"), answer__isnull=True)
    rows = rows.filter(due_on__lte=until)
    return rows.select_related("choice__recruitment__decision__unit").order_by("due_on", "id")
