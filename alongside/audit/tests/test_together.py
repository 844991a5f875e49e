"""Events of a verb of several parts: written at its end, as they happened, or not at all."""

from __future__ import annotations

import pytest
from django.db import transaction

from alongside.audit import services
from alongside.audit.models import Content, Event
from alongside.audit.queries import broken_contents, broken_links
from alongside.organisation.events import OrganisationEvent
from tests import locks


def happens(cast, name: str) -> Event:
    about = cast.units["team"]
    return services.record(OrganisationEvent(name), by=cast.actor("administrator"), target=about, facts={"what": name})


def names() -> list[str]:
    return list(Event.objects.order_by("seq").values_list("name", flat=True))


FIRST, SECOND = list(OrganisationEvent)[:2]


def test_they_are_written_at_the_end_in_their_order(cast) -> None:
    with services.together():
        happens(cast, FIRST)
        erased = services.erase(by=cast.actor("administrator"), target_type="organisation.unit", targets=["x"], why="")
        assert erased == 0
        happens(cast, SECOND)
        assert names() == []
    assert names() == [FIRST, "erased", SECOND]
    assert list(broken_links(cast.org.pk)) == [] and list(broken_contents(cast.org.pk)) == []


def test_what_was_recorded_before_it_is_erased_goes(cast) -> None:
    with services.together():
        happens(cast, FIRST)
        target = cast.units["team"].code
        services.erase(by=cast.actor("administrator"), target_type="organisation.unit", targets=[target], why="gone")
    assert [row.facts.get("why") for row in Content.objects.all()] == ["gone"]
    assert list(broken_contents(cast.org.pk)) == []


def test_a_verb_within_a_verb_waits_for_the_outer_one(cast) -> None:
    with services.together():
        with services.together():
            happens(cast, FIRST)
        assert names() == []
    assert names() == [FIRST]
    assert happens(cast, SECOND).seq == 2  # and afterwards each is written at once


def test_where_it_goes_wrong_nothing_is_written(cast) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic(), services.together():
        happens(cast, FIRST)
        1 / 0  # noqa: B018
    assert names() == []
    happens(cast, SECOND)
    assert names() == [SECOND]


def test_nobody_waits_for_the_log_meanwhile(cast) -> None:
    watch = locks.Watch(locks.order())
    with locks.watched(watch), transaction.atomic():
        with services.together():
            happens(cast, FIRST)
            type(cast.org).objects.select_for_update(no_key=True).get(pk=cast.org.pk)
        assert list(watch.held) == ["organisation.Organisation", "audit.Head"]
    assert watch.wrong == []
