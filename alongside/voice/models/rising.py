"""What is late rises by itself: to whoever answers, to whoever manages them, to the board."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine

from .contributions import Contribution


class Step(models.IntegerChoices):
    REMINDED = 1, _("Whoever answers it was reminded")
    MANAGER = 2, _("Whoever manages them was told")
    BOARD = 3, _("It went on the board's page")


class Escalation(ByLine):
    """One step of one debt, on the day on which it was taken. `due_on`: the day that had passed."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="escalations")
    step = models.PositiveSmallIntegerField(choices=Step.choices)
    due_on = models.DateField()
    on = models.DateField()
    to = models.CharField(max_length=300, blank=True)  # by role and unit, never by name

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contribution", "step", "on"], name="escalation_once"),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.step} {self.on}"
