"""The last word of those who answered one question together: what each says about the answer to what came out."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from .answers import Answer, ChallengeKind
from .together import Voter


class MarkKind(models.TextChoices):
    """What an author can say of an answer (`ChallengeKind`), and that it is one."""

    ANSWERS_ME = "answers_me", _("This answers me")
    NOT_AN_ANSWER = ChallengeKind.NOT_AN_ANSWER.value, ChallengeKind.NOT_AN_ANSWER.label
    NOT_WHAT_WE_SAID = ChallengeKind.NOT_WHAT_I_SAID.value, _("That is not what we said")
    NOT_TRUE = ChallengeKind.NOT_TRUE.value, ChallengeKind.NOT_TRUE.label


class GroundMark(models.Model):
    """One of each voter for one answer, changed until there is a new one. Like their votes it has no event, no time
    and no name (docs/decisions/0015, 0020)."""

    voter = models.ForeignKey(Voter, models.PROTECT, related_name="marks", db_index=False)
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="ground_marks", db_index=False)
    kind = models.CharField(max_length=20, choices=MarkKind.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["answer", "voter"], name="ground_mark_once"),
            models.CheckConstraint(condition=models.Q(kind__in=MarkKind.values), name="ground_mark_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id}"
