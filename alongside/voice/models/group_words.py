"""What a group says about the words that somebody took down for it: that they are its own, or that they are not."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField

from .contributions import Contribution


class GroupSays(models.TextChoices):
    OURS = "ours", _("Yes, that is what we said")
    NOT_OURS = "not_ours", _("No, that is not what we said")


class GroupWord(ByLine):
    """Append-only: the newest stands beside the words, the earlier ones stay. Staff cannot remove it."""

    contribution = models.ForeignKey(Contribution, models.PROTECT, related_name="group_words", db_index=False)
    code = CodeField()
    kind = models.CharField(max_length=10, choices=GroupSays.choices)
    words = models.TextField(blank=True)  # what they said instead, verbatim
    salt = models.CharField(max_length=32)
    said_on = models.DateField()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["contribution", "-id"], name="group_word_newest")]

    def __str__(self) -> str:
        return self.code
