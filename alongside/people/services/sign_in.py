"""Letting somebody on the register sign in: one account for each human, whatever registers they are on."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.models import User
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.services import give_role
from alongside.organisation.services.locks import locked as organisation_held

from .. import rules
from ..events import PeopleEvent
from ..models import Person
from ..texts import good_address
from .locking import all_locked


@transaction.atomic
def link_sign_in(*, person: Person, email: str, by: Actor) -> Person:
    """The account with this address, or a new one: they are written to how to sign in.

    On one register an account belongs to one person.
    """
    rules.check_keep_register(by, person)
    organisation_held(by)  # a role is given: before the person, as docs/locks.md says
    return link(all_locked([person])[person.pk], email, by)


def link(person: Person, email: str, by: Actor) -> Person:
    """Of somebody who is held, and their organisation before them."""
    rules.check_keep_register(by, person)  # they may have been forgotten meanwhile
    address = good_address("email", email).lower()
    if person.user is not None and person.user.email != address:
        raise Refused(_("They sign in with another address already. They can change it themselves."), field="email")
    taken = Person.objects.filter(organisation=person.organisation_id, user__email=address).exclude(pk=person.pk)
    if taken.exists():
        raise Refused(_("Somebody else on this register signs in with this address. Use another one."), field="email")
    if person.user is None:
        person.user = _member(email=address, person=person, by=by)
        person.save(update_fields=["user"])
        record(PeopleEvent.SIGN_IN_LINKED, by=by, target=person, facts={"account": person.user.code})
    return person


def _member(*, email: str, person: Person, by: Actor) -> User:
    held = organisations.memberships_in(by).filter(user__email=email, role="contributor").first()
    return (held or give_role(email=email, name=person.known_as, role="contributor", by=by)).user
