"""Comparing bids that were sent, and what is said of them, with what the event log committed to."""

from __future__ import annotations

from collections.abc import Iterator

from alongside.audit.queries import Finding

from .. import bid_seals
from ..events import CandourEvent as Event
from ..models import Bid, BidAnswer
from .claims_sealed import broken_rows


def broken_bids(chain: int) -> Iterator[Finding]:
    yield from broken_rows(chain, Bid.objects.filter(organisation=chain), Event.BID_SENT, bid_seals.BID, "bid")
    answers = BidAnswer.objects.filter(asked__bid__organisation=chain)
    yield from broken_rows(chain, answers, Event.BID_ANSWERED, bid_seals.ANSWER, "answer to a bid")
