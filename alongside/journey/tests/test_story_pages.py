"""The pages of stories."""

import re

from alongside.journey.models import Story, StoryRound
from tests import make

from .story_factories import WHY, WORDS, choosing, chosen, opened, over, told

BASE = "/harbour/journey/stories/"


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_from_asking_to_what_was_learned(cast, client_as) -> None:
    runs, cora, dev = client_as("coordinator"), client_as("cora"), client_as("dev")
    day = make.days(9)
    asked = {
        "question": "What changed most?",
        "about": "We read them aloud.",
        "unit": "whole",
        "until": f"{day.day}/{day.month}/{day.year}",
        "domains": "How I am met\nMy week",
        "people": "Tuesday group",
        "staff": "The team",
        "together": "Two of each",
    }
    runs.post(f"{BASE}open/", asked)
    found = StoryRound.objects.get()
    url = f"{BASE}{found.code}/"
    page = {"domain": found.domains.get(position=1).code, "words": WORDS, "why": WHY, "audience": "here"}
    assert "Nobody is watching this page" in text(cora.get(f"{url}tell/"))
    assert "Kept. You can take it back" in text(cora.post(f"{url}tell/", page, follow=True))
    by_phone = {**page, "person": cast.people["noor"].code, "medium": "phone", "words": "They ring back."}
    assert runs.post(f"{url}tell/", by_phone).status_code == 422  # nobody said that she agreed
    runs.post(f"{url}tell/", {**by_phone, "agreed": "on"})
    assert Story.objects.count() == 2
    runs.post(f"{url}choosing/", {})
    first, second = Story.objects.order_by("id")
    for group, which, numbers in (
        ("Tuesday group", first, {"people": "4"}),
        ("The team", second, {"staff": "3"}),
        ("Two of each", first, {"people": "2", "staff": "2"}),
    ):
        row = found.groups.get(name=group)
        link = f"{url}choose/{row.code}/{first.domain.code}/"
        assert link in runs.get(url).content.decode() and link not in cora.get(url).content.decode()
        runs.post(link, {"story": which.code, "reason": f"{group}: it lasts.", **numbers})
    read = text(dev.get(url))
    assert "Tuesday group: 4 who take part, on" in read and "The team: it lasts." in read
    assert "Two of each: 2 who take part and 2 who work here" in read
    ended = {"through": "Being awaited.", "learned": "We open later.", "next_time": "We ask in the evening."}
    runs.post(f"{url}end/", ended)
    read = text(dev.get(url))
    assert all(words in read for words in ended.values()) and "Rick Davies and Jess Dart" in read
    assert "Look again whether the chosen ones are so Not done" in read


def test_a_story_for_few_is_not_shown_to_others_and_its_reason_is(cast, client_as) -> None:
    found, first, _second = choosing(cast)
    Story.objects.filter(pk=first.pk).update(audience="choosers")
    chosen(cast, found, "The team", first)
    read = text(client_as("dev").get(f"{BASE}{found.code}/"))
    assert "Zanzibar" not in read and "shares with fewer people" in read and "It changed a week" in read
    assert "Zanzibar" in text(client_as("cora").get(f"{BASE}{found.code}/"))


def test_a_name_is_shown_only_when_they_allow_it(cast, client_as) -> None:
    found = opened(cast)
    hidden, shown = told(cast, found), told(cast, found, named=True)
    for who, words in (("dev", "somebody who stays unnamed"), ("cora", "You told this"), ("coordinator", "Cora, who")):
        assert words in text(client_as(who).get(f"{BASE}told/{hidden.code}/")), who
    assert "Told by Cora." in text(client_as("staff").get(f"{BASE}told/{shown.code}/"))


def test_who_can_tell_reads_it_on_the_road_until_they_have(cast, client_as) -> None:
    found = opened(cast)
    assert "You can tell your story until" in text(client_as("cora").get("/harbour/journey/"))
    told(cast, found)
    assert "You can tell your story until" not in text(client_as("cora").get("/harbour/journey/"))
    assert "You can tell your story until" in text(client_as("dev").get("/harbour/journey/"))
    assert "You can tell your story until" not in text(client_as("staff").get("/harbour/journey/"))


def test_taking_it_back_on_the_page(cast, client_as) -> None:
    found, first = over(cast)
    url = f"{BASE}told/{first.code}/take-back/"
    assert client_as("dev").get(url).status_code == 404
    assert client_as("coordinator").post(url, {}).status_code == 422  # how did they ask?
    client_as("cora").post(url, {})
    read = text(client_as("dev").get(f"{BASE}{found.code}/"))
    assert "Zanzibar" not in read and "It changed a week" not in read
    assert client_as("cora").get(f"{BASE}told/{first.code}/").status_code == 404


def test_no_word_that_contributors_never_see(cast, client_as) -> None:
    found, first = over(cast)
    for url in (BASE, f"{BASE}{found.code}/", f"{BASE}told/{first.code}/", f"{BASE}{opened(cast).code}/tell/"):
        shown = text(client_as("cora").get(url))
        for word in ("client", "case", "user", "record", "submit", "stakeholder"):
            assert not re.search(rf"\b{word}s?\b", shown, re.IGNORECASE), (url, word)


def test_what_it_costs(cast, client_as, django_assert_max_num_queries) -> None:
    found, first = over(cast)
    for number in range(30):
        Story.objects.create(
            organisation=cast.org,
            round=found,
            domain=first.domain,
            person=cast.people["dev"],
            words=f"Number {number}",
            why="Because.",
            audience="here",
            told_on=make.days(0),
        )
    client = client_as("cora")
    client.get(BASE)
    for url in (BASE, f"{BASE}{found.code}/", f"{BASE}told/{first.code}/"):
        with django_assert_max_num_queries(15):
            assert client.get(url).status_code == 200
