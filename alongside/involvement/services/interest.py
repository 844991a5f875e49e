"""Saying “I am interested”. Who says it first has no advantage, and taking it back needs no reason."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.people.models import Person

from .. import rules
from ..events import InvolvementEvent as Event
from ..models import Interest, Opportunity
from .common import locked, today_in


@transaction.atomic
def say_interest(*, opportunity: Opportunity, person: Person, note: str, by: Actor) -> Interest:
    """Said twice, it is still once; the newer note stands."""
    opportunity = locked(opportunity, "decision", "organisation")
    today = today_in(opportunity.organisation)
    rules.check_can_say_interest(by, opportunity, person, today)
    values = {"note": note, "said_on": today, "withdrawn_on": None, **byline(by)}
    interest, _made = Interest.objects.update_or_create(opportunity=opportunity, person=person, defaults=values)
    audit.record(Event.INTERESTED, by=by, target=opportunity, facts={"person": person.code})
    return interest


@transaction.atomic
def withdraw_interest(*, interest: Interest, by: Actor) -> Interest:
    interest = locked(interest, "opportunity__organisation", "person")
    rules.check_can_withdraw_interest(by, interest)
    interest.withdrawn_on = today_in(interest.opportunity.organisation)
    interest.note = ""
    interest.save(update_fields=["withdrawn_on", "note"])
    facts = {"person": interest.person.code}
    audit.record(Event.INTEREST_WITHDRAWN, by=by, target=interest.opportunity, facts=facts)
    return interest
