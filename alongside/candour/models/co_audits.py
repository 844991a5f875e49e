"""Contributors look whether what the record says is so: a sample that nobody could choose, compared one by one, and a
finding that is owed an answer (docs/decisions/0025)."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.involvement.models import NumberFrom
from alongside.organisation.models import Organisation, Unit
from alongside.people.models import Person
from alongside.voice.models import Contribution

INVITING, COMMITTED, DRAWN, FOUND, SET_ASIDE = "inviting", "committed", "drawn", "found", "set_aside"

CO_AUDIT = Lifecycle(
    "Co-audit",
    INVITING,
    {
        INVITING: (COMMITTED, SET_ASIDE),
        COMMITTED: (DRAWN, SET_ASIDE),
        DRAWN: (FOUND,),
        FOUND: (DRAWN,),  # opened again: what was found stays
        SET_ASIDE: (),
    },
)
CO_AUDIT_STATES = {
    INVITING: _("People are being asked"),
    COMMITTED: _("The list is closed, waiting for the number"),
    DRAWN: _("Being compared"),
    FOUND: _("There is a finding"),
    SET_ASIDE: _("Set aside"),
}


class OfWhat(models.TextChoices):
    DECISIONS = "decision", _("Decisions that were taken")
    ANSWERS = "voice", _("Answers to what people said")
    CHANGES = "change", _("What is said to be different now")
    CLAIMS = "claim", _("What is claimed to be done with people")


class AsItIs(models.TextChoices):
    SO = "so", _("As the record says")
    PARTLY = "partly", _("Partly")
    NOT = "not", _("Not as the record says")
    UNCLEAR = "unclear", _("I could not tell")


class CoAudit(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    title = models.CharField(max_length=200)
    question = models.TextField()  # what is looked at in each record
    of_what = models.CharField(max_length=12, choices=OfWhat.choices)
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, blank=True, related_name="+")  # none: all of it
    first_day = models.DateField()
    last_day = models.DateField()
    wanted = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=20, default=INVITING, choices=list(CO_AUDIT_STATES.items()))
    made_on = models.DateField()
    # the draw
    document: Any = models.JSONField(default=dict)  # the list, as it was committed to
    commitment = models.CharField(max_length=64, blank=True)
    number_from = models.CharField(max_length=10, choices=NumberFrom.choices, blank=True)
    number_source = models.CharField(max_length=300, blank=True)
    number_at = models.DateTimeField(null=True, blank=True)
    number = models.CharField(max_length=128, blank=True)
    secret = models.CharField(max_length=64, blank=True)  # only once it is drawn
    why = models.TextField(blank=True)  # set aside, or opened again the last time
    # told to everybody, by those who looked
    summary = PersonalText(blank=True)
    told_on = models.DateField(null=True, blank=True)
    told_by = models.ForeignKey("CoAuditor", models.PROTECT, null=True, blank=True, related_name="+")
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(last_day__gte=F("first_day")), name="co_audit_days"),
            models.CheckConstraint(condition=Q(wanted__gte=1), name="co_audit_wants_some"),
            models.CheckConstraint(
                condition=Q(state__in=(INVITING, SET_ASIDE)) | ~Q(commitment="") & Q(number_at__isnull=False),
                name="co_audit_is_committed",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=(DRAWN, FOUND)) | ~Q(number="") & ~Q(secret=""), name="co_audit_drawn_is_whole"
            ),
            models.CheckConstraint(
                condition=Q(state__in=(DRAWN, FOUND)) | Q(secret=""), name="co_audit_secret_after_it_is_drawn"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "-made_on", "-id"], name="co_audit_newest"),
            models.Index(
                fields=["organisation", "-told_on", "-id"],
                name="co_audit_told",
                condition=Q(told_on__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class CoAuditStatus(StatusRow):
    coaudit = models.ForeignKey(CoAudit, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.coaudit_id} {self.state}"


class CoAuditSecret(models.Model):
    """Apart, so that nothing that reads co-audits can show it before its time."""

    audit = models.OneToOneField(CoAudit, models.PROTECT, related_name="sealed")
    secret = models.CharField(max_length=64)

    def __str__(self) -> str:
        return str(self.audit_id)


class CoAuditor(ByLine):
    """A contributor who was asked to look. Whether they do is theirs to say, and to take back."""

    audit = models.ForeignKey(CoAudit, models.PROTECT, related_name="auditors")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")  # NULL: they have left
    asked_on = models.DateField()
    says_yes = models.BooleanField(null=True)
    said_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["audit", "person"], name="co_auditor_once")]

    def __str__(self) -> str:
        return self.code


class CoAuditRecord(models.Model):
    """One record of the list. Which it is stands here and nowhere in what is published: there is its commitment."""

    audit = models.ForeignKey(CoAudit, models.PROTECT, related_name="records")
    code = CodeField()
    place = models.PositiveIntegerField()  # in the list, from 1
    ref = models.CharField(max_length=40)  # "decision:CODE"
    salt = models.CharField(max_length=32)
    was = models.CharField(max_length=20, blank=True)  # as it stood when the list was closed
    was_on = models.DateField()
    turn = models.PositiveSmallIntegerField(null=True, blank=True)  # when it was drawn, from 1

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["audit", "place"], name="co_audit_place_once"),
            models.UniqueConstraint(fields=["audit", "ref"], name="co_audit_record_once"),
        ]
        indexes: ClassVar = [
            models.Index(fields=["audit", "turn"], name="co_audit_sample", condition=Q(turn__isnull=False))
        ]

    def __str__(self) -> str:
        return self.code


class CoAuditShown(ByLine):
    """What the organisation shows of a record for this audit, beside what people may see anyway. Append-only."""

    record = models.ForeignKey(CoAuditRecord, models.PROTECT, related_name="shown")
    words = models.TextField()
    shown_on = models.DateField()

    def __str__(self) -> str:
        return str(self.record_id)


class CoAuditComparison(ByLine):
    """What one of those who look says of one record. Theirs alone to change, until there is a finding."""

    record = models.ForeignKey(CoAuditRecord, models.PROTECT, related_name="comparisons")
    auditor = models.ForeignKey(CoAuditor, models.PROTECT, related_name="comparisons")
    found = models.CharField(max_length=10, choices=AsItIs.choices)
    words = PersonalText(blank=True)
    looked_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["record", "auditor"], name="co_audit_comparison_once")]

    def __str__(self) -> str:
        return f"{self.record_id} {self.found}"


class CoAuditFinding(ByLine):
    """A finding is a contribution: its words, its clock, its answer and the last word stand in `voice`."""

    audit = models.ForeignKey(CoAudit, models.PROTECT, related_name="findings")
    contribution = models.OneToOneField(Contribution, models.PROTECT, related_name="+")
    number = models.PositiveSmallIntegerField()  # 1, and one more each time it was opened again
    found_on = models.DateField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["audit", "number"], name="co_audit_finding_once")]

    def __str__(self) -> str:
        return f"{self.audit_id} {self.number}"
