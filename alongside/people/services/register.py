"""Who is on the register, what they are called, where they stand."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.accounts.models import User
from alongside.accounts.roles import STAFF_ROLES
from alongside.audit.services import record
from alongside.core import lookups
from alongside.core.actor import Actor, Medium
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.post import services as post

from .. import queries, rules
from ..events import PeopleEvent
from ..models import LEFT, PAUSED, PERSON, NameToken, Pause, Person, PersonStatus
from ..texts import line
from .channels import set_channel
from .locking import locked


@transaction.atomic
def add_person(
    *,
    name: str,
    by: Actor,
    called: str = "",
    route_in: str = "",
    email: str = "",
    phone: str = "",
    post_address: str = "",
    facilitator: User | None = None,
    medium: Medium | None = None,
    joined_on: date | None = None,
) -> Person:
    """Somebody asked to take part. An address is not yet a permission to use it."""
    rules.check_keep_register(by)
    _check_facilitator(facilitator, by)
    person = Person.objects.create(
        organisation_id=by.organisation_id or 0,
        name=_name(name),
        called=line(called, "called"),
        route_in=line(route_in, "route_in"),
        facilitator=facilitator,
        joined_on=joined_on or timezone.localdate(),
        **{**byline(by), "medium": str(medium or "")},
    )
    begin(person, statuses=PersonStatus, by=by, on=person.joined_on)
    keep_tokens(person)
    speaking = by.for_person(person.pk, medium or Medium.IN_PERSON)
    for kind, address in (("email", email), ("phone", phone), ("post", post_address)):
        if address.strip():
            set_channel(person=person, kind=kind, address=address, by=speaking)
    record(PeopleEvent.ADDED, by=by, target=person, facts={"joined_on": person.joined_on.isoformat()})
    return person


@transaction.atomic
def change_person(*, person: Person, name: str, by: Actor, called: str = "") -> Person:
    """Their names, as they want them."""
    rules.check_speak_for(by, person)
    person = locked(person)
    person.name, person.called = _name(name), line(called, "called")
    person.save(update_fields=["name", "called"])
    keep_tokens(person)
    record(PeopleEvent.CHANGED, by=by, target=person, facts={"changed": ["name", "called"]})
    return person


@transaction.atomic
def assign_person(*, person: Person, by: Actor, facilitator: User | None, route_in: str = "") -> Person:
    """What the organisation notes: who looks after them, and how they came to be here."""
    rules.check_keep_register(by, person)
    _check_facilitator(facilitator, by)
    person = locked(person)
    person.facilitator, person.route_in = facilitator, line(route_in, "route_in")
    person.save(update_fields=["facilitator", "route_in"])
    facts = {"facilitator": facilitator.code if facilitator else None}
    record(PeopleEvent.ASSIGNED, by=by, target=person, facts=facts)
    return person


@transaction.atomic
def move_person(*, person: Person, to: str, by: Actor, on: date | None = None) -> Person:
    """Welcome, make active, leave, come back after leaving."""
    person = locked(person)
    rules.check_move(by, person, to)
    before, day = person.state, on or timezone.localdate()
    if day > timezone.localdate():
        raise Refused(_("This day has not come yet. Write the day on which it happened."), field="on")
    if before == PAUSED:
        Pause.objects.filter(person=person, ended_on__isnull=True).update(ended_on=timezone.localdate())
    move(person, to, lifecycle=PERSON, statuses=PersonStatus, by=by, on=day)
    if before == LEFT:
        post.release(to_person=person.pk)
    record(PeopleEvent.MOVED, by=by, target=person, facts={"from": before, "to": to, "on": day.isoformat()})
    return person


def keep_tokens(person: Person) -> None:
    """What they can be found by, again from the names they have now."""
    NameToken.objects.filter(person=person).delete()
    NameToken.objects.bulk_create(tokens_of(person))


def tokens_of(person: Person) -> list[NameToken]:
    names = f"{person.name} {person.called}"
    found = lookups.digests_to_store(names, queries.name_salt(person.organisation_id))
    return [NameToken(person=person, digest=digest) for digest in sorted(found)]


def _name(text: str) -> str:
    name = line(text, "name")
    if not name:
        raise Refused(_("Write a name. One name is enough."), field="name")
    return name


def _check_facilitator(facilitator: User | None, by: Actor) -> None:
    if facilitator is None:
        return
    if not organisations.users_with(by.organisation_id or 0, *STAFF_ROLES).filter(pk=facilitator.pk).exists():
        raise Refused(_("They do not work here any more. Choose somebody else."), field="facilitator")
