"""Organisations, their units and words and clocks, and who has which role where."""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.accounts.roles import ROLES
from alongside.core.fields import CodeField, PersonalText

SLUG = RegexValidator(r"^[a-z][a-z0-9-]{1,38}[a-z0-9]$", _("Use small letters, numbers and hyphens."))


class Nation(models.TextChoices):
    """Whose bank holidays count."""

    ENGLAND = "england", _("England")
    WALES = "wales", _("Wales")
    SCOTLAND = "scotland", _("Scotland")
    NORTHERN_IRELAND = "northern_ireland", _("Northern Ireland")


class Level(models.TextChoices):
    """How far up the organisation a unit decides (design, organisation)."""

    BOARD = "board", _("Board")
    LEADERSHIP = "leadership", _("Leadership")
    SERVICE = "service", _("Service")
    TEAM = "team", _("Team")
    ONE_TO_ONE = "one_to_one", _("One to one")
    PARTNERSHIP = "partnership", _("Partnership")


class Organisation(models.Model):
    code = CodeField()
    slug = models.CharField(max_length=40, unique=True, validators=[SLUG])
    name = models.CharField(max_length=200)
    nation = models.CharField(max_length=20, choices=Nation.choices, default=Nation.ENGLAND)
    time_zone = models.CharField(max_length=40, default="Europe/London")
    about = models.TextField(blank=True)  # shown on its public page
    complain = models.TextField(blank=True)  # how to complain, shown there too
    help_now = models.TextField(blank=True)  # where help is now, shown beside every box for words
    made_at = models.DateTimeField(default=timezone.now)
    version = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.slug


class Settings(ByLine):
    """The organisation's words, clocks and thresholds, from a day on. Never changed: a new row is added."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="settings")
    effective_on = models.DateField(default=timezone.localdate)
    person_word = models.CharField(max_length=40, default="contributor")
    people_word = models.CharField(max_length=40, default="contributors")
    acknowledge_days = models.PositiveSmallIntegerField(default=5)  # working days
    read_days = models.PositiveSmallIntegerField(default=1)  # working days until somebody has read it
    contact_days = models.PositiveSmallIntegerField(default=1)  # working days until somebody who asked is contacted
    safeguarding_days = models.PositiveSmallIntegerField(default=1)  # working days until the safeguarding lead looks
    outcome_weeks = models.PositiveSmallIntegerField(default=6)
    note_weeks = models.PositiveSmallIntegerField(default=13)  # after that, until the next holding note
    chase_weeks = models.PositiveSmallIntegerField(default=4)  # until those to whom something was passed are chased
    manager_days = models.PositiveSmallIntegerField(default=7)  # days late until a manager is told
    board_days = models.PositiveSmallIntegerField(default=21)  # days late until it stands on the board's page
    pay_days = models.PositiveSmallIntegerField(default=10)  # working days
    notice_days = models.PositiveSmallIntegerField(default=15)  # working days a request should give
    least_people = models.PositiveSmallIntegerField(default=2)  # for a decision taken with people
    pulse_threshold = models.PositiveSmallIntegerField(default=5)
    inside_threshold = models.PositiveSmallIntegerField(default=8)
    outside_threshold = models.PositiveSmallIntegerField(default=10)
    year_starts_month = models.PositiveSmallIntegerField(default=4)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(least_people__gte=2), name="settings_never_one"),
            models.CheckConstraint(condition=Q(pulse_threshold__gte=3), name="settings_pulse_floor"),
            models.CheckConstraint(
                condition=Q(year_starts_month__gte=1, year_starts_month__lte=12), name="settings_month"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-effective_on", "-id"], name="settings_now")]

    def __str__(self) -> str:
        return f"{self.organisation_id} from {self.effective_on}"


class ClosedDay(models.Model):
    """A day on which the organisation is closed, beside the bank holidays of its nation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="closed_days")
    day = models.DateField()
    name = models.CharField(max_length=100)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["organisation", "day"], name="closed_day_once")]

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class Unit(models.Model):
    """A part of the organisation that decides things. A tree: `path` is the codes from the top, with slashes."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="units")
    code = CodeField()
    name = models.CharField(max_length=200)
    level = models.CharField(max_length=20, choices=Level.choices)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    path = models.CharField(max_length=200, editable=False)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="unit_name_once"),
            models.UniqueConstraint(fields=["organisation"], condition=Q(parent__isnull=True), name="unit_one_top"),
            models.CheckConstraint(condition=~Q(parent=F("id")), name="unit_not_own_parent"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "path"], name="unit_tree")]

    def __str__(self) -> str:
        return self.code

    @property
    def depth(self) -> int:
        return self.path.count("/") - 1


class Kind(models.Model):
    """A kind of decision: recruitment, policy, budget … The organisation's own list."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="kinds")
    code = CodeField()
    slug = models.CharField(max_length=40, validators=[SLUG])
    name = models.CharField(max_length=100)
    in_use = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "slug"], name="kind_slug_once"),
            models.UniqueConstraint(fields=["organisation", "name"], name="kind_name_once"),
        ]

    def __str__(self) -> str:
        return self.slug


class ReservedKind(ByLine):
    """From a day on, decisions of this kind may not be taken without the people they affect."""

    kind = models.ForeignKey(Kind, models.PROTECT, related_name="reserved")
    from_day = models.DateField()
    until_day = models.DateField(null=True, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(until_day__isnull=True) | Q(until_day__gte=F("from_day")),
                name="reserved_ends_after_start",
            ),
            models.UniqueConstraint(fields=["kind"], condition=Q(until_day__isnull=True), name="reserved_open_once"),
        ]

    def __str__(self) -> str:
        return f"{self.kind_id} from {self.from_day}"


class Membership(ByLine):
    """One user has one role, in one unit and those below it, or in the whole organisation."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="memberships")
    code = CodeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    # What this organisation called them when it let them in: their account may have a name from elsewhere.
    called = PersonalText(blank=True)
    role = models.CharField(max_length=20, choices=[(r.slug, r.name) for r in ROLES.values()])
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="memberships")
    since = models.DateField(default=timezone.localdate)
    until = models.DateField(null=True, blank=True)
    # A substitute: for whom, while they are away. It ends by itself, as `until` always does.
    instead_of = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(instead_of__isnull=True) | Q(until__isnull=False), name="membership_substitute_ends"
            ),
            models.CheckConstraint(condition=~Q(instead_of=F("user")), name="membership_not_own_substitute"),
            models.UniqueConstraint(
                fields=["organisation", "user", "role", "unit"],
                condition=Q(until__isnull=True, unit__isnull=False),
                name="membership_once",
            ),
            models.UniqueConstraint(
                fields=["organisation", "user", "role"],
                condition=Q(until__isnull=True, unit__isnull=True),
                name="membership_once_whole",
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="membership_ends_after_start"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["user", "organisation"], name="membership_of_user"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def who(self) -> str:
        """As this organisation knows them: the name it wrote, else the address it wrote to."""
        return self.called or self.user.email


class SigningKey(ByLine):
    """With what the organisation signs. One at a time; the public half of every earlier one stays, so that what was
    signed with it can be checked for ever."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    public = models.TextField()  # PEM, published
    sealed = models.TextField()  # the secret half, under the installation's secret key (services/signing.py)
    made_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    stolen = models.BooleanField(default=False)  # others may have had it: nobody can rely on what it signed

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation"], condition=Q(ended_on__isnull=True), name="signing_key_open_once"
            ),
            models.CheckConstraint(condition=Q(stolen=False) | Q(ended_on__isnull=False), name="signing_key_stolen"),
        ]

    def __str__(self) -> str:
        return self.code
