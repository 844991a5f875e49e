from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.people.models import ACTIVE, PAUSED, Person

from ..models import Opportunity, Place, Role, Stage
from ..models.opportunities import CANCELLED, CLOSED, DONE
from ..models.places import ACCEPTED, DECLINED, OFFERED, PLACE, WITHDRAWN
from .common import check_runs, check_speaks_for

LEAST_ROLE = Role.INVOLVED  # less than this is presence, not taking part (design §1)


def counts_towards(roles: Mapping[str, int]) -> bool:
    """Would somebody with these roles count as having taken part in the decision?"""
    return any(role >= LEAST_ROLE for role in roles.values())


def check_can_offer(
    actor: Actor,
    opportunity: Opportunity,
    person: Person,
    *,
    held: int,
    interested: bool,
    because: str,
    drawing: bool = False,
) -> None:
    """`held`: seats that are accepted, or offered and not yet answered."""
    check_runs(actor, opportunity.decision)
    if opportunity.state != CLOSED:
        raise Refused(_("Places are offered once it is closed, so that answering first gives nobody an advantage."))
    if drawing:
        raise Refused(_("A draw is under way. Nobody is given a seat by hand before it is over."))
    if not interested:
        raise Refused(_("They have not said that they are interested. Ask them, and write that down first."))
    if person.state != ACTIVE:
        raise Refused(
            _("They are taking a break just now. Offer the place to somebody else.")
            if person.state == PAUSED
            else _("They are not taking part at the moment. Offer the place to somebody else.")
        )
    if held >= opportunity.seats:
        raise Refused(_("Every seat is taken or offered. Wait for an answer, or change the number of seats."))
    if not because:
        raise Refused(_("Write down why you chose them. They can read it."), field="because")


def check_roles(roles: Mapping[str, int]) -> None:
    if not roles:
        raise Refused(_("Agree a role for at least one stage."), field=Stage.DESIGN)
    if set(roles) - set(Stage.values) or set(roles.values()) - set(Role.values):
        raise Refused(_("That role is not in the list. Choose another one."))


def _check_answer(place: Place, to: str) -> None:
    words = {
        ACCEPTED: _("This place was accepted already."),
        DECLINED: _("This place was turned down already. It can be offered again."),
        WITHDRAWN: _("This place was given back already. It can be offered again."),
    }
    PLACE.check(place.state, to, words.get(place.state))


def check_can_accept_place(actor: Actor, place: Place) -> None:
    check_speaks_for(actor, place.person_id, place.organisation_id)
    _check_answer(place, ACCEPTED)
    if place.opportunity.state in {DONE, CANCELLED}:
        raise Refused(_("This is not going ahead any more, so the place cannot be taken."))


def check_can_decline_place(actor: Actor, place: Place) -> None:
    check_speaks_for(actor, place.person_id, place.organisation_id)
    _check_answer(place, DECLINED)


def check_can_withdraw_place(actor: Actor, place: Place) -> None:
    """At any moment, without a reason. There is no box for one."""
    check_speaks_for(actor, place.person_id, place.organisation_id)
    if place.state == OFFERED:
        raise Refused(_("You have not said yes yet. You can say no."))
    _check_answer(place, WITHDRAWN)


def check_can_take_back(actor: Actor, place: Place, answer_by: date, today: date) -> None:
    """An offer that nobody answered may go to somebody else, but not before the day that was named."""
    check_runs(actor, place.opportunity.decision)
    if place.state != OFFERED:
        raise Refused(_("This offer was answered, so it cannot be taken back."))
    if today <= answer_by:
        raise Refused(_("They have time to answer until the day we named. Ring them, or wait."))
