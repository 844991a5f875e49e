"""What a board pack says of a period, as a value: it can be written down as it is and read again in five years. Pure.

Numbers, names of units and of kinds, and the organisation's own reasons. Of what people said, wrote and raised it holds
references: codes, and never words. Those are read each time, with what their author allows, so that what was taken back
is gone from a pack that the board has had.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from typing import Any

from alongside.candour.queries.accounts import Account, StageOf, StatementOf
from alongside.core.small_groups import Said, Spread

from .map_values import MapSheet
from .road_values import Road, Stretch
from .values import Sheet


@dataclass(frozen=True)
class Owed:
    """Something that was said, and had no answer at the end."""

    code: str
    unit: str
    days: int
    risen: bool  # so late that it rose to the board


@dataclass(frozen=True)
class Without:
    """A decision that was taken without people. `why`: the row that says why, and who allowed it, where it was one that
    may not be."""

    decision: str
    unit: str
    kind: str
    on: str
    reserved: bool
    why: int = 0


@dataclass(frozen=True)
class LetThrough:
    """`kind`: a row of the figure “let_through”. `why`: the row that says what it was, why, and who allowed it."""

    kind: str
    decision: str
    on: str
    why: int = 0


@dataclass(frozen=True)
class Changed:
    code: str
    state: str  # at the end of the period, as far as it is known
    since: str
    unit: str
    decision: str
    said: tuple[str, ...]  # what it came of


@dataclass(frozen=True)
class AimThen:
    code: str
    state: str
    since: str


@dataclass(frozen=True)
class SmallGroups:
    """What groups that are too small by themselves said together: of one kind of decision, in three months."""

    kind: str
    quarter: str
    account: Account


@dataclass(frozen=True)
class Accounts:
    """Both sides, never averaged. Only what is shown by itself somewhere is in it."""

    whole: Account
    together: tuple[SmallGroups, ...]
    rounds: int
    too_few: int
    open: int


@dataclass(frozen=True)
class Pack:
    period: str
    period_name: str
    first: str
    last: str
    counted_on: str
    counted_at: str
    ladder: str
    sheet: Sheet
    map: MapSheet
    owed: tuple[Owed, ...]
    without: tuple[Without, ...]
    more_without: int
    through: tuple[LetThrough, ...]
    changes: tuple[Changed, ...]
    more_changes: int
    bumps: tuple[str, ...]
    learned: tuple[str, ...]
    more_learned: int
    aims: tuple[AimThen, ...]
    stretches: tuple[Stretch, ...]
    accounts: Accounts
    claims: tuple[str, ...]
    # What a list leaves out; what was closed before they were counted has none of them.
    more_bumps: int = 0  # among `more_learned`
    more_aims: int = 0
    more_claims: int = 0

    @property
    def road(self) -> Road:
        return Road(self.stretches)

    @property
    def weight(self) -> float:
        """How many things were counted."""
        return self.sheet.weight

    def as_plain(self) -> dict[str, Any]:
        plain = {**asdict(self), "sheet": self.sheet.as_plain(), "map": self.map.as_plain()}
        return {**plain, "stretches": [each.as_plain() for each in self.stretches]}

    @classmethod
    def of_plain(cls, plain: Mapping[str, Any]) -> Pack:
        """Names that it does not know are of what is not kept any more: reasons were words once (0034)."""
        shapes: dict[str, Any] = {"owed": Owed, "without": Without, "through": LetThrough, "aims": AimThen}
        lists = {name: tuple(_shaped(shape, row) for row in plain[name]) for name, shape in shapes.items()}
        return cls(
            **{
                **plain,
                **lists,
                **{name: tuple(plain[name]) for name in ("bumps", "learned", "claims")},
                "sheet": Sheet.of_plain(plain["sheet"]),
                "map": MapSheet.of_plain(plain["map"]),
                "changes": tuple(Changed(**{**row, "said": tuple(row["said"])}) for row in plain["changes"]),
                "stretches": tuple(Stretch.of_plain(row) for row in plain["stretches"]),
                "accounts": _accounts(plain["accounts"]),
            }
        )


def _shaped(shape: Any, row: Mapping[str, Any]) -> Any:
    known = {each.name for each in fields(shape)}
    return shape(**{name: value for name, value in row.items() if name in known})


def _accounts(plain: Mapping[str, Any]) -> Accounts:
    together = (SmallGroups(row["kind"], row["quarter"], _account(row["account"])) for row in plain["together"])
    return Accounts(**{**plain, "whole": _account(plain["whole"]), "together": tuple(together)})


def _account(plain: Mapping[str, Any]) -> Account:
    """What was written down as text has numbers as names."""
    stages = (
        StageOf(row["stage"], _counts(row["agreed"]), _counts(row["staff"]), _spread(row["lived"]))
        for row in plain["stages"]
    )
    statements = (
        StatementOf(row["name"], (row["staff"][0], row["staff"][1]), Said(**row["lived"]) if row["lived"] else None)
        for row in plain["statements"]
    )
    return Account(tuple(stages), tuple(statements), plain["staff"], plain["shown"])


def _spread(plain: Mapping[str, Any] | None) -> Spread | None:
    return Spread(plain["of"], _counts(plain["counts"])) if plain else None


def _counts(plain: Mapping[str, int]) -> dict[int, int]:
    return {int(role): number for role, number in plain.items()}
