"""For whom a message is, by which way it goes, and whether it goes now. Asked at the moment of sending."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext_lazy

from alongside.accounts.models import User
from alongside.accounts.roles import CONTRIBUTOR
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.people.models import Hearing
from alongside.people.quiet import Hours
from alongside.post import queries as outbox
from alongside.post.models import Message, Rhythm, WaitsFor
from alongside.voice import queries as voice

from .carriers import Carriers

WHY_NOT = {
    "left": gettext_lazy("They have left."),
    "paused": gettext_lazy("They take a rest. It goes when they come back."),
    "no address": gettext_lazy("No way to reach them is known."),
    "no consent": gettext_lazy("They have not said that we may write to them this way."),
    "stopped": gettext_lazy("The way to reach them does not work any more."),
}
CLOSED = gettext_lazy("This sign-in was closed.")
NO_CARRIER = gettext_lazy("No text messages can be sent from here. Reach them another way.")
LINK_ONLY = gettext_lazy("A text message holds only a link, and they do not sign in. Reach them another way.")
# What cannot wait for a daily or weekly message: a day is named, or something has to be done before one.
CANNOT_WAIT = frozenset(
    {
        *("session_near", "meeting_set", "meeting_changed", "meeting_cancelled", "papers_sent"),
        *("place_offered", "offer_taken_back", "draw_done", "opportunity_changed", "opportunity_cancelled"),
        *("election", "seat", "name_put_forward", "unread", "standing_in", voice.SAFEGUARDING_MESSAGE),
    }
)
# A holding note, and that something was passed on, are told as an answer is: with the same kind, and as soon.
ANSWERS = frozenset({"answer_told", "change_to_confirm"})


@dataclass(frozen=True)
class Route:
    """`why_not` says why nothing goes; `waits_for` when nobody has to do anything about that."""

    organisation: Organisation
    channel: str = ""
    address: str = ""
    name: str = ""
    signs_in: bool = True
    own_page: str = ""
    why_not: Any = ""
    waits_for: str = ""
    often: str = Rhythm.AT_ONCE
    answers_at_once: bool = False
    hours: Hours = field(default_factory=Hours)
    hearing: Hearing | None = None

    def may_quote(self) -> bool:
        return self.hearing is not None and self.hearing.may_quote(self.channel)


def route_of(messages: Sequence[Message], carriers: Carriers) -> Route:
    """All of them are for one human, from one organisation."""
    first = messages[0]
    organisation = Organisation.objects.get(pk=first.organisation_number)
    if first.to_user is not None:
        return _to_staff(organisation, first.to_user)
    reach = people.reach_of(first.to_person or 0)
    if reach is None or reach.reason:
        reason = reach.reason if reach else "left"
        waits_for = WaitsFor.PAUSE if reason == "paused" else ""
        return Route(organisation, why_not=WHY_NOT[reason], waits_for=waits_for)
    return _to_person(organisation, reach, carriers)


def _to_staff(organisation: Organisation, number: int) -> Route:
    user = User.objects.filter(pk=number, is_active=True).first()
    if user is None:
        return Route(organisation, why_not=CLOSED)
    often = outbox.rhythm_of(organisation.pk, number)
    return Route(organisation, "email", user.email, user.name, often=often, own_page=_chooses_at(organisation, user))


def _chooses_at(organisation: Organisation, user: User) -> str:
    """The page of those who work here or read concerns; whoever only takes part has one of their own instead."""
    actor = organisations.actor_for(user, organisation.pk)
    if actor.roles - {CONTRIBUTOR}:
        return f"/{organisation.slug}/owed/how-often/"
    person = people.mine(user).filter(organisation=organisation).first()
    return f"/me/about/{person.code}/hearing/" if person else ""


def _to_person(organisation: Organisation, reach: people.Reach, carriers: Carriers) -> Route:
    """The first of their ways that can carry it: a text holds only a link, which is no use without a sign-in."""
    possible = [way for way in reach.ways if carriers.can(way.kind) and (way.kind != "text" or reach.signs_in)]
    if not possible:
        can_text = carriers.can("text")
        return Route(organisation, why_not=LINK_ONLY if can_text else NO_CARRIER)
    chosen, hearing = possible[0], reach.hearing
    return Route(
        organisation,
        chosen.kind,
        chosen.address,
        reach.person.known_as if chosen.kind != "post" else reach.person.name,
        signs_in=reach.signs_in,
        own_page=f"/me/about/{reach.person.code}/hearing/" if reach.signs_in else "",
        often=hearing.often,
        answers_at_once=hearing.answers_at_once,
        hours=Hours(hearing.days, hearing.from_time, hearing.until_time) if chosen.kind != "post" else Hours(),
        hearing=hearing,
    )


@dataclass
class Due:
    """`together` goes in one message; each of `alone` by itself; `later` when its moment comes."""

    together: list[Message] = field(default_factory=list)
    alone: list[Message] = field(default_factory=list)
    later: Sequence[tuple[Message, datetime, str]] = ()


def due(messages: Sequence[Message], route: Route) -> Due:
    """A daily or weekly message takes along everything that is ready when it goes. Calls have hours of their own."""
    now = timezone.now().astimezone(ZoneInfo(route.organisation.time_zone))
    if route.channel != "phone" and not route.hours.holds(now):
        until = route.hours.next(now)
        return Due(later=[(message, until, WaitsFor.HOURS) for message in messages])
    ready = [message for message in messages if not _waits_for_digest(message, route)]
    if any(message.waits_for == WaitsFor.DIGEST for message in ready):
        return Due(together=list(messages))
    until = route.hours.next_weekly(now) if route.often == Rhythm.WEEKLY else route.hours.next_daily(now)
    later = [(message, until, WaitsFor.DIGEST) for message in messages if message not in ready]
    waited = any(message.waits_for for message in ready)
    return Due(together=ready, later=later) if waited else Due(alone=ready, later=later)


def _waits_for_digest(message: Message, route: Route) -> bool:
    """Not yet asked to wait, and may: whatever waited already goes when it is taken again."""
    if route.often == Rhythm.AT_ONCE or message.kind in CANNOT_WAIT:
        return False
    if message.kind in ANSWERS and route.answers_at_once:
        return False
    return message.waits_for != WaitsFor.DIGEST
