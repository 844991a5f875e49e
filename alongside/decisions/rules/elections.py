"""Elections: who calls one, who may stand and vote, and when. Days count whole, the last one included."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.people.models import ACTIVE, Person

from ..models import (
    CALLED,
    CALLED_OFF,
    CANDIDATE,
    DECLINED,
    ELECTED,
    NOMINATED,
    STANDING,
    WITHDRAWN,
    Candidate,
    Election,
    Filled,
    Forum,
    Phase,
    Seat,
)
from .common import allows
from .seats import check_can_keep_seats, check_still_works

LONGEST_STATEMENT = 2000


@dataclass(frozen=True)
class Days:
    nominate_from: date
    nominate_until: date
    vote_from: date
    vote_until: date


def can_call(actor: Actor, forum: Forum, today: date) -> bool:
    return allows(check_can_call, actor, forum, today)


def check_can_call(actor: Actor, forum: Forum, today: date) -> None:
    check_can_keep_seats(actor, forum)
    check_still_works(forum, today)


def check_election_days(days: Days, today: date) -> None:
    if days.nominate_from < today:
        raise Refused(_("That day is over. Begin today or later."), field="nominate_from")
    if days.nominate_until < days.nominate_from:
        raise Refused(_("People can stand until a day before they could begin to. Put it right."), "nominate_until")
    if days.vote_from <= days.nominate_until:
        raise Refused(_("Voting begins after the last day on which people can stand."), field="vote_from")
    if days.vote_until < days.vote_from:
        raise Refused(_("Voting ends before it begins. Put one of the days right."), field="vote_until")


def check_election_seats(forum: Forum, seats: Sequence[Seat], busy: Collection[int], until: date) -> None:
    """`busy`: seats that another running election fills already, or that are held beyond the day `until`."""
    if not seats:
        raise Refused(_("Choose the seats that are filled."), field="seats")
    if any(seat.forum_id != forum.pk or seat.closed_on for seat in seats):
        raise Refused(_("One of these seats is not there any more. Choose again."), field="seats")
    if any(seat.filled_by != Filled.ELECTION for seat in seats):
        raise Refused(_("One of these seats is not filled by an election. Choose others."), field="seats")
    if len({(seat.capacity, seat.voting, seat.lived_experience) for seat in seats}) > 1:
        raise Refused(_("The seats of one election are all alike. Call one for each kind."), field="seats")
    if any(seat.pk in busy for seat in seats):
        told = _("One of these seats is still held on %(day)s, or in another election. Choose others.")
        raise Refused(told % {"day": long_day(until)}, field="seats")


def check_title_of_election(title: str) -> None:
    if not title.strip():
        raise Refused(_("Give it a name that people understand."), field="title")


def can_call_off(actor: Actor, election: Election) -> bool:
    return allows(check_can_call_off, actor, election)


def check_can_call_off(actor: Actor, election: Election) -> None:
    check_can_keep_seats(actor, election.forum)
    check_runs_still(election)


def check_runs_still(election: Election) -> None:
    if election.state == CALLED_OFF:
        raise Refused(_("This election was called off."))
    if election.state != CALLED:
        raise Refused(_("This election is over. The result is on its page."))


# Standing.


def check_speaks(actor: Actor, person_id: int) -> None:
    """Whoever stands says so themselves, or the coordinator writes down what they said."""
    own = actor.person_id == person_id and actor.on_behalf_of is None
    told = actor.on_behalf_of == person_id and actor.medium is not None and actor.can(P.RUN_INVOLVEMENT)
    if not (own or told):
        raise Refused(_("Only the person themself can say this, or the coordinator when they were told it."))


def check_statement(statement: str) -> None:
    if len(statement) > LONGEST_STATEMENT:
        told = _("You can write %(limit)s characters. Make it a bit shorter.")
        raise Refused(told % {"limit": LONGEST_STATEMENT}, field="statement")


def check_nominating(election: Election, today: date) -> None:
    check_runs_still(election)
    phase = election.phase_on(today)
    if phase == Phase.BEFORE:
        raise Refused(_("You can stand from %(day)s.") % {"day": long_day(election.nominate_from)})
    if phase != Phase.NOMINATING:
        raise Refused(_("The last day to stand was %(day)s.") % {"day": long_day(election.nominate_until)})


def check_may_stand(person: Person, members: Collection[int] | None) -> None:
    """`members`: who holds a seat on the body that the election is limited to; None when it is not."""
    if person.state != ACTIVE or person.erased_on:
        raise Refused(_("Only people who take part here now can stand. Talk to the coordinator."))
    if members is not None and person.pk not in members:
        raise Refused(_("Only members of the group that is named here can stand."))


def check_can_stand(
    actor: Actor,
    election: Election,
    person: Person,
    members: Collection[int] | None,
    candidate: Candidate | None,
    today: date,
) -> None:
    check_speaks(actor, person.pk)
    check_nominating(election, today)
    check_may_stand(person, members)
    if candidate and candidate.state == STANDING:
        raise Refused(_("You stand already. You can change your words."))
    if candidate:
        CANDIDATE.check(candidate.state, STANDING)


def can_answer(actor: Actor, candidate: Candidate, today: date) -> bool:
    return allows(check_can_answer, actor, candidate, today)


def check_can_answer(actor: Actor, candidate: Candidate, today: date) -> None:
    check_speaks(actor, candidate.person_id)
    check_nominating(candidate.election, today)
    if candidate.state not in {NOMINATED, DECLINED}:
        raise Refused(_("You have answered. The page says what you can do now."))


def can_change_statement(actor: Actor, candidate: Candidate, today: date) -> bool:
    return allows(check_can_change_statement, actor, candidate, today)


def check_can_change_statement(actor: Actor, candidate: Candidate, today: date) -> None:
    check_speaks(actor, candidate.person_id)
    check_runs_still(candidate.election)
    if candidate.state != STANDING:
        raise Refused(_("You do not stand."))
    if candidate.election.phase_on(today) not in {Phase.NOMINATING, Phase.BETWEEN}:
        raise Refused(_("People vote already. Your words stay as they are."))


def check_can_ask(actor: Actor, election: Election, today: date) -> None:
    """The coordinator asks somebody on the register whether they want to stand."""
    check_can_keep_seats(actor, election.forum)
    check_nominating(election, today)


def check_can_put_forward(actor: Actor, election: Election, today: date) -> None:
    if actor.person_id is None and not actor.can(P.RUN_INVOLVEMENT):
        raise Refused(_("Only people who take part here can put somebody forward."))
    check_nominating(election, today)


def can_withdraw(actor: Actor, candidate: Candidate) -> bool:
    return allows(check_can_withdraw, actor, candidate)


def check_can_withdraw(actor: Actor, candidate: Candidate) -> None:
    """Until it is counted, at any time, without a reason."""
    check_speaks(actor, candidate.person_id)
    check_runs_still(candidate.election)
    CANDIDATE.check(candidate.state, WITHDRAWN, _("You do not stand."))


def can_take_seat(actor: Actor, candidate: Candidate) -> bool:
    return allows(check_can_take_seat, actor, candidate)


def check_can_take_seat(actor: Actor, candidate: Candidate) -> None:
    check_speaks(actor, candidate.person_id)
    if candidate.state != ELECTED:
        raise Refused(_("There is no seat to say yes or no to."))
