"""What is different now because of what was said: with evidence, and confirmed by those who said it, or not."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .contributions import Contribution

CLAIMED, CONFIRMED, CHALLENGED = "claimed", "confirmed", "challenged"

CHANGE = Lifecycle(
    "Change",
    CLAIMED,
    {CLAIMED: (CONFIRMED, CHALLENGED), CONFIRMED: (CHALLENGED,), CHALLENGED: (CHALLENGED,)},
)
CHANGE_STATES = {
    CLAIMED: _("The organisation says so"),
    CONFIRMED: _("Confirmed by somebody who said it"),
    CHALLENGED: _("Disputed by somebody who said it"),
}


class Change(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.TextField()  # what is different now
    evidence = models.TextField()  # how anybody can see that it is
    since = models.DateField()
    state = models.CharField(max_length=20, default=CLAIMED, choices=list(CHANGE_STATES.items()))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(evidence=""), name="change_has_evidence"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-since", "-id"], name="change_newest"),
            models.Index(fields=["decision"], name="change_of_decision"),
        ]

    def __str__(self) -> str:
        return self.code


class ChangeStatus(StatusRow):
    change = models.ForeignKey(Change, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.change_id} {self.state}"


class ChangeSource(ByLine):
    """This change came of this contribution."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="sources")
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="changes")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["change", "contribution"], name="change_source_once"),
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.contribution_id}"


class VerdictKind(models.TextChoices):
    CONFIRMED = "confirmed", _("Yes, this is different now")
    CHALLENGED = "challenged", _("No, that is not true")


class Size(models.TextChoices):
    REAL = "real", _("A real change")
    TWEAK = "tweak", _("A small tweak")


class Verdict(ByLine):
    """What somebody who said it says about the change. Staff cannot remove it."""

    change = models.ForeignKey(Change, models.PROTECT, related_name="verdicts")
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="verdicts")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=VerdictKind.choices)
    size = models.CharField(max_length=10, choices=Size.choices, blank=True)
    words = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    given_on = models.DateField()

    def __str__(self) -> str:
        return self.code
