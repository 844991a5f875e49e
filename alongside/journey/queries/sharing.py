"""With whom somebody can share what they learned: those who look after it, teams, bodies; for staff, anybody here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.accounts.models import User, tidy_email
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries as decisions
from alongside.decisions.models import Forum
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from ..models import Entry, EntryReader, Side
from ..rules.entries import side_of

MOST_USERS = 40


@dataclass(frozen=True)
class Choosable:
    users: list[tuple[str, str]]
    units: list[tuple[str, str]]
    forums: list[tuple[str, str]]


def choosable(actor: Actor, entry: Entry) -> Choosable:
    here = actor.organisation_id or 0
    users = {user.pk: user for user in organisations.users_with(here, "coordinator")}
    if entry.unit:
        answering = organisations.who_answers_for(entry.unit)
        users |= {user.pk: user for user in User.objects.filter(pk__in=answering, is_active=True)}
    if entry.decision and entry.decision.owner_id:
        owner = User.objects.filter(pk=entry.decision.owner_id, is_active=True).first()
        users |= {owner.pk: owner} if owner else {}
    users |= {row.user.pk: row.user for row in readers_of(entry) if row.user}
    users.pop(actor.user_id or 0, None)
    known = organisations.known_here(here, list(users)[:MOST_USERS])
    return Choosable(
        users=[(users[pk].code, ", ".join(part for part in (who.name, who.job) if part)) for pk, who in known.items()],
        units=[(unit.code, unit.name) for unit in organisations.units_of(actor)],
        forums=[(forum.code, forum.name) for forum in Forum.objects.filter(organisation=here).order_by("name")],
    )


def readers_of(entry: Entry) -> list[EntryReader]:
    return list(entry.readers.select_related("person", "user", "unit", "forum").order_by("id"))


def chosen(actor: Actor, entry: Entry, data: dict[str, Any]) -> list[Any]:
    """Those whom the form names. Whom it does not offer nobody can choose."""
    can = choosable(actor, entry)
    found: list[Any] = []
    users = [code for code in data.get("users") or () if code in dict(can.users)]
    found.extend(User.objects.filter(code__in=users).order_by("pk"))
    if data.get("unit"):
        found.append(organisations.unit_for(actor, data["unit"]))
    if data.get("forum") in dict(can.forums):
        found.append(Forum.objects.get(organisation=actor.organisation_id, code=data["forum"]))
    kept = set(data.get("people") or ())
    found += [row.person for row in readers_of(entry) if row.person and row.person.code in kept]
    if data.get("name"):
        found.append(_called(actor, data["name"]))
    return found


def _called(actor: Actor, words: str) -> Any:
    """For those who work here: a colleague by their e-mail, somebody on the register by name or code."""
    if side_of(actor) != Side.STAFF:
        raise NotYours
    if "@" in words:
        rows = organisations.users_with(actor.organisation_id or 0)
        user = rows.filter(email=tidy_email(words)).first()
        if user is None:
            raise Refused(_("Nobody here signs in with this e-mail address. Look at it again."), field="name")
        return user
    return decisions.person_called(actor, words)


def units_to_choose(actor: Actor) -> list[Unit]:
    return list(organisations.units_of(actor))
