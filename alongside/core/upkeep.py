"""What a database needs now and then so that it stays quick."""

from __future__ import annotations

from django.core.cache import cache
from django.db import connection

DAY = 24 * 3600


def look_at_tables() -> None:
    """Let SQLite count what is in its indexes. It chooses between them by that, and by itself it never looks:
    with a million contributions the ledger then takes ten times as long. PostgreSQL looks without being told.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")


def look_at_tables_daily() -> bool:
    """However often it is called, on however many machines. Says whether it was done now."""
    due = cache.add("tables-looked-at", True, DAY)
    if due:
        look_at_tables()
    return due
