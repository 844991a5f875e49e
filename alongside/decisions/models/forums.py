"""Bodies that decide, their seats, and who holds them. A body without people in it shows as empty seats with an age."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person


class ForumKind(models.TextChoices):
    BOARD = "board", _("A board")
    PANEL = "panel", _("A panel")
    GROUP = "group", _("A group")


class Capacity(models.TextChoices):
    """As what somebody sits there (domain §3.1)."""

    MEMBER = "member", _("Member")
    CHAIR = "chair", _("Chair")
    TRUSTEE = "trustee", _("Trustee")
    CO_OPTED = "co_opted", _("Co-opted")
    ADVISORY = "advisory", _("Adviser")
    AGENDA_OWNER = "agenda_owner", _("Owner of an agenda item")
    OBSERVER = "observer", _("Observer")


class Filled(models.TextChoices):
    ELECTION = "election", _("An election by peers")
    DRAW = "draw", _("A draw")
    NOMINATION = "nomination", _("Named by a group of people")
    APPOINTED = "appointed", _("Picked by the organisation")


class Forum(ByLine):
    """A board, a panel or a group that decides."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=10, choices=ForumKind.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    decides = models.TextField(blank=True)  # what it decides, in plain words
    standing = models.BooleanField(default=True)  # False: for one thing, until a day
    ends_on = models.DateField(null=True, blank=True)  # its last day
    # Why there is one seat for lived experience and no more. Asked when there is one, always shown, kept after that.
    lone_reason = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="forum_name_once"),
            models.CheckConstraint(condition=Q(standing=True) | Q(ends_on__isnull=False), name="forum_one_off_ends"),
        ]

    def __str__(self) -> str:
        return self.code


class Seat(ByLine):
    """One seat. Whether somebody holds it is a question for a day, never a mark on it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, related_name="seats")
    code = CodeField()
    capacity = models.CharField(max_length=20, choices=Capacity.choices)
    voting = models.BooleanField(default=True)
    lived_experience = models.BooleanField(default=False)
    filled_by = models.CharField(max_length=20, choices=Filled.choices)
    term_months = models.PositiveSmallIntegerField(null=True, blank=True)  # NULL: no end is set
    since = models.DateField(default=timezone.localdate)  # the first day on which there is this seat
    closed_on = models.DateField(null=True, blank=True)  # the first day on which there is not

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(lived_experience=False) | ~Q(filled_by=Filled.APPOINTED), name="seat_lived_not_picked"
            ),
            models.CheckConstraint(
                condition=~Q(capacity=Capacity.OBSERVER) | Q(voting=False), name="seat_observer_no_vote"
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=F("since")), name="seat_closed_after_since"
            ),
            models.CheckConstraint(condition=Q(term_months=None) | Q(term_months__gte=1), name="seat_term_length"),
        ]

    def __str__(self) -> str:
        return self.code


class SeatHolder(ByLine):
    """One term: who sat there from when to when, and how they came to. Nobody is asked why they left."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    seat = models.ForeignKey(Seat, models.PROTECT, related_name="holders")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    name = PersonalText(blank=True)  # of somebody who is neither on the register nor signs in
    filled_by = models.CharField(max_length=20, choices=Filled.choices)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # when the term runs out: the first day without them
    ended_on = models.DateField(null=True, blank=True)  # when it was written down that it is over

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["seat"], condition=Q(ended_on__isnull=True), name="holder_open_once"),
            models.CheckConstraint(
                condition=Q(person__isnull=True) | Q(user__isnull=True), name="holder_is_one_of_them"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gt=F("since")), name="holder_until_after_since"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("since")), name="holder_ended_after_since"
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def over_on(self) -> date | None:
        """The first day without them, if there is one."""
        return min((day for day in (self.until, self.ended_on) if day), default=None)

    def holds_on(self, day: date) -> bool:
        return self.since <= day and (self.over_on is None or day < self.over_on)

    @property
    def is_outsider(self) -> bool:
        return self.person_id is None and self.user_id is None
