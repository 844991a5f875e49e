"""SQLite counts what is in its indexes, once a day."""

import pytest
from django.core.cache import cache
from django.db import connection

from alongside.core import upkeep
from alongside.core.models import Once

pytestmark = pytest.mark.django_db


def known() -> int:
    """How many rows SQLite believes to be in the table of forms."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT stat FROM sqlite_stat1 WHERE tbl = 'core_once' AND idx LIKE '%at%' LIMIT 1")
        return int(cursor.fetchone()[0].split()[0])


@pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL looks by itself")
def test_sqlite_knows_how_much_there_is() -> None:
    Once.objects.create(token="a")
    upkeep.look_at_tables()
    assert known() == 1
    Once.objects.create(token="b")
    upkeep.look_at_tables()
    assert known() == 2


def test_once_a_day_is_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    looks: list[int] = []
    monkeypatch.setattr(upkeep, "look_at_tables", lambda: looks.append(1))
    cache.delete("tables-looked-at")
    assert [upkeep.look_at_tables_daily(), upkeep.look_at_tables_daily()] == [True, False]
    assert looks == [1]
