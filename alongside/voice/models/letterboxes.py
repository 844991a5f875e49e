"""Ways in for people without an account: a short address on a poster, what it asks, the slips of paper forms."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.codes import new_code
from alongside.core.fields import CodeField
from alongside.core.lifecycle import Lifecycle
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting
from alongside.organisation.models import Organisation, Unit

OPEN, CLOSED = "open", "closed"
LETTERBOX = Lifecycle("Letterbox", OPEN, {OPEN: (CLOSED,), CLOSED: (OPEN,)})
LETTERBOX_STATES = {OPEN: _("Open"), CLOSED: _("Closed")}
LONGEST_QUESTION = 300
ADDRESS = 6  # characters: short enough to be read aloud. It opens nothing that is not open to everybody


def new_address() -> str:
    return new_code(ADDRESS)


class Question(ByLine):
    """What was asked. Written once and never changed: whoever asks in other words asks another question.

    The same words in one organisation are the same question, wherever they were asked.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    text = models.CharField(max_length=LONGEST_QUESTION)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "text"], name="question_once"),
            models.CheckConstraint(condition=~Q(text=""), name="question_has_words"),
        ]

    def __str__(self) -> str:
        return self.code


class Letterbox(ByLine):
    """A short public address for one unit, decision or session, with or without a question."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()  # in the addresses of staff
    address = models.CharField(max_length=ADDRESS, default=new_address, editable=False)  # the public one
    title = models.CharField(max_length=120)  # where it hangs or what it is about, as everybody reads it
    unit = models.ForeignKey(Unit, models.PROTECT, related_name="+")  # who owes the answers
    decision = models.ForeignKey(Decision, models.PROTECT, null=True, blank=True, related_name="+")
    meeting = models.ForeignKey(Meeting, models.PROTECT, null=True, blank=True, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="+")  # what it asks now
    kind = models.CharField(max_length=20)  # what is said through it, mostly: nobody is asked on a phone
    state = models.CharField(max_length=20, default=OPEN, choices=list(LETTERBOX_STATES.items()))
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "address"], name="letterbox_address_once"),
            models.CheckConstraint(
                condition=Q(decision__isnull=True) | Q(meeting__isnull=True), name="letterbox_about_one"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "state", "-id"], name="letterbox_newest")]

    def __str__(self) -> str:
        return self.code

    @property
    def is_open(self) -> bool:
        return self.state == OPEN


class LetterboxStatus(StatusRow):
    letterbox = models.ForeignKey(Letterbox, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.letterbox_id} {self.state}"


class Slip(ByLine):
    """The tear-off end of one paper form. Its code follows what is written on the form once somebody typed it in."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    letterbox = models.ForeignKey(Letterbox, models.PROTECT, related_name="+")
    question = models.ForeignKey(Question, models.PROTECT, null=True, blank=True, related_name="+", db_index=False)
    digest = models.CharField(max_length=32, unique=True)  # of the follow code, as `Contribution.follow_digest`
    used_on = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"a slip of {self.letterbox_id}"
