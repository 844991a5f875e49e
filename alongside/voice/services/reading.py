"""Somebody read it: the first thing that is owed, before any answer."""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor, Kind

from .. import safety_rules
from ..events import VoiceEvent
from ..models import Contribution, Reading
from .common import clock_for, locked


@transaction.atomic
def read(*, contribution: Contribution, by: Actor) -> Contribution:
    """A named person has read it and has seen nothing in it that must go to safeguarding."""
    contribution = locked(contribution)
    safety_rules.check_read(by, contribution)
    note_reading(contribution, by)
    return contribution


def note_reading(contribution: Contribution, by: Actor) -> None:
    """Whoever says that it is here, or answers it, has read it. `contribution` is locked."""
    if not contribution.is_unread or by.kind != Kind.USER:
        return
    contribution.read_on = clock_for(contribution).today()
    contribution.save(update_fields=["read_on"])
    Reading.objects.create(contribution=contribution, read_on=contribution.read_on, **byline(by))
    facts = {"read_on": contribution.read_on.isoformat(), "read_by": contribution.read_by.isoformat()}
    audit.record(VoiceEvent.READ, by=by, target=contribution, facts=facts)
