"""Whoever took part reads what came of it, and is told when it is decided or opened again."""

import re

import pytest

from alongside.home.queries import mine
from alongside.involvement import services
from alongside.post.models import Message
from tests import make
from tests.make import days


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def panel(cast):
    """Cora and Dev came; Eoin has a place and was not written down; Noor gave hers back."""
    opportunity = make.opportunity(cast, state="filled")
    meeting = make.meeting(cast, opportunity)
    for who, role in (("cora", 5), ("dev", 3)):
        make.attended(meeting, make.place(cast, who, opportunity, role=role))
    make.place(cast, "eoin", opportunity)
    make.place(cast, "noor", opportunity, state="withdrawn", withdrawn_on=days(-6))
    return opportunity


def decide(cast, panel, **values):
    words = {"outcome": "We chose somebody.", "reason": "She listens.", "decided_on": days(-1), **values}
    panel.decision.refresh_from_db()
    seen = panel.decision.version
    return services.record_outcome_with(decision=panel.decision, seen=seen, by=cast.actor("manager"), **words)


def told(kind: str) -> list[int]:
    return sorted(Message.objects.filter(kind=kind).values_list("to_person", flat=True))


def people(cast, *names: str) -> list[int]:
    return sorted(cast.people[name].pk for name in names)


# Being told.


def test_everybody_who_took_part_is_told_once(cast, panel) -> None:
    decide(cast, panel)
    assert told("decided") == people(cast, "cora", "dev", "eoin")
    message = Message.objects.filter(kind="decided").first()
    assert panel.decision.title in message.body and message.link == "/me/took-part/"
    assert "She listens" not in message.body


def test_whoever_raised_it_is_not_told_twice(cast, panel) -> None:
    panel.decision.raised_by = cast.people["cora"]
    panel.decision.save()
    decide(cast, panel)
    assert told("decided") == people(cast, "dev", "eoin")
    assert told("raised_moved") == people(cast, "cora")


def test_opening_it_again_tells_them_and_so_does_deciding_again(cast, panel) -> None:
    decided = decide(cast, panel)
    services.reopen_with(decision=decided, reason="A vote was lost.", seen=decided.version, by=cast.actor("manager"))
    assert told("open_again") == people(cast, "cora", "dev", "eoin")
    decide(cast, panel)
    assert len(told("decided")) == 6


def test_attendance_that_is_corrected_afterwards_tells_nobody_again(cast, panel) -> None:
    decided = decide(cast, panel)
    services.outcomes.restate(decided, by=cast.actor("coordinator"))
    assert len(told("decided")) == 3


def test_opening_again_on_the_page(cast, panel, client_as) -> None:
    decide(cast, panel)
    client, url = client_as("manager"), f"/harbour/decisions/{panel.decision.code}/reopen/"
    page = client.get(url)
    assert "Those who took part read this." in text(page)
    seen = re.search(r'name="seen" value="(\d+)"', page.content.decode())[1]
    assert "Open it again?" in text(client.post(url, {"reason": "", "seen": seen}))
    assert "we write to those who took part" in text(client.post(url, {"reason": "Oh.", "seen": seen}, follow=True))
    assert len(told("open_again")) == 3


# Reading it.


def test_my_page_shows_my_part_and_what_came_of_it(cast, panel, client_as) -> None:
    assert "You shared the decision. Not decided yet." in text(client_as("cora").get("/me/"))
    decide(cast, panel)
    shown = text(client_as("cora").get("/me/"))
    assert "You shared the decision. Decided on" in shown
    assert "We chose somebody. Why: She listens." in shown
    assert "All that you took part in" in shown
    assert "You were involved. Decided on" in text(client_as("dev").get("/me/"))
    assert "You shared the decision. Decided on" not in text(client_as("board").get("/me/", follow=True))


def test_whoever_gave_the_place_back_reads_nothing(cast, panel) -> None:
    decide(cast, panel)
    noor = cast.people["noor"].pk
    assert list(mine.places_of([noor])) == []


def test_what_is_different_now_is_shown_to_those_who_may_read_it(cast, panel, client_as) -> None:
    said = make.contribution(cast, decision=panel.decision)
    make.changed(cast, said, what="No car is asked for any more")
    assert "Different now: No car is asked for any more" in text(client_as("cora").get("/me/"))
    assert "No car is asked for any more" in text(client_as("cora").get("/me/took-part/"))
    assert "No car" not in text(client_as("dev").get("/me/took-part/"))


def test_the_newest_first_and_the_whole_list_on_its_own_page(cast, client_as) -> None:
    for number in range(30):
        about = make.decision(
            cast,
            title=f"Post {number}",
            state="decided",
            taken="without",
            opened_on=days(-90),
            decided_on=days(-40 - number),
            outcome=f"Number {number}.",
        )
        opportunity = make.opportunity(cast, about, title=f"Panel {number}", state="done")
        make.attended(make.meeting(cast, opportunity, days(-50)), make.place(cast, "cora", opportunity))
    client = client_as("cora")
    shown = text(client.get("/me/"))
    assert [f"Panel {number} " in shown for number in range(4)] == [True, True, True, False]
    first = client.get("/me/took-part/")
    assert text(first).index("Panel 0 ") < text(first).index("Panel 24 ") and "Panel 25 " not in text(first)
    after = re.search(r'href="(\?[^"]*after=[^"]+)"', first.content.decode())[1].replace("&amp;", "&")
    assert "Panel 29 " in text(client.get(f"/me/took-part/{after}"))


def test_what_is_offered_stands_among_what_needs_me(cast, client_as) -> None:
    make.place(cast, "cora", make.opportunity(cast, state="closed"), state="offered")
    shown = text(client_as("cora").get("/me/"))
    assert "Do you want this place?" in shown and "When you have taken part in something" in shown


def test_what_it_costs(cast, panel, client_as, django_assert_max_num_queries) -> None:
    decide(cast, panel)
    make.changed(cast, make.contribution(cast, decision=panel.decision))
    client = client_as("cora")
    with django_assert_max_num_queries(9):
        assert client.get("/me/took-part/").status_code == 200


def test_nothing_yet(client_as) -> None:
    assert "you read here what came of it" in text(client_as("cora").get("/me/took-part/"))
