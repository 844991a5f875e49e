"""What is personal here: who raised a decision, and the words in which they raised it; who holds a seat.

What is decided, what is open, what is fixed and why are the organisation's own words about its own work, written
to be read; they are kept when somebody leaves. A decision that a contributor raised began as that contributor's
words: when they go, its title and its open part go, and what was decided about it stays. Whoever holds a seat gives
it back when they go; that the seat was held stays, unnamed. Whoever stands in an election stands no longer, and their
words go; that they voted stays, unnamed, and what they voted is nowhere linked to them.
"""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor

from . import services
from .models import Candidate, Decision, PaperVoter, SeatHolder, Voted

PERSONAL: dict[str, set[str]] = {
    "Decision": {"title", "open_part", "raised_by"},
    "DecisionStatus": set(),
    "TakenWithout": set(),
    "SeatWaiver": set(),
    "Forum": set(),
    "Seat": set(),
    "SeatHolder": {"person", "name"},
    "Election": set(),
    "ElectionStatus": set(),
    "ElectionSeat": set(),
    "Candidate": {"person", "statement"},
    "CandidateStatus": set(),
    "PutForward": {"name"},
    "PaperVoter": {"person"},
    "Voted": {"person"},
    "Ballot": set(),
    "ElectionResult": set(),
}
BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
HARMLESS: dict[str, set[str]] = {
    "Decision": {
        *BYLINE,
        *("organisation", "code", "kind", "unit", "owner", "fixed_part", "decider", "forum", "trigger", "audience"),
        *("opened_on", "due_on", "state", "decided_on", "taken", "people_count", "outcome", "reason", "reserved"),
        *("source", "uid", "fingerprint", "version", "day"),
    },
    "DecisionStatus": {*BYLINE, "decision", "state", "effective_on", "outcome", "reason"},
    "TakenWithout": {*BYLINE, "organisation", "decision", "reason", "allowed_by", "on"},
    "SeatWaiver": {*BYLINE, "organisation", "decision", "forum", "seats", "empty", "reason", "allowed_by", "on"},
    "Forum": {
        *BYLINE,
        *("organisation", "code", "name", "kind", "unit", "decides", "standing", "ends_on", "lone_reason", "version"),
    },
    "Seat": {
        *BYLINE,
        *("organisation", "forum", "code", "capacity", "voting", "lived_experience", "filled_by", "term_months"),
        *("since", "closed_on"),
    },
    "Election": {
        *BYLINE,
        *("organisation", "forum", "code", "title", "about", "nominate_from", "nominate_until", "vote_from"),
        *("vote_until", "standers", "voters", "state", "reason", "tie_salt"),
    },
    "ElectionStatus": {*BYLINE, "election", "state", "effective_on"},
    "ElectionSeat": {"id", "election", "seat"},
    "Candidate": {*BYLINE, "election", "code", "state"},
    "CandidateStatus": {*BYLINE, "candidate", "state", "effective_on"},
    "PutForward": {*BYLINE, "election", "code"},
    "PaperVoter": {*BYLINE, "election"},
    "Voted": {"id", "election", "on"},
    "Ballot": {"id", "election", "ranking"},
    "ElectionResult": {
        *BYLINE,
        *("election", "ended", "counted_on", "seats", "could_vote", "voted", "ballots", "quota", "rounds", "elected"),
        *("ballot_salt", "seal"),
    },
    "SeatHolder": {*BYLINE, "organisation", "seat", "code", "user", "filled_by", "since", "until", "ended_on"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    """Theirs to take: what they raised, where they have sat, where they stood and voted."""
    return {
        "raised": _raised(person_id),
        "seats": _seats(person_id),
        "stood_in": _stood_in(person_id),
        "voted_in": _voted_in(person_id),
    }


def _raised(person_id: int) -> list[dict[str, Any]]:
    """What somebody raised, in their words, and what came of it."""
    rows = Decision.objects.filter(raised_by=person_id).select_related("kind", "unit").order_by("opened_on", "id")
    return [
        {
            "code": row.code,
            "raised_on": row.opened_on.isoformat(),
            "title": row.title,
            "what_can_change": row.open_part,
            "kind": row.kind.name,
            "unit": row.unit.name,
            "written_down_from": row.medium,
            "state": row.state,
            "decided_on": row.decided_on.isoformat() if row.decided_on else None,
            "outcome": row.outcome,
            "reason": row.reason,
        }
        for row in rows
    ]


def _seats(person_id: int) -> list[dict[str, Any]]:
    rows = SeatHolder.objects.filter(person=person_id).select_related("seat__forum").order_by("since", "id")
    return [
        {
            "body": row.seat.forum.name,
            "as": row.seat.capacity,
            "votes": row.seat.voting,
            "for_lived_experience": row.seat.lived_experience,
            "how_it_came_to_you": row.filled_by,
            "since": row.since.isoformat(),
            "until": row.over_on.isoformat() if row.over_on else None,
            "written_down_from": row.medium,
        }
        for row in rows
    ]


def _stood_in(person_id: int) -> list[dict[str, Any]]:
    rows = Candidate.objects.filter(person=person_id).select_related("election").order_by("id")
    return [
        {"election": row.election.title, "state": row.state, "words": row.statement, "written_down_from": row.medium}
        for row in rows
    ]


def _voted_in(person_id: int) -> list[dict[str, Any]]:
    """That they did. How is not known here."""
    rows = Voted.objects.filter(person=person_id).select_related("election").order_by("on", "election")
    paper = set(PaperVoter.objects.filter(person=person_id).values_list("election_id", flat=True))
    return [
        {"election": row.election.title, "on": row.on.isoformat(), "on_paper": row.election_id in paper} for row in rows
    ]


@transaction.atomic
def erase(person_id: int, by: Actor) -> int:
    """Give back the seats they hold, stand no longer, and take their words and name off what they raised."""
    for term in SeatHolder.objects.filter(person=person_id, ended_on__isnull=True).select_related("seat__forum"):
        services.end_term(holder=term, on=timezone.localdate(), by=by)
    stood = services.forget_candidacies(person_id=person_id, by=by)
    if stood:
        audit.erase(by=by, target_type=Candidate._meta.label_lower, targets=stood, why="forgotten")
    return _erase_raised(person_id, by)


def _erase_raised(person_id: int, by: Actor) -> int:
    """Returns how many decisions that were."""
    rows = Decision.objects.filter(organisation=by.organisation_id, raised_by=person_id).select_for_update(no_key=True)
    codes = list(rows.values_list("code", flat=True))
    if not codes:
        return 0
    gone = _("Raised by somebody who has left")
    Decision.objects.filter(code__in=codes).update(title=gone, open_part="", raised_by=None)
    audit.erase(by=by, target_type=Decision._meta.label_lower, targets=codes, why="forgotten")
    return len(codes)
