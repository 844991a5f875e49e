"""Rounds of stories: told by themselves or taken down, chosen by both sides with reasons, told back, and taken back."""

import pytest

from alongside.config.commands import verify_
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.journey import personal, queries, services
from alongside.journey.models import Story, StoryChoice, StoryRound
from alongside.journey.rules import stories as rules
from alongside.post.models import Message
from tests import make

from .story_factories import REASON, WORDS, choosing, chosen, opened, over, told


def written_to(kind: str) -> list[int]:
    return sorted(Message.objects.filter(kind=kind).values_list("to_person", flat=True))


def whole(cast) -> list[str]:
    return verify_.check(cast.org.pk, "harbour", "")["findings"]


# Asking.


def test_any_other_change_is_always_there_and_only_once(cast) -> None:
    found = opened(cast, domains=["Sleep", "any other change"])
    assert list(found.domains.order_by("position").values_list("name", flat=True)) == ["Sleep", "Any other change"]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"question": " \u200b"}, "question"),
        ({"about": ""}, "about"),
        ({"about": "x" * 2001}, "about"),
        ({"until": make.days(-1)}, "until"),
        ({"until": make.days(400)}, "until"),
        ({"domains": []}, "domains"),
        ({"domains": ["a", "A"]}, "domains"),
        ({"domains": [str(n) for n in range(9)]}, "domains"),
        ({"people": []}, "people"),
        ({"staff": []}, "staff"),
        ({"staff": ["x" * 201]}, "staff"),
        ({"together": ""}, "together"),
        ({"together": "the team"}, "together"),
        ({"staff": ["The Tuesday group"]}, "staff"),
    ],
)
def test_a_round_that_is_not_asked(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        opened(cast, **values)
    assert refused.value.field == field and not StoryRound.objects.exists()


@pytest.mark.parametrize("who", ["staff", "manager", "cora", "board", "public"])
def test_only_those_who_run_involvement_ask(cast, who) -> None:
    asked = services.Asked("q", "a", make.days(3), ["d"], ["p"], ["s"], "t")
    with pytest.raises(NotYours):
        services.open_stories(asked=asked, by=cast.actor(who), unit=cast.units["team"])


# Telling.


def test_told_by_themselves_or_taken_down_with_how(cast) -> None:
    found = opened(cast)
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE)
    assert told(cast, found).medium == "" and told(cast, found, "noor", by=by).medium == "phone"
    assert whole(cast) == []


