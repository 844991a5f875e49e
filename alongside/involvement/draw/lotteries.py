"""What a draw gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from .panels import Quota, Rule, quota_to_dict


@dataclass(frozen=True)
class Lottery:
    """Numbered tickets, each a whole panel; one of them will be drawn.

    `lowest` and `highest` are the chances that the solver reached (divided by the weight where people have weights),
    before they became whole tickets; `counts` is exact. `bound` is proven: no lottery is better by more than `gap`.
    """

    tickets: tuple[tuple[str, ...], ...]
    reserves: tuple[tuple[str, ...], ...]
    counts: Mapping[str, int]
    lowest: float
    highest: float
    bound: float
    gap: float
    rounds: int
    engine_version: str
    bent: tuple[Quota, ...] = ()
    chances: Mapping[str, float] = field(default_factory=dict)

    def to_dict(self) -> dict[str, Any]:
        return {
            "tickets": [list(ticket) for ticket in self.tickets],
            "reserves": [list(reserve) for reserve in self.reserves],
            "counts": {name: self.counts[name] for name in sorted(self.counts)},
            "lowest": self.lowest,
            "highest": self.highest,
            "bound": self.bound,
            "gap": self.gap,
            "rounds": self.rounds,
            "engine_version": self.engine_version,
            "bent": [quota_to_dict(quota) for quota in self.bent],
            "chances": {name: self.chances[name] for name in sorted(self.chances)},
        }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Lottery:
        return cls(
            **{
                **d,
                "tickets": tuple(tuple(ticket) for ticket in d["tickets"]),
                "reserves": tuple(tuple(reserve) for reserve in d["reserves"]),
                "bent": tuple(Quota(**quota) for quota in d.get("bent", ())),
            }
        )


@dataclass(frozen=True)
class Contradiction:
    """Quotas and rules that cannot all hold, and the smallest change of quotas after which a panel exists.

    `missing`: how many people too few there are for the seats; then the quotas have nothing to do with it.
    """

    quotas: tuple[Quota, ...] = ()
    change: tuple[Quota, ...] = ()
    rules: tuple[Rule, ...] = ()
    missing: int = 0

    @property
    def words(self) -> str:
        if self.missing:
            return f"There are {self.missing} people too few for the seats."
        fight = " and ".join([f"{q.feature} {q.value} {q.least} to {q.most}" for q in self.quotas])
        rules = f"{len(self.rules)} rule(s) about people" if self.rules else ""
        change = "; ".join(f"{q.feature} {q.value}: {q.least} to {q.most}" for q in self.change)
        cannot = f"These cannot all hold: {' and '.join(part for part in (fight, rules) if part)}."
        return f"{cannot} It works with {change}." if change else cannot


class Impossible(Exception):
    """No panel keeps all the quotas and rules."""

    def __init__(self, contradiction: Contradiction) -> None:
        super().__init__(contradiction.words)
        self.contradiction = contradiction


@dataclass(frozen=True)
class Preview:
    """What quotas will do, proven by the linear relaxation: nobody's lowest chance can be above `lowest`.

    `holding` is the quota that holds it down, with `how_many` people in it; `without` the lowest chance without the
    quotas of one feature; `unreachable` pairs of a person and the quotas and rules that keep them out.
    """

    lowest: float
    highest: float
    holding: Quota | None
    how_many: int
    without: Mapping[str, float]
    unreachable: tuple[tuple[str, tuple[Quota | Rule, ...]], ...]
    contradiction: Contradiction | None = None


@dataclass(frozen=True)
class Fault:
    """A rule that a ticket breaks. Tickets are numbered from 1; 0 is the list as a whole."""

    ticket: int
    rule: Quota | Rule | str
    words: str


class Why(StrEnum):
    QUOTA = "quota"  # a quota gives their group fewer seats than its size would
    LIFTED = "lifted"  # a quota gives their group more seats than its size would
    TURNS = "turns"  # their chance was made smaller by turns they had
    EVEN = "even"  # nothing but chance
    CERTAIN = "certain"  # on every ticket
    UNREACHABLE = "unreachable"  # no valid panel has them in it
    NONE = "none"  # the weight leaves them no whole ticket
    PRIVATE = "private"  # the reason is a group too small to speak of


@dataclass(frozen=True)
class Explanation:
    """One person's own numbers; the words are the product's. `one_in` is None for no ticket at all.

    `lowest` and `highest` are tickets, over those who could be picked: at least `threshold` people have so few, or so
    many. `quota` and `how_many` are there only where the group has at least `threshold` people.
    """

    kind: Why
    tickets: int
    of: int
    one_in: int | None
    lowest: int
    highest: int
    weight: int
    quota: Quota | None = None
    how_many: int | None = None
