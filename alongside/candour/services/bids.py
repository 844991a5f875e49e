"""Write a funding bid down, change it, send it, drop it. What is sent is sealed as it was held against the record."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.inputs import tidy_text
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit
from alongside.organisation.rules import check_here

from .. import bid_seals
from ..events import CandourEvent as Event
from ..models import Bid, BidRecord, BidStatus, BidWords
from ..models.bids import BID, DROPPED, SENT
from ..queries import Records
from ..queries import bids as queries
from ..rules import bids as rules
from .bid_people import locked_bid, show_to_those_asked


@dataclass(frozen=True)
class Terms:
    """What a bid says and promises."""

    title: str
    funder: str
    submit_on: date | None
    words: str
    promised: Decimal | None = None
    promised_words: str = ""
    records: Records = field(default_factory=Records)

    def check(self) -> None:
        rules.check_bid(self.title, self.funder, self.words, self.submit_on)
        rules.check_promised(self.promised)

    def values(self) -> dict[str, Any]:
        words, promised_words = tidy_text(self.words), tidy_text(self.promised_words)
        named = {"title": self.title, "funder": self.funder, "submit_on": self.submit_on, "promised": self.promised}
        return {**named, "words": words, "promised_words": promised_words}


@transaction.atomic
def make_bid(*, unit: Unit, terms: Terms, by: Actor) -> Bid:
    check_here(by, unit)
    rules.check_can_keep_bids(by, unit.pk)
    terms.check()
    organisation = Organisation.objects.get(pk=by.organisation_id or 0)
    bid = Bid.objects.create(organisation=organisation, unit=unit, **terms.values(), **byline(by))
    begin(bid, statuses=BidStatus, by=by, on=organisations.clock_of(organisation).today())
    _rest_on(bid, terms.records, by)
    audit.record(Event.BID_MADE, by=by, target=bid, facts=_facts(bid, terms))
    return bid


@transaction.atomic
def change_bid(*, bid: Bid, terms: Terms, by: Actor, seen: int | None = None) -> Bid:
    """Until it is sent. What it rests on is written anew."""
    bid = locked_bid(bid)
    rules.check_can_change_bid(by, bid)
    if seen is not None and seen != bid.version:
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    terms.check()
    values = terms.values()
    for name, value in values.items():
        setattr(bid, name, value)
    bid.version += 1
    bid.save(update_fields=[*values, "version"])
    BidRecord.objects.filter(bid=bid).delete()
    _rest_on(bid, terms.records, by)
    audit.record(Event.BID_CHANGED, by=by, target=bid, facts=_facts(bid, terms))
    return bid


def _rest_on(bid: Bid, records: Records, by: Actor) -> None:
    for kind, row in records.all():
        BidRecord.objects.create(bid=bid, **{kind: row}, **byline(by))


def _facts(bid: Bid, terms: Terms) -> dict[str, Any]:
    return {
        "submit_on": bid.submit_on.isoformat(),
        "promised": str(bid.promised) if bid.promised is not None else None,
        "rests_on": terms.records.codes,
    }


@transaction.atomic
def send_bid(*, bid: Bid, sent_on: date, by: Actor, despite: str = "", seen: int | None = None) -> Bid:
    """From now on its words stay as they were sent, with how each sentence read against the record on that day."""
    bid = locked_bid(bid)
    clock = organisations.clock_of(bid.organisation)
    rules.check_can_send_bid(by, bid, sent_on, clock.today())
    if seen is not None and seen != bid.version:
        raise Refused(_("Somebody changed this while you read. Look at it again before it goes."), "seen")
    read = queries.against_record(by, bid, clock, on=sent_on)
    rules.check_despite(len(read.unsupported), despite)
    bid.sent_on, bid.salt, bid.unsupported = sent_on, new_salt(), len(read.unsupported)
    bid.despite = tidy_text(despite) if read.unsupported else ""
    bid.checked = [_checked(each) for each in read.sentences if each.found.finding]
    changed = ("sent_on", "salt", "unsupported", "despite", "checked")
    move(bid, SENT, lifecycle=BID, statuses=BidStatus, by=by, on=sent_on, changed=changed)
    facts = {"sent_on": sent_on.isoformat(), "unsupported": bid.unsupported, "sealed": bid_seals.seal_bid(bid)}
    audit.record(Event.BID_SENT, by=by, target=bid, facts=facts)
    show_to_those_asked(bid, by)
    return bid


def _checked(sentence: queries.Sentence) -> dict[str, Any]:
    found = sentence.found
    finding = found.finding
    assert finding is not None
    return {
        "text": found.text,
        "words": list(found.words),
        "needs": found.least,
        "reads": str(finding.reads),
        "whys": [str(why) for why in finding.whys],
    }


@transaction.atomic
def drop_bid(*, bid: Bid, by: Actor) -> Bid:
    """Not going ahead. Whoever was told of it still reads what it said of them."""
    bid = locked_bid(bid)
    rules.check_can_keep_bid(by, bid)
    today = organisations.clock_of(bid.organisation).today()
    move(bid, DROPPED, lifecycle=BID, statuses=BidStatus, by=by, on=today)
    audit.record(Event.BID_DROPPED, by=by, target=bid, facts={})
    return bid


@transaction.atomic
def set_bid_words(*, words: dict[int, list[str]], why: str, from_day: date, by: Actor) -> BidWords:
    """Which words need the record, from a day on. What was sent before stays as it read then."""
    rules.check_can_set_bid_words(by)
    organisation = Organisation.objects.select_for_update(no_key=True).get(pk=by.organisation_id or 0)
    rules.check_bid_words(words, from_day, organisations.clock_of(organisation).today(), why)
    kept = {str(level): each for level, each in words.items() if each}
    made = BidWords.objects.create(organisation=organisation, effective_on=from_day, words=kept, why=why, **byline(by))
    audit.record(Event.BID_WORDS, by=by, target=made, facts={"from": from_day.isoformat(), "words": kept})
    return made
