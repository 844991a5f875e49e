"""Sessions: set, prepared, arranged, held, talked about afterwards."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from functools import partial

from django.utils import timezone

from alongside.accounts.permissions import Permission as P
from alongside.involvement import queries
from alongside.involvement import services as verbs
from alongside.involvement.models import Arrangement
from alongside.involvement.models.meetings import ARRANGED, TO_DO

from ..words.shapes import Meeting, Paper
from .days import Stage
from .world import World

USUAL_LENGTH = 120
NOTICE = 21
TIDYING_UP = timedelta(minutes=20)
SMALL_WORDS = {"and", "the", "for", "not", "any", "all", "who", "with", "from", "them", "when", "before", "while"}
WRITTEN_DOWN = timedelta(minutes=40)  # after a session: who came stands in the list


def plan(world: World) -> None:
    chosen = {one.key: one.chosen_on or one.closes for one in world.story.opportunities}
    for one in world.story.meetings:
        set_on = _set_on(one, chosen[one.opportunity])
        world.step(set_on, Stage.MEET, one.key, partial(set_up, world, one))
        world.step(set_on, Stage.AGENDA, one.key, partial(write_agenda, world, one))
        for paper in one.papers:
            sent_on = max(one.day - paper.days_before, set_on)
            if sent_on < 0:
                world.step(sent_on, Stage.PAPERS, one.key, partial(send_paper, world, one, paper))
        arranged_on = max(set_on, min(one.day - 3, -1))
        world.step(arranged_on, Stage.ARRANGE, one.key, partial(arrange, world, one))
        if one.day < 0:
            slug = world.story.organisation.slug
            world.plan.add(
                ends(world, one.key) + TIDYING_UP, f"{slug}: HELD {one.key}", partial(write_down, world, one)
            )


def ends(world: World, key: str) -> datetime:
    one = next(meeting for meeting in world.story.meetings if meeting.key == key)
    return world.days.at(one.day, one.starts) + _length(one)


def _length(one: Meeting) -> timedelta:
    longest = max((minutes for _who, _came, _preparation, minutes in one.attendance), default=0)
    return timedelta(minutes=longest or USUAL_LENGTH)


def _set_on(one: Meeting, chosen_on: int) -> int:
    """Three weeks ahead, once the places are filled, and before the papers go out."""
    notice = max([NOTICE, *(paper.days_before + 1 for paper in one.papers)])
    return min(max(chosen_on + 1, one.day - notice), -1)


def set_up(world: World, one: Meeting) -> None:
    starts = world.days.at(one.day, one.starts)
    world.meetings[one.key] = verbs.set_meeting(
        opportunity=world.opportunities[one.opportunity],
        title=one.title,
        starts_at=starts,
        ends_at=starts + _length(one),
        place=one.place,
        by=world.coordinator,
    )


def write_agenda(world: World, one: Meeting) -> None:
    meeting = world.meetings[one.key]
    for title, key in one.agenda:
        if key in world.people:
            verbs.add_agenda_item(meeting=meeting, title=title, person=world.people[key], by=world.voice_of(key))
        else:
            by = world.able(key, P.ASK, meeting.opportunity.decision.unit_id)
            verbs.add_agenda_item(meeting=meeting, title=title, user=world.users[key], by=by)


def send_paper(world: World, one: Meeting, paper: Paper) -> None:
    meeting, by = world.meetings[one.key], world.coordinator
    verbs.add_paper(meeting=meeting, title=paper.title, file=None, by=by)
    verbs.send_papers(
        meeting=meeting,
        on=timezone.localdate(),
        same_for_everyone=not paper.difference,
        difference=paper.difference,
        by=by,
    )


def arrange(world: World, one: Meeting) -> None:
    """The words name what is to be arranged. Some of it came of a need by itself; the rest is added."""
    meeting, by = world.meetings[one.key], world.coordinator
    waiting = [row for row in queries.arrangements_of(by, meeting) if row.state == TO_DO]
    left_open = set()
    for place, (key, what, state, _happened) in enumerate(one.arrangements):
        person = world.people[key]
        row = _best(what, [row for row in waiting if row.person_id == person.pk])
        if row is None:
            row = verbs.add_arrangement(meeting=meeting, person=person, what=what, owner=None, due_on=None, by=by)
        else:
            waiting.remove(row)
        world.arrangements[one.key, place] = row
        if state == "open":
            left_open.add(row.pk)
    for row in queries.arrangements_of(by, meeting):
        if row.state == TO_DO and row.pk not in left_open:
            verbs.mark_arranged(arrangement=row, by=by)


def _best(what: str, rows: list[Arrangement]) -> Arrangement | None:
    """The one that means the same: most words in common, and at least one."""
    found = max(rows, key=lambda row: _in_common(row.what, what), default=None)
    return found if found and _in_common(found.what, what) else None


def _in_common(one: str, other: str) -> int:
    return len(_telling_words(one) & _telling_words(other))


def _telling_words(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"\w{3,}", text.casefold())} - SMALL_WORDS


def write_down(world: World, one: Meeting) -> None:
    meeting, by = world.meetings[one.key], world.coordinator
    came = [
        verbs.Came(world.places[one.opportunity, key], came, minutes, preparation)
        for key, came, preparation, minutes in one.attendance
    ]
    verbs.record_attendance(meeting=meeting, rows=came, by=by)
    _say_what_was_met(world, one)
    if one.debrief:
        lines = [f"{world.people[key].known_as}: {words}" for key, words in one.debrief]
        meeting.refresh_from_db()
        verbs.debrief(meeting=meeting, words="\n\n".join(lines), seen=meeting.version, by=by)


def _say_what_was_met(world: World, one: Meeting) -> None:
    by = world.coordinator
    for place, (_key, _what, state, happened) in enumerate(one.arrangements):
        if state == "not met":
            verbs.mark_not_met(arrangement=world.arrangements[one.key, place], happened=happened, by=by)
    for row in queries.arrangements_of(by, world.meetings[one.key]):
        if row.state in {TO_DO, ARRANGED}:
            verbs.mark_met(arrangement=row, by=by)
