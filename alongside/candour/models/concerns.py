"""A concern about how somebody was involved: read by one person outside the team whom contributors chose, and by nobody
else (docs/decisions/0024).

Rows here know days and no times, and never who raised anything: `ConcernName` stands apart, is there only when the
person chose to show it, and goes when they say so.
"""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

RAISED, ACKNOWLEDGED, ANSWERED = "raised", "acknowledged", "answered"
SETTLED, UNSETTLED, TAKEN_BACK = "settled", "unsettled", "taken_back"

INVOLVEMENT_CONCERN = Lifecycle(
    "Concern about involvement",
    RAISED,
    {
        RAISED: (ACKNOWLEDGED, ANSWERED, TAKEN_BACK),
        ACKNOWLEDGED: (ANSWERED, TAKEN_BACK),
        ANSWERED: (SETTLED, UNSETTLED, TAKEN_BACK),
        UNSETTLED: (ANSWERED, SETTLED, TAKEN_BACK),
        SETTLED: (UNSETTLED, TAKEN_BACK),
        TAKEN_BACK: (),
    },
)
CONCERN_STATES = {
    RAISED: _("Nobody has said yet that they have read it"),
    ACKNOWLEDGED: _("Read, and an answer is owed"),
    ANSWERED: _("Answered"),
    SETTLED: _("Answered, and they say that it is settled"),
    UNSETTLED: _("They say that it is not settled: another answer is owed"),
    TAKEN_BACK: _("Taken back"),
}
OWED = (RAISED, ACKNOWLEDGED, UNSETTLED)


class Show(models.TextChoices):
    NAME = "name", _("My name")
    PAGE = "page", _("No name, but I can be asked and answered here")
    NOBODY = "nobody", _("Nobody: I say it, and that is all")


class Outcome(models.TextChoices):
    RIGHT = "right", _("It was not right, and this will be different")
    PARTLY = "partly", _("Some of it was not right, and that will be different")
    NOT_SHOWN = "not_shown", _("I could not find out that it was so")
    ELSEWHERE = "elsewhere", _("Somebody else has to look at it")


class ConcernTerms(ByLine):
    """The days that the reader has, and who outside can be asked. Never changed: another row is added."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    effective_on = models.DateField(default=timezone.localdate)
    acknowledge_days = models.PositiveSmallIntegerField(default=3)  # working days, as the two below
    answer_days = models.PositiveSmallIntegerField(default=20)
    late_days = models.PositiveSmallIntegerField(default=5)  # after a day has passed, until the board hears of it
    outside_name = models.CharField(max_length=200)
    outside_how = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(outside_name="") & ~Q(outside_how=""), name="concern_terms_name_outside"
            ),
            models.CheckConstraint(
                condition=Q(acknowledge_days__gte=1, answer_days__gte=F("acknowledge_days")),
                name="concern_terms_in_order",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-effective_on", "-id"], name="concern_terms_now")]

    def __str__(self) -> str:
        return f"{self.organisation_id} from {self.effective_on}"


class ConcernContact(ByLine):
    """Who reads concerns, from a day to a day, and how contributors chose them. To go on they are chosen again. What
    is written of them goes with them, and with others whom it names: personal_contacts.py."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shown_as = PersonalText(blank=True)  # how everybody reads who it is: a role or a name; empty: they have left
    why_outside = PersonalText(blank=True)  # why they do not belong to the team
    how_chosen = PersonalText(blank=True)
    from_day = models.DateField()
    until_day = models.DateField()  # the last day
    ended_on = models.DateField(null=True, blank=True)  # the first day without them, when it ended before

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(until_day__gte=F("from_day")), name="concern_contact_days"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-until_day", "-id"], name="concern_contact_now")]

    def __str__(self) -> str:
        return self.code

    def holds(self, day: date) -> bool:
        return self.from_day <= day <= self.until_day and (self.ended_on is None or day < self.ended_on)


class AskedContact(ByLine):
    """A contributor who was asked about a reader. They read what is written down, and can say that it is not so."""

    contact = models.ForeignKey(ConcernContact, models.PROTECT, related_name="asked")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # NULL: they have left
    agrees = models.BooleanField()
    said = PersonalText(blank=True)
    denied_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["contact", "person"], name="asked_contact_once")]

    def __str__(self) -> str:
        return self.code


