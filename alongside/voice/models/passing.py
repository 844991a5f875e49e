"""What is not ours to decide: to whom it was passed, what was asked of them, and until when we chase their answer."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation

from .answers import Answer
from .contributions import Contribution


class PassingEnd(models.TextChoices):
    CAME = "came", _("Their answer came")
    GIVEN_UP = "given_up", _("We gave up waiting")
    OURSELVES = "ourselves", _("We answered it ourselves")
    TAKEN_BACK = "taken_back", _("Taken back by the one who said it")


class Passing(ByLine):
    """One thing that was passed on. Its clock is its own: it moves no day of the contribution."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="passings")
    answer = models.OneToOneField(Answer, models.PROTECT, related_name="passing")  # which told the author of it
    code = CodeField()
    passed_to = models.CharField(max_length=200)  # the body, by name: "Harbour Council, street lighting"
    asked = models.TextField()
    salt = models.CharField(max_length=32)
    passed_on = models.DateField()
    chase_by = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=20, blank=True, choices=PassingEnd.choices)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end="") | Q(ended_on__isnull=False) & ~Q(end=""),
                name="passing_ended_how",
            ),
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(ended_on__isnull=True), name="passing_open_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "chase_by", "id"], name="passing_open", condition=Q(ended_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Chase(ByLine):
    """They were asked again, on this day."""

    passing = models.ForeignKey(Passing, models.PROTECT, related_name="chases")
    chased_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.passing_id} {self.chased_on}"
