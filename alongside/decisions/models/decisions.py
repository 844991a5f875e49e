"""The decision: the unit of everything. What is open, what is fixed, who decides, when, and what came of it."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Kind, Organisation, Unit
from alongside.people.models import Person

from .forums import Forum

PLANNED, DECIDED, DROPPED = "planned", "decided", "dropped"

DECISION = Lifecycle("Decision", PLANNED, {PLANNED: (DECIDED, DROPPED), DECIDED: (PLANNED,), DROPPED: (PLANNED,)})
STATES = {PLANNED: _("Not yet decided"), DECIDED: _("Decided"), DROPPED: _("Not going ahead")}

NO_DAY = date(9999, 12, 31)  # where a decision without any day stands in the calendar: last


class Trigger(models.TextChoices):
    PLANNED = "planned", _("Planned")
    CONTRIBUTOR_LED = "contributor_led", _("Begun by contributors")
    FUNDING_BID = "funding_bid", _("A funding bid")
    INSPECTION = "inspection", _("An inspection")
    STATUTORY = "statutory", _("The law asks for it")
    INCIDENT = "incident", _("Something went wrong")


class Taken(models.TextChoices):
    """How a decided decision was taken. Set with the outcome; `involvement` restates it from its own rows."""

    WITH = "with", _("Taken with people")
    WITHOUT = "without", _("Taken without people")
    EXCEPTED = "excepted", _("Reserved, but taken without people")


class Audience(models.TextChoices):
    STAFF = "staff", _("Staff only")
    CONTRIBUTORS = "contributors", _("Staff and contributors")
    PUBLIC = "public", _("Anyone")


class Decision(ByLine):
    # The indexes below begin with these keys: one more on each alone would only slow imports down.
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    title = models.CharField(max_length=300)
    kind = models.ForeignKey(Kind, models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+", db_index=False)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    raised_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    open_part = models.TextField(blank=True)  # what can still change
    fixed_part = models.TextField(blank=True)
    decider = models.CharField(max_length=300, blank=True)  # who decides
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    trigger = models.CharField(max_length=20, choices=Trigger.choices, default=Trigger.PLANNED)
    audience = models.CharField(max_length=20, choices=Audience.choices, default=Audience.CONTRIBUTORS)
    opened_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, default=PLANNED, choices=list(STATES.items()))
    decided_on = models.DateField(null=True, blank=True)
    taken = models.CharField(max_length=10, choices=Taken.choices, blank=True)
    people_count = models.PositiveSmallIntegerField(default=0)  # of the TakenWith that came with the outcome
    outcome = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    # Was its kind reserved when it was due (or decided)? Frozen with the outcome; a question until then.
    reserved = models.BooleanField(default=False)
    source = models.CharField(max_length=20, blank=True)  # "csv", "ical" …
    # Its key there, so that the same file changes nothing. NULL, not empty: many have none, and an index that
    # leaves out the empty ones would not be used to look for the others.
    uid = models.CharField(max_length=300, null=True, blank=True)
    fingerprint = models.CharField(max_length=64, blank=True)  # of the imported row as it was last read
    version = models.PositiveIntegerField(default=1)
    # The day it stands on in the calendar: decided, else due. Worked out by the database, so never out of step.
    day = models.GeneratedField(
        expression=Coalesce("decided_on", "due_on", Value(NO_DAY)), output_field=models.DateField(), db_persist=True
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "uid"], name="decision_uid_once"),
            models.CheckConstraint(
                condition=Q(state=DECIDED, decided_on__isnull=False) & ~Q(taken="")
                | ~Q(state=DECIDED) & Q(decided_on__isnull=True, taken=""),
                name="decision_decided_together",
            ),
            models.CheckConstraint(
                condition=Q(decided_on__isnull=True) | Q(decided_on__gte=F("opened_on")),
                name="decision_decided_after_opened",
            ),
            models.CheckConstraint(
                condition=~Q(taken=Taken.WITH) | Q(people_count__gte=2), name="decision_with_at_least_two"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "taken", "day", "id"], name="decision_by_state"),
            models.Index(fields=["organisation", "unit", "state", "day", "id"], name="decision_by_unit"),
            models.Index(fields=["organisation", "kind", "state", "day", "id"], name="decision_by_kind"),
            # Counting a year reads this one alone.
            models.Index(fields=["organisation", "day", "kind", "state", "taken", "unit"], name="decision_year"),
            models.Index(
                fields=["organisation", "opened_on", "state", "raised_by", "trigger", "unit"], name="decision_begun"
            ),
            models.Index(fields=["forum", "-day"], name="decision_of_forum", condition=Q(forum__isnull=False)),
            models.Index(
                fields=["raised_by", "organisation"], name="decision_raised", condition=Q(raised_by__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class DecisionStatus(StatusRow):
    """One move. What was decided, or why it was dropped or reopened, stays here when the decision moves on."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="statuses", db_index=False)
    outcome = models.TextField(blank=True)
    reason = models.TextField(blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["decision", "-id"], name="decision_status_newest")]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.state}"


class TakenWithout(ByLine):
    """A reserved decision that was taken without people: why, and who allowed it. Always reported.

    Never changed or removed: one that was reopened and again taken without people has two.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="taken_without")
    reason = models.TextField()
    # Nobody, when attendance was corrected afterwards and too few had taken part after all.
    allowed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="without_has_reason"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-on", "-id"], name="without_newest")]

    def __str__(self) -> str:
        return str(self.decision_id)

    @property
    def who_allowed(self) -> str:
        if self.allowed_by is None:
            return str(_("nobody"))
        return self.allowed_by.job or self.allowed_by.get_full_name()
