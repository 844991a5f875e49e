"""Units and kinds: the tree stays a tree whatever is moved, and reservations never overlap."""

from contextlib import suppress
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from alongside.audit import queries as audit
from alongside.core.actor import system
from alongside.core.errors import Refused
from alongside.organisation import queries, services
from alongside.organisation.models import Kind, Organisation, ReservedKind, Unit
from tests import cast as casting

TODAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def today(time_machine):
    time_machine.move_to("2026-11-23 10:00:00+00:00", tick=False)


def paths_are_true(organisation: Organisation) -> None:
    for unit in Unit.objects.filter(organisation=organisation).select_related("parent"):
        assert unit.path == f"{unit.parent.path if unit.parent else '/'}{unit.code}/"


def last_event(cast) -> tuple[str, dict]:
    event = audit.events_for(cast.actor("coordinator")).first()
    return event.name, event.content.facts


def test_adding_a_unit(cast) -> None:
    made = services.add_unit(
        name="Night shelter", level="team", parent=cast.units["services"], by=cast.actor("coordinator")
    )
    assert made.path == f"{cast.units['services'].path}{made.code}/"
    assert last_event(cast) == ("unit_added", {"level": "team", "under": cast.units["services"].code})
    with pytest.raises(Refused) as twice:
        services.add_unit(name="night SHELTER", level="team", parent=made, by=cast.actor("coordinator"))
    assert twice.value.field == "name"
    with pytest.raises(Refused):
        services.add_unit(name="Mine", level="team", parent=made, by=cast.actor("manager"))


def test_moving_takes_everything_below_along(cast) -> None:
    by = cast.actor("coordinator")
    inner = services.add_unit(name="Inner", level="team", parent=cast.units["team"], by=by)
    services.change_unit(
        unit=cast.units["team"], name="Crisis", level="service", parent=cast.units["other_team"], by=by
    )
    inner.refresh_from_db()
    moved = queries.unit_for(by, cast.units["team"].code)
    assert (moved.name, moved.level, moved.parent_id) == ("Crisis", "service", cast.units["other_team"].pk)
    assert inner.path.startswith(moved.path)
    paths_are_true(cast.org)
    name, facts = last_event(cast)
    assert (name, facts["changed"]) == ("unit_changed", ["name", "level", "parent"])


def test_moving_widens_what_a_role_reaches(cast) -> None:
    actor = cast.actor("manager")
    assert not actor.can("decide", cast.units["other_team"].pk)
    services.change_unit(
        unit=cast.units["other_team"],
        name="Peer support",
        level="team",
        parent=cast.units["team"],
        by=cast.actor("coordinator"),
    )
    assert cast.actor("manager").can("decide", cast.units["other_team"].pk)


def test_changing_nothing_leaves_no_trace(cast) -> None:
    team = cast.units["team"]
    services.change_unit(
        unit=team, name=team.name, level=team.level, parent=cast.units["services"], by=cast.actor("coordinator")
    )
    assert not audit.events_for(cast.actor("coordinator")).exists()


def test_a_name_is_taken_once(cast) -> None:
    with pytest.raises(Refused) as refused:
        services.change_unit(
            unit=cast.units["team"],
            name="Peer support",
            level="team",
            parent=cast.units["services"],
            by=cast.actor("coordinator"),
        )
    assert refused.value.field == "name"


def test_closing_and_reopening(cast) -> None:
    by = cast.actor("administrator")
    with pytest.raises(Refused, match="still open"):
        services.close_unit(unit=cast.units["services"], by=by)
    closed = services.close_unit(unit=cast.units["team"], by=by)
    assert closed.closed_on == TODAY
    assert closed not in queries.units_of(by)
    assert closed in queries.all_units_of(by)
    with pytest.raises(Refused, match="closed already"):
        services.close_unit(unit=closed, by=by)
    assert services.reopen_unit(unit=closed, by=by).closed_on is None
    services.reopen_unit(unit=closed, by=by)
    assert [e.name for e in audit.events_for(by)] == ["unit_reopened", "unit_closed"]


