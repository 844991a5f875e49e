"""Who answers for a unit, by role: whoever manages it, else its staff, else whoever does above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from alongside.accounts.roles import ROLES

from ..models import Membership, Unit
from .actors import held_on

AT_A_UNIT = ("manager", "staff")  # in the order in which they are asked
EVERYWHERE = ("manager", "staff", "coordinator")


@dataclass(frozen=True)
class Answering:
    """A role at a unit, and who has it today. `climbed`: nobody has it at the unit itself."""

    role: str
    unit_name: str  # empty: in the whole organisation
    users: tuple[int, ...]
    names: tuple[str, ...]
    climbed: bool

    @property
    def title(self) -> str:
        """By role, never by name: “Manager, Crisis line”."""
        return ", ".join(part for part in (str(ROLES[self.role].name), self.unit_name) if part)


class Answerers:
    """Everybody in an organisation who answers somewhere today, read once. Substitutes are among them."""

    def __init__(self, organisation_id: int) -> None:
        rows = Membership.objects.filter(held_on(timezone.localdate()), organisation=organisation_id)
        rows = rows.filter(role__in=EVERYWHERE, user__is_active=True).select_related("unit", "user").order_by("id")
        self._rows = list(rows)

    def of(self, unit: Unit) -> Answering | None:
        """At the unit, or nearest above it; None when there is nobody at all."""
        for path in _upwards(unit.path):
            here = [row for row in self._rows if row.unit and row.unit.path == path]
            if found := _first(here, AT_A_UNIT):
                return _answering(found, climbed=path != unit.path)
        found = _first([row for row in self._rows if row.unit is None], EVERYWHERE)
        return _answering(found, climbed=True) if found else None

    def may_answer(self, user: int, unit: Unit) -> bool:
        """Whether they hold a role that answers there today, of their own or for somebody who is away."""
        theirs = (row for row in self._rows if row.user_id == user)
        return any(row.unit is None or unit.path.startswith(row.unit.path) for row in theirs)

    def substitutes_of(self, user: int, unit: Unit) -> list[int]:
        """Who stands in for somebody who is away, where it is about this unit."""
        rows = (row for row in self._rows if row.instead_of_id == user)
        return sorted({row.user_id for row in rows if row.unit is None or unit.path.startswith(row.unit.path)})


def somebody_answers(unit: str) -> Exists:
    """Whether anybody has a role that answers at the unit itself today; `unit`: the field with its number."""
    rows = Membership.objects.filter(held_on(timezone.localdate()), unit=OuterRef(unit))
    return Exists(rows.filter(role__in=AT_A_UNIT, user__is_active=True))


def _upwards(path: str) -> Iterator[str]:
    steps = path.strip("/").split("/")
    for number in range(len(steps), 0, -1):
        yield f"/{'/'.join(steps[:number])}/"


def _first(rows: list[Membership], roles: tuple[str, ...]) -> list[Membership]:
    for role in roles:
        if found := [row for row in rows if row.role == role]:
            return found
    return []


def _answering(rows: list[Membership], climbed: bool) -> Answering:
    unit = rows[0].unit
    return Answering(
        role=rows[0].role,
        unit_name=unit.name if unit else "",
        users=tuple(sorted({row.user_id for row in rows})),
        names=tuple(dict.fromkeys(row.user.get_full_name() for row in rows)),
        climbed=climbed,
    )
