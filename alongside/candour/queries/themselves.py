"""What people say themselves, in this room: if they could disagree, and which claims are not true. One question."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import BigIntegerField, BooleanField, Case, F, IntegerField, JSONField, TextField, Value, When
from django.db.models.functions import Cast

from alongside.decisions.queries.signs import Chosen

from .accounts import RoundLine, rounds_for_signs
from .claim_signs import disputed_in

ROUND, CLAIM = 0, 1


@dataclass(frozen=True)
class Themselves:
    rounds: Sequence[RoundLine]
    disputed: Sequence[str]  # codes of claims, the latest first


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
    lines = list(_columns(rounds).union(_columns(claims), all=True))
    disputed = sorted(((day, code) for line, code, day, *_round in lines if line == CLAIM), reverse=True)
    return Themselves(
        [RoundLine(day, *rest) for line, _code, day, *rest in lines if line == ROUND], [code for _day, code in disputed]
    )


def _columns(rows: Any) -> Any:
    """The same columns of the same types, so that both can be asked for together."""
    return rows.order_by().values_list("line", "its_code", "its_day", "its_box", "its_pool", "its_summary")
