"""Rounds of stories for tests, through the verbs."""

from __future__ import annotations

from typing import Any

from alongside.journey import services
from alongside.journey.models import Story, StoryChoice, StoryRound
from tests import make
from tests.cast import Cast

WORDS = "Before, the door was locked at five. Zanzibar: now somebody opens it, and I come after work."
WHY = "It is the first thing here that fits a person who works."
REASON = "It changed a week, and nobody had to ask for it twice."


def opened(cast: Cast, **values: Any) -> StoryRound:
    facts = {
        "question": "What changed most for you since spring?",
        "about": "We read them aloud and decide what to do more of.",
        "until": make.days(20),
        "domains": ["How I am met here", "What I do with my week"],
        "people": ["The Tuesday group"],
        "staff": ["The team"],
        "together": "Two of each",
        **values,
    }
    unit = facts.pop("unit", cast.units["team"])
    return services.open_stories(asked=services.Asked(**facts), unit=unit, by=cast.actor("coordinator"))


def told(cast: Cast, found: StoryRound, who: str = "cora", domain: int = 0, **values: Any) -> Story:
    by = values.pop("by", None) or cast.actor(who)
    facts = {"words": WORDS, "why": WHY, "audience": "here", "may_check": True, **values}
    where = found.domains.order_by("position")[domain]
    person = cast.people[who]
    return services.tell_story(found=found, domain=where, person=person, told=services.Told(**facts), by=by)


def chosen(
    cast: Cast, found: StoryRound, group: str, story: Story | None, domain: int = 0, **values: Any
) -> StoryChoice:
    by = values.pop("by", cast.actor("coordinator"))
    row = found.groups.get(name=group)
    people, staff = {"people": (4, 0), "staff": (0, 3), "both": (2, 2)}[row.side]
    facts = {"people": people, "staff": staff, "reason": REASON, **values}
    where = found.domains.order_by("position")[domain]
    return services.choose_story(
        found=found, group=row, domain=where, chosen=services.Chosen(story=story, **facts), by=by
    )


def choosing(cast: Cast) -> tuple[StoryRound, Story, Story]:
    """Cora and Dev told one each in the first domain."""
    found = opened(cast)
    first, second = told(cast, found), told(cast, found, "dev", words="They ring back now.")
    return services.start_choosing(found=found, by=cast.actor("coordinator")), first, second


def over(cast: Cast) -> tuple[StoryRound, Story]:
    found, first, second = choosing(cast)
    chosen(cast, found, "The Tuesday group", first)
    chosen(cast, found, "The team", second, reason="They ring back: nobody waits by the phone.")
    chosen(cast, found, "Two of each", first)
    texts = {"through": "Being awaited.", "learned": "We open later.", "next_time": "We ask in the evening."}
    return services.end_stories(found=found, by=cast.actor("coordinator"), **texts), first
