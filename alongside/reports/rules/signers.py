"""Who signs for contributors: one of them, from outside the team, whom others of them chose. Nobody alone says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.candour.rules import concerns
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.people.models import ACTIVE, Person

from ..models import AskedSigner, PeriodSigner

LEAST_AGREE = concerns.LEAST_AGREE
ALONE = frozenset({"contributor"})


def can_appoint(actor: Actor) -> bool:
    """Whoever writes down what contributors chose: they work with them, and sign for the other side."""
    return actor.can(P.SETTINGS) and actor.can(P.SEE_REGISTER)


def check_can_appoint(actor: Actor) -> None:
    if not can_appoint(actor):
        raise NotYours


def signs_alone(actor: Actor) -> bool:
    """Takes part, and has no role of the team: whoever has one cannot speak for contributors."""
    alone = actor.kind == Kind.USER and actor.person_id is not None and actor.on_behalf_of is None
    return alone and actor.roles <= ALONE


def check_signer(organisation_id: int, person: Person, in_team: bool) -> None:
    if person.organisation_id != organisation_id or person.state != ACTIVE:
        raise Refused(_("They are not active on the register. Choose somebody else."), field="person")
    if person.user_id is None:
        raise Refused(_("They need a sign-in of their own: nobody signs for them."), field="person")
    if in_team:
        raise Refused(_("They have a role in the team as well. Choose somebody who has none."), field="person")


def check_chosen(signer: Person, asked: Collection[Person], agree: int, days: tuple[date, date], today: date) -> None:
    if signer.pk in {person.pk for person in asked}:
        raise Refused(_("Whoever signs does not choose themself. Ask others."), field="asked")
    concerns.check_appointment(signer.organisation_id, asked, agree, days, today)


def check_can_deny(actor: Actor, asked: AskedSigner) -> None:
    """Only they themselves. Nobody asks why, and staff cannot take it back."""
    if asked.person_id is None or actor.person_id != asked.person_id or actor.on_behalf_of is not None:
        raise Refused(_("Only the one who is named can say this."))
    if asked.denied_on is not None:
        raise Refused(_("You have said so already. It stands."))


def can_end(actor: Actor, signer: PeriodSigner) -> bool:
    """They themselves, whenever they want; or whoever wrote down that they were chosen."""
    own = signer.person_id is not None and actor.person_id == signer.person_id and actor.on_behalf_of is None
    return signer.ended_on is None and (own or can_appoint(actor))


def check_can_end(actor: Actor, signer: PeriodSigner) -> None:
    if signer.ended_on is not None:
        raise Refused(_("They sign no more already."))
    if not can_end(actor, signer):
        raise NotYours
