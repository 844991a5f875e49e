"""The yearly account for everybody: what the organisation writes to it, each version that was published, and what those
who take part reply to it.

A published version holds numbers as they were counted, and no words of anybody but the organisation's own. What people
said, learned and dispute is named by its code, and read each time: what was taken back is gone from it.
"""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.dates import long_day
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

# Its author alone moves it. Whoever took one back can write another.
WRITTEN, SHOWN, TAKEN_BACK = "written", "shown", "taken_back"
REPLY = Lifecycle(
    "Reply to an account",
    WRITTEN,
    {WRITTEN: (SHOWN, TAKEN_BACK), SHOWN: (WRITTEN, TAKEN_BACK), TAKEN_BACK: ()},
)
REPLY_STATES = {
    WRITTEN: _("Only you read it"),
    SHOWN: _("Anybody can read it"),
    TAKEN_BACK: _("Taken back"),
}


class PublicAccount(ByLine):
    """Of one year of an organisation. What stands here is the next version, which only those who write it can read."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    year = models.PositiveSmallIntegerField()  # the calendar year in which it began
    title = models.CharField(max_length=200)
    introduction = models.TextField()
    claims = models.JSONField(default=list)  # codes of claims that rest on it
    version = models.PositiveIntegerField(default=1)  # of what is being written
    published = models.PositiveSmallIntegerField(default=0)  # the newest version that anybody can read

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "year"], name="account_of_year"),
        ]

    def __str__(self) -> str:
        return self.code


class AccountVersion(ByLine):
    """What was published, by whom, on which day. Never changed; another one comes after it."""

    account = models.ForeignKey(PublicAccount, models.PROTECT, related_name="versions", db_index=False)
    code = CodeField()
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    introduction = models.TextField()
    changed = models.TextField(blank=True)  # what is different from the version before it
    claims = models.JSONField(default=list)
    bumps = models.JSONField(default=list)  # codes of entries
    changes = models.JSONField(default=list)  # [[code of a change, [codes of what was said]]]
    closed = models.BooleanField(default=False)  # the figures of the year were closed and signed
    source = models.CharField(max_length=64)  # from what it was counted: two versions that say the same, once
    counts = models.JSONField()  # exact: for the next version, and for nobody outside
    rows = models.JSONField()  # as anybody reads them
    map = models.JSONField()
    facts = models.JSONField(default=list)  # figures that are no counts: how long answers took, seats, refusals
    head = models.CharField(max_length=64)  # the end of the event log when it was published
    salt = models.CharField(max_length=32)
    published_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["account", "number"], name="account_version_once"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(changed=""), name="account_version_says_what_changed"),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}/{self.number}"


class AccountReply(ByLine):
    """What somebody who takes part says to it. Nobody else edits, chooses or orders these; each has one to a year."""

    account = models.ForeignKey(PublicAccount, models.PROTECT, related_name="replies", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=20, default=WRITTEN, choices=list(REPLY_STATES.items()))
    name = PersonalText(blank=True)  # as they want it to stand there; empty: nobody reads who it was
    words = models.TextField()  # verbatim; empty only when taken back or forgotten
    salt = models.CharField(max_length=32)
    to_version = models.PositiveSmallIntegerField()  # the newest one when they wrote it
    written_on = models.DateField()
    shown_on = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)  # it could harm somebody: off the page, and it says so
    held_why = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["account", "person"], condition=~Q(state=TAKEN_BACK), name="account_reply_of_each"
            ),
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="account_reply_salted"
            ),
            models.CheckConstraint(condition=Q(words="") | ~Q(state=TAKEN_BACK), name="account_reply_taken_back"),
            models.CheckConstraint(condition=~Q(state=SHOWN) | Q(shown_on__isnull=False), name="account_reply_shown"),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | ~Q(held_why=""), name="account_reply_held_has_reason"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["account", "shown_on", "id"], name="account_reply_shown_first", condition=Q(state=SHOWN)
            ),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def written_down_by_role(self) -> str:
        """As `written_down`, for anybody: the role of whoever did, and no name."""
        if not self.medium:
            return ""
        day = long_day(timezone.localtime(self.recorded_at).date())
        return _now("Written down by the co-production coordinator on %(day)s, as they told it") % {"day": day}


class AccountReplyStatus(StatusRow):
    accountreply = models.ForeignKey(AccountReply, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.accountreply_id} {self.state}"
