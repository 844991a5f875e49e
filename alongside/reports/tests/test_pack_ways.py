"""From one pack to another: no link leads to what its reader may not open; and what was asked is counted once."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import pytest

from alongside.core import periods
from alongside.reports import services
from alongside.reports.queries import pack_periods
from alongside.reports.queries import packs as queries
from tests import make
from tests.cast import Cast

from .closing import here_since_long
from .packing import WORDS, asked, base, issued, lived, month

pytestmark = pytest.mark.django_db


def links(client_as: Any, who: str, url: str) -> list[str]:
    page = client_as(who).get(url).content.decode()
    return re.findall(r'href="([^"#?]*)"', page[page.index("<main") : page.index("</main>")])


def test_the_packs_page_leads_to_every_period(cast: Cast, client_as: Any) -> None:
    here_since_long(cast)
    found = links(client_as, "board", "/harbour/packs/")
    this = periods.of_day(periods.YEAR, make.days(0), 4)
    for each in (this, this.before, month(0), month(14), periods.of_day(periods.QUARTER, make.days(-200), 4)):
        assert f"{each.slug}/" in found, each.slug
    assert f"{month(0).after.slug}/" not in found
    assert all(client_as("board").get(f"/harbour/packs/{slug}").status_code == 200 for slug in found[-3:])
    theirs = links(client_as, "cora", "/harbour/packs/")
    assert not [each for each in theirs if re.fullmatch(r"\d{4}[-q0-9]*/", each)]


def test_a_pack_of_some_years_ago_is_found_by_its_year(cast: Cast, client_as: Any) -> None:
    here_since_long(cast)
    for back in (1, 14, 26):
        issued(cast, month(back))
    alone = periods.of_day(periods.YEAR, month(26).first, 4)
    for who in ("board", "cora"):
        found = client_as(who).get("/harbour/packs/")
        assert f'<option value="{alone.slug}">{alone.name}</option>' in found.content.decode()
        of_that = client_as(who).get(f"/harbour/packs/?year={alone.slug}").context["table"]
        assert [row.period for row in of_that.pages.rows] == [month(26).slug]
        lost = client_as(who).get("/harbour/packs/?year=1999")
        assert len(lost.context["table"].pages.rows) == 3 and lost.context["table"].left_out


def test_of_one_year_nobody_need_choose(cast: Cast, client_as: Any) -> None:
    issued(cast, month(1))
    assert "All, the newest first" not in client_as("cora").get("/harbour/packs/").content.decode()


def test_the_years_begin_with_the_first_decision(cast: Cast) -> None:
    def years(today: date) -> list[str]:
        return [each.year.slug for each in pack_periods.years_there(cast.org, today, 4)]

    today = make.days(0)
    assert len(years(today)) == 1
    make.decision(cast, opened_on=make.days(-800), due_on=make.days(-800))
    first = periods.of_day(periods.YEAR, make.days(-800), 4)
    assert years(today)[-1] == first.slug
    (oldest,) = pack_periods.years_there(cast.org, today, 4)[-1:]
    assert oldest.months[-1].first <= make.days(-800) <= oldest.months[-1].last


def test_periods_beside_are_those_that_the_reader_may_open(cast: Cast, client_as: Any) -> None:
    for back in (2, 3):
        issued(cast, month(back))
    theirs = links(client_as, "cora", base(month(2)))
    assert f"../{month(3).slug}/" in theirs and f"../{month(1).slug}/" not in theirs
    assert f"../{month(1).slug}/" in links(client_as, "board", base(month(2)))
    assert f"../{month(0).after.slug}/" not in links(client_as, "board", base(month(0)))


def test_only_who_may_open_what_was_said_is_led_there(cast: Cast, client_as: Any) -> None:
    period = lived(cast)
    make.contribution(cast, words=WORDS, received_on=make.days(-220), said_on=make.days(-220))
    issued(cast, month())
    for who in ("board", "staff", "manager", "cora"):
        for part in ("bumps", "changed"):
            url = f"{base(month() if who != 'board' else period)}{part}/"
            for each in links(client_as, who, url):
                if "/voices/" in each:
                    assert client_as(who).get(each).status_code == 200, (who, each)


def test_what_was_asked_is_counted_once_wherever_it_is_read(cast: Cast) -> None:
    """A pack of a year has in it what was asked in its months; what waits stands apart from what came of it."""
    quarter = periods.of_day(periods.QUARTER, month(1).first, 4).before
    last, middle = (periods.of_day(periods.MONTH, day, 4) for day in (quarter.last, quarter.first))
    refused, waits = asked(cast, middle, what="Pay for reading."), asked(cast, last, what="Fill the seat.")
    put_off = asked(cast, last, what="Answer the oldest.")
    for period in (middle, last):
        issued(cast, period)
    for ask, state in ((refused, "refused"), (put_off, "put_off")):
        services.say_what_came(ask=ask, state=state, words="Not now.", by=cast.actor("board"))
    year = periods.of_day(periods.YEAR, quarter.first, 4)
    for period in (quarter, year):
        found = queries.asks_of(cast.org.pk, period, None)
        assert [each.ask.pk for each in found.waiting] == [waits.pk], period.slug
        assert {each.ask.pk for each in found.came} == {refused.pk, put_off.pk} and found.others == 3
    after = queries.asks_of(cast.org.pk, last.after, None)
    assert [each.ask.pk for each in after.waiting] == [waits.pk]
    assert [each.ask.pk for each in after.came] == [put_off.pk]


def test_nothing_new_is_not_nothing_asked(cast: Cast, client_as: Any) -> None:
    asked(cast, month(2))
    issued(cast, month(2))
    page = client_as("board").get(f"{base(month())}asks/").content.decode()
    assert "Nothing new is asked in this pack." in page and "waiting for the board" in page
    assert page.index("waiting for the board") < page.index("Fill the empty seat") < page.index("What came of what")
    first = client_as("board").get(base(month())).content.decode()
    assert "1 thing that was asked in another pack waits for the board." in first
