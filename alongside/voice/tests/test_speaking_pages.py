"""Speaking, and following what one said: without an account, on paper, twice, with a wrong code."""

from __future__ import annotations

import re

import pytest
from django.core.cache import cache
from django.test import Client

from alongside.core.forms import new_token
from alongside.core.models import Once
from alongside.voice import queries, services
from alongside.voice.models import Contribution
from tests import make

from .factories import REASON, WORDS, answered, fresh, said_by_nobody


@pytest.fixture(autouse=True)
def nobody_has_tried() -> None:
    cache.clear()


def words(**values) -> dict[str, object]:
    return {"kind": "idea", "words": WORDS, "uses": ["inside", "public"], "once": new_token(), **values}


def shown_code(response) -> str:
    return re.search(r'class="al-code"[^>]*>([^<]+)<', response.content.decode())[1].replace(" ", "")


def test_anyone_can_say_something_and_gets_a_code_once(client_as, cast) -> None:
    client = client_as("public")
    response = client.post("/harbour/say/", words(unit=cast.units["other_team"].code), follow=True)
    code = shown_code(response)
    assert len(code) == 16
    contribution = Contribution.objects.get()
    assert (contribution.unit, contribution.via, contribution.use_public) == (
        cast.units["other_team"],
        "public_page",
        True,
    )
    assert queries.contribution_by_follow(cast.org, code, "::1") == contribution
    again = client.get("/harbour/say/done/").content.decode()
    assert "shown once" in again
    assert code not in again.replace(" ", "")


def test_the_code_is_kept_nowhere(client_as, cast) -> None:
    client = client_as("public")
    code = shown_code(client.post("/harbour/say/", words(), follow=True))
    client.post("/harbour/follow/", {"code": code, "once": new_token()})
    grouped = "-".join(code[n : n + 4] for n in range(0, 16, 4))
    kept = str(list(Contribution.objects.values())) + str(list(Once.objects.values())) + str(cache.__dict__)
    assert code not in kept
    assert grouped not in kept


def page_token(response) -> str:
    return re.search(r'name="once" value="([0-9a-f]{32})"', response.content.decode())[1]


def test_going_back_and_saying_it_again_is_one_voice(client_as, cast) -> None:
    """A browser that goes back asks for the page anew, and fills in the words by itself."""
    client, codes, tokens = client_as("public"), [], []
    for _time in range(2):
        tokens.append(page_token(client.get("/harbour/say/")))
        codes.append(shown_code(client.post("/harbour/say/", words(once=tokens[-1]), follow=True)))
    assert tokens[0] != tokens[1] and codes[0] == codes[1]
    assert Contribution.objects.count() == 1


@pytest.mark.parametrize(
    "changed", [{"words": f"{WORDS} And more."}, {"kind": "concern"}, {"words": "Too slow."}, {"uses": ["inside"]}]
)
def test_something_else_from_the_same_browser_is_another_voice(client_as, cast, changed) -> None:
    client = client_as("public")
    first = {"words": "Too slow."} if changed.get("words") == "Too slow." else {}
    for values in (first, changed):
        token = page_token(client.get("/harbour/say/"))
        client.post("/harbour/say/", words(once=token, **values))
    assert Contribution.objects.count() == 2


def test_the_same_words_from_two_places_are_two_voices(client_as, cast) -> None:
    for who in range(2):
        client, place = client_as("public"), f"198.51.100.{who}"
        client.post("/harbour/say/", words(once=page_token(client.get("/harbour/say/"))), REMOTE_ADDR=place)
    assert Contribution.objects.count() == 2


@pytest.mark.parametrize("cookie", ["", "broken", "a:b:c"])
def test_a_browser_that_keeps_no_cookie_can_speak(client_as, cast, cookie) -> None:
    client = client_as("public")
    token = page_token(client.get("/harbour/say/"))
    client.cookies["saying"] = cookie
    assert len(shown_code(client.post("/harbour/say/", words(once=token), follow=True))) == 16
    assert Contribution.objects.count() == 1


