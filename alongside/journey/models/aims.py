"""A bit more. An aim is somebody's until the other side agrees to it; reached, it asks for the next one."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

from .entries import Side

OPEN, SAID, STUCK, REACHED, STOPPED = "open", "said", "stuck", "reached", "stopped"

# Nothing ends: what was reached can slip back, what was stopped can be taken up again.
AIM = Lifecycle(
    "Aim",
    OPEN,
    {
        OPEN: (SAID, STUCK, STOPPED),
        STUCK: (OPEN, SAID, STOPPED),
        SAID: (REACHED, OPEN, STOPPED),  # one side says so, and the other is asked
        REACHED: (OPEN,),
        STOPPED: (OPEN,),
    },
)
AIM_STATES = {
    OPEN: _("On the way"),
    STUCK: _("Stuck"),
    SAID: _("One side says it is reached"),
    REACHED: _("Reached, both sides say"),
    STOPPED: _("Stopped"),
}


class Says(models.TextChoices):
    """What a word about an aim says of where it stands."""

    REACHED = "reached", _("It is reached")
    NOT_YET = "not_yet", _("Not yet")
    STUCK = "stuck", _("It is stuck")
    STOPPED = "stopped", _("We stopped")
    AGAIN = "again", _("It goes on")
    SLIPPED = "slipped", _("It slipped back")


class Aim(ByLine):
    """Never rewritten: whoever agreed to it agreed to these words. `unit` NULL is the whole organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    what = models.TextField()  # what will be a bit more
    sign = models.TextField()  # by what anybody would know that it is reached
    side = models.CharField(max_length=10, choices=Side.choices)  # of whoever wrote it down
    # The one of which it is the next. One aim has one next one.
    after = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="next")
    written_on = models.DateField()
    state = models.CharField(max_length=20, default=OPEN, choices=list(AIM_STATES.items()))
    since = models.DateField()  # when it came to stand where it stands
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(sign="") & ~Q(what=""), name="aim_has_sign"),
            models.UniqueConstraint(fields=["after"], name="aim_one_next"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-written_on", "-id"], name="aim_newest")]

    def __str__(self) -> str:
        return self.code


class AimStatus(StatusRow):
    aim = models.ForeignKey(Aim, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.aim_id} {self.state}"


class AimAgreement(ByLine):
    """What somebody last said of whether it is their aim too. Whoever wrote it agrees."""

    aim = models.ForeignKey(Aim, models.PROTECT, related_name="agreements")
    code = CodeField()
    side = models.CharField(max_length=10, choices=Side.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    agrees = models.BooleanField()
    said_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["aim", "person"], name="aim_agreement_of_person"),
            models.UniqueConstraint(fields=["aim", "user"], name="aim_agreement_of_user"),
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(user__isnull=True), name="aim_agreement_one"),
        ]

    def __str__(self) -> str:
        return self.code


class AimWord(ByLine):
    """Where it stands, says one side: with the reason, or with what is different."""

    aim = models.ForeignKey(Aim, models.PROTECT, related_name="words")
    code = CodeField()
    side = models.CharField(max_length=10, choices=Side.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    says = models.CharField(max_length=10, choices=Says.choices)
    words = models.TextField()  # empty once whoever said it was forgotten
    said_on = models.DateField()
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(user__isnull=True), name="aim_word_of_one"),
        ]
        indexes: ClassVar = [models.Index(fields=["aim", "-id"], name="aim_word_newest")]

    def __str__(self) -> str:
        return self.code
