"""What only somebody with a hand on a phone or a printer can bring to somebody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from .. import models
from ..models import Message
from .sending import _mine, note


def by_hand(message: Message, *, channel: str) -> None:
    """It stands on the list of those to ring, or among the letters to print."""
    _mine([message]).update(
        state=models.BY_HAND, channel=channel, reason="", waits_for="", not_before=timezone.now(), batch=""
    )


def tried(message: Message, *, outcome: str, by_user: int | None, again: datetime | None = None) -> bool:
    """Rung, and not reached: it stays on the list, and says when to try again."""
    rows = Message.objects.filter(pk=message.pk, state=models.BY_HAND)
    done = rows.update(not_before=again or timezone.now())
    if done:
        note(message, message.channel, outcome, by_user=by_user)
    return bool(done)


def recheck(messages: Iterable[Message]) -> int:
    """They may not be rung or written to this way any more: what way there is now is asked anew."""
    rows = Message.objects.filter(pk__in=[m.pk for m in messages], state=models.BY_HAND)
    return rows.update(state=models.QUEUED, not_before=timezone.now(), attempts=0)
