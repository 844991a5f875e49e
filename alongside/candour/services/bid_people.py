"""Who was asked for a bid: written down by hand, shown to them, and what they say of it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.inputs import tidy_text
from alongside.involvement.queries import asking
from alongside.organisation import queries as organisations
from alongside.people.holding import hold_author
from alongside.people.models import Person

from .. import bid_seals
from ..events import CandourEvent as Event
from ..models import Bid, BidAnswer, BidAsked
from ..models.bid_people import Knows
from ..queries import bids as queries
from ..rules import bids as rules
from . import bid_messages as messages


def locked_bid(bid: Bid) -> Bid:
    return (
        Bid.objects.select_for_update(of=("self",), no_key=True).select_related("organisation", "unit").get(pk=bid.pk)
    )


@transaction.atomic
def write_down_asked(  # noqa: PLR0913  each of them by its name
    *,
    bid: Bid,
    who: str = "",
    person: Person | None = None,
    asked_on: date | None = None,
    never: bool = False,
    what: str = "",
    by: Actor,
) -> BidAsked:
    """What the record does not know, or that somebody never was asked. Whoever is named reads it and can deny it."""
    bid = locked_bid(bid)
    rules.check_can_keep_bid(by, bid)
    today = organisations.clock_of(bid.organisation).today()
    rules.check_asked_by_hand(who, person, asked_on, never, today)
    values = {
        "knows": Knows.HAND,
        "who": "" if person else " ".join(who.split()),
        "asked_on": asked_on,
        "what": tidy_text(what),
        **byline(by),
    }
    if person is None:
        asked = BidAsked.objects.create(bid=bid, **values)
    else:
        asked, _made = BidAsked.objects.update_or_create(bid=bid, person=person, defaults=values)
    audit.record(
        Event.BID_ASKED,
        by=by,
        target=asked,
        facts={"bid": bid.code, "asked_on": asked_on.isoformat() if asked_on else None},
    )
    _tell(asked, today)
    return asked


@transaction.atomic
def show_bid(*, bid: Bid, by: Actor) -> int:
    """To everybody of whom the record or somebody says that they were asked, before it is sent or afterwards."""
    bid = locked_bid(bid)
    rules.check_can_keep_bid(by, bid)
    return show_to_those_asked(bid, by)


def show_to_those_asked(bid: Bid, by: Actor) -> int:
    """Inside the transaction of another verb. No event names them: how many is enough."""
    today = organisations.clock_of(bid.organisation).today()
    rests = queries.rests_of(bid)
    known = set(BidAsked.objects.filter(bid=bid, person__isnull=False).values_list("person", flat=True))
    for person, first in asking.asked_people(rests.decisions, rests.opportunities):
        if person not in known:
            BidAsked.objects.create(bid=bid, knows=Knows.RECORD, person_id=person, asked_on=first, **byline(by))
    told = sum(_tell(row, today) for row in BidAsked.objects.filter(bid=bid, told_on=None, person__isnull=False))
    if told:
        audit.record(Event.BID_SHOWN, by=by, target=bid, facts={"told": told})
    return told


def _tell(asked: BidAsked, today: date) -> bool:
    if asked.person_id is None or asked.told_on is not None:
        return False
    asked.told_on = today
    asked.save(update_fields=["told_on"])
    messages.to_somebody_asked(asked)
    return True


@transaction.atomic
def answer_bid(*, asked: BidAsked, so: bool, words: str = "", by: Actor) -> BidAnswer:
    """It is so, or it is not so. What they said before goes; that they said something stays on record."""
    hold_author(by)
    asked = (
        BidAsked.objects.select_for_update(of=("self",), no_key=True)
        .select_related("bid__organisation")
        .get(pk=asked.pk)
    )
    words = tidy_text(words)
    rules.check_can_answer_bid(by, asked, words)
    forget_answers(asked, by=by, why="said anew by its author")
    made = BidAnswer.objects.create(
        asked=asked,
        so=so,
        words=words,
        salt=new_salt() if words else "",
        said_on=organisations.clock_of(asked.bid.organisation).today(),
        **byline(by),
    )
    facts = {"bid": asked.bid.code, "so": so, **({"sealed": bid_seals.seal_answer(made)} if words else {})}
    audit.record(Event.BID_ANSWERED, by=by, target=made, facts=facts)
    if by.on_behalf_of is not None:
        messages.to_somebody_written_down(asked)
    if not so:
        messages.to_keepers_that_it_is_not_so(asked.bid)
    return made


@transaction.atomic
def take_back_bid_answer(*, asked: BidAsked, by: Actor) -> None:
    asked = (
        BidAsked.objects.select_for_update(of=("self",), no_key=True)
        .select_related("bid__organisation")
        .get(pk=asked.pk)
    )
    rules.check_can_answer_bid(by, asked, "")
    forget_answers(asked, by=by, why="taken back by its author")
    today = organisations.clock_of(asked.bid.organisation).today()
    asked.answers.filter(taken_back_on=None).update(taken_back_on=today)


def forget_answers(asked: BidAsked, *, by: Actor, why: str) -> None:
    """Their words go at once, everywhere."""
    rows = asked.answers.exclude(words="")
    codes = list(rows.values_list("code", flat=True))
    if codes:
        rows.update(words="", salt="")
        audit.erase(by=by, target_type=BidAnswer._meta.label_lower, targets=codes, why=why)
