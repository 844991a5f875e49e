"""A standard as a file: what each point asks, in the words of whoever wrote the file, and by name what it rests on.

All of a file is good or none of it is used. What is wrong is said by line, so that it can be put right and tried again.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.sheets import Problem, clean_text

SLUG = re.compile(r"[a-z0-9][a-z0-9-]{1,38}[a-z0-9]")
TAKEN = frozenset({"add"})  # words of our own addresses
MOST_BYTES, MOST_POINTS, MOST_NAMED, MOST_SHOWN = 200_000, 60, 40, 20
NAME, WORDS = 200, 2_000  # letters
TOP = {"slug": NAME, "name": NAME, "made_by": NAME, "link": 500, "credit": WORDS, "about": WORDS, "language": 35}
NEEDED = ("slug", "name", "made_by", "credit")
POINT = {"slug": NAME, "name": NAME, "asks": WORDS, "first": WORDS}
LISTS = ("rests_on", "signs", "accounts")
HEADER = re.compile(r"\s*\[\[\s*points\s*\]\]")
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Point:
    slug: str
    name: str
    asks: str
    first: str  # what one does first where there is nothing
    rests_on: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standard:
    slug: str
    name: str
    made_by: str
    credit: str
    link: str
    about: str
    language: str  # of its words
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Known:
    """What a point can name."""

    rests_on: Collection[str]
    signs: Collection[str]
    accounts: Collection[str]


class BrokenStandard(Exception):
    """What is wrong in the file, in the order of its lines."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems[0].message)
        self.problems = problems

    @property
    def lines(self) -> list[str]:
        told = [said(problem) for problem in self.problems[:MOST_SHOWN]]
        more = len(self.problems) - len(told)
        return [*told, _("And %(n)s more.") % {"n": more}] if more else told


def said(problem: Problem) -> str:
    if problem.row is None:
        return problem.message
    return _("Line %(line)s: %(what)s") % {"line": problem.row, "what": problem.message}


def read_standard(content: bytes, known: Known) -> Standard:
    """Raises BrokenStandard."""
    text = _text(content)
    try:
        found = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # a broken file is a ValueError; so is a number without end
        raise BrokenStandard([_unreadable(error, text)]) from error
    reading = _Reading(text, known)
    standard = reading.standard(found)
    if reading.problems:
        raise BrokenStandard(sorted(reading.problems, key=lambda each: each.row or 0))
    return standard


def _text(content: bytes) -> str:
    if len(content) > MOST_BYTES:
        raise _wrong(_("The file is too large. A standard needs no more than %(n)s kB."), n=MOST_BYTES // 1000)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise _wrong(_("The file is not text in UTF-8. Save it as UTF-8 and choose it again.")) from error


def _wrong(message: str, row: int | None = None, **values: Any) -> BrokenStandard:
    return BrokenStandard([Problem(row, None, message % values)])


def _unreadable(error: Exception, text: str) -> Problem:
    found = re.search(r"line (\d+)", str(error))
    row = int(found[1]) if found else max(1, text.count("\n"))
    message = _("This cannot be read. Look for a missing quotation mark, bracket or equals sign, or a word said twice.")
    return Problem(row, None, message)


class _Reading:
    def __init__(self, text: str, known: Known) -> None:
        self.known = known
        self.problems: list[Problem] = []
        self.lines = text.split("\n")
        self.headers = [n for n, line in enumerate(self.lines) if HEADER.match(line)]

    def standard(self, found: Mapping[str, Any]) -> Standard:
        self._unknown(found, {*TOP, "points"}, None)
        texts = {name: self._words(found, name, most, None, name in NEEDED) for name, most in TOP.items()}
        self._slug(texts["slug"], None)
        if texts["link"] and not texts["link"].startswith("https://"):
            self._say(_("“link” must begin with https://"), "link", None)
        if texts["language"] and not LANGUAGE.fullmatch(texts["language"]):
            self._say(_("“language” is not a language. Write it like en-GB or cy."), "language", None)
        return Standard(**{**texts, "language": texts["language"] or "en-GB"}, points=tuple(self._points(found)))

    def _points(self, found: Mapping[str, Any]) -> Iterator[Point]:
        rows = found.get("points")
        if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
            self._say(_("There is no point in it. Write each under a line [[points]]."), "points", None)
            return
        if len(rows) > MOST_POINTS:
            self._say(_("There are more than %(n)s points.") % {"n": MOST_POINTS}, "points", None)
            return
        seen: set[str] = set()
        for number, row in enumerate(rows):
            point = self._point(row, number)
            if point.slug and point.slug in seen:
                self._say(_("“%(slug)s” is the slug of an earlier point, too.") % {"slug": point.slug}, "slug", number)
            seen.add(point.slug)
            yield point

    def _point(self, row: Mapping[str, Any], number: int) -> Point:
        self._unknown(row, {*POINT, *LISTS}, number)
        texts = {name: self._words(row, name, most, number, True) for name, most in POINT.items()}
        self._slug(texts["slug"], number)
        lists = {name: tuple(self._names(row, name, number)) for name in LISTS}
        if not any(lists.values()):
            self._say(_("The point rests on nothing. Name at least one thing in “rests_on”."), "rests_on", number)
        return Point(texts["slug"], texts["name"], texts["asks"], texts["first"], **lists)

    def _words(self, row: Mapping[str, Any], name: str, most: int, number: int | None, needed: bool) -> str:
        value = row.get(name, "")
        if not isinstance(value, str):
            self._say(_("“%(name)s” must be words in quotation marks.") % {"name": name}, name, number)
            return ""
        value = " ".join(clean_text(value).split())
        if needed and not value:
            self._say(_("“%(name)s” is missing.") % {"name": name}, name, number)
        if len(value) > most:
            self._say(_("“%(name)s” is longer than %(n)s letters.") % {"name": name, "n": most}, name, number)
        return value

    def _slug(self, slug: str, number: int | None) -> None:
        if slug and (not SLUG.fullmatch(slug) or slug in TAKEN):
            message = _("“%(slug)s” cannot be a slug. Use 3 to 40 small letters, numbers and hyphens.")
            self._say(message % {"slug": slug[:NAME]}, "slug", number)

    def _names(self, row: Mapping[str, Any], name: str, number: int) -> list[str]:
        found = row.get(name, [])
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            self._say(_('“%(name)s” must be a list of names: ["a", "b"].') % {"name": name}, name, number)
            return []
        known = getattr(self.known, name)
        for each in [each for each in found if each not in known][:MOST_NAMED]:
            words = {"each": each[:NAME], "name": name}
            self._say(_("“%(each)s” in “%(name)s” is not known here.") % words, name, number)
        return list(dict.fromkeys(found))[:MOST_NAMED]

    def _unknown(self, row: Mapping[str, Any], known: set[str], number: int | None) -> None:
        for name in [name for name in row if name not in known]:
            self._say(_("“%(name)s” is not known here. Is it misspelt?") % {"name": name[:NAME]}, name, number)

    def _say(self, message: str, name: str, number: int | None) -> None:
        self.problems.append(Problem(self._line(name, number), None, message))

    def _line(self, name: str, number: int | None) -> int:
        """Where it stands; where it does not, the beginning of the point, or of the file."""
        first, last = 0, self.headers[0] if self.headers else len(self.lines)
        if number is not None and number < len(self.headers):
            first = self.headers[number]
            last = self.headers[number + 1] if number + 1 < len(self.headers) else len(self.lines)
        elif number is not None:  # points written in another way than under headers
            last = len(self.lines)
        starts = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
        return next((n for n in range(first, last) if starts.match(self.lines[n])), first) + 1
