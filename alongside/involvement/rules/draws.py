"""When a draw may be sealed, numbered, revealed or set aside, and what a number has to be like."""

from __future__ import annotations

import re
from datetime import datetime

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.parts import moment

from ..models import Draw, NumberFrom, Opportunity
from ..models.draws import COMMITTED, DRAW, DRAWN, NUMBERED, SET_ASIDE
from ..models.opportunities import CLOSED, DRAFT, OPEN
from .common import check_runs

ROOM = re.compile(r"[0-9]{3,40}")
BEACON = re.compile(r"[0-9a-f]{16,128}")


def check_can_share_out(actor: Actor, opportunity: Opportunity, *, drawing: bool, empty: int) -> None:
    """To seal a draw, give everybody a place, call a reserve. `empty`: seats that are neither taken nor offered."""
    check_runs(actor, opportunity.decision)
    if opportunity.state in {DRAFT, OPEN}:
        raise Refused(_("Close it first, so that answering first gives nobody an advantage."))
    if opportunity.state != CLOSED:
        raise Refused(_("This opportunity is %(state)s.") % {"state": opportunity.get_state_display().lower()})
    if drawing:
        raise Refused(_("A draw of this is under way already. Somebody may have sealed it just now: look at it."))
    if empty < 1:
        raise Refused(_("Every seat is taken or offered. Wait for an answer, or change the number of seats."))


def check_people(people: int, empty: int) -> None:
    """`people`: those who can be drawn."""
    if people < 1:
        raise Refused(_("Nobody is left to draw from. Ask more people, or open it again."))
    if people <= empty:
        raise Refused(_("There are as many seats as people, so no draw is needed: offer everybody a place."))


def check_everybody(people: int, empty: int, held: int, lone_seat_reason: str) -> None:
    """Nobody sits alone unless somebody wrote down why, also when only one person could be found."""
    if people < 1:
        raise Refused(_("Nobody is left to offer a place to. Ask more people, or open it again."))
    if people > empty:
        raise Refused(_("There are more people than seats. A draw is the fair way."))
    if people + held == 1 and not lone_seat_reason:
        raise Refused(
            _(
                "One person alone is easily outvoted. Open it again and ask more people, or choose “Change it” and "
                "write down why it can only be one."
            )
        )


def check_number_time(number_at: datetime, now: datetime) -> None:
    """The number may be known only after the tickets are sealed."""
    if number_at <= now:
        raise Refused(_("The number must be drawn later than now, so choose a time to come."), field="day")


def tidy_number(text: str) -> str:
    return "".join(text.split()).lower()


def check_can_number(actor: Actor, draw: Draw, number: str, again: str, now: datetime) -> None:
    """Typed in twice: it cannot be changed afterwards."""
    check_may_number(actor, draw, now)
    if draw.number_from == NumberFrom.ROOM and not ROOM.fullmatch(number):
        raise Refused(_("Write the digits that were drawn, three or more."), field="number")
    if draw.number_from == NumberFrom.BEACON and not BEACON.fullmatch(number):
        raise Refused(_("Copy the value of the beacon: digits and the letters a to f, 16 or more."), field="number")
    if number != again:
        raise Refused(_("The two are not the same. Look at the number again."), field="again")


def check_may_number(actor: Actor, draw: Draw, now: datetime) -> None:
    check_runs(actor, draw.opportunity.decision)
    words = {
        NUMBERED: _("The number was typed in already, and it stands."),
        DRAWN: _("This was drawn already."),
        SET_ASIDE: _("This draw was set aside."),
    }
    DRAW.check(draw.state, NUMBERED, words.get(draw.state))
    if draw.number_at is not None and now < draw.number_at:
        raise Refused(_("The number is drawn on %s. Come back then.") % moment(draw.number_at))


def check_can_reveal(actor: Actor, draw: Draw) -> None:
    check_runs(actor, draw.opportunity.decision)
    words = {COMMITTED: _("Type in the number first."), DRAWN: _("This was drawn already.")}
    DRAW.check(draw.state, DRAWN, words.get(draw.state))
    if draw.opportunity.state != CLOSED:
        raise Refused(_("This opportunity is %(state)s.") % {"state": draw.opportunity.get_state_display().lower()})


def check_can_set_aside(actor: Actor, draw: Draw) -> None:
    """Only while nobody can know who would be drawn."""
    check_runs(actor, draw.opportunity.decision)
    DRAW.check(draw.state, SET_ASIDE, _("This draw is over: it stays as it is."))


def check_secret(found: bool) -> None:
    """`found`: the secret is there, and it is the one that was sealed in."""
    if not found:
        raise Refused(
            _("The secret of this draw is lost, so nobody can open it. Set it aside, and say why; then draw again. ")
            + _("It stays on record.")
        )


def check_not_drawing(drawing: bool) -> None:
    """To open it again, or to have more seats or fewer."""
    if drawing:
        raise Refused(_("A draw of this is under way. Finish it first, or set it aside and say why."))
