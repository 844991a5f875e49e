"""How often people spoke of each theme, by unit and month, with what came of it. Marks that a person accepted, alone.

Beside each count stands of how many: what nobody has marked yet is no sign that nobody spoke of it. Words that may not
be used inside, that were taken back, or that are before the safeguarding lead are in none of these figures.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.core.cache import cache
from django.db.models import BooleanField, Case, Count, ExpressionWrapper, IntegerField, Q, QuerySet, Value, When
from django.db.models.functions import TruncMonth

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.organisation.models import Unit

from .. import rising
from ..models import AnswerKind, Contribution, Theme, ThemeMark
from ..models.themes import ACCEPTED
from .figures import KEPT_SECONDS, MANY
from .ledger import ledger_units
from .themes import themes_of

WEEKS = (4, 13, 26)
MONTHS = 12
NOW, BEFORE = 1, 0
DONE = (AnswerKind.ADOPTED, AnswerKind.ADAPTED)


@dataclass(frozen=True)
class Came:
    """What came of it: done at least in part, not done, or no answer yet."""

    done: int = 0
    not_done: int = 0
    owed: int = 0

    def __add__(self, other: Came) -> Came:
        return Came(self.done + other.done, self.not_done + other.not_done, self.owed + other.owed)


@dataclass(frozen=True)
class ThemeCount:
    """One theme, in one unit or (None) in all that the reader sees. `came` is of the newer weeks."""

    theme: Theme
    unit: Unit | None
    counted: rising.Counted
    came: Came
    rises: bool = False


@dataclass(frozen=True)
class Marking:
    """Of what was said in the newer weeks: how much, and of how much somebody has said what it is about."""

    said: int
    marked: int

    @property
    def unmarked(self) -> int:
        return self.said - self.marked


@dataclass(frozen=True)
class ThemeFigures:
    weeks: int
    themes: list[ThemeCount]  # the most spoken of first
    by_unit: list[ThemeCount]
    marking: Marking

    @property
    def rising(self) -> list[ThemeCount]:
        return [each for each in self.themes if each.rises]

    @property
    def rising_by_unit(self) -> list[ThemeCount]:
        """Where it rises in one unit; a theme that rises in all of them together is said once, above."""
        above = {each.theme for each in self.rising}
        return [each for each in self.by_unit if each.rises and each.theme not in above]


def theme_figures(actor: Actor, today: date, weeks: int) -> ThemeFigures:
    """These weeks and as many before them."""
    counts = _kept(actor, today, weeks)
    themes = {theme.pk: theme for theme in themes_of(actor, retired=True)}
    units = {unit.pk: unit for unit in ledger_units(actor)}
    whole = _whole(counts, themes)
    parts = [
        ThemeCount(themes[theme], units[unit], _counted(counts, theme, unit), counts.came.get((theme, unit), Came()))
        for theme, unit in sorted(counts.themes)
        if theme in themes and unit in units
    ]
    said = sum(counts.said.values())
    marked = sum(number for (_unit, window), number in counts.marked.items() if window == NOW)
    listed = sorted(_with_rises(whole), key=lambda each: (-each.counted.now, each.theme.name))
    return ThemeFigures(weeks, listed, _with_rises(parts), Marking(said, marked))


@dataclass(frozen=True)
class Counts:
    """As the database counted: by theme, unit and window."""

    themes: Mapping[tuple[int, int], Mapping[int, int]]
    came: Mapping[tuple[int, int], Came]
    marked: Mapping[tuple[int, int], int]  # unit, window
    said: Mapping[int, int]  # unit, in the newer weeks


def _kept(actor: Actor, today: date, weeks: int) -> Counts:
    """Where there are many they are counted every quarter of an hour."""
    units = actor.units_for(P.SEE_VOICES)
    seen = hashlib.sha256(repr(None if units is None else sorted(units)).encode()).hexdigest()[:16]
    key = f"themes:{actor.organisation_id}:{today:%Y%m%d}:{weeks}:{seen}"
    kept: Counts | None = cache.get(key)
    if kept is not None:
        return kept
    found = _counts(actor, today, weeks)
    if sum(found.marked.values()) >= MANY:
        cache.set(key, found, KEPT_SECONDS)
    return found


def _counts(actor: Actor, today: date, weeks: int) -> Counts:
    marks = _marks(actor).filter(received_on__gt=today - timedelta(weeks=2 * weeks), received_on__lte=today)
    window = _window(today - timedelta(weeks=weeks))
    waits = ExpressionWrapper(Q(contribution__answered_on__isnull=True), BooleanField())
    rows = (
        marks.annotate(window=window, waits=waits)
        .order_by()
        .values_list("theme", "contribution__unit", "window", "contribution__answer_kind", "waits")
    )
    themes: dict[tuple[int, int], dict[int, int]] = defaultdict(lambda: {NOW: 0, BEFORE: 0})
    came: dict[tuple[int, int], Came] = defaultdict(Came)
    for theme, unit, when, kind, waits, number in rows.annotate(n=Count("pk")):
        themes[theme, unit][when] += number
        if when == NOW:
            came[theme, unit] += _came(kind, waits, number)
    marked = marks.annotate(window=window).order_by().values_list("contribution__unit", "window")
    counted = {(unit, when): n for unit, when, n in marked.annotate(n=Count("contribution", distinct=True))}
    said = _said(actor).filter(received_on__gt=today - timedelta(weeks=weeks), received_on__lte=today)
    by_unit = dict(said.order_by().values_list("unit").annotate(n=Count("pk")))
    return Counts(dict(themes), dict(came), counted, by_unit)


def _came(kind: str, waits: bool, number: int) -> Came:
    if waits:
        return Came(owed=number)
    return Came(done=number) if kind in DONE else Came(not_done=number)


def _window(start: date) -> Case:
    newer = When(received_on__gt=start, then=Value(NOW))
    return Case(newer, default=Value(BEFORE), output_field=IntegerField())


def _marks(actor: Actor) -> QuerySet[ThemeMark]:
    units = actor.units_for(P.SEE_VOICES)
    rows = ThemeMark.objects.filter(organisation=actor.organisation_id or 0, state=ACCEPTED)
    rows = rows.filter(contribution__use_inside=True)
    return rows if units is None else rows.filter(contribution__unit__in=units)


def _said(actor: Actor) -> QuerySet[Contribution]:
    units = actor.units_for(P.SEE_VOICES)
    rows = Contribution.objects.filter(organisation=actor.organisation_id or 0)
    rows = rows.filter(withdrawn_on__isnull=True, use_inside=True)
    return rows if units is None else rows.filter(unit__in=units)


def _whole(counts: Counts, themes: Mapping[int, Theme]) -> list[ThemeCount]:
    """Every theme over all units; those in use stand there with 0 too."""
    totals = {window: sum(n for (_unit, at), n in counts.marked.items() if at == window) for window in (NOW, BEFORE)}
    found = []
    for key, theme in themes.items():
        own = [pair for pair in counts.themes if pair[0] == key]
        now, before = (sum(counts.themes[pair][window] for pair in own) for window in (NOW, BEFORE))
        if theme.retired_on is None or now or before:
            counted = rising.Counted(now, totals[NOW], before, totals[BEFORE])
            found.append(ThemeCount(theme, None, counted, sum((counts.came.get(pair, Came()) for pair in own), Came())))
    return found


def _counted(counts: Counts, theme: int, unit: int) -> rising.Counted:
    own = counts.themes[theme, unit]
    all_now, all_before = (counts.marked.get((unit, window), 0) for window in (NOW, BEFORE))
    return rising.Counted(own[NOW], all_now, own[BEFORE], all_before)


def _with_rises(rows: Sequence[ThemeCount]) -> list[ThemeCount]:
    rises = rising.rising(each.counted for each in rows)
    return [
        ThemeCount(each.theme, each.unit, each.counted, each.came, rises=risen)
        for each, risen in zip(rows, rises, strict=True)
    ]


@dataclass(frozen=True)
class ThemeMonth:
    """How many spoke of it in a month, of how many that are marked at all, and in which units."""

    month: date
    number: int
    marked: int
    by_unit: Mapping[int, int]


def theme_months(actor: Actor, theme: Theme, today: date) -> list[ThemeMonth]:
    """The last twelve, oldest first; the last of them is not over yet."""
    months = _months(today)
    marks = _marks(actor).filter(received_on__gte=months[0], received_on__lte=today)
    in_month = marks.annotate(month=TruncMonth("received_on")).order_by()
    by_unit: dict[date, dict[int, int]] = defaultdict(dict)
    own = in_month.filter(theme=theme).values_list("month", "contribution__unit")
    for month, unit, number in own.annotate(n=Count("pk")):
        by_unit[month][unit] = number
    marked = dict(in_month.values_list("month").annotate(n=Count("contribution", distinct=True)))
    return [ThemeMonth(each, sum(by_unit[each].values()), marked.get(each, 0), by_unit[each]) for each in months]


def _months(today: date) -> list[date]:
    months = [today.replace(day=1)]
    while len(months) < MONTHS:
        months.append((months[-1] - timedelta(days=1)).replace(day=1))
    return months[::-1]
