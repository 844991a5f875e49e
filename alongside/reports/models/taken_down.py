"""That somebody without an account agreed before their words were shown: what they were asked, and on which day. Who
wrote it down and from what stands on the row, as everywhere; the words stand with the reply or the piece, and go from
there."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from alongside.accounts.models import ByLine
from alongside.organisation.models import Organisation

from .accounts import AccountReply
from .packs import PackPiece


class TakenDown(ByLine):
    """One for each text that was taken down: written anew, they are asked anew."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    reply = models.ForeignKey(AccountReply, models.PROTECT, null=True, blank=True, related_name="taken_down")
    piece = models.ForeignKey(PackPiece, models.PROTECT, null=True, blank=True, related_name="taken_down")
    asked = models.TextField()  # the questions, word for word
    agreed_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(reply__isnull=False, piece__isnull=True) | Q(reply__isnull=True, piece__isnull=False),
                name="taken_down_is_of_one",
            ),
            models.CheckConstraint(condition=~Q(medium="") & ~Q(asked=""), name="taken_down_from_something"),
        ]

    def __str__(self) -> str:
        return str(self.pk)
