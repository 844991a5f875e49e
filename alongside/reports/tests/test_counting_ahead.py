"""What is large and was looked at is counted before somebody asks again, exactly as that visit would count it."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.core.management import call_command
from django.test.utils import override_settings
from django.utils import timezone
from django.utils.translation import override

from alongside.audit.models import Head
from alongside.config.cli import main
from alongside.core import periods
from alongside.organisation.queries import settings_of
from alongside.reports import queries
from alongside.reports.queries import Scope, keeping
from alongside.reports.queries.looked_at import register_of
from alongside.reports.services.counting_ahead import COUNTS, count_ahead
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def clock(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A morning of a large organisation. The cache goes by the same clock."""
    cache.clear()
    Head.objects.update_or_create(chain=cast.org.pk, defaults={"seq": 1, "hash": "a" * 64})
    monkeypatch.setattr(keeping, "MANY", 0)
    with time_machine.travel(datetime(2026, 11, 27, 10, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def something_happens(cast: Cast) -> None:
    head = Head.objects.get(chain=cast.org.pk)
    Head.objects.filter(pk=head.pk).update(seq=head.seq + 1, hash=f"{head.seq:064}")


def scope_of(cast: Cast, slug: str = "2026-10", today: date = TODAY) -> Scope:
    settings = settings_of(cast.org.pk)
    period = periods.read(slug, settings.year_starts_month)
    assert period
    return queries.whole(cast.org, settings, period, today)


def later(clock: Any, **much: int) -> None:
    clock.shift(timedelta(**much))


def never(_scope: Scope, _at: str) -> Any:
    pytest.fail("counted while somebody waits")


@pytest.mark.parametrize("name", list(COUNTS))
def test_a_visit_after_it_counts_nothing(cast: Cast, name: str, clock: Any) -> None:
    scope = scope_of(cast)
    queries.counted([scope], name, COUNTS[name])
    later(clock, minutes=16)
    assert count_ahead() == 1
    (after,) = queries.counted([scope], name, never)
    assert after == COUNTS[name](scope, queries.moment(cast.org, timezone.now()))


def test_what_happened_since_is_in_it(cast: Cast) -> None:
    scope = scope_of(cast)
    (before,) = queries.counted([scope], "figures", queries.count_sheet)
    on = date(2026, 10, 6)
    make.decision(cast, opened_on=on, due_on=on, decided_on=on, state="decided", taken="without", people_count=0)
    something_happens(cast)
    assert count_ahead() == 1
    (after,) = queries.counted([scope], "figures", never)
    assert after.parts != before.parts


def test_where_nothing_happened_it_is_only_kept_longer(cast: Cast, clock: Any) -> None:
    scope = scope_of(cast)
    queries.counted([scope], "figures", queries.count_sheet)
    later(clock, minutes=10)
    assert count_ahead() == 0
    later(clock, minutes=10)
    queries.counted([scope], "figures", never)


def test_both_periods_of_a_page_and_each_language(cast: Cast, clock: Any) -> None:
    scope = scope_of(cast)
    with override("cy"):
        queries.counted([scope, queries.scope_before(scope)], "figures", queries.count_sheet)
    queries.counted([scope], "figures", queries.count_sheet)
    later(clock, minutes=16)
    assert count_ahead() == 3
    with override("cy"):
        queries.counted([scope, queries.scope_before(scope)], "figures", never)


def test_the_page_of_a_manager(cast: Cast, client_as: Any, clock: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    client, unit = client_as("manager"), cast.units["team"]
    address = f"/harbour/figures/?period=2026-10&unit={unit.code}"
    first = client.get(address)
    later(clock, minutes=16)
    assert count_ahead() == 2
    monkeypatch.setattr(queries, "count_sheet", never)
    again = client.get(address)
    assert again.context["sheet"].unit == unit.code and again.context["parts"] == first.context["parts"]


def test_the_next_morning_it_is_counted_for_that_day(cast: Cast, clock: Any) -> None:
    queries.counted([scope_of(cast)], "figures", queries.count_sheet)
    later(clock, days=1)
    assert count_ahead() == 1
    queries.counted([scope_of(cast, today=TODAY + timedelta(days=1))], "figures", never)


def test_nobody_looked_for_three_days(cast: Cast, clock: Any) -> None:
    queries.counted([scope_of(cast)], "figures", queries.count_sheet)
    later(clock, days=3)
    assert count_ahead() == 0


def test_what_is_small_is_not_noted(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MANY", 10**9)
    queries.counted([scope_of(cast)], "figures", queries.count_sheet)
    assert keeping.lately(cast.org, TODAY) == []


def test_of_an_organisation_with_very_many_events_little_is_kept_too(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To find a few among many takes as long."""
    monkeypatch.setattr(keeping, "MANY", 10**9)
    monkeypatch.setattr(keeping, "LARGE", 2)
    scope = scope_of(cast)
    queries.counted([scope], "figures", queries.count_sheet)
    assert keeping.lately(cast.org, TODAY) == []
    something_happens(cast)
    queries.counted([scope], "figures", queries.count_sheet)
    something_happens(cast)
    queries.counted([scope], "figures", never)
    assert len(keeping.lately(cast.org, TODAY)) == 1


def test_only_so_many_are_remembered_the_newest_first(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.reports.queries.looked_at.MOST", 2)
    for back, slug in ((2, "2026-08"), (1, "2026-09"), (0, "2026-10")):
        scope = scope_of(cast, slug, TODAY - timedelta(days=back))
        queries.counted([scope], "figures", queries.count_sheet)
    assert {one.period.slug for one in keeping.lately(cast.org, TODAY)} == {"2026-09", "2026-10"}


def test_a_visit_to_what_is_kept_writes_nothing(cast: Cast, django_assert_num_queries: Any) -> None:
    """Where the cache is in the database: the head with what is closed, and what is kept with what was looked at."""
    scope = scope_of(cast)
    kept = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "django_cache"}}
    with override_settings(CACHES=kept):
        call_command("createcachetable", verbosity=0)
        queries.counted([scope], "figures", queries.count_sheet)
        with django_assert_num_queries(2):
            queries.counted([scope], "figures", never)


def test_of_a_very_large_organisation_nobody_has_to_have_looked(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keeping, "MANY", 10**9)
    monkeypatch.setattr(keeping, "LARGE", 1)
    assert count_ahead() == 65
    for slug in ("2026-11", "2025-04", "2026-q3", "2025-q1", "2026", "2025"):
        scope = scope_of(cast, slug)
        queries.counted([scope, queries.scope_before(scope)], "figures", never)
        queries.counted([scope], "map", never)
    queries.counted([scope_of(cast, "2027")], "map", never)
    assert count_ahead() == 0
    something_happens(cast)
    assert count_ahead() == 65  # what was looked at since is among them


def test_the_command(cast: Cast, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alongside.config.commands.count_.prepare", lambda: None)
    queries.counted([scope_of(cast)], "figures", queries.count_sheet)
    something_happens(cast)
    assert main(["count"]) == 0
    assert capsys.readouterr().out == "Counted 1.\n"


def test_what_is_remembered_is_read_by_another_version(cast: Cast) -> None:
    """A visit fetches it: nothing of ours may be in it that has another shape, or place, after the next release."""
    scope = scope_of(cast)
    chosen = replace(scope, units=frozenset({scope.tree.units[0].pk}), unit=scope.tree.units[0])
    queries.counted([scope], "figures", queries.count_sheet)
    queries.counted([chosen], "figures", queries.count_sheet)
    kept = pickle.dumps(cache.get(register_of(cast.org)))
    assert b"alongside" not in kept
    assert [one.scope(cast.org, scope.settings, TODAY).key for one in keeping.lately(cast.org, TODAY)] == [
        scope.key,
        chosen.key,
    ]
