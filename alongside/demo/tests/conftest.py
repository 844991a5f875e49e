"""The demonstration, loaded once for all tests of this room."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import transaction

from alongside.demo import seed

TODAY = date(2026, 3, 11)


class _Undo(Exception):
    pass


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    with django_db_blocker.unblock():
        try:
            with transaction.atomic():
                seed.load(today=TODAY)
                yield
                raise _Undo
        except _Undo:
            pass


@pytest.fixture
def demonstration(loaded: None, db: None) -> None:
    """Each test gets it as it was loaded: what a test changes is undone after it."""
