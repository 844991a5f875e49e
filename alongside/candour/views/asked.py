"""Those who were asked: as a form has them and a verb wants them, and as a page shows them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.errors import Refused
from alongside.decisions import queries as decisions
from alongside.people.models import Person
from alongside.people.queries import shown_name

from ..asked import Answer
from ..forms.asked import PeopleAskedForm


def answers_of(request: Any, form: PeopleAskedForm) -> list[Answer]:
    return [Answer(person_named(request, called, f"name{n}"), agrees, said) for n, called, agrees, said in form.asked()]


def person_named(request: Any, called: str, field: str) -> Person:
    """By their name or code on the register; what is wrong stands beside the field in which they were named."""
    try:
        return decisions.person_called(request.actor, called)
    except Refused as refused:
        raise Refused(refused.reason, field=field) from None


def by_name(rows: Iterable[Any]) -> list[tuple[str, Any]]:
    """For whoever works with them: each with their name."""
    return [(shown_name(each.person) if each.person else _("Somebody who has left"), each) for each in rows]
