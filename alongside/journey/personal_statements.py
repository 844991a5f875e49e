"""That somebody agreed to a wording stays as one who did, without who. What they answered was never theirs here: it is
a number from the beginning (docs/decisions/0031)."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor
from alongside.people.models import Person

from .models.statements import RatingRound, StatementAgreement
from .queries.statements import has_had_turn, mark_of

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {"StatementAgreement": {"person"}, "RatingMark": {"digest"}}
HARMLESS: dict[str, set[str]] = {
    "Statement": BYLINE
    | {
        *("organisation", "unit", "code", "text", "number", "position", "written_on", "ended_on", "ended_why"),
        "instead_of",
    },
    "StatementAgreement": BYLINE | {"statement", "code", "side", "user", "agrees", "said_on"},
    "RatingRound": BYLINE | {"organisation", "unit", "code", "least", "opened_on", "closes_on", "closed_on", "typed"},
    "Rated": {"id", "round", "statement", "code", "position", "n4", "n3", "n2", "n1", "shown"},
    "RatingMark": {"id", "round"},
}


def export(person_id: int) -> dict[str, Any]:
    rows = StatementAgreement.objects.filter(person=person_id).select_related("statement").order_by("id")
    said = [{"words": row.statement.text, "mine_too": row.agrees, "on": row.said_on.isoformat()} for row in rows]
    return {"statements_i_agreed_to": said, "statements_rated_until": _turns(person_id)}


def _turns(person_id: int) -> list[str]:
    """That they answered, of rounds that still run. What they answered nobody can know."""
    rounds = RatingRound.objects.filter(closed_on__isnull=True, organisation__in=_organisations(person_id))
    found = [row for row in rounds if has_had_turn(row, mark_of(row, person=person_id))]
    return [row.closes_on.isoformat() for row in found]


def _organisations(person_id: int) -> Any:
    return Person.objects.filter(pk=person_id).values("organisation")


def erase(person_id: int, by: Actor) -> int:
    """The mark of a round that still runs is kept until it is over: without it they could answer twice, and nobody can
    find them by it without the key."""
    return StatementAgreement.objects.filter(person=person_id).update(person=None)
