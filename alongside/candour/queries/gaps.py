"""The gap between the two accounts over time, for the picture of a road. Made only of what each round shows by itself:
a round of which nothing is shown is in no point of it, and small groups that stand together are not added here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.core.actor import Actor
from alongside.core.small_groups import Said
from alongside.organisation.models import Unit

from .. import rules
from ..models import STATEMENTS, OpenPulse, PulseRound
from .accounts import MOSTLY, said_in, units_in


@dataclass(frozen=True)
class Gap:
    """“Yes” or “mostly” to any of what was asked: of how many answers of staff, and of those who took part."""

    staff: tuple[int, int]  # yes, of
    lived: Said


def begins(day: date) -> date:
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def gaps(actor: Actor, unit: Unit | None, first: date, last: date) -> dict[date, Gap]:
    """By the first day of three months, of the rounds that were opened in them."""
    if not rules.can_see_signs(actor):
        return {}
    return gaps_between(actor.organisation_id or 0, unit, first, last, units_in(actor))


def gaps_between(
    organisation: int, unit: Unit | None, first: date, last: date, units: frozenset[int] | None = None
) -> dict[date, Gap]:
    """The same for whoever gathers it for others: reports say who reads them."""
    rows = PulseRound.objects.filter(organisation=organisation, opened_on__range=(first, last))
    rows = rows.filter(closed_on__isnull=False, box__summary__isnull=False, box__kind__isnull=True)
    rows = rows if units is None else rows.filter(opportunity__decision__unit__in=units)
    rows = rows if unit is None else rows.filter(opportunity__decision__unit__path__startswith=unit.path)
    rounds = list(rows.select_related("box").only("opened_on", "box__summary"))
    staff = _staff(rounds)
    found: dict[date, Gap] = {}
    for each in rounds:
        said = list(said_in(each.box.summary).values())
        if not said:
            continue
        at, before = begins(each.opened_on), found.get(begins(each.opened_on))
        lived = sum(said[1:], start=said[0])
        yes, of = staff.get(each.pk, (0, 0))
        if before:
            lived, yes, of = lived + before.lived, yes + before.staff[0], of + before.staff[1]
        found[at] = Gap((yes, of), lived)
    return found


def _staff(rounds: Iterable[PulseRound]) -> dict[int, tuple[int, int]]:
    rows = OpenPulse.objects.filter(round__in=list(rounds), by_staff=True, taken_back_on__isnull=True)
    found: dict[int, tuple[int, int]] = {}
    for row in rows:
        given = [value for name in STATEMENTS if (value := getattr(row, name)) is not None]
        yes, of = found.get(row.round_id, (0, 0))
        found[row.round_id] = (yes + sum(value >= MOSTLY for value in given), of + len(given))
    return found
