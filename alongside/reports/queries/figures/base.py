"""How a figure is written down: its title, how it is counted in plain words, and the question, in one place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.organisation.models import Organisation
from alongside.voice import small_numbers

from ...values import PEOPLE, THINGS, Counted, Row
from ..scope import Scope
from .facts import Facts


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
class Line:
    """A row that is still to be counted. `about_people`: rounded down, so that nobody can be worked out."""

    key: str
    words: Any
    number: float | None | Many | tuple[Many, ...]  # of several: their sum
    of: int | None | Many = None
    measure: str = THINGS
    about_people: bool = False


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


def _many(lines: Iterable[Line]) -> Iterator[Many]:
    for line in lines:
        numbers = line.number if isinstance(line.number, tuple) else (line.number,)
        yield from (value for value in (*numbers, line.of) if isinstance(value, Many))


def _numbers(scope: Scope, lines: Iterable[Line]) -> dict[int, int]:
    every = {id(each): each for each in _many(lines)}
    if not every:
        return {}
    asked = {f"n{number}": each.question() for number, each in enumerate(every.values())}
    found = Organisation.objects.filter(pk=scope.organisation.pk).annotate(**asked).values_list(*asked).get()
    return dict(zip(every, found, strict=True))


def _row(line: Line, numbers: dict[int, int], step: int) -> Row:
    number: float | None
    if isinstance(line.number, tuple):
        number = sum(numbers[id(each)] for each in line.number)
    else:
        number = numbers[id(line.number)] if isinstance(line.number, Many) else line.number
    of = numbers[id(line.of)] if isinstance(line.of, Many) else line.of
    row = Row(line.key, str(line.words), number, of, line.measure)
    return rounded(row, step) if line.about_people else row


def rounded(row: Row, step: int) -> Row:
    """A number of people, and never beside what it is of: the rest of them could be worked out."""
    if row.number is None:
        return row
    least = small_numbers.about(int(row.number), step).least
    return replace(row, number=least, of=None, measure=PEOPLE, step=step)
