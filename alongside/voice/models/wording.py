"""Which sentences an organisation calls empty, and the beginnings of answers that it keeps to be completed."""

from typing import ClassVar

from django.db import models

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation


class EmptyPhrases(ByLine):
    """The phrases that warn whoever writes an answer, from now on. Never changed: a new row is added."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    phrases = models.JSONField()  # a list, tidy

    class Meta:
        indexes: ClassVar = [models.Index(fields=["organisation", "-id"], name="empty_phrases_newest")]

    def __str__(self) -> str:
        return self.code


class AnswerTemplate(ByLine):
    """A beginning with gaps in square brackets. Sent as it is, it is no answer."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=100)
    text = models.TextField()
    in_use = models.BooleanField(default=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "name"], name="answer_template_name_once"),
        ]

    def __str__(self) -> str:
        return self.code
