"""How somebody can be reached. Whether they may be is a consent."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.post import services as post

from .. import rules
from ..events import PeopleEvent
from ..models import Channel, Person, Stop
from ..texts import good_address
from .locking import locked


@transaction.atomic
def set_channel(*, person: Person, kind: str, address: str, by: Actor, preferred: bool = False) -> Channel:
    """One address of each kind. The first one that is given is the first choice, until they choose another."""
    rules.check_speak_for(by, person)
    locked(person)
    address = good_address(kind, address)
    others = Channel.objects.filter(person=person).exclude(kind=kind)
    if preferred:
        others.update(preferred=False)
    first = preferred or not others.filter(preferred=True).exists()
    works = {"stopped_on": None, "stopped_why": ""}
    values = {"address": address, "preferred": first, "recorded_at": timezone.now(), **works, **byline(by)}
    channel, _made = Channel.objects.update_or_create(person=person, kind=kind, defaults=values)
    post.release(to_person=person.pk)
    record(PeopleEvent.CHANNEL_SET, by=by, target=person, facts={"kind": str(kind), "preferred": first})
    return channel


@transaction.atomic
def remove_channel(*, person: Person, kind: str, by: Actor) -> None:
    """The address goes; nothing is kept of it."""
    rules.check_speak_for(by, person)
    locked(person)
    gone, _by_model = Channel.objects.filter(person=person, kind=kind).delete()
    if gone:
        record(PeopleEvent.CHANNEL_REMOVED, by=by, target=person, facts={"kind": str(kind)})


@transaction.atomic
def stop_channel(*, person: Person, kind: str, why: str, by: Actor, used_at: datetime | None = None) -> bool:
    """Something came back from there: nothing more goes there until somebody looks at the address.

    False when it has stopped already, is not there any more, or was written anew since it was used.
    """
    rules.check_stop_channel(by, person)
    if why not in Stop.values:
        raise Refused(_("Say why it does not work."), field="why")
    locked(person)
    rows = Channel.objects.filter(person=person, kind=kind, stopped_on__isnull=True)
    if used_at:
        rows = rows.filter(recorded_at__lte=used_at)
    done = rows.update(stopped_on=timezone.localdate(), stopped_why=why)
    if done:
        record(PeopleEvent.CHANNEL_STOPPED, by=by, target=person, facts={"kind": str(kind), "why": str(why)})
    return bool(done)