def test_the_same_form_sent_twice_is_kept_once_with_one_code(client_as, cast) -> None:
    client, data = client_as("public"), words()
    first = shown_code(client.post("/harbour/say/", data, follow=True))
    second = shown_code(client.post("/harbour/say/", data, follow=True))
    assert first == second
    assert Contribution.objects.count() == 1
    assert shown_code(client.post("/harbour/say/", {**data, "words": "More."}, follow=True)) != first


def test_a_form_without_a_token_works_too(client_as, cast) -> None:
    data = words()
    del data["once"]
    code = shown_code(client_as("public").post("/harbour/say/", data, follow=True))
    assert queries.contribution_by_follow(cast.org, code, "::1").words == WORDS


@pytest.mark.parametrize(
    ("typed", "told"),
    [("", "Write what you want to say"), ("   \u200b ", "no words here"), ("x" * 40_000, "20,000")],
)
def test_what_cannot_be_kept_comes_back_with_everything_typed(client_as, cast, typed, told) -> None:
    response = client_as("public").post("/harbour/say/", words(words=typed, about="The bus stop"))
    text = response.content.decode()
    assert response.status_code == 422
    assert told in text
    assert "The bus stop" in text
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(
    "typed",
    ["<script>alert(1)</script> & “quotes”", "🫶🏽 👩‍👩‍👧", "مرحبا \u202eabc", "a\x00b", "  indented\n  twice  "],
)
def test_hard_words_are_kept_and_shown_safely(client_as, cast, typed) -> None:
    client = client_as("public")
    code = shown_code(client.post("/harbour/say/", words(words=typed), follow=True))
    assert Contribution.objects.get().words == typed.replace("\x00", "")
    page = client.get(f"/harbour/follow/{code}/").content.decode()
    assert "<script>alert" not in page


def test_the_page_says_that_nobody_reads_it_live(client_as, cast) -> None:
    page = client_as("public").get("/harbour/say/").content.decode()
    assert "Nobody is watching this page" in page
    assert "0113 496 0999" in page
    assert "Safeguarding lead" in page
    assert "Safiya" not in page  # a stranger sees whom to ask for, not who works here


def test_somebody_signed_in_speaks_with_their_name(client_as, cast) -> None:
    response = client_as("cora").post("/harbour/say/", words(named="yes"))
    contribution = Contribution.objects.get()
    assert contribution.person == cast.people["cora"]
    assert response["Location"] == f"/me/said/{contribution.code}/preview/"


def test_whoever_speaks_with_their_name_reads_first_that_it_is_kept(client_as, cast) -> None:
    page = client_as("cora").post("/harbour/say/", words(named="yes", uses=[]), follow=True).content.decode()
    assert page.index("We have your words. Nobody changes them.") < page.index("<h1")


def test_or_without_it_and_then_nothing_leads_to_them(client_as, cast) -> None:
    response = client_as("cora").post("/harbour/say/", words(named="no"), follow=True)
    contribution = Contribution.objects.get()
    assert shown_code(response)
    assert (contribution.person, contribution.recorded_by, contribution.by_kind) == (None, None, "public")
    assert not queries.said_by([cast.people["cora"].pk]).exists()


def test_somebody_on_the_register_is_asked_with_or_without(client_as, cast) -> None:
    assert client_as("cora").post("/harbour/say/", words()).status_code == 422
    assert not Contribution.objects.exists()


def test_staff_who_speak_for_themselves_are_nobody(client_as, cast) -> None:
    client_as("staff").post("/harbour/say/", words())
    assert Contribution.objects.get().recorded_by is None


def test_about_a_decision_that_the_reader_may_see(client_as, cast) -> None:
    public, private = make.decision(cast, audience="public"), make.decision(cast, audience="staff")
    client = client_as("public")
    assert client.get(f"/harbour/say/?decision={private.code}").status_code == 404
    assert public.title in client.get(f"/harbour/say/?decision={public.code}").content.decode()
    client.post(f"/harbour/say/?decision={public.code}", words())
    assert Contribution.objects.get().decision == public


