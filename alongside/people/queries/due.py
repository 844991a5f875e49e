"""What the one who keeps the register should do first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor

from ..models import ENQUIRED, Person
from .held import consents_running_out, reviews_due
from .page import SOON
from .register import people_for

MOST = 5


@dataclass(frozen=True)
class Due:
    person: Person
    what: Any
    since: date | None
    path: str  # below the register

    @property
    def name(self) -> str:
        return self.person.known_as


def register_to_do(actor: Actor, today: date) -> list[Due]:
    """A few of each, the longest waiting first: people to welcome, needs to go through again, permissions that end."""
    return [*_to_welcome(actor), *_to_review(actor, today), *_running_out(actor, today)]


def _to_welcome(actor: Actor) -> Iterator[Due]:
    for person in people_for(actor).filter(state=ENQUIRED).order_by("joined_on", "id")[:MOST]:
        yield Due(person, _("asked to take part: welcome them"), person.joined_on, f"{person.code}/state/")


def _to_review(actor: Actor, today: date) -> Iterator[Due]:
    for need in reviews_due(actor, today + SOON)[:MOST]:
        path = f"{need.person.code}/needs/{need.code}/review/"
        yield Due(need.person, _("what they need: ask whether it is still right"), need.review_on, path)


def _running_out(actor: Actor, today: date) -> Iterator[Due]:
    for consent in consents_running_out(actor, today + SOON)[:MOST]:
        what = _("“%(label)s” ends: ask again") % {"label": consent.get_purpose_display()}
        yield Due(consent.person, what, consent.expires_on, f"{consent.person.code}/consents/{consent.purpose}/")
