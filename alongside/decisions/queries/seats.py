"""Who decides, what seats there are, and which are empty and since when. Nothing of it is stored: it is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Exists, Max, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.people import queries as people
from alongside.people.models import ACTIVE, Person, Purpose

from .. import rules
from ..models import Forum, Seat, SeatHolder
from ..taking import LivedSeats

FORUM = ("forum__code", "forum__name")


@dataclass(frozen=True)
class SeatNow:
    """A seat on a day: who holds it, or since when it is empty."""

    seat: Seat
    holder: SeatHolder | None
    empty_since: date | None
    days_empty: int = 0

    @property
    def held(self) -> bool:
        return self.holder is not None


@dataclass(frozen=True)
class Body:
    """A forum and its seats on a day, the empty ones first."""

    forum: Forum
    seats: Sequence[SeatNow] = field(default_factory=tuple)

    @property
    def filled(self) -> int:
        return sum(each.held for each in self.seats)

    @property
    def lived(self) -> LivedSeats:
        return lived_of(self.seats)


def seat_words(seat: Seat) -> str:
    """In a few words: as what one sits there, with a vote or without, and for whom."""
    told = capacity_words(seat)
    return _("%(seat)s, for lived experience") % {"seat": told} if seat.lived_experience else told


def capacity_words(seat: Seat) -> str:
    words = {"capacity": seat.get_capacity_display(), "vote": _("votes") if seat.voting else _("no vote")}
    return _("%(capacity)s, %(vote)s") % words


def url_of_seats(slug: str, *steps: str) -> str:
    return "/".join([f"/{slug}/seats", *steps, ""])


def forums_for(actor: Actor) -> QuerySet[Forum]:
    if not rules.may_see_seats(actor):
        return Forum.objects.none()
    return Forum.objects.filter(organisation=actor.organisation_id).select_related("unit").order_by("name")


def forum_for(actor: Actor, code: str) -> Forum:
    found = forums_for(actor).select_related("organisation", "unit").filter(code=code).first()
    if found is None:
        raise NotYours
    return found


def working_on(day: date) -> Q:
    return Q(ends_on__isnull=True) | Q(ends_on__gte=day)


def bodies(actor: Actor, on: date) -> list[Body]:
    """Every body that works on the day, by name."""
    forums = list(forums_for(actor).filter(working_on(on)))
    seats = _seats_now(forums, on)
    return [Body(forum, seats[forum.pk]) for forum in forums]


def body_of(forum: Forum, on: date) -> Body:
    return Body(forum, _seats_now([forum], on)[forum.pk])


def vacancies(found: Iterable[Body]) -> list[SeatNow]:
    """The seats that nobody holds, the longest empty first."""
    empty = [each for body in found for each in body.seats if not each.held]
    return sorted(empty, key=lambda each: (-each.days_empty, each.seat.pk))


def vacancies_for(actor: Actor, on: date) -> list[SeatNow]:
    """The same for every body at once, in one query, those for lived experience first."""
    if not rules.may_see_seats(actor):
        return []
    rows = seats_on(on).filter(held=False, organisation=actor.organisation_id)
    rows = rows.select_related("forum").only(*("code", "since", "capacity", "voting", "lived_experience"), *FORUM)
    found = [_empty(seat, max(filter(None, [seat.since, seat.last])), on) for seat in rows]
    return sorted(found, key=lambda each: (not each.seat.lived_experience, -each.days_empty, each.seat.pk))


def seats_on(on: date) -> QuerySet[Any]:
    """Of bodies that were not over by that day. `held`: somebody sits there; `last`: when the last term was over."""
    held = holding_on(on).filter(seat=OuterRef("pk"))
    over = Coalesce("holders__ended_on", "holders__until")
    rows = _there_on(on).filter(Q(forum__ends_on__isnull=True) | Q(forum__ends_on__gte=on))
    return rows.annotate(held=Exists(held), last=Max(over, filter=Q(holders__since__lte=on)))


def holding_on(day: date) -> QuerySet[SeatHolder]:
    """Terms that had begun by that day and were not over."""
    later = [Q(**{f"{name}__isnull": True}) | Q(**{f"{name}__gt": day}) for name in ("until", "ended_on")]
    return SeatHolder.objects.filter(*later, since__lte=day)


def _there_on(day: date) -> QuerySet[Seat]:
    return Seat.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day), since__lte=day)


def _empty(seat: Seat, since: date, on: date) -> SeatNow:
    return SeatNow(seat, None, since, (on - since).days)


def lived_of(seats: Iterable[SeatNow]) -> LivedSeats:
    lived = [each for each in seats if each.seat.lived_experience]
    return LivedSeats(seats=len(lived), held=sum(each.held for each in lived))


def lived_seats(forum: Forum, on: date) -> LivedSeats:
    """How the seats for lived experience stood on that day."""
    return lived_of(body_of(forum, on).seats)


def _seats_now(forums: Collection[Forum], on: date) -> dict[int, list[SeatNow]]:
    rows = _there_on(on).filter(forum__in=forums)
    by_forum = {forum.pk: forum for forum in forums}
    seats = list(rows.order_by("id"))
    terms: dict[int, list[SeatHolder]] = defaultdict(list)
    for term in SeatHolder.objects.filter(seat__in=seats, since__lte=on).select_related("person", "user"):
        terms[term.seat_id].append(term)
    found: dict[int, list[SeatNow]] = defaultdict(list)
    for seat in seats:
        seat.forum = by_forum[seat.forum_id]
        found[seat.forum_id].append(seat_now(seat, terms[seat.pk], on))
    for each in found.values():
        each.sort(key=lambda one: (one.held, -one.days_empty, one.seat.pk))
    return found


def seat_now(seat: Seat, terms: Iterable[SeatHolder], on: date) -> SeatNow:
    terms = list(terms)
    holder = next((term for term in terms if term.holds_on(on)), None)
    if holder:
        return SeatNow(seat, holder, None)
    return _empty(seat, max([seat.since, *(term.over_on for term in terms if term.over_on)]), on)


# One seat.


def seat_for(actor: Actor, forum: Forum, code: str) -> Seat:
    found = Seat.objects.filter(forum=forum, code=code).first()
    if found is None:
        raise NotYours
    found.forum = forum
    return found


def terms_of(seat: Seat) -> list[SeatHolder]:
    """Everybody who ever held it, the latest first."""
    rows = SeatHolder.objects.filter(seat=seat).select_related("person", "user", "recorded_by")
    return list(rows.order_by("-since", "-id"))


def term_for(seat: Seat, code: str) -> SeatHolder:
    found = next((term for term in terms_of(seat) if term.code == code), None)
    if found is None:
        raise NotYours
    return found


def seats_held_by(person_ids: Collection[int], on: date | None = None) -> list[SeatHolder]:
    """What somebody holds today, across organisations."""
    rows = SeatHolder.objects.filter(person__in=person_ids, ended_on__isnull=True)
    rows = rows.select_related("seat__forum", "organisation").order_by("since", "id")
    return [term for term in rows if term.holds_on(on or timezone.localdate())]


def holder_ids(forum: Forum, on: date) -> set[int]:
    """The people of the register who hold a seat there on that day."""
    terms = SeatHolder.objects.filter(seat__forum=forum, person__isnull=False)
    return {term.person_id for term in terms if term.person_id and term.holds_on(on)}


# Names.


def names_of(actor: Actor, terms: Iterable[SeatHolder]) -> dict[int, str]:
    """What the actor may read of who holds a seat, by the number of the term; nothing where they may not."""
    terms = list(terms)
    if rules.may_see_holders(actor):
        return {term.pk: _full(term) for term in terms}
    asked = {term.person_id for term in terms if term.person_id}
    credited = people.who_allow(asked, Purpose.CREDIT) if asked else set()
    return {term.pk: _shown(actor, term, credited) for term in terms}


def _full(term: SeatHolder) -> str:
    if term.person:
        return people.shown_name(term.person)
    if term.user:
        return term.user.get_full_name()
    return term.name or _("Somebody whose name was taken out")


def _shown(actor: Actor, term: SeatHolder, credited: set[int]) -> str:
    if term.person_id and term.person_id == actor.person_id:
        return _("You")
    if term.person and term.person_id in credited:
        return term.person.known_as
    return term.user.job if term.user else ""


def person_called(actor: Actor, words: str) -> Person:
    """Somebody active on the register, by their code or the whole of their name, for who may look there."""
    words = words.strip()
    rows = people.people_for(actor).filter(state=ACTIVE)
    found = list(rows.filter(code=words)) or list(people.find(rows, words, actor.organisation_id or 0)[:2])
    if len(found) != 1:
        told = _("Nobody who is active on the register is called that. Look them up there, and use their code.")
        if found:
            told = _("More than one person is called that. Look them up on the register, and use their code.")
        raise Refused(told, field="name")
    return found[0]
