"""Being forgotten: every room blanks what it holds about somebody, top floor first, in one transaction."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.audit import services as audit
from alongside.candour import personal as candour
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions import personal as decisions
from alongside.home.events import HomeEvent
from alongside.involvement import personal as involvement
from alongside.journey import personal as journey
from alongside.organisation import queries as organisations
from alongside.organisation import services as organisation_services
from alongside.people import personal as people
from alongside.people.models import Person
from alongside.post import personal as post
from alongside.reports import personal as reports
from alongside.voice import personal as voice

from .. import personal as own

# Top floor first: a room above may need what a room below still knows. A test checks that no room is missing.
ROOMS: tuple[Any, ...] = (reports, candour, voice, journey, involvement, decisions, people)


def check_can_forget(by: Actor, person: Person) -> None:
    """The person themself, or a coordinator who was asked by them."""
    own = by.person_id == person.pk
    asked = by.can(P.KEEP_REGISTER) and by.on_behalf_of == person.pk and by.medium is not None
    if not (own or asked):
        raise Refused(_("Only the person can ask for this. You can write down that they asked you."))


@transaction.atomic
def forget(*, person: Person, by: Actor) -> Person:
    """Blank everything that names or quotes somebody. What they did stays, unnamed; that it was done is an event."""
    check_can_forget(by, person)
    # Held first: whoever takes something down for them waits, and then finds nobody. Rows that point at them need not.
    Person.objects.select_for_update(no_key=True).get(pk=person.pk)
    user = person.user
    with audit.together():  # each room takes rows of its own, and nobody may wait for the log meanwhile
        for room in ROOMS:
            room.erase(person.pk, by)
        post.erase(person.pk)
        if user is not None:
            close_sign_in(user, by)
        person.refresh_from_db()
        audit.record(HomeEvent.FORGOTTEN, by=by, target=person, facts={"rooms": [room.__name__ for room in ROOMS]})
    return person


def close_sign_in(user: User, by: Actor) -> None:
    """One human may be on other registers, or work somewhere: then the sign-in stays."""
    organisation_services.stop_taking_part(user=user, by=by)
    if organisations.memberships_of(user.pk).exists():
        return
    own.erase(user.pk)
    user.is_active, user.name, user.job = False, "", ""
    user.email = f"{user.code}@forgotten.invalid"
    user.save(update_fields=["is_active", "name", "job", "email"])


def everything_about(person: Person) -> dict[str, Any]:
    """A copy of all that is held about somebody, by room."""
    held = {room.__name__.split(".")[1]: room.export(person.pk) for room in ROOMS}
    calendars = {"home": own.export(person.user_id)} if person.user_id else {}
    return {**held, **calendars, "post": post.export(person.pk)}
