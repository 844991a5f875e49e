"""The pages on which words are looked at, decided on and appealed about."""

from __future__ import annotations

import pytest

from alongside.voice import queries, services
from alongside.voice.models import PanelMember, Preview, Showing
from alongside.voice.shapes import Uses

from .factories import PUBLIC, fresh, said_by_nobody, told
from .showing_factories import WHY, agreed, appealed, decided, in_public, panel, waiting

NAMED = "Ruby Fox told me on 3 May to ring 07700 900123."


def read(client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return " ".join(response.content.decode().split())


def seen(client, url: str) -> dict[str, str]:
    """What a form on a page carries unseen."""
    form = client.get(url).context["form"]
    return {"seen": str(form["seen"].value()), "once": form["once"].value()}


def test_the_author_sees_what_each_reader_sees_and_what_could_give_them_away(cast, client_as) -> None:
    row = told(cast, words=NAMED, uses=PUBLIC)
    page = read(client_as("cora"), f"/me/said/{row.code}/preview/")
    assert "<mark>Ruby Fox</mark>" in page and "<mark>3 May</mark>" in page and "<mark>07700 900123</mark>" in page
    assert "People who work here" in page and "Those who pay for the services" in page and "Anyone" in page
    assert "They see nothing of it" in page and "Only a few people have spoken" in page


def test_the_author_says_yes(cast, client_as) -> None:
    row, client = told(cast, uses=PUBLIC), client_as("cora")
    url = f"/me/said/{row.code}/preview/"
    assert "Look first at how they will see them" in read(client, f"/me/said/{row.code}/")
    response = client.post(url, seen(client, url))
    assert response["Location"] == f"/me/said/{row.code}/"
    page = read(client, f"/me/said/{row.code}/")
    assert "Waits for a decision" in page and "Somebody decides by" in page


def test_what_changed_meanwhile_is_shown_again(cast, client_as) -> None:
    row, client = told(cast, uses=PUBLIC), client_as("cora")
    url = f"/me/said/{row.code}/preview/"
    before = seen(client, url)
    services.write_own_version(contribution=row, words="Short.", use=True, by=cast.actor("cora"))
    response = client.post(url, before)
    assert response.status_code == 422 and "Look at it again" in response.content.decode()
    assert not Preview.objects.exists()


def test_allowing_more_leads_to_looking(cast, client_as) -> None:
    row, client = told(cast), client_as("cora")
    response = client.post(f"/me/said/{row.code}/uses/", {"uses": ["inside", "public"]})
    assert response["Location"] == f"/me/said/{row.code}/preview/"
    response = client.post(f"/me/said/{row.code}/uses/", {"uses": ["inside"]})
    assert response["Location"] == f"/me/said/{row.code}/"


def test_with_a_code(cast, client_as) -> None:
    row, code = said_by_nobody(cast, uses=PUBLIC)
    client, url = client_as("public"), f"/harbour/follow/{code}/preview/"
    assert "How others will see your words" in read(client, url)
    response = client.post(url, seen(client, url))
    assert response["Location"] == f"/harbour/follow/{code}/"
    assert fresh(row).previewed_on is not None
    assert client.get("/harbour/follow/AAAAAAAAAAAAAAAA/preview/").status_code == 404


def test_on_the_phone_it_has_to_be_read_to_them(cast, client_as) -> None:
    row, client = told(cast, uses=PUBLIC), client_as("manager")
    url = f"/harbour/voices/{row.code}/preview/"
    assert "Read this to them as it stands here." in read(client, url)
    response = client.post(url, {**seen(client, url), "medium": "phone"})
    assert response.status_code == 422 and "tick that they heard it" in response.content.decode()
    client.post(url, {**seen(client, url), "medium": "phone", "read_aloud": "on"})
    assert Preview.objects.get().read_aloud


@pytest.mark.parametrize("words", ["", "   ", "🙂", "x" * 20_001, "<script>alert(1)</script>"])
def test_strange_versions(cast, client_as, words) -> None:
    row, client = told(cast, uses=PUBLIC), client_as("cora")
    url = f"/me/said/{row.code}/own-version/"
    response = client.post(url, {**seen(client, url), "words": words, "use": "on"})
    assert response.status_code == (303 if words.strip() and len(words) <= 20_000 else 422)
    assert "<script>alert" not in read(client, f"/me/said/{row.code}/preview/")


def test_the_queue_and_one_decision(cast, client_as) -> None:
    showing, client = waiting(cast, words=NAMED), client_as("coordinator")
    assert "Ruby Fox told me" in read(client, "/harbour/showing/")
    url = f"/harbour/showing/{showing.code}/"
    page = read(client, url)
    assert "Cora" not in page and "Ruby Fox (A name)" in page
    facts = {
        "outcome": "covered",
        "left_out": ["0"],
        "more": "to ring\nnot there",
        "more_as": "tells",
        "rule": "person",
    }
    response = client.post(url, {**seen(client, url), **facts, "why": WHY})
    assert response.status_code == 303
    assert [span[2] for span in fresh(showing).pieces["words"]] == ["name", "tells"]
    decided_page = read(client, f"/me/said/{showing.contribution.code}/", status=404)
    assert decided_page
    own = read(client_as("cora"), f"/me/said/{showing.contribution.code}/")
    assert WHY in own and "I do not agree: ask the panel" in own


def test_nothing_is_left_out_of_what_is_shown_as_it_is(cast, client_as) -> None:
    showing, client = waiting(cast, words=NAMED), client_as("coordinator")
    url = f"/harbour/showing/{showing.code}/"
    client.post(url, {**seen(client, url), "outcome": "shown", "left_out": ["0"], "more": "", "more_as": "name"})
    assert fresh(showing).pieces == {"words": []}


def test_the_panel_reads_words_without_a_name(cast, client_as) -> None:
    panel(cast, "dev", "eoin")
    made = appealed(cast)
    client = client_as("dev")
    assert made.code in read(client, "/harbour/appeals/")
    url = f"/harbour/appeals/{made.code}/"
    page = read(client, url)
    assert "Cora" not in page and "That is not so." in page and WHY in page
    assert client.post(url, {"show": "yes"}).status_code == 303
    assert "You have had your say" in read(client, url)
    client_as("eoin").post(url, {"show": "yes"})
    assert fresh(made.showing).state == "shown"
    assert read(client_as("cora"), "/harbour/appeals/", status=404)


def test_the_rules_are_changed_and_the_old_ones_stay_readable(cast, client_as) -> None:
    client, url = client_as("administrator"), "/harbour/showing/rules/"
    now = client.get(url).context["form"]
    facts = {name: str(now[name].value()) for name in now.fields if name != "once"}
    for own in ("Nobody is named here.", "Nobody at all is named here."):
        facts["seen"] = seen(client, url)["seen"]
        assert client.post(url, {**facts, "own1": own}).status_code == 303
    page = read(client_as("public"), "/harbour/heard/rules/")
    assert (
        "Nobody at all is named here." in page and "Before that, rules of" in page and "Nobody is named here." in page
    )


def test_who_is_on_the_panel(cast, client_as) -> None:
    client, url = client_as("coordinator"), "/harbour/showing/panel/"
    assert client.post(url, {"person": cast.people["dev"].code}).status_code == 303
    assert client.post(url, {"person": "Nobody Here"}).status_code == 422
    member = PanelMember.objects.get()
    assert "Dev" in read(client, url)
    client.post(f"{url}{member.code}/", {})
    assert PanelMember.objects.get().until is not None


def test_the_desk_shows_it_as_a_debt(cast, client_as) -> None:
    waiting(cast)
    page = read(client_as("coordinator"), "/harbour/desk/")
    assert "1 thing waits for a decision whether everybody may read it" in page
    assert "Nobody is on the panel: name contributors." in page
    assert "waits for a decision whether" not in read(client_as("manager"), "/harbour/owed/")


@pytest.mark.parametrize(
    ("who", "url"),
    [
        ("coordinator", "/harbour/showing/"),
        ("coordinator", "/harbour/showing/?state=not_shown"),
        ("dev", "/harbour/appeals/"),
        ("public", "/harbour/heard/"),
        ("public", "/harbour/heard/?came=everything"),
        ("public", "/harbour/heard/rules/"),
        ("public", "/harbour/"),
    ],
)
def test_pages_ask_few_questions(cast, client_as, django_assert_max_num_queries, who, url) -> None:
    panel(cast, "dev")
    for _ in range(3):
        in_public(cast, uses=Uses(public=True, credit=True))
        waiting(cast)
        appealed(cast)
        told(cast, uses=PUBLIC)
    client = client_as(who)
    client.get(url)
    with django_assert_max_num_queries(15):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("step", ["", "preview/", "own-version/"])
def test_the_authors_pages_ask_few_questions(cast, client_as, django_assert_max_num_queries, step) -> None:
    row = decided(cast).contribution
    client = client_as("cora")
    with django_assert_max_num_queries(25):
        assert client.get(f"/me/said/{row.code}/{step}").status_code == 200


def test_one_decision_asks_few_questions(cast, client_as, django_assert_max_num_queries) -> None:
    showing = decided(cast, words=NAMED)
    client = client_as("coordinator")
    with django_assert_max_num_queries(20):
        assert client.get(f"/harbour/showing/{showing.code}/").status_code == 200


def test_nobody_who_is_not_asked_sees_that_there_is_an_appeal(cast, client_as) -> None:
    made = appealed(cast)
    for who in ("public", "manager", "coordinator", "cora", "dev"):
        assert client_as(who).get(f"/harbour/appeals/{made.code}/").status_code == 404


def test_it_is_agreed_once_however_often_it_is_sent(cast, client_as) -> None:
    row, client = told(cast, uses=PUBLIC), client_as("cora")
    url = f"/me/said/{row.code}/preview/"
    facts = seen(client, url)
    client.post(url, facts)
    client.post(url, facts)
    assert Preview.objects.count() == 1
    assert Showing.objects.get().state == "waiting"
    assert agreed(row, cast.actor("cora")).state == "waiting"
    assert queries.showing_of(row) is not None
