"""What somebody learned on the way: about a part of the organisation, a decision, or themselves."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.decisions.models import Decision, Forum
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person

# A bump first: it is what nobody else writes down.
WORDS = ("bump", "undo", "moved", "tried", "surprised")


class Side(models.TextChoices):
    """From where somebody looks. Whoever works here writes as somebody who works here."""

    PEOPLE = "people", _("Somebody who takes part")
    STAFF = "staff", _("Somebody who works here")


class When(models.TextChoices):
    START = "start", _("At the start")
    MIDDLE = "middle", _("On the way")
    END = "end", _("At the end")


class Audience(models.TextChoices):
    """Who may read it. Its author alone changes that, at any time."""

    PRIVATE = "private", _("Only me")
    SOME = "some", _("Those I choose")
    MEMBERS = "members", _("Everybody who belongs here")
    PUBLIC = "public", _("Anyone")


class Entry(ByLine):
    """The frame; its words are in `EntryText`, a row for each version. A decision's unit is kept beside it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    side = models.CharField(max_length=10, choices=Side.choices)
    # Whose it is: one of the two, and neither once they were forgotten.
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    stage = models.CharField(max_length=10, choices=When.choices, blank=True)
    audience = models.CharField(max_length=10, choices=Audience.choices, default=Audience.PRIVATE)
    named = models.BooleanField(default=False)  # whether those who belong here read their name; nobody else does
    text = models.ForeignKey("EntryText", models.PROTECT, null=True, related_name="+", db_index=False)  # the newest
    # Of the newest words, for lists and the picture.
    on = models.DateField()
    has_bump = models.BooleanField(default=False)
    taken_back_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)  # kept off the pages for everybody, though its author shares it
    held_why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(person__isnull=True) | Q(user__isnull=True), name="entry_of_one"),
            models.CheckConstraint(condition=Q(held_on__isnull=True) | ~Q(held_why=""), name="entry_held_has_reason"),
            models.CheckConstraint(
                condition=Q(taken_back_on__isnull=True) | Q(audience=Audience.PRIVATE, has_bump=False),
                name="entry_taken_back_is_nobodys",
            ),
            models.CheckConstraint(condition=Q(decision__isnull=True) | Q(unit__isnull=False), name="entry_has_unit"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-on", "-id"], name="entry_newest"),
            models.Index(fields=["unit", "-on", "-id"], name="entry_of_unit", condition=Q(unit__isnull=False)),
            models.Index(
                fields=["decision", "-on", "-id"], name="entry_of_decision", condition=Q(decision__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.code


class EntryText(ByLine):
    """The words of one version: never changed, read by others only while they are the newest."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="texts")
    code = CodeField()
    number = models.PositiveSmallIntegerField(default=1)
    bump = models.TextField(blank=True)  # what went wrong, or got stuck
    undo = models.TextField(blank=True)  # what we would undo, and not do again
    moved = models.TextField(blank=True)  # what power moved
    tried = models.TextField(blank=True)
    surprised = models.TextField(blank=True)
    on = models.DateField()
    salt = models.CharField(max_length=32, blank=True)  # goes when the words go

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["entry", "number"], name="entry_text_once"),
        ]

    def __str__(self) -> str:
        return self.code


class EntryReader(models.Model):
    """One of those with whom somebody shares an entry: a person, somebody who works here, a unit, or a body."""

    entry = models.ForeignKey(Entry, models.PROTECT, related_name="readers")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")
    forum = models.ForeignKey(Forum, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(
                    Q(person__isnull=False, user__isnull=True, unit__isnull=True, forum__isnull=True)
                    | Q(person__isnull=True, user__isnull=False, unit__isnull=True, forum__isnull=True)
                    | Q(person__isnull=True, user__isnull=True, unit__isnull=False, forum__isnull=True)
                    | Q(person__isnull=True, user__isnull=True, unit__isnull=True, forum__isnull=False)
                ),
                name="entry_reader_is_one",
            ),
        ]

    def __str__(self) -> str:
        return str(self.entry_id)


class PromptAway(ByLine):
    """Somebody put a question away: it does not come again for that decision and that part of it."""

    decision = models.ForeignKey(Decision, models.PROTECT, related_name="+")
    code = CodeField()
    stage = models.CharField(max_length=10, choices=When.choices)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "decision", "stage"], name="prompt_away_person"),
            models.UniqueConstraint(fields=["user", "decision", "stage"], name="prompt_away_user"),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.stage}"
