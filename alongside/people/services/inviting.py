"""Letting several people sign in at once, each with the address that the register has for them."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation.services.locks import locked as organisation_held

from .. import rules
from ..models import Person
from .locking import all_locked
from .sign_in import link


@transaction.atomic
@audit.together()  # one is taken beside the other, and the log is last
def invite(*, people: Iterable[tuple[Person, str]], by: Actor) -> int:
    """All of them or nobody, and of whom it cannot be done it says so by name."""
    rules.check_keep_register(by)
    chosen = list(people)
    organisation_held(by)
    held = all_locked([person for person, _address in chosen])
    for person, address in chosen:
        try:
            link(held[person.pk], address, by)
        except Refused as refused:
            told = _("%(name)s: %(reason)s Nobody was let in yet: leave them out.")
            raise Refused(told % {"name": person.name, "reason": refused.reason}, field="people") from refused
    return len(chosen)
