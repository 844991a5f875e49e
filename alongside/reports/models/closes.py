"""The close of a month, a quarter or a year: what was counted, written down for good, and who stands behind it.

What is frozen is never changed: opening it again makes another version beside it. A `PeriodSheet` is written once with
the digest of its text; signatures are of one sheet, so that counting again leaves them behind.
"""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.core.periods import KINDS, Period
from alongside.organisation.models import Organisation
from alongside.people.models import Person

from .signers import PeriodSigner

DRAFT, CHECKED, SIGNED, DECLINED, FROZEN = "draft", "checked", "signed", "declined", "frozen"

# Nothing moves by itself, and no day is the last one: silence is not a yes.
PERIOD_CLOSE = Lifecycle(
    "Close of a period",
    DRAFT,
    {
        DRAFT: (CHECKED,),
        CHECKED: (DRAFT, SIGNED, DECLINED),
        SIGNED: (DRAFT, DECLINED, FROZEN),
        DECLINED: (DRAFT, SIGNED, FROZEN),
        FROZEN: (),
    },
)
CLOSE_STATES: dict[str, Any] = {
    DRAFT: _("Not checked yet"),
    CHECKED: _("Checked, and not signed yet"),
    SIGNED: _("One side has signed"),
    DECLINED: _("Contributors do not sign it as it is"),
    FROZEN: _("Closed"),
}
OPEN = (DRAFT, CHECKED, SIGNED, DECLINED)


class SignSide(models.TextChoices):
    COORDINATOR = "coordinator", _("The coordinator")
    CONTRIBUTORS = "contributors", _("Contributors")


class PeriodClose(ByLine):
    """One version of one period's close. Only the newest can be open."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    kind = models.CharField(max_length=10, choices=list(KINDS.items()))
    period = models.CharField(max_length=10)  # as it stands in an address
    first = models.DateField()
    last = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    state = models.CharField(max_length=10, default=DRAFT, choices=list(CLOSE_STATES.items()))
    counted_at = models.DateTimeField(null=True, blank=True)  # the sheet that is newest
    frozen_at = models.DateTimeField(null=True, blank=True)
    head = models.CharField(max_length=64, blank=True)  # of the event log, once it was closed

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "kind", "first", "version"], name="close_version_once"),
            models.UniqueConstraint(
                fields=["organisation", "kind", "first"], condition=Q(state__in=OPEN), name="close_open_once"
            ),
            models.CheckConstraint(
                condition=Q(state=FROZEN, frozen_at__isnull=False, counted_at__isnull=False) & ~Q(head="")
                | Q(state__in=OPEN, frozen_at__isnull=True, head=""),
                name="close_frozen_with_its_head",
            ),
            models.CheckConstraint(
                condition=Q(version=1, replaces__isnull=True) | Q(version__gt=1, replaces__isnull=False),
                name="close_version_replaces",
            ),
            models.CheckConstraint(condition=Q(last__gte=models.F("first")), name="close_days_in_order"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-last", "-version", "-id"], name="close_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.period}/{self.version}"

    @property
    def days(self) -> Period:
        """As the year stood when it was begun, wherever it begins now."""
        return Period(self.kind, self.first, self.last, self.first.month)

    @property
    def name(self) -> str:
        return self.days.name

    @property
    def is_frozen(self) -> bool:
        return self.state == FROZEN


class PeriodCloseStatus(StatusRow):
    periodclose = models.ForeignKey(PeriodClose, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.periodclose_id} {self.state}"


class PeriodSheet(ByLine):
    """All that was counted, as one text: the canonical JSON of which `digest` is the SHA-256. Never changed."""

    close = models.ForeignKey(PeriodClose, models.PROTECT, related_name="sheets", db_index=False)
    code = CodeField()
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    digest = models.CharField(max_length=64)
    counted_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["close", "number"], name="sheet_number_once")]

    def __str__(self) -> str:
        return f"{self.close_id}/{self.number}"


class Says(models.TextChoices):
    SIGNED = "signed", _("Signed")
    DECLINED = "declined", _("Does not sign it as it is")


class CloseSignature(ByLine):
    """What one side says of one sheet. Without a person it was signed by a contributor who has left since."""

    sheet = models.ForeignKey(PeriodSheet, models.PROTECT, related_name="signatures", db_index=False)
    code = CodeField()
    side = models.CharField(max_length=15, choices=SignSide.choices)
    says = models.CharField(max_length=10, choices=Says.choices)
    signer = models.ForeignKey(PeriodSigner, models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    name = PersonalText(blank=True)  # as they want it to stand there; empty: unnamed
    role = models.CharField(max_length=200, blank=True)  # of the coordinator, as it was then
    words = models.TextField(blank=True)  # verbatim; blank when there are none, or they were erased
    salt = models.CharField(max_length=32, blank=True)  # goes with the words
    words_gone = models.BooleanField(default=False)  # words stood here, and are erased: the page says so
    for_all_here = models.BooleanField(default=False)  # whoever wrote them knew that all who belong here read them
    said_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["sheet", "side"], condition=Q(says=Says.SIGNED), name="close_signed_once_by_each"
            ),
            models.CheckConstraint(
                condition=Q(side=SignSide.CONTRIBUTORS, signer__isnull=False)
                | Q(side=SignSide.COORDINATOR, signer__isnull=True, person__isnull=True),
                name="close_signature_by_side",
            ),
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="close_signature_words_salted"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["sheet", "id"], name="close_signature_of_sheet")]

    def __str__(self) -> str:
        return self.code


ASKED, AGREED, REFUSED, DROPPED = "asked", "agreed", "refused", "dropped"
REOPENING_STATES: dict[str, Any] = {
    ASKED: _("Asked, and not answered yet"),
    AGREED: _("Both agreed, and it was opened again"),
    REFUSED: _("The other side said no"),
    DROPPED: _("Taken back by those who asked"),
}


class PeriodReopening(ByLine):
    """One side asks to open a closed period again, and says why; the other says yes or no. Never by one alone."""

    close = models.ForeignKey(PeriodClose, models.PROTECT, related_name="reopenings", db_index=False)
    code = CodeField()
    side = models.CharField(max_length=15, choices=SignSide.choices)  # that asked
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")  # of contributors
    reason = models.TextField(blank=True)  # verbatim; empty only when its author was forgotten
    salt = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=10, default=ASKED, choices=list(REOPENING_STATES.items()))
    asked_on = models.DateField()
    answered_on = models.DateField(null=True, blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")  # a contributor

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["close"], condition=Q(state=ASKED), name="reopening_open_once"),
            models.UniqueConstraint(fields=["close"], condition=Q(state=AGREED), name="reopening_agreed_once"),
            models.CheckConstraint(
                condition=Q(state=ASKED, answered_on__isnull=True) | ~Q(state=ASKED) & Q(answered_on__isnull=False),
                name="reopening_answered_on",
            ),
            models.CheckConstraint(
                condition=Q(reason="", salt="") | ~Q(reason="") & ~Q(salt=""), name="reopening_reason_salted"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["close", "id"], name="reopening_of_close")]

    def __str__(self) -> str:
        return self.code


class ReopeningNo(ByLine):
    """Why the other side leaves it closed, in their words. The coordinator has to say why, as contributors have to when
    they do not sign."""

    reopening = models.OneToOneField(PeriodReopening, models.PROTECT, related_name="no")
    code = CodeField()
    words = models.TextField(blank=True)  # verbatim; empty only when its author was forgotten
    salt = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", salt="") | ~Q(words="") & ~Q(salt=""), name="reopening_no_salted"
            ),
        ]

    def __str__(self) -> str:
        return self.code
