"""The road as a value: three months in a row, with what was learned in them, what became of the aims, and the two
accounts. Counts alone; whoever drew it up says of what, and for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from alongside.candour.queries.gaps import Gap
from alongside.core.dates import add_months
from alongside.core.small_groups import Said


@dataclass(frozen=True)
class Stretch:
    """Three months of the road."""

    begins: date
    bumps: int = 0
    people: int = 0
    staff: int = 0
    aims: Mapping[str, int] = field(default_factory=dict)
    gap: Gap | None = None

    @property
    def ends_month(self) -> date:
        return add_months(self.begins, 2)

    def as_plain(self) -> dict[str, Any]:
        said = self.gap.lived if self.gap else None
        gap = {"staff": list(self.gap.staff), "lived": [said.of, said.least, said.most]} if self.gap and said else None
        counts = {"bumps": self.bumps, "people": self.people, "staff": self.staff, "aims": dict(self.aims)}
        return {"begins": self.begins.isoformat(), **counts, "gap": gap}

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Stretch:
        gap = plain["gap"]
        found = Gap((gap["staff"][0], gap["staff"][1]), Said(*gap["lived"])) if gap else None
        return cls(**{**plain, "begins": date.fromisoformat(plain["begins"]), "gap": found})


@dataclass(frozen=True)
class Road:
    stretches: Sequence[Stretch]

    @property
    def is_empty(self) -> bool:
        return not any(each.people or each.staff or each.aims or each.gap for each in self.stretches)

    @property
    def has_gap(self) -> bool:
        return any(each.gap for each in self.stretches)
