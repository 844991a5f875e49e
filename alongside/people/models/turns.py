"""What fits somebody: the training they did, what they want to take part in, and how much is enough for them."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Kind, Organisation, Unit

from .person import Person, Told


class Ways(models.TextChoices):
    ANY = "any", _("Both are fine")
    IN_PERSON = "in_person", _("Face to face")
    REMOTE = "remote", _("From home: by phone or online")


class Hear(models.TextChoices):
    """How often somebody wants to be told what is open."""

    DAILY = "daily", _("As soon as something opens, once a day at most")
    WEEKLY = "weekly", _("Once a week at most")
    MONTHLY = "monthly", _("Once a month at most")
    NEVER = "never", _("Not at all: I look myself")


class Training(models.Model):
    """A training of the organisation's own list, such as interviewing. Some run out after a number of months."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    name = models.CharField(max_length=100)
    lasts_months = models.PositiveSmallIntegerField(null=True, blank=True)
    in_use = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="training_name_once"),
            models.CheckConstraint(
                condition=Q(lasts_months__isnull=True) | Q(lasts_months__gte=1), name="training_lasts"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class TrainingDone(Told):
    """Somebody did it, on a day. Written down by the one who keeps the register; the person sees it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="trainings")
    code = CodeField()
    training = models.ForeignKey(Training, models.PROTECT, related_name="done")
    done_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)  # the last day on which it holds
    struck_on = models.DateField(null=True, blank=True)  # it was a mistake

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "training", "done_on"],
                condition=Q(struck_on__isnull=True),
                name="training_done_once",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("done_on")),
                name="training_expires_after_done",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["training", "person"], name="training_done_by", condition=Q(struck_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def name(self) -> str:
        return self.training.name


class Wish(Told):
    """What somebody wants to take part in. Nothing chosen means everything."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="wish")
    ways = models.CharField(max_length=10, choices=Ways.choices, default=Ways.ANY)
    hear = models.CharField(max_length=10, choices=Hear.choices, default=Hear.NEVER)

    class Meta:
        indexes: ClassVar = [
            models.Index(fields=["hear", "person"], name="wish_hear", condition=~Q(hear="never")),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.hear}"

    @property
    def wanted(self) -> list[str]:
        """The names of what was chosen."""
        chosen = self.chosen.select_related("kind", "unit").order_by("id")
        return [thing.name for one in chosen if (thing := one.kind or one.unit)]


class WishedFor(models.Model):
    """A kind of decision, or a unit and those below it."""

    wish = models.ForeignKey(Wish, models.CASCADE, related_name="chosen")
    kind = models.ForeignKey(Kind, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(kind__isnull=False, unit__isnull=True) | Q(kind__isnull=True, unit__isnull=False),
                name="wished_for_one_thing",
            ),
            models.UniqueConstraint(fields=["wish", "kind"], condition=Q(kind__isnull=False), name="wished_kind_once"),
            models.UniqueConstraint(fields=["wish", "unit"], condition=Q(unit__isnull=False), name="wished_unit_once"),
        ]

    def __str__(self) -> str:
        return f"{self.wish_id} {self.kind_id or self.unit_id}"


class Limits(Told):
    """How much is enough. The person's alone: nobody else sees it, nor that it was the reason for anything."""

    person = models.OneToOneField(Person, models.PROTECT, related_name="limits")
    per_year = models.PositiveSmallIntegerField(null=True, blank=True)  # turns in twelve months, at most
    rest_days = models.PositiveSmallIntegerField(null=True, blank=True)  # from one turn to the next
    words = PersonalText(blank=True)

    def __str__(self) -> str:
        return str(self.person_id)
