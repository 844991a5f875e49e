"""What a draw is asked to do: who can be picked, how many seats, which rules, fair in which sense.

Everything is frozen and goes to plain dicts and back, so that it can be stored, published and hashed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

FULL = 64  # weights are whole numbers of 64ths
LIMIT = 400  # rounds of column generation; never a clock, so that the same input gives the same tickets


@dataclass(frozen=True)
class Candidate:
    """Somebody who can be picked. `id` is an opaque code, never a name."""

    id: str
    values: Mapping[str, str] = field(default_factory=dict)
    weight: int = FULL
    first_turn: bool = False

    def __post_init__(self) -> None:
        if not 1 <= self.weight <= FULL:
            raise ValueError(f"The weight of {self.id} must be between 1 and {FULL}, not {self.weight}.")

    def to_dict(self) -> dict[str, Any]:
        values = {name: self.values[name] for name in sorted(self.values)}
        return {"id": self.id, "values": values, "weight": self.weight, "first_turn": self.first_turn}

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Candidate:
        return cls(d["id"], dict(d["values"]), d.get("weight", FULL), d.get("first_turn", False))


@dataclass(frozen=True, order=True)
class Quota:
    """Between `least` and `most` seats for people with this value. `bend`: its place in the agreed order of bending."""

    feature: str
    value: str
    least: int
    most: int
    bend: int | None = field(default=None, compare=False)

    def __post_init__(self) -> None:
        if not 0 <= self.least <= self.most:
            raise ValueError(f"{self.feature} {self.value}: not 0 ≤ {self.least} ≤ {self.most}.")

    def holds(self, candidate: Candidate) -> bool:
        return candidate.values.get(self.feature) == self.value


@dataclass(frozen=True)
class Together:
    """Both or neither."""

    a: str
    b: str

    def __post_init__(self) -> None:
        _two(self.a, self.b)


@dataclass(frozen=True)
class Needs:
    """`a` only together with `b`; `b` may come alone."""

    a: str
    b: str

    def __post_init__(self) -> None:
        _two(self.a, self.b)


@dataclass(frozen=True)
class Apart:
    """Not both."""

    a: str
    b: str

    def __post_init__(self) -> None:
        _two(self.a, self.b)


def _two(a: str, b: str) -> None:
    if a == b:
        raise ValueError(f"A rule about two people names {a} twice.")


@dataclass(frozen=True)
class NeverAlone:
    """Nobody with this value, or at least two."""

    feature: str
    value: str


@dataclass(frozen=True)
class MustInclude:
    a: str


Rule = Together | Needs | Apart | NeverAlone | MustInclude
RULES: dict[str, type[Rule]] = {
    "together": Together,
    "needs": Needs,
    "apart": Apart,
    "never_alone": NeverAlone,
    "must_include": MustInclude,
}


@dataclass(frozen=True)
class TwoSided:
    """Keep this share of the best possible lowest chance; then make the highest as low as can be."""

    keep: Fraction = Fraction(95, 100)


@dataclass(frozen=True)
class Leximin:
    """The lowest chance as high as can be, then the next lowest, and so on."""


@dataclass(frozen=True)
class Maximin:
    """The lowest chance as high as can be."""


Objective = TwoSided | Leximin | Maximin


@dataclass(frozen=True)
class Panel:
    seats: int
    quotas: tuple[Quota, ...] = ()
    rules: tuple[Rule, ...] = ()
    objective: Objective = TwoSided()
    tickets: int = 1000
    reserves: int = 0
    first_turn_share: Fraction | None = None

    def __post_init__(self) -> None:
        if self.seats < 1 or self.tickets < 1 or self.reserves < 0:
            raise ValueError("A panel has at least one seat and one ticket, and not less than no reserves.")
        named = [(quota.feature, quota.value) for quota in self.quotas]
        if len(named) != len(dict.fromkeys(named)):
            raise ValueError("Two quotas are for the same value.")
        object.__setattr__(self, "quotas", tuple(self.quotas))
        object.__setattr__(self, "rules", tuple(self.rules))

    def to_dict(self) -> dict[str, Any]:
        return {
            "seats": self.seats,
            "quotas": [quota_to_dict(quota) for quota in self.quotas],
            "rules": [rule_to_dict(rule) for rule in self.rules],
            "objective": objective_to_dict(self.objective),
            "tickets": self.tickets,
            "reserves": self.reserves,
            "first_turn_share": None if self.first_turn_share is None else str(self.first_turn_share),
        }

    @classmethod
    def from_dict(cls, d: Mapping[str, Any]) -> Panel:
        share = d.get("first_turn_share")
        return cls(
            seats=d["seats"],
            quotas=tuple(Quota(**quota) for quota in d.get("quotas", ())),
            rules=tuple(rule_from_dict(rule) for rule in d.get("rules", ())),
            objective=objective_from_dict(d.get("objective", {"kind": "two_sided"})),
            tickets=d.get("tickets", 1000),
            reserves=d.get("reserves", 0),
            first_turn_share=None if share is None else Fraction(share),
        )


def quota_to_dict(quota: Quota) -> dict[str, Any]:
    return {
        "feature": quota.feature,
        "value": quota.value,
        "least": quota.least,
        "most": quota.most,
        "bend": quota.bend,
    }


def rule_to_dict(rule: Rule) -> dict[str, str]:
    kind = next(name for name, cls in RULES.items() if type(rule) is cls)
    return {"kind": kind, **{name: getattr(rule, name) for name in rule.__dataclass_fields__}}


def rule_from_dict(d: Mapping[str, str]) -> Rule:
    return RULES[d["kind"]](**{name: value for name, value in d.items() if name != "kind"})


def objective_to_dict(objective: Objective) -> dict[str, str]:
    if isinstance(objective, TwoSided):
        return {"kind": "two_sided", "keep": str(objective.keep)}
    return {"kind": "leximin" if isinstance(objective, Leximin) else "maximin"}


def objective_from_dict(d: Mapping[str, str]) -> Objective:
    if d["kind"] == "two_sided":
        return TwoSided(Fraction(d.get("keep", "95/100")))
    others: dict[str, Objective] = {"leximin": Leximin(), "maximin": Maximin()}
    return others[d["kind"]]


def named_in(rule: Rule) -> tuple[str, ...]:
    """The people whom a rule names."""
    if isinstance(rule, NeverAlone):
        return ()
    return (rule.a,) if isinstance(rule, MustInclude) else (rule.a, rule.b)
