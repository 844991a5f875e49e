"""The front door: nobody is involved before somebody has said what is open, who decides, by when, and what it costs."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation, Unit

ASKED, ACCEPTED, REFUSED, WITHDRAWN = "asked", "accepted", "refused", "withdrawn"

REQUEST = Lifecycle(
    "Request for involvement",
    ASKED,
    {ASKED: (ACCEPTED, REFUSED, WITHDRAWN), ACCEPTED: (WITHDRAWN,), REFUSED: (), WITHDRAWN: ()},
)
REQUEST_STATES = {
    ASKED: _("Waiting for the coordinator"),
    ACCEPTED: _("Accepted"),
    REFUSED: _("Refused"),
    WITHDRAWN: _("Withdrawn"),
}


class InvolvementRequest(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    what = models.CharField(max_length=300)  # what people are asked to do
    why = models.TextField()  # what would still change because of it
    open_part = models.TextField()
    fixed_part = models.TextField(blank=True)
    decider = models.CharField(max_length=300)
    decide_by = models.DateField()
    asked_on = models.DateField()
    notice_days = models.PositiveIntegerField()  # working days from asking to deciding, as they were then
    short_notice = models.BooleanField(default=False)  # less than the organisation asks for
    budget = models.DecimalField(max_digits=9, decimal_places=2)
    budget_line = models.CharField(max_length=100)
    sponsor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    state = models.CharField(max_length=20, default=ASKED, choices=list(REQUEST_STATES.items()))
    reason = models.TextField(blank=True)  # why it was refused
    answered_on = models.DateField(null=True, blank=True)
    answer_due_on = models.DateField()
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(state=REFUSED) | ~Q(reason=""), name="request_refused_with_reason"),
            models.CheckConstraint(condition=Q(budget__gte=0), name="request_budget_not_negative"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "answer_due_on", "id"],
                name="request_waiting",
                condition=Q(state=ASKED),
            ),
            models.Index(fields=["organisation", "-asked_on", "-id"], name="request_newest"),
            models.Index(fields=["decision"], name="request_of_decision"),
        ]

    def __str__(self) -> str:
        return self.code


class RequestStatus(StatusRow):
    involvementrequest = models.ForeignKey(InvolvementRequest, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.involvementrequest_id} {self.state}"
