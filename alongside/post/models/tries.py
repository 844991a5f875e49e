"""Every try to bring a message to somebody, what became of it, and how often staff want to hear."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .messages import Message


class Outcome(models.TextChoices):
    HANDED = "handed", _("Went out")
    DELIVERED = "delivered", _("Arrived")
    LATER = "later", _("Could not go, and is tried again")
    GAVE_UP = "gave_up", _("Could not go")
    BOUNCED = "bounced", _("Came back")
    NOT_NOW = "not_now", _("Did not arrive this time")
    UNSURE = "unsure", _("May have gone, or not")
    POSTED = "posted", _("Printed and posted")
    TOLD = "told", _("They have heard it")
    NO_ANSWER = "no_answer", _("No answer")
    LEFT_WORD = "left_word", _("Left word to ring back")
    WRONG = "wrong", _("The number is wrong")


class ByHand(models.TextChoices):
    """Channels for which somebody has to do something."""

    PHONE = "phone", _("To ring")
    POST = "post", _("To print and post")


class Try(models.Model):
    """Never changed, never removed. No words, no address: only what became of it."""

    message = models.ForeignKey(Message, models.PROTECT, related_name="tries")
    at = models.DateTimeField(default=timezone.now)
    channel = models.CharField(max_length=10)
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    why = models.CharField(max_length=200, blank=True)
    by_user = models.BigIntegerField(null=True, blank=True)  # who rang or posted it; nobody when a machine did

    class Meta:
        indexes: ClassVar = [models.Index(fields=["message", "-id"], name="try_newest")]

    def __str__(self) -> str:
        return f"{self.message_id} {self.outcome}"


class Rhythm(models.TextChoices):
    """How often somebody wants messages."""

    AT_ONCE = "at_once", _("At once, each by itself")
    DAILY = "daily", _("Once a day, all in one message")
    WEEKLY = "weekly", _("Once a week, all in one message")


class StaffRhythm(models.Model):
    """Of somebody who works there. Nobody has one until they choose: then everything comes at once."""

    organisation_number = models.BigIntegerField()
    user = models.BigIntegerField()
    often = models.CharField(max_length=10, choices=Rhythm.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation_number", "user"], name="staff_rhythm_once"),
        ]

    def __str__(self) -> str:
        return f"{self.user} {self.often}"
