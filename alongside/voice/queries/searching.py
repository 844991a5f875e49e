"""Finding what was said by its words, and what was said alike. Whoever asks finds what they may read, and no trace of
anything else: all of that is asked of the database, together with the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from django.db.models import QuerySet
from django.db.models.expressions import RawSQL

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor

from .. import asked_words, search_index, word_marks
from ..asked_words import Question
from ..models import Contribution, Via
from ..search_index import BLOCK, TABLE
from .ledger import ledger_for, ledger_units
from .readers import eyes_of

Row = TypeVar("Row")
MOST = 1_000  # found for one question: whoever finds more asks for more words
MOST_ALIKE = 300  # looked at for one contribution, newest first
ALIKE = 0.4  # of their word pairs
NEARLY = 0.7
FITS = f"{TABLE}.tokens @@ %s::tsquery"  # on PostgreSQL
# PostgreSQL has to look at all that fits before it knows the newest. So it is asked for the newest rows alone first,
# then for twice as many before them, and so on; a common word is answered out of the first.
FIRST_BLOCKS, STEPS = 2, 5
AHEAD = 16  # blocks that may have been begun, by an import, since somebody asked for the newest
ALIKE_BLOCKS = 8  # who said the same said so lately, or is one of few: two questions and no more


@dataclass(frozen=True)
class Results:
    question: Question
    pks: list[int]
    more: bool  # there are older ones, which are not among them

    @property
    def rows(self) -> QuerySet[Contribution]:
        return Contribution.objects.filter(pk__in=self.pks).select_related("unit", "question")


@dataclass(frozen=True)
class Similar:
    """Somebody else who said the same. `score`: how much of the words of both is the same, of 1."""

    contribution: Contribution
    score: float
    shared: tuple[str, ...] = ()  # the words that both have, as they stand there
    marks: frozenset[str] = frozenset()  # of those words, to show where they stand

    @property
    def code(self) -> str:
        return str(self.contribution.code)

    @property
    def is_equal(self) -> bool:
        return self.score == 1

    @property
    def is_nearly_equal(self) -> bool:
        return self.score >= NEARLY


def readable_for(actor: Actor) -> QuerySet[Contribution]:
    """Of the ledger that the actor may see, what they may read."""
    return ledger_for(actor).filter(eyes_of(actor).words())


def search(actor: Actor, typed: str, unit: str = "") -> Results:
    """What fits all of the words, the newest in the ledger first. `unit`: of one, by code."""
    asked = asked_words.question(typed, actor.organisation_id or 0)
    rows, units = readable_for(actor), _units(actor, unit)
    if not asked or units == []:
        return Results(asked, [], more=False)
    pks = rows.select_related(None).values_list("pk", flat=True)
    groups = [units] if units is not None else []
    found = _newest(pks, asked, groups) if search_index.on_postgres() else _of(pks, *_in_fts(asked, groups), MOST + 1)
    return Results(asked, found[:MOST], more=len(found) > MOST)


def similar(actor: Actor, contribution: Contribution, limit: int = 20) -> list[Similar]:
    """Others who said the same in the same words or nearly, the most alike first, then the newest. What came out of a
    question to many is told in our words, which are alike and say nothing."""
    own = word_marks.marks_in(contribution.words, contribution.organisation_id)
    _marks, rest = search_index.entry_of(contribution).tokens
    bands = [token for token in rest if token.startswith("m")]
    units = _units(actor, "")
    if not bands or units == [] or contribution.via == Via.TOGETHER:
        return []
    rows = readable_for(actor).exclude(pk=contribution.pk).exclude(via=Via.TOGETHER).select_related("unit", "question")
    pairs = word_marks.pairs([each.mark for each in own])
    candidates = _alike(rows, [group for group in (units, bands) if group is not None])
    scored = [_compared(row, pairs, {each.mark for each in own}) for row in candidates]
    alike = [each for each in scored if each.score >= ALIKE]
    return sorted(alike, key=lambda each: (-each.score, -each.contribution.pk))[:limit]


def _compared(row: Contribution, pairs: frozenset[tuple[str, str]], own: set[str]) -> Similar:
    theirs = word_marks.marks_in(row.words, row.organisation_id)
    other = word_marks.pairs([each.mark for each in theirs])
    both = {each.mark: each for each in reversed(theirs) if each.mark in own}  # each where it stands first
    shared = tuple(row.words[each.start : each.end] for each in sorted(both.values(), key=lambda each: each.start))
    return Similar(row, len(pairs & other) / len(pairs | other), shared, frozenset(both))


def _units(actor: Actor, unit: str) -> list[str] | None:
    """As they stand in the index; None for every unit. A unit that the actor may not see is none of them."""
    seen = actor.units_for(P.SEE_VOICES)
    if unit:
        seen = frozenset(ledger_units(actor).filter(code=unit).values_list("pk", flat=True))
    return None if seen is None else [search_index.unit_token(pk) for pk in sorted(seen)]


def _in_fts(asked: Question, groups: Sequence[Sequence[str]]) -> tuple[str, str]:
    return f"{TABLE} MATCH %s", asked.fts(*groups)


def _alike(rows: QuerySet[Contribution], groups: Sequence[Sequence[str]]) -> list[Contribution]:
    if not search_index.on_postgres():
        return _of(rows, *_in_fts(Question(()), groups), MOST_ALIKE)
    found: list[Contribution] = []
    for where, value in _in_blocks(Question(()), groups, ALIKE_BLOCKS, 1):
        found += _of(rows, where, value, MOST_ALIKE - len(found))
        if len(found) == MOST_ALIKE:
            break
    return found


def _newest(pks: QuerySet[Contribution, int], asked: Question, groups: Sequence[Sequence[str]]) -> list[int]:
    """On PostgreSQL, of those that fit; one more than is shown. The index is asked alone: joined to all the rows,
    PostgreSQL reads all of them.
    """
    found: list[int] = []
    waiting: list[int] = []
    steps = (_all_that(where, value) for where, value in _in_blocks(asked, groups))
    for fitting in chain.from_iterable(steps):
        waiting += fitting
        if len(found) + len(waiting) > MOST:
            found += pks.filter(pk__in=waiting).order_by("-pk")
            waiting = []
        if len(found) > MOST:
            return found[: MOST + 1]
    return [*found, *pks.filter(pk__in=waiting).order_by("-pk")] if waiting else found


def _in_blocks(
    asked: Question, groups: Sequence[Sequence[str]], many: int = FIRST_BLOCKS, steps: int = STEPS
) -> Iterator[tuple[str, str]]:
    for tokens, before in _newest_blocks(many, steps):
        below = "" if tokens else f" AND {TABLE}.rowid < {before}"
        yield FITS + below, asked.tsquery(*groups, *([tokens] if tokens else []))


def _all_that(where: str, value: str) -> Iterator[list[int]]:
    below = where
    while fitting := search_index.fitting(below, value, MOST + 1):
        yield fitting
        if len(fitting) <= MOST:
            return
        below = f"{where} AND {TABLE}.rowid < {fitting[-1]}"


def _of(rows: QuerySet[Contribution, Row], where: str, value: str, most: int) -> list[Row]:
    """The newest of `rows` that fit in the index. The words are a parameter; what is in `where` was written here."""
    joined = rows.extra(  # noqa: S610  the table of the index has no model
        tables=[TABLE], where=[f"{TABLE}.rowid = voice_contribution.id", where], params=[value]
    )
    return list(joined.order_by(RawSQL(search_index.place(), []).desc())[:most])  # noqa: S611  no word of anybody's is in it


def _newest_blocks(many: int = FIRST_BLOCKS, steps: int = STEPS) -> Iterator[tuple[list[str], int]]:
    """Blocks of rows, the newest first and more each time; at last what is older than all of them."""
    last, ahead = search_index.newest() >> BLOCK, AHEAD
    for _step in range(steps):
        if last < 0:
            return
        first = max(last - many + 1, 0)
        yield [f"b{n}" for n in range(first, last + ahead + 1)], 0
        last, many, ahead = first - 1, 2 * many, 0
    if last >= 0:
        yield [], (last + 1) << BLOCK
