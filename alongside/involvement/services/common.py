"""Steps that the verbs share: take the row, know the day, tell whoever must be told."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from django.db import models
from django.utils.translation import gettext as _

from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.models import Person
from alongside.post import services as post

M = TypeVar("M", bound=models.Model)


def locked(thing: M, *related: str) -> M:
    """The row as it is now, kept from others until the verb is done."""
    rows: Any = type(thing)._default_manager.select_for_update(of=("self",), no_key=True)
    found: M = rows.select_related(*related).get(pk=thing.pk)
    return found


def check_seen(version: int, seen: int) -> None:
    if version != seen:
        raise Refused(
            _("Somebody changed this while you were writing. Your words are still here: look again, then save."),
            field="seen",
        )


def today_in(organisation: Organisation) -> date:
    return organisations.clock_of(organisation).today()


def tell_coordinators(organisation: Organisation, kind: str, subject: str, body: str, link: str) -> None:
    for user in organisations.users_with(organisation.pk, "coordinator"):
        tell_user(organisation, user.pk, kind, subject, body, link)


def tell_user(organisation: Organisation, user_id: int, kind: str, subject: str, body: str, link: str) -> None:
    post.queue(kind, organisation=organisation.pk, to_user=user_id, subject=subject, body=body, link=link)


def tell_person(
    organisation: Organisation, person: Person | int, kind: str, subject: str, body: str, link: str
) -> None:
    number = person.pk if isinstance(person, Person) else person
    post.queue(kind, organisation=organisation.pk, to_person=number, subject=subject, body=body, link=link)
