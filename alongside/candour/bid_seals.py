"""What is sealed of a bid when it is sent, and of what people who were asked say of it."""

from __future__ import annotations

from collections.abc import Mapping

from alongside.audit import sealing

from .models import Bid, BidAnswer
from .seals import named

# As `values()` names them, with what they are called in the seal.
BID: Mapping[str, str] = {
    "title": "title",
    "funder": "funder",
    "sent_on": "sent_on",
    "words": "words",
    "promised": "promised",
    "promised_words": "promised_in_words",
    "checked": "held_against_the_record",
    "despite": "sent_all_the_same",
}
ANSWER: Mapping[str, str] = {"so": "so", "words": "words", "said_on": "said_on"}


def seal_bid(bid: Bid) -> str:
    return sealing.commitment(bid.salt, sealing.canonical(named({name: getattr(bid, name) for name in BID}, BID)))


def seal_answer(answer: BidAnswer) -> str:
    values = {name: getattr(answer, name) for name in ANSWER}
    return sealing.commitment(answer.salt, sealing.canonical(named(values, ANSWER)))
