"""What is before the safeguarding lead stands in no figure, no close, no pack, no account and no list behind a number,
and is counted in none. (Every other page: test_restricted.py.)"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest

from alongside.config.commands import figures_, report_
from alongside.core import periods
from alongside.reports import packs
from alongside.reports.models import PeriodSheet
from alongside.reports.tests import accounting, closing
from alongside.reports.tests.packing import issued
from alongside.voice.models import Concern
from tests import make

from .taken import with_files
from .test_restricted import HOW, secret

__all__ = ["secret"]  # a fixture
LISTENING = ("received", "waiting", "answer_time", "answers", "disputes")
BEHIND = re.compile(r'href="(/harbour/(?:voices|changes)/\?[^"]*)"')


def year() -> periods.Period:
    """In which it was said."""
    return periods.of_day(periods.YEAR, make.days(-300), closing.YEAR_STARTS)


def reports() -> Iterator[str]:
    month, said_in, account = closing.last_month().slug, year().slug, accounting.last_year().slug
    yield from ("periods/", f"periods/{month}/", f"periods/{month}/1/", f"periods/{month}/1/close.json")
    yield from (f"packs/{month}/{part}" for part in ("", "since/", *(f"{slug}/" for slug in packs.PARTS)))
    yield from (f"packs/{said_in}/{part}/" for part in ("bumps", "changed"))
    for period in (month, said_in):
        yield from (f"figures/?period={period}", f"map/?period={period}", f"evidence/4pi/?period={period}")
    yield f"evidence/4pi/file/?period={said_in}"
    yield from (f"account/{account}/{step}" for step in ("", "draft/", "data.json", "data.csv", "replies/"))


def lists() -> Iterator[str]:
    """As figures lead to them, also where there is nothing to lead to."""
    days, today = f"{make.days(-400)}--{make.days(0)}", make.days(0)
    yield from (f"voices/?state=all&{name}={days}" for name in ("received", "answered"))
    yield from (f"voices/?state=all&waited=over-12.{make.days(-1)}", f"voices/?state=all&disputed={today}")
    yield from (f"voices/?state={state}" for state in ("challenged", "not_held", "told"))
    yield from (f"changes/?denied={today}", f"changes/?days={days}", "heard/?came=questioned", "heard/?came=denied")


@pytest.fixture
def reported(cast: Any, secret: Any) -> None:
    """Closed, given to the board and published, after it was raised."""
    closing.frozen(cast)
    issued(cast, closing.last_month())
    accounting.published(cast)


def read(client: Any, url: str) -> tuple[bool, str]:
    """Whether it opens, and what stands there."""
    response = client.get(url)
    content = b"".join(response) if response.streaming else response.content
    return response.status_code == 200, with_files(client, url, content.decode())


@pytest.mark.parametrize("who", ["board", "public"])
def test_no_report_shows_it(cast, client_as, secret, reported, who: str) -> None:
    client, concern, opened = client_as(who), Concern.objects.get(), 0
    for path in [*reports(), *lists()]:
        opens, text = read(client, f"/harbour/{path}")
        opened += opens
        behind = "".join(read(client, unescape(found))[1] for found in BEHIND.findall(text))
        for word in ("Zanzibar", HOW, secret.code, concern.code):
            assert word not in text + behind, (path, word)
    assert opened >= {"board": 35, "public": 5}[who]


def test_no_report_counts_it(cast, secret, reported) -> None:
    kept = json.loads(PeriodSheet.objects.get(close__period=closing.last_month().slug).content)
    assert "Zanzibar" not in str(kept) and secret.code not in str(kept)
    counted = [part for part in kept["parts"]["figures"]["parts"] if part["slug"] == "listening"]
    found = {one["slug"]: [row["number"] for row in one["rows"]] for part in counted for one in part["figures"]}
    now = figures_.sheet_of(cast.org, year().slug)
    for slug in LISTENING:
        assert not any(found[slug]), slug
        assert not any(row.number for row in now.figure(slug).rows), slug
    page = report_.board(cast.org, closing.last_month().slug, ".html").decode()
    assert "Zanzibar" not in page and secret.code not in page
