"""Those who took part, held together with what people said about themselves: the register knows nothing of sessions."""

from __future__ import annotations

from datetime import date
from functools import partial

from alongside.core.actor import system
from alongside.involvement.queries.came_between import who_came_between
from alongside.organisation.models import Organisation
from alongside.people import services as people
from alongside.voice.queries.who_said import who_said_something


def run_make_up(organisation: Organisation, today: date) -> int:
    """Once for each quarter and each year that has been over for four weeks."""
    took_part = partial(_took_part, organisation.pk)
    return people.run_make_up(organisation=organisation, took_part=took_part, today=today, by=system(organisation.pk))


def _took_part(organisation_id: int, first: date, last: date) -> frozenset[int]:
    """Whoever came to a session, or said something under their name."""
    return who_came_between(organisation_id, first, last) | who_said_something(organisation_id, first, last)
