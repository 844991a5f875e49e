"""How somebody can be reached. Whether they may be is a consent."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit.services import record
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.inputs import is_phone
from alongside.post import services as post

from .. import rules
from ..events import PeopleEvent
from ..models import Channel, ChannelKind, Person
from .locking import line, locked, words

LONGEST = {ChannelKind.EMAIL: 254, ChannelKind.PHONE: 40, ChannelKind.TEXT: 40, ChannelKind.POST: 1000}


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
    values = {"address": address, "preferred": first, "recorded_at": timezone.now(), **byline(by)}
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


def good_address(kind: str, address: str) -> str:
    """As they write it, when it can be one. Raises Refused with what to write instead."""
    if kind not in LONGEST:
        raise Refused(_("Choose e-mail, phone, text message or post."), field="kind")
    limit = LONGEST[ChannelKind(kind)]
    if kind == ChannelKind.POST:
        return words(address, "address", limit)
    kept = line(address, "address", limit)
    if kind == ChannelKind.EMAIL:
        _check_email(kept)
    elif not is_phone(kept):
        raise Refused(_("Write a phone number with its area code, like 01632 960 001."), field="address")
    return kept


def _check_email(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise Refused(_("Write an e-mail address like name@example.org."), field="address") from None
