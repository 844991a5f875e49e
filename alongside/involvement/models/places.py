"""A place: this person, on this opportunity, with a role agreed for each stage before anything starts."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .opportunities import Opportunity

OFFERED, ACCEPTED, DECLINED, WITHDRAWN = "offered", "accepted", "declined", "withdrawn"

PLACE = Lifecycle(
    "Place",
    OFFERED,
    {
        OFFERED: (ACCEPTED, DECLINED, WITHDRAWN),
        ACCEPTED: (WITHDRAWN,),
        DECLINED: (OFFERED,),  # people change their mind
        WITHDRAWN: (OFFERED,),
    },
)
PLACE_STATES = {
    OFFERED: _("Offered"),
    ACCEPTED: _("Accepted"),
    DECLINED: _("Declined"),
    WITHDRAWN: _("Withdrawn"),
}


class Stage(models.TextChoices):
    """The four Co's (domain §1.2)."""

    COMMISSION = "commission", _("Deciding that it is needed")
    DESIGN = "design", _("Designing it")
    DELIVER = "deliver", _("Doing it")
    ASSESS = "assess", _("Looking back at it")


class Role(models.IntegerChoices):
    """The neutral scale of roles (domain §1.5). Never averaged, never added up."""

    TOLD = 1, _("is told")
    ASKED = 2, _("is asked")
    INVOLVED = 3, _("is involved")
    ADVISES = 4, _("advises, and is owed an answer")
    SHARES = 5, _("shares the decision")
    DECIDES = 6, _("decides or leads")


class Place(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="places")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    chosen_because = models.TextField()  # the coordinator's reason, which the person can read
    state = models.CharField(max_length=20, default=OFFERED, choices=list(PLACE_STATES.items()))
    offered_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    withdrawn_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["opportunity", "person"], name="place_once"),
            models.CheckConstraint(condition=~Q(chosen_because=""), name="place_has_reason"),
        ]
        indexes: ClassVar = [models.Index(fields=["person", "-id"], name="place_of_person")]

    def __str__(self) -> str:
        return self.code


class PlaceStatus(StatusRow):
    place = models.ForeignKey(Place, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.place_id} {self.state}"


class PlaceRole(ByLine):
    """The role agreed for one stage."""

    place = models.ForeignKey(Place, models.PROTECT, related_name="roles")
    stage = models.CharField(max_length=20, choices=Stage.choices)
    role = models.PositiveSmallIntegerField(choices=Role.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["place", "stage"], name="place_role_once"),
            models.CheckConstraint(condition=Q(role__gte=1, role__lte=6), name="place_role_on_scale"),
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.stage} {self.role}"
