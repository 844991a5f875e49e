"""You said, we did, we did not: what everybody sees, and what nobody can work out from it."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.core.cache import cache

from alongside.organisation import queries as organisations
from alongside.voice import queries, services
from alongside.voice.models import Contribution
from alongside.voice.queries import heard
from alongside.voice.shapes import Uses
from tests import make

from .factories import PUBLIC, answered, fresh, said, told
from .showing_factories import appealed, decided, in_public, waiting
from .test_changes import changed

HEARD = "/harbour/heard/"


def read(client, url: str = HEARD) -> str:
    response = client.get(url)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def shown(cast, kind: str, words: str) -> Contribution:
    row = said(cast, words=words, uses=PUBLIC)
    answered(row, cast, kind=kind)
    services.tell(contribution=row, channel="phone", by=cast.actor("staff"))
    return in_public(cast, row)


@pytest.mark.parametrize("latest", [40, 1], ids=["among the latest", "further back"])
def test_what_was_done_stands_beside_what_was_not(cast, client_as, monkeypatch, latest) -> None:
    monkeypatch.setattr(heard, "LATEST", latest)
    for kind, words in (("adopted", "Paint the door."), ("not_adopted", "Buy a boat."), ("no_decision", "It is warm.")):
        shown(cast, kind, words)
    page = read(client_as("public"))
    done, not_done = page.split("What was not done</h2>")
    assert "Paint the door." in done and "Buy a boat." not in done
    assert "Buy a boat." in not_done and "It is warm." in not_done
    listed = read(client_as("public"), f"{HEARD}?came=not_adopted")
    assert "Buy a boat." in listed and "Paint the door." not in listed


def test_the_filters_find_what_the_whole_list_has_and_nothing_else(cast, client_as) -> None:
    words = {
        "adopted": "Paint the door.",
        "adapted": "Half a boat.",
        "not_adopted": "Buy a boat.",
        "no_decision": "Warm.",
    }
    for kind, text in words.items():
        shown(cast, kind, text)
    client = client_as("public")
    everything = read(client, f"{HEARD}?came=everything")
    parts = [read(client, f"{HEARD}?came={kind}") for kind in words]
    for text in words.values():
        assert text in everything
        assert sum(text in part for part in parts) == 1
    assert "Nothing matches" in read(client, f"{HEARD}?came=everything&year=1999") or text in everything
    for choices in re.findall(r"<select.*?</select>", everything):
        assert "Crisis line" not in choices  # no part of the organisation can be chosen


def test_no_day_and_no_part_of_the_organisation_tells_who_said_it(cast, client_as) -> None:
    row = shown(cast, "adopted", "Paint the door.")
    page = read(client_as("public"), f"{HEARD}{row.showing.code}/")
    voice = page.split('class="al-voice"')[1].split("</figure>")[0]
    assert row.said_on.strftime("%B %Y") in voice and f"{row.said_on.day} " not in voice
    assert row.code not in page


def test_few_answers_are_not_counted_out(cast, client_as) -> None:
    told(cast)
    page = read(client_as("public"))
    assert "Fewer than 10 were answered" in page and "How much was done" not in page
    assert "Allowed by the ones who said them" in page


@pytest.fixture
def last_month(cast) -> None:
    """Fourteen answers, of which three were no; three changes. All of it last month."""
    with time_machine.travel(make.days(-31).replace(day=10), tick=False):
        for number in range(14):
            row = said(cast, words=f"Number {number}.")
            answered(row, cast, kind="not_adopted" if number < 3 else "adopted")
        for _ in range(11):
            changed(cast, row, since=make.days(0))


def test_shares_are_rounded_and_are_of_months_that_are_over(cast, client_as, last_month) -> None:
    found = queries.account(cast.org, organisations.clock_of(cast.org))
    assert {
        kind: (each.least, each.few) for kind, each in found.year.by_kind.items() if kind in ("adopted", "not_adopted")
    } == {
        "adopted": (10, False),
        "not_adopted": (0, True),
    }
    before = read(client_as("public"))
    assert "Of 10+ that were answered, under 10 led to something that is different now." in before
    assert "10+</b> Done" in before and "under 10</b> Not done" in before
    told(cast)  # today: it changes no figure before the month is over
    cache.clear()
    after = read(client_as("public"))
    assert re.findall(r"<b>[^<]*</b> (?:Done|Not done|working)[^<]*", before) == re.findall(
        r"<b>[^<]*</b> (?:Done|Not done|working)[^<]*", after
    )


def test_what_is_not_shown_is_counted_by_rule(cast, client_as) -> None:
    waiting(cast)
    decided(cast)
    decided(cast, "covered")
    page = read(client_as("public"))
    assert "Not shown: <b>1</b>: It names somebody who works here (1)." in page
    assert "Shown with parts left out: <b>1</b>: It names somebody who works here (1)." in page
    assert "whether everybody may read them: <b>1</b>" in page


def test_a_questioned_answer_says_that_a_new_one_is_owed(cast, client_as) -> None:
    row = in_public(cast)
    services.challenge(contribution=row, kind="not_an_answer", by=cast.actor("cora"))
    page = read(client_as("public"), f"{HEARD}?came=not-answered")
    assert "That is not an answer" in page and "A new answer is owed, and has not come yet" in page


def test_long_words_are_cut_in_the_list_and_whole_on_their_own_page(cast, client_as) -> None:
    words = "We wait. " * 200
    showing = waiting(cast, words=words + "<b>Ruby</b> waits.")
    at = len(words) + 3
    services.moderate(
        showing=showing,
        outcome="covered",
        rule="person",
        why="She did not say yes to being named here.",
        leave_out={"words": [(at, at + 4, "name")]},
        by=cast.actor("coordinator"),
    )
    client = client_as("public")
    listed = read(client)
    assert "Read all of it" in listed and "left out: a name" not in listed
    page = read(client, f"{HEARD}{fresh(showing).code}/")
    assert '&lt;b&gt;<span class="al-quiet">(left out: a name)</span>&lt;/b&gt; waits.' in page and "Ruby" not in page


def test_a_page_of_long_words_stays_light(cast, client_as) -> None:
    for number in range(12):
        row = told(cast, words=f"{number} " + "We wait for the bus & the bus waits. " * 400, uses=PUBLIC)
        changed(cast, row, what="We moved. " * 300)
        in_public(cast, row)
    for url in (HEARD, f"{HEARD}?came=everything", f"{HEARD}?came=adopted"):
        assert len(client_as("public").get(url).content) <= 40_000, url


def test_the_feed_has_no_words(cast, client_as) -> None:
    row = in_public(cast)
    response = client_as("public").get(f"{HEARD}feed/")
    text = response.content.decode()
    assert response["Content-Type"].startswith("application/atom+xml")
    assert f"/harbour/heard/{row.showing.code}/" in text and "Somebody said something: Done" in text
    assert row.words not in text and row.code not in text
    services.withdraw(contribution=row, by=cast.actor("cora"))
    assert "<entry>" not in client_as("public").get(f"{HEARD}feed/").content.decode()


@pytest.mark.parametrize("query", ["?came=nonsense", "?year=abc", "?year=99999", "?after=cut", "?came=%3Cscript%3E"])
def test_a_strange_address_is_no_mistake(cast, client_as, query) -> None:
    in_public(cast)
    assert "<script>alert" not in read(client_as("public"), HEARD + query)


def test_one_that_is_not_shown_is_not_there(cast, client_as) -> None:
    client = client_as("public")
    for showing in (waiting(cast), decided(cast), appealed(cast).showing):
        assert client.get(f"{HEARD}{showing.code}/").status_code == 404
    assert client.get(f"{HEARD}nothing123/").status_code == 404


def test_the_rules_are_there_for_everybody(cast, client_as) -> None:
    page = read(client_as("public"), f"{HEARD}rules/")
    assert "That it criticises us" in page and "It names somebody who works here" in page
    assert "Nobody is on the panel now." in page and "Change the rules" not in page


def test_commissioners_words_are_not_for_everybody(cast, client_as) -> None:
    row = told(cast, uses=Uses(commissioners=True))
    services.confirm(contribution=row, by=cast.actor("cora"))
    assert row.words not in read(client_as("public"))
