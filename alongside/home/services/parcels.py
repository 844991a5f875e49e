"""From messages to the one thing that is carried. What somebody said is looked up here and kept nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from django.conf import settings

from alongside.core.codes import new_code
from alongside.post.models import Message
from alongside.voice import queries as voice

from ..said import code_said
from .carriers import Parcel, Piece
from .routing import Route


def batch_of(messages: Sequence[Message], channel: str) -> str:
    """Tried again with nothing added, it is the same letter: whoever has it already can know it by that."""
    batches = {message.batch for message in messages}
    first = messages[0]
    same = len(batches) == 1 and first.batch and first.channel == channel
    return first.batch if same else new_code()


def pack(messages: Sequence[Message], route: Route, batch: str) -> Parcel:
    return Parcel(
        batch=batch,
        organisation=route.organisation.name,
        name=route.name,
        address=route.address,
        channel=route.channel,
        pieces=tuple(piece_of(message, route) for message in messages),
        choose_link=whole(route.own_page) if route.own_page else "",
    )


def piece_of(message: Message, route: Route) -> Piece:
    link = whole(message.link) if message.link and route.signs_in else ""
    return Piece(message.subject, message.body, link, quote_of(message) if route.may_quote() else "")


def quote_of(message: Message) -> str:
    """The words that the message is about; nothing when they were taken back, or are not this person's."""
    code = code_said(message)
    return voice.words_to_repeat([(code, message.to_person or 0)]).get(code, "") if code else ""


def whole(link: str) -> str:
    return str(settings.ASSUME_PUBLIC_ADDRESS) + link
