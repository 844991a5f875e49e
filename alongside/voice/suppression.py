"""Counts for anybody, from which no small number can be worked out. Pure; why it is so: docs/decisions/0035.

What is shown is rounded down to a step: the organisation's threshold for outside. A count below the step is hidden.
That is not enough, for a total and its other parts may say what was hidden. So each hidden number has to be proved
safe: for it two whole tables are made that agree with everything that is shown, and between which it differs by a step.
For a small one they are the table in which it is nothing and the table in which it is as much as a small number can be,
so that all that anybody learns is that it is small. Where no such tables are found something more is hidden, and the
proof is tried again. Whoever reasons from what is shown, in whatever way, cannot tell these tables from the true one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

Key = tuple[str, ...]
Shown = Mapping[Key, int | None]  # rounded down; None: hidden


@dataclass(frozen=True)
class Before:
    """An earlier version of the same table: what was counted then, and what was shown of it, in which steps."""

    totals: Mapping[Key, int]
    shown: Shown
    step: int


class Protected(NamedTuple):
    """`proved`: nothing that is hidden can be worked out. False where hiding everything is not enough, because of what
    earlier versions showed: that cannot be taken back, and this table had better not be published beside them."""

    shown: dict[Key, int | None]
    proved: bool


def totals_of(counts: Mapping[Key, int], sums: Mapping[Key, Iterable[Key]]) -> dict[Key, int]:
    return {key: sum(counts[cell] for cell in cells) for key, cells in sums.items()}


def protect(
    counts: Mapping[Key, int],
    sums: Mapping[Key, Sequence[Key]],
    step: int,
    before: Sequence[Before] = (),
    secondary: bool = True,
) -> Protected:
    """What of `sums` may be shown. `counts`: the smallest cells, those with nothing in them too. `secondary` is turned
    off by those who test that it is needed."""
    board = _Board(counts, sums, step)
    for earlier in before:
        board.follow(earlier)
    proved = not secondary or board.make_safe()
    return Protected({key: board.shown(number) for number, key in enumerate(board.keys)}, proved)


NO_END = 10**12


@dataclass
class _Try:
    """A table that is being made: it begins as the true one. `wrong`: sums that do not agree with what is shown."""

    cells: list[int]
    totals: list[int]
    wrong: set[int] = field(default_factory=set)


class _Board:
    def __init__(self, counts: Mapping[Key, int], sums: Mapping[Key, Sequence[Key]], step: int) -> None:
        at = {cell: number for number, cell in enumerate(counts)}
        self.step, self.cells, self.keys = step, list(counts.values()), list(sums)
        self.parts = [[at[cell] for cell in cells] for cells in sums.values()]
        self.of: list[list[int]] = [[] for _cell in self.cells]
        for key, parts in enumerate(self.parts):
            for cell in parts:
                self.of[cell].append(key)
        self.totals = [sum(self.cells[cell] for cell in parts) for parts in self.parts]
        self.small = [total < step for total in self.totals]
        self.hidden = {key for key, small in enumerate(self.small) if small}
        self.known: dict[int, tuple[int, int]] = {}  # by what was shown earlier, and is still true
        self.low, self.high = [0] * len(self.keys), [NO_END] * len(self.keys)
        for key in range(len(self.keys)):
            self._bound(key)
        # Between which numbers a hidden one can be, by the tables that were found so far.
        self.least, self.most = list(self.totals), list(self.totals)
        self.order = sorted(range(len(self.keys)), key=lambda key: (len(self.parts[key]), key))
        self.culprit = -1

    def shown(self, key: int) -> int | None:
        return None if key in self.hidden else self.totals[key] // self.step * self.step

    def _bound(self, key: int) -> None:
        """What somebody who reads it knows of it. Of a hidden one they may know that it is small."""
        shown = self.shown(key)
        if key in self.known:
            self.low[key], self.high[key] = self.known[key]
        elif shown is not None:
            self.low[key], self.high[key] = shown, shown + self.step - 1
        else:
            self.low[key], self.high[key] = 0, self.step - 1 if self.small[key] else NO_END

    def _hide(self, key: int) -> None:
        self.hidden.add(key)
        self._bound(key)

    def follow(self, earlier: Before) -> None:
        """A number that changed by less than a step is not shown otherwise than before, but hidden; and what was shown
        of it then is known, wherever it is still true."""
        for key, name in enumerate(self.keys):
            if name not in earlier.shown or abs(self.totals[key] - earlier.totals[name]) >= self.step:
                continue
            then = earlier.shown[name]
            if then is not None and then <= self.totals[key] < then + earlier.step:
                low, high = self.known.get(key, (0, NO_END))
                self.known[key] = (max(low, then), min(high, then + earlier.step - 1))
            if self.shown(key) != then:
                self._hide(key)
            self._bound(key)

    # What can be worked out.

    def unsafe(self) -> int | None:
        """The first hidden number for which no proof is found."""
        for key in self.order:
            if key in self.hidden and not self._is_safe(key):
                return key
        return None

    def _is_safe(self, key: int) -> bool:
        if key in self.known:
            return True  # it was shown once: there is nothing left to hide
        if self.small[key]:
            # After the other: a sum that is in the way of both is found once.
            return self._can_be(key, 0) and self._can_be(key, self.step - 1)
        return self._is_wide(key) or any(
            self._can_be(key, goal) and self._is_wide(key)
            for goal in (self.totals[key] + self.step - 1, max(0, self.totals[key] - self.step + 1))
        )

    def _is_wide(self, key: int) -> bool:
        return self.most[key] - self.least[key] + 1 >= self.step

    def _can_be(self, key: int, goal: int) -> bool:
        if self.least[key] <= goal <= self.most[key]:
            return True
        made = _Try(list(self.cells), list(self.totals))
        self._bring(made, key, goal)
        if not self._put_right(made, key):
            return False
        for each, total in enumerate(made.totals):
            self.least[each] = min(self.least[each], total)
            self.most[each] = max(self.most[each], total)
        return True

    def _add(self, made: _Try, cell: int, number: int) -> None:
        made.cells[cell] += number
        for key in self.of[cell]:
            made.totals[key] += number
            if self.low[key] <= made.totals[key] <= self.high[key]:
                made.wrong.discard(key)
            else:
                made.wrong.add(key)

    def _bring(self, made: _Try, key: int, goal: int) -> None:
        """First where nothing else is disturbed."""
        up = goal > made.totals[key]
        while left := abs(goal - made.totals[key]):
            cell, room = self._roomiest(made, self.parts[key], up, key)
            if room <= 0:
                cell = self.parts[key][0] if up else max(self.parts[key], key=lambda one: made.cells[one])
                room = left if up else made.cells[cell]
            self._add(made, cell, min(left, room) if up else -min(left, room))

    def _put_right(self, made: _Try, fixed: int) -> bool:
        """Step by step, and never by disturbing anything that agrees: so it comes to an end."""
        own = set(self.parts[fixed])
        while made.wrong:
            key = min(made.wrong)
            up = made.totals[key] < self.low[key]
            left = self.low[key] - made.totals[key] if up else made.totals[key] - self.high[key]
            cell, room = self._roomiest(made, [one for one in self.parts[key] if one not in own], up, -1)
            if room <= 0:
                self.culprit = key
                return False
            self._add(made, cell, min(left, room) if up else -min(left, room))
        return True

    def _roomiest(self, made: _Try, cells: Iterable[int], up: bool, but: int) -> tuple[int, int]:
        """The cell that can be raised (or lowered) furthest, and how far."""
        found, most = -1, 0
        for cell in cells:
            room = NO_END if up else made.cells[cell]
            for key in self.of[cell]:
                if key != but:
                    room = min(room, self.high[key] - made.totals[key] if up else made.totals[key] - self.low[key])
                    if room <= most:
                        break
            if room > most:
                found, most = cell, room
        return found, most

    # Hiding more.

    def make_safe(self) -> bool:
        while (key := self.unsafe()) is not None:
            if not self.hide_one_more(key):
                return False
        return True

    def hide_one_more(self, key: int) -> bool:
        """What stood in the way of the proof; else the smallest that has something in common with it."""
        if self.culprit in self.hidden or self.culprit < 0:
            near = set(self.parts[key]) | set(self.parts[self.culprit] if self.culprit >= 0 else ())
            touching = {each for cell in near for each in self.of[cell]} - self.hidden
            others = touching or set(range(len(self.keys))) - self.hidden
            if not others:
                return False
            self.culprit = min(others, key=lambda each: (self.totals[each], each))
        self._hide(self.culprit)
        self.culprit = -1
        return True
