"""Open data under attack: from what is published, by whoever takes all of it, nothing that is hidden is recovered; and
the attack can fail, for without secondary suppression it finds something."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.template.loader import render_to_string

from alongside.core.dates import add_months
from alongside.organisation import services as organisations
from alongside.organisation.queries import settings_of
from alongside.organisation.queries.tree import tree_on
from alongside.reports import account_words, open_data, open_files, queries
from alongside.reports.map_values import Line
from alongside.reports.open_measures import MEASURES
from alongside.reports.open_values import Counted, OpenCounts
from alongside.reports.queries.open_counts import count_open
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import said
from bench.attack import about, published
from bench.attacking import across, attack, read
from tests import make
from tests.cast import Cast

from .accounting import here, last_year
from .accounting import published as publish
from .test_map import decided


def counts(*found: Counted, people: int = 0) -> OpenCounts:
    return OpenCounts(
        period="2025",
        period_name="2025–26",
        first="2025-04-01",
        last="2026-03-31",
        starts_month=4,
        counted_on="2026-04-20",
        step=10,
        people=people,
        levels=(Line("board", "Board"), Line("team", "Team")),
        kinds=(Line("policy", "Policy"),),
        counts=found,
    )


# Of each level and outcome, all in one quarter: row and column together would tell the five.
CORNER = (
    Counted("needs", "board", "", "met", "2025-04", 5),
    Counted("needs", "board", "", "not_met", "2025-05", 12),
    Counted("needs", "team", "", "met", "2025-04", 17),
    Counted("needs", "team", "", "not_met", "2025-06", 50),
)


def attacked(found: OpenCounts, secondary: bool = True) -> Any:
    shown = open_data.opened(found, (), secondary)
    return attack(read(json.dumps(open_files.document(about(found, 1), shown.rows))))


def test_the_attack_finds_something_without_secondary_suppression() -> None:
    found = attacked(counts(*CORNER), secondary=False)
    assert ("needs", "board", "all", "met", "2025") in found.recovered and found.narrowest < 10


def test_and_nothing_with_it() -> None:
    found = attacked(counts(*CORNER))
    assert found.recovered == [] and found.hidden and found.narrowest >= 10


@pytest.mark.parametrize("shape", ["a middling one", "just under a step"])
def test_invented_years_in_several_versions(shape: str) -> None:
    versions = list(published(shape, seed=1))
    for one in versions:
        assert attack(one.data).recovered == [] and attack(one.data, one.small).recovered == []
    assert across(versions).recovered == []
    naive = next(published(shape, seed=1, secondary=False))
    assert attack(naive.data, naive.small).recovered != []


def test_there_are_the_same_lines_whatever_was_counted() -> None:
    """That a line is there says nothing, but of decisions, which are exact."""
    some, none = open_data.opened(counts(*CORNER, people=40)), open_data.opened(counts())
    assert [row.cells[:5] for row in some.rows] == [row.cells[:5] for row in none.rows]
    assert {row.status for row in none.rows} == {"suppressed"}


def test_a_small_change_between_versions_is_not_shown() -> None:
    first = open_data.opened(counts(*CORNER))
    late = (replace(CORNER[3], number=50 + 9), *CORNER[:3])
    again = open_data.by_name(open_data.opened(counts(*late), [first]).rows)
    for row in first.rows:
        other = again[row.cells[:5]]
        assert other.status == "suppressed" or other == row, row


EDGE = (
    Counted("said", "board", "", "", "2025-04", 10),
    Counted("said", "team", "", "", "2025-04", 1),
)


def test_a_measure_that_cannot_be_shown_beside_an_earlier_version_stays_as_it_was() -> None:
    """Eleven in all, ten of them of the board, were shown. Ten and nine now: whoever knows that there are still ten or
    more in all, and that both parts are small, would know that the other is not nought."""
    first = open_data.opened(counts(*EDGE, people=40))
    late = replace(counts(replace(EDGE[0], number=9), EDGE[1], people=80), counted_on="2026-09-01")
    again = open_data.opened(late, [first])
    said, others = ([row for row in again.rows if (row.measure == "said") == same] for same in (True, False))
    assert said == [row for row in first.rows if row.measure == "said"]
    assert {row.at_least for row in others if row.measure == "people"} == {80}
    assert again.counts.kept_from == {"said": "2026-04-20"} and again.counts.people == 80
    assert [one for one in again.counts.counts if one.measure == "said"] == list(EDGE)
    # The day goes with it, also when the same is so once more; and a count that is safe again is taken.
    third = open_data.opened(replace(late, counted_on="2026-10-01"), [again, first])
    assert third.counts.kept_from == {"said": "2026-04-20"}
    much = counts(replace(EDGE[0], number=60), replace(EDGE[1], number=50), people=80)
    assert open_data.opened(much, [again, first]).counts.kept_from == {}
    document = open_files.document(about(again.counts, 2), again.rows)
    days = {one["measure"]: one["counted_on"] for one in document["measures"]}
    assert days["said"] == "2026-04-20" and days["people"] == "2026-09-01"


def test_of_other_days_or_in_other_steps_nothing_is_kept() -> None:
    first = open_data.opened(counts(*EDGE))
    late = counts(replace(EDGE[0], number=9, month="2025-06"), replace(EDGE[1], month="2025-06"))
    for other in (replace(late, step=11), replace(late, first="2025-05-01", last="2026-04-30", starts_month=5)):
        assert open_data.opened(other, [first]).counts.kept_from == {}


def test_what_the_page_of_what_was_heard_says_is_known_to_whoever_reads_the_data() -> None:
    """It says of the same months how many answers there were of each kind; so what is hidden must be safe beside it."""
    found = counts(
        Counted("answers", "board", "", "adopted", "2025-04", 12),
        Counted("answers", "board", "", "adapted", "2025-04", 17),
        Counted("answers", "team", "", "adopted", "2025-04", 3),
        Counted("answers", "team", "", "adapted", "2025-04", 14),
    )
    shown = open_data.opened(found)
    data = read(json.dumps(open_files.document(about(found, 1), shown.rows)))
    heard = {
        ("answers", "all", "all", what, "2025"): (n, n + 9)
        for what, n in (("all", 40), ("adopted", 10), ("adapted", 30))
    }
    assert attack(data, known=heard).recovered == []


def test_decisions_add_up_and_are_exact() -> None:
    rows = open_data.by_name(
        open_data.opened(
            counts(
                Counted("decisions", "team", "policy", "with", "2025-04", 2),
                Counted("decisions", "board", "policy", "without", "2025-07", 1),
            )
        ).rows
    )
    for key, number in (
        (("all", "all", "all", "2025"), 3),
        (("all", "policy", "with", "2025-q1"), 2),
        (("board", "all", "all", "2025-07"), 1),
    ):
        row = rows["decisions", *key]
        assert (row.status, row.at_least, row.at_most) == ("exact", number, number)
    assert ("decisions", "board", "all", "all", "2025-q1") not in rows


def test_as_it_is_written_down() -> None:
    found = counts(*CORNER, people=12)
    assert OpenCounts.of_plain(json.loads(json.dumps(found.as_plain()))) == found


@pytest.mark.django_db
def test_what_is_counted(cast: Cast) -> None:
    year, team = last_year(), cast.units["team"]
    day = year.first + timedelta(days=35)
    decided(cast, day, "with")
    # What is decided about the support of one person is in no number.
    alone = type(team).objects.create(
        organisation=cast.org, name="Support of one", level="one_to_one", parent=team, path=f"{team.path}x/"
    )
    make.decision(cast, unit=alone, opened_on=day, due_on=day, decided_on=day, state="decided", taken="without")
    for restricted in (False, True):
        row = said(cast)
        Contribution.everything.filter(pk=row.pk).update(received_on=day, said_on=day, restricted=restricted)
    at = make.opportunity(cast)
    place = make.place(cast, "cora", at, offered_on=day)
    for days in (0, 7):
        make.attended(make.meeting(cast, at, day + timedelta(days=days)), place)
    settings = settings_of(cast.org.pk)
    found = count_open(queries.whole(cast.org, settings, year, make.days(0)))
    months = {(one.measure, one.level, one.kind, one.what): one.number for one in found.counts}
    assert months == {
        ("decisions", "team", "recruitment", "with"): 1,
        ("said", "team", "", ""): 1,
        ("places", "team", "", "accepted"): 1,
    }
    assert (found.people, found.step, {one.month for one in found.counts}) == (1, 10, {f"{day:%Y-%m}"})
    assert {line.slug for line in found.levels} == {"board", "service", "team", "one_to_one"}


@pytest.mark.django_db
def test_a_unit_moved_in_the_year_counts_where_it_stood_at_the_end(cast: Cast, monkeypatch: Any) -> None:
    by, top, year = cast.actor("administrator"), cast.units["board"], last_year()
    at = {"now": datetime.combine(year.first, time(12), UTC)}
    scope = queries.whole(cast.org, settings_of(cast.org.pk), year, make.days(0))
    monkeypatch.setattr("alongside.audit.services.timezone.now", lambda: at["now"])
    moving = organisations.add_unit(name="Night line", level="team", parent=top, by=by)
    decided(cast, year.first, "without", unit=moving)
    for months, level in ((6, "service"), (14, "leadership")):
        at["now"] = datetime.combine(add_months(year.first, months), time(12), UTC)
        organisations.change_unit(unit=moving, name="Night line", level=level, parent=top, by=by)
    found = count_open(replace(scope, tree=tree_on(cast.org, year.first, year.last)))
    assert [(one.level, one.month, one.number) for one in found.counts] == [("service", f"{year.first:%Y-%m}", 1)]


@pytest.mark.django_db
def test_the_attack_on_the_pages(cast: Cast, client_as: Any) -> None:
    """Every file that the product gives away: all formats, quarters and months, both versions."""
    for number in range(14):
        row = said(cast)
        Contribution.objects.filter(pk=row.pk).update(
            received_on=last_year().first + timedelta(days=25 * number), said_on=date(2025, 1, 1)
        )
    publish(cast)
    publish(cast, changed="A word.", title="Anew")
    client = client_as("public")
    data = client.get(f"{here()}data.json").json()
    assert [row for row in data["rows"] if row["measure"] == "said" and row["status"] == "rounded"]
    parts = [f"{here()}{period['period']}/data" for period in data["periods"]] + [f"{here()}versions/1/data"]
    files = {form: [client.get(f"{part}.{form}").content.decode() for part in parts] for form in ("csv", "json")}
    taken = read(json.dumps(data), files["csv"], files["json"])
    found = attack(taken)
    assert len(taken.rows) == len(data["rows"]) and found.hidden and found.recovered == []
    assert set(MEASURES) - {"decisions"} == {name[0] for name in taken.rows}


def test_the_page_says_from_which_day_a_measure_is_that_stays_as_it_was() -> None:
    first = open_data.opened(counts(*EDGE, people=40))
    figures = account_words.figures_of(first.rows, "2025", {"said": "2026-04-20"})
    assert {one.title: one.kept_from for one in figures if one.kept_from} == {"Said to us": date(2026, 4, 20)}
    page = render_to_string("reports/account_figure.html", {"figure": next(one for one in figures if one.kept_from)})
    assert "As it was counted on 20 April 2026." in page
