"""What is kept of figures is kept of exactly what was counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from alongside.audit.models import Head
from alongside.core import periods
from alongside.organisation.models import Settings
from alongside.organisation.queries import settings_of
from alongside.reports import queries
from alongside.reports.queries import Scope
from tests.cast import Cast

pytestmark = pytest.mark.django_db
LONGEST_KEY = 150  # a table of the database keeps 255 letters, and a name stands before it


@pytest.fixture(autouse=True)
def something_happened(cast: Cast) -> None:
    """Before that nothing is kept of an organisation."""
    cache.clear()
    Head.objects.create(chain=cast.org.pk, seq=1, hash="a" * 64)


def whole(cast: Cast) -> Scope:
    settings = settings_of(cast.org.pk)
    period = periods.read("2026-10", settings.year_starts_month)
    assert period
    return queries.whole(cast.org, settings, period, date(2026, 11, 27))


def test_a_unit_that_was_chosen_and_the_same_unit_as_all_of_them(cast: Cast) -> None:
    """A manager of one unit sees its numbers either way; only one of the two sheets names it."""
    scope = whole(cast)
    unit = scope.tree.units[0]
    mine = replace(scope, units=frozenset({unit.pk}))
    chosen = replace(mine, unit=unit)
    (first,) = queries.counted([mine], "figures", queries.count_sheet)
    (second,) = queries.counted([chosen], "figures", queries.count_sheet)
    assert (first.unit, second.unit) == ("", unit.code)


def test_a_key_is_short_however_many_units_there_are(cast: Cast) -> None:
    scope = whole(cast)
    many, more = (replace(scope, units=frozenset(range(100_000, 100_000 + number))) for number in (300, 301))
    assert len(many.key) < LONGEST_KEY and many.key != more.key


def test_other_settings_count_anew(cast: Cast) -> None:
    """Also where so much was counted that it is kept for a while whatever happens: a number may not be shown now."""
    scope = whole(cast)
    raised = Settings.objects.create(organisation=cast.org, effective_on=date(2026, 11, 1), inside_threshold=50)
    assert replace(scope, settings=raised).key != scope.key


def test_the_page_of_a_manager_who_chose_their_unit(cast: Cast, client_as: Any) -> None:
    client, unit = client_as("manager"), cast.units["team"]
    client.get("/harbour/figures/?period=2026-10")
    page = client.get(f"/harbour/figures/?period=2026-10&unit={unit.code}")
    assert page.context["sheet"].unit == unit.code
