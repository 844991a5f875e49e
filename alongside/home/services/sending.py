"""Taking messages from the outbox. Whether somebody may be written to is asked now, not when it was written."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import User
from alongside.accounts.permissions import Permission as P
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.post import services as post
from alongside.post.models import Message
from alongside.voice import services as voice

from ..events import HomeEvent

log = logging.getLogger(__name__)
WHY_NOT = {
    "left": gettext_lazy("They have left."),
    "paused": gettext_lazy("They take a rest. It goes when they come back."),
    "no address": gettext_lazy("No way to reach them is known."),
    "no consent": gettext_lazy("They have not said that we may write to them this way."),
}


@dataclass
class Sent:
    sent: int = 0
    held: int = 0
    failed: int = 0


@dataclass(frozen=True)
class Address:
    """Where it goes, or why it may not go now."""

    email: str = ""
    greeting: str = ""
    why_not: Any = ""


def send_waiting(most: int = 500) -> Sent:
    """Send up to `most` messages. Two senders at once never send the same one."""
    result = Sent()
    with get_connection() as mail:
        while result.sent + result.held + result.failed < most:
            messages = post.claim(min(50, most))
            if not messages:
                break
            for message in messages:
                _send_one(message, mail, result)
    return result


def _send_one(message: Message, mail: BaseEmailBackend, result: Sent) -> None:
    address = address_of(message)
    if address.why_not:
        post.held(message, reason=address.why_not)
        result.held += 1
        return
    try:
        letter(message, address, mail).send()
    except Exception as error:
        # The class of the error only: its text may hold an address.
        log.warning("message %s was not sent: %s", message.code, type(error).__name__)
        post.failed(message, reason=type(error).__name__)
        result.failed += 1
        return
    post.sent(message, channel="email")
    result.sent += 1
    _note_told(message)


def _note_told(message: Message) -> None:
    """An answer that went out is an answer that was told."""
    if message.kind == "answer_told":
        voice.told_by_message(_last_word_of(message.link), "email", timezone.localdate())


@transaction.atomic
def tell_another_way(*, message: Message, channel: str, by: Actor) -> Message:
    """Somebody rang, wrote a letter or said it face to face: the message waits no longer."""
    if not by.can(P.RUN_INVOLVEMENT):
        raise Refused(_("The coordinator writes down who was told another way."))
    if not post.told_otherwise(message, channel=channel):
        raise Refused(_("This message is not waiting any more. Look at the outbox again."))
    if message.kind == "answer_told":
        voice.told_by_message(_last_word_of(message.link), channel, timezone.localdate())
    audit.record(HomeEvent.TOLD_ANOTHER_WAY, by=by, target=message, facts={"kind": message.kind, "channel": channel})
    return message


def _last_word_of(link: str) -> str:
    """The code at the end of a link to one thing."""
    return link.rstrip("/").rsplit("/", 1)[-1]


def address_of(message: Message) -> Address:
    if message.to_user is not None:
        user = User.objects.filter(pk=message.to_user, is_active=True).first()
        return Address(user.email, user.name) if user else Address(why_not=_("This sign-in was closed."))
    contact = people.may_contact(message.to_person or 0)
    if not contact.possible:
        return Address(why_not=WHY_NOT[contact.reason])
    if contact.kind != "email":
        return Address(why_not=_("Reach them another way: %(channel)s.") % {"channel": contact.kind})
    return Address(contact.address, contact.name)


def letter(message: Message, address: Address, mail: BaseEmailBackend) -> EmailMessage:
    organisation = Organisation.objects.get(pk=message.organisation_number)
    lines = [_("Hello %(name)s,") % {"name": address.greeting} if address.greeting else _("Hello,"), "", message.body]
    if message.link:
        lines += ["", settings.ASSUME_PUBLIC_ADDRESS + message.link]
    lines += ["", organisation.name]
    return EmailMessage(
        subject=" ".join(message.subject.split()),
        body="\n".join(lines),
        to=[address.email],
        connection=mail,
    )
