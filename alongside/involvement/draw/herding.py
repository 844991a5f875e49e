"""Many different panels, near given expected seats: the start of the column generation, without a solver.

Panels are filled seat by seat, many side by side. A seat goes to somebody whom the quotas still allow, more likely to
one who lags behind the target. In a dead end the oldest seats are given back. About three panels for each profile,
scattered around the target, nearly always have the target in their midst: then one linear program ends the search.

All that decides is whole numbers (logarithms are rounded to 1/1024), so that every machine picks the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from .panels import Apart, MustInclude, Needs, NeverAlone, Rule, Together
from .polytope import between
from .profiles import Floats, Ints, Pool

Marks = NDArray[np.bool_]
Scores = NDArray[np.int32]
GRAIN = 1024  # steps in one unit of a logarithm
PRESS = 3.0  # how much more likely a seat goes to a value that still has to be met
NEVER = -(2**20)  # some hundred of them still fit into 32 bits
SIDE_BY_SIDE = 16, 64  # at least, at most
PATIENCE = 40  # seats tried for each seat of the panels that are wanted
EDGE = 1e-6


@dataclass(frozen=True)
class Cell:
    """Profiles of which a panel has between `least` and `most`."""

    inside: Marks
    least: int
    most: int
    alone: bool = False  # none of them, or at least two


def cells_of(pool: Pool, seats: Floats) -> list[list[Cell]]:
    """By feature, the groups that are counted. Where the target leaves no play, every panel has to be on the edge."""
    features = [
        [
            _cell(np.asarray(pool.cells[f] == n), *between(pool, int(n), pool.panel.rules), seats)
            for n in np.unique(row[row >= 0])
        ]
        for f, row in enumerate(pool.cells)
    ]
    for group in pool.alone:
        features.append([Cell(np.asarray(group == 1), 0, pool.panel.seats, alone=True)])
    if pool.first_least:
        features.append([_cell(np.asarray(pool.first == 1), pool.first_least, pool.panel.seats, seats)])
    return [[*feature, _others(pool, feature)] for feature in features]


def _others(pool: Pool, feature: list[Cell]) -> Cell:
    """Those without a quota for the feature."""
    counted = np.array([cell.inside for cell in feature]).reshape(len(feature), pool.size).any(axis=0)
    return Cell(np.asarray(~counted), 0, pool.panel.seats)


def _cell(inside: Marks, least: int, most: int, seats: Floats) -> Cell:
    expected = float(seats[inside].sum())
    if expected <= least + EDGE:
        return Cell(inside, least, least)
    return Cell(inside, most if expected >= most - EDGE else least, most)


@cache
def luck() -> Scores:
    """Gumbel noise, by the 16 bits that draw it: whoever has the highest score plus noise is picked in proportion."""
    even = (np.arange(2**16) + 0.5) / 2**16
    return np.asarray(np.rint(-np.log(-np.log(even)) * GRAIN), dtype=np.int32)


class Herd:
    """Rows are panels that are being filled. Whole when asked again: it goes on where it was."""

    def __init__(self, pool: Pool, seats: Floats, seed: int = 7) -> None:
        self.pool, self.target = pool, seats
        self.random = np.random.Generator(np.random.PCG64(seed))
        features = cells_of(pool, seats)
        self.cells = [cell for feature in features for cell in feature]
        starts = np.cumsum([0, *(len(feature) for feature in features)]).tolist()
        self.spans = [slice(a, b) for a, b in zip(starts[:-1], starts[1:], strict=True)]
        self.member = np.array([cell.inside for cell in self.cells], dtype=np.int64).reshape(-1, pool.size).T
        self.places = [span.start + self.member[:, span].argmax(axis=1) for span in self.spans]
        self.always = np.where(seats >= pool.count - EDGE, pool.count, 0)
        self.made, self.total = np.zeros(pool.size), 0
        self.rows = rows = min(max(pool.size // 4, SIDE_BY_SIDE[0]), SIDE_BY_SIDE[1])
        k = pool.panel.seats
        self.panels = np.zeros((rows, pool.size), dtype=np.int64)
        self.have = np.zeros((rows, len(self.cells)), dtype=np.int64)
        self.least, self.most = np.zeros_like(self.have), np.zeros_like(self.have)
        self.ban = np.zeros((pool.size, rows), dtype=np.int32)
        self.chosen, self.length = np.zeros((rows, k), dtype=np.int64), np.zeros(rows, dtype=np.int64)
        self.left, self.dead = np.zeros(rows, dtype=np.int64), np.zeros(rows, dtype=np.int64)
        for row in range(rows):
            self._begin(row)

    def more(self, number: int) -> list[Ints]:
        """About so many panels, fewer if dead ends are many."""
        found: list[Ints] = []
        lean = self._lean()
        for _ in range(PATIENCE * (number * self.pool.panel.seats // self.rows + self.pool.panel.seats)):
            done = np.flatnonzero(self.left == 0)
            if len(done):
                found += self._harvest(done)
                lean = self._lean()
                if len(found) >= number:
                    break
            self._seat(lean)
        return found

    def _lean(self) -> Scores:
        """How far each profile lags behind its target, as a rounded logarithm."""
        lag = np.maximum(self.target * (self.total + self.rows) - self.made, 0) + 1e-3 * self.target
        with np.errstate(divide="ignore"):
            return np.asarray(np.maximum(np.rint(np.log(lag) * GRAIN), NEVER), dtype=np.int32)

    def _seat(self, lean: Scores) -> None:
        """One more seat in every row that can have one."""
        noise = np.frombuffer(self.random.bytes(2 * self.ban.size), dtype="<u2").reshape(self.ban.shape)
        score = self._open().T
        worth = luck()[noise]
        worth += self.ban
        worth += lean[:, None]
        for place in self.places:
            worth += score[place]
        pick = worth.argmax(axis=0)
        going = self.left > 0
        alive = going & (worth[pick, np.arange(len(pick))] > NEVER // 2)
        rows = np.flatnonzero(alive)
        self._take(rows, pick[rows])
        for row in np.flatnonzero(going & ~alive).tolist():
            self._give_back(row)

    def _open(self) -> Scores:
        """For each row and cell: never, or how much its open minimum presses."""
        short = np.maximum(self.least - self.have, 0)
        room = self.have < self.most
        left = np.maximum(self.left, 1)
        score = np.zeros(self.have.shape, dtype=np.int32)
        for span in self.spans:
            need = short[:, span].sum(axis=1)
            pressing = short[:, span] > 0
            press = np.rint(PRESS * GRAIN * (need / left))[:, None] * pressing
            score[:, span] = np.where(room[:, span] & (pressing | (need < left)[:, None]), press, NEVER)
        return score

    def _take(self, rows: Ints, pick: Ints) -> None:
        self.panels[rows, pick] += 1
        self.have[rows] += self.member[pick]
        self.chosen[rows, self.length[rows]] = pick
        self.length[rows] += 1
        self.left[rows] -= 1
        full = self.panels[rows, pick] >= self.pool.count[pick]
        self.ban[pick[full], rows[full]] += NEVER

    def _give_back(self, row: int) -> None:
        """Free the oldest third of the seats; after some dead ends begin again."""
        self.dead[row] += 1
        length = int(self.length[row])
        back = min(length, max(2, length // 3))
        if self.dead[row] > 5 or not back:
            self._begin(row)
            return
        for t in self.chosen[row, :back].tolist():
            if self.panels[row, t] >= self.pool.count[t]:
                self.ban[t, row] -= NEVER
            self.panels[row, t] -= 1
            self.have[row] -= self.member[t]
        self.chosen[row, : length - back] = self.chosen[row, back:length]
        self.length[row] -= back
        self.left[row] += back

    def _harvest(self, rows: Ints) -> list[Ints]:
        panels = self.panels[rows]
        good = ((self.have[rows] >= self.least[rows]) & (self.have[rows] <= self.most[rows])).all(axis=1)
        kept = panels[good & rules_kept(self.pool, panels)]
        self.made += kept.sum(axis=0)
        self.total += len(kept)
        for row in rows.tolist():
            self._begin(row)
        return list(kept)

    def _begin(self, row: int) -> None:
        """An empty panel but for those who have to be there, and pairs by lot."""
        self.least[row] = [cell.least for cell in self.cells]
        self.most[row] = [cell.most for cell in self.cells]
        self.panels[row], self.ban[:, row], self.length[row], self.dead[row] = self.always, 0, 0, 0
        for column, cell in enumerate(self.cells):
            if cell.alone:
                some = self.random.random() < float(self.target[cell.inside].sum()) / 2
                self.least[row, column], self.most[row, column] = (2, cell.most) if some else (0, 0)
        for rule in self.pool.panel.rules:
            if isinstance(rule, Together | Needs):
                self._pair(row, rule, self.pool.named.get(rule.a), self.pool.named.get(rule.b))
        self.ban[self.panels[row] >= self.pool.count, row] += NEVER
        self.have[row] = self.panels[row] @ self.member
        self.left[row] = self.pool.panel.seats - self.panels[row].sum()
        if self.left[row] < 0:  # too many pairs: it will not be kept
            self.left[row] = 0

    def _pair(self, row: int, rule: Together | Needs, a: int | None, b: int | None) -> None:
        if a is None or b is None:
            return
        if self.random.random() < float(self.target[a]):
            self.panels[row, a] = self.panels[row, b] = 1
            return
        self.ban[a, row] = NEVER
        if isinstance(rule, Together):
            self.ban[b, row] = NEVER


def rules_kept(pool: Pool, panels: Ints) -> Marks:
    """Which of these panels keep the seats and the rules about people."""
    good: Marks = panels.sum(axis=1) == pool.panel.seats
    for group in pool.alone:
        good &= panels @ group != 1
    for rule in pool.panel.rules:
        if not isinstance(rule, NeverAlone):
            good &= _kept(pool, rule, panels)
    return good


def _kept(pool: Pool, rule: Rule, panels: Ints) -> Marks:
    nobody = np.zeros(len(panels), dtype=np.int64)
    assert not isinstance(rule, NeverAlone)
    a = panels[:, pool.named[rule.a]] if rule.a in pool.named else nobody
    if isinstance(rule, MustInclude):
        return np.asarray(a == 1)
    b = panels[:, pool.named[rule.b]] if rule.b in pool.named else nobody
    return np.asarray({Together: a == b, Needs: a <= b, Apart: a + b <= 1}[type(rule)])
