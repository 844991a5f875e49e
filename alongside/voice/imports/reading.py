"""From the rows of a file to what would be kept. Nothing is written here."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from django.utils.translation import gettext as _

from alongside.core import lookups
from alongside.core.importing import Cells
from alongside.core.sheets import Matched, Problem, Row
from alongside.organisation.models import Unit

from .. import phrases
from ..models import ContributionKind
from ..models.letterboxes import LONGEST_QUESTION
from ..rules import LONGEST
from ..rules.letterboxes import tidy_question
from .columns import KINDS, YES_NO
from .given import Given, Measure, given_in

ABOUT = 300
CHUNK = 2000


@dataclass(frozen=True, slots=True)
class Draft:
    """One thing that was said, as the file has it."""

    number: int
    words: str
    about: str
    question: str  # what it replies to
    unit: str
    kind: str
    said_on: date
    received_on: date
    author: str
    group: str
    public: bool
    uid: str
    given: Given | None = None  # the answer that it had already


@dataclass
class Reader:
    """`units` by their folded names; `measure` of the answers, with today in the organisation."""

    matched: Matched
    columns: list[str]  # those that hold words
    units: dict[str, Unit]
    make_units: bool
    measure: Measure
    salt: str
    asked: str = ""  # the question that all of them answer, where the file does not say another
    problems: list[Problem] = field(default_factory=list)
    new_units: dict[str, str] = field(default_factory=dict)  # folded name: the name as written first
    without_words: int = 0
    _twins: Counter[tuple[object, ...]] = field(default_factory=Counter)
    _ids: dict[str, int] = field(default_factory=dict)
    _unknown: set[str] = field(default_factory=set)

    def drafts(self, rows: Iterable[Row]) -> Iterator[Draft]:
        for row in rows:
            yield from self._row(row)

    def _row(self, row: Row) -> Iterator[Draft]:
        said = [(column, row.cells.get(column, "")) for column in self.columns]
        said = [(column, words) for column, words in said if phrases.can_be_seen(words)]
        if not said:
            self.without_words += 1
            return
        cells = Cells(row, self.matched, self.problems)
        unit = self._unit(cells)
        received = cells.day("received_on") or self.measure.today
        said_on = cells.day("said_on") or received
        self._check_days(cells, said_on, received)
        kind = cells.one_of("kind", KINDS) or ContributionKind.EXPERIENCE.value
        public = cells.one_of("use_public", YES_NO) == "yes"
        author, group, number = cells.line("author", limit=100), cells.line("group"), cells.line("id")
        about, question = cells.line("about", limit=ABOUT), cells.line("question", limit=LONGEST_QUESTION)
        self._check_id(cells, number)
        given = given_in(cells, received, self.measure)
        for column, words in said:
            if len(words) > LONGEST:
                text = _("This has %(count)s characters. The most is %(limit)s.")
                facts = {"count": f"{len(words):,}", "limit": f"{LONGEST:,}"}
                self.problems.append(Problem(row.number, column, text % facts, words[:40]))
                continue
            uid = self._uid(number, column, (words, unit, said_on, author, group))
            asked = question or self.asked or self._asks(column)
            said_as = (row.number, words, about, asked, unit, kind, said_on, received, author, group, public, uid)
            yield Draft(*said_as, given)

    def _asks(self, column: str) -> str:
        """The name of a column is the question, where there are several with words or it reads like one."""
        asks = len(self.columns) > 1 or column.endswith("?")
        return tidy_question(column)[:LONGEST_QUESTION] if asks else ""

    def _unit(self, cells: Cells) -> str:
        """The folded name; empty for the top."""
        name = cells.line("unit")
        folded = name.casefold()
        if not name or folded in self.new_units:
            return folded
        known = self.units.get(folded)
        if known is None and self.make_units:
            self.new_units[folded] = name
        elif known is None and folded not in self._unknown:
            self._unknown.add(folded)  # said once for each name, at its first row
            cells.wrong(
                "unit",
                _("There is no unit with this name. Add it under Settings, or write the name of one that is there."),
            )
        elif known is not None and known.closed_on:
            cells.wrong("unit", _("This unit is closed. Open it again, or name the one that answers now."))
        return folded

    def _check_days(self, cells: Cells, said_on: date, received: date) -> None:
        if received > self.measure.today:
            cells.wrong("received_on", _("This day has not come yet. Give the day on which it reached you."))
        elif said_on > received:
            cells.wrong("said_on", _("It cannot be said after it was received. Look at the two days."))

    def _check_id(self, cells: Cells, number: str) -> None:
        if number and (before := self._ids.setdefault(number, cells.row.number)) != cells.row.number:
            cells.wrong("id", _("Row %(row)s has the same number. Each row needs its own.") % {"row": before})

    def _uid(self, number: str, column: str, facts: tuple[object, ...]) -> str:
        """By its number, or else by what it says and how often it was said before. A keyed digest: it says
        nothing about words that were erased, and they do not come back with the next copy of the file.
        """
        where = column if len(self.columns) > 1 else ""
        if number:
            return lookups.digest(f"id {where} {number}", self.salt)
        self._twins[(where, *facts)] += 1
        return lookups.digest(repr((where, *map(str, facts), self._twins[(where, *facts)])), self.salt)


def in_parts(drafts: Iterable[Draft]) -> Iterator[list[Draft]]:
    rest = iter(drafts)
    while part := list(islice(rest, CHUNK)):
        yield part
