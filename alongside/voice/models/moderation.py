"""Who decides what everybody may read, by which rules, and who decides when its author does not agree."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .showing import COVERED, NOT_SHOWN, SHOWN, Showing


class ShowingRules(ByLine):
    """The published rules, from a day on. Never changed: a new row holds from its day on."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    effective_on = models.DateField()
    texts: Any = models.JSONField()  # key of a rule: what it says. Empty: not in use
    decide_days = models.PositiveSmallIntegerField()  # working days until somebody has decided
    panel_days = models.PositiveSmallIntegerField()  # working days until the panel has

    class Meta:
        indexes: ClassVar = [models.Index(fields=["organisation", "-id"], name="showing_rules_newest")]

    def __str__(self) -> str:
        return self.code


class Outcome(models.TextChoices):
    SHOWN = SHOWN, _("Show it as it is")
    COVERED = COVERED, _("Show it, with parts left out")
    NOT_SHOWN = NOT_SHOWN, _("Do not show it")


class Moderation(ByLine):
    """A decision with its reason. Append-only: a later one stands beside it."""

    showing = models.ForeignKey(Showing, models.PROTECT, related_name="decisions")
    code = CodeField()
    outcome = models.CharField(max_length=20, choices=Outcome.choices)
    rule = models.CharField(max_length=20, blank=True)
    rules = models.ForeignKey(ShowingRules, models.PROTECT, null=True, blank=True, related_name="+")  # null: the first
    why = PersonalText(blank=True)  # to the author, in plain words
    salt = models.CharField(max_length=32)
    decided_on = models.DateField()
    by_panel = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(outcome=SHOWN) | ~Q(rule=""), name="moderation_names_its_rule"),
        ]

    def __str__(self) -> str:
        return self.code


class AppealEnd(models.TextChoices):
    SHOW = "show", _("Show it as it is")
    KEEP = "keep", _("The decision stands")
    LAPSED = "lapsed", _("Its author changed something, and nothing was left to decide")


class ShownAppeal(models.Manager["Appeal"]):
    """As the words are shown, so is what is asked about them."""

    def get_queryset(self) -> models.QuerySet["Appeal"]:
        return super().get_queryset().filter(showing__contribution__restricted=False)


class Appeal(ByLine):
    """The author does not agree. A panel of contributors decides, and that stands."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    showing = models.ForeignKey(Showing, models.PROTECT, related_name="appeals")
    decision = models.ForeignKey(Moderation, models.PROTECT, related_name="appeals")
    code = CodeField()
    words = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    made_on = models.DateField()
    decide_by = models.DateField()
    end = models.CharField(max_length=10, blank=True, choices=AppealEnd.choices)
    ended_on = models.DateField(null=True, blank=True)
    objects = ShownAppeal()
    everything: ClassVar[models.Manager["Appeal"]] = models.Manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True, end="") | Q(ended_on__isnull=False) & ~Q(end=""),
                name="appeal_ends_somehow",
            ),
            models.UniqueConstraint(fields=["showing"], condition=Q(end=""), name="appeal_one_at_a_time"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "decide_by", "id"], name="appeal_open", condition=Q(end="")),
        ]

    def __str__(self) -> str:
        return self.code


class PanelMember(ByLine):
    """A contributor whom the organisation named for the panel, from a day to a day."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "person"], condition=Q(until__isnull=True), name="panel_member_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PanelVote(ByLine):
    """What one member of the panel says. Append-only."""

    appeal = models.ForeignKey(Appeal, models.PROTECT, related_name="votes")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    show = models.BooleanField()
    voted_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["appeal", "person"], name="panel_vote_once")]

    def __str__(self) -> str:
        return f"{self.appeal_id} {self.voted_on}"
