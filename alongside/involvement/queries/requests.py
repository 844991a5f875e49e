from __future__ import annotations

from django.db.models import OuterRef, QuerySet, Subquery

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations

from .. import rules
from ..models import InvolvementRequest
from ..models.opportunities import LIVE
from ..models.requests import ASKED
from .common import within


def requests_for(actor: Actor) -> QuerySet[InvolvementRequest]:
    """Every request about a decision that the actor sees."""
    rows = InvolvementRequest.objects.filter(within(actor, Permission.SEE_DECISIONS, "unit"))
    return rows.select_related("unit")


def requests_waiting(actor: Actor) -> QuerySet[InvolvementRequest]:
    """Those that the coordinator owes an answer, the oldest debt first."""
    rows = requests_for(actor).filter(state=ASKED)
    return rows.order_by("answer_due_on", "id")


def requests_about(actor: Actor, decision: Decision) -> QuerySet[InvolvementRequest]:
    return requests_for(actor).filter(decision=decision).order_by("id")


def request_for(actor: Actor, code: str) -> InvolvementRequest:
    found = (
        requests_for(actor)
        .select_related("organisation", "decision", "sponsor", "recorded_by")
        .filter(code=code)
        .first()
    )
    if found is None:
        raise NotYours
    return found


def request_to_run(actor: Actor, code: str) -> InvolvementRequest:
    """For the pages on which it is accepted, refused, or written up."""
    found = request_for(actor, code)
    if not rules.may_run(actor, found):
        raise NotYours
    return found


def has_live_opportunity(request: InvolvementRequest) -> bool:
    return request.opportunities.filter(state__in=LIVE).exists()


def requests_held(actor: Actor) -> QuerySet[InvolvementRequest]:
    """What the actor's own units asked for, newest first: where those who asked find it again."""
    rows = InvolvementRequest.objects.filter(within(actor, Permission.ASK, "unit"))
    return rows.select_related("unit").order_by("-asked_on", "-id")


def decisions_to_ask(actor: Actor, reserved: bool) -> QuerySet[Decision]:
    """Decisions still to be taken in the actor's units; `asked` is where the newest request about each one is."""
    if not rules.may_ask(actor):
        raise NotYours
    rows = Decision.objects.filter(within(actor, Permission.ASK, "unit"))
    rows = decisions.still_reserved(rows) if reserved else decisions.not_reserved(rows)
    newest = InvolvementRequest.objects.filter(decision=OuterRef("pk")).order_by("-id")
    return rows.select_related("kind", "unit").annotate(asked=Subquery(newest.values("state")[:1]))


def decision_to_ask(actor: Actor, code: str) -> Decision:
    rows = Decision.objects.filter(within(actor, Permission.ASK, "unit"), code=code)
    found = rows.select_related("organisation", "kind", "unit").first()
    if found is None:
        raise NotYours
    return found


def possible_sponsors(actor: Actor) -> list[User]:
    """Those who may answer for the money: everybody with a role here that is not a contributor's."""
    if not rules.may_ask(actor):
        raise NotYours
    return list(organisations.users_with(actor.organisation_id or 0, "manager", "coordinator", "board", "staff"))
