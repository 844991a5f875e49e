"""A number leads to the very rows that were counted, or nowhere."""

from __future__ import annotations

import html
import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alongside.decisions.models import Forum, SeatWaiver, TakenWithout
from alongside.organisation import services as organisations
from alongside.voice import services as voices
from alongside.voice.tests.factories import answered, fresh, said, said_by_nobody, told
from alongside.voice.tests.test_not_held import denied
from tests import make
from tests.cast import Cast

from .closing import chosen, frozen, last_month
from .test_map import decided

pytestmark = pytest.mark.django_db


def read(client: Any, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def behind(client: Any, page: str, words: str) -> tuple[str, str]:
    """The number beside these words, and the list that it leads to."""
    found = re.search(rf">{words}(?:</th>.*?|: )(?:<a[^>]*href=\"(?P<url>[^\"]*)\"[^>]*>)(?P<told>[^<]*)<", page)
    assert found, words
    return found["told"], read(client, html.unescape(found["url"]))


def rows_of(page: str, *codes: str) -> set[str]:
    return {code for code in codes if f"/{code}/" in page}


def test_what_waits_has_never_had_an_answer(cast: Cast, client_as: Any) -> None:
    never, again = said(cast), said(cast)
    answered(again, cast)
    voices.challenge(contribution=again, kind="not_true", words="", by=cast.actor("cora"))
    client = client_as("board")
    page = read(client, "/harbour/figures/")
    number, listed = behind(client, page, "Under six weeks")
    assert number == "1" and rows_of(listed, never.code, again.code) == {never.code}
    number, listed = behind(client, page, "Answers")
    assert number == "1" and rows_of(listed, never.code, again.code) == {again.code}


def test_changes_are_those_of_these_days(cast: Cast, client_as: Any) -> None:
    row = said(cast)
    answered(row, cast)
    now, before = make.changed(cast, row, since=make.days(0)), make.changed(cast, row, since=date(2025, 1, 1))
    client = client_as("board")
    _number, listed = behind(client, read(client, "/harbour/figures/"), "The organisation says so")
    assert rows_of(listed, now.code, before.code) == {now.code}


def test_a_denied_change_is_one_that_its_author_denied(cast: Cast, client_as: Any) -> None:
    row = said(cast)
    answered(row, cast)
    denied, gone = make.changed(cast, row, since=make.days(-9)), make.changed(cast, row, since=make.days(-9))
    voices.give_verdict(contribution=row, change=denied, kind="challenged", words="", by=cast.actor("cora"))
    type(gone).objects.filter(pk=gone.pk).update(state="challenged")  # as when it was there, and is no more
    client = client_as("board")
    number, listed = behind(client, read(client, "/harbour/figures/"), "Changes")
    assert number == "1" and rows_of(listed, denied.code, gone.code) == {denied.code}


def test_what_was_let_through_in_these_days(cast: Cast, client_as: Any) -> None:
    forum = Forum.objects.create(organisation=cast.org, name="Board", kind="board", unit=cast.units["board"])
    now, before = decided(cast, make.days(0), "excepted"), decided(cast, date(2025, 1, 1), "excepted")
    for row, on in ((now, make.days(0)), (before, date(2025, 1, 1))):
        TakenWithout.objects.create(organisation=cast.org, decision=row, reason="The law.", on=on)
        by = {"organisation": cast.org, "allowed_by": cast.users["board"], "reason": "The law."}
        SeatWaiver.objects.create(decision=row, forum=forum, on=on, seats=1, empty=1, **by)
    client = client_as("board")
    page = read(client, "/harbour/figures/")
    for words in ("Exceptions", "Waivers of empty seats"):
        number, listed = behind(client, page, words)
        assert number == "1" and rows_of(listed, now.code, before.code) == {now.code}


def test_told_and_not_told_in_a_pack(cast: Cast, client_as: Any) -> None:
    knows, waits = told(cast), said(cast)
    answered(waits, cast)
    asked_again = fresh(told(cast))
    voices.challenge(contribution=asked_again, kind="not_true", words="", by=cast.actor("cora"))
    fell = denied(cast)
    held, _code = said_by_nobody(cast)
    answered(held, cast)
    client = client_as("board")
    page = read(client, "/harbour/evidence/4pi/")
    codes = (knows.code, waits.code, asked_again.code, fell.code, held.code)
    for words, row in (
        *(("Told: 1", knows), ("Not told: 1", waits)),
        ("Told, and owed a new answer: they say that the first is not right: 1", asked_again),
        ("Told, and owed a new answer: what came of it is denied, or did not hold: 1", fell),
    ):
        found = re.search(rf'href="([^"]*)">{words}<', page)
        assert found and rows_of(read(client, html.unescape(found[1])), *codes) == {row.code}


def test_a_list_without_days_is_not_behind_a_number(cast: Cast, client_as: Any) -> None:
    at = make.meeting(cast, make.opportunity(cast), on=make.days(-1))
    at.arrangements.create(person=cast.people["cora"], what="A lift.", state="not_met", due_on=make.days(-6))
    page = read(client_as("board"), "/harbour/evidence/4pi/")
    assert re.search(r'href="/harbour/involvement/">The list as it stands today<', page)
    assert not re.search(r'href="/harbour/involvement/">[^<]*: \d', page)


def test_a_contributor_who_signs_reads_numbers_that_lead_nowhere(cast: Cast, client_as: Any) -> None:
    decided(cast, last_month().first, "with")
    chosen(cast)
    frozen(cast)
    url = f"/harbour/periods/{last_month().slug}/"
    link = f"decisions/?standing=with&amp;period={last_month().slug}"
    assert link in read(client_as("board"), url)
    own = read(client_as("cora"), f"{url}1/")  # all of it: what she reads first is a few sentences
    assert "1 of 1" in own and "decisions/?" not in own and "/harbour/seats/" not in own.split("<main")[1]
    assert "A number leads to" not in own


BAD = ("received=x", "received=2026-02-30--x", "received=%00--%00", "answer=x", "told=%00")


@pytest.mark.parametrize("asked", BAD)
def test_bad_days_narrow_nothing(cast: Cast, client_as: Any, asked: str) -> None:
    row = said(cast)
    assert row.code in read(client_as("board"), f"/harbour/voices/?{asked}")


def test_posts_and_hours_lead_to_theirs(cast: Cast, client_as: Any) -> None:
    by, month = cast.actor("coordinator"), last_month()
    for name in ("Lead", "Worker"):
        post = organisations.add_post(name=name, hours=Decimal("30.5"), since=month.first, by=by)
        organisations.note_time(post=post, month=month.first, hours=Decimal("40.5"), by=by)
        organisations.note_time(post=post, month=month.before.first, hours=Decimal(9), by=by)
    held = organisations.fill_post(post=post, user=cast.users["staff"], hours=Decimal(20), since=month.first, by=by)
    organisations.leave_post(held=held, until=make.days(0), by=by)  # they held it at the end of these days
    client = client_as("board")
    page = read(client, f"/harbour/figures/?period={month.slug}")
    for words, number, together, posts in (
        ("Filled", "1 of 2 (50%)", "30.5 hours a week, 20 of them filled, by 1 person", {"Worker"}),
        ("People who hold them", "1", "by 1 person", {"Worker"}),
        ("Hours a week, all posts", "61 hours", "61 hours a week", {"Lead", "Worker"}),
        ("Hours a week, filled", "20 hours", "20 of them filled", {"Worker"}),
        ("Hours worked", "81 hours", "Together: 81 hours", {"Lead", "Worker"}),
    ):
        said, listed = behind(client, page[page.index('id="function"') :], words)
        assert said == number and together in listed
        assert {name for name in ("Lead", "Worker") if f"{name}</th>" in listed or f">{name}<" in listed} == posts


def test_a_closed_sheet_leads_a_manager_to_no_posts(cast: Cast, client_as: Any) -> None:
    organisations.add_post(name="Lead", hours=Decimal(30), since=last_month().first, by=cast.actor("coordinator"))
    chosen(cast)
    frozen(cast)
    url = f"/harbour/periods/{last_month().slug}/"
    assert "/harbour/posts/" in read(client_as("board"), url)
    assert "/harbour/posts/" not in read(client_as("manager"), url)
