"""Writing to the outbox, and the steps of sending. Who may be written to is asked in `home`, when it is sent."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from . import models
from .models import Message

CLAIM_LASTS = timedelta(minutes=10)
MOST_ATTEMPTS = 5


def queue(
    kind: str,
    *,
    organisation: int,
    subject: str,
    body: str,
    to_person: int | None = None,
    to_user: int | None = None,
    link: str = "",
    key: str | None = None,
    not_before: datetime | None = None,
) -> Message | None:
    """Write one message to the outbox. With a `key` that was used before, nothing: returns None."""
    values = {
        "kind": kind,
        "organisation_number": organisation,
        "subject": subject,
        "body": body,
        "to_person": to_person,
        "to_user": to_user,
        "link": link,
        "not_before": not_before or timezone.now(),
    }
    if key is None:
        return Message.objects.create(**values)
    message, made = Message.objects.get_or_create(
        organisation_number=organisation, key=key, defaults={**values, "key": key}
    )
    return message if made else None


def claim(limit: int = 50) -> list[Message]:
    """Take messages for sending; nobody else gets them for ten minutes. Safe on two machines at once."""
    now = timezone.now()
    ready = Q(state=models.QUEUED, not_before__lte=now) | Q(state=models.SENDING, claimed_at__lt=now - CLAIM_LASTS)
    with transaction.atomic():
        ids = list(
            Message.objects.select_for_update(skip_locked=_can_skip())
            .filter(ready)
            .order_by("not_before", "id")
            .values_list("id", flat=True)[:limit]
        )
        Message.objects.filter(id__in=ids).update(state=models.SENDING, claimed_at=now, attempts=F("attempts") + 1)
    return list(Message.objects.filter(id__in=ids).order_by("id"))


def _can_skip() -> bool:
    return connection.features.has_select_for_update_skip_locked


def sent(message: Message, *, channel: str) -> None:
    Message.objects.filter(pk=message.pk).update(state=models.SENT, sent_at=timezone.now(), channel=channel, reason="")


def told_otherwise(message: Message, *, channel: str) -> bool:
    """Somebody rang or wrote instead. False when it went out, or was dropped, in the meantime."""
    rows = Message.objects.filter(pk=message.pk, state__in=[models.HELD, models.FAILED])
    return bool(rows.update(state=models.SENT, sent_at=timezone.now(), channel=channel, reason=""))


def held(message: Message, *, reason: str) -> None:
    """Not sent, and why. It waits: a pause ends, an address is added."""
    Message.objects.filter(pk=message.pk).update(state=models.HELD, reason=reason[:200])


def failed(message: Message, *, reason: str) -> None:
    """Try again later, each time after a longer wait; after five tries it stands as failed."""
    again = message.attempts < MOST_ATTEMPTS
    Message.objects.filter(pk=message.pk).update(
        state=models.QUEUED if again else models.FAILED,
        reason=reason[:200],
        not_before=timezone.now() + timedelta(minutes=5 * 4**message.attempts),
    )


def release(*, to_person: int) -> int:
    """Queue again what was held for somebody, once they can be reached."""
    return Message.objects.filter(to_person=to_person, state=models.HELD).update(
        state=models.QUEUED, reason="", not_before=timezone.now()
    )


def drop(messages: Iterable[Message]) -> None:
    """Never send them. What they said goes too."""
    Message.objects.filter(pk__in=[m.pk for m in messages]).exclude(state=models.SENT).update(
        state=models.DROPPED, subject="", body="", reason=""
    )


def drop_keys(organisation: int, keys: Iterable[str]) -> None:
    """Never send what was queued under these keys: it is no longer so."""
    if wanted := list(keys):
        drop(Message.objects.filter(organisation_number=organisation, key__in=wanted))
