"""Signs of any days, for a page above this room that shows them under something else. They are not added up there."""

from __future__ import annotations

from datetime import date

from alongside.core.actor import Actor
from alongside.decisions.queries.signs import Chosen

from ..standards import read_all
from .facts import facts_of
from .limits import limits_on, standards_of
from .signs import Findings, SignRead, _linked


def findings_of_days(
    organisation_id: int, first: date, last: date, today: date, units: frozenset[int] | None
) -> Findings:
    limits = standards_of(limits_on(organisation_id, today))
    return read_all(facts_of(Chosen(organisation_id, today, first, last, units), limits), limits)


def signs_read(actor: Actor, found: Findings, slug: str) -> list[SignRead]:
    """With those of the records behind them that the actor may open."""
    return _linked(actor, found, slug)
