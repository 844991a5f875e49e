"""Lists that somebody takes with them: what they may see, and no more; and that it is written down."""

from __future__ import annotations

import csv
import io

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from alongside.audit import queries as audit
from alongside.audit.models import Content, Event
from alongside.organisation.models import Membership
from alongside.voice.services import withdraw
from alongside.voice.shapes import Uses
from alongside.voice.tests.factories import raised, said, said_by_nobody
from tests import make

HYPERLINK = '=HYPERLINK("http://example.org","look")'
LEDGER = "/harbour/voices/?state=all&list=ledger"
REGISTER = "/harbour/people/"


def lines(client, url: str) -> list[list[str]]:
    response = client.get(url)
    assert response.status_code == 200 and response.streaming, url
    return list(csv.reader(io.StringIO(response.getvalue().decode("utf-8-sig"))))


def taken() -> list[Event]:
    return list(Event.objects.filter(name="list_taken").order_by("seq"))


def test_the_register_leaves_as_it_is_seen_and_that_is_written_down(cast, client_as) -> None:
    coordinator = client_as("coordinator")
    assert "It is written down that you took it." in coordinator.get(REGISTER).content.decode()
    found = lines(coordinator, f"{REGISTER}?state=active&file=csv")
    assert found[0] == ["Name", "Where they stand", "Looked after by", "Since"]
    assert sorted(line[0] for line in found[1:]) == sorted(person.name for person in cast.people.values())
    event = taken()[0]
    assert (event.room, event.actor_id, event.target) == ("home", cast.users["coordinator"].pk, cast.org.code)
    assert Content.objects.get(event=event).facts == {
        "list": "people.PeopleTable",
        "kind": "csv",
        "count": 4,
        "narrowed_by": ["state"],
    }
    record = client_as("administrator").get("/harbour/record/").content.decode()
    assert "home: list taken · The register (CSV, 4 rows)" in record


def test_of_what_is_before_the_safeguarding_lead_the_record_says_nothing(cast, client_as) -> None:
    """Whoever saw how many rows were taken would know that something was raised."""
    raised(cast)
    assert len(lines(client_as("safeguarding"), "/harbour/safeguarding/?file=csv")) == 2
    assert "count" not in Content.objects.get(event=taken()[0]).facts
    record = client_as("administrator").get("/harbour/record/").content.decode()
    assert "home: list taken · a list" in record and "Nearest day" not in record


@pytest.mark.parametrize("who", ["public", "stranger", "staff", "board"])
def test_whoever_may_not_open_the_page_gets_nothing(cast, client_as, who) -> None:
    page, file = (client_as(who).get(REGISTER + query) for query in ("", "?file=csv"))
    assert page.status_code == file.status_code == 404 and taken() == []
    assert client_as(who).get("/harbour/nowhere/?file=csv").status_code == 404


def test_whoever_loses_the_role_between_gets_nothing(cast, client_as) -> None:
    coordinator = client_as("coordinator")
    assert lines(coordinator, f"{REGISTER}?file=csv")
    Membership.objects.filter(user=cast.users["coordinator"]).update(until=timezone.localdate())
    assert coordinator.get(f"{REGISTER}?file=csv").status_code == 404
    assert len(taken()) == 1


def test_words_are_whole_and_none_is_a_formula(cast, client_as) -> None:
    long = "They never come. " * 20
    said(cast, words=HYPERLINK)
    said(cast, words=long)
    said(cast, words="للأسف 🙁 they did not listen.\x00")
    found = [line[0] for line in lines(client_as("manager"), f"{LEDGER}&file=csv")[1:]]
    assert f"'{HYPERLINK}" in found and long in found
    assert any("للأسف 🙁" in words for words in found)


def test_words_that_somebody_may_not_read_are_not_in_their_file(cast, client_as) -> None:
    said(cast, words="For those who answer alone.", uses=Uses(inside=False, public=False))
    assert "For those who answer alone." in str(lines(client_as("manager"), f"{LEDGER}&file=csv"))
    withheld = lines(client_as("board"), f"{LEDGER}&file=csv")
    assert "For those who answer alone." not in str(withheld) and len(withheld) == 2


def test_what_was_taken_back_is_in_no_file(cast, client_as) -> None:
    row = said(cast, words="Take this back.")
    withdraw(contribution=row, by=cast.actor("cora"))
    assert "Take this back." not in str(lines(client_as("manager"), f"{LEDGER}&file=csv"))


def test_the_file_has_every_row_and_the_page_has_the_first(cast, client_as) -> None:
    for number in range(30):
        said_by_nobody(cast, words=f"Words {number}.")
    found = lines(client_as("manager"), f"{LEDGER}&file=csv&after=nonsense")
    assert found[0][0] == "What was said" and "Choose" not in found[0] and "Received on" in found[0]
    assert {line[0] for line in found[1:]} == {f"Words {number}." for number in range(30)}
    assert {line[found[0].index("Received on")] for line in found[1:]} == {timezone.localdate().isoformat()}


def test_the_same_queries_for_one_row_and_for_many(cast, client_as) -> None:
    """What the page asks before its list, which rows there are, their event, and a slice."""
    client, asked = client_as("manager"), []
    for number in (1, 40):
        for each in range(number):
            said_by_nobody(cast, words=f"{number} {each}")
        with CaptureQueriesContext(connection) as queries:
            lines(client, f"{LEDGER}&file=csv")
        asked.append(len(queries))
    assert asked == [16, 16]


def test_a_page_with_several_lists_gives_the_one_that_was_asked(cast, client_as) -> None:
    make.busy(cast)
    client = client_as("coordinator")
    ages = lines(client, "/harbour/voices/?file=csv&list=ages")
    assert ages[0][0] == "Who answers" and "Over 12 weeks" in ages[0]
    assert lines(client, "/harbour/voices/?file=csv&list=owed")[0][0] == "What was said"
    assert taken()[-1].name == "list_taken" and len(taken()) == 1  # counts name nobody


def test_asking_twice_at_once_is_two_files_and_two_events(cast, client_as) -> None:
    client = client_as("coordinator")
    first, second = (client.get(f"{REGISTER}?file={kind}") for kind in ("csv", "xlsx"))
    assert len(first.getvalue().splitlines()) == 5 and second.getvalue().startswith(b"PK")
    assert [Content.objects.get(event=event).facts["kind"] for event in taken()] == ["csv", "xlsx"]
    assert not [*audit.broken_links(cast.org.pk), *audit.broken_contents(cast.org.pk)]


def test_what_is_ones_own_or_everybodys_is_not_written_down(cast, client_as) -> None:
    said(cast)
    cora = client_as("cora")
    page = cora.get("/me/said/").content.decode()
    assert "Take this list with you" in page and "written down" not in page
    assert lines(cora, "/me/said/?file=csv")[0][0] == "What I said"
    assert taken() == []


@pytest.mark.parametrize("query", ["?file=pdf", "?file=", "?file=csv&list=nothing"])
def test_what_nobody_knows_is_the_plain_page(cast, client_as, query) -> None:
    response = client_as("coordinator").get(REGISTER + query)
    assert response.status_code == 200 and not response.streaming and b"The register" in response.content


def test_an_empty_list_is_a_file_with_headings(cast, client_as) -> None:
    assert lines(client_as("coordinator"), f"{REGISTER}?name=Xx&file=csv") == [
        ["Name", "Where they stand", "Looked after by", "Since"]
    ]
    assert "file=csv" not in client_as("coordinator").get(f"{REGISTER}?name=Xx").content.decode()
