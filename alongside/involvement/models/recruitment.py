"""A job, from the first idea of it to its end: stages in order, and what people with lived experience did at each."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation

from .places import Place, Role

NOT_STARTED, NOW, STAGE_DONE, SKIPPED = "not_started", "now", "done", "skipped"

STAGE = Lifecycle(
    "Stage of a recruitment",
    NOT_STARTED,
    {
        NOT_STARTED: (NOW, STAGE_DONE, SKIPPED),
        NOW: (NOT_STARTED, STAGE_DONE, SKIPPED),
        STAGE_DONE: (NOW,),
        SKIPPED: (NOT_STARTED, NOW, STAGE_DONE),
    },
)
STAGE_STATES = {
    NOT_STARTED: _("Not started"),
    NOW: _("Now"),
    STAGE_DONE: _("Done"),
    SKIPPED: _("Skipped"),
}
SCALE_MOST = 5


class Step(models.TextChoices):
    """The stages of domain §6.4, in their order."""

    NEED = "need", _("Does the job need to exist?")
    DESCRIPTION = "description", _("Job description and person specification")
    ADVERT = "advert", _("Advert")
    QUESTIONS = "questions", _("Questions")
    SHORTLIST = "shortlist", _("Shortlist")
    INTERVIEW = "interview", _("Interviews")
    SCORES = "scores", _("Scores")
    DECISION = "decision", _("The choice")
    FEEDBACK = "feedback", _("What the panel hears afterwards")
    REVIEW = "review", _("The panel looks back")


class Recruitment(ByLine):
    """One for a decision. Opened days stand here, so that a page asks one row whether sheets may be read."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+")
    code = CodeField()
    decision = models.OneToOneField(Decision, models.PROTECT, related_name="+")
    scale_most = models.PositiveSmallIntegerField(default=SCALE_MOST)  # scores go from 0 to this
    shortlist_opened_on = models.DateField(null=True, blank=True)
    shortlisted_on = models.DateField(null=True, blank=True)  # the panel agreed on its list
    shortlist_reason = models.TextField(blank=True)
    scores_opened_on = models.DateField(null=True, blank=True)
    remove_on = models.DateField(null=True, blank=True)  # frozen with the choice: what is kept of candidates goes
    removed_on = models.DateField(null=True, blank=True)
    removed_count = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(scale_most__gte=1, scale_most__lte=100), name="recruitment_scale"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-id"], name="recruitment_newest"),
            models.Index(fields=["remove_on"], name="recruitment_to_remove", condition=Q(removed_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.code


class RecruitmentStage(ByLine):
    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="stages")
    step = models.CharField(max_length=20, choices=Step.choices)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default=NOT_STARTED, choices=list(STAGE_STATES.items()))
    on = models.DateField(null=True, blank=True)  # the day of its present state
    reason = models.TextField(blank=True)  # why it was skipped
    role = models.PositiveSmallIntegerField(choices=Role.choices, null=True, blank=True)
    nobody = models.BooleanField(default=False)  # said so: not the same as nothing written down yet
    who = models.CharField(max_length=200, blank=True)  # who does it next
    by_when = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["recruitment", "step"], name="stage_once"),
            models.CheckConstraint(condition=~Q(state=SKIPPED) | ~Q(reason=""), name="stage_skipped_with_reason"),
            models.CheckConstraint(condition=Q(nobody=False) | Q(role__isnull=True), name="stage_nobody_has_no_role"),
        ]

    def __str__(self) -> str:
        return f"{self.recruitment_id} {self.step}"


class RecruitmentStageStatus(StatusRow):
    recruitmentstage = models.ForeignKey(RecruitmentStage, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.recruitmentstage_id} {self.state}"


class StagePart(ByLine):
    """Somebody with lived experience took part at this stage, through a place of an opportunity of the decision."""

    stage = models.ForeignKey(RecruitmentStage, models.PROTECT, related_name="parts")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["stage", "place"], name="stage_part_once")]

    def __str__(self) -> str:
        return f"{self.stage_id} {self.place_id}"


class JobPaper(models.TextChoices):
    DESCRIPTION = "description", _("Job description")
    SPECIFICATION = "specification", _("Person specification")
    ADVERT = "advert", _("Advert")
    NEED = "need", _("The idea of the job")


class JobChange(ByLine):
    """What somebody changed in what the job is: the words before and after, and whose change it was."""

    recruitment = models.ForeignKey(Recruitment, models.PROTECT, related_name="changes")
    code = CodeField()
    paper = models.CharField(max_length=20, choices=JobPaper.choices)
    before = models.TextField(blank=True)  # empty: it was not there
    after = models.TextField(blank=True)  # empty: it was taken out
    why = models.TextField(blank=True)
    place = models.ForeignKey(Place, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(before="", after=""), name="job_change_says_something"),
            models.CheckConstraint(condition=Q(place__isnull=True) | Q(user__isnull=True), name="job_change_by_one"),
        ]

    def __str__(self) -> str:
        return self.code
