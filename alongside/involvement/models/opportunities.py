"""An opportunity says in plain words what somebody would do, what can still change, and how they hear back."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation
from alongside.people.models import Person, Training, Ways

from .requests import InvolvementRequest

DRAFT, OPEN, CLOSED, FILLED, DONE, CANCELLED = "draft", "open", "closed", "filled", "done", "cancelled"

OPPORTUNITY = Lifecycle(
    "Opportunity",
    DRAFT,
    {
        DRAFT: (OPEN, CANCELLED),
        OPEN: (CLOSED, CANCELLED),
        CLOSED: (OPEN, FILLED, CANCELLED),
        FILLED: (CLOSED, DONE, CANCELLED),
        DONE: (),
        CANCELLED: (),
    },
)
LIVE = (DRAFT, OPEN, CLOSED, FILLED)
OPPORTUNITY_STATES = {
    DRAFT: _("Being written"),
    OPEN: _("Open"),
    CLOSED: _("Closed, places being offered"),
    FILLED: _("Filled"),
    DONE: _("Done"),
    CANCELLED: _("Cancelled"),
}


class Opportunity(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    request = models.ForeignKey(InvolvementRequest, models.PROTECT, related_name="opportunities")
    title = models.CharField(max_length=300)
    advert = models.TextField()  # what you would do, in plain words
    can_change = models.TextField(blank=True)  # needed before it opens
    decider = models.CharField(max_length=300)
    hear_back = models.TextField(blank=True)  # how and by when people hear what came of it
    seats = models.PositiveSmallIntegerField(default=2)
    lone_seat_reason = models.TextField(blank=True)  # one seat alone needs a reason, and is always flagged
    when = models.CharField(max_length=300, blank=True)
    where = models.CharField(max_length=300, blank=True)
    ways = models.CharField(max_length=10, blank=True, choices=Ways.choices)  # empty: it is not said
    pay = models.CharField(max_length=300)  # what is paid, preparation included, in words
    prep_minutes = models.PositiveSmallIntegerField(default=0)
    prep_paid = models.BooleanField(null=True, blank=True)  # NULL: nobody has said
    support = models.TextField(blank=True)
    training = models.TextField(blank=True)
    training_needed = models.ForeignKey(Training, models.PROTECT, null=True, blank=True, related_name="+")
    first_turn_percent = models.PositiveSmallIntegerField(default=0)  # of the seats, for people without a turn yet
    closes_on = models.DateField(null=True, blank=True)
    closes_at = models.TimeField(null=True, blank=True)  # on that day; none: at its end
    opened_on = models.DateField(null=True, blank=True)
    # Why it was opened although it is token on its face; people read it. Comes with the clearance, and stays.
    cleared_reason = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=DRAFT, choices=list(OPPORTUNITY_STATES.items()))
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(seats__gte=1), name="opportunity_has_seats"),
            models.CheckConstraint(
                condition=Q(seats__gte=2) | ~Q(lone_seat_reason=""), name="opportunity_lone_seat_reason"
            ),
            models.CheckConstraint(condition=Q(first_turn_percent__lte=100), name="opportunity_first_turn_percent"),
            models.CheckConstraint(
                condition=Q(state__in=[DRAFT, CANCELLED])
                | (~Q(can_change="") & ~Q(hear_back=""))
                | ~Q(cleared_reason=""),
                name="opportunity_open_says_what_can_change",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "closes_on", "id"], name="opportunity_open", condition=Q(state=OPEN)),
            models.Index(
                fields=["organisation", "closes_on", "id"], name="opportunity_live", condition=Q(state__in=LIVE)
            ),
            models.Index(fields=["decision"], name="opportunity_of_decision"),
            models.Index(fields=["organisation", "-recorded_at", "-id"], name="opportunity_newest"),
        ]

    def __str__(self) -> str:
        return self.code


class OpportunityStatus(StatusRow):
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.opportunity_id} {self.state}"


class Interest(ByLine):
    """Somebody would like to take part. Answering first gives no advantage."""

    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="interests")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    note = PersonalText(blank=True)
    agreed_on = models.DateField(null=True, blank=True)  # that their answers may be used for the draw
    unavailable = models.BooleanField(default=False)  # they cannot be there on the day
    conflict = PersonalText(blank=True)  # why they should not decide this; the person reads it
    conflict_by_person = models.BooleanField(default=False)
    said_on = models.DateField()
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opportunity", "person"], name="interest_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="interest_of_person")]

    def __str__(self) -> str:
        return f"{self.opportunity_id} {self.person_id}"
