"""Who answers for a unit, by role: whoever manages it, else its staff, else whoever does above it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.roles import ROLES

from ..models import Membership, Unit
from .actors import held_on

AT_A_UNIT = ("manager", "staff")  # in the order in which they are asked
EVERYWHERE = ("manager", "staff", "coordinator")


@dataclass(frozen=True)
class Answering:
    """A role at a unit, and who has it today, or stands in for them. `climbed`: nobody has it at the unit itself."""

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
                return _answering(found[0], self._present(found, unit), climbed=path != unit.path)
        found = _first([row for row in self._rows if row.unit is None], EVERYWHERE)
        return _answering(found[0], self._present(found, unit), climbed=True) if found else None

    def _present(self, rows: list[Membership], unit: Unit) -> list[Membership]:
        """Those who have the role; whoever stands in for one of them instead of the one who is away."""
        return [each for row in rows for each in self._instead_of(row.user_id, unit) or [row]]

    def _instead_of(self, user: int, unit: Unit) -> list[Membership]:
        return [row for row in self._rows if row.instead_of_id == user and _is_about(row, unit)]

    def may_answer(self, user: int, unit: Unit) -> bool:
        """Whether they hold a role that answers there today, of their own or for somebody who is away."""
        return any(row.user_id == user and _is_about(row, unit) for row in self._rows)

    def substitutes_of(self, user: int, unit: Unit) -> list[int]:
        """Who stands in for somebody who is away, where it is about this unit."""
        return sorted({row.user_id for row in self._instead_of(user, unit)})


def somebody_answers(unit: str) -> Exists:
    """Whether anybody has a role that answers at the unit itself today; `unit`: the field with its number."""
    rows = Membership.objects.filter(held_on(timezone.localdate()), unit=OuterRef(unit))
    return Exists(rows.filter(role__in=AT_A_UNIT, user__is_active=True))


def _upwards(path: str) -> Iterator[str]:
    steps = path.strip("/").split("/")
    for number in range(len(steps), 0, -1):
        yield f"/{'/'.join(steps[:number])}/"


def _is_about(row: Membership, unit: Unit) -> bool:
    return row.unit is None or unit.path.startswith(row.unit.path)


def _first(rows: list[Membership], roles: tuple[str, ...]) -> list[Membership]:
    for role in roles:
        if found := [row for row in rows if row.role == role]:
            return found
    return []


def _answering(role: Membership, present: list[Membership], climbed: bool) -> Answering:
    return Answering(
        role=role.role,
        unit_name=role.unit.name if role.unit else "",
        users=tuple(sorted({row.user_id for row in present})),
        names=tuple(dict.fromkeys(map(_name, present))),
        climbed=climbed,
    )


def _name(row: Membership) -> str:
    name = row.user.get_full_name()
    return _("%(who)s, who stands in") % {"who": name} if row.instead_of_id else name
