"""The pages of themes: marking with one click, a pile at once, what is rising, and the words of a theme."""

from __future__ import annotations

import pytest

from alongside.voice import services
from alongside.voice.models import Theme, ThemeMark
from alongside.voice.shapes import Uses
from tests import make

from .factories import marked, said, theme

WAITED = "I waited nine weeks for a letter about my appointment."


def test_one_click_marks_what_was_suggested(cast, client_as) -> None:
    waiting, row = theme(cast), said(cast, words=WAITED)
    client, url = client_as("staff"), f"/harbour/voices/{row.code}/"
    page = client.get(url).content.decode()
    assert "It may be about" in page and "“letter”" in page and "“appointment”" in page
    done = client.post(f"{url}themes/", {"once": "a" * 32, "do": f"accepted:{waiting.code}"}, follow=True)
    assert "Take off" in done.content.decode() and "It may be about" not in done.content.decode()
    mark = ThemeMark.objects.get()
    assert (mark.state, mark.suggested, mark.recorded_by) == ("accepted", True, cast.users["staff"])


def test_no_is_kept_and_not_suggested_again(cast, client_as) -> None:
    waiting, row = theme(cast), said(cast, words=WAITED)
    client, url = client_as("staff"), f"/harbour/voices/{row.code}/"
    client.post(f"{url}themes/", {"do": f"rejected:{waiting.code}"})
    page = client.get(url).content.decode()
    assert ThemeMark.objects.get().state == "rejected" and "It may be about" not in page and "Another theme" in page
    client.post(f"{url}themes/", {"do": "accepted:", "theme": waiting.code})
    assert ThemeMark.objects.get().state == "accepted"


def test_what_somebody_else_said_nearly_so_is_the_first_reason(cast, client_as, django_assert_max_num_queries) -> None:
    waiting, food = theme(cast), theme(cast, "Soup", "What there is to eat.")
    text = "Soup is what we get on the ward while they write to us, and the soup is always cold by then."
    first = said(cast, words=f"{text} Always.")
    marked(cast, first, waiting)
    secret = said(cast, words=f"{text} Always so.", uses=Uses(inside=False))
    marked(cast, secret, food)
    row = said(cast, words=text)
    client, url = client_as("staff"), f"/harbour/voices/{row.code}/"
    client.get(url)
    with django_assert_max_num_queries(15):
        page = client.get(url).content.decode()
    reason = "because somebody said nearly the same, and it is marked so:"
    assert page.count(reason) == 1
    assert page.index("<b>Waiting</b>") < page.index(reason) < page.index("<b>Soup</b>")
    marked(cast, row, waiting, "rejected")
    assert reason not in client.get(url).content.decode()


@pytest.mark.parametrize(
    "data",
    [{}, {"do": "accepted:"}, {"do": "accepted:nothing"}, {"do": "adopted:{code}"}, {"do": "unmarked:{code}"}],
)
def test_a_broken_click_marks_nothing(cast, client_as, data) -> None:
    waiting, row = theme(cast), said(cast)
    sent = {name: value.format(code=waiting.code) for name, value in data.items()}
    page = client_as("staff").post(f"/harbour/voices/{row.code}/themes/", sent)
    assert page.status_code == 422 and "Choose a theme first." in page.content.decode()
    assert not ThemeMark.everything.exists()


def test_two_who_click_at_once(cast, client_as) -> None:
    waiting, row = theme(cast), said(cast)
    url = f"/harbour/voices/{row.code}/themes/"
    assert client_as("staff").post(url, {"once": "a" * 32, "do": f"accepted:{waiting.code}"}).status_code == 303
    assert client_as("manager").post(url, {"once": "b" * 32, "do": f"accepted:{waiting.code}"}).status_code == 422


def test_a_board_member_sees_the_marks_and_makes_none(cast, client_as) -> None:
    waiting, row = theme(cast), said(cast, words=WAITED)
    marked(cast, row, waiting)
    page = client_as("board").get(f"/harbour/voices/{row.code}/").content.decode()
    assert "Waiting" in page and "Take off" not in page
    assert client_as("board").post(f"/harbour/voices/{row.code}/themes/", {}).status_code == 404


