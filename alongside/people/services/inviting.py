"""Letting several people sign in at once, each with the address that the register has for them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Person
from .sign_in import link_sign_in


@transaction.atomic
def invite(*, people: Iterable[tuple[Person, str]], by: Actor) -> int:
    """All of them or nobody, and of whom it cannot be done it says so by name."""
    number = 0
    for person, address in people:
        try:
            link_sign_in(person=person, email=address, by=by)
        except Refused as refused:
            told = _("%(name)s: %(reason)s Nobody was let in yet: leave them out.")
            raise Refused(told % {"name": person.name, "reason": refused.reason}, field="people") from refused
        number += 1
    return number
