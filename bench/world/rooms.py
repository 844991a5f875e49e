"""Requests, opportunities, places and sessions, with what was to be arranged."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from alongside.involvement.models import (
    AgendaItem,
    Arrangement,
    Attendance,
    Interest,
    InvolvementRequest,
    Meeting,
    Opportunity,
    OpportunityStatus,
    Paper,
    Place,
    PlaceRole,
    PlaceStatus,
    RequestStatus,
)

from .. import words
from ..bulk import code, moment, put
from .organisation import World

OPEN_UP_TO, CLOSED_UP_TO, FILLED_UP_TO, DRAFT_UP_TO = 0.05, 0.08, 0.15, 0.18
REFUSED, WAITING = 0.08, 0.06  # for each opportunity, so many requests more


@dataclass(frozen=True)
class Made:
    """One opportunity that was made, by its number."""

    number: int
    decision: int
    state: str
    opened: int  # days ago


def rooms(world: World, decisions: range) -> None:
    made = [_made(world, n, decisions) for n in range(world.size.opportunities)]
    _requests(world, made, decisions)
    _opportunities(world, made)
    places = list(_places(world, made))
    _meetings(world, made, places)


def _made(world: World, n: int, decisions: range) -> Made:
    share = n / world.size.opportunities
    state = (
        "open"
        if share < OPEN_UP_TO
        else "closed"
        if share < CLOSED_UP_TO
        else "filled"
        if share < FILLED_UP_TO
        else "draft"
        if share < DRAFT_UP_TO
        else "done"
    )
    opened = world.random.randint(120, 900) if state == "done" else world.random.randint(3, 40)
    return Made(world.numbers.take(Opportunity), world.random.choice(decisions), state, opened)


def _requests(world: World, made: list[Made], decisions: range) -> None:
    """One that was accepted behind each opportunity; some that were refused, some that wait."""
    random = world.random
    refused, waiting = int(len(made) * REFUSED), int(len(made) * WAITING)
    rows, statuses = [], []
    wanted = [(each.decision, "accepted", each.opened + 10) for each in made]
    wanted += [(random.choice(decisions), "refused", random.randint(5, 300)) for _ in range(refused)]
    wanted += [(random.choice(decisions), "asked", random.randint(1, 12)) for _ in range(waiting)]
    for decision, state, ago in wanted:
        number, asked = world.numbers.take(InvolvementRequest), world.ago(ago)
        answered = None if state == "asked" else world.ago(ago - 3).isoformat()
        reason = "Two days are not enough." if state == "refused" else ""
        rows.append(
            (
                *(number, world.org.pk, code(number), decision, random.choice(world.units).pk, words.title(random)),
                *("People will live with it.", "All of it.", "The panel", (asked + timedelta(days=40)).isoformat()),
                *(asked.isoformat(), 28, "240.00", "4410", random.choice(world.staff).pk, state, reason, answered),
                (asked + timedelta(days=7)).isoformat(),
            )
        )
        statuses.append((number, state, asked.isoformat()))
    columns = (
        *("id", "organisation", "code", "decision", "unit", "what", "why", "open_part", "decider", "decide_by"),
        *("asked_on", "notice_days", "budget", "budget_line", "sponsor", "state", "reason", "answered_on"),
        "answer_due_on",
    )
    put(InvolvementRequest, columns, rows)
    put(RequestStatus, ("involvementrequest", "state", "effective_on"), statuses)


def _opportunities(world: World, made: list[Made]) -> None:
    first_request = world.numbers.following(InvolvementRequest) - _requests_of(len(made))
    columns = (
        *("id", "organisation", "code", "decision", "request", "title", "advert", "can_change", "decider"),
        *("hear_back", "seats", "pay", "closes_on", "opened_on", "state", "recorded_at"),
    )
    put(
        Opportunity,
        columns,
        (
            (
                *(each.number, world.org.pk, code(each.number), each.decision, first_request + n),
                *(words.title(world.random), "You help us choose, with three others.", "All of it.", "The panel"),
                *("We ring you within a week.", 3, "£60 for the day", _closes(world, each)),
                *(world.ago(each.opened).isoformat(), each.state, moment(_at(world, each.opened, 9))),
            )
            for n, each in enumerate(made)
        ),
    )
    day = world.ago(3).isoformat()
    put(OpportunityStatus, ("opportunity", "state", "effective_on"), ((e.number, e.state, day) for e in made))


def _requests_of(opportunities: int) -> int:
    return opportunities + int(opportunities * REFUSED) + int(opportunities * WAITING)


def _closes(world: World, each: Made) -> str:
    day = world.today + timedelta(days=14) if each.state == "open" else world.ago(max(each.opened - 20, 1))
    return day.isoformat()


def _at(world: World, days_ago: int, hour: int) -> datetime:
    return datetime.combine(world.ago(days_ago), time(hour), tzinfo=UTC)


def _places(world: World, made: list[Made]) -> Iterator[tuple[int, Made, int]]:
    """(place, its opportunity, its person); eight were interested in each, three have a place."""
    interests, places, roles, statuses = [], [], [], []
    found = []
    for each in made:
        if each.state == "draft":
            continue
        people = world.random.sample(world.people, 8)
        if each.number % 25 == 0 and world.people[0] not in people:
            people[0] = world.people[0]
        day = world.ago(each.opened - 1).isoformat()
        interests += [(each.number, person, day) for person in people]
        for person in people[:3] if each.state != "open" else ():
            number = world.numbers.take(Place)
            state = "offered" if each.state == "closed" else "accepted"
            places.append((number, world.org.pk, code(number), each.number, person, "Had no turn yet.", state, day))
            roles += [(number, stage, 4) for stage in ("design", "assess")]
            statuses.append((number, state, day))
            found.append((number, each, person))
    put(Interest, ("opportunity", "person", "said_on"), interests)
    columns = ("id", "organisation", "code", "opportunity", "person", "chosen_because", "state", "offered_on")
    put(Place, columns, places)
    put(PlaceRole, ("place", "stage", "role"), roles)
    put(PlaceStatus, ("place", "state", "effective_on"), statuses)
    yield from found


def _meetings(world: World, made: list[Made], places: list[tuple[int, Made, int]]) -> None:
    """Two sessions each: for what is filled in the coming weeks, for what is done long ago."""
    by_opportunity: dict[int, list[tuple[int, int]]] = {}
    for place, each, person in places:
        by_opportunity.setdefault(each.number, []).append((place, person))
    meetings, agenda, papers, arrangements, came = [], [], [], [], []
    for each in made:
        if each.state not in ("filled", "done"):
            continue
        for n in range(2):
            number = world.numbers.take(Meeting)
            ago = each.opened - 30 - 14 * n if each.state == "done" else -world.random.randint(1, 28)
            starts = _at(world, ago, 10)
            held = starts.date().isoformat()
            meetings.append(
                (
                    *(number, world.org.pk, code(number), each.number, words.title(world.random)),
                    *(moment(starts), moment(starts + timedelta(hours=3)), held, "Room 2"),
                )
            )
            world.meetings.append(number)
            agenda += [(number, position, words.title(world.random)) for position in range(1, 5)]
            papers.append((number, code(number), "What it is about", held))
            for place, person in by_opportunity.get(each.number, ()):
                state = ("met" if person % 9 else "not_met") if ago > 0 else ("arranged", "to_do")[person % 2]
                key = world.numbers.take(Arrangement)
                arrangements.append((key, number, code(key), person, "A taxi there and back", state, held))
                if ago > 0:
                    came.append((number, place, True, 180, 60))
    columns = ("id", "organisation", "code", "opportunity", "title", "starts_at", "ends_at", "held_on", "place")
    put(Meeting, columns, meetings)
    put(AgendaItem, ("meeting", "position", "title"), agenda)
    put(Paper, ("meeting", "code", "title", "sent_on"), papers)
    put(Arrangement, ("id", "meeting", "code", "person", "what", "state", "due_on"), arrangements)
    put(Attendance, ("meeting", "place", "came", "minutes", "prep_minutes"), came)
