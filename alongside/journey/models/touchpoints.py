"""The moments of a service, and what they were like: told by those who use it, good and bad.

After experience-based co-design (touchpoints, feelings and not opinions; The King's Fund). A moment is never renamed:
the old one ends with its numbers and another begins in its place. What was told is counted once (docs/decisions/0031).
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .entries import Side

# The stored scale is neutral; what each is called is the organisation's (`FeelingWords`).
FELT = (2, 1, 0, -1, -2)
GOOD, BOTH, BAD = "good", "both", "bad"


def side_of_feeling(felt: int) -> str:
    return GOOD if felt > 0 else BAD if felt < 0 else BOTH


class TellingAudience(models.TextChoices):
    """Who reads the words. What was felt is only ever counted."""

    TEAM = "team", _("Only those who run it")
    HERE = "here", _("Everybody who belongs here")
    ANYONE = "anyone", _("Anyone")


class FeelingWords(ByLine):
    """What the five steps are called, from a day on. Never changed: another row is added."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    effective_on = models.DateField()
    very_good = models.CharField(max_length=60)
    good = models.CharField(max_length=60)
    both = models.CharField(max_length=60)
    bad = models.CharField(max_length=60)
    very_bad = models.CharField(max_length=60)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["organisation", "-effective_on", "-id"], name="feeling_words_now")]

    def __str__(self) -> str:
        return self.code


class Touchpoint(ByLine):
    """One moment of a service, like the first call or the wait. Its name stands as long as anything was told of it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=120)
    about = models.CharField(max_length=400, blank=True)
    side = models.CharField(max_length=10, choices=Side.choices)  # of whoever wrote it down
    position = models.PositiveSmallIntegerField()
    begun_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)
    instead_of = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="reworded_as"
    )  # the one that had other words

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name=""), name="touchpoint_has_name"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_why=""), name="touchpoint_ended_has_reason"
            ),
            models.UniqueConstraint(
                fields=["unit", "name"], condition=Q(ended_on__isnull=True), name="touchpoint_name_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["unit", "position", "id"], name="touchpoint_of_unit"),
            models.Index(fields=["organisation", "unit"], name="touchpoint_of_organisation"),
        ]

    def __str__(self) -> str:
        return self.code


class TouchCount(ByLine):
    """What was told of one moment up to the end of a quarter, counted once and never again: enough people together."""

    touchpoint = models.ForeignKey(Touchpoint, models.PROTECT, related_name="counts", db_index=False)
    code = CodeField()
    first = models.DateField()  # the first day of the quarter in which the first of it was told
    last = models.DateField()
    of = models.PositiveIntegerField()
    least = models.PositiveSmallIntegerField()  # as it was when it was counted
    shown: Any = models.JSONField()  # `small_groups.Sided`

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["touchpoint", "last"], name="touch_count_once"),
            models.CheckConstraint(condition=Q(of__gte=models.F("least")), name="touch_count_enough"),
        ]

    def __str__(self) -> str:
        return self.code


class Telling(ByLine):
    """What a moment was like for somebody: of a person, or of nobody named, who holds a code."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    touchpoint = models.ForeignKey(Touchpoint, models.PROTECT, related_name="tellings", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    digest = models.CharField(max_length=32, blank=True)  # of the code with which it is taken back
    felt = models.SmallIntegerField(null=True, blank=True)  # none: taken back
    words = models.TextField(blank=True)
    audience = models.CharField(max_length=10, choices=TellingAudience.choices, default=TellingAudience.TEAM)
    named = models.BooleanField(default=False)
    told_on = models.DateField()
    counted = models.ForeignKey(TouchCount, models.PROTECT, null=True, blank=True, related_name="+")
    read_on = models.DateField(null=True, blank=True)  # by somebody who moderates: nobody else reads it before
    held_why = models.TextField(blank=True)  # read, and kept off the pages
    taken_back_on = models.DateField(null=True, blank=True)
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(felt__isnull=True) | Q(felt__in=FELT), name="telling_on_the_scale"),
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=True, felt__isnull=False)
                | Q(taken_back_on__isnull=False, felt__isnull=True, words="", held_why=""),
                name="telling_taken_back_is_empty",
            ),
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(digest=""), name="telling_person_or_code"),
            models.UniqueConstraint(
                fields=["touchpoint", "person"],
                condition=Q(person__isnull=False, counted__isnull=True, taken_back_on__isnull=True),
                name="telling_once_each",
            ),
            models.UniqueConstraint(fields=["digest"], condition=~Q(digest=""), name="telling_code_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["touchpoint", "-told_on", "-id"], name="telling_newest"),
            models.Index(
                fields=["organisation", "touchpoint", "told_on"],
                name="telling_to_count",
                condition=Q(counted__isnull=True, taken_back_on__isnull=True),
            ),
            models.Index(
                fields=["organisation", "told_on", "id"],
                name="telling_to_read",
                condition=Q(read_on__isnull=True) & ~Q(words=""),
            ),
        ]

    def __str__(self) -> str:
        return self.code
