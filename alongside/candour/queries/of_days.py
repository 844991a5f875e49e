"""Signs and the two accounts of any days, for a page above this room that shows them under something else. Neither is
added up, and of contributors only what is shown somewhere by itself is in it."""

from __future__ import annotations

from datetime import date

from alongside.core import small_groups
from alongside.core.actor import Actor
from alongside.decisions.queries.signs import Chosen

from ..models import OpenPulse
from ..standards import read_all
from .accounts import Sides, StatementOf, _rounds_in, account_of, said_in
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


def statements_of_days(
    organisation_id: int, first: date, last: date, units: frozenset[int] | None
) -> tuple[StatementOf, ...]:
    rounds = _rounds_in(organisation_id, first, last, units).select_related("box")
    shown = [each for each in rounds if each.box.summary and not each.box.is_pool]
    staff = OpenPulse.objects.filter(round__in=shown, by_staff=True, taken_back_on__isnull=True)
    said = small_groups.together(said_in(each.box.summary) for each in shown)
    return account_of(Sides(staff=list(staff), said=said)).statements
