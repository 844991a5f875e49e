"""Whoever reads figures, signs or evidence of some days cannot tell whether one person more was there.

Two worlds that differ by one person are read page by page as those do who may not see the people themselves, and each
page says the same of both. Where numbers of people are told, they stay on the same side of a step here; so a page that
differs tells one of them exactly, or something from which it can be worked out. Add a page that tells what was counted
of people to `PAGES`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.cache import cache

from alongside.candour.tests.pulsing import people
from alongside.core import periods
from alongside.core.years import Year
from alongside.involvement.models import Attendance, Meeting, Place, PlaceRole
from alongside.organisation.queries import settings_of
from alongside.people.models import AccessNeed, Hearing, Person, Training, TrainingDone
from alongside.reports import queries
from alongside.reports.queries import evidence
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db
THERE = 12  # with one more still ten or more
PAGES = ("figures/", "candour/", "evidence/4pi/", "board/")
TELLS = PAGES[:3]  # of people, rounded


def puts(cast: Cast, person: Person, meeting: Meeting, training: Training) -> None:
    """Offered a place, there, with a part; with a need, a way to hear, and a training."""
    place = Place.objects.create(
        organisation=cast.org,
        opportunity=meeting.opportunity,
        person=person,
        chosen_because="Wanted to.",
        state="accepted",
        offered_on=make.days(-10),
    )
    PlaceRole.objects.create(place=place, stage="design", role=4)
    Attendance.objects.create(meeting=meeting, place=place, came=True, minutes=120, prep_minutes=0)
    AccessNeed.objects.create(person=person, kind="meet", words="A lift.", review_on=make.days(90))
    Hearing.objects.create(person=person)
    TrainingDone.objects.create(training=training, person=person, done_on=make.days(-3))


@pytest.fixture
def world(cast: Cast) -> Callable[[int], None]:
    """Asked long enough ago for nothing to be too early to say."""
    at = make.opportunity(cast, opened_on=make.days(-120), state="done")
    meeting = make.meeting(cast, at, on=make.days(-5))
    training = Training.objects.create(organisation=cast.org, name="Chairing")

    def more(number: int) -> None:
        for person in people(cast, number):
            puts(cast, person, meeting, training)

    return more


def read(client: Any, page: str, days: str) -> str:
    cache.clear()
    response = client.get(f"/harbour/{page}?{days}")
    assert response.status_code == 200, page
    found = response.content.decode().split("<main")[1].split("</main>")[0]
    return re.sub(r"Counted on [^.]+\.", "", re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", found)))


def pages(client: Any, on: date, starts: int) -> dict[str, str]:
    """Signs are of a year, the others of that month: the fewer days, the fewer people."""
    year = Year.of("", on, starts)
    return {page: read(client, page, f"period={on:%Y-%m}&year={year.number}") for page in PAGES}


def values(cast: Cast, on: date, starts: int) -> list[Any]:
    """All that any standard can rest on, and the signs, as the command line has them."""
    days = periods.read(f"{on:%Y-%m}", starts)
    assert days
    scope = queries.whole(cast.org, settings_of(cast.org.pk), days, make.days(0))
    found = evidence.evidence_of_whole(scope, "noon")
    return [found.sheet.as_plain(), found.statements, [(slug, str(finding)) for slug, finding in found.found]]


def test_one_person_more_changes_nothing_that_is_read(cast: Cast, world: Callable[[int], None], client_as: Any) -> None:
    client, on = client_as("board"), make.days(-5)
    starts = settings_of(cast.org.pk).year_starts_month
    world(THERE)
    before, told = pages(client, on, starts), values(cast, on, starts)
    assert [page for page in TELLS if "10 or more" not in before[page]] == []
    world(1)
    after = pages(client, on, starts)
    assert [page for page in PAGES if after[page] != before[page]] == []
    assert values(cast, on, starts) == told