@pytest.mark.parametrize("who", ["coordinator", "staff", "dev", "stranger"])
def test_nobody_tells_it_for_somebody_without_saying_how(cast, who) -> None:
    found = opened(cast)
    with pytest.raises(NotYours):
        told(cast, found, "cora", by=cast.actor(who))


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"words": " "}, "words"),
        ({"words": "x" * 10_001}, "words"),
        ({"why": ""}, "why"),
        ({"why": "x" * 2001}, "why"),
        ({"audience": "everybody"}, "audience"),
    ],
)
def test_a_story_that_is_not_kept(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        told(cast, opened(cast), **values)
    assert refused.value.field == field


def test_after_the_last_day_and_once_they_are_chosen_nobody_tells(cast) -> None:
    found = opened(cast)
    StoryRound.objects.filter(pk=found.pk).update(until=make.days(-1))
    with pytest.raises(Refused, match="not told here any more"):
        told(cast, found)
    with pytest.raises(Refused, match="not told here any more"):
        told(cast, choosing(cast)[0])


def test_who_reads_it(cast) -> None:
    found = opened(cast)
    few, all_here = told(cast, found, audience="choosers"), told(cast, found, "dev")
    seen = {who: set(queries.stories_for(cast.actor(who), found)) for who in ("cora", "dev", "staff", "coordinator")}
    assert seen == {"cora": {few, all_here}, "dev": {all_here}, "staff": {all_here}, "coordinator": {few, all_here}}
    for who in ("stranger", "public"):
        assert not queries.stories_for(cast.actor(who), found).exists()
        with pytest.raises(NotYours):
            queries.story_for(cast.actor(who), all_here.code)


# Choosing.


def test_both_sides_choose_apart_and_then_together_from_what_these_chose(cast) -> None:
    found, first, second = choosing(cast)
    third = told_too_late = Story.objects.exclude(pk__in=[first.pk, second.pk]).first()
    assert third is told_too_late is None
    with pytest.raises(Refused, match="have not all chosen"):
        chosen(cast, found, "Two of each", first)
    chosen(cast, found, "The Tuesday group", first)
    chosen(cast, found, "The team", first)
    with pytest.raises(Refused, match="does not choose from that story"):
        chosen(cast, found, "Two of each", second)
    chosen(cast, found, "Two of each", first)
    assert queries.read_round(cast.actor("dev"), found).still == 0 and whole(cast) == []


@pytest.mark.parametrize(
    ("side", "people", "staff", "field"),
    [
        ("people", 1, 0, "people"),
        ("people", 0, 0, "people"),
        ("people", 3, 1, "staff"),
        ("people", 201, 0, "people"),
        ("people", 2, 0, None),
        ("staff", 0, 0, "staff"),
        ("staff", 1, 2, "people"),
        ("staff", 0, 1, None),
        ("both", 1, 5, "people"),
        ("both", 5, 0, "staff"),
        ("both", 2, 1, None),
    ],
)
def test_who_makes_up_a_group(side, people, staff, field) -> None:
    if field is None:
        rules.check_who(side, people, staff)
        return
    with pytest.raises(Refused) as refused:
        rules.check_who(side, people, staff)
    assert refused.value.field == field


def test_what_a_group_chose_is_never_changed_and_has_a_reason(cast) -> None:
    found, first, second = choosing(cast)
    with pytest.raises(Refused, match="Write why"):
        chosen(cast, found, "The team", first, reason=" ")
    chosen(cast, found, "The team", first)
    with pytest.raises(Refused, match="has chosen here already"):
        chosen(cast, found, "The team", second)


def test_none_of_them_is_a_choice_with_a_reason(cast) -> None:
    found, _first, second = choosing(cast)
    chosen(cast, found, "The Tuesday group", None, reason="All were about one afternoon.")
    chosen(cast, found, "The team", second)
    assert chosen(cast, found, "Two of each", None).story is None


@pytest.mark.parametrize("who", ["staff", "manager", "cora", "stranger"])
def test_nobody_else_writes_down_what_was_chosen(cast, who) -> None:
    found, first, _second = choosing(cast)
    with pytest.raises(NotYours):
        chosen(cast, found, "The team", first, by=cast.actor(who))


def test_nobody_chooses_among_nothing(cast) -> None:
    with pytest.raises(Refused, match="Nobody has told"):
        services.start_choosing(found=opened(cast), by=cast.actor("coordinator"))


# Telling back.


def test_every_teller_hears_what_was_chosen_and_what_was_learned_and_no_words_are_in_the_message(cast) -> None:
    found, first, second = choosing(cast)
    chosen(cast, found, "The Tuesday group", first)
    assert written_to("stories_chosen") == []
    chosen(cast, found, "The team", second)
    both = sorted(cast.people[who].pk for who in ("cora", "dev"))
    assert written_to("stories_chosen") == both
    chosen(cast, found, "Two of each", first)
    assert written_to("stories_chosen") == sorted(both * 2)
    services.end_stories(found=found, through="a", learned="b", next_time="c", by=cast.actor("coordinator"))
    assert written_to("stories_over") == both
    assert all("Zanzibar" not in message.body + message.subject for message in Message.objects.all())


# Looking again, and ending.


def test_only_what_was_chosen_is_looked_at_and_only_if_they_agreed(cast) -> None:
    found, first, second = choosing(cast)
    by = cast.actor("coordinator")
    with pytest.raises(Refused, match="Only a story that a group chose"):
        services.check_story(story=first, found="yes", how="I asked.", by=by)
    chosen(cast, found, "The team", second)
    for values, word in (({"found": "maybe"}, "what you found"), ({"how": ""}, "whom you asked")):
        with pytest.raises(Refused, match=word):
            services.check_story(**{"story": second, "found": "yes", "how": "I asked.", "by": by, **values})
    assert services.check_story(story=second, found="part", how="I asked the night staff.", by=by).found == "part"
    Story.objects.filter(pk=first.pk).update(may_check=False)
    with pytest.raises(Refused, match="did not agree"):
        services.check_story(story=first, found="yes", how="I asked.", by=by)


@pytest.mark.parametrize("missing", ["through", "learned", "next_time"])
def test_it_does_not_end_without_what_was_learned(cast, missing) -> None:
    found, _first = over(cast)
    texts = {"through": "a", "learned": "b", "next_time": "c"}
    with pytest.raises(Refused, match="over already"):
        services.end_stories(found=found, by=cast.actor("coordinator"), **texts)
    empty = opened(cast)
    with pytest.raises(Refused) as refused:
        services.end_stories(found=empty, by=cast.actor("coordinator"), **{**texts, missing: " "})
    assert refused.value.field == missing
    assert services.end_stories(found=empty, by=cast.actor("coordinator"), **texts).state == "over"


def test_who_told_something_is_owed_a_choice(cast) -> None:
    texts = {"through": "a", "learned": "b", "next_time": "c"}
    found = opened(cast)
    told(cast, found)
    with pytest.raises(Refused, match="they owe that"):
        services.end_stories(found=found, by=cast.actor("coordinator"), **texts)
    found = choosing(cast)[0]
    with pytest.raises(Refused, match="Not every group"):
        services.end_stories(found=found, by=cast.actor("coordinator"), **texts)


# Taking back.


def test_taken_back_it_is_gone_with_what_was_written_about_it(cast) -> None:
    found, first = over(cast)
    services.check_story(story=first, found="yes", how="Zanzibar is open.", by=cast.actor("coordinator"))
    services.take_back_story(story=first, by=cast.actor("cora"))
    assert not Story.objects.filter(words__contains="Zanzibar").exists()
    assert set(StoryChoice.objects.filter(story=first).values_list("salt", flat=True)) == {""}
    assert not StoryChoice.objects.filter(story=first, reason=REASON).exists()
    assert "Zanzibar" not in str(list(first.checks.values()))
    assert whole(cast) == []
    with pytest.raises(NotYours):
        services.take_back_story(story=first, by=cast.actor("cora"))


@pytest.mark.parametrize("who", ["dev", "coordinator", "manager", "stranger"])
def test_nobody_else_takes_it_back(cast, who) -> None:
    story = told(cast, opened(cast))
    with pytest.raises(NotYours):
        services.take_back_story(story=story, by=cast.actor(who))
    asked = cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.LETTER)
    assert services.take_back_story(story=story, by=asked).words == ""


def test_when_what_was_chosen_is_gone_the_last_group_can_still_end(cast) -> None:
    found, first, _second = choosing(cast)
    chosen(cast, found, "The Tuesday group", first)
    chosen(cast, found, "The team", first)
    services.take_back_story(story=first, by=cast.actor("cora"))
    chosen(cast, found, "Two of each", None, reason="What was chosen is gone.")
    assert queries.read_round(cast.actor("coordinator"), found).still == 0


def test_export_and_being_forgotten(cast) -> None:
    _found, first = over(cast)
    held = personal.export(cast.people["cora"].pk)["stories"]
    assert held[0]["words"] == WORDS and len(held[0]["chosen_by"]) == 2
    personal.erase(cast.people["cora"].pk, cast.actor("cora"))
    row = Story.objects.get(pk=first.pk)
    assert (row.words, row.why, row.person) == ("", "", None)
    assert personal.export(cast.people["cora"].pk)["stories"] == [] and whole(cast) == []


def test_a_word_that_was_changed_behind_is_found(cast) -> None:
    story = told(cast, opened(cast))
    Story.objects.filter(pk=story.pk).update(words="Everything is fine.")
    assert any("story" in str(finding) for finding in whole(cast))
