"""How it was, asked of everybody alike. What contributors answer stands apart from who has answered, and neither has a
time (docs/decisions/0022). Once a round is over only what may be shown is kept, and the answers go.

`Pulse`, `PulseWords`, `PulseMark` and `PulseSheet` have random numbers, which in SQLite are where rows lie. With each
answer all rows that stand with it are written anew in a shuffled order.
"""

import secrets
from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.involvement.models import Meeting, Opportunity
from alongside.organisation.models import Kind, Organisation
from alongside.people.models import Person

from ..ladders import LADDERS

STATEMENTS = ("heard", "disagree", "shaped", "know", "again")
STAGES = ("commission", "design", "deliver", "assess")
ROLE_FIELDS = tuple(f"role_{stage}" for stage in STAGES)
ANSWERS = (*STATEMENTS, *ROLE_FIELDS)
POOL_WAITS = timedelta(days=28)  # after a quarter: by then every round of it is over


def any_number() -> int:
    return secrets.randbits(62)


class Answers(models.Model):
    """4 yes · 3 mostly · 2 not really · 1 no; roles 0 to 6 on the neutral scale. Nothing: they left it out."""

    heard = models.PositiveSmallIntegerField(null=True, blank=True)
    disagree = models.PositiveSmallIntegerField(null=True, blank=True)
    shaped = models.PositiveSmallIntegerField(null=True, blank=True)
    know = models.PositiveSmallIntegerField(null=True, blank=True)
    again = models.PositiveSmallIntegerField(null=True, blank=True)
    role_commission = models.PositiveSmallIntegerField(null=True, blank=True)
    role_design = models.PositiveSmallIntegerField(null=True, blank=True)
    role_deliver = models.PositiveSmallIntegerField(null=True, blank=True)
    role_assess = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        abstract = True


class PulseBox(models.Model):
    """Where answers lie together: of one round, or of all that are too small for their own."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    kind = models.ForeignKey(Kind, models.PROTECT, null=True, blank=True, related_name="+")  # only of a pool
    quarter = models.DateField(null=True, blank=True)  # its first day; only of a pool
    least = models.PositiveSmallIntegerField()  # answers without which nothing is shown: as it was when it began
    sealed_on = models.DateField(null=True, blank=True)
    summary: Any = models.JSONField(null=True, blank=True)  # what may be shown of it; none: too few

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "kind", "quarter"], condition=Q(kind__isnull=False), name="pulse_pool_once"
            ),
            models.CheckConstraint(
                condition=Q(kind__isnull=True) | Q(quarter__isnull=False), name="pulse_pool_has_quarter"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_pool(self) -> bool:
        return self.kind_id is not None


class PulseRound(ByLine):
    """One asking: after a session, or at the end. Of everybody who was there, and of staff, at the same time."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")  # none: at the end
    box = models.ForeignKey(PulseBox, models.PROTECT, related_name="rounds")
    stages: Any = models.JSONField(default=list)  # for which a role was agreed
    could_answer = models.PositiveIntegerField()  # contributors who were there
    opened_on = models.DateField()
    closes_on = models.DateField()  # the last day of a week
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting"], condition=Q(meeting__isnull=False), name="pulse_of_session"),
            models.UniqueConstraint(fields=["opportunity"], condition=Q(meeting__isnull=True), name="pulse_at_the_end"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-opened_on", "-id"], name="pulse_newest"),
            models.Index(fields=["organisation", "closes_on"], name="pulse_open", condition=Q(closed_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.code

    def is_open(self, today: date) -> bool:
        return self.closed_on is None and today <= self.closes_on


class Pulse(Answers):
    """What one contributor answered. Nothing here leads to a person, a round or a time."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    box = models.ForeignKey(PulseBox, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return str(self.box_id)


class PulseWords(models.Model):
    """What somebody wrote with it, apart from what they answered."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    box = models.ForeignKey(PulseBox, models.PROTECT, related_name="+")
    words = PersonalText()

    def __str__(self) -> str:
        return str(self.box_id)


class PulseMark(models.Model):
    """That somebody has had their turn, as a keyed digest of who: gone as soon as the round is over."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "digest"], name="pulse_turn_once")]

    def __str__(self) -> str:
        return str(self.round_id)


class PulseSheet(models.Model):
    """A sheet of paper with a code that answers once, on a screen or typed in. Whose it is stands nowhere."""

    id = models.BigAutoField(primary_key=True, default=any_number)
    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=32, unique=True)

    def __str__(self) -> str:
        return str(self.round_id)


class OpenPulse(ByLine, Answers):
    """Given openly: by staff always, by a contributor who wants to. Never counted with the others."""

    round = models.ForeignKey(PulseRound, models.PROTECT, related_name="+")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    by_staff = models.BooleanField()
    words = PersonalText(blank=True)
    taken_back_on = models.DateField(null=True, blank=True)  # everything in it has gone

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "person"], name="open_pulse_of_person"),
            models.UniqueConstraint(fields=["round", "user"], name="open_pulse_of_user"),
            models.CheckConstraint(
                condition=Q(by_staff=True, person__isnull=True) | Q(by_staff=False, user__isnull=True),
                name="open_pulse_one_side",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class LadderChosen(ByLine):
    """In whose words the organisation speaks of roles, from a day on. Never changed: another row is added."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    ladder = models.CharField(max_length=20, choices=[(key, each.title) for key, each in LADDERS.items()])
    effective_on = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["organisation", "-effective_on", "-id"], name="ladder_now")]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.ladder}"
