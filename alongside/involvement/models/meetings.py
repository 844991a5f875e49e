"""Sessions: what was on the agenda and who raised it, the papers, what was arranged, and who came."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.codes import new_code
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import AccessNeed, Person

from .opportunities import Opportunity
from .places import Place

TO_DO, ARRANGED, MET, NOT_MET, NOT_NEEDED = "to_do", "arranged", "met", "not_met", "not_needed"

ARRANGEMENT = Lifecycle(
    "Arrangement",
    TO_DO,
    {
        TO_DO: (ARRANGED, MET, NOT_MET, NOT_NEEDED),
        ARRANGED: (TO_DO, MET, NOT_MET, NOT_NEEDED),
        MET: (NOT_MET,),
        NOT_MET: (MET,),
        NOT_NEEDED: (TO_DO,),
    },
)
ARRANGEMENT_STATES = {
    TO_DO: _("To be arranged"),
    ARRANGED: _("Arranged"),
    MET: _("Met"),
    NOT_MET: _("Not met"),
    NOT_NEEDED: _("No longer needed"),
}


def paper_path(paper: "Paper", file_name: str) -> str:
    """A random name: what the file is called stands in the row, and the web server never sees the folder."""
    return f"papers/{new_code(26)}"


class Meeting(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="meetings")
    title = models.CharField(max_length=300)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    held_on = models.DateField()  # the local day of starts_at
    place = models.CharField(max_length=300)
    check_in = PersonalText(blank=True)  # how people were before, as they agreed to have it written
    debrief = PersonalText(blank=True)  # how it went, from the talk afterwards
    debriefed_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(ends_at__gt=F("starts_at")), name="meeting_ends_after_start"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "starts_at", "id"], name="meeting_coming"),
            models.Index(fields=["opportunity", "starts_at"], name="meeting_of_opportunity"),
            models.Index(fields=["organisation", "held_on", "cancelled_on"], name="meeting_held"),
        ]

    def __str__(self) -> str:
        return self.code


class AgendaItem(ByLine):
    """Who raised it is a fact worth keeping: answering others' questions for ever is the polite token."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    raised_by_person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    raised_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "position"], name="agenda_position_once"),
            models.CheckConstraint(
                condition=Q(raised_by_person__isnull=True) | Q(raised_by_user__isnull=True),
                name="agenda_raised_by_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting_id}/{self.position}"


class Paper(ByLine):
    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="papers")
    code = CodeField()
    title = models.CharField(max_length=300)
    file = models.FileField(upload_to=paper_path, blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    same_for_everyone = models.BooleanField(default=True)
    difference = models.CharField(max_length=300, blank=True)  # what staff had that contributors did not

    def __str__(self) -> str:
        return self.code


class Arrangement(ByLine):
    """An access need made into a task on a session. Not met is an incident, not a note."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="arrangements")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    need = models.ForeignKey(AccessNeed, models.PROTECT, null=True, blank=True, related_name="+")
    what = PersonalText()
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(max_length=20, default=TO_DO, choices=list(ARRANGEMENT_STATES.items()))
    due_on = models.DateField()
    happened = PersonalText(blank=True)  # what happened, when it was not met
    said_by_person = models.BooleanField(default=False)  # met or not, in the person's own word

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "need"], condition=Q(need__isnull=False), name="arrangement_once"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["person", "due_on"], name="arrangement_of_person"),
            models.Index(
                fields=["due_on", "id"],
                name="arrangement_waiting",
                condition=Q(state__in=[TO_DO, ARRANGED]),
            ),
            models.Index(fields=["-due_on", "-id"], name="arrangement_not_met", condition=Q(state=NOT_MET)),
        ]

    def __str__(self) -> str:
        return self.code


class Attendance(ByLine):
    """Who came, and the time it took them, preparation included."""

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="attendances")
    place = models.ForeignKey(Place, models.PROTECT, related_name="attendances")
    came = models.BooleanField()
    minutes = models.PositiveSmallIntegerField(default=0)
    prep_minutes = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "place"], name="attendance_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["place"], name="attendance_of_place")]

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.place_id}"
