"""What people say about themselves so that all of them together can be held against those a service is for. Kept apart
from the register: nothing here leads to a person, and nothing has a time (docs/decisions/0032).

`EqualityAnswer` has a random number, which in SQLite is where it lies. With each answer others to the same question
are written anew with it, in a shuffled order.
"""

import secrets
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation

RATHER_NOT = ""  # what stands instead of an answer where somebody would rather not say


def any_number() -> int:
    return secrets.randbits(62)


class EqualityQuestion(models.Model):
    """One question, asked by itself. Its words stand in its wordings: the newest is asked."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField()
    in_use = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="equality_question_name_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "place", "id"], name="equality_in_order")]

    def __str__(self) -> str:
        return self.code


class EqualityWording(ByLine):
    """How it was asked from a day on. Never changed: asked in other words it is another row."""

    question = models.ForeignKey(EqualityQuestion, models.PROTECT, related_name="wordings", db_index=False)
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=500)
    choices: Any = models.JSONField(default=list)  # what can be chosen, as it is read
    own_words = models.BooleanField(default=False)  # whether there is a line for one's own words
    source = models.CharField(max_length=300, blank=True)  # where the wording comes from
    from_day = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["question", "number"], name="equality_wording_once"),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} {self.number}"


class EqualityAnswer(models.Model):
    """`key`: a keyed digest of somebody and this one question, so that no two answers of theirs are alike either."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    question = models.ForeignKey(EqualityQuestion, models.PROTECT, related_name="+", db_index=False)
    wording = models.ForeignKey(EqualityWording, models.PROTECT, related_name="+", db_index=False)
    key = models.CharField(max_length=32)
    choice = models.CharField(max_length=200, blank=True)
    words = PersonalText(blank=True)
    quarter = models.DateField(null=True, blank=True)  # of a sheet without a name: for which three months it is
    counted_in = models.PositiveIntegerField(null=True, blank=True)  # the first count that it stands in, as it is

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["question", "key"], name="equality_answer_once")]

    def __str__(self) -> str:
        return str(self.question_id)


class EqualityPopulation(ByLine):
    """Those whom the organisation is for, as somebody else counted them. The newest stands; it is never changed."""

    question = models.ForeignKey(EqualityQuestion, models.PROTECT, related_name="populations", db_index=False)
    who = models.CharField(max_length=200)  # whom it counts: everybody in Leeds
    source = models.CharField(max_length=300)
    counted_on = models.DateField()
    shares: Any = models.JSONField(default=dict)  # of a hundred, by choice, as text: "12.5"

    class Meta:
        indexes: ClassVar = [models.Index(fields=["question", "-id"], name="equality_population_now")]

    def __str__(self) -> str:
        return f"{self.question_id} {self.counted_on}"


class EqualityCount(models.Model):
    """Those who took part in a quarter or a year, counted once and never again. `result` is what may be shown;
    `answers` says how many answers were counted, by question, so that the next count can be held against this one."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    number = models.PositiveIntegerField()
    period = models.CharField(max_length=10)  # as it stands in an address
    first = models.DateField()
    last = models.DateField()
    counted_on = models.DateField()
    least = models.PositiveSmallIntegerField()  # people in the smallest group that is shown
    result: Any = models.JSONField(default=dict)
    answers: Any = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "number"], name="equality_count_number"),
            models.UniqueConstraint(fields=["organisation", "period"], name="equality_count_once"),
            models.CheckConstraint(condition=Q(least__gte=10), name="equality_count_least"),
        ]

    def __str__(self) -> str:
        return self.period
