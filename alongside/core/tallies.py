"""Counting for a short while how often something came: from one address, with the same words.

A key is a keyed digest and never what was counted. In a table and not in the cache, which forgets at random when it
is full, and which every process would have to ask again.
"""

from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.utils import timezone

from . import lookups
from .models import Tally


def key_of(*facts: object) -> str:
    return lookups.digest("\0".join(map(str, facts)), salt="tally")


def add(key: str, seconds: int) -> int:
    """One more; how many there are since the first. The count begins anew when its time is over. One statement:
    two at once are counted as two, and what is rolled back was not counted.
    """
    now = timezone.now()
    table = connection.ops.quote_name(Tally._meta.db_table)
    adapt = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (key, until, count) VALUES (%s, %s, 1) ON CONFLICT (key) DO UPDATE SET"  # noqa: S608
            f" count = CASE WHEN {table}.until > %s THEN {table}.count + 1 ELSE 1 END,"
            f" until = CASE WHEN {table}.until > %s THEN {table}.until ELSE excluded.until END RETURNING count",
            [key, adapt(now + timedelta(seconds=seconds)), adapt(now), adapt(now)],
        )
        return int(cursor.fetchone()[0])


def count(key: str) -> int:
    found = Tally.objects.filter(key=key, until__gt=timezone.now()).values_list("count", flat=True).first()
    return found or 0


def forget_old() -> int:
    return Tally.objects.filter(until__lte=timezone.now()).delete()[0]
