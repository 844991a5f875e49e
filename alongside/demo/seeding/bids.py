"""Three bids: one being written that says a sentence too much, one that was denied and not won, one that was won and is
owed a look. And a total of a validated instrument."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.candour.models import Bid as Row
from alongside.candour.models import BidAsked
from alongside.candour.queries import Records
from alongside.candour.services import bid_awards, bid_people, bids, instruments
from alongside.core.actor import Actor
from alongside.decisions.models import Decision

from ..words.bids import BIDS, TOTALS, Bid, ByHand, Total
from .days import Stage
from .world import World


def plan(world: World) -> None:
    if not {one.decision for one in BIDS} <= {each.key for each in world.story.decisions}:
        return  # these are the decisions of another organisation
    made: dict[str, Row] = {}
    for one in BIDS:
        world.step(one.day, Stage.DONE, one.key, partial(make, world, one, made))
        for hand in one.by_hand:
            world.step(hand.day, Stage.PAUSE, f"{one.key} asked {hand.person}", partial(ask, world, one, hand, made))
        if one.shown is not None:
            world.step(one.shown, Stage.DONE, f"{one.key} shown", partial(show, world, one, made))
        if one.sent is not None:
            world.step(one.sent, Stage.PAUSE, f"{one.key} sent", partial(send, world, one, made))
        if one.decided is not None:
            world.step(one.decided, Stage.DONE, f"{one.key} decided", partial(award, world, one, made))
    for total in TOTALS:
        world.step(total.day, Stage.DONE, total.key, partial(count, world, total))


def _keeper(world: World, one: Bid) -> Actor:
    return world.able(one.by, P.KEEP_BIDS, world.decisions[one.decision].unit_id)


def make(world: World, one: Bid, made: dict[str, Row]) -> None:
    decision = Decision.objects.select_related("unit").get(pk=world.decisions[one.decision].pk)
    terms = bids.Terms(
        title=one.title,
        funder=one.funder,
        submit_on=world.days.day(one.submit),
        words=one.words,
        promised=None if one.promised_pounds is None else Decimal(one.promised_pounds),
        promised_words=one.promised,
        records=Records(decisions=(decision,)),
    )
    made[one.key] = bids.make_bid(unit=decision.unit, terms=terms, by=_keeper(world, one))


def ask(world: World, one: Bid, hand: ByHand, made: dict[str, Row]) -> None:
    person = world.people[hand.person] if hand.person else None
    asked_on = None if hand.asked is None else world.days.day(hand.asked)
    asked = bid_people.write_down_asked(
        bid=made[one.key],
        who=hand.who,
        person=person,
        asked_on=asked_on,
        never=asked_on is None,
        what=hand.what,
        by=_keeper(world, one),
    )
    if hand.denied:
        deny(world, asked, hand)


def deny(world: World, asked: BidAsked, hand: ByHand) -> None:
    bid_people.answer_bid(asked=asked, so=False, words=hand.denied, by=world.voice_of(hand.person))


def show(world: World, one: Bid, made: dict[str, Row]) -> None:
    bid_people.show_bid(bid=made[one.key], by=_keeper(world, one))


def send(world: World, one: Bid, made: dict[str, Row]) -> None:
    assert one.sent is not None
    by = _keeper(world, one)
    bids.send_bid(bid=made[one.key], sent_on=world.days.day(one.sent), despite=one.despite, by=by)


def award(world: World, one: Bid, made: dict[str, Row]) -> None:
    assert one.decided is not None
    bid_awards.write_award(
        bid=made[one.key],
        won=one.awarded_pounds is not None,
        decided_on=world.days.day(one.decided),
        amount=None if one.awarded_pounds is None else Decimal(one.awarded_pounds),
        by=_keeper(world, one),
    )


def count(world: World, one: Total) -> None:
    at = world.opportunities[one.opportunity]
    unit = at.decision.unit_id
    instruments.write_total(
        total=instruments.Total(
            name="The Heddle Scale of taking part",
            edition="Second, English",
            side="lived",
            taken_on=world.days.day(one.day),
            n=one.n,
            score=Decimal(one.score),
            scale="From 0 to 100, 100 is best",
        ),
        opportunity=at,
        by=world.able(one.by, P.KEEP_DECISIONS, unit),
    )
