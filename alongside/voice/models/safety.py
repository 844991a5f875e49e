"""What keeps people safe: that somebody reads it, contacts whoever asks for it, and looks at what may be a risk."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation

from .contributions import Contribution

RAISED, LOOKING, RELEASED, CLOSED = "raised", "looking", "released", "closed"

CONCERN = Lifecycle(
    "Concern",
    RAISED,
    {RAISED: (LOOKING,), LOOKING: (RELEASED, CLOSED), CLOSED: (RELEASED,), RELEASED: ()},
)
CONCERN_STATES = {
    RAISED: _("Nobody has looked yet"),
    LOOKING: _("Being looked at"),
    RELEASED: _("Given back"),
    CLOSED: _("Closed"),
}


class PhraseList(ByLine):
    """Words that move something up in the reading order. Never changed: a new row holds from its moment on."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    groups: Any = models.JSONField()  # the name of a group: its phrases
    left_out: Any = models.JSONField()  # phrases inside which nothing counts, like "heart attack"

    class Meta:
        indexes: ClassVar = [models.Index(fields=["organisation", "-id"], name="phrase_list_newest")]

    def __str__(self) -> str:
        return self.code


class Reading(ByLine):
    """Somebody read it, on this day. Append-only; `recorded_by` is who."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="readings")
    read_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.read_on}"


class ContactEnd(models.TextChoices):
    REACHED = "reached", _("We spoke or wrote to each other")
    NOT_REACHED = "not_reached", _("We tried several times and could not reach them")
    NO_LONGER = "no_longer", _("They do not want it any more")
    TAKEN_BACK = "taken_back", _("They took their words back")


class ShownContact(models.Manager["ContactWish"]):
    """As the words are shown, so is the wish that came with them."""

    def get_queryset(self) -> models.QuerySet["ContactWish"]:
        return super().get_queryset().filter(contribution__restricted=False)


class ContactWish(ByLine):
    """“I would like someone to contact me about this”: a debt with a day, until it is written down as done."""

    contribution = models.OneToOneField(Contribution, models.PROTECT, related_name="contact_wish")
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    how = PersonalText(blank=True)  # in their words; empty: as the register says
    contact_by = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    end = models.CharField(max_length=20, blank=True, choices=ContactEnd.choices)
    objects = ShownContact()
    everything: ClassVar[models.Manager["ContactWish"]] = models.Manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end="") | Q(ended_on__isnull=False) & ~Q(end=""),
                name="contact_wish_ends_somehow",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "contact_by", "id"],
                name="contact_wish_open",
                condition=Q(ended_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class RaisedBy(models.TextChoices):
    AUTHOR = "author", _("The one who said it ticked that somebody may be at risk")
    READER = "reader", _("Somebody who read it moved it here")
    FIRST = "first", _("Its author adds it to something that is here")


class Concern(ByLine):
    """Something that was said and is before the safeguarding lead. For nobody else does it exist."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="concerns")
    code = CodeField()
    raised_by = models.CharField(max_length=10, choices=RaisedBy.choices)
    why = PersonalText(blank=True)  # what the reader wrote who moved it here
    raised_on = models.DateField()
    look_by = models.DateField()
    state = models.CharField(max_length=20, default=RAISED, choices=list(CONCERN_STATES.items()))
    done = PersonalText(blank=True)  # what was done; read by safeguarding and by nobody else
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contribution"], condition=~Q(state=RELEASED), name="concern_one_at_a_time"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "state", "look_by", "id"], name="concern_order"),
        ]

    def __str__(self) -> str:
        return self.code


class ConcernStatus(StatusRow):
    concern = models.ForeignKey(Concern, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.concern_id} {self.state}"


class ConcernOpening(ByLine):
    """Somebody opened it, at `recorded_at`. Append-only."""

    concern = models.ForeignKey(Concern, models.PROTECT, related_name="openings")

    def __str__(self) -> str:
        return f"{self.concern_id} {self.recorded_at}"
