"""What came by e-mail: where it came from, whether it was answered at once, and what stood below the words."""

from typing import ClassVar

from django.db import models

from alongside.accounts.models import ByLine
from alongside.core.fields import PersonalText
from alongside.organisation.models import Organisation

from .contributions import Contribution


class Mail(ByLine):
    """The address is kept so that the one who wrote can be told that there is an answer. It signs nothing."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    contribution = models.OneToOneField(Contribution, models.PROTECT, related_name="mail")
    key = models.CharField(max_length=32)  # keyed digest of the whole: the same e-mail again is known by it
    sender = models.CharField(max_length=32, blank=True)  # keyed digest of the address, for the limit an hour
    address = PersonalText(blank=True)
    rest = PersonalText(blank=True)  # earlier e-mails and the signature, as they stood below
    claimed_at = models.DateTimeField(null=True, blank=True)  # somebody is just writing back
    acknowledged_at = models.DateTimeField(null=True, blank=True)
    told_answer = models.CharField(max_length=10, blank=True)  # the code of the newest answer they were told about

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "key"], name="mail_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["sender", "recorded_at"], name="mail_of_sender"),
        ]

    def __str__(self) -> str:
        return f"mail of {self.contribution_id}"
