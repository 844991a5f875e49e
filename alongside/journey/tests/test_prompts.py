"""Who is asked what they learn, when: from the days of what is decided, and never twice."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.journey import queries, services
from alongside.journey.prompting import stage_on
from tests import make

from .factories import learned

DAY = date(2026, 6, 1)


@pytest.mark.parametrize(
    ("opened", "due", "decided", "stage"),
    [
        (1, 30, None, ""),  # not begun
        (0, 30, None, "start"),
        (-9, 21, None, "start"),
        (-10, 20, None, "middle"),
        (-40, -1, None, "middle"),  # late is still on the way
        (-29, None, None, "start"),
        (-30, None, None, "middle"),
        (0, 0, None, "start"),  # due on the day on which it was opened
        (-60, -5, -4, "end"),
        (-60, -5, 0, "end"),
        (-200, -100, -90, "end"),
        (-200, -100, -91, ""),
    ],
)
def test_when(opened, due, decided, stage) -> None:
    def day(offset):
        return None if offset is None else DAY + timedelta(days=offset)

    assert stage_on(DAY, day(opened), day(due), day(decided)) == stage


@pytest.fixture
def activity(cast):
    """On the way, with Cora in it; the manager looks after it."""
    about = make.decision(cast, opened_on=make.days(-30), due_on=make.days(30))
    make.place(cast, "cora", make.opportunity(cast, about))
    return about


def asked(cast, who: str) -> list[str]:
    today = make.days(0)
    if who in cast.people:
        return [each.stage for each in queries.prompts_of_people([cast.people[who].pk], today)]
    return [each.stage for each in queries.prompts_of_staff(cast.actor(who), today)]


@pytest.mark.parametrize(
    ("who", "stages"), [("cora", ["middle"]), ("manager", ["middle"]), ("dev", []), ("staff", []), ("board", [])]
)
def test_who_is_asked(cast, activity, who, stages) -> None:
    assert asked(cast, who) == stages
    actor = cast.actor(who)
    found = decisions.decision_for(actor, activity.code, **queries.asked_about(actor))
    shown = queries.prompt_of(actor, found, make.days(0))
    assert ([shown.stage] if shown else []) == stages


@pytest.mark.parametrize("who", ["cora", "manager"])
def test_written_it_is_gone_and_taken_back_it_is_there(cast, activity, who) -> None:
    learned(cast, who, activity, stage="start")
    assert asked(cast, who) == ["middle"]
    entry = learned(cast, who, activity, stage="middle", audience="private")
    assert asked(cast, who) == []
    services.take_back_entry(entry=entry, by=cast.actor(who))
    assert asked(cast, who) == ["middle"]


@pytest.mark.parametrize("who", ["cora", "manager"])
def test_put_away_it_is_gone_for_them_alone(cast, activity, who) -> None:
    for _twice in range(2):
        services.put_prompt_away(decision=activity, stage="middle", by=cast.actor(who))
    assert asked(cast, who) == []
    other = {"cora": "manager", "manager": "cora"}[who]
    assert asked(cast, other) == ["middle"]


def test_nobody_puts_away_what_is_not_there(cast, activity) -> None:
    with pytest.raises(NotYours):
        services.put_prompt_away(decision=activity, stage="never", by=cast.actor("cora"))
    with pytest.raises(NotYours):
        services.put_prompt_away(decision=activity, stage="middle", by=cast.actor("stranger"))


def test_without_people_nobody_is_asked(cast) -> None:
    make.decision(cast)
    assert asked(cast, "manager") == []


def test_a_few_at_a_time(cast) -> None:
    for _number in range(5):
        make.place(cast, "cora", make.opportunity(cast))
    assert len(asked(cast, "cora")) == 3
