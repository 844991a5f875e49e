"""“Taken with people” has one meaning, whatever was written down."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.decisions.taking import TakenWith
from alongside.involvement import queries, services
from alongside.involvement.models import Attendance, Meeting, Opportunity, Place, PlaceRole
from alongside.organisation.models import Settings
from tests import make
from tests.make import days

WHO = ("cora", "dev", "noor", "eoin")
ROLES = st.lists(st.integers(1, 6), min_size=0, max_size=2)
STATES = st.sampled_from(["offered", "accepted", "accepted", "declined", "withdrawn"])


@dataclass(frozen=True)
class Row:
    """Somebody, in one of two opportunities of the decision, at one of their sessions."""

    who: str
    first: bool
    state: str
    roles: list[int]
    came: bool
    day: int
    cancelled: bool


ROWS = st.lists(
    st.builds(
        Row,
        who=st.sampled_from(WHO),
        first=st.booleans(),
        state=STATES,
        roles=ROLES,
        came=st.booleans(),
        day=st.integers(-3, 3),
        cancelled=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda row: (row.who, row.first),
)


def write_down(cast, opportunities, rows) -> None:
    for row in rows:
        at = opportunities[0 if row.first else 1]
        place = Place.objects.create(
            organisation=cast.org,
            opportunity=at,
            person=cast.people[row.who],
            chosen_because="Your turn.",
            state=row.state,
            offered_on=days(-10),
        )
        for stage, role in zip(("design", "deliver"), row.roles, strict=False):
            PlaceRole.objects.create(place=place, stage=stage, role=role)
        meeting = make.meeting(cast, at, days(row.day), cancelled_on=days(-9) if row.cancelled else None)
        Attendance.objects.create(meeting=meeting, place=place, came=row.came)


def counts(row: Row) -> bool:
    return (
        row.state in {"accepted", "withdrawn"}
        and row.came
        and not row.cancelled
        and row.day <= 0
        and any(role >= 3 for role in row.roles)
    )


@given(rows=ROWS)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_two_distinct_people_in_a_role_by_the_day(cast, rows) -> None:
    for model in (Attendance, Meeting, PlaceRole, Place, Opportunity):
        model.objects.all().delete()
    decision = make.decision(cast)
    request = make.request(cast, decision, state="accepted")
    write_down(cast, [make.opportunity(cast, request=request) for _ in range(2)], rows)
    expected = {row.who for row in rows if counts(row)}
    found = services.taken_with(decision, days(0))
    assert (found is None) == (len(expected) < 2)
    if found:
        assert found.people == len(expected)
        assert found.on == days(0)
        assert len(found.places) == sum(counts(row) for row in rows)


def two_who_came(cast, **decision):
    made = make.decision(cast, **decision)
    opportunity = make.opportunity(cast, made, state="filled")
    meeting = make.meeting(cast, opportunity, days(-5))
    places = [make.place(cast, who, opportunity) for who in ("cora", "dev")]
    for place in places:
        make.attended(meeting, place)
    return made, places


def test_the_organisation_may_ask_for_more_than_two(cast) -> None:
    decision, _places = two_who_came(cast)
    assert services.taken_with(decision, days(-1)) is not None
    Settings.objects.create(organisation=cast.org, effective_on=days(-2), least_people=3)
    assert services.taken_with(decision, days(-1)) is None
    assert services.taken_with(decision, days(-3)) is not None


def test_people_of_another_decision_do_not_count(cast) -> None:
    two_who_came(cast)
    assert services.taken_with(make.decision(cast), days(0)) is None


@pytest.mark.parametrize(
    ("day", "why"),
    [(-5, "came on"), (-6, "came, but only after this day")],
)
def test_why_in_words(cast, day, why) -> None:
    decision, _places = two_who_came(cast)
    standing = queries.people_before(decision, days(day))
    assert [line.why.startswith(why) for line in standing.lines] == [True, True]
    assert standing.enough is (day == -5)


def test_recorded_with_people_and_without(cast) -> None:
    decision, _places = two_who_came(cast)
    words = {"outcome": "Priya.", "reason": "Best.", "by": cast.actor("manager")}
    decided = services.record_outcome_with(decision=decision, decided_on=days(-4), seen=decision.version, **words)
    assert (decided.taken, decided.people_count) == ("with", 2)
    other = make.decision(cast, kind=cast.kinds["policy"])
    decided = services.record_outcome_with(decision=other, decided_on=days(-4), seen=other.version, **words)
    assert (decided.taken, decided.people_count) == ("without", 0)


def test_attendance_written_down_late_restates_the_decision(cast) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    opportunity = make.opportunity(cast, decision, state="filled")
    meeting = make.meeting(cast, opportunity, days(-5))
    places = [make.place(cast, who, opportunity) for who in ("cora", "dev")]
    services.record_outcome_with(
        decision=decision,
        outcome="Yes.",
        reason="So.",
        decided_on=days(-4),
        seen=decision.version,
        by=cast.actor("manager"),
    )
    rows = [services.Came(place, True, 60, 30) for place in places]
    services.record_attendance(meeting=meeting, rows=rows, by=cast.actor("coordinator"))
    decision.refresh_from_db()
    assert (decision.taken, decision.people_count) == ("with", 2)


def test_attendance_that_is_corrected_restates_it_downwards_too(cast) -> None:
    decision, places = two_who_came(cast)
    words = {"outcome": "Yes.", "reason": "So.", "by": cast.actor("manager")}
    services.record_outcome_with(decision=decision, decided_on=days(0), seen=decision.version, **words)
    meeting = places[0].attendances.get().meeting
    rows = [services.Came(places[0], True, 60, 30), services.Came(places[1], False, 0, 0)]
    services.record_attendance(meeting=meeting, rows=rows, by=cast.actor("coordinator"))
    decision.refresh_from_db()
    assert (decision.taken, decision.people_count, decision.reserved) == ("excepted", 0, True)
    assert decision.taken_without.get().allowed_by is None and decision.taken_without.get().who_allowed == "nobody"


def test_only_this_room_makes_the_pass(cast) -> None:
    decision, places = two_who_came(cast)
    found = services.taken_with(decision, days(0))
    codes = tuple(sorted(place.code for place in places))
    assert found == TakenWith(decision_id=decision.pk, on=days(0), people=2, places=codes)
