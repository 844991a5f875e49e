"""An address that asks for a year, a month or so many weeks that there are not is an unknown address, on every page
that takes one: present days in its place would be taken for those that were asked for."""

from __future__ import annotations

import pytest

from alongside.journey.tests.touch_factories import moment

pytestmark = pytest.mark.django_db
YEARS = ("board/", "candour/", "candour/accounts/", "journey/", "what-it-is-like/{unit}/")
PERIODS = ("figures/", "map/", "evidence/4pi/")
WEEKS = ("voices/themes/",)


def status(cast, client_as, page: str, asked: str) -> int:
    path = page.format(unit=cast.units["team"].code)
    return client_as("board").get(f"/harbour/{path}?{asked}").status_code


@pytest.mark.parametrize(
    ("name", "page"),
    [
        *(("year", page) for page in YEARS),
        *(("period", page) for page in PERIODS),
        *(("weeks", page) for page in WEEKS),
    ],
)
def test_other_days_do_not_stand_in_for_those_asked_for(cast, client_as, name: str, page: str) -> None:
    moment(cast)
    assert status(cast, client_as, page, f"{name}=") == 200
    for none in ("x", "1066", "20260", "-1", "13²"):
        assert status(cast, client_as, page, f"{name}={none}") == 404
