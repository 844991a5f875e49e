"""What waits for somebody is said where they begin: a panel, until they have had their say; statements to be read."""

from __future__ import annotations

from alongside.voice import services
from alongside.voice.queries import asked_of_panels
from alongside.voice.services.together import close_ground
from alongside.voice.tests.factories import WORDS
from alongside.voice.tests.showing_factories import appealed, member, panel
from alongside.voice.tests.together import asked, said_there

ASKED = "May everybody read this? The panel is asked"


def test_it_stands_on_their_page_until_they_said_what_they_think(
    cast, client_as, django_assert_max_num_queries
) -> None:
    panel(cast, "dev", "noor", "eoin")
    appeal = appealed(cast)
    client = client_as("dev")
    page = client.get("/me/").content.decode()
    assert ASKED in page and f"/harbour/appeals/{appeal.code}/" in page
    assert WORDS not in page  # what it is about stands on the page of the panel alone
    with django_assert_max_num_queries(15):
        assert client.get("/me/").status_code == 200
    services.vote(appeal=appeal, show=True, by=member(cast, "dev"))
    assert ASKED not in client.get("/me/").content.decode()


def test_nobody_else_sees_it(cast, client_as) -> None:
    panel(cast, "cora", "dev", "noor")
    appealed(cast)
    assert ASKED not in client_as("cora").get("/me/").content.decode()  # her own words: the others decide
    assert list(asked_of_panels([cast.people["eoin"].pk])) == []


def test_what_was_decided_or_left_waits_no_more(cast) -> None:
    seats = panel(cast, "dev", "noor", "eoin")
    appeal, dev = appealed(cast), cast.people["dev"].pk
    assert list(asked_of_panels([dev])) == [appeal]
    services.end_on_panel(member=seats[0], by=cast.actor("administrator"))
    assert list(asked_of_panels([dev])) == []
    for who in ("noor", "eoin"):
        services.vote(appeal=appeal, show=True, by=member(cast, who))
    assert list(asked_of_panels([cast.people["noor"].pk])) == []


def test_statements_that_wait_to_be_read_stand_on_the_desk(cast, client_as) -> None:
    ground = asked(cast)
    said_there(cast, ground)
    for who, url in (("coordinator", "/harbour/desk/"), ("manager", "/harbour/owed/")):
        page = client_as(who).get(url).content.decode()
        assert "1 statement waits to be read" in page and "/harbour/voices/together/" in page
    close_ground(ground=ground, by=cast.actor("manager"))
    assert "waits to be read" not in client_as("coordinator").get("/harbour/desk/").content.decode()
