"""Several people doing something in the same moment, each over a connection of their own.

SQLite lets one writer in at a time from the first statement on (BEGIN IMMEDIATE), and its test database lives in
the memory of one connection, so these tests are for PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection


def only_where_there_are_several_connections() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("one connection only")


def at_once(*calls: Callable[[], Any]) -> list[Any]:
    """What each call returned, or the exception that it raised, in the order of the calls."""
    start = Barrier(len(calls))

    def run(call: Callable[[], Any]) -> Any:
        try:
            connection.ensure_connection()
            start.wait(timeout=20)
            return call()
        except Exception as error:  # the test says which one it expects
            return error
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))
