"""The ledger, of one theme alone: by what was marked, as far as somebody may read, and by either way the same."""

from __future__ import annotations

import pytest

from alongside.voice import queries, services
from alongside.voice.models.themes import REJECTED
from alongside.voice.queries import ledger_themes
from alongside.voice.shapes import Uses

from .factories import marked, said, theme, told


@pytest.fixture(params=[5_000, 0], ids=["few", "many"])
def _way(request, monkeypatch) -> None:
    monkeypatch.setattr(ledger_themes, "FEW", request.param)


def words(cast, who: str, code: str) -> list[str]:
    actor = cast.actor(who)
    rows = ledger_themes.about_theme(actor, queries.ledger_for(actor), code)
    return [row.words for row in rows.order_by("-received_on", "-id")]


@pytest.mark.usefixtures("_way")
def test_what_was_marked_is_there_and_nothing_else(cast) -> None:
    waiting, food = theme(cast), theme(cast, "Food", "What there is to eat.")
    marked(cast, said(cast, words="Of waiting."), waiting)
    marked(cast, told(cast, words="Of waiting, and told."), waiting)
    marked(cast, said(cast, words="Of food."), food)
    marked(cast, said(cast, words="Not of waiting."), waiting, REJECTED)
    said(cast, words="Of nothing yet.")
    assert words(cast, "staff", waiting.code) == ["Of waiting, and told.", "Of waiting."]
    assert words(cast, "staff", food.code) == ["Of food."]


@pytest.mark.usefixtures("_way")
def test_what_may_not_be_read_or_was_taken_back_is_about_nothing(cast) -> None:
    waiting = theme(cast)
    marked(cast, said(cast, words="Between us.", uses=Uses(inside=False)), waiting)
    gone = said(cast, words="Taken back.")
    marked(cast, gone, waiting)
    services.withdraw(contribution=gone, by=cast.actor("cora"))
    assert words(cast, "staff", waiting.code) == ["Between us."]
    assert words(cast, "board", waiting.code) == []


@pytest.mark.usefixtures("_way")
def test_a_theme_without_marks_has_nothing(cast) -> None:
    said(cast)
    assert words(cast, "staff", theme(cast).code) == []


@pytest.mark.parametrize("code", ["", "nothing", "\0", "x" * 500])
def test_a_theme_that_is_not_there_narrows_nothing(client_as, cast, code) -> None:
    theme(cast)
    said(cast, words="I am here.")
    page = client_as("staff").get("/harbour/voices/", {"theme": code})
    assert page.status_code == 200 and "I am here." in page.content.decode()


def test_the_list_is_narrowed_by_theme_and_by_all_else(client_as, cast) -> None:
    waiting = theme(cast)
    marked(cast, said(cast, words="Of waiting."), waiting)
    marked(cast, told(cast, words="Told of waiting."), waiting)
    said(cast, words="Of nothing.")
    client = client_as("staff")

    def shown(query: str) -> list[bool]:
        page = client.get(f"/harbour/voices/?theme={waiting.code}{query}").content.decode()
        return [text in page for text in (">Of waiting.", "Told of waiting.", "Of nothing.")]

    assert shown("") == [True, False, False]
    assert shown("&state=all") == [True, True, False]
    assert shown("&state=told") == [False, True, False]
    assert shown("&age=over-12") == [False, False, False]
    assert shown(f"&unit={cast.units['team'].code}") == [True, False, False]
    page = client.get(f"/harbour/voices/themes/{waiting.code}/").content.decode()
    assert f"?state=all&amp;theme={waiting.code}" in page


def test_without_themes_nothing_can_be_chosen(client_as, cast) -> None:
    said(cast)
    page = client_as("staff").get("/harbour/voices/").content.decode()
    assert 'name="theme"' not in page and 'name="unit"' in page
    theme(cast)
    assert 'name="theme"' in client_as("staff").get("/harbour/voices/").content.decode()


def test_it_costs_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    waiting = theme(cast)
    for n in range(20):
        marked(cast, said(cast, words=f"Number {n}."), waiting)
    client = client_as("coordinator")
    client.get("/harbour/voices/")
    for query in ("", "&state=all", f"&unit={cast.units['team'].code}"):
        with django_assert_max_num_queries(15):
            assert client.get(f"/harbour/voices/?theme={waiting.code}{query}").status_code == 200
