"""A rest. No reason is asked. Nothing is sent while it lasts."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import byline, move
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.post import services as post

from .. import queries, rules
from ..events import PeopleEvent
from ..models import ACTIVE, PAUSED, PERSON, Pause, Person, PersonStatus
from .locking import locked


@transaction.atomic
def pause(*, person: Person, by: Actor, until: date | None = None) -> Pause:
    """From today, until a day they choose or until they say so. A pause again changes its end."""
    person, today = locked(person), timezone.localdate()
    rules.check_pause(by, person)
    rules.check_later(until, today, "until")
    row = queries.open_pause(person)
    if row is None:
        row = Pause.objects.create(person=person, since=today, until=until, **byline(by))
        move(person, PAUSED, lifecycle=PERSON, statuses=PersonStatus, by=by)
    else:
        row.until = until
        row.save(update_fields=["until"])
    record(PeopleEvent.PAUSED, by=by, target=person, facts={"until": until and until.isoformat()})
    return row


@transaction.atomic
def resume(*, person: Person, by: Actor) -> Person:
    """Back to where they were, and what waited for them is sent."""
    person = locked(person)
    rules.check_resume(by, person)
    Pause.objects.filter(person=person, ended_on__isnull=True).update(ended_on=timezone.localdate())
    move(person, _before(person), lifecycle=PERSON, statuses=PersonStatus, by=by)
    post.release(to_person=person.pk)
    record(PeopleEvent.RESUMED, by=by, target=person, facts={"to": person.state})
    return person


def _before(person: Person) -> str:
    rows = PersonStatus.objects.filter(person=person).exclude(state=PAUSED).order_by("-id")
    return rows.values_list("state", flat=True).first() or ACTIVE


def end_pauses_that_are_over(*, today: date, by: Actor) -> int:
    """For the daily task, in the organisation of `by`; run twice, it does its work once."""
    over = Pause.objects.filter(ended_on__isnull=True, until__lte=today, person__organisation=by.organisation_id)
    return sum(_end(row, by) for row in over.select_related("person").order_by("id"))


@transaction.atomic
def _end(row: Pause, by: Actor) -> bool:
    person = locked(row.person)
    if person.state != PAUSED or not Pause.objects.filter(pk=row.pk, ended_on__isnull=True).exists():
        return False
    resume(person=person, by=by)
    return True
