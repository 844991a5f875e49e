"""Several people doing something in the same moment, each over a connection of their own.

SQLite lets one writer in at a time from the first statement on (BEGIN IMMEDIATE), and its test database lives in
the memory of one connection, so these tests are for PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from importlib import import_module
from threading import Barrier, BrokenBarrierError
from typing import Any
from unittest.mock import patch

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


@contextmanager
def meeting_at(*functions: str) -> Iterator[None]:
    """Two verbs go on only when both have come so far: each of the functions, named by where it is looked up, waits for
    the other. Whoever waits in the database for the other one cannot come, and after a second nobody waits any more."""
    barrier = Barrier(len(functions))

    def wait() -> None:
        try:
            barrier.wait(timeout=1)
        except BrokenBarrierError:
            return

    with ExitStack() as stack:
        for name in functions:
            stack.enter_context(_after(name, wait))
        yield


def _after(name: str, wait: Callable[[], None]) -> Any:
    module, _dot, attribute = name.rpartition(".")
    asked = getattr(import_module(module), attribute)

    def goes_on(*args: Any, **values: Any) -> Any:
        found = asked(*args, **values)
        wait()
        return found

    return patch(name, goes_on)
