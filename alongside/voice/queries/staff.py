"""Who answers, and who may have said it."""

from __future__ import annotations

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import ROLES
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.involvement import queries as involvement
from alongside.involvement import rules as involvement_rules
from alongside.involvement.models import Meeting
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.people import queries as people
from alongside.people.models import Person

from ..models import Contribution

MOST_NAMED = 5


def role_of(actor: Actor, contribution: Contribution) -> str:
    """As what somebody answers: their job and the unit that owes it."""
    return role_in(actor, contribution.unit)


def role_in(actor: Actor, unit: Unit) -> str:
    """By role, never by name."""
    job = User.objects.filter(pk=actor.user_id or 0).values_list("job", flat=True).first()
    if job and unit.name.casefold() in job.casefold():
        return job
    return ", ".join(part for part in (job, unit.name) if part)


def who_can_answer(actor: Actor) -> QuerySet[User]:
    """Everybody with a role that answers; whether it reaches the unit is asked by the verb."""
    roles = [role.slug for role in ROLES.values() if P.ANSWER in role.permissions]
    return organisations.users_with(actor.organisation_id or 0, *roles)


def name_and_job(user: User) -> str:
    return ", ".join(dict.fromkeys(part for part in (user.get_full_name(), user.job) if part))


def units_that_answer(actor: Actor) -> QuerySet[Unit]:
    """Every open unit: what came to the wrong one is handed to the right one."""
    return organisations.units_of(actor)


def units_to_write_for(actor: Actor) -> QuerySet[Unit]:
    return organisations.units_of(actor, P.SAY_FOR)


def were_there(actor: Actor, meeting: Meeting) -> list[Person]:
    """Those who have a place where a session was: whoever ran it writes down what they said. For everybody else who
    sees the session they have no names."""
    if not involvement_rules.may_hold(actor, meeting.opportunity.decision):
        return []
    return [place.person for place in involvement.accepted_places(meeting.opportunity)]


def shown_name(person: Person) -> str:
    return people.shown_name(person)


def on_register(actor: Actor, typed: str) -> Person:
    """One person by name or code, for whoever may see the register."""
    rows = people.people_for(actor)
    by_code = rows.filter(code=typed.strip().lower()).first()
    if by_code:
        return by_code
    found = list(people.find(rows, typed, actor.organisation_id or 0)[: MOST_NAMED + 1])
    if len(found) == 1:
        return found[0]
    if not found:
        raise Refused(_("Nobody on the register has this name. Check how it is spelt."), field="person")
    if len(found) > MOST_NAMED:
        raise Refused(_("Many people have this name. Write more of it."), field="person")
    named = ", ".join(f"{person.name} ({person.code})" for person in found)
    text = _("More than one person fits: %(people)s. Write the code of the one you mean.")
    raise Refused(text % {"people": named}, field="person")


def person_named(actor: Actor, code: str, meeting: Meeting | None) -> Person:
    """Chosen from those who were at a session."""
    for person in were_there(actor, meeting) if meeting else ():
        if person.code == code:
            return person
    raise NotYours
