"""The figures of a period. Each is written down once, in `deciding`, `listening`, `taking_part` or `function`:
title, how it is counted, and the question beside it. Nothing else in the product counts them another way."""

from __future__ import annotations

from ...values import Part, Sheet
from ..scope import Scope
from .base import Asked, count
from .deciding import DECIDING
from .function import FUNCTION
from .listening import LISTENING
from .taking_part import SEATS, TAKING_PART

# Money joins here, as a group of its own between the seats and what was said.
GROUPS = (DECIDING, SEATS, LISTENING, TAKING_PART, FUNCTION)

__all__ = ["GROUPS", "count_sheet", "sheet_of"]


def count_sheet(scope: Scope, counted_at: str) -> Sheet:
    found = count((figure for group in GROUPS for figure in group.figures), Asked(scope))
    parts = (
        Part(group.slug, str(group.title), tuple(found[one.slug] for one in group.figures if one.slug in found))
        for group in GROUPS
    )
    return sheet_of(scope, counted_at, tuple(part for part in parts if part.figures))


def sheet_of(scope: Scope, counted_at: str, parts: tuple[Part, ...]) -> Sheet:
    return Sheet(
        period=scope.period.slug,
        period_name=scope.period.name,
        first=scope.period.first.isoformat(),
        last=scope.period.last.isoformat(),
        unit=scope.unit.code if scope.unit else "",
        unit_name=scope.unit.name if scope.unit else "",
        counted_on=scope.today.isoformat(),
        counted_at=counted_at,
        parts=parts,
    )
