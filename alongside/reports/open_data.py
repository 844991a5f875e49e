"""From what was counted to what anybody may read. Pure.

Every number of a measure is a sum of the smallest cells: one level, one outcome, one month. Which sums there are is
fixed, whatever was counted, so that it says nothing that a line is there or is not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import NamedTuple

from alongside.core import periods
from alongside.voice.suppression import Before, Key, Protected, Shown, protect, totals_of

from .open_measures import DECISIONS, MEASURES, PEOPLE, Measure
from .open_values import ALL, EXACT, HIDDEN, ROUNDED, OpenCounts, OpenRow

Rows = tuple[OpenRow, ...]


def months_of(counts: OpenCounts) -> dict[str, tuple[str, ...]]:
    """Each period of the year with the months in it, the year first."""
    year = periods.of_day(periods.YEAR, date.fromisoformat(counts.first), counts.starts_month)
    found: dict[str, list[str]] = {year.slug: []}
    month = periods.of_day(periods.MONTH, year.first, counts.starts_month)
    while month.first <= year.last:
        quarter = periods.of_day(periods.QUARTER, month.first, counts.starts_month)
        for each in (year, quarter, month):
            found.setdefault(each.slug, []).append(month.slug)
        month = month.after
    return {period: tuple(months) for period, months in found.items()}


def cells_of(measure: Measure, counts: OpenCounts) -> dict[Key, int]:
    """The smallest cells, those with nothing in them too: level, outcome, month (or quarter)."""
    if measure.slug == PEOPLE:
        return {(ALL, ALL, counts.period): counts.people}
    spans, finest = months_of(counts), _finest(measure, counts)
    cell = {month: period for period in finest for month in spans[period]}
    levels, whats = [line.slug for line in counts.levels], list(measure.whats) or [""]
    found: dict[Key, int] = dict.fromkeys(product(levels, whats, finest), 0)
    for one in counts.counts:
        if one.measure == measure.slug:
            found[one.level, one.what, cell[one.month]] += one.number
    return found


def _finest(measure: Measure, counts: OpenCounts) -> list[str]:
    length = 1 if measure.by_month else 3
    return [period for period, months in months_of(counts).items() if len(months) == length]


def sums_of(measure: Measure, counts: OpenCounts) -> dict[Key, list[Key]]:
    """Which numbers there are, and of which cells each is the sum. Months stand there for the whole alone. Of different
    people there is one number: those of months would not add up, and two of them would say more than each."""
    if measure.slug == PEOPLE:
        return {key: [key] for key in cells_of(measure, counts)}
    spans, finest = months_of(counts), _finest(measure, counts)
    months = {period: [one for one in finest if set(spans[one]) <= set(spans[period])] for period in spans}
    levels, whats = [line.slug for line in counts.levels], list(measure.whats) or [""]
    found: dict[Key, list[Key]] = {}
    for level, what, (period, of) in product([ALL, *levels], [ALL, *measure.whats], months.items()):
        single = len(spans[period]) == 1
        if not of or single and (level, what) != (ALL, ALL) or level != ALL and len(levels) == 1:
            continue
        chosen = (levels if level == ALL else [level], whats if what == ALL else [what], of)
        found[level, what, period] = list(product(*chosen))
    return found


class Open(NamedTuple):
    """A version: what was counted, and what is shown of it."""

    counts: OpenCounts
    rows: Rows


def opened(counts: OpenCounts, before: Sequence[Open] = (), secondary: bool = True) -> Open:
    """`before`: earlier versions of the same year, the latest first. A measure of which nothing could be published that
    is safe beside them stays as it stood in the latest."""
    rows = list(_decisions(counts))
    for measure in MEASURES.values():
        if measure.slug == DECISIONS:
            continue
        shown, proved = _protected(measure, counts, before, secondary)
        if proved or not before or not _alike(counts, before[0].counts):
            rows += [_row((measure.slug, *key), number, counts.step) for key, number in shown.items()]
        else:
            counts = counts.keeping(measure.slug, before[0].counts)
            rows += [row for row in before[0].rows if row.measure == measure.slug]
    return Open(counts, tuple(rows))


def _alike(one: OpenCounts, other: OpenCounts) -> bool:
    return (one.first, one.step) == (other.first, other.step)


def _protected(measure: Measure, counts: OpenCounts, before: Sequence[Open], secondary: bool) -> Protected:
    cells, sums = cells_of(measure, counts), sums_of(measure, counts)
    earlier = [Before(_totals(measure, then), shown_in(measure.slug, rows), then.step) for then, rows in before]
    if measure.heard:
        earlier.append(_heard(counts, totals_of(cells, sums)))
    return protect(cells, sums, counts.step, earlier, secondary)


def _totals(measure: Measure, counts: OpenCounts) -> dict[Key, int]:
    return totals_of(cells_of(measure, counts), sums_of(measure, counts))


def _heard(counts: OpenCounts, totals: Mapping[Key, int]) -> Before:
    """What the page of what was heard says of the same months: it is known, whatever stands here."""
    there = {key: number for key, number in totals.items() if (key[0], key[2]) == (ALL, counts.period)}
    shown = {key: number // counts.step * counts.step or None for key, number in there.items()}
    return Before(there, shown, counts.step)


def _row(names: tuple[str, ...], number: int | None, step: int) -> OpenRow:
    measure, level, what, period = names
    if number is None:
        return OpenRow(measure, level, ALL, what, period, HIDDEN, None, None)
    return OpenRow(measure, level, ALL, what, period, ROUNDED, number, number + step - 1)


def shown_in(measure: str, rows: Rows) -> Shown:
    return {(row.level, row.what, row.period): row.at_least for row in rows if row.measure == measure}


def _decisions(counts: OpenCounts) -> Iterator[OpenRow]:
    """Exact, by all at once. A line that would say nought is left out: what is not there is none."""
    periods_of: dict[str, list[str]] = defaultdict(list)
    for period, months in months_of(counts).items():
        for month in months:
            periods_of[month].append(period)
    totals: dict[tuple[str, ...], int] = defaultdict(int)
    for one in counts.counts:
        if one.measure == DECISIONS:
            ways = ((one.level, ALL), (one.kind, ALL), (one.what, ALL), periods_of[one.month])
            for key in product(*ways):
                totals[key] += one.number
    for level, kind, what, period in sorted(totals):
        number = totals[level, kind, what, period]
        yield OpenRow(DECISIONS, level, kind, what, period, EXACT, number, number)


def by_name(rows: Rows) -> Mapping[tuple[str, str, str, str, str], OpenRow]:
    return {(row.measure, row.level, row.kind, row.what, row.period): row for row in rows}