class InvolvementConcern(models.Model):
    """What was raised. `contact` reads it, and nobody else does; for what has no way back, whoever is chosen next."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    contact = models.ForeignKey(ConcernContact, models.PROTECT, related_name="+")
    words = PersonalText(blank=True)  # empty only when taken back
    show = models.CharField(max_length=10, choices=Show.choices)
    follow_digest = models.CharField(max_length=32, blank=True)
    written_by = models.ForeignKey(  # who wrote it down for somebody; never who raised it
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    medium = models.CharField(max_length=10, blank=True)
    raised_on = models.DateField()
    acknowledge_by = models.DateField()
    answer_by = models.DateField()
    due_on = models.DateField()  # the next of the two; nothing moves it later
    late_days = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default=RAISED, choices=list(CONCERN_STATES.items()))
    answered_on = models.DateField(null=True, blank=True)  # the newest answer
    settled_words = PersonalText(blank=True)
    board_since = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["follow_digest"], condition=~Q(follow_digest=""), name="involvement_concern_code_once"
            ),
            models.CheckConstraint(
                condition=Q(show=Show.NOBODY, follow_digest="") | ~Q(show=Show.NOBODY) & ~Q(follow_digest=""),
                name="involvement_concern_way_back",
            ),
            models.CheckConstraint(
                condition=Q(written_by__isnull=True, medium="") | Q(written_by__isnull=False) & ~Q(medium=""),
                name="involvement_concern_written_down",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "raised_on"], name="involvement_concern_raised"),
            models.Index(
                fields=["organisation", "due_on"], name="involvement_concern_owed", condition=Q(state__in=OWED)
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def is_owed(self) -> bool:
        return self.state in OWED

    @property
    def can_be_reached(self) -> bool:
        return bool(self.follow_digest)


class ConcernName(models.Model):
    """Who raised it, as they chose to show it. Apart, so that nothing that reads concerns reads names; the reader sees
    the words first and this on another page, and the person sees the day on which that was opened."""

    concern = models.OneToOneField(InvolvementConcern, models.CASCADE, related_name="sealed_name")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = PersonalText(blank=True)  # of somebody who is not on the register
    opened_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return str(self.concern_id)


class ConcernMessage(models.Model):
    """One message between the two. Goes with the words of the concern when it is taken back."""

    concern = models.ForeignKey(InvolvementConcern, models.PROTECT, related_name="messages")
    by_reader = models.BooleanField()
    words = PersonalText()
    on = models.DateField()

    def __str__(self) -> str:
        return str(self.concern_id)


class ConcernOutcome(models.Model):
    """An answer, with what will be different. Another answer is another row."""

    concern = models.ForeignKey(InvolvementConcern, models.PROTECT, related_name="outcomes")
    kind = models.CharField(max_length=20, choices=Outcome.choices)
    words = PersonalText()
    different = PersonalText(blank=True)
    on = models.DateField()

    def __str__(self) -> str:
        return str(self.concern_id)


class ConcernStep(models.Model):
    """One move, append-only: which, and on which day. Who did it follows from which it is."""

    concern = models.ForeignKey(InvolvementConcern, models.PROTECT, related_name="steps")
    state = models.CharField(max_length=20)
    on = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["concern", "on"], name="concern_step_of")]

    def __str__(self) -> str:
        return f"{self.concern_id} {self.state}"


class ConcernSummary(models.Model):
    """What the person who raised it tells everybody, in words of their own, and what the organisation says to it.
    Once published neither is changed; they can take theirs down, and then the reply goes with it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    concern = models.OneToOneField(InvolvementConcern, models.PROTECT, related_name="summary")
    code = CodeField()
    words = PersonalText(blank=True)
    published_on = models.DateField(null=True, blank=True)  # none: only its author sees it
    taken_down_on = models.DateField(null=True, blank=True)
    reply = PersonalText(blank=True)
    reply_by = models.CharField(max_length=200, blank=True)  # a role, not a name
    replied_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(replied_on__isnull=True) | Q(published_on__isnull=False), name="concern_reply_to_published"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "-published_on", "-id"],
                name="concern_summary_newest",
                condition=Q(published_on__isnull=False, taken_down_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.code
