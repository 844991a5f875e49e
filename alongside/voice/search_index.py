"""The table `voice_search`: for each contribution that may be found, the marks of its words. FTS5 on SQLite, a
`tsvector` with its index on PostgreSQL. Only verbs write it (`services/searching.py`); docs/decisions/0014 says why it
is made like this.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction

from . import word_marks

if TYPE_CHECKING:
    from .models import Contribution

TABLE = "voice_search"
CHUNK = 2_000
BLOCK = 14  # bits of a row's number that say nothing of its block: 16,384 rows in each
ASKED_AGAIN = 60  # seconds
MOST_WORDS = 10_000  # of one text; PostgreSQL counts no further than 16,383
MERGED_AT_ONCE = 500  # pages: a moment, so that nobody waits for the lock

MAKE = {
    "sqlite": (f"CREATE VIRTUAL TABLE {TABLE} USING fts5(tokens, tokenize='ascii')",),
    "postgresql": (
        f"CREATE TABLE {TABLE} (rowid bigint PRIMARY KEY, tokens tsvector NOT NULL)",
        # What waits to be sorted in is read for every search: a little of it, not four megabytes.
        f"CREATE INDEX {TABLE}_tokens ON {TABLE} USING gin (tokens) WITH (gin_pending_list_limit = 256)",
    ),
}
SOURCE = "SELECT id, organisation_id, unit_id, words FROM voice_contribution"
FINDABLE = "NOT restricted AND words <> ''"
SOURCE_KEYS = f"SELECT id FROM voice_contribution WHERE {FINDABLE}"  # noqa: S608


@dataclass(frozen=True)
class Entry:
    """What a row of the index is made from."""

    pk: int
    organisation_id: int
    unit_id: int
    words: str

    @property
    def tokens(self) -> tuple[list[str], list[str]]:
        """Marks of the words in their order; and the rest, whose order says nothing."""
        marks, bands = word_marks.of_words(self.words, self.organisation_id)
        return marks[:MOST_WORDS], [unit_token(self.unit_id), block_token(self.pk), *dict.fromkeys(bands)]


def entry_of(contribution: Contribution) -> Entry:
    return Entry(contribution.pk, contribution.organisation_id, contribution.unit_id, contribution.words)


def on_postgres() -> bool:
    return connection.vendor == "postgresql"


def unit_token(unit_id: int) -> str:
    return f"u{unit_id}"


def block_token(pk: int) -> str:
    return f"b{pk >> BLOCK}"


def make() -> None:
    with connection.cursor() as cursor:
        for statement in MAKE[connection.vendor]:
            cursor.execute(statement)


def put(entries: Iterable[Entry]) -> None:
    """Add rows, or write them anew."""
    sql = f"INSERT OR REPLACE INTO {TABLE} (rowid, tokens) VALUES (%s, %s)"  # noqa: S608
    if on_postgres():
        sql = (
            f"INSERT INTO {TABLE} (rowid, tokens) VALUES (%s, %s::tsvector)"  # noqa: S608
            " ON CONFLICT (rowid) DO UPDATE SET tokens = excluded.tokens"
        )
    with connection.cursor() as cursor:
        cursor.executemany(sql, [(entry.pk, _written(*entry.tokens)) for entry in entries])


def _written(marks: Sequence[str], rest: Sequence[str]) -> str:
    if not on_postgres():
        return " ".join((*marks, *rest))
    # One place more than the last word, and all the same: no phrase reaches into it.
    placed = [f"{mark}:{n}" for n, mark in enumerate(marks, start=1)]
    return " ".join((*placed, *rest))


def drop(pks: Sequence[int]) -> None:
    with connection.cursor() as cursor:
        cursor.executemany(f"DELETE FROM {TABLE} WHERE rowid = %s", [(pk,) for pk in pks])  # noqa: S608


def rebuild() -> int:
    """All of it anew, in one transaction: whoever searches meanwhile finds what was there before."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE}")  # noqa: S608
        done = 0
        for rows in _findable():
            put(rows)
            done += len(rows)
    merge()
    return done


def _findable(after: int = 0) -> Iterator[list[Entry]]:
    sql = f"{SOURCE} WHERE id > %s AND {FINDABLE} ORDER BY id LIMIT {CHUNK}"
    while True:
        with connection.cursor() as cursor:
            cursor.execute(sql, [after])
            rows = [Entry(*row) for row in cursor.fetchall()]
        if not rows:
            return
        yield rows
        after = rows[-1].pk


_newest: list[tuple[float, int]] = []  # when it was asked, and what it was


def place() -> str:
    """Where a row stands, to order by. PostgreSQL takes rare marks for common ones: with an order that it has an index
    for, it reads all rows from the newest on until enough of them fit, a second for a million. So it is given none.
    """
    return f"{TABLE}.rowid + 0" if on_postgres() else f"{TABLE}.rowid"


def fitting(where: str, value: str, most: int) -> list[int]:
    """The numbers of the newest rows that fit. What is in `where` was written in the code; the words are `value`."""
    sql = f"SELECT rowid FROM {TABLE} WHERE {where} ORDER BY {place()} DESC LIMIT {most}"  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(sql, [value])
        return [row[0] for row in cursor.fetchall()]


def newest() -> int:
    """The highest number in the index, or what it was a moment ago."""
    if not _newest or time.monotonic() - _newest[0][0] > ASKED_AGAIN:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT MAX(rowid) FROM {TABLE}")  # noqa: S608
            _newest[:] = [(time.monotonic(), int(cursor.fetchone()[0] or 0))]
    return _newest[0][1]


def merge() -> None:
    """Let go of the marks of rows that are gone, a little at a time. SQLite keeps them until then; PostgreSQL looks
    after that itself (autovacuum)."""
    if on_postgres():
        return
    pages, changed = -MERGED_AT_ONCE, True  # below nought: begin to make one piece of all
    with connection.cursor() as cursor:
        while changed:
            before = _changes(cursor)
            cursor.execute(f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('merge', %s)", [pages])  # noqa: S608
            pages, changed = MERGED_AT_ONCE, _changes(cursor) - before >= 2


def _changes(cursor: Any) -> int:
    cursor.execute("SELECT total_changes()")
    return int(cursor.fetchone()[0])


def differing() -> list[int]:
    """The numbers of contributions that the index lacks, has too many of, or has with other words."""
    wrong, seen = [], 0
    for rows in _findable():
        kept = _kept([row.pk for row in rows])
        wrong += [row.pk for row in rows if kept.get(row.pk) != {*row.tokens[0], *row.tokens[1]}]
        seen += len(kept)
    return wrong + (_left_over() if seen != _size() else [])


def _kept(pks: Sequence[int]) -> dict[int, set[str]]:
    marks, column = ", ".join(["%s"] * len(pks)), "tsvector_to_array(tokens)" if on_postgres() else "tokens"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid, {column} FROM {TABLE} WHERE rowid IN ({marks})", pks)  # noqa: S608
        return {pk: set(tokens if on_postgres() else tokens.split()) for pk, tokens in cursor.fetchall()}


def _size() -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT COUNT(*) FROM {TABLE}")  # noqa: S608
        return int(cursor.fetchone()[0])


def _left_over() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT rowid FROM {TABLE} WHERE rowid NOT IN ({SOURCE_KEYS})")  # noqa: S608
        return [row[0] for row in cursor.fetchall()]
