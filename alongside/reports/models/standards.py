"""A standard that an organisation added by itself, as the file that was chosen. Another file under the same short name
is another row: the one before stays, and nothing is shown of it any more."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.organisation.models import Organisation


class OwnStandard(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    slug = models.CharField(max_length=40)  # in the address of its page
    content = models.TextField()  # the file
    added_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "slug"], condition=Q(ended_on__isnull=True), name="own_standard_once"
            ),
            models.CheckConstraint(
                condition=Q(ended_on__isnull=True) | Q(ended_on__gte=F("added_on")), name="own_standard_ends_after"
            ),
        ]

    def __str__(self) -> str:
        return self.code
