"""From where on a sign is to be looked at: the organisation's own limits, set with contributors, from a day on."""

from dataclasses import fields
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from ..standards import Limits

LIMIT_FIELDS = tuple(each.name for each in fields(Limits))
PERCENT = tuple(name for name in LIMIT_FIELDS if name.endswith("_percent"))


class SignLimits(ByLine):
    """Never changed: another row is added. The latest written of those in force holds."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    effective_on = models.DateField(default=timezone.localdate)
    why = models.TextField()  # what was said when they were set
    passing_percent = models.PositiveSmallIntegerField()
    unanswered_percent = models.PositiveSmallIntegerField()
    untold_percent = models.PositiveSmallIntegerField()
    told_days = models.PositiveSmallIntegerField()
    top_percent = models.PositiveSmallIntegerField()
    agenda_percent = models.PositiveSmallIntegerField()
    votes_percent = models.PositiveSmallIntegerField()
    came_percent = models.PositiveSmallIntegerField()
    paper_days = models.PositiveSmallIntegerField()
    bid_days = models.PositiveSmallIntegerField()
    outside_percent = models.PositiveSmallIntegerField()
    stayed_percent = models.PositiveSmallIntegerField()
    early_days = models.PositiveSmallIntegerField()
    settle_days = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(why=""), name="sign_limits_say_why"),
            models.CheckConstraint(
                condition=Q(**{f"{name}__lte": 100 for name in PERCENT}), name="sign_limits_percents"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-effective_on", "-id"], name="sign_limits_now")]

    def __str__(self) -> str:
        return f"{self.organisation_id} from {self.effective_on}"

    @property
    def values(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in LIMIT_FIELDS}


class AskedAbout(ByLine):
    """A contributor who was asked, and whether they agree. They read it, and can say that it was not so."""

    limits = models.ForeignKey(SignLimits, models.PROTECT, related_name="asked")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # NULL: they have left
    agrees = models.BooleanField()
    said = PersonalText(blank=True)  # what they said about it, as it was written down
    denied_on = models.DateField(null=True, blank=True)  # “I was not asked”, “that is not what I said”

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["limits", "person"], name="asked_about_once")]

    def __str__(self) -> str:
        return self.code
