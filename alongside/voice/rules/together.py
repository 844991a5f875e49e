"""Who may ask many at once, who may answer, and when a statement may be shown."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours, Refused

from .. import phrases
from ..models import CommonGround, Statement, WhoAnswers
from ..models.together import SHOWN, TAKEN_BACK, WAITING
from .common import can

LONGEST_STATEMENT = 300
MOST_STATEMENTS = 300


def check_keep(by: Actor, unit_id: int) -> None:
    """Whoever answers for a unit may ask many about it, and then owes the answer to what they say."""
    if by.kind != Kind.SYSTEM and not by.can(P.ANSWER, unit_id):
        raise Refused(_("Only those who answer for this part of the organisation can do that."))


def check_days(opened_on: date, closes_on: date) -> None:
    if closes_on <= opened_on:
        raise Refused(_("Give people time: choose a day after today."), field="closes_on")


def check_may_answer(by: Actor, ground: CommonGround) -> None:
    """Whoever the question is for. For everybody else it is not there."""
    if by.organisation_id != ground.organisation_id:
        raise NotYours
    on_register = by.person_id is not None
    if ground.audience == WhoAnswers.REGISTER and not (on_register or by.can(P.ANSWER, ground.unit_id)):
        raise NotYours


def may_answer(by: Actor, ground: CommonGround) -> bool:
    return can(check_may_answer, by, ground)


def check_open(ground: CommonGround, today: date) -> None:
    if not ground.is_open or today > ground.closes_on:
        raise Refused(_("It is over: nobody can answer or add to it any more. See what people said."))


def check_add(by: Actor, ground: CommonGround, today: date) -> None:
    check_may_answer(by, ground)
    check_open(ground, today)


def check_statement(words: str) -> None:
    if not phrases.can_be_seen(words):
        raise Refused(_("Write something first: there are no words here yet."), field="words")
    if (over := len(words) - LONGEST_STATEMENT) > 0:
        facts = {"over": over, "most": LONGEST_STATEMENT}
        text = _("That is %(over)s letters more than %(most)s. Say one thing, in one or two sentences.")
        raise Refused(text % facts, field="words")


def check_room(number: int) -> None:
    if number >= MOST_STATEMENTS:
        raise Refused(_("There are as many statements as anybody can read. Answer those that are there."))


def check_vote(by: Actor, ground: CommonGround, statement: Statement, today: date) -> None:
    check_add(by, ground, today)
    if statement.ground_id != ground.pk or statement.state != SHOWN:
        raise Refused(_("This statement has just been taken away. Here is the next one."))


def check_read(by: Actor, statement: Statement) -> None:
    check_keep(by, statement.ground.unit_id)
    if statement.state == TAKEN_BACK:
        raise Refused(_("The one who wrote it has taken it back. The words are gone."))


def check_take_back(statement: Statement, digest: str) -> None:
    """Only from the browser that wrote it. To everybody else it is not there."""
    if not digest or statement.writer_digest != digest:
        raise NotYours
    if statement.state == TAKEN_BACK:
        raise Refused(_("This was taken back before. The words are gone."))


def check_close(by: Actor, ground: CommonGround) -> None:
    check_keep(by, ground.unit_id)
    if not ground.is_open:
        raise Refused(_("It is over already."))


def can_keep(by: Actor, unit_id: int) -> bool:
    return can(check_keep, by, unit_id)


def can_close(by: Actor, ground: CommonGround) -> bool:
    return can(check_close, by, ground)


def waits(statement: Statement) -> bool:
    return statement.state == WAITING
