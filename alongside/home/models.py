"""The one table of this room: addresses under which calendar programs read, without anybody signing in."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.core.fields import CodeField


class Calendar(models.TextChoices):
    SESSIONS = "sessions", _("Your sessions")
    DECISIONS = "decisions", _("Decisions and when they are due")


class Shows(models.TextChoices):
    """A calendar program is not private: what is in it is read on other people's computers."""

    ALL = "all", _("What it is, when and where")
    BUSY = "busy", _("Only when: “Busy”, without a name or a place")


class CalendarKey(models.Model):
    """Whoever has the address reads what its user may read at that moment. Only a digest of it is kept, so that nobody
    can read it from here; another one is another row, and the one before opens nothing."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    code = CodeField()
    calendar = models.CharField(max_length=10, choices=Calendar.choices)
    shows = models.CharField(max_length=10, choices=Shows.choices, default=Shows.ALL)
    language = models.CharField(max_length=10)  # of the words in it: a calendar program speaks none
    digest = models.CharField(max_length=32, blank=True)
    made_at = models.DateTimeField(default=timezone.now, editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["digest"], condition=~Q(digest=""), name="calendar_key_digest_once"),
            models.UniqueConstraint(
                fields=["user", "calendar"], condition=Q(ended_at__isnull=True), name="calendar_key_open_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True) & ~Q(digest="") | Q(ended_at__isnull=False, digest=""),
                name="calendar_key_ended_opens_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.code