def test_a_unit_of_somebody_else_cannot_be_chosen(client_as, cast) -> None:
    response = client_as("public").post("/harbour/say/", words(unit=cast.units["elsewhere"].code))
    assert response.status_code == 422


def test_support_for_one_person_is_not_named_to_everybody(client_as, cast) -> None:
    cast.units["other_team"].level = "one_to_one"
    cast.units["other_team"].save()
    assert cast.units["other_team"].code not in client_as("public").get("/harbour/say/").content.decode()


# With a code.


def test_a_code_however_it_is_typed_leads_to_the_words(cast) -> None:
    _contribution, code = said_by_nobody(cast)
    client = Client()
    for typed in (code, code.upper(), f" {code[:4]}-{code[4:8]} {code[8:]} "):
        response = client.post("/harbour/follow/", {"code": typed, "once": new_token()})
        assert response.status_code == 303
    page = client.get(response["Location"])
    assert WORDS in page.content.decode()


def test_a_page_with_a_code_is_kept_by_nobody(cast) -> None:
    contribution, code = said_by_nobody(cast)
    answered(contribution, cast)
    page = Client().get(f"/harbour/follow/{code}/")
    assert page["Cache-Control"] == "no-store"
    assert page["Referrer-Policy"] == "no-referrer"
    assert "noindex" in page["X-Robots-Tag"]
    form = Client().get(f"/harbour/follow/{code}/challenge/")
    assert form["Cache-Control"] == "no-store"
    assert form["Referrer-Policy"] == "same-origin"  # or nothing could be sent from it


def test_the_answer_is_there_at_once_and_can_be_questioned(cast) -> None:
    contribution, code = said_by_nobody(cast)
    answered(contribution, cast)
    client, base = Client(), f"/harbour/follow/{code}/"
    assert REASON in client.get(base).content.decode()
    done = client.post(f"{base}challenge/", {"kind": "not_true", "words": "It is not.", "once": new_token()})
    assert done["Location"] == base
    assert fresh(contribution).state == "challenged"
    assert "It is not." in client.get(base).content.decode()


def test_and_taken_back(cast) -> None:
    contribution, code = said_by_nobody(cast)
    client, base = Client(), f"/harbour/follow/{code}/"
    client.post(f"{base}take-back/", {"once": new_token()})
    assert fresh(contribution).words == ""
    page = client.get(base).content.decode()
    assert WORDS not in page
    assert "You took it back" in page
    assert client.get(f"{base}take-back/").status_code == 404


def test_a_code_works_only_where_it_was_given(cast) -> None:
    _contribution, code = said_by_nobody(cast)
    assert Client().get(f"/elsewhere/follow/{code}/").status_code == 404


def test_after_ten_wrong_codes_no_code_works_for_a_while(cast) -> None:
    _contribution, code = said_by_nobody(cast)
    client, url = Client(), f"/harbour/follow/{code}/"
    wrong = [client.get(f"/harbour/follow/wrong{n}/") for n in range(10)]
    assert {response.status_code for response in wrong} == {404}
    limited = client.get(url)
    assert limited.status_code == 404
    assert limited.content == wrong[0].content.replace(b"wrong0", code.encode())
    assert client.get(url, REMOTE_ADDR="192.0.2.7").status_code == 200
    response = client.post("/harbour/follow/", {"code": code, "once": new_token()})
    assert response.status_code == 422
    assert "do not know this code" in response.content.decode()


def test_ten_right_ones_are_no_guessing(cast) -> None:
    _contribution, code = said_by_nobody(cast)
    assert {Client().get(f"/harbour/follow/{code}/").status_code for _ in range(12)} == {200}


def test_what_is_said_about_it_by_code_counts_as_the_authors(cast) -> None:
    contribution, _code = said_by_nobody(cast)
    answered(contribution, cast)
    services.challenge(contribution=contribution, kind="not_true", by=queries.holder_of(contribution))
    assert contribution.challenges.get().by_kind == "code"
