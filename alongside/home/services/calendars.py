"""An address for a calendar program: made, made anew, stopped."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import get_language

from alongside.accounts.models import User
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.codes import new_code

from .. import rules
from ..events import HomeEvent
from ..models import CalendarKey, Shows
from ..queries import calendars as queries


@transaction.atomic
def make_calendar(*, calendar: str, shows: str = Shows.ALL, by: Actor) -> str:
    """The secret of the address. It is said once and stands nowhere; the one before opens nothing from now on."""
    user_id = rules.check_own_calendar(by)
    rules.check_calendar(calendar, shows)
    User.objects.select_for_update(no_key=True).get(pk=user_id)  # two at once: the second ends what the first made
    earlier = queries.my_calendars(user_id).get(calendar)
    if earlier:
        _end(earlier)
    secret = new_code(queries.LENGTH)
    made = CalendarKey.objects.create(
        user_id=user_id,
        calendar=calendar,
        shows=shows,
        language=get_language() or "en-gb",
        digest=queries.digest_of(secret),
    )
    audit.record(HomeEvent.CALENDAR_MADE, by=by, target=made, facts={"instead": earlier.code if earlier else None})
    return secret


@transaction.atomic
def stop_calendar(*, calendar: str, by: Actor) -> CalendarKey | None:
    """Nothing happens when there is none: whoever stops it twice wants it stopped."""
    user_id = rules.check_own_calendar(by)
    found = (
        CalendarKey.objects.select_for_update(no_key=True)
        .filter(user=user_id, calendar=calendar, ended_at=None)
        .first()
    )
    if found is None:
        return None
    _end(found)
    audit.record(HomeEvent.CALENDAR_STOPPED, by=by, target=found)
    return found


def _end(key: CalendarKey) -> None:
    key.digest, key.ended_at = "", timezone.now()
    key.save(update_fields=["digest", "ended_at"])
