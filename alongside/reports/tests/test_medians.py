"""A median, and the longest, lead to the list of what they were taken of: whoever takes that list as a file comes to
the same number."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from statistics import median
from typing import Any

import pytest

from alongside.decisions.models import Forum
from alongside.organisation import services as organisations
from tests import make
from tests.cast import Cast

from .closing import last_month
from .test_map import decided
from .test_unit_links import links, seated

pytestmark = pytest.mark.django_db
COLUMNS: dict[tuple[str, str], tuple[str, Callable[[list[float]], float]]] = {
    ("notice", "Median"): ("Notice", median),
    ("notice", "Shortest"): ("Notice", min),
    ("asked", "Median"): ("Days before the decision", median),
    ("answer_time", "Median"): ("Working days to it", median),
    ("answer_time", "Longest"): ("Working days to it", max),
    ("seats", "Vacant for, median"): ("Days vacant", median),
    ("seats", "Vacant for, longest"): ("Days vacant", max),
    ("posts", "Vacant for, longest"): ("Days vacant", max),
}


def happened(cast: Cast, on: date) -> None:
    by, team = cast.actor("coordinator"), cast.units["team"]
    here = {"organisation": cast.org, "kind": "panel", "unit": team}
    for number in (3, 8, 20):
        about = decided(cast, on, "with", unit=team)
        asked = make.request(cast, about, asked_on=on, notice_days=number + 1, state="accepted", answered_on=on)
        make.opportunity(cast, request=asked, opened_on=on - timedelta(days=number))
        came = {"received_on": on, "said_on": on, "answered_on": on, "told_on": on, "state": "told"}
        make.contribution(cast, unit=team, **came, answer_days=number, answer_kind="adopted")
        made = on - timedelta(days=number)
        organisations.add_post(name=f"Post {number} {on}", hours=Decimal("7.5"), since=made, by=by)
        seated(Forum.objects.create(**here, name=f"Panel {number} {on}"), made)
    decided(cast, on, "without", unit=team)


def column(client: Any, url: str, heading: str) -> list[float]:
    path, _hash, _part = url.partition("#")
    response = client.get(f"{path}&file=csv")
    assert response.status_code == 200
    rows = csv.DictReader(io.StringIO(response.getvalue().decode("utf-8-sig")))
    found = [re.search(r"-?[\d.]+", row[heading]) for row in rows]
    return [float(each[0]) for each in found if each]


def test_medians(cast: Cast, client_as: Any) -> None:
    period = last_month()
    happened(cast, period.first + timedelta(days=9))
    happened(cast, period.before.first)
    client = client_as("board")
    told = links(client, f"/harbour/figures/?period={period.slug}")
    for (slug, words), (heading, of) in COLUMNS.items():
        number, url = told[slug, words]
        found = column(client, url, heading)
        assert len(found) >= 3 and number.split(" ")[0] == f"{of(found):g}", (slug, words, url)


def test_whoever_may_not_open_the_list_is_told_so(cast: Cast, client_as: Any) -> None:
    happened(cast, last_month().first)
    page = client_as("finance").get(f"/harbour/figures/?period={last_month().slug}")
    figures = {figure.slug: figure for part in page.context["parts"] for figure in part.figures}
    for slug in ("received", "answer_time", "answers"):
        assert not any(row.url for row in figures[slug].rows) and "not open to everybody" in figures[slug].made_of
    assert figures["notice"].rows[0].url and not figures["notice"].made_of


def test_evidence_says_of_what_a_number_is_made(cast: Cast, client_as: Any) -> None:
    at = make.meeting(cast, make.opportunity(cast), on=make.days(-1))
    at.arrangements.create(person=cast.people["cora"], what="A lift.", state="not_met", due_on=make.days(-6))
    page = client_as("board").get("/harbour/evidence/4pi/").content.decode()
    assert "it would say what somebody needs" in " ".join(page.split())


def test_what_stands_otherwise_since_is_told_so(cast: Cast, client_as: Any) -> None:
    client = client_as("board")
    days = f"{last_month().first}--{last_month().last}"
    assert "stands otherwise since" in client.get(f"/harbour/changes/?state=claimed&days={days}").content.decode()
    assert "stands otherwise" not in client.get("/harbour/changes/?state=claimed").content.decode()
