"""What a calendar program reads: worked out for whoever made the address, as they stand at that moment.

A role that ended, a place given back, a unit that somebody left: it is gone at the next read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.db.models import Q
from django.utils.translation import gettext as _

from alongside.accounts.roles import works_here
from alongside.audit import queries as audit
from alongside.core import lookups, tallies
from alongside.core.actor import Actor
from alongside.core.calendar_file import Event
from alongside.decisions import queries as decisions
from alongside.decisions.models import DECIDED, DROPPED, NO_DAY
from alongside.involvement import queries as involvement
from alongside.involvement.models import Meeting, Place
from alongside.involvement.models.places import ACCEPTED
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people

from ..models import Calendar, CalendarKey, Shows

LENGTH = 32  # characters of five bits
BACK, AHEAD = timedelta(days=31), timedelta(days=550)
MOST = 1000  # entries of one calendar, from the earliest on
MOST_READ, READ_SECONDS = 60, 3600  # times that one address is read in an hour
MOST_WRONG, WRONG_SECONDS = 20, 600  # wrong ones from one place
Belonging = tuple[Organisation, Actor]


def digest_of(secret: str) -> str:
    return lookups.digest(secret, salt="calendar")


def my_calendars(user_id: int) -> dict[str, CalendarKey]:
    """Those that open something, by what they are of."""
    rows = CalendarKey.objects.filter(user=user_id, ended_at__isnull=True)
    return {row.calendar: row for row in rows}


def calendar_behind(secret: str, asker: str) -> CalendarKey | None:
    """None: it opens nothing, or too many were tried from there. The same steps for one that was stopped, for one that
    never was, and for one that cannot be: nobody can tell them apart by how long it takes."""
    tried = tallies.key_of("calendar tried", asker)
    closed = tallies.count(tried) >= MOST_WRONG
    found = CalendarKey.objects.select_related("user").filter(digest=digest_of(secret), ended_at=None).first()
    if found is None or closed:
        tallies.add(tried, WRONG_SECONDS)
        return None
    return found


def read_too_often(key: CalendarKey) -> bool:
    return tallies.add(tallies.key_of("calendar read", key.pk), READ_SECONDS) > MOST_READ


def belongings_of(key: CalendarKey) -> list[Belonging]:
    """Where its user belongs today, and as whom. Nowhere: nothing is behind the address any more."""
    found = organisations.belongings_of(key.user)
    places = people.person_ids_of(key.user_id) if any("contributor" in actor.roles for _there, actor in found) else {}
    return [
        (there, replace(actor, person_id=places.get(there.pk)) if "contributor" in actor.roles else actor)
        for there, actor in found
    ]


def changed_at(belongings: Iterable[Belonging], now: datetime) -> datetime:
    """When something was last done in any of these organisations; never before today: days move the window."""
    here = [there for there, _actor in belongings]
    found = audit.last_at([there.pk for there in here])
    return max([_midnight(there, now) for there in here] + ([found] if found else [])).replace(microsecond=0)


def _midnight(there: Organisation, now: datetime) -> datetime:
    return now.astimezone(ZoneInfo(there.time_zone)).replace(hour=0, minute=0, second=0, microsecond=0)


def events_of(key: CalendarKey, belongings: list[Belonging], now: datetime, address: str) -> tuple[list[Event], bool]:
    """And whether there are more. `address`: where the pages are, without a path."""
    if key.calendar == Calendar.DECISIONS:
        every = [event for one in belongings for event in _due(*one, now, address)]
    else:
        every = [_session(row, key.shows, address) for row in _sessions(belongings, now)]
    return sorted(sorted(every, key=_day)[:MOST], key=lambda each: each.uid), len(every) > MOST


def _day(each: Event) -> date:
    return each.starts.date() if isinstance(each.starts, datetime) else each.starts


# Sessions: those in which they have a place, and those that they set or whose decision is theirs.


def _sessions(belongings: list[Belonging], now: datetime) -> list[Meeting]:
    window = {"starts_at__gte": now - BACK, "starts_at__lt": now + AHEAD}
    person_ids = [actor.person_id for _there, actor in belongings if actor.person_id]
    places = Place.objects.filter(person__in=person_ids, state=ACCEPTED)
    found = [Meeting.objects.filter(opportunity__in=places.values("opportunity"), **window)]
    for _there, actor in belongings:
        if works_here(actor):
            own = Q(recorded_by=actor.user_id) | Q(opportunity__decision__owner=actor.user_id)
            seen = involvement.meetings_for(actor).filter(own, **window)
            found.append(Meeting.objects.filter(pk__in=seen.values("pk")))
    rows = [
        row for each in found for row in each.select_related("organisation").order_by("starts_at", "id")[: MOST + 1]
    ]
    return list({row.pk: row for row in rows}.values())


def _session(row: Meeting, shows: str, address: str) -> Event:
    """Nothing of what anybody needs, of papers, or of who comes: the page has that, and asks who is there."""
    plain = shows == Shows.BUSY
    return Event(
        uid=f"session-{row.code}@alongside",
        title=_("Busy") if plain else row.title,
        starts=row.starts_at,
        ends=row.ends_at,
        written=row.recorded_at,
        place="" if plain else row.place,
        about="" if plain else _("More is on its page. Sign in to read it."),
        url="" if plain else f"{address}/{row.organisation.slug}/sessions/{row.code}/",
        changed=row.version - 1,
        cancelled=row.cancelled_on is not None,
    )


# Decisions: a whole day each.


class Due(NamedTuple):
    """What is said of one: there may be a thousand, so no more is read."""

    code: str
    title: str
    day: date
    state: str
    recorded_at: datetime
    version: int
    decider: str
    unit: str
    kind: str


DUE = ("code", "title", "day", "state", "recorded_at", "version", "decider", "unit__name", "kind__name")


def _due(there: Organisation, actor: Actor, now: datetime, address: str) -> Iterator[Event]:
    window = ((now - BACK).date(), (now + AHEAD).date())
    rows = decisions.decisions_for(actor).filter(day__range=window, day__lt=NO_DAY).order_by("day", "id")
    for row in map(Due._make, rows.select_related(None).values_list(*DUE)[: MOST + 1]):
        yield Event(
            uid=f"decision-{row.code}@alongside",
            title=_titled(row),
            starts=row.day,
            ends=None,
            written=row.recorded_at,
            about=_about(row),
            url=f"{address}/{there.slug}/decisions/{row.code}/",
            changed=row.version - 1,
            cancelled=row.state == DROPPED,
            busy=False,
        )


def _titled(row: Due) -> str:
    if row.state == DECIDED:
        return _("Decided: %(title)s") % {"title": row.title}
    if row.state == DROPPED:
        return _("Not going ahead: %(title)s") % {"title": row.title}
    return _("To be decided: %(title)s") % {"title": row.title}


def _about(row: Due) -> str:
    facts = [row.unit, row.kind]
    if row.decider:
        facts.append(_("Who decides: %(who)s") % {"who": row.decider})
    return "\n".join(facts)
