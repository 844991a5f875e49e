"""An attacker on open data: takes what is published and nothing else, and reasons from all of it at once.

Every number is known to lie between two bounds: what is shown, within its step; what is hidden, anywhere from nought.
Then bounds are made narrower by every relation that holds: the whole is the sum of its levels, and of its outcomes; a
quarter is the sum of its months, a year of its quarters; and that for every combination, also those that are not
published. Again and again, until nothing becomes narrower. A hidden number that can then be fewer things than the
organisation's threshold is recovered.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

Name = tuple[str, str, str, str, str]  # measure, level, kind, what, period
Bounds = dict[Name, tuple[int, int]]
ALL, HIDDEN, NO_END = "all", "suppressed", 10**9


@dataclass(frozen=True)
class Published:
    """One version, from all of its files."""

    step: int
    source: str  # what it was counted from: two versions that say the same were counted once
    periods: Mapping[str, str]  # each in the one of which it is a part; the year in none
    rows: Mapping[Name, tuple[int, int] | None]  # None: hidden


@dataclass
class Found:
    published: int = 0
    hidden: int = 0
    recovered: list[Name] = field(default_factory=list)
    narrowest: int = NO_END  # how many things the best known hidden number can still be

    def add(self, other: Found) -> None:
        self.published += other.published
        self.hidden += other.hidden
        self.recovered += other.recovered
        self.narrowest = min(self.narrowest, other.narrowest)


@dataclass
class Guessed:
    """By somebody whose beliefs need not be so: how often they are right, and how often whoever knows nothing and names
    as many of the numbers under the threshold would be."""

    claims: int = 0
    right: int = 0
    chance: float = 0

    def add(self, other: Guessed) -> None:
        self.claims += other.claims
        self.right += other.right
        self.chance += other.chance


@dataclass(frozen=True)
class Version:
    """What is published, and what is so: `small`, which of the hidden numbers are, and `true`, every number."""

    data: Published
    small: Sequence[Name]
    true: Mapping[Name, int]


def read(data: str, tables: Iterable[str] = (), parts: Iterable[str] = ()) -> Published:
    """`data`: the JSON of a year. `tables`: CSV of the year or a part of it, `parts`: JSON of a part. What one of them
    says and another hides is known; where two disagree the narrower one counts."""
    whole = json.loads(data)
    rows: dict[Name, tuple[int, int] | None] = {}
    listed = [whole["rows"], *(json.loads(part)["rows"] for part in parts)]
    for row in (row for each in (*listed, *map(_of_csv, tables)) for row in each):
        name = (row["measure"], row["level"], row["kind"], row["what"], row["period"])
        shown = None if row["status"] == HIDDEN else (int(row["at_least"]), int(row["at_most"]))
        known = rows.get(name)
        rows[name] = shown if known is None else known if shown is None else _both(known, shown)
    periods = {period["period"]: period["part_of"] or "" for period in whole["periods"]}
    return Published(whole["threshold"], whole["source"], periods, rows)


def _of_csv(text: str) -> Iterator[dict[str, str]]:
    yield from csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))


def _both(one: tuple[int, int], other: tuple[int, int]) -> tuple[int, int]:
    return max(one[0], other[0]), min(one[1], other[1])


def attack(data: Published, small: Iterable[Name] = (), known: Mapping[Name, tuple[int, int]] | None = None) -> Found:
    """`small`: somebody told the attacker which of the hidden ones are small. `known`: from somewhere else."""
    known = known or {}
    hidden = [name for name, shown in data.rows.items() if shown is None and name not in known]
    found = Found(len(data.rows), len(hidden))
    bounds = reasoned(data, small, known)
    for name in hidden:
        low, high = bounds[name]
        found.narrowest = min(found.narrowest, high - low + 1)
        if high - low + 1 < data.step:
            found.recovered.append(name)
    return found


def reasoned(data: Published, small: Iterable[Name], known: Mapping[Name, tuple[int, int]]) -> Bounds:
    """Between which numbers each must be. What is known from somewhere else is believed one by one, as long as it fits
    with everything that is believed already."""
    bounds: Bounds = {name: shown or (0, NO_END) for name, shown in data.rows.items()}
    bounds |= dict.fromkeys(small, (0, data.step - 1))
    sums = list(relations(data))
    assert narrow(bounds, sums), "what is published does not add up"
    every = {**bounds, **{name: _both(bounds[name], other) for name, other in known.items()}}
    if narrow(every, sums):
        return every
    for name, other in known.items():
        more = {**bounds, name: _both(bounds[name], other)}
        if narrow(more, [each for each in sums if each[0][0] == name[0]]):
            bounds = more
    return bounds


def relations(data: Published) -> Iterator[tuple[Name, list[Name]]]:
    """A number, and those of which it is the sum: in every measure of which something is hidden, along every way in
    which it is broken down."""
    for measure in dict.fromkeys(name[0] for name, shown in data.rows.items() if shown is None):
        names = [name for name in data.rows if name[0] == measure]
        ways = [_ways({name[at] for name in names}) for at in (1, 2, 3)]
        ways.append(_spans(data.periods, {name[4] for name in names}))
        yield from _sums(measure, ways)


def _ways(values: set[str]) -> dict[str, list[str]]:
    parts = sorted(values - {ALL})
    return {ALL: parts, **{part: [] for part in parts}}


def _spans(part_of: Mapping[str, str], there: set[str]) -> dict[str, list[str]]:
    """Periods that stand in the data, each with the longest of its parts that do."""
    return {period: sorted(part for part in there if part_of[part] == period) for period in there}


def _sums(measure: str, ways: Sequence[Mapping[str, list[str]]]) -> Iterator[tuple[Name, list[Name]]]:
    for values in product(*ways):
        for at, value in enumerate(values):
            if parts := ways[at][value]:
                name: Any = (measure, *values)
                yield name, [(measure, *values[:at], part, *values[at + 1 :]) for part in parts]  # type: ignore[misc]


def narrow(bounds: Bounds, sums: Sequence[tuple[Name, list[Name]]]) -> bool:
    """False where nothing fits: then something that was assumed is wrong."""
    changed = True
    while changed:
        changed = False
        for whole, parts in sums:
            lows = [bounds.get(part, (0, NO_END))[0] for part in parts]
            highs = [bounds.get(part, (0, NO_END))[1] for part in parts]
            low, high = sum(lows), min(sum(highs), NO_END)
            changed |= _set(bounds, whole, low, high)
            least, most = bounds[whole]
            for at, part in enumerate(parts):
                rest = high - highs[at] if high < NO_END else NO_END
                changed |= _set(bounds, part, least - rest, most - (low - lows[at]))
            if any(bounds[name][0] > bounds[name][1] for name in (whole, *parts)):
                return False
    return True


def _set(bounds: Bounds, name: Name, low: int, high: int) -> bool:
    old = bounds.get(name, (0, NO_END))
    new = _both(old, (low, min(high, NO_END)))
    bounds[name] = new
    return new != old


def across(versions: Sequence[Version]) -> Found:
    """Versions of a year together, by somebody who knows which hidden numbers are small, and which of those that were
    shown earlier still hold. And by what changed: the difference of two numbers is a number too."""
    found = Found()
    for at, version in enumerate(versions[1:], 1):
        known = {name: shown for name, shown in _earlier(versions[: at + 1]) if _holds(version, name, shown)}
        one = attack(version.data, version.small, known)
        found.add(Found(recovered=one.recovered, narrowest=one.narrowest))
        if versions[at - 1].data.source != version.data.source:
            found.add(changes(versions[at - 1].data, version.data))
    return found


def believing(versions: Sequence[Version]) -> Guessed:
    """By somebody who takes for unchanged whatever the newest version does not deny. Some of it did change."""
    found = Guessed()
    for at, version in enumerate(versions[1:], 1):
        bounds = reasoned(version.data, version.small, dict(_earlier(versions[: at + 1])))
        for name in version.small:
            low, high = bounds[name]
            if high - low + 1 < version.data.step:
                right = low <= version.true[name] <= high
                found.add(Guessed(1, int(right), (high - low + 1) / version.data.step))
    return found


def _earlier(versions: Sequence[Version]) -> Iterator[tuple[Name, tuple[int, int]]]:
    """What is shown by all but the last, and not denied by it: the newest last."""
    *before, last = versions
    for old in before:
        yield from ((name, shown) for name, shown in old.data.rows.items() if shown and _agree(last.data, name, shown))


def _holds(version: Version, name: Name, shown: tuple[int, int]) -> bool:
    """Decisions are exact, and hide nothing."""
    return name not in version.true or shown[0] <= version.true[name] <= shown[1]


def _agree(new: Published, name: Name, shown: tuple[int, int]) -> bool:
    if name not in new.rows:
        return False
    now = new.rows[name]
    return now is None or (now[0] <= shown[1] and shown[0] <= now[1])


def changes(old: Published, new: Published) -> Found:
    """By how much a number about people changed, where that can be told to within less than the threshold."""
    found = Found()
    for name, now in new.rows.items():
        then = old.rows.get(name)
        if now is None or then is None or then[0] == then[1]:
            continue
        ways = (now[1] - then[0]) - (now[0] - then[1]) + 1
        found.narrowest = min(found.narrowest, ways)
        if ways < new.step:
            found.recovered.append(name)
    return found
