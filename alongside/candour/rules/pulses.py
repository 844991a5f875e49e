"""Who is asked how it was, and what an answer is."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.involvement import rules as involvement
from alongside.involvement.models import Opportunity

from ..ladders import LADDERS
from ..models import ANSWERS, STATEMENTS, OpenPulse, PulseRound

LONGEST_WORDS = 5000
ONCE = gettext_lazy("You have had your turn already, here or on a sheet. Each person answers once.")


def can_see_accounts(actor: Actor, opportunity: Opportunity, takes_part: bool) -> bool:
    """Those who read the signs of that unit, and those who take part in it."""
    here = actor.organisation_id == opportunity.organisation_id
    return here and (takes_part or actor.can(P.SEE_SIGNS, opportunity.decision.unit_id))


def can_read_named(actor: Actor, opportunity: Opportunity, takes_part: bool) -> bool:
    """What somebody said with their name is for those who see this work, and not for everybody who belongs here."""
    return takes_part or involvement.may_see(actor, opportunity.decision)


def can_read_words(actor: Actor, opportunity: Opportunity) -> bool:
    """What people wrote freely is for those who run it: somebody who was there may know a hand by its words."""
    return involvement.may_run(actor, opportunity.decision)


def check_anybody_there(number: int) -> None:
    if not number:
        raise Refused(_("Nobody who takes part was there, so there is nobody to ask. Staff alone are not asked."))


def check_open(pulse: PulseRound, today: date) -> None:
    if not pulse.is_open(today):
        raise Refused(_("This is over since %(day)s. You can still say it in your own words.") % _day(pulse))


def _day(pulse: PulseRound) -> dict[str, str]:
    return {"day": long_day(pulse.closed_on or pulse.closes_on)}


def check_was_there(there: bool) -> None:
    if not there:
        raise Refused(_("Only those who were there are asked. Were you? Tell the coordinator."))


def check_not_yet(answered: bool) -> None:
    if answered:
        raise Refused(str(ONCE))


def check_own_word(actor: Actor, person_id: int | None) -> int:
    """The person themselves, or somebody who runs involvement and writes down what they say."""
    told = actor.on_behalf_of or actor.person_id
    if told is None or not involvement.speaks_for(actor, told, actor.organisation_id or 0):
        raise Refused(_("Only the person themself can say this, or the coordinator when they were told it."))
    return told


def check_themself(actor: Actor) -> int:
    """What is given openly is given by nobody else."""
    if actor.person_id is None or actor.on_behalf_of is not None:
        raise Refused(_("Only the person themself can say this openly."))
    return actor.person_id


def check_answers(given: Mapping[str, int | None], words: str, stages: Collection[str]) -> None:
    most = {name: (1, 4) if name in STATEMENTS else (0, 6) for name in ANSWERS}
    asked = {*STATEMENTS, *(f"role_{stage}" for stage in stages)}
    for name, value in given.items():
        if value is not None and (name not in asked or not most[name][0] <= value <= most[name][1]):
            raise Refused(_("That answer is not in the list. Choose another one."), field=name)
    if not words.strip() and all(value is None for value in given.values()):
        raise Refused(_("Answer at least one of them, or write something."), field="heard")
    if len(words) > LONGEST_WORDS:
        raise Refused(_("Write no more than %(n)s letters.") % {"n": LONGEST_WORDS}, field="words")


def can_hand_out(actor: Actor, pulse: PulseRound) -> bool:
    return involvement.may_run(actor, pulse.opportunity.decision)


def check_can_hand_out(actor: Actor, pulse: PulseRound) -> None:
    if not can_hand_out(actor, pulse):
        raise Refused(_("Only those who run involvement can do this. Ask the coordinator."))


def answers_as_staff(actor: Actor, pulse: PulseRound) -> bool:
    """Staff who run it or whose decision it is."""
    return involvement.may_hold(actor, pulse.opportunity.decision)


def check_staff(actor: Actor, pulse: PulseRound, took_part: bool) -> None:
    """Nobody who took part answers as staff too."""
    if not answers_as_staff(actor, pulse) or actor.user_id is None or took_part:
        raise Refused(_("Only those who run this, or whose decision it is, answer as staff."))


def check_take_back(actor: Actor, account: OpenPulse) -> None:
    own = account.user_id == actor.user_id if account.by_staff else account.person_id == actor.person_id
    if not own or actor.on_behalf_of is not None or account.taken_back_on is not None:
        raise Refused(_("Only the one who said it can take it back, once."))


def can_choose_ladder(actor: Actor) -> bool:
    return actor.can(P.SETTINGS)


def check_ladder(actor: Actor, ladder: str, day: date, today: date) -> None:
    if not can_choose_ladder(actor):
        raise Refused(_("Only the coordinator can choose these words. Ask them."))
    if ladder not in LADDERS:
        raise Refused(_("Choose one of the ladders."), field="ladder")
    if day < today:
        raise Refused(_("They hold from today or a later day."), field="from_day")
