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

CLAIMED, CONFIRMED, CHALLENGED, LAPSED = "claimed", "confirmed", "challenged", "lapsed"

# Once disputed it stands as disputed. A correction is a new claim: a confirmation was of the earlier text. What did
# not hold can only be said to be there again by somebody who said it.
CHANGE = Lifecycle(
    "Change",
    CLAIMED,
    {
        CLAIMED: (CONFIRMED, CHALLENGED, LAPSED),
        CONFIRMED: (CLAIMED, CHALLENGED, LAPSED),
        CHALLENGED: (CHALLENGED,),
        LAPSED: (CONFIRMED, CHALLENGED),
    },
)
CHANGE_STATES = {
    CLAIMED: _("The organisation says so"),
    CONFIRMED: _("Confirmed by somebody who said it"),
    CHALLENGED: _("Disputed by somebody who said it"),
    LAPSED: _("It did not hold, or only in part"),
}


class ChangeKind(models.TextChoices):
    """In what it is different."""

    POLICY = "policy", _("A policy")
    ROTA = "rota", _("A rota: who works when")
    MONEY = "money", _("Money: a budget, a rate, a payment")
    BUILDING = "building", _("A building or a room")
    JOB = "job_description", _("A job description")
    SERVICE = "service", _("How a service works")
    OTHER = "other", _("Something else")


class Change(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.TextField()  # what is different now; a correction stands beside it and never overwrites it
    before = models.TextField(blank=True)  # how it was
    kind = models.CharField(max_length=20, default=ChangeKind.OTHER, choices=ChangeKind.choices)
    thing = models.CharField(max_length=200, blank=True)  # the policy, the rota, the room, by its name
    thing_version = models.CharField(max_length=60, blank=True)
    evidence = models.TextField()  # how anybody can see that it is
    link = models.URLField(max_length=500, blank=True)  # where it can be seen
    since = models.DateField()
    # somebody looks whether it held: every so many months, until a day; 0 is once
    check_every = models.PositiveSmallIntegerField(default=0)
    check_until = models.DateField(null=True, blank=True)
    corrected_on = models.DateField(null=True, blank=True)  # the latest correction, for lists
    state = models.CharField(max_length=20, default=CLAIMED, choices=list(CHANGE_STATES.items()))

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(evidence=""), name="change_has_evidence"),
            models.CheckConstraint(
                condition=Q(check_every=0) | Q(check_until__isnull=False), name="change_checks_have_an_end"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-since", "-id"], name="change_newest"),
            models.Index(fields=["decision"], name="change_of_decision"),
            models.Index(fields=["organisation", "state", "-since", "-id"], name="change_by_state"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def stands(self) -> str:
        """How it is said: somebody who said it may find that it did not hold without denying that it ever was so.
        Whether anybody denied it is asked with the rows (`queries.changes_for`), or read from the verdicts."""
        if self.state != CHALLENGED:
            return self.state
        denied = getattr(self, "denied", None)
        if denied is None:
            denied = any(verdict.kind == VerdictKind.CHALLENGED for verdict in self.verdicts.all())
        return CHALLENGED if denied else LAPSED

    def get_state_display(self) -> str:  # type: ignore[no-redef]
        return str(CHANGE_STATES[self.stands])


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
    on_earlier_text = models.BooleanField(default=False)  # the change was corrected after this was said

    def __str__(self) -> str:
        return self.code
