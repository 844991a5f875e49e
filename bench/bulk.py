"""Rows straight into the tables, a million at a time: `executemany` on SQLite, COPY on PostgreSQL.

Days and moments travel as text, which both databases read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models, transaction

from alongside.core.upkeep import look_at_tables

MASK = (1 << 40) - 1
SPREAD = 0x9E3779B97F  # odd, so that every number has a code of its own


def on_postgres() -> bool:
    return connection.vendor == "postgresql"


class Numbers:
    """Primary keys handed out in rows' order, one line of them for each table."""

    def __init__(self) -> None:
        self._next: dict[type[models.Model], int] = {}

    def take(self, model: type[models.Model]) -> int:
        number = self._next.get(model, 1)
        self._next[model] = number + 1
        return number

    def following(self, model: type[models.Model]) -> int:
        return self._next.get(model, 1)

    def models(self) -> list[type[models.Model]]:
        return list(self._next)


def code(number: int) -> str:
    """Ten letters that look random, as codes do, and are never the same for two numbers."""
    return f"{number * SPREAD & MASK:010x}"


def salt(number: int) -> str:
    return f"{number * 0x9E3779B97F4A7C15 & ((1 << 128) - 1):032x}"


def moment(at: datetime) -> str:
    text = at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f")
    return f"{text}+00" if on_postgres() else text


def put(model: type[models.Model], columns: Sequence[str], rows: Iterable[tuple[Any, ...]]) -> None:
    """`rows` hold the values of `columns` in that order; every other field gets its default."""
    given = [model._meta.get_field(name) for name in columns]
    rest = [field for field in _fields(model) if field not in given]
    constant = tuple(field.get_db_prep_save(field.get_default(), connection) for field in rest)
    names = [connection.ops.quote_name(field.column) for field in (*given, *rest)]
    table = connection.ops.quote_name(model._meta.db_table)
    _write(table, names, ((*row, *constant) for row in rows))


def _fields(model: type[models.Model]) -> list[Any]:
    """Every column that is written: not the keys that the database counts, nor what it works out itself."""
    fields = model._meta.concrete_fields
    return [f for f in fields if not f.generated and not isinstance(f, models.AutoField)]


def _write(table: str, names: Sequence[str], rows: Iterator[tuple[Any, ...]]) -> None:
    into = ", ".join(names)
    with connection.cursor() as cursor:
        if on_postgres():
            with cursor.copy(f"COPY {table} ({into}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            return
        marks = ", ".join("?" for _ in names)
        cursor.connection.executemany(f"INSERT INTO {table} ({into}) VALUES ({marks})", rows)


class Loading:
    """Everything in one transaction, without the checks that a trusted loader does not need."""

    def __enter__(self) -> Loading:
        with connection.cursor() as cursor:
            if on_postgres():
                cursor.execute("SET session_replication_role = replica")
            else:
                for pragma in ("foreign_keys=OFF", "journal_mode=MEMORY", "synchronous=OFF", "cache_size=-1000000"):
                    cursor.execute(f"PRAGMA {pragma}")
        self._transaction = transaction.atomic()
        self._transaction.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._transaction.__exit__(*error)
        with connection.cursor() as cursor:
            if on_postgres():
                cursor.execute("SET session_replication_role = DEFAULT")
            else:
                cursor.execute("PRAGMA journal_mode=WAL")


def settle(numbers: Numbers) -> None:
    """The database counts on from the keys that were given, and learns what is in its tables."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), numbers.models()):
            cursor.execute(statement)
        if on_postgres():
            cursor.execute("VACUUM ANALYZE")  # what autovacuum does a minute later
    look_at_tables()  # what `alongside tasks` does once a day


def size_in_mb() -> float:
    with connection.cursor() as cursor:
        if on_postgres():
            cursor.execute("SELECT pg_database_size(current_database())")
        else:
            cursor.execute("SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()")
        return cursor.fetchone()[0] / 1e6


def counts() -> dict[str, int]:
    """Rows of every table of the rooms that has any."""
    found = {}
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT COUNT(*) FROM {connection.ops.quote_name(table)}")
            found[table] = cursor.fetchone()[0]
    return {table: number for table, number in found.items() if number}
