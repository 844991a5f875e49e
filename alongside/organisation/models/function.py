"""The function itself, as HR would show it: who works on co-production and for how many hours, and its policies."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from alongside.accounts.models import ByLine
from alongside.core.fields import CodeField

from .organisations import Organisation


class FunctionPost(ByLine):
    """A post whose work is co-production. `hours` of a week, as it is now; it is vacant on a day on which nobody holds
    it."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    name = models.CharField(max_length=100)
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the first day without it

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=60), name="function_post_hours"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="function_post_ends"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "since"], name="function_posts")]

    def __str__(self) -> str:
        return self.code


class FunctionPostHours(ByLine):
    """Hours that a post had before: they held until the first day with others, which stand in the next of these or, at
    last, in the post."""

    post = models.ForeignKey(FunctionPost, models.PROTECT, related_name="hours_before", db_index=False)
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    until = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "until"], name="function_post_hours_once"),
            models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=60), name="function_post_hours_before"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.until}"


class FunctionHolder(ByLine):
    """Who holds a post, and for how many of its hours: two may share one."""

    post = models.ForeignKey(FunctionPost, models.PROTECT, related_name="holders")
    code = CodeField()
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    hours = models.DecimalField(max_digits=4, decimal_places=1)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)  # the first day without them

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(hours__gt=0, hours__lte=60), name="function_holder_hours"),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")), name="function_holder_ends"
            ),
            models.UniqueConstraint(
                fields=["post", "user"], condition=Q(until__isnull=True), name="function_holder_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class FunctionTime(ByLine):
    """Hours that were really worked in a post in a month, where somebody writes it down. Of the post, not of who."""

    post = models.ForeignKey(FunctionPost, models.PROTECT, related_name="times")
    month = models.DateField()  # its first day
    hours = models.DecimalField(max_digits=5, decimal_places=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["post", "month"], name="function_time_once"),
            models.CheckConstraint(condition=Q(hours__gte=0, hours__lte=400), name="function_time_hours"),
        ]

    def __str__(self) -> str:
        return f"{self.post_id} {self.month}"


class Policy(ByLine):
    """What the organisation has bound itself to. Its words stand in its versions: the newest holds."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    title = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+")
    review_on = models.DateField(null=True, blank=True)  # when it is looked at again; none: nobody has said
    reviewed_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["organisation", "title"], condition=Q(ended_on__isnull=True), name="policy_title_once"
            ),
        ]

    def __str__(self) -> str:
        return self.code


class PolicyVersion(ByLine):
    """The words, as they hold from a day on. Never changed: other words are another version, and are read anew."""

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="versions", db_index=False)
    number = models.PositiveSmallIntegerField()
    words = models.TextField()
    from_day = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["policy", "number"], name="policy_version_once")]

    def __str__(self) -> str:
        return f"{self.policy_id} {self.number}"
