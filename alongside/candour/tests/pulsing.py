"""Sessions to which so many came, and people who say how it was."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from alongside.candour import services
from alongside.candour.models import ANSWERS, PulseRound
from alongside.core.actor import Actor, Kind, system
from alongside.involvement.models import Meeting, Opportunity, Place, PlaceRole
from alongside.people.models import Person
from tests import make
from tests.cast import LONG_AGO, Cast

ALL_YES = {"heard": 4, "disagree": 4, "shaped": 4, "know": 4, "again": 4, "role_design": 5}
ALL_NO = {"heard": 1, "disagree": 1, "shaped": 1, "know": 1, "again": 1, "role_design": 1}


def people(cast: Cast, number: int) -> list[Person]:
    return [
        Person.objects.create(
            organisation=cast.org, name=f"Invented {n}", called=f"Invented {n}", state="active", joined_on=LONG_AGO
        )
        for n in range(number)
    ]


def attend(cast: Cast, at: Opportunity, meeting: Meeting | None, who: Sequence[Person], role: int = 5) -> None:
    for person in who:
        place = Place.objects.create(
            organisation=cast.org,
            opportunity=at,
            person=person,
            chosen_because="Wanted to.",
            state="accepted",
            offered_on=make.days(-10),
        )
        PlaceRole.objects.create(place=place, stage="design", role=role)
        if meeting:
            make.attended(meeting, place)


def asked(cast: Cast, number: int, **values: Any) -> tuple[PulseRound, list[Person]]:
    """After a session to which so many came; those of them that there are in the cast are not among them."""
    at = values.pop("at", None) or make.opportunity(cast, **values)
    meeting, who = make.meeting(cast, at), people(cast, number)
    attend(cast, at, meeting, who)
    return services.ask_how_it_was(opportunity=at, meeting=meeting, by=system(cast.org.pk)), who


def acting(cast: Cast, person: Person) -> Actor:
    return Actor(kind=Kind.USER, organisation_id=cast.org.pk, person_id=person.pk, roles=frozenset({"contributor"}))


def answer(cast: Cast, pulse: PulseRound, person: Person, given: dict[str, int], words: str = "") -> None:
    services.answer_pulse(pulse=pulse, given=given, words=words, by=acting(cast, person))


def close(cast: Cast, pulse: PulseRound) -> PulseRound:
    return services.close_pulse(pulse=pulse, by=system(cast.org.pk))


def given(numbers: Sequence[int | None]) -> dict[str, int | None]:
    return dict(zip(ANSWERS, numbers, strict=False))


def today() -> Any:
    return timezone.localdate()
