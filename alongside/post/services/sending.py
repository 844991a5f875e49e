"""The steps of sending. Each changes only what is still in the hands of the one who took it.

A message is claimed, then handed over, then sent. Between the first two nothing has gone: a claim that was lost is
taken up again after ten minutes. After the second it may have gone: it is never sent again without looking.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from .. import models
from ..models import Message, Outcome, Try, WaitsFor

CLAIM_LASTS = timedelta(minutes=10)
MOST_ATTEMPTS = 5


def claim(limit: int = 50) -> list[Message]:
    """Take messages for sending; nobody else gets them for ten minutes. Safe on two machines at once.

    What else is ready for the same people comes along, so that it can go in one message.
    """
    now = timezone.now()
    lost = Q(state=models.SENDING, claimed_at__lt=now - CLAIM_LASTS, handed_at__isnull=True)
    ready = Message.objects.filter(Q(state=models.QUEUED, not_before__lte=now) | lost)
    with transaction.atomic():
        free = ready.select_for_update(skip_locked=_can_skip(), no_key=True)
        first = list(free.order_by("not_before", "id").values_list("id", "to_person", "to_user")[:limit])
        people = {person for _id, person, _user in first if person}
        users = {user for _id, _person, user in first if user}
        theirs = Q(to_person__in=people) | Q(to_user__in=users)
        ids = {number for number, *_to in first} | set(
            free.filter(theirs).values_list("id", flat=True) if first else ()
        )
        Message.objects.filter(id__in=ids).update(state=models.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return list(Message.objects.filter(id__in=ids).order_by("id"))


def _can_skip() -> bool:
    return connection.features.has_select_for_update_skip_locked


def _mine(messages: Iterable[Message]) -> QuerySet[Message]:
    """Those that are still in the hands of whoever claimed them: not dropped, not taken by another since."""
    found = list(messages)
    claims = {message.claimed_at for message in found}
    return Message.objects.filter(pk__in=[m.pk for m in found], state=models.SENDING, claimed_at__in=claims)


def hand_over(messages: Sequence[Message], *, channel: str, batch: str) -> list[Message]:
    """Just before they leave. Returns those that may still go: what was taken back meanwhile is not among them."""
    with transaction.atomic():
        ours = list(_mine(messages).select_for_update(no_key=True).order_by("id"))
        Message.objects.filter(pk__in=[m.pk for m in ours]).update(
            handed_at=timezone.now(), channel=channel, batch=batch, provider_id=""
        )
    for message in ours:
        message.channel, message.batch = channel, batch
    return ours


def sent(message: Message, *, channel: str, provider_id: str = "") -> bool:
    """It left the building. False when it was not in our hands any more."""
    rows = Message.objects.filter(pk=message.pk, state=models.SENDING)
    values = {"sent_at": timezone.now(), "channel": channel, "provider_id": provider_id, "reason": "", "waits_for": ""}
    done = rows.update(state=models.SENT, handed_at=None, **values)
    if done:
        note(message, channel, Outcome.HANDED)
    return bool(done)


def arrived(message: Message) -> bool:
    """Whoever carried it says that it is there. False when that is known already, or it came back."""
    rows = Message.objects.filter(pk=message.pk, state=models.SENT, delivered_at__isnull=True)
    done = rows.update(delivered_at=timezone.now(), checked_at=timezone.now())
    if done:
        note(message, message.channel, Outcome.DELIVERED)
    return bool(done)


def looked_at(message: Message) -> None:
    """Whoever carries it was asked, and does not know yet."""
    Message.objects.filter(pk=message.pk).update(checked_at=timezone.now())


def told_otherwise(message: Message, *, channel: str, by_user: int | None = None, posted: bool = False) -> bool:
    """Somebody rang or wrote instead. False when it went out, or was dropped, in the meantime."""
    waiting = [models.HELD, models.FAILED, models.RETURNED, models.BY_HAND]
    rows = Message.objects.filter(pk=message.pk, state__in=waiting)
    values = {"sent_at": timezone.now(), "channel": channel, "batch": "", "provider_id": "", "waits_for": ""}
    done = rows.update(state=models.SENT, reason="", **values)
    if done:
        note(message, channel, Outcome.POSTED if posted else Outcome.TOLD, by_user=by_user)
    return bool(done)


def held(message: Message, *, reason: str, waits_for: str = "") -> None:
    """Not sent, and why. It waits: a pause ends, an address is added."""
    rows = Message.objects.filter(pk=message.pk).exclude(state__in=[models.DROPPED, models.SENT])
    rows.update(state=models.HELD, reason=str(reason)[:200], waits_for=waits_for, handed_at=None)


def later(message: Message, *, until: datetime, waits_for: str) -> None:
    """Not now, because of what they chose. That is no try."""
    _mine([message]).update(
        state=models.QUEUED, not_before=until, waits_for=waits_for, attempts=F("attempts") - 1, reason=""
    )


def failed(message: Message, *, reason: str) -> None:
    """Try again later, each time after a longer wait; after five tries it stands as failed."""
    again = message.attempts < MOST_ATTEMPTS
    done = Message.objects.filter(pk=message.pk, state=models.SENDING).update(
        state=models.QUEUED if again else models.FAILED,
        reason=reason[:200],
        not_before=timezone.now() + timedelta(minutes=5 * 4**message.attempts),
        waits_for=WaitsFor.TOGETHER if message.waits_for else "",
        handed_at=None,
    )
    if done:
        note(message, message.channel, Outcome.LATER if again else Outcome.GAVE_UP, reason)


def given_up(message: Message, *, reason: str, outcome: str = Outcome.GAVE_UP) -> None:
    """No later try would help: somebody has to look at it."""
    rows = Message.objects.filter(pk=message.pk, state__in=[models.SENDING, models.RETURNED])
    if rows.update(state=models.FAILED, reason=reason[:200], handed_at=None):
        note(message, message.channel, outcome, reason)


def unsure() -> list[Message]:
    """Handed over by a program that stopped before it could say what became of them. Each is given out once."""
    now = timezone.now()
    rows = Message.objects.filter(state=models.SENDING, claimed_at__lt=now - CLAIM_LASTS, handed_at__isnull=False)
    with transaction.atomic():
        ids = list(rows.select_for_update(skip_locked=_can_skip(), no_key=True).values_list("id", flat=True)[:500])
        Message.objects.filter(id__in=ids).update(claimed_at=now)
    return list(Message.objects.filter(id__in=ids).order_by("id"))


def not_gone(message: Message) -> None:
    """It was looked for, and it had not left: it may go now."""
    _mine([message]).update(state=models.QUEUED, handed_at=None, batch="", not_before=timezone.now())


def note(message: Message, channel: str, outcome: str, why: str = "", by_user: int | None = None) -> Try:
    return Try.objects.create(
        message_id=message.pk, channel=channel or "email", outcome=outcome, why=why[:200], by_user=by_user
    )
