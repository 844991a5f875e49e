"""The write-up of one activity on the five points of GRIPP2, short form: each side in its own words, side by side.

What the record says to each point is not kept here; it is read each time, so that what was taken back is gone from it.
"""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Organisation
from alongside.people.models import Person

WRITING, READY, SHOWN = "writing", "ready", "shown"

# One side says that it may be shown; then the other. Either can take it back.
WRITE_UP = Lifecycle("Write-up", WRITING, {WRITING: (READY,), READY: (WRITING, SHOWN), SHOWN: (WRITING,)})
WRITE_UP_STATES = {
    WRITING: _("Being written"),
    READY: _("One side says that it may be shown"),
    SHOWN: _("Shown to everybody who belongs here"),
}
POINTS: dict[str, Any] = {
    "aim": _("What it was for"),
    "methods": _("How people took part"),
    "results": _("What came of it, good and bad"),
    "influence": _("How far it went, and what it changed"),
    "reflection": _("What went well, and what did not"),
}


class Side(models.TextChoices):
    STAFF = "staff", _("The organisation")
    OTHERS = "others", _("Those who took part")


class WriteUp(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    opportunity = models.OneToOneField(Opportunity, models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, default=WRITING, choices=list(WRITE_UP_STATES.items()))
    said_by = models.CharField(max_length=10, choices=Side.choices, blank=True)  # which side is ready
    shown_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=WRITING, said_by="") | ~Q(state=WRITING) & ~Q(said_by=""), name="write_up_said_by_one"
            ),
            models.CheckConstraint(
                condition=Q(state=SHOWN, shown_on__isnull=False) | ~Q(state=SHOWN) & Q(shown_on__isnull=True),
                name="write_up_shown_on",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-shown_on", "-id"], name="write_up_shown", condition=Q(state=SHOWN)),
        ]

    def __str__(self) -> str:
        return self.code


class WriteUpStatus(StatusRow):
    writeup = models.ForeignKey(WriteUp, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.writeup_id} {self.state}"


class WriteUpText(ByLine):
    """What one of them wrote to one point. Staff share one text; each of the others has their own. Nobody changes or
    takes out what somebody else wrote."""

    write_up = models.ForeignKey(WriteUp, models.PROTECT, related_name="texts")
    code = CodeField()
    point = models.CharField(max_length=20, choices=list(POINTS.items()))
    side = models.CharField(max_length=10, choices=Side.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    words = PersonalText(blank=True)  # empty: taken back, or its author was forgotten
    named = models.BooleanField(default=False)  # their name may stand beside it
    written_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["write_up", "point"], condition=Q(side="staff"), name="write_up_one_of_staff"
            ),
            models.UniqueConstraint(fields=["write_up", "point", "person"], name="write_up_one_of_each"),
            models.CheckConstraint(
                condition=Q(side="others") | Q(person__isnull=True), name="write_up_staff_no_person"
            ),
            models.CheckConstraint(condition=Q(side="staff") | Q(user__isnull=True), name="write_up_others_no_user"),
        ]

    def __str__(self) -> str:
        return self.code
