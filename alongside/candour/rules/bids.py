"""Who may keep a bid, and what has to be written down before it is sent and after it is won."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Bid, BidAsked
from ..models.bids import DROPPED, SENT, WON, WRITING

LONGEST_BID, LONGEST_WORDS = 20_000, 4000
MOST_WORDS = 60  # of the list, for each part
LEVELS = range(1, 7)


def can_see_bids(actor: Actor) -> bool:
    return actor.is_member and actor.can(P.SEE_BIDS)


def can_keep_bids(actor: Actor, unit_id: int | None = None) -> bool:
    return actor.is_member and actor.can(P.KEEP_BIDS, unit_id)


def can_keep_bid(actor: Actor, bid: Bid) -> bool:
    return actor.organisation_id == bid.organisation_id and can_keep_bids(actor, bid.unit_id)


def check_can_keep_bids(actor: Actor, unit_id: int) -> None:
    if not can_keep_bids(actor, unit_id):
        raise Refused(_("Only those who keep the bids of this part of the organisation can do that. Ask one of them."))


def check_can_keep_bid(actor: Actor, bid: Bid) -> None:
    if not can_keep_bid(actor, bid):
        raise Refused(_("Only those who keep the bids of this part of the organisation can do that. Ask one of them."))


def can_change_bid(actor: Actor, bid: Bid) -> bool:
    return can_keep_bid(actor, bid) and bid.state == WRITING


def check_can_change_bid(actor: Actor, bid: Bid) -> None:
    check_can_keep_bid(actor, bid)
    if bid.state != WRITING:
        raise Refused(_("It was sent, and what it says stays as it was sent. Write another one."))


def check_bid(title: str, funder: str, words: str, submit_on: date | None) -> None:
    if not title.strip():
        raise Refused(_("Write what it is for."), field="title")
    if not funder.strip():
        raise Refused(_("Write who is asked for the money."), field="funder")
    if submit_on is None:
        told = _("Write by which day it is to be sent. Without a day nobody can say who was asked before it.")
        raise Refused(told, field="submit_on")
    if not words.strip():
        told = _("Copy in what it says about people’s part, word for word. That is what is held against the record.")
        raise Refused(told, field="words")
    if len(words) > LONGEST_BID:
        raise Refused(_("That is more than we can keep here. Copy in the parts that speak of people."), field="words")


def check_promised(money: Decimal | None) -> None:
    if money is not None and money < 0:
        raise Refused(_("Write an amount of nothing or more."), field="promised")


def check_asked_by_hand(who: str, person: object, asked_on: date | None, never: bool, today: date) -> None:
    if person is None and not who.strip():
        raise Refused(_("Write who was asked: somebody on the register, or a group without names."), field="who")
    if not never and asked_on is None:
        raise Refused(_("Write when they were asked, or choose that they never were."), field="asked_on")
    if asked_on is not None and never:
        raise Refused(_("Write a day, or choose that they never were asked. Not both."), field="never")
    if asked_on is not None and asked_on > today:
        raise Refused(_("Write a day that has been. What is still to come is not written down here."), field="asked_on")


def check_can_send_bid(actor: Actor, bid: Bid, sent_on: date, today: date) -> None:
    check_can_change_bid(actor, bid)
    if sent_on > today:
        raise Refused(_("Write the day on which it went: today, or a day before."), field="sent_on")


def check_despite(unsupported: int, despite: str) -> None:
    """What the record does not support can be sent, but never unseen: somebody says why."""
    if unsupported and not despite.strip():
        raise Refused(
            _("The record does not support all that it says. Change the words, or write why it is sent like this."),
            field="despite",
        )


def can_drop_bid(actor: Actor, bid: Bid) -> bool:
    return can_keep_bid(actor, bid) and bid.state in (WRITING, SENT)


def can_write_award(actor: Actor, bid: Bid) -> bool:
    return can_keep_bid(actor, bid) and bid.state not in (WRITING, DROPPED)


def check_award(bid: Bid, decided_on: date, won: bool, amount: Decimal | None, today: date) -> None:
    if bid.sent_on is not None and decided_on < bid.sent_on:
        raise Refused(_("It was sent after that day. Write the day on which the funder decided."), field="decided_on")
    if decided_on > today:
        raise Refused(_("Write a day that has been."), field="decided_on")
    if won and not amount:
        raise Refused(_("Write how much was awarded."), field="amount")
    if not won and amount:
        raise Refused(_("There is no amount where nothing was won. Leave it empty."), field="amount")


def can_look(actor: Actor, bid: Bid) -> bool:
    return can_keep_bid(actor, bid) and bid.state == WON


def check_can_look(actor: Actor, bid: Bid, *, looked: bool) -> None:
    check_can_keep_bid(actor, bid)
    if bid.state != WON:
        raise Refused(_("It was not won, so nothing is owed a look."))
    if looked:
        raise Refused(_("Somebody has written this down already. It stays as it is."))


def check_said_of_bid(words: str, field: str = "words") -> None:
    if not words.strip():
        raise Refused(_("Write something first: there are no words here yet."), field=field)
    if len(words) > LONGEST_WORDS:
        raise Refused(_("That is more than we can keep here. Cut some."), field=field)


# Those who were asked.


def may_answer_bid(actor: Actor, asked: BidAsked) -> bool:
    """They themselves; or, in their words, whoever writes down what they say and works with the register."""
    if asked.person_id is None or actor.organisation_id != asked.bid.organisation_id:
        return False
    if actor.on_behalf_of is None:
        return actor.person_id == asked.person_id
    writes = actor.medium is not None and actor.can(P.SEE_REGISTER) and actor.can(P.SAY_FOR)
    return writes and actor.on_behalf_of == asked.person_id


def can_write_down_answer(actor: Actor, bid: Bid) -> bool:
    known = actor.can(P.SEE_REGISTER) and actor.can(P.SAY_FOR)
    return known and actor.can(P.SEE_BIDS, bid.unit_id) and actor.organisation_id == bid.organisation_id


def check_can_answer_bid(actor: Actor, asked: BidAsked, words: str) -> None:
    if not may_answer_bid(actor, asked) or asked.told_on is None:
        raise Refused(_("Only somebody of whom it is written that they were asked can say this, each for themselves."))
    if len(words) > LONGEST_WORDS:
        raise Refused(_("That is more than we can keep here. Cut some."), field="words")


# The words that need the record.


def can_set_bid_words(actor: Actor) -> bool:
    return actor.can(P.SETTINGS) and actor.can(P.KEEP_BIDS)


def check_can_set_bid_words(actor: Actor) -> None:
    if not can_set_bid_words(actor):
        raise Refused(_("Only the coordinator can set these. Ask them."))


def check_bid_words(words: Mapping[int, Collection[str]], from_day: date, today: date, why: str) -> None:
    if not any(words.values()):
        raise Refused(_("Leave at least one word. Without any, every bid would read well."), field="level5")
    for level, each in words.items():
        if level not in LEVELS or len(each) > MOST_WORDS or any(len(word) > 60 for word in each):
            raise Refused(_("Write at most 60 words here, each on its own line and short."), field=f"level{level}")
        if any(not word.strip("*- ") for word in each):
            raise Refused(_("A line has only a star in it. Every word would match."), field=f"level{level}")
    if from_day < today:
        raise Refused(_("They hold from today or a later day: what was sent before stays as it read."), "from_day")
    if not why.strip():
        raise Refused(_("Write why. Whoever reads a bid against them reads it too."), field="why")
