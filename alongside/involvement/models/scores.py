"""What each member thinks, apart from the others until all are in; the choice; and what the panel hears afterwards."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField, PersonalText

from .panels import Candidate, PanelMember
from .places import Place
from .recruitment import Recruitment


class PanelQuestion(ByLine):
    """Asked of every candidate alike; what a good answer shows is what is scored."""

    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="questions")
    code = CodeField()
    position = models.PositiveSmallIntegerField()
    words = models.TextField()
    shows = models.TextField(blank=True)  # the criterion: what a good answer shows
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recruitment", "position"], name="panel_question_position_once"),
            models.CheckConstraint(
                condition=Q(place__isnull=True) | Q(user__isnull=True), name="panel_question_by_one"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Round(models.TextChoices):
    SHORTLIST = "shortlist", _("Shortlist")
    SCORES = "scores", _("Scores")


class Opinion(models.TextChoices):
    YES = "yes", _("Yes, invite them")
    UNSURE = "unsure", _("Not sure")
    NO = "no", _("No")


class Sheet(ByLine):
    """One member's marks or scores. Nobody else reads it before all are in, and nobody changes it after it was
    handed in: the event log holds a commitment to it."""

    member = models.ForeignKey(PanelMember, models.PROTECT, related_name="sheets")
    code = CodeField()
    round = models.CharField(max_length=10, choices=Round.choices)
    handed_in_at = models.DateTimeField(null=True, blank=True)
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["member", "round"], name="sheet_once"),
            models.CheckConstraint(
                condition=Q(handed_in_at__isnull=True, salt="") | Q(handed_in_at__isnull=False) & ~Q(salt=""),
                name="sheet_sealed_when_in",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Mark(models.Model):
    """On the shortlist: what a member would do with one candidate, and why in a word."""

    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="marks")
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="+")
    opinion = models.CharField(max_length=10, choices=Opinion.choices)
    why = PersonalText(blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["sheet", "candidate"], name="mark_once")]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.candidate_id}"


class Score(models.Model):
    sheet = models.ForeignKey(Sheet, models.PROTECT, related_name="scores")
    candidate = models.ForeignKey(Candidate, models.PROTECT, related_name="+")
    question = models.ForeignKey(PanelQuestion, models.PROTECT, related_name="+")
    value = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["sheet", "candidate", "question"], name="score_once"),
            models.CheckConstraint(condition=Q(value__lte=100), name="score_within"),
        ]

    def __str__(self) -> str:
        return f"{self.sheet_id} {self.candidate_id}"


class PanelChoice(ByLine):
    """Who gets the job, or nobody. Never changed: when somebody turns the job down, there is another row; the newest
    holds. `contributors_first` and `staff_first` are the letters as they stood, ties said by more than one."""

    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="choices")
    code = CodeField()
    candidate = models.ForeignKey(Candidate, models.PROTECT, null=True, blank=True, related_name="+")
    contributors_first = models.CharField(max_length=100, blank=True)
    staff_first = models.CharField(max_length=100, blank=True)
    differs = models.BooleanField()  # from the contributors' first choice
    reason = models.TextField(blank=True)
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(differs=False, candidate__isnull=False) | ~Q(reason=""), name="choice_differs_with_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["recruitment", "-id"], name="choice_newest"),
            models.Index(fields=["-on", "-id"], name="choice_differs", condition=Q(differs=True)),
        ]

    def __str__(self) -> str:
        return self.code


class FollowUp(ByLine):
    """Owed to the panel: did they start, are they still there? Due on its day without anybody's doing."""

    class Question(models.TextChoices):
        STARTED = "started", _("Did they start?")
        SIX_MONTHS = "six_months", _("Are they still there after six months?")

    choice = models.ForeignKey(PanelChoice, models.PROTECT, related_name="follow_ups")
    question = models.CharField(max_length=20, choices=Question.choices)
    due_on = models.DateField()
    answer = models.BooleanField(null=True)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["choice", "question"], name="follow_up_once"),
            models.CheckConstraint(
                condition=Q(answer__isnull=True, answered_on__isnull=True)
                | Q(answer__isnull=False, answered_on__isnull=False),
                name="follow_up_answered_together",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on", "id"], name="follow_up_owed", condition=Q(answer__isnull=True)),
        ]

    def __str__(self) -> str:
        return f"{self.choice_id} {self.question}"


class PanelReview(ByLine):
    """How it was to be on the panel, in one member's own words: theirs to change and to take back."""

    member = models.OneToOneField(PanelMember, models.PROTECT, related_name="review")
    worked = PersonalText(blank=True)
    change = PersonalText(blank=True)
    said_on = models.DateField()

    def __str__(self) -> str:
        return str(self.member_id)
