"""A body that decided although its seats for lived experience were empty."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from alongside.accounts.models import ByLine
from alongside.organisation.models import Organisation

from .decisions import Decision
from .forums import Forum


class SeatWaiver(ByLine):
    """Why it decided all the same, and who allowed that. Never changed or removed, always counted and shown."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="seat_waivers")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="+")
    seats = models.PositiveSmallIntegerField()  # for lived experience, on the day it was decided
    empty = models.PositiveSmallIntegerField()  # of them
    reason = models.TextField()
    allowed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="waiver_has_reason"),
            models.CheckConstraint(condition=Q(empty__gte=1, empty__lte=F("seats")), name="waiver_of_empty_seats"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-on", "-id"], name="waiver_newest")]

    def __str__(self) -> str:
        return str(self.decision_id)

    @property
    def who_allowed(self) -> str:
        return self.allowed_by.job or self.allowed_by.get_full_name()