def test_a_pile_is_marked_at_once(cast, client_as) -> None:
    waiting = theme(cast)
    alike = [said(cast, words=f"{WAITED} Number {n}.") for n in range(3)]
    other = said(cast, words="The tea was cold and the biscuits were soft.")
    client, url = client_as("staff"), f"/harbour/voices/themes/{waiting.code}/look/"
    page = client.get(url).content.decode()
    assert all(row.code in page for row in alike) and other.code not in page
    client.post(url, {"about": [alike[0].code, alike[1].code], "rest": "on"})
    states = dict(ThemeMark.objects.values_list("contribution__code", "state"))
    assert states == {alike[0].code: "accepted", alike[1].code: "accepted", alike[2].code: "rejected"}
    assert "Nothing that came in lately looks like it" in client.get(url).content.decode()


def test_an_empty_pile_says_what_to_do(cast, client_as) -> None:
    waiting = theme(cast)
    said(cast, words=WAITED)
    page = client_as("staff").post(f"/harbour/voices/themes/{waiting.code}/look/", {})
    assert page.status_code == 422 and "Tick what is about this theme first." in page.content.decode()


def rising(cast) -> Theme:
    waiting, food = theme(cast), theme(cast, "Food", "What there is to eat and drink.")
    for n in range(24):
        ago = make.days(-(n % 80)) if n < 14 else make.days(-100 - n)
        row = said(cast, words=f"{WAITED} {n}", said_on=ago, received_on=ago)
        marked(cast, row, waiting if n < 12 else food)
    return waiting


def test_what_is_rising_is_said_with_its_numbers(cast, client_as) -> None:
    waiting = rising(cast)
    unmarked = said(cast, words="Nobody has marked this.")
    page = client_as("coordinator").get("/harbour/voices/themes/").content.decode()
    assert "Waiting: 12 of the 14 that were marked in the last 13 weeks; 0 of 10 in the 13 weeks before." in page
    assert "15 things were said" in page and "1 are not marked at all" in page
    assert "0 done, 0 not done, 12 not answered yet" in page
    assert page.index(WAITED) < page.index("What is rising")
    page = client_as("coordinator").get(f"/harbour/voices/themes/{waiting.code}/").content.decode()
    assert page.index(WAITED) < page.index("Rising.") and "Crisis line" in page and unmarked.code not in page


def test_strange_lengths_are_unknown_addresses(cast, client_as) -> None:
    for asked, status in (("", 200), ("4", 200), ("9999999999", 404), ("-1", 404), ("²", 404), ("x", 404)):
        assert client_as("board").get("/harbour/voices/themes/", {"weeks": asked}).status_code == status, asked


@pytest.mark.parametrize("many", [1, 12])
def test_the_pages_ask_few_questions(cast, client_as, django_assert_max_num_queries, many) -> None:
    waiting = theme(cast)
    for n in range(many):
        marked(cast, said(cast, words=f"{WAITED} {n}"), theme(cast, f"Theme {n}") if n % 2 else waiting)
    client = client_as("coordinator")
    client.get("/harbour/voices/")
    for url in ("", f"{waiting.code}/", f"{waiting.code}/look/", "words/"):
        with django_assert_max_num_queries(15):
            assert client.get(f"/harbour/voices/themes/{url}").status_code == 200


def test_the_coordinator_takes_the_starter_and_changes_a_theme(cast, client_as) -> None:
    client, base = client_as("coordinator"), "/harbour/voices/themes/"
    assert client.post(f"{base}starter/", {}).status_code == 303
    count = Theme.objects.count()
    assert count >= 12
    client.post(f"{base}starter/", {})
    assert Theme.objects.count() == count
    waiting = Theme.objects.get(name="Waiting")
    new = {"name": "Waiting times", "belongs": "How long.", "seen": waiting.version}
    assert client.post(f"{base}{waiting.code}/words/", new).status_code == 303
    page = client.get(f"{base}{waiting.code}/").content.decode()
    assert "Waiting times" in page and ">Waiting</h3>" in page
    assert client.post(f"{base}{waiting.code}/words/", new).status_code == 422
    assert client.post(f"{base}new/", {"name": "waiting TIMES", "belongs": "Again."}).status_code == 422
    assert client.post(f"{base}{waiting.code}/retire/", {"seen": waiting.version + 1}).status_code == 303
    assert client.get(f"{base}{waiting.code}/look/").status_code == 404


def test_words_that_were_taken_back_stand_on_no_page(cast, client_as) -> None:
    waiting = theme(cast)
    row = said(cast, words=WAITED)
    marked(cast, row, waiting)
    services.withdraw(contribution=row, by=cast.actor("cora"))
    for url in ("", f"{waiting.code}/"):
        page = client_as("coordinator").get(f"/harbour/voices/themes/{url}").content.decode()
        assert WAITED not in page and "0 of 0" in page.replace("\n", "") or "0 of the 0" in page
