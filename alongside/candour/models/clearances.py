"""An opportunity that was opened although it is token on its face: why, and who stands behind that."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Organisation


class Cleared(ByLine):
    """Never changed or removed, always counted: one that is closed and opened again has two."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, related_name="+")
    marks = models.JSONField()  # what made it so, by the names of standards/face.py
    reason = models.TextField()
    allowed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    on = models.DateField(default=timezone.localdate)

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(reason=""), name="cleared_has_reason")]
        indexes: ClassVar = [models.Index(fields=["organisation", "-on", "-id"], name="cleared_newest")]

    def __str__(self) -> str:
        return self.code

    @property
    def who_allowed(self) -> str:
        return self.allowed_by.job or self.allowed_by.get_full_name()
