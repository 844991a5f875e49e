"""A letterbox: who makes it, what it asks and when, what is put in, and what is told where it is closed."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine
from django.db.models import ProtectedError
from django.utils import timezone

from alongside.core.errors import NotYours, Refused
from alongside.core.forms import new_token
from alongside.organisation import queries as organisations
from alongside.voice import queries, services
from alongside.voice.models import Contribution, Letterbox
from tests import make

from .access_letterboxes import ASKED, letterbox
from .factories import GRAVE, HOW, answered, fresh
from .test_speaking_pages import shown_code

pytestmark = pytest.mark.django_db
WORDS = "Loud, and the chairs are too low for my knees."


def put(client, box: Letterbox, words: str = WORDS, **values):
    url = f"/harbour/say/{box.address}/"
    page = client.get(url).content.decode()
    asked = page.split('name="asked" value="')[1].split('"')[0] if 'name="asked"' in page else ""
    return client.post(
        url, {"words": words, "uses": ["inside"], "once": new_token(), "asked": asked, **values}, follow=True
    )


# The verbs.


@pytest.mark.parametrize(("who", "may"), [("staff", True), ("manager", True), ("coordinator", True), ("board", False)])
def test_who_makes_one(cast, who, may) -> None:
    if may:
        assert letterbox(cast, by=cast.actor(who)).is_open
        return
    with pytest.raises(Refused, match="Ask the coordinator"):
        letterbox(cast, by=cast.actor(who))


def test_staff_make_none_for_another_team(cast) -> None:
    with pytest.raises(Refused):
        letterbox(cast, unit=cast.units["other_team"])
    with pytest.raises(NotYours):
        letterbox(cast, unit=organisations.top_unit(cast.other.pk))


def test_a_decision_brings_its_unit(cast) -> None:
    decision = make.decision(cast)
    box = letterbox(cast, unit=None, decision=decision, by=cast.actor("coordinator"))
    assert box.unit == decision.unit
    row, _code = services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    assert (row.decision, row.owner) == (decision, decision.owner)


def test_a_title_is_needed(cast) -> None:
    with pytest.raises(Refused, match="what it is called"):
        letterbox(cast, title=" ")


def test_a_new_text_is_a_new_question_and_answers_keep_the_old(cast) -> None:
    box = letterbox(cast)
    row, _code = services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    changed = services.change_letterbox(
        box=box, title="The hall", question="And the hall?", kind="idea", by=cast.actor("staff"), seen=box.version
    )
    later, _code = services.put_in(box=changed, words=WORDS, by=cast.actor("public"))
    assert (fresh(row).question.text, later.question.text) == (ASKED, "And the hall?")
    assert (row.kind, later.kind) == ("experience", "idea")
    with pytest.raises(Refused, match="Somebody changed"):
        services.change_letterbox(
            box=box, title="x", question="", kind="idea", by=cast.actor("staff"), seen=box.version
        )


def test_it_is_closed_and_opened_again_at_the_same_address(cast) -> None:
    box, staff = letterbox(cast), cast.actor("staff")
    closed = services.close_letterbox(box=box, by=staff)
    with pytest.raises(Refused, match="was closed"):
        services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    with pytest.raises(Refused, match="closed already"):
        services.close_letterbox(box=closed, by=staff)
    again = services.reopen_letterbox(box=closed, by=staff)
    assert again.address == box.address
    assert services.put_in(box=again, words=WORDS, by=cast.actor("public"))[0].letterbox == box
    assert [row.state for row in again.statuses.order_by("id")] == ["open", "closed", "open"]


def test_a_unit_that_is_closed_takes_no_words_and_owes_what_it_owed(cast) -> None:
    box = letterbox(cast)
    row, code = services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    box.unit.closed_on = make.days(-1)
    box.unit.save()
    with pytest.raises(Refused, match="was closed"):
        services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    assert queries.contribution_by_follow(cast.org, code, "::1").state == "received"
    closed = services.close_letterbox(box=box, by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="nobody would answer"):
        services.reopen_letterbox(box=closed, by=cast.actor("coordinator"))


def test_a_unit_with_a_letterbox_cannot_be_deleted(cast) -> None:
    box = letterbox(cast)
    with pytest.raises(ProtectedError):
        box.unit.delete()


def test_seals_hold(cast) -> None:
    services.put_in(box=letterbox(cast), words=WORDS, by=cast.actor("public"), lang="pl")
    assert not list(queries.broken_seals(cast.org.pk))


# Behind the address.


def test_somebody_without_an_account_puts_something_in(cast, client) -> None:
    box = letterbox(cast)
    page = client.get(f"/harbour/say/{box.address}/").content.decode()
    for text in (ASKED, "Nobody is watching this page", "contact me about this", "may be at risk", "How may we use"):
        assert text in page
    assert "What do you want to tell us?" not in page
    code = shown_code(put(client, box, lang="pl"))
    row = queries.contribution_by_follow(cast.org, code, "::1")
    assert (row.letterbox, row.question.text, row.unit, row.via) == (box, ASKED, box.unit, "public_page")
    assert (row.lang, row.kind) == ("pl", "experience")


@pytest.mark.parametrize("typed", ["{0}", "{1}", "{2}-{3}"])
def test_the_address_is_found_however_it_is_typed(cast, client, typed) -> None:
    address = letterbox(cast).address
    url = typed.format(address, address.upper(), address[:3], address[3:])
    assert client.get(f"/harbour/say/{url}/", follow=True).status_code == 200


def test_closed_unknown_and_foreign_look_the_same(cast, client) -> None:
    box = letterbox(cast)
    pages = []
    for url in (f"/elsewhere/say/{box.address}/", "/elsewhere/say/zzzzzz/"):
        answer = client.get(url)
        assert answer.status_code == 404
        pages.append(answer.content.decode())
    services.close_letterbox(box=box, by=cast.actor("staff"))
    for url in (f"/harbour/say/{box.address}/", "/harbour/say/zzzzzz/", "/harbour/say/" + "z" * 200 + "/"):
        answer = client.get(url)
        assert answer.status_code == 404
        pages.append(answer.content.decode())
    assert pages[0] == pages[1]
    assert pages[2] == pages[3] == pages[4]
    assert 'href="/harbour/say/"' in pages[2] and "ring 999" in pages[2]


def test_whoever_had_the_page_before_them_is_heard_when_it_is_closed(cast, client) -> None:
    box = letterbox(cast)
    asked = client.get(f"/harbour/say/{box.address}/").content.decode().split('name="asked" value="')[1].split('"')[0]
    services.close_letterbox(box=box, by=cast.actor("staff"))
    url, data = f"/harbour/say/{box.address}/", {"words": WORDS, "once": new_token()}
    refused = client.post(url, data)
    assert refused.status_code == 422
    assert "this is not kept yet" in refused.content.decode() and WORDS in refused.content.decode()
    assert len(shown_code(client.post(url, {**data, "asked": asked}, follow=True))) == 16


def test_the_question_that_stood_on_the_page_is_kept(cast, client) -> None:
    box = letterbox(cast)
    url = f"/harbour/say/{box.address}/"
    asked = client.get(url).content.decode().split('name="asked" value="')[1].split('"')[0]
    services.change_letterbox(box=box, title=box.title, question="And now?", kind="idea", by=cast.actor("staff"))
    client.post(url, {"words": WORDS, "asked": asked, "once": new_token()})
    client.post(url, {"words": f"{WORDS} Too.", "asked": "made up", "once": new_token()})
    found = Contribution.objects.order_by("id").values_list("question__text", flat=True)
    assert list(found) == [ASKED, "And now?"]


def test_what_may_be_a_risk_goes_to_the_lead(cast, client) -> None:
    box = letterbox(cast)
    put(client, box, GRAVE, risk="on", contact="on", how=HOW)
    assert Contribution.everything.get().restricted
    client.force_login(cast.users["manager"])
    page = client.get(f"/harbour/letterboxes/{box.code}/").content.decode()
    assert GRAVE not in page and "<b>0</b> voices" in page


@pytest.mark.parametrize(
    ("words", "says"),
    [("", "Write what you want to say"), (" \n\t ", "no words here"), ("x" * 40_000, "20,000")],
)
def test_what_cannot_be_kept_comes_back(cast, client, words, says) -> None:
    answer = put(client, letterbox(cast), words)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Contribution.objects.exists()


SHEET = "Day\tTea\tNoise\nMon\tcold\t9\nTue\t\t8\n"


@pytest.mark.parametrize(
    "words", ["😀🫶🏽", "<script>alert(1)</script><b>hi</b>", SHEET, "مرحبا، المقاعد منخفضة", "  x\n y "]
)
def test_hard_words_are_kept_as_they_were_said(cast, client, words) -> None:
    code = shown_code(put(client, letterbox(cast), words))
    assert Contribution.objects.get().words == words
    assert "<script>alert" not in client.get(f"/harbour/follow/{code}/").content.decode()


def test_somebody_signed_in_may_give_their_name(cast, client) -> None:
    box = letterbox(cast)
    client.force_login(cast.users["cora"])
    put(client, box, named="yes")
    assert Contribution.objects.get().person == cast.people["cora"]
    put(client, box, f"{WORDS} Again.", named="no")
    assert Contribution.objects.latest("id").person is None


def test_going_back_and_saying_it_again_is_one_voice(cast, client) -> None:
    box = letterbox(cast)
    first = shown_code(put(client, box))
    with time_machine.travel(timezone.now() + timedelta(minutes=5)):
        assert shown_code(put(client, box)) == first
    assert Contribution.objects.count() == 1


# For staff.


def test_presence_stands_beside_what_came_of_it(cast, client) -> None:
    box = letterbox(cast)
    first, _code = services.put_in(box=box, words=WORDS, by=cast.actor("public"))
    services.put_in(box=box, words="Cold.", by=cast.actor("public"))
    answered(first, cast)
    came = queries.came_through([box.pk])[box.pk]
    assert (came.voices, came.answers["adopted"], came.waiting) == (2, 1, 1)
    client.force_login(cast.users["board"])
    page = client.get("/harbour/letterboxes/").content.decode()
    assert "Done: 1, Not answered yet: 1" in page
    page = client.get(f"/harbour/letterboxes/{box.code}/").content.decode()
    assert "<b>2</b> voices" in page and "Poster to print" not in page


def test_in_a_file_the_question_stands_apart_from_where_it_is(cast, client) -> None:
    letterbox(cast, title="The hall", question=ASKED)
    client.force_login(cast.users["coordinator"])
    answer = client.get("/harbour/letterboxes/?file=csv")
    assert f"The hall: {ASKED}" in b"".join(answer.streaming_content).decode()


def test_staff_see_those_of_their_units(cast, client) -> None:
    letterbox(cast, unit=cast.units["other_team"], title="Peer support hall", by=cast.actor("coordinator"))
    client.force_login(cast.users["staff"])
    assert "Peer support hall" not in client.get("/harbour/letterboxes/").content.decode()


def test_making_one_by_hand(cast, client) -> None:
    client.force_login(cast.users["staff"])
    data = {"title": "The hall", "unit": cast.units["team"].code, "question": ASKED, "kind": "idea"}
    answer = client.post("/harbour/letterboxes/new/", {**data, "once": new_token()}, follow=True)
    assert "The hall" in answer.content.decode()
    box = Letterbox.objects.get()
    assert (box.question.text, box.kind, len(box.address)) == (ASKED, "idea", 6)


def test_the_poster_has_the_address_as_type_and_as_a_code(cast, client, settings) -> None:
    settings.ASSUME_PUBLIC_ADDRESS = "https://ledger.example.org"
    box = letterbox(cast)
    client.force_login(cast.users["staff"])
    page = client.get(f"/harbour/letterboxes/{box.code}/poster/").content.decode()
    assert f"ledger.example.org/harbour/say/{box.address}<" in page
    assert '<svg role="img"' in page and ASKED in page
    file = client.get(f"/harbour/letterboxes/{box.code}/code.svg")
    assert file["Content-Type"] == "image/svg+xml" and file.content.startswith(b"<?xml")


@pytest.mark.parametrize(
    "url", ["/harbour/letterboxes/", "/harbour/letterboxes/{}/", "/harbour/letterboxes/{}/poster/"]
)
def test_pages_ask_little(cast, client, django_assert_max_num_queries, url) -> None:
    boxes = [letterbox(cast, title=f"Room {n}") for n in range(8)]
    for box in boxes:
        for n in range(3):
            services.put_in(box=box, words=f"Cold {n}.", by=cast.actor("public"))
    client.force_login(cast.users["manager"])
    with django_assert_max_num_queries(15):
        assert client.get(url.format(boxes[0].code)).status_code == 200


def test_the_page_behind_the_address_asks_little(cast, client, django_assert_max_num_queries) -> None:
    box = letterbox(cast)
    with django_assert_max_num_queries(8):
        assert client.get(f"/harbour/say/{box.address}/").status_code == 200


def test_a_photo_goes_in_with_the_words(cast, client) -> None:
    page = client.get(f"/harbour/say/{letterbox(cast).address}/").content.decode()
    assert 'enctype="multipart/form-data"' in page and 'type="file"' in page
