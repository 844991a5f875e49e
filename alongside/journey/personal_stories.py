"""A story goes with whoever told it, and with it what others wrote about it. That one was told and chosen stays."""

from __future__ import annotations

from typing import Any

from alongside.core.actor import Actor

from .models.stories import Story
from .services.stories import blank_story

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "Story": {"person", "words", "why"},
    "StoryChoice": {"reason"},
    "StoryCheck": {"how"},
}
HARMLESS: dict[str, set[str]] = {
    "StoryRound": BYLINE
    | {
        *("organisation", "code", "unit", "question", "about", "opened_on", "until", "state", "over_on"),
        *("through", "learned", "next_time"),  # the organisation's own words about all of them
    },
    "StoryRoundStatus": BYLINE | {"storyround", "state", "effective_on"},
    "StoryDomain": {"id", "round", "code", "position", "name"},
    "StoryGroup": {"id", "round", "code", "level", "name", "side"},
    "Story": BYLINE
    | {
        *("organisation", "round", "domain", "code", "audience", "named", "use_outside", "may_check", "told_on"),
        *("taken_back_on", "salt"),
    },
    "StoryChoice": BYLINE | {"group", "domain", "code", "story", "people", "staff", "chosen_on", "salt"},
    "StoryCheck": BYLINE | {"story", "code", "found", "checked_on"},
}


def export(person_id: int) -> dict[str, list[dict[str, Any]]]:
    rows = Story.objects.filter(person=person_id).select_related("round", "domain").prefetch_related("choices__group")
    return {"stories": [_story(row) for row in rows.order_by("id")]}


def _story(row: Story) -> dict[str, Any]:
    return {
        "asked": row.round.question,
        "about": row.domain.name,
        "words": row.words,
        "why": row.why,
        "on": row.told_on.isoformat(),
        "who_may_read_it": row.audience,
        "with_my_name": row.named,
        "may_be_told_outside": row.use_outside,
        "others_may_be_asked": row.may_check,
        "taken_back_on": row.taken_back_on.isoformat() if row.taken_back_on else None,
        "written_down_from": row.medium,
        "chosen_by": [{"group": each.group.name, "why": each.reason} for each in row.choices.all()],
    }


def erase(person_id: int, by: Actor) -> int:
    mine = Story.objects.select_for_update(of=("self",), no_key=True).filter(person=person_id)
    rows = list(mine.select_related("organisation").order_by("id"))
    for row in rows:
        if not row.taken_back_on:
            blank_story(row, by, "forgotten")
    Story.objects.filter(person=person_id).update(person=None)
    return len(rows)
