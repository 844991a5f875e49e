"""Making somebody's own record: for them alone, as they saw it, signed. Nothing of it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import services as organisations
from alongside.organisation.services import Signed
from alongside.people.models import Person

from ..own_record import Line, Setting, Wanted, composed, seen_as
from ..queries import own_record


def compose(
    *, person: Person, wanted: Wanted, setting: Setting, by: Actor, lines: Sequence[Line] | None = None
) -> dict[str, Any]:
    """What would be signed now. Lines that are not theirs are not found, whatever was posted; `lines`: read already."""
    if by.person_id != person.pk or by.on_behalf_of is not None:
        raise NotYours
    found = composed(own_record.lines_of(person) if lines is None else lines, wanted, setting)
    if not found["parts"]:
        raise Refused(_("Choose at least one line."))
    return found


@transaction.atomic
def make_own_record(*, person: Person, wanted: Wanted, setting: Setting, seen: str, by: Actor) -> Signed:
    """Signed only if it is still what they looked at: an answer may have come meanwhile."""
    facts = compose(person=person, wanted=wanted, setting=setting, by=by)
    if seen_as(facts) != seen:
        raise Refused(_("Something in it has changed since you looked. This is how it is now. Look again."))
    return organisations.sign(what="own record", facts=facts, by=by)
