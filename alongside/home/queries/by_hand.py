"""Whom to ring, and which letters to print: with their addresses, so for the one who keeps the register alone.

Whether somebody may be rung or written to is asked when the page is opened.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.db.models import Count, Max, Min, OuterRef, QuerySet, Subquery
from django.utils import timezone

from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.people import queries as people
from alongside.people.models import Hearing, Person
from alongside.people.quiet import Hours
from alongside.post import queries as outbox
from alongside.post.models import ByHand, Message, Try
from alongside.voice import queries as voice

from ..said import code_said

PRINTED_AT_ONCE = 50


def waiting_for(actor: Actor, channel: str) -> QuerySet[Any]:
    """Each with `number` of things, the `oldest` of them, and when to try `again`."""
    rows = outbox.by_hand_in(actor.organisation_id or 0, channel)
    theirs = rows.filter(to_person=OuterRef("pk")).order_by().values("to_person")
    found = people.people_for(actor).filter(people.reachable("pk", channel), pk__in=rows.values("to_person"))
    return found.select_related("organisation", "hearing").annotate(
        number=Subquery(theirs.annotate(n=Count("pk")).values("n")),
        oldest=Subquery(theirs.annotate(n=Min("created_at")).values("n")),
        again=Subquery(theirs.annotate(n=Max("not_before")).values("n")),
    )


@dataclass(frozen=True)
class Thing:
    """One message as it is read aloud or printed."""

    message: Message
    link: str
    quote: str


@dataclass(frozen=True)
class Call:
    person: Person
    number: str
    hearing: Hearing
    now_is_fine: bool
    things: Sequence[Thing]
    tries: Sequence[Try]


@dataclass(frozen=True)
class Letter:
    person: Person
    lines: Sequence[str]  # of the address, in the window of the envelope
    things: Sequence[Thing]


def call_for(actor: Actor, code: str) -> Call:
    """What to tell somebody by phone; not there when nothing waits, or they may not be rung now."""
    person = waiting_for(actor, ByHand.PHONE).filter(code=code).first()
    reach = people.reach_of(person.pk) if person else None
    way = reach.way(ByHand.PHONE) if reach else None
    if person is None or reach is None or way is None:
        raise NotYours
    messages = list(outbox.by_hand_to(actor.organisation_id or 0, ByHand.PHONE, person.pk).order_by("id"))
    hours = Hours(reach.hearing.days, reach.hearing.from_time, reach.hearing.until_time)
    return Call(
        person=person,
        number=way.address,
        hearing=reach.hearing,
        now_is_fine=hours.holds(timezone.localtime()),
        things=[Thing(message, "", "") for message in messages],
        tries=_calls(outbox.tries_of(messages)),
    )


def _calls(tries: Sequence[Try]) -> list[Try]:
    """One call about three things is one call."""
    found: dict[tuple[str, str], Try] = {}
    for one in tries:
        found.setdefault((f"{one.at:%Y-%m-%d %H:%M}", one.outcome), one)
    return list(found.values())


def letters_for(actor: Actor) -> list[Letter]:
    """The oldest first, one sheet for each person, with everything that waits for them."""
    persons = list(waiting_for(actor, ByHand.POST).order_by("oldest", "pk")[:PRINTED_AT_ONCE])
    reached = people.reach_of_many([person.pk for person in persons])
    rows = outbox.by_hand_in(actor.organisation_id or 0, ByHand.POST)
    messages: dict[int, list[Message]] = {}
    for message in rows.filter(to_person__in=list(reached)).order_by("id"):
        messages.setdefault(message.to_person or 0, []).append(message)
    quoted = _words([m for each in messages.values() for m in each], reached)
    found = []
    for person in persons:
        way = reached[person.pk].way(ByHand.POST)
        if way is not None:
            things = [Thing(m, _link(m, person), quoted.get(m.pk, "")) for m in messages.get(person.pk, [])]
            found.append(Letter(person, address_of(person, way.address), things))
    return found


def _words(messages: Sequence[Message], reached: dict[int, people.Reach]) -> dict[int, str]:
    """The words of those who want them repeated in letters: looked up now, and kept nowhere."""
    asked = [m for m in messages if code_said(m) and reached[m.to_person or 0].hearing.may_quote(ByHand.POST)]
    words = voice.words_to_repeat([(code_said(m), m.to_person or 0) for m in asked])
    return {m.pk: words.get(code_said(m), "") for m in asked}


def _link(message: Message, person: Person) -> str:
    return f"{settings.ASSUME_PUBLIC_ADDRESS}{message.link}" if message.link and person.user_id else ""


def address_of(person: Person, address: str) -> list[str]:
    """Name first; a long line with commas becomes several."""
    lines = [" ".join(line.split()) for line in address.splitlines() if line.strip()]
    if len(lines) == 1:
        lines = [part.strip() for part in lines[0].split(",") if part.strip()]
    return [person.name, *lines]
