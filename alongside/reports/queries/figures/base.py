"""How a figure is written down: its title, how it is counted in plain words, and the question, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Aggregate, Count, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy

from alongside.organisation.models import Organisation
from alongside.voice import small_numbers

from ...values import PEOPLE, THINGS, Counted, Row
from ..scope import Scope
from .facts import Facts

ROUNDED = gettext_lazy(
    "Numbers of people are rounded down, and small ones are not shown, so that nobody can be worked out from two of"
    " them."
)


def rounded_too(text: Any) -> Any:
    """Both are translated when they are read."""
    return format_lazy("{} {}", text, ROUNDED)


@dataclass(frozen=True)
class Many:
    """How many rows there are. All of a sheet are asked for in one question. `by`: how many different ones of it."""

    rows: QuerySet[Any]
    by: str = "pk"

    def question(self) -> Coalesce:
        counted = self.rows.order_by().values(many_here=Count(self.by, distinct=self.by != "pk"))
        # Without a group there is one number, and not one for each row.
        counted.query.group_by = None
        return Coalesce(Subquery(counted), 0)


@dataclass(frozen=True)
class One:
    """One value of all the rows, in the same question: their sum, or the first day of them. None where there is no
    row. `told`: as the number that is shown."""

    rows: QuerySet[Any]
    of: Aggregate
    told: Callable[[Any], float] = float

    def question(self) -> Subquery:
        asked = self.rows.order_by().values(one_here=self.of)
        asked.query.group_by = None
        return Subquery(asked)


@dataclass(frozen=True)
class Each:
    """So many for each of so many."""

    times: int
    of: Many


@dataclass(frozen=True)
class Line:
    """A row that is still to be counted. `about_people`: rounded down, so that nobody can be worked out."""

    key: str
    words: Any
    number: float | None | Many | One | tuple[Many, ...]  # of several: their sum
    of: int | None | Many | Each = None
    measure: str = THINGS
    about_people: bool = False
    why: Any = ""  # said where there is no number


@dataclass
class Asked:
    """What figures are counted of: the scope, and what several of them need, read once."""

    scope: Scope

    @cached_property
    def facts(self) -> Facts:
        return Facts(self.scope)


@dataclass(frozen=True)
class Figure:
    slug: str
    title: Any
    how: Any
    lines: Callable[[Asked], Iterable[Line]]
    whole_only: bool = False  # it cannot be said of a part of the organisation


@dataclass
class Group:
    """A part of the page. `figure` puts one into it."""

    slug: str
    title: Any
    figures: list[Figure] = field(default_factory=list)

    def figure(self, slug: str, title: Any, how: Any, whole_only: bool = False) -> Callable[[Any], Any]:
        def kept(lines: Callable[[Asked], Iterable[Line]]) -> Callable[[Asked], Iterable[Line]]:
            self.figures.append(Figure(slug, title, how, lines, whole_only))
            return lines

        return kept


def count(figures: Iterable[Figure], asked: Asked) -> dict[str, Counted]:
    """By slug. What is only to be counted is one question, however many figures there are."""
    chosen = [figure for figure in figures if asked.scope.units is None or not figure.whole_only]
    lines = {figure.slug: list(figure.lines(asked)) for figure in chosen}
    numbers = _numbers(asked.scope, [line for each in lines.values() for line in each])
    step = small_numbers.step_of(asked.scope.settings.inside_threshold)
    return {
        figure.slug: Counted(
            figure.slug,
            str(figure.title),
            str(figure.how),
            tuple(_row(line, numbers, step) for line in lines[figure.slug]),
        )
        for figure in chosen
    }


def _many(lines: Iterable[Line]) -> Iterator[Many | One]:
    for line in lines:
        numbers = line.number if isinstance(line.number, tuple) else (line.number,)
        of = line.of.of if isinstance(line.of, Each) else line.of
        yield from (value for value in (*numbers, of) if isinstance(value, Many | One))


def _numbers(scope: Scope, lines: Iterable[Line]) -> dict[int, Any]:
    every = {id(each): each for each in _many(lines)}
    if not every:
        return {}
    asked = {f"n{number}": each.question() for number, each in enumerate(every.values())}
    found = Organisation.objects.filter(pk=scope.organisation.pk).annotate(**asked).values_list(*asked).get()
    return dict(zip(every, found, strict=True))


def _row(line: Line, numbers: dict[int, Any], step: int) -> Row:
    number = _number(line.number, numbers)
    why = str(line.why) if number is None else ""
    row = Row(line.key, str(line.words), number, _of(line.of, numbers), line.measure, why=why)
    return rounded(row, step) if line.about_people else row


def _number(asked: float | None | Many | One | tuple[Many, ...], numbers: dict[int, Any]) -> float | None:
    if isinstance(asked, tuple):
        return sum(int(numbers[id(each)]) for each in asked)
    if isinstance(asked, One):
        found = numbers[id(asked)]
        return None if found is None else asked.told(found)
    return int(numbers[id(asked)]) if isinstance(asked, Many) else asked


def _of(asked: int | None | Many | Each, numbers: dict[int, Any]) -> int | None:
    if isinstance(asked, Each):
        return asked.times * int(numbers[id(asked.of)])
    return int(numbers[id(asked)]) if isinstance(asked, Many) else asked


def rounded(row: Row, step: int) -> Row:
    """A number of people, and never beside what it is of: the rest of them could be worked out."""
    if row.number is None:
        return row
    least = small_numbers.about(int(row.number), step).least
    return replace(row, number=least, of=None, measure=PEOPLE, step=step)
