"""A funding bid: what it says, what it rests on, what it promises to involvement, what came of it."""

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.involvement.models import Opportunity
from alongside.organisation.models import Organisation, Unit

from .claims import Claim

WRITING, SENT, WON, LOST, DROPPED = "writing", "sent", "won", "lost", "dropped"
# What a funder said can turn out to be otherwise; that it was sent, and what it said then, cannot.
BID = Lifecycle(
    "Bid",
    WRITING,
    {WRITING: (SENT, DROPPED), SENT: (WON, LOST, DROPPED), WON: (LOST,), LOST: (WON,), DROPPED: ()},
)
BID_STATES = {
    WRITING: _("Being written"),
    SENT: _("Sent, waiting"),
    WON: _("Won"),
    LOST: _("Not won"),
    DROPPED: _("Not going ahead"),
}


def pounds(amount: Decimal) -> str:
    """As people write it: £6,400, £12,000.50."""
    return f"£{amount:,.2f}".removesuffix(".00")


class Bid(ByLine):
    """Its words and promises can be changed until it is sent. From then on they are sealed."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)  # what it is for
    funder = models.CharField(max_length=200)
    submit_on = models.DateField()  # by which day it is to be sent
    words = models.TextField()  # what it says of people's part, word for word
    promised = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)  # money for involvement
    promised_words = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=WRITING, choices=list(BID_STATES.items()))
    version = models.PositiveIntegerField(default=1)
    # Fixed when it was sent.
    sent_on = models.DateField(null=True, blank=True)
    salt = models.CharField(max_length=32, blank=True)
    checked = models.JSONField(default=list)  # how each sentence read against the record on that day
    unsupported = models.PositiveSmallIntegerField(null=True, blank=True)  # how many of them the record did not support
    despite = models.TextField(blank=True)  # why it was sent all the same
    # What the funder said.
    decided_on = models.DateField(null=True, blank=True)
    awarded = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="bid_says_something"),
            models.CheckConstraint(
                condition=Q(promised__isnull=True) | Q(promised__gte=0), name="bid_promise_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[WRITING, DROPPED])
                | Q(sent_on__isnull=False, unsupported__isnull=False) & ~Q(salt=""),
                name="bid_sent_is_sealed",
            ),
            models.CheckConstraint(
                condition=Q(unsupported__isnull=True) | Q(unsupported=0) | ~Q(despite=""), name="bid_says_why_despite"
            ),
            models.CheckConstraint(
                condition=Q(state__in=[WON, LOST], decided_on__isnull=False)
                | ~Q(state__in=[WON, LOST]) & Q(decided_on__isnull=True),
                name="bid_decided_on",
            ),
            models.CheckConstraint(condition=Q(state=WON) | Q(awarded__isnull=True), name="bid_amount_only_where_won"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-submit_on", "-id"], name="bid_newest")]

    def __str__(self) -> str:
        return self.code

    @property
    def promised_pounds(self) -> str:
        return "" if self.promised is None else pounds(self.promised)

    @property
    def awarded_pounds(self) -> str:
        return "" if self.awarded is None else pounds(self.awarded)


class BidStatus(StatusRow):
    bid = models.ForeignKey(Bid, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.bid_id} {self.state}"


class BidRecord(ByLine):
    """A decision or an opportunity that it rests on: whoever was asked about that was asked for it."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="records")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    opportunity = models.ForeignKey(Opportunity, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(decision__isnull=False, opportunity=None) | Q(decision=None, opportunity__isnull=False),
                name="bid_record_is_one",
            ),
            models.UniqueConstraint(fields=["bid", "decision"], name="bid_decision_once"),
            models.UniqueConstraint(fields=["bid", "opportunity"], name="bid_opportunity_once"),
        ]

    def __str__(self) -> str:
        return f"{self.bid_id}"


class BidClaim(ByLine):
    """A sentence of it that those who were there are asked to sign."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="claims")
    claim = models.OneToOneField(Claim, models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.bid_id}"


class Going(models.TextChoices):
    YES = "yes", _("Yes")
    PARTLY = "partly", _("Part of it")
    NO = "no", _("No")


class BidLook(ByLine):
    """Owed some months after the award: what became of what was promised, and whether it is still going."""

    bid = models.ForeignKey(Bid, models.PROTECT, related_name="looks")
    code = CodeField()
    months = models.PositiveSmallIntegerField()
    due_on = models.DateField()  # frozen when it was won
    looked_on = models.DateField(null=True, blank=True)
    kept = models.CharField(max_length=10, choices=Going.choices, blank=True)  # what was promised to involvement
    going = models.CharField(max_length=10, choices=Going.choices, blank=True)  # still going
    happened = models.TextField(blank=True)
    role = models.CharField(max_length=200, blank=True)  # who looked, for the organisation

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["bid", "months"], name="bid_look_once"),
            models.CheckConstraint(
                condition=Q(looked_on__isnull=True, happened="")
                | Q(looked_on__isnull=False) & ~Q(happened="") & ~Q(kept="") & ~Q(going=""),
                name="bid_look_says_what",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["due_on"], name="bid_look_owed", condition=Q(looked_on__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.code


class BidWords(ByLine):
    """The words that need the record, from a day on. Another list is another row."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    effective_on = models.DateField()
    words = models.JSONField()  # by the part that they need: {"5": ["co-produc*", …]}
    why = models.TextField()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(condition=~Q(why=""), name="bid_words_say_why")]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-effective_on", "-id"], name="bid_words_newest"),
        ]

    def __str__(self) -> str:
        return self.code
