"""Taking messages from the outbox. Whether somebody may be written to is asked now, not when it was written."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import transaction
from django.utils import timezone

from alongside.post import services as post
from alongside.post.models import Message

from . import parcels, returning
from .carriers import Carriers, Gone, NoSuchAddress, NotTaken, TryLater
from .routing import Route, due, route_of
from .telling import note_told

log = logging.getLogger(__name__)
ROUNDS = 4  # one for each way to reach somebody: what comes back at once goes another way in the same run


@dataclass
class Sent:
    """How many messages, by what became of them; `by` counts those that left, `hands` those for a hand, by channel."""

    sent: int = 0
    held: int = 0
    failed: int = 0
    waiting: int = 0
    returned: int = 0
    by: Counter[str] = field(default_factory=Counter)
    hands: Counter[str] = field(default_factory=Counter)

    @property
    def taken(self) -> int:
        return self.sent + self.held + self.failed + self.waiting + self.returned + self.hands.total()


def send_waiting(most: int = 500) -> Sent:
    """Send up to `most` messages. Two senders at once never send the same one."""
    result = Sent()
    with Carriers() as carriers:
        returning.find_unsure(carriers)
        returning.ask_what_arrived(carriers)
        returning.recheck_by_hand()
        for _round in range(ROUNDS):
            returning.settle()
            before = result.returned
            _drain(most, carriers, result)
            if result.returned == before:
                break
    return result


def _drain(most: int, carriers: Carriers, result: Sent) -> None:
    while result.taken < most and (messages := post.claim(min(50, most))):
        for theirs in _by_recipient(messages):
            route = route_of(theirs, carriers)
            with timezone.override(route.organisation.time_zone):
                _send(theirs, route, carriers, result)


def _by_recipient(messages: Sequence[Message]) -> Iterator[list[Message]]:
    found: dict[tuple[int, int | None, int | None], list[Message]] = {}
    for message in messages:
        key = (message.organisation_number, message.to_person, message.to_user)
        found.setdefault(key, []).append(message)
    yield from found.values()


def _send(messages: list[Message], route: Route, carriers: Carriers, result: Sent) -> None:
    if route.why_not:
        for message in messages:
            post.held(message, reason=str(route.why_not), waits_for=route.waits_for)
        result.held += len(messages)
        return
    now = due(messages, route)
    for message, until, waits_for in now.later:
        post.later(message, until=until, waits_for=waits_for)
    result.waiting += len(now.later)
    if route.channel in carriers.of:
        for parcel in [now.together, *([message] for message in now.alone)]:
            _deliver(parcel, route, carriers, result)
        return
    for message in [*now.together, *now.alone]:
        post.by_hand(message, channel=route.channel)
        result.hands[route.channel] += 1


def _deliver(messages: list[Message], route: Route, carriers: Carriers, result: Sent) -> None:
    """From here to the end the messages are in nobody else's hands, and what may have gone is never sent blindly."""
    batch = parcels.batch_of(messages, route.channel) if messages else ""
    again = bool(messages) and messages[0].batch == batch
    if not (ours := post.hand_over(messages, channel=route.channel, batch=batch) if messages else []):
        return
    carrier = carriers.of[route.channel]
    try:
        found = carrier.find(batch) if again and carrier.finds else None
        gone = found or carrier.carry(parcels.pack(ours, route, batch))
    except Exception as error:
        _not_gone(ours, error, result)
        return
    _gone(ours, gone)
    result.sent += len(ours)
    result.by[route.channel] += len(ours)


def _gone(messages: Sequence[Message], gone: Gone) -> None:
    """Whoever says later that it arrived is waited for; of an e-mail from our own server nobody says so."""
    with transaction.atomic():
        for message in messages:
            post.sent(message, channel=message.channel, provider_id=gone.provider_id)
            if not gone.provider_id:
                note_told(message, message.channel)


def _not_gone(messages: Sequence[Message], error: Exception, result: Sent) -> None:
    # Our own words, or the class of the error only: its text may hold an address.
    known = isinstance(error, (TryLater, NotTaken, NoSuchAddress))
    why = str(error) if known else type(error).__name__
    for message in messages:
        log.warning("message %s was not sent: %s", message.code, why)
        if isinstance(error, NoSuchAddress):
            returning.stop(message, error.stop)
            post.came_back([message], why=why, lasting=True)
        elif isinstance(error, NotTaken):
            post.given_up(message, reason=why)
        else:
            post.failed(message, reason=why)
    if isinstance(error, NoSuchAddress):
        result.returned += len(messages)
    else:
        result.failed += len(messages)
