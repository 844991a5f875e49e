"""Who signs for contributors: one of them, from outside the team, whom others of them chose. Nobody alone says so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from django.utils.translation import gettext as _

from alongside.candour.rules import concerns
from alongside.candour.rules.concerns import can_appoint as can_appoint
from alongside.candour.rules.concerns import check_can_appoint as check_can_appoint
from alongside.candour.rules.limits import check_can_deny as check_can_deny
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused
from alongside.people.models import ACTIVE, Person

from ..models import PeriodSigner

LEAST_AGREE = concerns.LEAST_AGREE
ALONE = frozenset({"contributor"})


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


def can_end(actor: Actor, signer: PeriodSigner) -> bool:
    """They themselves, whenever they want; or whoever wrote down that they were chosen."""
    own = signer.person_id is not None and actor.person_id == signer.person_id and actor.on_behalf_of is None
    return signer.ended_on is None and (own or can_appoint(actor))


def check_can_end(actor: Actor, signer: PeriodSigner) -> None:
    if signer.ended_on is not None:
        raise Refused(_("They sign no more already."))
    if not can_end(actor, signer):
        raise NotYours
