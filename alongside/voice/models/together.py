"""Common ground: one question to many, statements that anyone may add, and to each a yes, a no or a pass."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.organisation.models import Organisation, Unit

from .contributions import Contribution

OPEN_NOW, OVER = "open", "over"
COMMON_GROUND = Lifecycle("CommonGround", OPEN_NOW, {OPEN_NOW: (OVER,), OVER: ()})

WAITING, SHOWN, NOT_SHOWN, TAKEN_BACK = "waiting", "shown", "not_shown", "taken_back"
STATEMENT = Lifecycle(
    "Statement",
    WAITING,
    {
        WAITING: (SHOWN, NOT_SHOWN, TAKEN_BACK),
        SHOWN: (NOT_SHOWN, TAKEN_BACK),
        NOT_SHOWN: (SHOWN, TAKEN_BACK),
        TAKEN_BACK: (),
    },
)
STATEMENT_STATES = {
    WAITING: _("Waits to be read"),
    SHOWN: _("Everybody can answer it"),
    NOT_SHOWN: _("Not shown"),
    TAKEN_BACK: _("Taken back by the one who wrote it"),
}


class WhoAnswers(models.TextChoices):
    ANYONE = "anyone", _("Anyone who has the address")
    REGISTER = "register", _("Only people on the register, signed in")


class WhyNot(models.TextChoices):
    """Disagreeing with the organisation is none of them."""

    NAMES = "names", _("It names somebody, or gives them away")
    SAME = "same", _("It says the same as another one")
    TWO = "two", _("It says two things, and a yes to one may be a no to the other")
    OTHER = "other", _("It is about something else than the question")
    HURTS = "hurts", _("It is meant to hurt somebody")


class CommonGround(ByLine):
    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    question = models.CharField(max_length=300)
    use = models.TextField()  # what the answers are used for, and what can still change
    audience = models.CharField(max_length=10, choices=WhoAnswers.choices, default=WhoAnswers.ANYONE)
    read_first = models.BooleanField(default=True)  # somebody reads a statement before others answer it
    opened_on = models.DateField()
    closes_on = models.DateField()
    state = models.CharField(max_length=10, default=OPEN_NOW, choices=[(OPEN_NOW, _("Open")), (OVER, _("Over"))])
    closed_on = models.DateField(null=True, blank=True)
    # What came of it is owed an answer, like everything that is said.
    result = models.OneToOneField(Contribution, models.PROTECT, null=True, blank=True, related_name="common_ground")
    # Looked for once, when it is over: how many voters, which gate was shut, each group by its size and its counts.
    groups: Any = models.JSONField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=Q(closes_on__gte=F("opened_on")), name="common_ground_ends_after_start"),
            models.CheckConstraint(
                condition=Q(state=OPEN_NOW, closed_on__isnull=True) | Q(state=OVER, closed_on__isnull=False),
                name="common_ground_over_on",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-opened_on", "-id"], name="common_ground_newest")]

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        return self.state == OPEN_NOW


class CommonGroundStatus(StatusRow):
    commonground = models.ForeignKey(CommonGround, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.commonground_id} {self.state}"


class Statement(ByLine):
    """By nobody: who wrote it and how they answered cannot be put together, not even from this table."""

    ground = models.ForeignKey(CommonGround, models.PROTECT, related_name="statements", db_index=False)
    code = CodeField()
    words = models.CharField(max_length=300)  # verbatim; blank only when taken back
    salt = models.CharField(max_length=32)
    by_staff = models.BooleanField(default=False)  # put there to begin with
    writer_digest = models.CharField(max_length=32, blank=True)  # of the browser that may take it back
    state = models.CharField(max_length=10, default=WAITING, choices=list(STATEMENT_STATES.items()))
    why_not = models.CharField(max_length=10, choices=WhyNot.choices, blank=True)
    added_on = models.DateField()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(words="", salt="", state=TAKEN_BACK) | ~Q(words="") & ~Q(salt="") & ~Q(state=TAKEN_BACK),
                name="statement_words_salted",
            ),
            models.CheckConstraint(
                condition=Q(state=NOT_SHOWN) & ~Q(why_not="") | ~Q(state=NOT_SHOWN) & Q(why_not=""),
                name="statement_not_shown_why",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["ground", "state", "id"], name="statement_of_ground")]

    def __str__(self) -> str:
        return self.code


class StatementStatus(StatusRow):
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.statement_id} {self.state}"


class Voter(models.Model):
    """Somebody who answers: a browser, a person on the register, or one sheet of paper. Nothing says which or when."""

    ground = models.ForeignKey(CommonGround, models.PROTECT, related_name="voters", db_index=False)
    digest = models.CharField(max_length=32)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["ground", "digest"], name="voter_once")]

    def __str__(self) -> str:
        return f"{self.ground_id}"


class Choice(models.IntegerChoices):
    AGREE = 1, _("I agree")
    PASS = 0, _("I pass: I do not know, or it is not for me to say")
    DISAGREE = -1, _("I disagree")


class Vote(models.Model):
    """Changed by the one who gave it until the end. No event and no time for each: docs/decisions/."""

    voter = models.ForeignKey(Voter, models.PROTECT, related_name="votes", db_index=False)
    statement = models.ForeignKey(Statement, models.PROTECT, related_name="votes", db_index=False)
    choice = models.SmallIntegerField(choices=Choice.choices)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["voter", "statement"], name="vote_once"),
            models.CheckConstraint(condition=Q(choice__in=[-1, 0, 1]), name="vote_yes_no_pass"),
        ]
        indexes: ClassVar = [models.Index(fields=["statement", "choice"], name="vote_counted")]

    def __str__(self) -> str:
        return f"{self.statement_id}"
