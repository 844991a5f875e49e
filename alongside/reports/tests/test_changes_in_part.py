"""A change of which only a part held is counted as that, and not as denied: everywhere as its own page says it."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.core import periods
from alongside.home.queries import board_late
from alongside.organisation.queries import settings_of
from alongside.reports import queries
from alongside.reports.queries import Scope
from alongside.reports.queries.account_words import changes_in
from alongside.reports.queries.figures import listening
from alongside.reports.queries.open_counts import count_open
from alongside.reports.queries.packing import gather_pack
from alongside.voice import queries as voice
from alongside.voice import services as voices
from alongside.voice.models import Change
from alongside.voice.models.changes import CHANGE_STATES
from alongside.voice.queries.heard import _changes
from alongside.voice.shapes import Recheck
from alongside.voice.tests.factories import answered, fresh, said
from tests import make
from tests.cast import Cast

from .closing import chosen, frozen, last_month
from .test_figure_links import behind, read, rows_of

pytestmark = pytest.mark.django_db
HELD = str(CHANGE_STATES["lapsed"])


def in_part(cast: Cast, since: Any = None, result: str = "partly") -> Change:
    """Somebody out of whose words it came says that only a part of it is still so."""
    row = said(cast)
    answered(row, cast)
    change = make.changed(cast, row, since=since or make.days(0))
    voices.plan_checks(change=change, recheck=Recheck(first=make.days(1)), by=cast.actor("manager"))
    voices.say_held(change=change, contribution=row, result=result, by=cast.actor("cora"))
    return fresh(change)


def denied(cast: Cast, since: Any = None) -> Change:
    row = said(cast)
    answered(row, cast)
    change = make.changed(cast, row, since=since or make.days(0))
    voices.give_verdict(contribution=row, change=change, kind="challenged", words="", by=cast.actor("cora"))
    return fresh(change)


def scope(cast: Cast, kind: str = periods.MONTH, today: Any = None) -> Scope:
    settings = settings_of(cast.org.pk)
    period = periods.of_day(kind, make.days(0), settings.year_starts_month)
    return queries.whole(cast.org, settings, period, today or make.days(0))


def by_state(cast: Cast) -> dict[str, float | None]:
    figure = queries.count_sheet(scope(cast), "noon").figure("changes")
    return {row.key: row.number for row in figure.rows}


@pytest.mark.parametrize("result", ["partly", "gone"])
def test_counted_as_its_page_says_it(cast: Cast, client_as: Any, result: str) -> None:
    part, untrue = in_part(cast, result=result), denied(cast)
    assert (part.state, part.stands, untrue.stands) == ("challenged", "lapsed", "challenged")
    assert by_state(cast) == {"claimed": 0, "confirmed": 0, "challenged": 1, "lapsed": 1}
    client = client_as("board")
    page = read(client, "/harbour/figures/")
    for words, row in ((HELD, part), (str(CHANGE_STATES["challenged"]), untrue)):
        number, listed = behind(client, page, words)
        assert number == "1 of 2 (50%)" and rows_of(listed, part.code, untrue.code) == {row.code}
    assert HELD in read(client, f"/harbour/changes/{part.code}/")


def test_whoever_denies_it_too_has_the_last_word(cast: Cast) -> None:
    part = in_part(cast)
    source = part.sources.get().contribution
    voices.give_verdict(contribution=fresh(source), change=part, kind="challenged", words="", by=cast.actor("cora"))
    assert by_state(cast)["challenged"] == 1 and fresh(part).stands == "challenged"


def test_every_way_of_asking_says_what_one_says_of_itself(cast: Cast) -> None:
    in_part(cast)
    denied(cast)
    row = said(cast)
    for state in ("claimed", "confirmed", "lapsed"):
        make.changed(cast, row, state=state)
    every = Change.objects.all()
    of_each = {row.pk: row.stands for row in every}
    assert {row.pk: row.standing for row in voice.with_standing(every)} == of_each
    assert {row.pk: row.stands for row in voice.with_denied(every)} == of_each
    for stands in CHANGE_STATES:
        assert {row.pk for row in voice.standing_so(every, stands)} == {
            pk for pk, so in of_each.items() if so == stands
        }


def test_open_data_and_what_everybody_reads(cast: Cast) -> None:
    in_part(cast)
    denied(cast)
    year = scope(cast, periods.YEAR)
    found = {each.what: each.number for each in count_open(year).counts if each.measure == "changes"}
    assert found == {"lapsed": 1, "challenged": 1}
    there = _changes(cast.org.pk, year.period.first, year.period.last)
    assert there == {"confirmed": 0, "claimed": 0, "challenged": 1, "lapsed": 1}
    assert changes_in(cast.org.pk, year.period) == []  # nobody may read yet what they came of


def test_the_pack_and_the_page_of_the_board_tell_them_apart(cast: Cast) -> None:
    part, untrue = in_part(cast), denied(cast)
    pack = gather_pack(scope(cast), "noon")
    assert {row.code: row.state for row in pack.changes} == {part.code: "lapsed", untrue.code: "challenged"}
    notes = {line.url: line.note for line in board_late._disputes(cast.actor("board"), [], "harbour").lines}
    assert notes == {
        f"/harbour/changes/{part.code}/": HELD,
        f"/harbour/changes/{untrue.code}/": "Somebody who said it denies this change",
    }


def test_what_was_closed_shows_what_it_showed(cast: Cast, client_as: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """A sheet of the days in which both were counted as one."""
    period = last_month()
    in_part(cast, since=period.first)
    monkeypatch.setattr(listening, "standing_so", lambda rows, state: rows.filter(state=state))
    chosen(cast)
    close = frozen(cast, period)
    monkeypatch.undo()
    page = read(client_as("board"), f"/harbour/periods/{period.slug}/{close.version}/")
    row = page.split(f">{CHANGE_STATES['challenged']}</th>")[1].split("</tr>")[0]
    assert "1 of 1 (100%)" in row
