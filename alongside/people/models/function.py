"""What is known of the function beside the register: who read which policy, and what staff learned."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.core.fields import CodeField
from alongside.organisation.models import PolicyVersion

from .person import Person, Told
from .turns import Training


class PolicyRead(Told):
    """“I have read it”: of one version. By somebody on the register, or by somebody who works here."""

    version = models.ForeignKey(PolicyVersion, models.PROTECT, related_name="+", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    read_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(person__isnull=False, user__isnull=True) | Q(person__isnull=True, user__isnull=False),
                name="policy_read_by_one",
            ),
            models.UniqueConstraint(
                fields=["version", "person"], condition=Q(person__isnull=False), name="policy_read_once"
            ),
            models.UniqueConstraint(
                fields=["version", "user"], condition=Q(user__isnull=False), name="policy_read_by_staff_once"
            ),
        ]

    def __str__(self) -> str:
        return str(self.version_id)

    def whose_user_id(self) -> int | None:
        return self.person.user_id if self.person else self.user_id


class StaffTraining(Told):
    """A training of the organisation's list that somebody who works here did. Written down by somebody else."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    code = CodeField()
    training = models.ForeignKey(Training, models.PROTECT, related_name="done_by_staff")
    done_on = models.DateField()
    expires_on = models.DateField(null=True, blank=True)  # the last day on which it holds
    struck_on = models.DateField(null=True, blank=True)  # it was a mistake

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["user", "training", "done_on"],
                condition=Q(struck_on__isnull=True),
                name="staff_training_once",
            ),
            models.CheckConstraint(
                condition=Q(expires_on__isnull=True) | Q(expires_on__gte=F("done_on")),
                name="staff_training_expires_after_done",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["training", "done_on"], name="staff_training_on", condition=Q(struck_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.code

    def whose_user_id(self) -> int | None:
        return self.user_id
