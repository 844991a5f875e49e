"""Into the outbox, and out of it again before anything has gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils import timezone

from .. import models
from ..models import Message, WaitsFor


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


def release(*, to_person: int) -> int:
    """Queue again what was held for somebody, or waited for their hours, now that something about them changed.

    Whether it may go is asked again when it is taken; what goes at the same time goes in one message.
    """
    rows = Message.objects.filter(to_person=to_person)
    now = timezone.now()
    rows.filter(state=models.QUEUED).exclude(waits_for="").update(not_before=now, waits_for=WaitsFor.TOGETHER)
    return rows.filter(state=models.HELD).update(
        state=models.QUEUED, reason="", not_before=now, waits_for=WaitsFor.TOGETHER
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
