"""Who signs a close for contributors: chosen by contributors, for a time, as docs/decisions/0024 chooses who reads."""

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation
from alongside.people.models import Person


class PeriodSigner(ByLine):
    """From a day to a day. To go on they are chosen again."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # NULL: they have left
    shown_as = PersonalText(blank=True)  # how everybody who belongs here reads who it is
    how_chosen = models.TextField(blank=True)  # empty only when they have left: it tells of them
    from_day = models.DateField()
    until_day = models.DateField()  # the last day
    ended_on = models.DateField(null=True, blank=True)  # the first day without them, when it ended before

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_day__gte=F("from_day")), name="period_signer_days"),
            models.CheckConstraint(condition=Q(person__isnull=True) | ~Q(how_chosen=""), name="period_signer_says_how"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-until_day", "-id"], name="period_signer_now")]

    def __str__(self) -> str:
        return self.code

    def holds(self, day: date) -> bool:
        return self.from_day <= day <= self.until_day and (self.ended_on is None or day < self.ended_on)


class AskedSigner(ByLine):
    """A contributor who was asked who shall sign. They read what is written down, and can say that it is not so."""

    signer = models.ForeignKey(PeriodSigner, models.PROTECT, related_name="asked")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # NULL: they have left
    agrees = models.BooleanField()
    said = PersonalText(blank=True)  # of whom they chose: it goes with either of them
    denied_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["signer", "person"], name="asked_signer_once")]

    def __str__(self) -> str:
        return self.code
