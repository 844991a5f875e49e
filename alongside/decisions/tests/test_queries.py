"""Who sees what, what is reserved, what is owed, and the figures of a year."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.core.actor import system
from alongside.core.errors import NotYours
from alongside.decisions import personal, queries, services
from alongside.decisions.models import Decision
from alongside.decisions.taking import WithoutPeople
from alongside.organisation.models import ReservedKind
from tests import make

from .factories import decided


@pytest.fixture
def some(cast):
    """One decision of each audience in each of two units, one raised by Dev, one elsewhere."""
    for unit in ("team", "other_team"):
        for audience in ("staff", "contributors", "public"):
            make.decision(cast, unit=cast.units[unit], audience=audience, title=f"{unit} {audience}")
    make.decision(cast, unit=cast.units["board"], audience="staff", raised_by=cast.people["dev"], title="dev's")
    elsewhere = {"organisation": cast.other, "kind": cast.kinds["elsewhere"], "unit": cast.units["elsewhere"]}
    make.decision(cast, title="elsewhere", audience="public", **elsewhere)


TEAM = {"team staff", "team contributors", "team public"}
OPEN = {"team contributors", "team public", "other_team contributors", "other_team public"}
ALL = TEAM | OPEN | {"other_team staff", "dev's"}
SEES = {
    "public": {"team public", "other_team public"},
    "stranger": {"elsewhere"},
    "cora": OPEN,
    "dev": OPEN | {"dev's"},
    "staff": TEAM | OPEN,
    "manager": TEAM | OPEN,
    **dict.fromkeys(("coordinator", "board", "finance", "safeguarding", "administrator"), ALL),
}


@pytest.mark.parametrize("who", SEES)
def test_who_sees_which(cast, some, who) -> None:
    actor = cast.actor(who)
    assert {d.title for d in queries.decisions_for(actor)} == SEES[who]
    for decision in Decision.objects.all():
        if decision.title in SEES[who]:
            assert queries.decision_for(actor, decision.code) == decision
        else:
            with pytest.raises(NotYours):
                queries.decision_for(actor, decision.code)


def test_what_is_counted_is_that_of_ones_units(cast, some) -> None:
    assert {d.title for d in queries.in_units_of(cast.actor("manager"))} == TEAM
    assert not queries.in_units_of(cast.actor("cora")).exists()
    assert not queries.in_units_of(cast.actor("public")).exists()


def test_what_somebody_raised(cast, some) -> None:
    assert [d.title for d in queries.raised_by(cast.actor("dev"))] == ["dev's"]
    assert not queries.raised_by(cast.actor("staff")).exists()


def test_reserved_by_kind_and_day(cast) -> None:
    recruitment, policy = make.decision(cast), make.decision(cast, kind=cast.kinds["policy"])
    assert queries.reserved_now(recruitment, make.days(0))
    assert not queries.reserved_now(recruitment, date(2024, 12, 31))
    assert not queries.reserved_now(policy, make.days(0))
    row = ReservedKind.objects.create(kind=cast.kinds["policy"], from_day=date(2025, 3, 1), until_day=date(2025, 4, 1))
    days = [date(2025, 2, 28), row.from_day, date(2025, 3, 31), row.until_day]
    assert [queries.is_reserved(row.kind_id, day) for day in days] == [False, True, True, False]


def test_coming_without_people(cast) -> None:
    ReservedKind.objects.create(kind=cast.kinds["policy"], from_day=make.days(10))
    ReservedKind.objects.create(kind=cast.kinds["budget"], from_day=date(2025, 1, 1), until_day=make.days(10))
    policy, budget = {"kind": cast.kinds["policy"]}, {"kind": cast.kinds["budget"]}
    make.decision(cast, title="late", due_on=make.days(-2))
    make.decision(cast, title="soon", due_on=make.days(20))
    make.decision(cast, title="later", due_on=make.days(31))
    make.decision(cast, title="no day", due_on=None)
    make.decision(cast, title="reserved by then", due_on=make.days(10), **policy)
    make.decision(cast, title="not reserved by then", due_on=make.days(9), **policy)
    make.decision(cast, title="late, not reserved yet", due_on=make.days(-1), **policy)
    make.decision(cast, title="still reserved by then", due_on=make.days(9), **budget)
    make.decision(cast, title="free by then", due_on=make.days(10), **budget)
    make.decision(cast, title="dropped", due_on=make.days(2), state="dropped")
    make.decision(cast, title="another unit", due_on=make.days(3), unit=cast.units["other_team"])
    mine = [d.title for d in queries.coming_without_people(cast.actor("manager"), 30)]
    assert mine == ["late", "still reserved by then", "reserved by then", "soon"]
    assert "another unit" in {d.title for d in queries.coming_without_people(cast.actor("coordinator"), 30)}
    assert not queries.coming_without_people(cast.actor("cora"), 30)


def test_outcomes_owed(cast) -> None:
    make.decision(cast, title="late", due_on=make.days(-2))
    make.decision(cast, title="today", due_on=make.days(0))
    make.decision(cast, title="no day", due_on=None)
    decided(cast, make.decision(cast, kind=cast.kinds["policy"], due_on=make.days(-2)))
    assert [d.title for d in queries.outcomes_owed(cast.actor("manager"))] == ["late"]
    assert not queries.outcomes_owed(cast.actor("staff"))


def test_raised_without_a_day(cast) -> None:
    raised = {"raised_by": cast.people["cora"], "unit": cast.units["team"]}
    make.decision(cast, title="waits", due_on=None, **raised)
    make.decision(cast, title="has a day", **raised)
    make.decision(cast, title="not raised", due_on=None)
    assert [d.title for d in queries.raised_without_day(cast.actor("staff"))] == ["waits"]
    assert not queries.raised_without_day(cast.actor("cora"))


def a_year(cast) -> None:
    in_year = {"decided_on": date(2025, 6, 1), "opened_on": date(2025, 4, 1), "due_on": None, "state": "decided"}
    make.decision(cast, **in_year, taken="with", people_count=2, reserved=True)
    make.decision(cast, **in_year, taken="excepted", reserved=True)
    make.decision(cast, **in_year, taken="without", kind=cast.kinds["policy"])
    make.decision(cast, **{**in_year, "decided_on": date(2026, 4, 1)}, taken="with", people_count=2)
    make.decision(cast, opened_on=date(2025, 4, 1), due_on=date(2026, 3, 31))
    make.decision(cast, opened_on=date(2025, 4, 1), due_on=date(2025, 5, 1), state="dropped")
    make.decision(cast, opened_on=date(2025, 4, 1), due_on=None)
    make.decision(cast, **in_year, taken="with", people_count=2, unit=cast.units["other_team"])


def test_a_year_by_kind(cast) -> None:
    a_year(cast)
    rows = queries.year_by_kind(cast.actor("manager"), date(2025, 4, 1), date(2026, 3, 31))
    found = {(r.kind.slug, r.reserved): (r.all, r.with_people, r.without, r.excepted, r.not_yet) for r in rows}
    assert found == {("policy", False): (1, 0, 1, 0, 0), ("recruitment", True): (3, 1, 0, 1, 1)}
    whole = queries.year_by_kind(cast.actor("board"), date(2025, 4, 1), date(2026, 3, 31))
    assert sum(row.all for row in whole) == 5
    assert all(row.all == row.with_people + row.without + row.excepted + row.not_yet for row in whole)
    listed = queries.decisions_of_year(cast.actor("manager"), date(2025, 4, 1), date(2026, 3, 31))
    assert [d.day for d in listed] == [*[date(2025, 6, 1)] * 3, date(2026, 3, 31)]


def test_a_kind_is_reserved_in_a_year_as_it_was_when_it_ended(cast) -> None:
    a_year(cast)
    ReservedKind.objects.filter(kind=cast.kinds["recruitment"]).update(from_day=date(2026, 4, 1))
    rows = queries.year_by_kind(cast.actor("board"), date(2025, 4, 1), date(2026, 3, 31))
    assert not any(row.reserved for row in rows)


def test_a_year_of_nothing_still_shows_what_is_reserved(cast) -> None:
    rows = queries.year_by_kind(cast.actor("board"), date(2030, 4, 1), date(2031, 3, 31))
    assert [(row.kind.slug, row.all) for row in rows] == [("recruitment", 0)]


def test_figures(cast) -> None:
    a_year(cast)
    assert queries.figures(cast.org) == {
        "all": 7,
        "decided": 5,
        "not_yet": 2,
        "reserved": 4,
        "with_people": 3,
        "exceptions": 1,
    }


def test_figures_of_nothing(cast) -> None:
    assert set(queries.figures(cast.org).values()) == {0}


def test_years(cast) -> None:
    assert queries.years_of(cast.actor("board"), 4) == []
    make.decision(cast, opened_on=date(2023, 1, 1), due_on=date(2024, 3, 31))
    make.decision(cast, opened_on=date(2023, 1, 1), due_on=date(2026, 4, 1))
    make.decision(cast, due_on=None)
    assert queries.years_of(cast.actor("board"), 4) == [2026, 2025, 2024, 2023]


def test_exceptions(cast) -> None:
    mine = decided(cast, make.decision(cast), taken=WithoutPeople("Empty shift."))
    decided(cast, make.decision(cast, unit=cast.units["other_team"]), taken=WithoutPeople("Also empty."))
    assert [row.decision for row in queries.exceptions_for(cast.actor("manager"))] == [mine]
    assert queries.exceptions_for(cast.actor("board")).count() == 2
    assert not queries.exceptions_for(cast.actor("cora")).exists()
    assert not queries.exceptions_for(cast.actor("stranger")).exists()


def test_the_system_sees_its_organisation(cast, some) -> None:
    assert {d.title for d in queries.decisions_for(system(cast.org.pk))} == ALL


def test_where_it_stands_in_the_calendar(cast) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    assert Decision.objects.get().day == make.days(30)
    decided(cast, decision)
    assert Decision.objects.get().day == make.days(-1)
    assert queries.url_of("harbour", decision, "change") == f"/harbour/decisions/{decision.code}/change/"


def test_forgetting_somebody_takes_their_words_and_leaves_what_was_decided(cast) -> None:
    raised = services.raise_decision(
        title="My street", open_part="Where I live.", kind=cast.kinds["policy"], by=cast.actor("cora")
    )
    other = make.decision(cast, raised_by=cast.people["dev"], kind=cast.kinds["policy"])
    assert personal.export(cast.people["cora"].pk)["raised"][0]["what_can_change"] == "Where I live."
    decided(cast, raised, outcome="We do it.", decided_on=make.days(0))
    assert personal.erase(cast.people["cora"].pk, cast.actor("coordinator")) == 1
    raised.refresh_from_db()
    assert (raised.raised_by, raised.open_part, raised.outcome) == (None, "", "We do it.")
    assert "street" not in raised.title
    other.refresh_from_db()
    assert other.raised_by == cast.people["dev"]
    assert personal.export(cast.people["cora"].pk) == {"raised": [], "seats": [], "stood_in": [], "voted_in": []}
    assert personal.erase(cast.people["cora"].pk, cast.actor("coordinator")) == 0
