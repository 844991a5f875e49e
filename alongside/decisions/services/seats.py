"""Who holds a seat. A term is a row of its own: nothing that was ever held is overwritten."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.people.models import Person
from alongside.post import services as post

from .. import queries, rules
from ..events import SeatEvent as Event
from ..models import Seat, SeatHolder
from .forums import locked_seat


@transaction.atomic
def fill_seat(
    *,
    seat: Seat,
    filled_by: str,
    since: date,
    by: Actor,
    person: Person | None = None,
    user: User | None = None,
    name: str = "",
    until: date | None = None,
) -> SeatHolder:
    """Somebody takes the seat, for the length of its term unless another end is given."""
    seat = locked_seat(seat, by)
    terms, today = queries.terms_of(seat), timezone.localdate()
    rules.check_can_fill(by, seat, terms, today)
    rules.check_holder(seat, person=person, user_id=user.pk if user else None, name=name)
    until = until or end_of_term(seat, since)
    rules.check_term(seat, terms, since, until, today)
    return seat_somebody(
        seat, by=by, person=person, user=user, name=name, filled_by=filled_by, since=since, until=until
    )


def seat_somebody(seat: Seat, *, by: Actor, since: date, until: date | None, filled_by: str, **who: Any) -> SeatHolder:
    """The row, the message and the event of a seat that is taken: by hand, or after an election."""
    _put_down_run_out(seat)
    holder = SeatHolder.objects.create(
        organisation_id=seat.organisation_id,
        seat=seat,
        since=since,
        until=until,
        filled_by=filled_by,
        **who,
        **byline(by),
    )
    if holder.person_id:
        _tell(seat, holder.person_id, _("You have a seat"), _taken_words(seat, until))
    facts = {"forum": seat.forum.code, "since": since.isoformat(), "filled_by": str(filled_by)}
    audit.record(Event.SEAT_FILLED, by=by, target=seat, facts={**facts, "until": until.isoformat() if until else None})
    return holder


def _put_down_run_out(seat: Seat) -> None:
    """A term that ran out was over without anybody writing it down."""
    for term in SeatHolder.objects.filter(seat=seat, ended_on__isnull=True, until__isnull=False):
        term.ended_on = term.until
        term.save(update_fields=["ended_on"])


def end_of_term(seat: Seat, since: date) -> date | None:
    """The same day of the month in which the term runs out, or the last one before it."""
    if seat.term_months is None:
        return None
    years, month = divmod(since.month - 1 + seat.term_months, 12)
    first = date(since.year + years, month + 1, 1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return first.replace(day=min(since.day, last.day))


@transaction.atomic
def end_term(*, holder: SeatHolder, on: date, by: Actor) -> SeatHolder:
    """They hold it no longer. There is no reason to give, and nowhere to put one."""
    seat = locked_seat(holder.seat, by)
    holder = SeatHolder.objects.select_for_update(no_key=True).get(pk=holder.pk)
    rules.check_can_end_term(by, seat, holder)
    rules.check_ended_on(holder, on, timezone.localdate())
    holder.ended_on = min(on, holder.until or on)
    holder.save(update_fields=["ended_on"])
    if holder.person_id and holder.person_id != by.person_id:
        _tell(seat, holder.person_id, _("Your seat has ended"), _ended_words(seat, holder.ended_on))
    facts = {"forum": seat.forum.code, "on": holder.ended_on.isoformat()}
    audit.record(Event.TERM_ENDED, by=by, target=seat, facts=facts)
    return holder


@transaction.atomic
def take_name_out(*, holder: SeatHolder, by: Actor) -> SeatHolder:
    """Of somebody from outside who no longer holds the seat. That it was held stays."""
    holder = SeatHolder.objects.select_for_update(no_key=True).select_related("seat__forum").get(pk=holder.pk)
    rules.check_can_take_name_out(by, holder)
    holder.name = ""
    holder.save(update_fields=["name"])
    audit.record(Event.NAME_TAKEN_OUT, by=by, target=holder.seat, facts={})
    return holder


def _taken_words(seat: Seat, until: date | None) -> str:
    words = {"forum": seat.forum.name, "day": long_day(until) if until else ""}
    if until:
        return (
            _("You have a seat on “%(forum)s” until %(day)s. You can leave it at any time, without a reason.") % words
        )
    return _("You have a seat on “%(forum)s”. You can leave it at any time, without a reason.") % words


def _ended_words(seat: Seat, on: date) -> str:
    words = {"forum": seat.forum.name, "day": long_day(on)}
    return _("Your seat on “%(forum)s” ended on %(day)s. If this is not right, tell the coordinator.") % words


def _tell(seat: Seat, person_id: int, subject: str, body: str) -> None:
    slug = seat.forum.organisation.slug
    post.queue(
        "seat",
        organisation=seat.organisation_id,
        subject=subject,
        body=body,
        to_person=person_id,
        link=queries.url_of_seats(slug, seat.forum.code),
    )
