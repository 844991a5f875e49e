"""“I would like someone to contact me about this”: owed until somebody writes down how it ended."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor

from .. import safety_rules
from ..events import VoiceEvent
from ..models import ContactEnd, ContactWish, Contribution
from ..shapes import Asks
from .common import as_said, clock_for, locked


def ask_for_contact(contribution: Contribution, asks: Asks, by: Actor) -> ContactWish:
    clock = clock_for(contribution)
    return ContactWish.objects.create(
        contribution=contribution,
        organisation=contribution.organisation,
        how=as_said(asks.how),
        contact_by=clock.contact_by(clock.today()),
        **byline(by),
    )


@transaction.atomic
def end_contact(*, wish: ContactWish, end: str, by: Actor) -> ContactWish:
    """Write down that they were reached, or why they were not."""
    contribution = locked(wish.contribution)
    wish = ContactWish.everything.select_for_update(no_key=True).get(pk=wish.pk)
    safety_rules.check_end_contact(by, contribution, wish)
    end_wish(contribution, wish, end, by)
    return wish


def end_wish(contribution: Contribution, wish: ContactWish, end: str, by: Actor) -> None:
    """How they could be reached is needed no longer, so it goes."""
    wish.ended_on, wish.end, wish.how = clock_for(contribution).today(), end, ""
    wish.save(update_fields=["ended_on", "end", "how"])
    facts = {"end": str(end), "contact_by": wish.contact_by.isoformat()}
    audit.record(VoiceEvent.CONTACT_ENDED, by=by, target=contribution, facts=facts)


def forget_wish(contribution: Contribution, by: Actor) -> None:
    """The words were taken back, and the wish with them. `contribution` is locked."""
    wish = (
        ContactWish.everything.select_for_update(no_key=True)
        .filter(contribution=contribution, ended_on__isnull=True)
        .first()
    )
    if wish:
        end_wish(contribution, wish, ContactEnd.TAKEN_BACK, by)
