"""Who answers for a unit, by role: whoever manages it, else its staff, else whoever does above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.roles import ROLES

from ..models import Membership, Unit
from .actors import held_on

AT_A_UNIT = ("manager", "staff")  # in the order in which they are asked
EVERYWHERE = ("manager", "staff", "coordinator")
READ = ("role", "user_id", "instead_of_id", "unit__name", "unit__path", "user__name", "user__job")


class Holding(NamedTuple):
    """One role that somebody has today; `path` is None in the whole organisation. In the order of READ."""

    role: str
    user_id: int
    instead_of_id: int | None
    unit_name: str | None
    path: str | None
    name: str
    job: str


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
        rows = rows.filter(role__in=EVERYWHERE, user__is_active=True).order_by("id")
        # A page asks for each of its rows: they are sorted once by where they are, whose they are, and for whom.
        self._at, self._of, self._for = (defaultdict[Any, list[Holding]](list) for _each in range(3))
        self._found: dict[str, Answering | None] = {}
        for row in map(Holding._make, rows.values_list(*READ)):
            self._at[row.path].append(row)
            self._of[row.user_id].append(row)
            self._for[row.instead_of_id].append(row)

    def of(self, unit: Unit) -> Answering | None:
        """At the unit, or nearest above it; None when there is nobody at all."""
        if unit.path not in self._found:
            self._found[unit.path] = self._nearest(unit)
        return self._found[unit.path]

    def _nearest(self, unit: Unit) -> Answering | None:
        for path in _upwards(unit.path):
            if found := _first(self._at.get(path, []), AT_A_UNIT):
                return _answering(found[0], self._present(found, unit), climbed=path != unit.path)
        found = _first(self._at.get(None, []), EVERYWHERE)
        return _answering(found[0], self._present(found, unit), climbed=True) if found else None

    def _present(self, rows: list[Holding], unit: Unit) -> list[Holding]:
        """Those who have the role; whoever stands in for one of them instead of the one who is away."""
        return [each for row in rows for each in self._instead_of(row.user_id, unit) or [row]]

    def _instead_of(self, user: int, unit: Unit) -> list[Holding]:
        return [row for row in self._for.get(user, []) if _is_about(row, unit)]

    def may_answer(self, user: int, unit: Unit) -> bool:
        """Whether they hold a role that answers there today, of their own or for somebody who is away."""
        return any(_is_about(row, unit) for row in self._of.get(user, []))

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


def _is_about(row: Holding, unit: Unit) -> bool:
    return row.path is None or unit.path.startswith(row.path)


def _first(rows: list[Holding], roles: tuple[str, ...]) -> list[Holding]:
    for role in roles:
        if found := [row for row in rows if row.role == role]:
            return found
    return []


def _answering(role: Holding, present: list[Holding], climbed: bool) -> Answering:
    return Answering(
        role=role.role,
        unit_name=role.unit_name or "",
        users=tuple(sorted({row.user_id for row in present})),
        names=tuple(dict.fromkeys(map(_name, present))),
        climbed=climbed,
    )


def _name(row: Holding) -> str:
    name = row.name or row.job
    return _("%(who)s, who stands in") % {"who": name} if row.instead_of_id else name
