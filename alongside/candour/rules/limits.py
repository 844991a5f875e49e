"""Limits are set with contributors: nobody sets them alone, and whoever was asked can say that it was not so."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.people.models import ACTIVE, Person

from ..models.limits import PERCENT

FEWEST_ASKED = 2
MOST_DAYS = 730


def can_set_limits(actor: Actor) -> bool:
    """Whoever sets things up here and works with the people who are asked."""
    return actor.can(P.SETTINGS) and actor.can(P.SEE_REGISTER)


def check_can_set_limits(actor: Actor) -> None:
    if not can_set_limits(actor):
        raise Refused(_("Only the coordinator can set these. Ask them."))


def check_asked(organisation_id: int, people: Collection[Person]) -> None:
    """At least two, so that it rests on nobody alone."""
    if any(person.organisation_id != organisation_id or person.state != ACTIVE for person in people):
        raise Refused(_("Somebody you chose is not active on the register. Choose others."), field="asked")
    if len({person.pk for person in people}) < len(people):
        raise Refused(_("Somebody stands there twice. Write each person once."), field="asked")
    if len(people) < FEWEST_ASKED:
        raise Refused(
            _("These are set with people, not for them. Ask at least two who take part, and choose them here."),
            field="asked",
        )


def check_limits(values: Mapping[str, int], day: date, today: date) -> None:
    for name, value in values.items():
        most = 100 if name in PERCENT else MOST_DAYS
        if not 0 <= value <= most:
            raise Refused(_("Write a whole number from 0 to %(most)s.") % {"most": most}, field=name)
    if day < today:
        raise Refused(_("They hold from today or a later day: what was read by others stays as it was."), "from_day")


class WhoWasAsked(Protocol):
    person_id: int | None
    denied_on: date | None


def check_can_deny(actor: Actor, asked: WhoWasAsked) -> None:
    """Only they themselves. Nobody asks why, and staff cannot take it back."""
    if asked.person_id is None or actor.person_id != asked.person_id or actor.on_behalf_of is not None:
        raise Refused(_("Only the one who is named can say this."))
    if asked.denied_on is not None:
        raise Refused(_("You have said so already. It stands."))
