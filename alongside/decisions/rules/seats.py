"""Bodies and their seats: who keeps them, and what a seat for lived experience must be."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.people.models import LEFT, Person

from ..models import Capacity, Filled, Forum, Seat, SeatHolder
from .common import allows

LONGEST_NAME = 200
MOST_SEATS = 30
LONGEST_TERM = 120  # months


def may_see_seats(actor: Actor) -> bool:
    """Everybody who belongs here may see who decides, and what seats are empty."""
    return actor.is_member and (actor.person_id is not None or actor.can(P.SEE_DECISIONS))


def may_see_holders(actor: Actor) -> bool:
    """By name. Others see whether a seat is held."""
    return actor.can(P.SEE_REGISTER)


def can_keep_seats(actor: Actor, forum: Forum | None = None) -> bool:
    return allows(check_can_keep_seats, actor, forum)


def check_can_keep_seats(actor: Actor, forum: Forum | None = None) -> None:
    here = forum is None or forum.organisation_id == actor.organisation_id
    if not here or not actor.can(P.RUN_INVOLVEMENT):
        raise Refused(_("The coordinator keeps the list of bodies and seats. Ask them."))


def check_forum(*, name: str, standing: bool, ends_on: date | None) -> None:
    if not name.strip():
        raise Refused(_("Say what it is called."), field="name")
    if len(name) > LONGEST_NAME:
        raise Refused(_("The name can have %(limit)s characters. Shorten it.") % {"limit": LONGEST_NAME}, field="name")
    if not standing and ends_on is None:
        raise Refused(_("Say until when it works, or that it has no end."), field="ends_on")


def check_forum_seen(forum: Forum, seen: int) -> None:
    if forum.version != seen:
        told = _(
            "Somebody changed this while you were writing. Your words are still here. Look at it, then save again."
        )
        raise Refused(told, field="seen")


def check_still_works(forum: Forum, today: date) -> None:
    if forum.ends_on and forum.ends_on < today:
        told = _("It worked until %(day)s. Give it a later day first, if it goes on.")
        raise Refused(told % {"day": long_day(forum.ends_on)})


def check_seat(*, capacity: str, voting: bool, lived_experience: bool, filled_by: str, term_months: int | None) -> None:
    if capacity == Capacity.OBSERVER and voting:
        raise Refused(_("An observer does not vote. Choose another capacity, or say that they have no vote."), "voting")
    if lived_experience and filled_by == Filled.APPOINTED:
        told = _(
            "A seat for lived experience is not filled by picking somebody. "
            "Choose an election, a draw, or a group that names them."
        )
        raise Refused(told, field="filled_by")
    if term_months is not None and not 1 <= term_months <= LONGEST_TERM:
        told = _("A term lasts between 1 and %(most)s months. Leave it empty if it has no end.")
        raise Refused(told % {"most": LONGEST_TERM}, field="term_months")


def check_number(number: int) -> None:
    if not 1 <= number <= MOST_SEATS:
        raise Refused(_("Add between 1 and %(most)s seats.") % {"most": MOST_SEATS}, field="number")


def check_not_lone(seats: int, reason: str) -> None:
    """`seats` for lived experience that there will be. One alone needs a written reason."""
    if seats == 1 and not reason.strip():
        told = _(
            "One person alone with lived experience is easily overheard. Add a second seat, "
            "or write why there can be only one. Everybody can read it."
        )
        raise Refused(told, field="lone_reason")


# Who holds a seat.


def can_fill(actor: Actor, seat: Seat, holders: Iterable[SeatHolder], today: date) -> bool:
    return allows(check_can_fill, actor, seat, holders, today)


def check_can_fill(actor: Actor, seat: Seat, holders: Iterable[SeatHolder], today: date) -> None:
    """`holders`: everybody who ever held it."""
    check_can_keep_seats(actor, seat.forum)
    check_still_works(seat.forum, today)
    if seat.closed_on:
        raise Refused(_("This seat was closed on %(day)s.") % {"day": long_day(seat.closed_on)})
    if any(each.over_on is None or each.over_on > today for each in holders):
        raise Refused(_("Somebody holds this seat. Write down first that their term has ended."))


def check_holder(seat: Seat, *, person: Person | None, user_id: int | None, name: str) -> None:
    if sum([person is not None, user_id is not None, bool(name.strip())]) != 1:
        raise Refused(_("Say who it is: one person, in one way."), field="who")
    if person is not None and (person.organisation_id != seat.organisation_id or person.erased_on):
        raise Refused(_("That person is not on the register here."), field="name")
    if person is not None and person.state == LEFT:
        raise Refused(_("That person has left. Ask them first whether they want to come back."), field="name")
    if seat.lived_experience and user_id is not None:
        told = _("This seat is for somebody with lived experience. Choose somebody on the register.")
        raise Refused(told, field="who")


def check_term(seat: Seat, holders: Iterable[SeatHolder], since: date, until: date | None, today: date) -> None:
    if since < seat.since:
        told = _("There has been this seat since %(day)s. Write that day or a later one.")
        raise Refused(told % {"day": long_day(seat.since)}, field="since")
    if since > today:
        raise Refused(_("That day is still to come. Write it down on the day."), field="since")
    if until is not None and until <= since:
        raise Refused(_("The term ends before it begins. Put one of the days right."), field="until")
    if any(each.over_on and since < each.over_on for each in holders):
        raise Refused(_("Somebody else still held the seat on that day. Write a later one."), field="since")


def can_end_term(actor: Actor, seat: Seat, holder: SeatHolder) -> bool:
    return allows(check_can_end_term, actor, seat, holder)


def check_can_end_term(actor: Actor, seat: Seat, holder: SeatHolder) -> None:
    """The one who sits there may leave at any time and is asked for no reason."""
    own = holder.person_id is not None and actor.person_id == holder.person_id
    if not own:
        check_can_keep_seats(actor, seat.forum)
    if holder.ended_on:
        raise Refused(_("This term ended on %(day)s.") % {"day": long_day(holder.ended_on)})


def check_ended_on(holder: SeatHolder, on: date, today: date) -> None:
    if on > today:
        raise Refused(_("That day is still to come. Write it down on the day."), field="on")
    if on < holder.since:
        told = _("They have held it since %(day)s. Write that day or a later one.")
        raise Refused(told % {"day": long_day(holder.since)}, field="on")


def check_can_take_name_out(actor: Actor, holder: SeatHolder) -> None:
    check_can_keep_seats(actor)
    if holder.organisation_id != actor.organisation_id or not holder.is_outsider or not holder.name:
        raise Refused(_("There is no name to take out here."))
    if holder.ended_on is None:
        raise Refused(_("They still hold the seat. Write down first that their term has ended."))


def can_take_name_out(actor: Actor, holder: SeatHolder) -> bool:
    return allows(check_can_take_name_out, actor, holder)


def can_close_seat(actor: Actor, seat: Seat, held: bool) -> bool:
    return allows(check_can_close_seat, actor, seat, held)


def check_can_close_seat(actor: Actor, seat: Seat, held: bool) -> None:
    check_can_keep_seats(actor, seat.forum)
    if seat.closed_on:
        raise Refused(_("This seat was closed on %(day)s.") % {"day": long_day(seat.closed_on)})
    if held:
        raise Refused(_("Somebody holds this seat. Write down first that their term has ended."))
