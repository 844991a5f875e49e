"""Drafts and reminders of the daily tasks: twice, at once on two machines, after weeks of silence."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
import time_machine

from alongside.core.actor import system
from alongside.home.services import run_tasks
from alongside.post.models import Message
from alongside.reports import services
from alongside.reports.models import PeriodClose
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from . import closing
from .closing import chosen, frozen, last_month


def drafted() -> list[str]:
    return list(PeriodClose.objects.order_by("first").values_list("period", flat=True))


def draft(cast: Cast) -> int:
    return services.draft_closes(organisation=cast.org, by=system(cast.org.pk))


@pytest.mark.django_db
def test_a_draft_when_a_month_is_over_and_only_one(cast: Cast) -> None:
    closing.here_since_long(cast)
    with time_machine.travel(datetime(2026, 10, 31, 23, tzinfo=UTC)):
        assert (draft(cast), drafted()) == (1, ["2026-09"])
    with time_machine.travel(datetime(2026, 11, 1, 0, 30, tzinfo=UTC)):
        assert (draft(cast), draft(cast), drafted()) == (1, 0, ["2026-09", "2026-10"])


@pytest.mark.django_db
def test_after_a_long_silence_no_month_is_missing(cast: Cast) -> None:
    closing.here_since_long(cast)
    with time_machine.travel(datetime(2026, 7, 2, 12, tzinfo=UTC)):
        draft(cast)
    with time_machine.travel(datetime(2026, 11, 27, 12, tzinfo=UTC)):
        assert draft(cast) == 4
    assert drafted() == ["2026-06", "2026-07", "2026-08", "2026-09", "2026-10"]


@pytest.mark.django_db
def test_a_month_that_was_begun_by_hand_before_its_end_hides_none(cast: Cast) -> None:
    closing.here_since_long(cast)
    with time_machine.travel(datetime(2026, 10, 2, 12, tzinfo=UTC)):
        draft(cast)
    with time_machine.travel(datetime(2026, 11, 1, 0, 10, tzinfo=UTC)):
        closing.begun(cast, last_month().after)
        assert draft(cast) == 1 and drafted() == ["2026-09", "2026-10", "2026-11"]
    with time_machine.travel(datetime(2026, 12, 1, 12, tzinfo=UTC)):
        assert draft(cast) == 0


@pytest.mark.django_db
def test_none_for_days_before_the_organisation_came(cast: Cast) -> None:
    assert draft(cast) == 0


def written() -> list[tuple[str, bool]]:
    rows = Message.objects.filter(kind="period_close").order_by("id")
    return [(row.subject.replace(last_month().name, "It"), row.to_person is None) for row in rows]


@pytest.mark.django_db
def test_reminded_once_a_week_until_it_is_closed(cast: Cast) -> None:
    close = closing.begun(cast)
    assert (run_tasks()["reminded of closes"], run_tasks()["reminded of closes"]) == (2, 0)
    assert [each for each, _staff in written()] == [
        "It is over and not closed",
        "Nobody was chosen to sign It for contributors",
    ]
    chosen(cast)
    services.check(close=close, by=cast.actor("coordinator"))
    services.sign(close=close, by=cast.actor("coordinator"))
    Message.objects.all().delete()
    assert (run_tasks()["reminded of closes"], run_tasks()["reminded of closes"]) == (1, 0)
    assert written() == [("It waits for you", False)]
    services.sign(close=close, by=cast.actor("cora"))
    Message.objects.all().delete()
    assert run_tasks()["reminded of closes"] == 0


def two(cast: Cast) -> list[object]:
    return at_once(lambda: draft(cast), lambda: draft(cast))


@pytest.mark.django_db(transaction=True)
def test_two_machines_at_once_make_one_draft(cast: Cast) -> None:
    only_where_there_are_several_connections()
    closing.here_since_long(cast)
    assert sorted(two(cast)) == [0, 1] and len(drafted()) == 1  # type: ignore[type-var]


@pytest.mark.django_db(transaction=True)
def test_both_sign_in_the_same_moment_and_it_is_closed_once(cast: Cast) -> None:
    only_where_there_are_several_connections()
    chosen(cast)
    close = closing.checked(cast)
    found = at_once(
        lambda: services.sign(close=close, by=cast.actor("cora")),
        lambda: services.sign(close=close, by=cast.actor("coordinator")),
        lambda: services.sign(close=close, by=cast.actor("coordinator")),
    )
    assert sum(isinstance(each, PeriodClose) for each in found) == 2
    close.refresh_from_db()
    assert close.state == "frozen" and close.statuses.filter(state="frozen").count() == 1


@pytest.mark.django_db
def test_what_is_closed_is_left_alone(cast: Cast) -> None:
    close = frozen(cast)
    draft(cast)
    assert PeriodClose.objects.get() == close
