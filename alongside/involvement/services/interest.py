"""Saying “I am interested”. Who says it first has no advantage, and taking it back needs no reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.people.holding import hold_author
from alongside.people.models import Person

from .. import queries, rules
from ..events import InvolvementEvent as Event
from ..models import Interest, Opportunity
from .common import locked, today_in
from .features import forget_answers_of, keep_answers


@dataclass(frozen=True)
class ForTheDraw:
    """What only the draw needs. `answers`: by code of each question that was asked; nothing means “rather not say”."""

    answers: Mapping[str, str] = field(default_factory=dict)
    agreed: bool = False
    unavailable: bool = False
    conflict: str = ""


NOTHING = ForTheDraw()


@transaction.atomic
def say_interest(
    *, opportunity: Opportunity, person: Person, note: str, told: ForTheDraw = NOTHING, by: Actor
) -> Interest:
    """Said twice, it is still once; what was said last stands."""
    hold_author(by, person.pk)
    opportunity = locked(opportunity, "decision", "organisation")
    today = today_in(opportunity.organisation)
    rules.check_can_say_interest(by, opportunity, person, timezone.now())
    rules.check_answers(told.answers, queries.possible_answers(opportunity), told.agreed)
    values = {"note": note, "said_on": today, "withdrawn_on": None, **byline(by)}
    values["unavailable"] = told.unavailable
    interest, _made = Interest.objects.update_or_create(opportunity=opportunity, person=person, defaults=values)
    _say_conflict(interest, told.conflict.strip())
    kept = keep_answers(interest, told.answers)
    interest.agreed_on = today if told.agreed and kept else interest.agreed_on if kept else None
    interest.save(update_fields=["agreed_on"])
    audit.record(Event.INTERESTED, by=by, target=opportunity, facts={"person": person.code})
    return interest


def _say_conflict(interest: Interest, words: str) -> None:
    """Their own word; what the coordinator wrote down about it stays."""
    if interest.conflict and not interest.conflict_by_person:
        return
    interest.conflict, interest.conflict_by_person = words, bool(words)
    interest.save(update_fields=["conflict", "conflict_by_person"])


@transaction.atomic
def withdraw_interest(*, interest: Interest, by: Actor) -> Interest:
    interest = locked(interest, "opportunity__organisation", "person")
    rules.check_can_withdraw_interest(by, interest)
    interest.withdrawn_on = today_in(interest.opportunity.organisation)
    interest.note = interest.conflict = ""
    interest.unavailable, interest.agreed_on = False, None
    interest.save(update_fields=["withdrawn_on", "note", "conflict", "unavailable", "agreed_on"])
    forget_answers_of(interest)
    facts = {"person": interest.person.code}
    audit.record(Event.INTEREST_WITHDRAWN, by=by, target=interest.opportunity, facts=facts)
    return interest
