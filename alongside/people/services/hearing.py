"""How somebody wants to hear from us."""

from __future__ import annotations

from collections.abc import Collection
from datetime import time

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.post import services as post
from alongside.post.models import Rhythm

from .. import rules, texts
from ..events import PeopleEvent
from ..models import ANY_DAY, Hearing, Person
from .locking import locked


@transaction.atomic
def set_hearing(
    *,
    person: Person,
    by: Actor,
    often: str,
    answers_at_once: bool = True,
    days: Collection[str] = (),
    from_time: time | None = None,
    until_time: time | None = None,
    on_the_phone: str = "",
    leave_word: bool = False,
    quote_email: bool = False,
    quote_post: bool = False,
) -> Hearing:
    """No day chosen means any day. What waits for them is looked at again, by the new wishes."""
    rules.check_speak_for(by, person)
    if often not in Rhythm.values:
        raise Refused(_("Choose how often we may write."), field="often")
    if set(days) - set(ANY_DAY):
        raise Refused(_("Choose days from the list."), field="days")
    rules.check_hours(from_time, until_time)
    values = {
        "often": often,
        "answers_at_once": answers_at_once,
        "days": "".join(sorted(set(days))) or ANY_DAY,
        "from_time": from_time,
        "until_time": until_time,
        "on_the_phone": texts.checked(on_the_phone.strip(), "on_the_phone", 500),
        "leave_word": leave_word,
        "quote_email": quote_email,
        "quote_post": quote_post,
    }
    hearing, _made = Hearing.objects.update_or_create(person=locked(person), defaults={**values, **byline(by)})
    post.release(to_person=person.pk)
    record(PeopleEvent.HEARING_CHANGED, by=by, target=person, facts={"often": str(often)})
    return hearing
