"""Fixtures for every room's tests: the cast, and a browserless client signed in as one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

from alongside.voice import search_index
from tests import cast as casting
from tests import locks

settings.register_profile("unhurried", deadline=None)  # how long one example takes says how busy the machine is
settings.load_profile("unhurried")


TESTS = Path(__file__).parent / "tests"


class Shares(LoadScopeScheduling):
    """A file's tests stay with one worker, as they share what is made once, and so do those of the demonstration; those
    who look at every page share out. Groups of pytest-xdist 3.8 have no effect with pytest 9.2, so this says it."""

    def _split_scope(self, nodeid: str) -> str:
        path, _, _name = nodeid.partition("::")
        if path.endswith("test_every_page.py"):
            return nodeid
        return str(Path(path).parent) if path.startswith("alongside/demo/") else path


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Shares:
    return Shares(config, log)


@pytest.hookimpl(wrapper=True)  # after pytest-django has put what clears the tables behind the rest
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> Iterator[None]:
    """What lasts longest comes first, or one worker would end long after the others. What asks no database is not
    tried on a second one."""
    yield
    if connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not _asks_a_database(item)])
        items[:] = filter(_asks_a_database, items)
    items.sort(key=lambda item: not item.path.is_relative_to(TESTS))


def _asks_a_database(item: pytest.Item) -> bool:
    there = getattr(item, "fixturenames", ())
    return item.get_closest_marker("django_db") is not None or "db" in there or "transactional_db" in there


@pytest.fixture(scope="session", autouse=True)
def nobody_left_behind(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """A thread of a live server may still hold its connection; PostgreSQL then refuses to drop the test database."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture(autouse=True)
def nothing_left_to_find(request: pytest.FixtureRequest, django_db_blocker: Any) -> Iterator[None]:
    """The index of words is no model's table: clearing the tables after a test leaves it as it was."""
    yield
    marker = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (marker and marker.kwargs.get("transaction")):
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {search_index.TABLE}")  # noqa: S608


@pytest.fixture
def cast(db: None) -> casting.Cast:
    return casting.build()


@pytest.fixture
def client_as(cast: casting.Cast) -> Callable[[str], Client]:
    """`client_as("coordinator").get(…)`; "public" is nobody signed in."""

    def signed_in(who: str) -> Client:
        client = Client()
        if who != "public":
            client.force_login(cast.users[who])
        return client

    return signed_in


@pytest.fixture
def locks_in_order(request: pytest.FixtureRequest) -> Iterator[None]:
    """The verbs of this test take rows in the order of docs/locks.md. Being forgotten goes against it, and may."""
    if "forgotten" in request.node.name:
        yield
        return
    watch = locks.Watch(locks.order())
    with locks.watched(watch):
        yield
    assert not watch.wrong, "\n".join(dict.fromkeys(watch.wrong))
