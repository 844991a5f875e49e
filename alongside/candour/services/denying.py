"""“I was not asked”, or “that is not what I said”: by one who stands among those who were asked about something."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations

from ..models import AskedAbout, AskedContact
from ..rules.limits import check_can_deny

Asked = TypeVar("Asked", AskedAbout, AskedContact)


def denied(asked: Asked, *, about: str, event: StrEnum, by: Actor) -> Asked:
    """It stands beside what was written down. Inside the transaction of the verb. `about`: what they were asked about,
    as the row calls it."""
    rows = (
        type(asked)
        ._default_manager.select_for_update(of=("self",), no_key=True)
        .select_related(f"{about}__organisation")
    )
    found: Asked = rows.get(pk=asked.pk)
    check_can_deny(by, found)
    thing = getattr(found, about)
    found.denied_on = organisations.clock_of(thing.organisation).today()
    found.save(update_fields=["denied_on"])
    audit.record(event, by=by, target=found, facts={about: thing.code})
    return found
