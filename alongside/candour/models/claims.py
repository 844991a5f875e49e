"""A claim: that something was co-produced, said where others read it. The people who were there sign it, or do not."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting, Opportunity, Role
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person
from alongside.voice.models import Change

PREPARED, SHOWN, ENDED = "prepared", "shown", "ended"
# Once shown it never goes back: whoever disputed it is not put out of sight with it.
CLAIM = Lifecycle("Claim", PREPARED, {PREPARED: (SHOWN, ENDED), SHOWN: (ENDED,), ENDED: ()})
CLAIM_STATES = {
    PREPARED: _("Being asked about"),
    SHOWN: _("Anybody can read it"),
    ENDED: _("No longer said"),
}

ASKED, SIGNED, DECLINED, DISPUTED, TAKEN_BACK = "asked", "signed", "declined", "disputed", "taken_back"
# Nothing becomes a yes by itself, and every yes can be taken back.
SIGNATURE = Lifecycle(
    "Signature",
    ASKED,
    {
        ASKED: (SIGNED, DECLINED, DISPUTED),
        SIGNED: (SIGNED, DISPUTED, TAKEN_BACK),  # with other words, or another name
        DECLINED: (SIGNED, DISPUTED),
        DISPUTED: (SIGNED, DISPUTED, TAKEN_BACK),
        TAKEN_BACK: (SIGNED, DECLINED, DISPUTED),
    },
)


class Outlet(models.TextChoices):
    WEBSITE = "website", _("A website, a leaflet, a post")
    BID = "bid", _("A funding bid")
    REPORT = "report", _("An annual report")
    INSPECTION = "inspection", _("An inspection")
    OTHER = "other", _("Somewhere else")


class Claim(ByLine):
    """Where it is said never changes: the same words somewhere else are another claim."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    outlet = models.CharField(max_length=12, choices=Outlet.choices)
    audience = models.CharField(max_length=200)  # who reads it
    made_on = models.DateField()
    state = models.CharField(max_length=20, default=PREPARED, choices=list(CLAIM_STATES.items()))
    shown_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)  # of its text

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state=ENDED, ended_on__isnull=False) | ~Q(state=ENDED) & Q(ended_on__isnull=True),
                name="claim_ended_on",
            ),
            models.CheckConstraint(
                condition=~Q(state=SHOWN) | Q(shown_on__isnull=False),
                name="claim_shown_on",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-made_on", "-id"], name="claim_newest"),
            models.Index(
                fields=["organisation", "-shown_on", "-id"],
                name="claim_shown",
                condition=Q(shown_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class ClaimStatus(StatusRow):
    claim = models.ForeignKey(Claim, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.claim_id} {self.state}"


class ClaimText(ByLine):
    """One version. Never changed: another text, level or record is another version, and everybody is asked again."""

    claim = models.ForeignKey(Claim, models.PROTECT, related_name="texts", db_index=False)
    code = CodeField()
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    level = models.PositiveSmallIntegerField(choices=Role.choices)  # the part that people are said to have had
    rests_on = models.JSONField(default=list)  # "decision:CODE" …, as it was sealed
    reply_by = models.DateField()  # for planning alone: silence is not a yes, and they can answer later
    ends_on = models.DateField(null=True, blank=True)  # from the day after it may not be said any more
    why = models.TextField(blank=True)  # why it was written anew
    salt = models.CharField(max_length=32)
    made_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["claim", "number"], name="claim_text_once"),
            models.CheckConstraint(condition=~Q(text=""), name="claim_text_is_there"),
            models.CheckConstraint(condition=Q(level__gte=1, level__lte=6), name="claim_level_on_scale"),
            models.CheckConstraint(condition=Q(number=1) | ~Q(why=""), name="claim_text_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id}/{self.number}"


class ClaimRecord(ByLine):
    """What a text rests on, and how that stood then: when it stands otherwise, the claim has lapsed."""

    text = models.ForeignKey(ClaimText, models.PROTECT, related_name="records")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    change = models.ForeignKey(Change, models.PROTECT, null=True, blank=True, related_name="+")
    was = models.CharField(max_length=20, blank=True)
    was_on = models.DateField(null=True, blank=True)  # a decision: when it had been decided

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision__isnull=False, opportunity=None, meeting=None, change=None)
                | Q(decision=None, opportunity__isnull=False, meeting=None, change=None)
                | Q(decision=None, opportunity=None, meeting__isnull=False, change=None)
                | Q(decision=None, opportunity=None, meeting=None, change__isnull=False),
                name="claim_record_is_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.text_id}"


class Signature(ByLine):
    """Somebody who was there is asked about one text, and what they say of it now.

    Without a person they were forgotten at their wish: what they signed, one person signed.
    """

    text = models.ForeignKey(ClaimText, models.PROTECT, related_name="signatures", db_index=False)
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    named = models.BooleanField(default=False)  # else they stay unnamed, to everybody
    name = PersonalText(blank=True)  # as they want it to stand there
    state = models.CharField(max_length=20, default=ASKED)
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["text", "person"], name="signature_once"),
            models.CheckConstraint(
                condition=Q(state__in=[ASKED, SIGNED, DECLINED, DISPUTED, TAKEN_BACK]), name="signature_state"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["text", "state"], name="signature_of_text")]

    def __str__(self) -> str:
        return self.code


class SignatureStatus(StatusRow):
    signature = models.ForeignKey(Signature, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.signature_id} {self.state}"


class AccountKind(models.TextChoices):
    WITH_SIGNATURE = "signed", _("Said with a signature")
    DISPUTE = "disputed", _("Said against it")
    REPLY = "reply", _("A reply")


class Account(ByLine):
    """What somebody says of a claim, in their own words. Nobody edits or removes it but they themselves.

    Without a signature the organisation says it. Whoever has their say may reply once to another account; a reply is
    replied to by nobody, and both stand.
    """

    text = models.ForeignKey(ClaimText, models.PROTECT, related_name="accounts")
    signature = models.ForeignKey(Signature, models.PROTECT, null=True, blank=True, related_name="accounts")
    code = CodeField()
    kind = models.CharField(max_length=10, choices=AccountKind.choices)
    replies_to = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="replies")
    role = models.CharField(max_length=200, blank=True)  # who says it for the organisation
    words = models.TextField()  # verbatim; blank only when taken back or erased
    salt = models.CharField(max_length=32)
    said_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="account_words_salted"
            ),
            models.CheckConstraint(
                condition=Q(kind="reply", replies_to__isnull=False) | ~Q(kind="reply") & Q(replies_to__isnull=True),
                name="account_reply_to_something",
            ),
            models.CheckConstraint(
                condition=Q(signature__isnull=False) | Q(kind="reply") & ~Q(role=""), name="account_by_somebody"
            ),
            models.UniqueConstraint(
                fields=["replies_to", "signature"],
                condition=Q(signature__isnull=False, replies_to__isnull=False) & ~Q(words=""),
                name="account_reply_once",
            ),
            models.UniqueConstraint(
                fields=["replies_to"],
                condition=Q(signature__isnull=True, replies_to__isnull=False),
                name="account_organisation_replies_once",
            ),
        ]

    def __str__(self) -> str:
        return self.code
