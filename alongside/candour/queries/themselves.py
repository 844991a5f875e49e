"""What this room itself knows for signs, in one question: if people say that they could disagree, which claims they say
are not true, and which bids rest on what they were asked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import BigIntegerField, BooleanField, Case, F, IntegerField, JSONField, TextField, Value, When
from django.db.models.functions import Cast, Concat

from alongside.decisions.queries.signs import Chosen
from alongside.organisation.models import ClosedDay

from .accounts import RoundLine, rounds_for_signs
from .bid_signs import BidLine, bid_records_in
from .claim_signs import disputed_in

ROUND, CLAIM, BID, CLOSED = 0, 1, 2, 3


@dataclass(frozen=True)
class Themselves:
    rounds: Sequence[RoundLine]
    disputed: Sequence[str]  # codes of claims, the latest first
    bids: Sequence[BidLine] = ()
    closed: Collection[date] = ()  # days on which nobody works here, for counting to a bid


def themselves_in(chosen: Chosen) -> Themselves:
    rounds = rounds_for_signs(chosen).annotate(
        line=Value(ROUND, IntegerField()),
        its_code=Value("", TextField()),
        its_day=F("closed_on"),
        its_box=Cast("box", BigIntegerField()),
        its_pool=Case(When(box__kind=None, then=False), default=True, output_field=BooleanField()),
        its_summary=F("box__summary"),
    )
    claims = disputed_in(chosen).annotate(
        line=Value(CLAIM, IntegerField()),
        its_code=Cast("code", TextField()),
        its_day=F("made_on"),
        its_box=Value(0, BigIntegerField()),
        its_pool=Value(False, BooleanField()),
        its_summary=Value(None, JSONField()),
    )
    bids = bid_records_in(chosen).annotate(
        line=Value(BID, IntegerField()),
        its_code=Concat("bid__code", Value(" "), "seen", output_field=TextField()),
        its_day=F("went"),
        its_box=Cast("about", BigIntegerField()),
        its_pool=Case(When(unsent=True, then=True), default=False, output_field=BooleanField()),
        its_summary=Value(None, JSONField()),
    )
    closed = ClosedDay.objects.filter(organisation=chosen.organisation_id).annotate(
        line=Value(CLOSED, IntegerField()),
        its_code=Value("", TextField()),
        its_day=F("day"),
        its_box=Value(0, BigIntegerField()),
        its_pool=Value(False, BooleanField()),
        its_summary=Value(None, JSONField()),
    )
    lines = list(_columns(rounds).union(*map(_columns, (claims, bids, closed)), all=True))
    disputed = sorted(((day, code) for line, code, day, *_round in lines if line == CLAIM), reverse=True)
    return Themselves(
        [RoundLine(day, *rest) for line, _code, day, *rest in lines if line == ROUND],
        [code for _day, code in disputed],
        sorted({_bid(*rest) for line, *rest in lines if line == BID}, key=lambda bid: (bid.day, bid.code)),
        frozenset(day for line, _code, day, *_rest in lines if line == CLOSED),
    )


def _bid(named: str, day: date, decision: int, unsent: bool, *_none: Any) -> BidLine:
    code, _space, going = named.partition(" ")
    return BidLine(code, decision, day, bool(unsent), going)


def _columns(rows: Any) -> Any:
    """The same columns of the same types, so that both can be asked for together."""
    return rows.order_by().values_list("line", "its_code", "its_day", "its_box", "its_pool", "its_summary")
