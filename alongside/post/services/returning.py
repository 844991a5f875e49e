"""What came back. Whoever notices it says so here; what follows from it is done by the next sending, in `home`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from .. import models
from ..models import Message, Outcome
from .sending import note


def bounced(code: str, *, why: str, lasting: bool) -> int:
    """The e-mail, text or letter with this batch code, or the message with this code, did not arrive.

    `why` is for staff to read: words of our own, never those of a mail server, which hold addresses. `lasting`: the
    address does not work, and nothing more is sent there until somebody looks at it. Safe to call twice; returns how
    many messages came back. `post.queries.code_in` finds the code in what a mail server sends back.
    """
    with transaction.atomic():
        rows = Message.objects.select_for_update(no_key=True).filter(state=models.SENT)
        found = list(rows.filter(batch=code) or rows.filter(code=code)) if code else []
        return came_back(found, why=why, lasting=lasting)


def came_back(
    messages: Iterable[Message], *, why: str, lasting: bool, outcome: str = "", by_user: int | None = None
) -> int:
    """The same for messages at hand, whether they had gone, were just being sent, or were to be rung."""
    number = 0
    for message in messages:
        states = [models.SENT, models.SENDING, models.BY_HAND]
        rows = Message.objects.filter(pk=message.pk, state__in=states)
        if rows.update(state=models.RETURNED, reason=why[:200], handed_at=None, delivered_at=None):
            note(message, message.channel, outcome or (Outcome.BOUNCED if lasting else Outcome.NOT_NOW), why, by_user)
            number += 1
    return number


def settled(message: Message, *, reason: str = "", again: datetime | None = None) -> None:
    """What follows from it was done. `again`: from then on there is another way; else it stands on the desk, and goes
    when the address is put right."""
    rows = Message.objects.filter(pk=message.pk, state=models.RETURNED)
    blank = {"attempts": 0, "waits_for": "", "batch": "", "provider_id": ""}
    if again:
        rows.update(state=models.QUEUED, not_before=again, **blank)
    else:
        rows.update(state=models.HELD, reason=reason[:200], **blank)
