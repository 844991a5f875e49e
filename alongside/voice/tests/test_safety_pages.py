"""The two controls, the reading order, the restricted queue and the list, as pages."""

from __future__ import annotations

import pytest

from alongside.voice import queries
from alongside.voice.models import Concern, ContactWish, Contribution
from tests import make

from .factories import GRAVE, HOW, asks_for_contact, raised, said

SAY = {"kind": "concern", "words": GRAVE, "named": "yes", "uses": ["inside"]}


@pytest.mark.parametrize("who", ["cora", "public"])
def test_every_box_says_that_nobody_watches(cast, client_as, who) -> None:
    page = client_as(who).get("/harbour/say/").content.decode()
    for words in (
        "Nobody is watching this page right now",
        "ring 999",
        "0113 496 0999",
        "may be at risk",
        "contact me",
    ):
        assert words in page


def test_somebody_signed_in_says_that_there_is_a_risk(cast, client_as) -> None:
    client = client_as("cora")
    done = client.post("/harbour/say/", {**SAY, "risk": "on", "contact": "on"}, follow=True)
    page = done.content.decode()
    assert "Safeguarding lead looks at what you said by" in page and "You asked us to contact you" in page
    assert Concern.objects.get().contribution.person == cast.people["cora"]
    assert not Contribution.objects.exists()


def test_without_a_way_to_be_reached_nothing_is_lost(cast, client_as) -> None:
    facts = {**SAY, "named": "no", "contact": "on"}
    page = client_as("public").post("/harbour/say/", facts)
    assert page.status_code == 422 and GRAVE in page.content.decode()
    assert client_as("public").post("/harbour/say/", {**facts, "how": HOW}).status_code == 303
    assert ContactWish.objects.get().how == HOW


def test_whoever_writes_it_down_loses_sight_of_it(cast, client_as) -> None:
    facts = {**SAY, "who": "group", "group_name": "Tuesday group", "medium": "in_person", "risk": "on"}
    facts["unit"] = cast.units["team"].code
    done = client_as("coordinator").post("/harbour/voices/new/", facts)
    assert done.status_code == 303
    assert not Contribution.objects.exists() and Concern.objects.exists()


def test_staff_who_write_it_down_for_somebody_come_back_to_the_ledger(cast, client_as) -> None:
    facts = {**SAY, "who": "person", "person": cast.people["cora"].code, "medium": "phone", "risk": "on"}
    facts["unit"] = cast.units["team"].code
    page = client_as("coordinator").post("/harbour/voices/new/", facts, follow=True).content.decode()
    assert "Only those who look after safety here see it from now on." in page and GRAVE not in page


def test_the_reading_order_shows_why(cast, client_as) -> None:
    said(cast, words="The tea is cold.")
    said(cast, words="He hit me with the door.")
    page = client_as("manager").get("/harbour/voices/reading/").content.decode()
    assert "hit me" in page and "Violence and abuse" in page and "Mo Haddad, Team manager" in page
    assert page.index("He hit me") < page.index("The tea is cold")


def test_reading_twice_is_told_and_once_sent_twice_is_not(cast, client_as) -> None:
    row = said(cast)
    url = f"/harbour/voices/{row.code}/read/"
    assert client_as("staff").post(url, {"once": "a" * 32}).status_code == 303
    assert client_as("staff").post(url, {"once": "a" * 32}).status_code == 303
    assert client_as("manager").post(url, {"once": "b" * 32}).status_code == 422


@pytest.mark.parametrize("many", [1, 12])
@pytest.mark.parametrize(
    ("who", "url"),
    [
        ("manager", "/harbour/voices/reading/"),
        ("coordinator", "/harbour/voices/reading/"),
        ("safeguarding", "/harbour/safeguarding/"),
        ("safeguarding", "/harbour/safeguarding/words/"),
    ],
)
def test_lists_cost_few_queries(cast, client_as, django_assert_max_num_queries, who, url, many) -> None:
    for _each in range(many):
        asks_for_contact(cast)
        raised(cast)
    client = client_as(who)
    with django_assert_max_num_queries(15):
        assert client.get(url).status_code == 200


def test_one_concern_costs_few_queries(cast, client_as, django_assert_max_num_queries) -> None:
    concern, client = raised(cast), client_as("safeguarding")
    for _each in range(5):
        client.get(f"/harbour/safeguarding/{concern.code}/")
    with django_assert_max_num_queries(27):  # five of them write down that it was opened, and seal that
        assert client.get(f"/harbour/safeguarding/{concern.code}/").status_code == 200


def test_the_queue_says_how_the_list_does(cast, client_as) -> None:
    make.contribution(cast, grave=1, read_by=make.days(-1))
    make.contribution(cast, grave=1, read_by=make.days(1))
    assert queries.phrase_unread(cast.actor("safeguarding"), make.days(0)) == (2, 1)
    page = client_as("safeguarding").get("/harbour/safeguarding/").content.decode()
    assert "This is not an emergency service" in page


def test_nobody_keeps_a_copy(cast, client_as) -> None:
    concern = raised(cast)
    for url in ("/harbour/safeguarding/", f"/harbour/safeguarding/{concern.code}/"):
        assert client_as("safeguarding").get(url)["Cache-Control"] == "no-store"


def test_without_a_lead_desk_and_settings_say_so(cast, client_as) -> None:
    words = "Nobody is the safeguarding lead."
    for who, url in (("coordinator", "/harbour/desk/"), ("administrator", "/harbour/settings/")):
        assert words not in client_as(who).get(url).content.decode()
    cast.org.memberships.filter(role="safeguarding").delete()
    for who, url in (("coordinator", "/harbour/desk/"), ("administrator", "/harbour/settings/")):
        assert words in client_as(who).get(url).content.decode()


def test_what_is_late_stands_on_desk_and_owed(cast, client_as) -> None:
    make.contribution(cast, read_by=make.days(-1))
    asks_for_contact(cast)
    for who, url in (("coordinator", "/harbour/desk/"), ("manager", "/harbour/owed/")):
        page = client_as(who).get(url).content.decode()
        assert "1 thing that was said was not read in time" in page and "1 person waits to be contacted" in page
