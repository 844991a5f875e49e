"""What somebody wants to take part in, and how much is enough for them."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation.models import Kind, Unit

from .. import rules, texts
from ..events import PeopleEvent
from ..models import Hear, Limits, Person, Ways, Wish, WishedFor
from .locking import locked


@transaction.atomic
def set_wish(
    *, person: Person, ways: str, hear: str, kinds: Collection[Kind], units: Collection[Unit], by: Actor
) -> Wish:
    """No kind means every kind, no unit everywhere."""
    rules.check_speak_for(by, person)
    if ways not in Ways.values:
        raise Refused(_("Choose how you want to take part."), field="ways")
    if hear not in Hear.values:
        raise Refused(_("Choose how often you want to hear from us."), field="hear")
    theirs = {one.organisation_id for one in kinds} | {one.organisation_id for one in units}
    if theirs - {person.organisation_id}:
        raise Refused(_("Choose from the list."))
    wish, _made = Wish.objects.update_or_create(
        person=locked(person), defaults={"ways": ways, "hear": hear, **byline(by)}
    )
    WishedFor.objects.filter(wish=wish).delete()
    WishedFor.objects.bulk_create(
        [*(WishedFor(wish=wish, kind=kind) for kind in kinds), *(WishedFor(wish=wish, unit=unit) for unit in units)]
    )
    _record(person, by)
    return wish


@transaction.atomic
def set_limits(
    *,
    person: Person,
    by: Actor,
    per_year: int | None = None,
    rest_days: int | None = None,
    words: str = "",
    clear: bool = False,
) -> Limits | None:
    """The person's own. Whoever writes them down for somebody sees none of what is there, so what they leave empty
    stays as it is; `clear` takes all of it away. Nothing left means that nothing is kept."""
    rules.check_speak_for(by, person)
    values = {"per_year": per_year, "rest_days": rest_days, "words": texts.checked(words.strip(), "words", 2000)}
    _check_sense(per_year, rest_days)
    person = locked(person)
    if by.on_behalf_of is not None and not clear:
        values = _with_what_is_there(person, values)
    if clear or not any(values.values()):
        Limits.objects.filter(person=person).delete()
        limits = None
    else:
        limits, _made = Limits.objects.update_or_create(person=person, defaults={**values, **byline(by)})
    _record(person, by)
    return limits


def _with_what_is_there(person: Person, values: dict[str, Any]) -> dict[str, Any]:
    if not any(values.values()):
        raise Refused(_("Write what they told you, or tick that they want no limits."), field="per_year")
    there = Limits.objects.filter(person=person).first()
    return {name: value or getattr(there, name, None) or value for name, value in values.items()}


def _check_sense(per_year: int | None, rest_days: int | None) -> None:
    if per_year is not None and not 1 <= per_year <= 366:
        raise Refused(_("Write a number from 1 to 366. To do nothing for a while, take a rest."), field="per_year")
    if rest_days is not None and not 1 <= rest_days <= 366:
        raise Refused(_("Write a number from 1 to 366, or leave it empty."), field="rest_days")


def _record(person: Person, by: Actor) -> None:
    """One event for both, without facts: the log must not say that somebody has limits."""
    record(PeopleEvent.WISHES_CHANGED, by=by, target=person)
