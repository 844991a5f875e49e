"""Whoever writes something of their own is held first, as being forgotten does (docs/locks.md)."""

from __future__ import annotations

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people.models import Person


def hold_author(by: Actor) -> None:
    """Until the end of the transaction. Somebody who was forgotten meanwhile writes nothing more."""
    if by.person_id is None:
        return
    rows = Person.objects.select_for_update(of=("self",), no_key=True).filter(erased_on__isnull=True)
    if rows.filter(pk=by.person_id, organisation=by.organisation_id).first() is None:
        raise NotYours
