"""What is to be sent, written in the transaction of the verb that caused it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle

QUEUED, SENDING, SENT, HELD, FAILED, DROPPED = "queued", "sending", "sent", "held", "failed", "dropped"
BY_HAND = "by_hand"  # waits for somebody who prints and posts it, or who rings
RETURNED = "returned"  # it went, or was tried, and came back: the next sending looks for another way

MESSAGE = Lifecycle(
    "Message",
    QUEUED,
    {
        QUEUED: (SENDING, HELD, DROPPED),
        SENDING: (SENT, FAILED, QUEUED, HELD, BY_HAND, RETURNED, DROPPED),
        BY_HAND: (SENT, RETURNED, QUEUED, DROPPED),
        HELD: (QUEUED, SENT, DROPPED),
        FAILED: (QUEUED, SENT, DROPPED),
        SENT: (RETURNED,),
        RETURNED: (QUEUED, HELD, FAILED, SENT, DROPPED),
        DROPPED: (),
    },
)


class WaitsFor(models.TextChoices):
    """Why something waits that nobody has to do anything about."""

    DIGEST = "digest", _("their next daily or weekly message")
    HOURS = "hours", _("the hours in which they want to be reached")
    PAUSE = "pause", _("the end of their rest")
    TOGETHER = "together", _("the others that waited with it")


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
    not_before = models.DateTimeField(default=timezone.now)  # by hand: when to ring again
    waits_for = models.CharField(max_length=10, blank=True, choices=WaitsFor.choices)
    claimed_at = models.DateTimeField(null=True, blank=True)
    # From here on it may have gone, whatever becomes of this program: it is not sent again without looking.
    handed_at = models.DateTimeField(null=True, blank=True)
    batch = models.CharField(max_length=10, blank=True)  # of the e-mail, text or letter that carried it
    sent_at = models.DateTimeField(null=True, blank=True)
    channel = models.CharField(max_length=10, blank=True)
    provider_id = models.CharField(max_length=64, blank=True)  # by which whoever carries it can be asked
    checked_at = models.DateTimeField(null=True, blank=True)
    delivered_at = models.DateTimeField(null=True, blank=True)

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
                condition=Q(state__in=[HELD, FAILED, RETURNED]),
            ),
            models.Index(
                fields=["organisation_number", "channel", "to_person"],
                name="message_by_hand",
                condition=Q(state=BY_HAND),
            ),
            models.Index(fields=["id"], name="message_returned", condition=Q(state=RETURNED)),
            # The outbox, narrowed: what is rare among a million is found without reading the rest.
            models.Index(fields=["organisation_number", "state", "-created_at", "-id"], name="message_by_state"),
            models.Index(fields=["organisation_number", "channel", "-created_at", "-id"], name="message_by_channel"),
            models.Index(fields=["to_person", "state"], name="message_to_person"),
            models.Index(fields=["to_user", "state"], name="message_to_user"),
            models.Index(fields=["batch"], name="message_batch", condition=~Q(batch="")),
            models.Index(
                fields=["checked_at", "id"],
                name="message_on_its_way",
                condition=Q(state=SENT, delivered_at__isnull=True) & ~Q(provider_id=""),
            ),
        ]

    def __str__(self) -> str:
        return self.code
