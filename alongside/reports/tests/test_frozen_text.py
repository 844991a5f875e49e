"""The text that both sides sign: all of it is of one moment, and says nothing twice in two ways."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from alongside.reports.models import PeriodSheet
from alongside.reports.queries import frozen
from tests.cast import Cast

from .closing import checked

pytestmark = pytest.mark.django_db


def test_what_stands_in_two_parts_is_counted_once(cast: Cast) -> None:
    """Somebody may write a thing down while it is counted: then two counts of the same would differ."""
    with CaptureQueriesContext(connection) as queries:
        checked(cast)
    figures = [each["sql"] for each in queries.captured_queries if "short_notice" in each["sql"]]
    document: dict[str, Any] = frozen.read_text(PeriodSheet.objects.get().content)
    assert len(figures) == 1
    assert document["parts"]["pack"]["sheet"] == document["parts"]["figures"]
    assert document["parts"]["pack"]["map"] == document["parts"]["map"]
