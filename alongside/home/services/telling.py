"""An answer that was told, and one that was not after all; somebody who was told another way."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.post import services as post
from alongside.post.models import Message
from alongside.voice import services as voice

from ..events import HomeEvent
from ..said import code_of

ANSWER = "answer_told"
TEXT = "text"


def note_told(message: Message, channel: str) -> None:
    """An answer that went out is an answer that was told. A text holds none: it says that there is one to read."""
    if message.kind == ANSWER and channel != TEXT:
        voice.told_by_message(code_of(message), channel, timezone.localdate())


def note_not_told(message: Message, why: str) -> None:
    if message.kind == ANSWER:
        voice.not_told_after_all(code_of(message), message.channel, timezone.localdate(), why)


@transaction.atomic
def tell_another_way(*, message: Message, channel: str, by: Actor) -> Message:
    """Somebody rang, wrote a letter or said it face to face: the message waits no longer."""
    if not by.can(P.RUN_INVOLVEMENT):
        raise Refused(_("The coordinator writes down who was told another way."))
    if not post.told_otherwise(message, channel=channel, by_user=by.user_id):
        raise Refused(_("This message is not waiting any more. Look at the outbox again."))
    if message.kind == ANSWER:
        voice.told_by_message(code_of(message), channel, timezone.localdate())
    audit.record(HomeEvent.TOLD_ANOTHER_WAY, by=by, target=message, facts={"kind": message.kind, "channel": channel})
    return message
