"""The outbox: what is to be sent, written in the transaction of the verb that caused it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle

QUEUED, SENDING, SENT, HELD, FAILED, DROPPED = "queued", "sending", "sent", "held", "failed", "dropped"

MESSAGE = Lifecycle(
    "Message",
    QUEUED,
    {
        QUEUED: (SENDING, HELD, DROPPED),
        SENDING: (SENT, FAILED, QUEUED, HELD),
        HELD: (QUEUED, SENT, DROPPED),
        FAILED: (QUEUED, SENT, DROPPED),
        SENT: (),
        DROPPED: (),
    },
)


class Message(models.Model):
    """One message to one human. Addressed by an opaque number; the address is looked up when it is sent."""

    code = CodeField()
    organisation_number = models.BigIntegerField()
    to_person = models.BigIntegerField(null=True, blank=True)
    to_user = models.BigIntegerField(null=True, blank=True)
    kind = models.CharField(max_length=40)  # what it is about, e.g. "answer_told"
    subject = PersonalText()
    body = PersonalText()
    link = models.CharField(max_length=300, blank=True)
    # A reminder is written once for each key, however often the task runs and on however many machines.
    key = models.CharField(max_length=100, null=True, blank=True)
    state = models.CharField(max_length=10, default=QUEUED)
    reason = models.CharField(max_length=200, blank=True)  # why it is held or failed
    attempts = models.PositiveSmallIntegerField(default=0)
    created_at = models.DateTimeField(default=timezone.now)
    not_before = models.DateTimeField(default=timezone.now)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=10, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation_number", "key"], name="message_key_once"),
            models.CheckConstraint(
                condition=Q(to_person__isnull=False, to_user__isnull=True)
                | Q(to_person__isnull=True, to_user__isnull=False),
                name="message_to_one",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["not_before", "id"],
                name="message_waiting",
                condition=Q(state__in=[QUEUED, SENDING]),
            ),
            models.Index(fields=["organisation_number", "-created_at", "-id"], name="message_newest"),
            models.Index(
                fields=["organisation_number", "id"],
                name="message_stuck",
                condition=Q(state__in=[HELD, FAILED]),
            ),
        ]

    def __str__(self) -> str:
        return self.code
