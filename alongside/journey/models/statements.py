"""The organisation's own “I statements”, written with those who take part, and how they are rated round by round.

An answer is no row: it is one more in four numbers (docs/decisions/0031). Who has had their turn is a keyed digest,
gone when the round is over.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .entries import Side

# 4 to 1 on the neutral scale; the words are `words.ANSWERS`.
STEPS = (4, 3, 2, 1)
YES, NO = "yes", "no"


def side_of_answer(answer: int) -> str:
    return YES if answer >= 3 else NO


class Statement(ByLine):
    """One wording. In other words it is another row, and this one keeps its numbers. `unit` NULL: the whole of it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    code = CodeField()
    text = models.CharField(max_length=300)
    number = models.PositiveSmallIntegerField(default=1)  # of the wording
    position = models.PositiveSmallIntegerField()
    written_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    ended_why = models.TextField(blank=True)
    instead_of = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="reworded_as")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(text=""), name="statement_has_words"),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | ~Q(ended_why=""), name="statement_ended_has_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "unit", "position", "id"], name="statement_in_order"),
        ]

    def __str__(self) -> str:
        return self.code


class StatementAgreement(ByLine):
    """What somebody last said of whether these are their words too."""

    statement = models.ForeignKey(Statement, models.PROTECT, related_name="agreements")
    code = CodeField()
    side = models.CharField(max_length=10, choices=Side.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    agrees = models.BooleanField()
    said_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["statement", "person"], name="statement_agreement_of_person"),
            models.UniqueConstraint(fields=["statement", "user"], name="statement_agreement_of_user"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(user__isnull=True), name="statement_agreement_one"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class RatingRound(ByLine):
    """One asking, of the wordings that stood when it began. `unit` NULL: the whole organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    code = CodeField()
    least = models.PositiveSmallIntegerField()  # answers without which nothing is shown
    opened_on = models.DateField()
    closes_on = models.DateField()  # its last day
    closed_on = models.DateField(null=True, blank=True)
    typed = models.PositiveIntegerField(default=0)  # sheets that somebody who works here typed in

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "unit"], condition=Q(closed_on__isnull=True), name="rating_one_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["organisation"],
                condition=Q(closed_on__isnull=True, unit__isnull=True),
                name="rating_one_at_a_time_whole",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-opened_on", "-id"], name="rating_newest")]

    def __str__(self) -> str:
        return self.code


class Rated(models.Model):
    """One wording in one round. The numbers run while it is open, are read by nobody, and are emptied at its end."""

    round = models.ForeignKey(RatingRound, models.PROTECT, related_name="rated")
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="rated")
    code = CodeField()
    position = models.PositiveSmallIntegerField()
    n4 = models.PositiveIntegerField(default=0)
    n3 = models.PositiveIntegerField(default=0)
    n2 = models.PositiveIntegerField(default=0)
    n1 = models.PositiveIntegerField(default=0)
    shown: Any = models.JSONField(null=True, blank=True)  # `small_groups.Sided`; none: too few, or not yet over

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "statement"], name="rated_once")]

    def __str__(self) -> str:
        return self.code


class RatingMark(models.Model):
    """That somebody has had their turn: a keyed digest of a person, or of a browser, in this round alone."""

    round = models.ForeignKey(RatingRound, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "digest"], name="rating_turn_once")]

    def __str__(self) -> str:
        return str(self.round_id)
