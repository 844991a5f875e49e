"""“This answers me”; and what happens to an edited version when its author says that they did not say that."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField

from .answers import Answer, Challenge
from .contributions import Contribution


class AnswersMe(ByLine):
    """The author's mark that closes it well. Never a score, and taken back by questioning the same answer."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="answers_me")
    answer = models.ForeignKey(Answer, models.PROTECT, related_name="answers_me")
    code = CodeField()
    made_on = models.DateField()

    def __str__(self) -> str:
        return self.code


class RenderingDoubt(ByLine):
    """An edited version that its author does not recognise: it is shown to nobody but them until they agree."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="rendering_doubts")
    challenge = models.ForeignKey(Challenge, models.PROTECT, related_name="+")
    rendering = models.TextField(blank=True)  # as it stood, or as it was written anew for them to agree to
    agreed_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contribution"], condition=Q(agreed_on__isnull=True), name="rendering_doubt_open_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contribution_id} {self.recorded_at:%Y-%m-%d}"
