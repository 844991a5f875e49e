"""Who words the statements, who agrees to them, who asks for ratings, and who rates once."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.dates import long_day
from alongside.core.errors import NotYours, Refused
from alongside.organisation.models import Level, Unit

from ..models.statements import STEPS, RatingRound, Statement
from .aims import can_keep, can_speak, takes_part
from .entries import can_be_seen

LONGEST_TEXT, LONGEST_REASON = 300, 500
MOST_OPEN = 12  # of one part of the organisation
FEWEST_AGREE = 2  # contributors, before anybody is asked with these words
SHORTEST, LONGEST = timedelta(days=14), timedelta(days=120)


def can_word(actor: Actor, unit_id: int | None) -> bool:
    return actor.is_member and actor.on_behalf_of is None and can_keep(actor, unit_id)


def can_word_somewhere(actor: Actor) -> bool:
    return actor.is_member and any(actor.can(permission) for permission in (P.KEEP_DECISIONS, P.DECIDE))


def check_word(actor: Actor, organisation_id: int, unit: Unit | None) -> None:
    if organisation_id != actor.organisation_id or not can_word(actor, unit.pk if unit else None):
        raise NotYours
    if unit is not None and unit.organisation_id != organisation_id:
        raise NotYours
    if unit is not None and (unit.closed_on or unit.level == Level.ONE_TO_ONE):
        raise Refused(
            _("This part of the organisation is closed, or is support for one person. Choose another one."),
            field="unit",
        )


def check_text(text: str, others: Collection[str]) -> None:
    if not can_be_seen(text):
        raise Refused(_("Write what should be true for people, like “I can get help when I need it”."), field="text")
    if len(text) > LONGEST_TEXT:
        raise Refused(_("That is too long to be answered with a yes or a no. Say one thing."), field="text")
    if text.casefold() in others:
        raise Refused(_("These words stand there already. Use that one."), field="text")


def check_room(open_now: int) -> None:
    if open_now >= MOST_OPEN:
        raise Refused(_("There are twelve already. End one first: nobody answers more than that."))


def check_open(statement: Statement) -> None:
    if statement.ended_on:
        raise Refused(_("These words are not used any more. Look at the newest ones."))


def check_why(why: str) -> None:
    if not can_be_seen(why):
        raise Refused(_("Say why. Those who agreed to the old words want to know."), field="why")
    if len(why) > LONGEST_REASON:
        raise Refused(_("That is too long. Say it shorter."), field="why")


def can_agree(actor: Actor, statement: Statement) -> bool:
    here = statement.organisation_id == actor.organisation_id and statement.ended_on is None
    return here and can_speak(actor, statement.unit_id)


def can_agree_for(actor: Actor, statement: Statement) -> bool:
    """Writes down what somebody who takes part says of the words."""
    return statement.organisation_id == actor.organisation_id and actor.is_member and actor.can(P.RUN_INVOLVEMENT)


def check_agree(actor: Actor, statement: Statement) -> None:
    if statement.organisation_id != actor.organisation_id:
        raise NotYours
    if actor.on_behalf_of is not None:
        if actor.medium is None or not can_agree_for(actor, statement):
            raise NotYours
    elif not can_speak(actor, statement.unit_id):
        raise NotYours
    check_open(statement)


# Asking and answering.


def can_ask(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.RUN_INVOLVEMENT)


def check_ask(actor: Actor, organisation_id: int) -> None:
    if organisation_id != actor.organisation_id or not can_ask(actor):
        raise NotYours


def check_asking(statements: int, open_round: bool, until: date, today: date) -> None:
    if open_round:
        raise Refused(_("People are being asked already. Wait until that is over."))
    if not statements:
        raise Refused(
            _(
                "Two people who take part have to agree to the words before anybody is asked with them. Nobody else can"
                " say what should be true for them."
            )
        )
    if not today + SHORTEST <= until <= today + LONGEST:
        raise Refused(_("Give people two weeks at least, and four months at most."), field="until")


def check_rate(actor: Actor, found: RatingRound, today: date) -> None:
    """Those who use services: on the register, or without an account. Whoever works here does not rate."""
    if found.organisation_id != actor.organisation_id:
        raise NotYours
    if actor.kind != Kind.PUBLIC and not takes_part(actor):
        raise Refused(_("This is for those who use our services. Whoever works here is not asked."))
    check_running(found, today)


def check_running(found: RatingRound, today: date) -> None:
    if found.closed_on or today > found.closes_on:
        day = {"day": long_day(found.closed_on or found.closes_on)}
        raise Refused(_("This is over since %(day)s. You can still say it in your own words.") % day)


def can_type_in(actor: Actor, found: RatingRound) -> bool:
    return found.organisation_id == actor.organisation_id and actor.is_member and actor.can(P.SAY_FOR, found.unit_id)


def check_type_in(actor: Actor, found: RatingRound, today: date) -> None:
    if not can_type_in(actor, found):
        raise NotYours
    check_running(found, today)


def check_answers(given: Mapping[str, int], asked: Collection[str]) -> None:
    if not given:
        raise Refused(_("Answer at least one of them."))
    if any(code not in asked or value not in STEPS for code, value in given.items()):
        raise Refused(_("That answer is not in the list. Choose another one."))


def check_turn(had: bool) -> None:
    if had:
        raise Refused(_("You have had your turn already. Each person answers once."))


def check_close(found: RatingRound, today: date) -> None:
    if found.closed_on is None and today <= found.closes_on:
        raise Refused(_("This runs until %(day)s. People were told so.") % {"day": long_day(found.closes_on)})