def test_the_database_holds_the_tree(cast) -> None:
    for wrong in (
        {"name": "Second top", "path": "/x/"},
        {"name": "Board", "path": "/x/", "parent": cast.units["board"]},
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            Unit.objects.create(organisation=cast.org, level="board", **wrong)
    with pytest.raises(IntegrityError), transaction.atomic():
        Unit.objects.filter(pk=cast.units["team"].pk).update(parent=cast.units["team"])


class WhateverIsMoved(TestCase):
    """Random moves, good and bad: the tree stays a tree, and every path is true."""

    @settings(max_examples=30, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7)), max_size=12))
    def test_it_stays_a_tree(self, moves) -> None:
        org = casting.organisation(f"tree-{Organisation.objects.count()}", "Tree")
        by = system(org.pk)
        units = [casting.unit(org, "Top", "board")]
        for number in range(1, 8):
            units.append(services.add_unit(name=f"U{number}", level="team", parent=units[number // 2], by=by))
        for which, where in moves:
            with suppress(Refused):
                services.change_unit(unit=units[which], name=f"V{which}", level="team", parent=units[where], by=by)
        paths_are_true(org)
        for unit in Unit.objects.filter(organisation=org):
            codes = unit.path.strip("/").split("/")
            assert len(codes) == len(set(codes))
            assert codes[0] == units[0].code


# Kinds.


def test_adding_a_kind(cast) -> None:
    by = cast.actor("coordinator")
    made = services.add_kind(name="Peer worker pay", by=by)
    assert made.slug == "peer-worker-pay"
    assert services.add_kind(name="Peer worker: pay", by=by).slug == "peer-worker-pay-2"
    assert services.add_kind(name="مال", by=by).slug == "kind"
    assert services.add_kind(name="2027", by=by).slug == "kind-2027"
    with pytest.raises(Refused) as twice:
        services.add_kind(name="PEER WORKER PAY", by=by)
    assert twice.value.field == "name"
    with pytest.raises(Refused):
        services.add_kind(name="Mine", by=cast.actor("staff"))


def test_changing_a_kind(cast) -> None:
    by = cast.actor("coordinator")
    changed = services.change_kind(kind=cast.kinds["policy"], name="Policies", in_use=False, by=by)
    assert (changed.slug, changed.name, changed.in_use) == ("policy", "Policies", False)
    assert changed not in queries.kinds_of(by)
    services.change_kind(kind=changed, name="Policies", in_use=False, by=by)
    assert [e.name for e in audit.events_for(by)] == ["kind_changed"]
    with pytest.raises(Refused):
        services.change_kind(kind=changed, name="Budget", in_use=True, by=by)
    with pytest.raises(Refused, match="Release"):
        services.change_kind(kind=cast.kinds["recruitment"], name="Recruitment", in_use=False, by=by)


def test_reserving_from_a_day(cast) -> None:
    by = cast.actor("coordinator")
    budget, soon = cast.kinds["budget"], TODAY + timedelta(days=7)
    services.reserve_kind(kind=budget, from_day=soon, why="It is our money.", by=by)
    assert budget.pk not in queries.reserved_kind_ids(cast.org.pk, TODAY)
    assert budget.pk in queries.reserved_kind_ids(cast.org.pk, soon)
    assert last_event(cast) == ("kind_reserved", {"from": soon.isoformat()})
    with pytest.raises(Refused):
        services.reserve_kind(kind=budget, by=by)
    with pytest.raises(Refused) as past:
        services.reserve_kind(kind=cast.kinds["policy"], from_day=TODAY - timedelta(days=1), by=by)
    assert past.value.field == "from_day"


def test_releasing_from_a_day(cast) -> None:
    by = cast.actor("coordinator")
    kind, soon = cast.kinds["recruitment"], TODAY + timedelta(days=7)
    services.release_kind(kind=kind, from_day=soon, by=by)
    assert kind.pk in queries.reserved_kind_ids(cast.org.pk, soon - timedelta(days=1))
    assert kind.pk not in queries.reserved_kind_ids(cast.org.pk, soon)
    with pytest.raises(Refused):
        services.release_kind(kind=kind, by=by)
    with pytest.raises(Refused) as overlap:
        services.reserve_kind(kind=kind, from_day=TODAY, by=by)
    assert overlap.value.field == "from_day"
    services.reserve_kind(kind=kind, from_day=soon, by=by)
    assert kind.pk in queries.reserved_kind_ids(cast.org.pk, soon)


def test_nothing_is_released_in_the_past(cast) -> None:
    with pytest.raises(Refused):
        services.release_kind(
            kind=cast.kinds["recruitment"], from_day=TODAY - timedelta(days=1), by=cast.actor("coordinator")
        )
    assert ReservedKind.objects.get(kind=cast.kinds["recruitment"]).until_day is None


def test_a_reservation_taken_back_before_it_began(cast) -> None:
    by = cast.actor("coordinator")
    soon = TODAY + timedelta(days=7)
    services.reserve_kind(kind=cast.kinds["budget"], from_day=soon, by=by)
    services.release_kind(kind=cast.kinds["budget"], by=by)
    assert cast.kinds["budget"].pk not in queries.reserved_kind_ids(cast.org.pk, soon)


def test_one_open_reservation_per_kind(cast) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ReservedKind.objects.create(kind=cast.kinds["recruitment"], from_day=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Kind.objects.create(organisation=cast.org, slug="recruitment", name="Again")
