"""What many voices have in common, in the organisation's own words. A person says so, never a machine."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation

from .contributions import Contribution

UNMARKED, ACCEPTED, REJECTED, REMOVED = "unmarked", "accepted", "rejected", "removed"  # the first is no row

THEME_MARK = Lifecycle(
    "Theme mark",
    UNMARKED,
    {UNMARKED: (ACCEPTED, REJECTED), ACCEPTED: (REMOVED,), REJECTED: (ACCEPTED,), REMOVED: (ACCEPTED, REJECTED)},
)
THEME_MARK_STATES = {
    ACCEPTED: _("Somebody says that it is about this"),
    REJECTED: _("Suggested, and somebody says that it is not about this"),
    REMOVED: _("Taken off again"),
}


class Theme(ByLine):
    """In the words that hold now; every wording that ever held is a `ThemeWording`."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=80)
    belongs = models.TextField()  # what belongs here, so that two people mark the same things
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="parts")
    introduced_on = models.DateField()
    retired_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(name="") & ~Q(belongs=""), name="theme_says_what_belongs"),
            models.UniqueConstraint(
                "organisation", Lower("name"), condition=Q(retired_on__isnull=True), name="theme_name_once"
            ),
            models.CheckConstraint(
                condition=Q(retired_on__isnull=True) | Q(retired_on__gte=models.F("introduced_on")),
                name="theme_retired_after_introduced",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "retired_on"], name="theme_in_use")]

    def __str__(self) -> str:
        return self.code


class ThemeWording(ByLine):
    """What a theme was called and what belonged to it from a moment on. Append-only; the first is how it began."""

    theme = models.ForeignKey(Theme, models.PROTECT, related_name="wordings")
    name = models.CharField(max_length=80)
    belongs = models.TextField()

    def __str__(self) -> str:
        return f"{self.theme_id} {self.recorded_at}"


class ShownMarks(models.Manager["ThemeMark"]):
    """As the words are shown, so is what they are about; of words that were taken back nothing is said any more."""

    def get_queryset(self) -> models.QuerySet["ThemeMark"]:
        rows = super().get_queryset()
        return rows.filter(contribution__restricted=False, contribution__withdrawn_on__isnull=True)


class ThemeMark(ByLine):
    """That something which was said is about a theme, or is not. `recorded_by` is who first said so."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="theme_marks", db_index=False)
    theme = models.ForeignKey(Theme, models.PROTECT, related_name="marks", db_index=False)
    state = models.CharField(max_length=20, choices=list(THEME_MARK_STATES.items()))
    suggested = models.BooleanField(default=False)  # it was suggested; otherwise somebody thought of it
    received_on = models.DateField()  # of the contribution, which never changes: months are counted without its row
    objects = ShownMarks()
    everything: ClassVar[models.Manager["ThemeMark"]] = models.Manager()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["contribution", "theme"], name="theme_mark_once"),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["organisation", "received_on", "theme", "contribution"],
                name="theme_mark_by_day",
                condition=Q(state=ACCEPTED),
            ),
            models.Index(
                fields=["theme", "received_on", "contribution"], name="theme_mark_of_theme", condition=Q(state=ACCEPTED)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.theme_id} {self.state}"


class ThemeMarkStatus(StatusRow):
    thememark = models.ForeignKey(ThemeMark, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.thememark_id} {self.state}"


class ThemeModel(models.Model):
    """What was learned from the marks of one organisation. It can be thrown away at any time and is made again by the
    daily tasks; no word stands in it, only numbers of words that stand in two contributions or more.
    """

    organisation = models.OneToOneField(Organisation, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()
    way = models.CharField(max_length=20)  # standard or analysis
    learned_from = models.PositiveIntegerField()  # contributions
    upto = models.CharField(max_length=64)  # of what: made again when it is not that any more
    learned: Any = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.made_at}"
