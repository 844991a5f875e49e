"""Totals of validated instruments: never of a few, and never so that a few can be worked out."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alongside.candour.models import InstrumentTotal
from alongside.candour.services import instruments as services
from alongside.core.errors import Refused
from tests import make

pytestmark = pytest.mark.django_db
NEW = "/harbour/candour/totals/new/"


def total(**values: Any) -> services.Total:
    plain = {"name": "The Weir Scale", "edition": "2, English", "side": "lived", "taken_on": make.days(-3), "n": 9}
    return services.Total(**{**plain, "score": Decimal("71.50"), "scale": "From 0 to 100, 100 is best", **values})


def written(cast, at=None, **values: Any) -> InstrumentTotal:
    unit = None if at else cast.units["team"]
    return services.write_total(total=total(**values), unit=unit, opportunity=at, by=cast.actor("manager"))


@pytest.mark.parametrize("n, kept", [(0, False), (1, False), (4, False), (5, True), (600, True)])
def test_of_fewer_than_are_shown_here_it_is_refused_with_the_reason(cast, n: int, kept: bool) -> None:
    if kept:
        assert written(cast, n=n).n == n
        return
    with pytest.raises(Refused, match="fewer than 5 people can show what one of them said"):
        written(cast, n=n)
    assert not InstrumentTotal.objects.exists()


def test_two_totals_of_nearly_the_same_people_are_refused(cast) -> None:
    at, other = make.opportunity(cast), make.opportunity(cast)
    written(cast, at, n=9)
    for again, n in ((at, 10), (at, 9), (None, 12)):
        with pytest.raises(Refused, match="work out what few people said"):
            written(cast, again, n=n)
    written(cast, None, n=14)  # the other five are enough
    written(cast, other, n=30)  # other people
    written(cast, at, n=10, side="staff")
    written(cast, at, n=10, name="Another scale")
    written(cast, at, n=10, taken_on=make.days(-200))


@pytest.mark.parametrize(
    "values, says",
    [
        ({"name": " "}, "name of the instrument"),
        ({"edition": ""}, "which version"),
        ({"scale": ""}, "From where to where|from where to where"),
        ({"taken_on": make.days(1)}, "that has been"),
    ],
)
def test_bad_totals_are_named(cast, values: dict[str, Any], says: str) -> None:
    with pytest.raises(Refused, match=says):
        written(cast, **values)


def test_only_those_who_work_there(cast) -> None:
    for who in ("cora", "board", "finance", "public"):
        with pytest.raises(Refused, match="Only those who work"):
            services.write_total(total=total(), unit=cast.units["team"], by=cast.actor(who))


def test_a_wrong_one_is_taken_back_with_why_and_stays(cast) -> None:
    at = make.opportunity(cast)
    row = written(cast, at)
    with pytest.raises(Refused, match="what was wrong"):
        services.take_back_total(total=row, why=" ", by=cast.actor("manager"))
    row = services.take_back_total(total=row, why="A sheet was counted twice.", by=cast.actor("manager"))
    with pytest.raises(Refused, match="already"):
        services.take_back_total(total=row, why="Again.", by=cast.actor("manager"))
    assert row.score == Decimal("71.50")
    written(cast, at, n=8)  # in its place


def filled(cast, **values: Any) -> dict[str, Any]:
    plain = {"name": "The Weir Scale", "edition": "2", "side": "lived", "taken_on": str(make.days(-3)), "n": "9"}
    return {**plain, "score": "71.5", "scale": "From 0 to 100", "unit": cast.units["team"].code, **values}


def test_it_stands_beside_the_two_accounts_of_an_activity(cast, client_as, django_assert_max_num_queries) -> None:
    at = make.opportunity(cast, make.decision(cast, unit=cast.units["team"]))
    page = f"/harbour/candour/activities/{at.code}/"
    assert "The questions are not kept here" in client_as("manager").get(page).content.decode()
    assert client_as("manager").post(f"{NEW}?activity={at.code}", filled(cast)).status_code == 303
    client = client_as("board")
    with django_assert_max_num_queries(15):
        text = client.get(page).content.decode()
    assert "The Weir Scale, 2" in text and "71.50" in text and "9 people" in text and "Write down a total" not in text
    row = InstrumentTotal.objects.get()
    assert client_as("manager").post(f"/harbour/candour/totals/{row.code}/wrong/", {"why": "Twice."}).status_code == 303
    text = client_as("cora").get(page).content.decode()
    assert "Twice." in text and "71.50" not in text  # beside the one in its place it would tell what a few said


def test_it_stands_beside_the_accounts_of_the_year(cast, client_as, django_assert_max_num_queries) -> None:
    assert client_as("manager").post(NEW, filled(cast)).status_code == 303
    client = client_as("board")
    with django_assert_max_num_queries(15):
        text = client.get(f"/harbour/candour/accounts/?year={make.days(-3).year}").content.decode()
    assert "71.50" in text and cast.units["team"].name in text


@pytest.mark.parametrize(
    "values, says", [({"n": "4"}, "fewer than 5"), ({"score": "lots"}, "two decimals"), ({"n": "few"}, "whole number")]
)
def test_bad_input_is_said_where_it_is(cast, client_as, values: dict[str, Any], says: str) -> None:
    response = client_as("manager").post(NEW, filled(cast, **values))
    assert response.status_code == 422 and says in response.content.decode()
