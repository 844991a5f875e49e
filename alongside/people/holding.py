"""Nothing is written for whoever was forgotten meanwhile. Every room above asks for this, reports too, which write
nothing of the register: so it is beside its verbs (docs/locks.md)."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from . import rules
from .models import Person


def hold_author(by: Actor, person_id: int | None = None) -> None:
    """Whose words are about to be written, until the end of the transaction, before any other row but the
    organisation's: `person_id`, or whoever the actor speaks for, or the actor."""
    whose = person_id or by.on_behalf_of or by.person_id
    if whose is None:
        return
    rows = Person.objects.select_for_update(of=("self",), no_key=True)
    found = rows.filter(pk=whose, organisation=by.organisation_id).first()
    if found is None:
        raise NotYours
    rules.check_not_erased(found)


def hold_each(by: Actor, people: Iterable[Person]) -> None:
    """Of whom something is written down at once: in one order, so that nobody waits for who waits for them."""
    for pk in sorted(person.pk for person in people):
        hold_author(by, pk)
