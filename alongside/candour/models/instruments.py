"""Totals of validated instruments: what an organisation worked out with somebody else's questionnaire.

Its items are not here, and neither are single answers: the licence of an instrument is the organisation's affair.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Organisation, Unit


class Side(models.TextChoices):
    LIVED = "lived", _("Those who took part")
    STAFF = "staff", _("Staff")


class InstrumentTotal(ByLine):
    """Of one activity, or of a unit where it is about no single activity. Never of fewer than the organisation shows.

    What was wrong is taken back with a reason and stays: somebody may have read it.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200)
    edition = models.CharField(max_length=100)  # its version
    side = models.CharField(max_length=10, choices=Side.choices)
    taken_on = models.DateField()
    n = models.PositiveIntegerField()
    score = models.DecimalField(max_digits=9, decimal_places=2)
    scale = models.CharField(max_length=200)  # from where to where, and which end is good
    least = models.PositiveIntegerField()  # the fewest that could be shown on that day
    wrong_on = models.DateField(null=True, blank=True)
    why_wrong = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(n__gte=models.F("least")), name="total_of_enough"),
            models.CheckConstraint(
                condition=Q(wrong_on__isnull=True, why_wrong="") | Q(wrong_on__isnull=False) & ~Q(why_wrong=""),
                name="total_wrong_says_why",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-taken_on", "-id"], name="total_newest"),
            models.Index(
                fields=["opportunity", "-taken_on"], name="total_of_activity", condition=Q(opportunity__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.code
