"""The year begins in the month in which it began, once something stands by a quarter or a year."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alongside.accounts.bylines import byline
from alongside.core import periods
from alongside.core.actor import system
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation import services, years
from alongside.organisation.models import Organisation, Settings
from alongside.organisation.services.settings import SETTINGS_FIELDS
from alongside.people import services as people
from tests import make
from tests.cast import Cast

from .accounting import drafted
from .packing import issued, month

pytestmark = pytest.mark.django_db
QUARTER = periods.of_day(periods.QUARTER, make.days(0), 4).before


def count(cast: Cast, org: Organisation | None = None) -> None:
    org = org or cast.org
    people.count_make_up(organisation=org, period=QUARTER, took_part=lambda _first, _last: set(), by=system(org.pk))


STANDS: dict[str, Any] = {
    "a pack of a quarter": lambda cast: issued(cast, QUARTER),
    "a yearly account": lambda cast: drafted(cast),
    "a count": count,
}


def move(cast: Cast, month: int = 1, **more: Any) -> None:
    services.change_settings(by=cast.actor("coordinator"), year_starts_month=month, **more)


@pytest.mark.parametrize("what", STANDS)
def test_the_month_stays(cast: Cast, what: str) -> None:
    STANDS[what](cast)
    with pytest.raises(Refused) as refused:
        move(cast, acknowledge_days=3)
    assert refused.value.field == "year_starts_month" and "under other days" in str(refused.value)
    services.change_settings(by=cast.actor("coordinator"), acknowledge_days=3)  # all else can be changed
    settings = organisations.settings_of(cast.org.pk, make.days(0))
    assert (settings.year_starts_month, settings.acknowledge_days) == (4, 3)


def test_while_it_is_to_move_nothing_new_stands_so(cast: Cast) -> None:
    later = make.days(40)
    move(cast, from_day=later)
    for what in ("a pack of a quarter", "a yearly account"):
        with pytest.raises(Refused, match="From .* your year begins in another month"):
            STANDS[what](cast)
    counted = {"organisation": cast.org, "took_part": lambda _first, _last: set(), "by": system(cast.org.pk)}
    assert people.run_make_up(today=make.days(0), **counted) == 0
    issued(cast, month())
    move(cast, 4, from_day=later)  # taken back
    for what in STANDS:
        STANDS[what](cast)
    with pytest.raises(Refused):
        move(cast, from_day=later)


def test_a_move_from_before_can_be_taken_back_although_something_stands(cast: Cast) -> None:
    """It was written down when that was still allowed."""
    issued(cast, QUARTER)
    later, by = make.days(40), system(cast.org.pk)
    now = organisations.settings_of(cast.org.pk, make.days(0))
    values = {name: getattr(now, name) for name in SETTINGS_FIELDS} | {"year_starts_month": 1}
    Settings.objects.create(organisation=cast.org, effective_on=later, **values, **byline(by))
    for month_, day in ((9, later), (4, make.days(41))):
        with pytest.raises(Refused):
            move(cast, month_, from_day=day, acknowledge_days=9)
    move(cast, 4, from_day=later)
    assert years.moves_on(cast.org.pk, make.days(0)) is None


def test_a_change_of_something_else_on_a_later_day_hinders_nothing(cast: Cast) -> None:
    services.change_settings(by=cast.actor("coordinator"), acknowledge_days=3, from_day=make.days(40))
    assert years.moves_on(cast.org.pk, make.days(0)) is None
    issued(cast, QUARTER)


def test_a_pack_of_a_month_holds_nothing(cast: Cast) -> None:
    issued(cast, month())
    move(cast)
    assert organisations.settings_of(cast.org.pk, make.days(0)).year_starts_month == 1


def test_what_stands_elsewhere_holds_nothing(cast: Cast) -> None:
    count(cast, cast.other)
    move(cast)
    assert organisations.settings_of(cast.org.pk, make.days(0)).year_starts_month == 1


def test_the_page_says_why(cast: Cast, client_as: Any) -> None:
    count(cast)
    client, url = client_as("coordinator"), "/harbour/settings/clocks/"
    page = client.get(url).content.decode()
    given = dict(re.findall(r'name="(\w+)"[^>]* value="([^"]*)"', page))
    answer = client.post(url, {**given, "year_starts_month": "1"})
    assert answer.status_code == 422 and "can no longer be changed" in answer.content.decode()
