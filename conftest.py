"""Fixtures for every room's tests: the cast, and a browserless client signed in as one of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from hypothesis import settings

from tests import cast as casting
from tests import locks

settings.register_profile("unhurried", deadline=None)  # how long one example takes says how busy the machine is
settings.load_profile("unhurried")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """A file's tests stay with one worker, as they share what is made once; those who look at every page share out.
    What asks no database is not tried on a second one."""
    if connection.vendor == "postgresql":
        config.hook.pytest_deselected(items=[item for item in items if not _asks_a_database(item)])
        items[:] = filter(_asks_a_database, items)
    for item in items:
        apart = item.path.name == "test_every_page.py"
        item.add_marker(pytest.mark.xdist_group(item.name if apart else str(item.path)))


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
