"""Whether a change held: the days on which somebody looks, what was found, what opened again, what was corrected."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .changes import Change
from .contributions import Contribution

TO_COME = Q(done_on__isnull=True)


class CheckDay(ByLine):
    """A day by which a part of the organisation looks whether a change held. The day never moves."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    change = models.ForeignKey(Change, models.PROTECT, related_name="check_days")
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)  # who looks, by role
    due_on = models.DateField()
    asked_on = models.DateField(null=True, blank=True)  # the day on which those who said it were asked
    done_on = models.DateField(null=True, blank=True)  # the day on which the unit looked

    seen: "list[Sighting]"  # put there by queries.check_days_of

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change"], condition=TO_COME, name="check_day_one_to_come"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "due_on", "id"], name="check_day_of_unit", condition=TO_COME),
            models.Index(fields=["organisation", "due_on", "id"], name="check_day_due", condition=TO_COME),
        ]

    def __str__(self) -> str:
        return self.code


class Held(models.TextChoices):
    HELD = "held", _("It is still so")
    PARTLY = "partly", _("Only part of it is still so")
    GONE = "gone", _("It is not so any more")


class Sighting(ByLine):
    """What was seen on or after a check day: by the unit, or by somebody out of whose words the change came.
    The two are kept apart, and neither can be removed.
    """

    check_day = models.ForeignKey(CheckDay, models.PROTECT, related_name="sightings")
    contribution = models.ForeignKey(Contribution, models.PROTECT, null=True, blank=True, related_name="sightings")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    code = CodeField()
    result = models.CharField(max_length=10, choices=Held.choices)
    words = models.TextField(blank=True)  # what was seen
    salt = models.CharField(max_length=32)
    role = models.CharField(max_length=200, blank=True)  # who looked, by role; empty for somebody who said it
    found_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["check_day"], condition=Q(contribution__isnull=True), name="sighting_one_of_the_unit"
            ),
            models.CheckConstraint(
                condition=Q(contribution__isnull=False) | ~Q(words=""), name="sighting_of_the_unit_has_words"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Cause(models.TextChoices):
    DISPUTED = "disputed", _("The one who said it says that it is not so")
    PARTLY = "partly", _("Only part of it held")
    GONE = "gone", _("It did not hold")


class Reopening(ByLine):
    """The debt to one author is open again because of what became of a change. Nobody can take it away."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="reopenings")
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="reopenings")
    code = CodeField()
    cause = models.CharField(max_length=10, choices=Cause.choices)
    by_author = models.BooleanField()  # or the unit found it out
    reopened_on = models.DateField()

    def __str__(self) -> str:
        return self.code


class Correction(ByLine):
    """A text that stands beside the first one, with who and when. Empty is as it was."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="corrections")
    code = CodeField()
    what = models.TextField(blank=True)
    evidence = models.TextField(blank=True)
    why = models.TextField()
    role = models.CharField(max_length=200)
    corrected_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what="") | ~Q(evidence=""), name="correction_corrects"),
            models.CheckConstraint(condition=~Q(why=""), name="correction_says_why"),
        ]

    def __str__(self) -> str:
        return self.code
