"""An answer has a kind, a reason in words, a named role, and a day on which the author was told."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.dates import long_day
from alongside.core.fields import CodeField
from alongside.people.models import Person

from .contributions import Contribution, Via


class AnswerKind(models.TextChoices):
    ADOPTED = "adopted", _("Yes, we will do this")
    ADAPTED = "adapted", _("Yes, in part or in another way")
    NOT_ADOPTED = "not_adopted", _("No, we will not do this")
    DEFERRED = "deferred", _("Not yet: we will answer later")
    NO_DECISION = "no_decision", _("There was nothing to decide")
    HOLDING = "holding", _("Not yet: this is where it stands")
    PASSED_ON = "passed_on", _("This is not ours to decide: we passed it on")
    OUTSIDE = "outside", _("It was not ours to decide: this is what came back")


# After these an answer is still owed; the others are answers.
STILL_OWED = (AnswerKind.DEFERRED, AnswerKind.HOLDING, AnswerKind.PASSED_ON)
# What somebody may choose as an answer. A holding note and what was passed on have pages and verbs of their own.
CHOSEN = tuple(kind for kind in AnswerKind if kind not in (*STILL_OWED[1:], AnswerKind.OUTSIDE))


def _brought_in(row: ByLine, contribution: Contribution) -> str:
    """What a file says of an answer is written down in the very moment of what it answers, and nothing else is."""
    if contribution.via != Via.IMPORT or row.recorded_at != contribution.recorded_at:
        return ""
    day = long_day(timezone.localtime(row.recorded_at).date())
    return gettext("Brought in from a file on %(day)s") % {"day": day}


class Answer(ByLine):
    """Append-only: a new answer stands beside the old one. A deferral keeps the clock running, and so do a holding
    note and what was passed on to somebody else.
    """

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="answers")
    code = CodeField()
    kind = models.CharField(max_length=20, choices=AnswerKind.choices)
    reason = models.TextField()
    salt = models.CharField(max_length=32)
    role = models.CharField(max_length=200)  # who answers, by role: "Team manager, Crisis line"
    answered_on = models.DateField()
    defer_until = models.DateField(null=True, blank=True)  # the answer, or the next step, comes by this day
    next_step = models.TextField(blank=True)  # of a holding note: who does what by then

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="answer_has_reason"),
            models.CheckConstraint(
                condition=Q(kind__in=("deferred", "holding"), defer_until__isnull=False)
                | ~Q(kind__in=("deferred", "holding")) & Q(defer_until__isnull=True),
                name="answer_deferred_until",
            ),
            models.CheckConstraint(condition=Q(kind="holding") | Q(next_step=""), name="answer_next_step_of_a_note"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def brought_in(self) -> str:
        """That it came out of a file, and when it was written down here; empty when it was given here."""
        return _brought_in(self, self.contribution)


class TellingChannel(models.TextChoices):
    EMAIL = "email", _("by e-mail")
    PHONE = "phone", _("by phone")
    TEXT = "text", _("by text message")
    POST = "post", _("by letter")
    IN_PERSON = "in_person", _("face to face")
    ON_PAGE = "on_page", _("on the page where they follow it")
    GROUP = "group", _("in the group")
    NOT_SAID = "not_said", _("nobody wrote down how")  # before it was brought in from a file


# What somebody may choose who writes down that they were told.
TOLD_BY_HAND = tuple(how for how in TellingChannel if how not in (TellingChannel.ON_PAGE, TellingChannel.NOT_SAID))


class Telling(ByLine):
    """The author was told this answer, this way, on this day."""

    answer = models.ForeignKey(Answer, models.PROTECT, related_name="tellings")
    channel = models.CharField(max_length=10, choices=TellingChannel.choices)
    told_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.answer_id} {self.told_on}"

    @property
    def brought_in(self) -> str:
        """As of an answer."""
        return _brought_in(self, self.answer.contribution)


class TellingCameBack(ByLine):
    """We thought that they were told, and what told them came back. The telling stays, and counts no more."""

    telling = models.OneToOneField(Telling, models.PROTECT, related_name="came_back")
    came_back_on = models.DateField()
    why = models.CharField(max_length=200, blank=True)  # in words of our own: no address, nothing that was said

    def __str__(self) -> str:
        return f"{self.telling_id} {self.came_back_on}"


class ChallengeKind(models.TextChoices):
    NOT_WHAT_I_SAID = "not_what_i_said", _("That is not what I said")
    NOT_AN_ANSWER = "not_an_answer", _("That is not an answer")
    NOT_TRUE = "not_true", _("That is not true")


class Challenge(ByLine):
    """The author's mark on an answer. Staff can answer it, and cannot remove, change or out-date it."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="challenges")
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="challenges")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    kind = models.CharField(max_length=20, choices=ChallengeKind.choices)
    words = models.TextField(blank=True)
    salt = models.CharField(max_length=32)
    made_on = models.DateField()

    def __str__(self) -> str:
        return self.code
