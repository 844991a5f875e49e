"""The same questions answered the slow way: every panel listed, one linear program over people, nothing merged."""

from __future__ import annotations

from itertools import combinations

import highspy
import numpy as np

from alongside.involvement.draw import FULL, Candidate, Panel, check

Chances = dict[str, float]


def panels(panel: Panel, people: tuple[Candidate, ...]) -> list[tuple[str, ...]]:
    """Every panel that keeps every rule, by the checker."""
    names = sorted(person.id for person in people)
    every = list(combinations(names, panel.seats))
    broken = {fault.ticket for fault in check(every, panel, people)}
    return [ticket for number, ticket in enumerate(every, 1) if number not in broken]


class Slow:
    """Chances over all panels. Columns: a share for each panel, and a level."""

    def __init__(self, panel: Panel, people: tuple[Candidate, ...]) -> None:
        self.panels = panels(panel, people)
        weights = {person.id: person.weight / FULL for person in people}
        self.weight = {name: weights[name] for name in sorted({name for ticket in self.panels for name in ticket})}
        self.certain = [name for name in self.weight if all(name in ticket for ticket in self.panels)]
        self.moving = [name for name in self.weight if name not in self.certain]

    def solve(self, sense: int, rising: list[str], floors: Chances, falling: list[str]) -> float | None:
        """The best level: chance by weight of `rising` at least that, of `falling` at most. None: floors too high."""
        highs, count = highspy.Highs(), len(self.panels)
        highs.setOptionValue("output_flag", False)
        highs.addVars(count + 1, np.append(np.zeros(count), -1e9), np.full(count + 1, 1e9))
        highs.changeColCost(count, -float(sense))
        highs.addRow(1.0, 1.0, count, np.arange(count, dtype=np.int32), np.ones(count))
        for name in self.weight:
            own = [number for number, ticket in enumerate(self.panels) if name in ticket]
            columns, ones = np.array([*own, count], dtype=np.int32), np.ones(len(own) + 1)
            if name in floors:
                highs.addRow(floors[name], 1e9, len(own), columns[:-1], ones[:-1])
            if name in rising:
                ones[-1] = -self.weight[name]
                highs.addRow(0.0, 1e9, len(columns), columns, ones)
            if name in falling:
                ones[-1] = -self.weight[name]
                highs.addRow(-1e9, 0.0, len(columns), columns, ones)
        highs.run()
        if highs.getModelStatus() != highspy.HighsModelStatus.kOptimal:
            return None
        return float(highs.getSolution().col_value[count])

    def maximin(self) -> float:
        found = self.solve(1, list(self.weight), {}, [])
        assert found is not None
        return found

    def two_sided(self, keep: float) -> float:
        """The least possible highest of those who are not on every panel."""
        low = keep * self.maximin() - 1e-9
        floors = {name: min(low * weight, 1) for name, weight in self.weight.items()}
        found = self.solve(-1, [], floors, self.moving)
        assert found is not None
        return found

    def leximin(self) -> list[float]:
        """Chances by weight in ascending order. Somebody is settled when no mixture gives them more than the level."""
        floors, free = dict[str, float](), list(self.weight)
        while free:
            level = self.solve(1, free, floors, [])
            assert level is not None
            others = {name: (level - 1e-9) * self.weight[name] for name in free}
            best = {name: self.solve(1, [name], {**floors, **others}, []) or level for name in free}
            settled = [name for name in free if best[name] < level + 1e-6]
            floors |= {name: others[name] for name in settled}
            free = [name for name in free if name not in settled]
        return sorted(floor / self.weight[name] for name, floor in floors.items())
