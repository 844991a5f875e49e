"""What stands around the values of a board pack: what the board is asked, what contributors write in it themselves, and
that it was given to the board. What a pack says of the record is gathered each time, or read as it was frozen."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import ByLine, StatusRow
from alongside.core.fields import CodeField, PersonalText
from alongside.core.lifecycle import Lifecycle
from alongside.organisation.models import Organisation
from alongside.people.models import Person

PREPARED, ISSUED = "prepared", "issued"
# Once the board has it, it has it.
BOARD_PACK = Lifecycle("Board pack", PREPARED, {PREPARED: (ISSUED,), ISSUED: ()})
BOARD_PACK_STATES = {PREPARED: _("Being prepared"), ISSUED: _("Given to the board")}

ASKED, AGREED, REFUSED, PUT_OFF, DONE, NOT_DONE = "asked", "agreed", "refused", "put_off", "done", "not_done"
# What was put off stays asked, and what was agreed to is not done by that.
BOARD_ASK = Lifecycle(
    "Ask of the board",
    ASKED,
    {
        ASKED: (AGREED, REFUSED, PUT_OFF),
        PUT_OFF: (AGREED, REFUSED, PUT_OFF),
        REFUSED: (AGREED,),
        AGREED: (DONE, NOT_DONE, REFUSED),
        NOT_DONE: (DONE, NOT_DONE),
        DONE: (NOT_DONE,),
    },
)
BOARD_ASK_STATES = {
    ASKED: _("Asked"),
    AGREED: _("Agreed to, not yet done"),
    REFUSED: _("Refused"),
    PUT_OFF: _("Put off"),
    DONE: _("Done"),
    NOT_DONE: _("Agreed to, and not done"),
}
STILL_OPEN = (ASKED, AGREED, PUT_OFF, NOT_DONE)

WRITING, READY, TAKEN_BACK = "writing", "ready", "taken_back"
# Nobody but its author moves it. Other words are another piece: the board has read the ones that it has.
PACK_PIECE = Lifecycle(
    "Piece by a contributor", WRITING, {WRITING: (READY, TAKEN_BACK), READY: (TAKEN_BACK,), TAKEN_BACK: ()}
)
PACK_PIECE_STATES = {
    WRITING: _("Only you can read it"),
    READY: _("It stands in the pack"),
    TAKEN_BACK: _("Taken back"),
}


class BoardPack(ByLine):
    """Of one period, as it stands in an address: 2026-10, 2026-q3, 2026."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="+", db_index=False)
    code = CodeField()
    period = models.CharField(max_length=10)
    first = models.DateField()
    last = models.DateField()
    state = models.CharField(max_length=10, default=PREPARED, choices=list(BOARD_PACK_STATES.items()))
    issued_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "period"], name="board_pack_once"),
            models.CheckConstraint(
                condition=Q(state=ISSUED, issued_on__isnull=False) | Q(state=PREPARED, issued_on__isnull=True),
                name="board_pack_issued_on",
            ),
            models.CheckConstraint(condition=Q(last__gt=models.F("first")), name="board_pack_days"),
        ]
        indexes: ClassVar = [models.Index(fields=["organisation", "-last", "-first"], name="board_pack_newest")]

    def __str__(self) -> str:
        return self.code


class BoardPackStatus(StatusRow):
    boardpack = models.ForeignKey(BoardPack, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.boardpack_id} {self.state}"


class BoardAsk(ByLine):
    """One thing that is asked of the board: of whom there, and by when. Its words change only until it is asked."""

    pack = models.ForeignKey(BoardPack, models.PROTECT, related_name="asks")
    code = CodeField()
    what = models.CharField(max_length=500)
    who = models.CharField(max_length=200)  # a role on the board, or the whole of it
    by_day = models.DateField()
    state = models.CharField(max_length=10, default=ASKED, choices=list(BOARD_ASK_STATES.items()))
    withdrawn_on = models.DateField(null=True, blank=True)  # left out again before the board had it
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(what="") & ~Q(who=""), name="board_ask_says_what_and_who"),
        ]

    def __str__(self) -> str:
        return self.code


class BoardAskStatus(StatusRow):
    """What came of it, in words, each time that something did."""

    boardask = models.ForeignKey(BoardAsk, models.PROTECT, related_name="statuses")
    words = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.boardask_id} {self.state}"


class PackPiece(ByLine):
    """What one contributor writes in a pack. Nobody else changes it or takes it out; the safeguarding lead holds it
    back where somebody could come to harm, and the page says that one is held back."""

    pack = models.ForeignKey(BoardPack, models.PROTECT, related_name="pieces")
    code = CodeField()
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    words = PersonalText(blank=True)  # empty: taken back, or its author was forgotten
    salt = models.CharField(max_length=32, blank=True)  # from when it stands in the pack until its words go
    named = models.BooleanField(default=False)
    state = models.CharField(max_length=10, default=WRITING, choices=list(PACK_PIECE_STATES.items()))
    ready_on = models.DateField(null=True, blank=True)
    taken_back_on = models.DateField(null=True, blank=True)
    was_given = models.BooleanField(default=False)  # taken back after the board had it: the pack says so
    held_on = models.DateField(null=True, blank=True)
    held_why = PersonalText(blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["pack", "person"],
                condition=~Q(state=TAKEN_BACK) & Q(person__isnull=False),
                name="pack_piece_one_of_each",
            ),
            models.CheckConstraint(
                condition=Q(state=WRITING, salt="", ready_on__isnull=True, taken_back_on__isnull=True)
                | Q(state=READY, ready_on__isnull=False, taken_back_on__isnull=True) & ~Q(salt="")
                | Q(state=TAKEN_BACK, salt="", taken_back_on__isnull=False),
                name="pack_piece_sealed_when_ready",
            ),
            models.CheckConstraint(
                condition=Q(held_on__isnull=True) | Q(state=READY), name="pack_piece_held_stands_there"
            ),
            models.CheckConstraint(condition=Q(was_given=False) | Q(state=TAKEN_BACK), name="pack_piece_was_given"),
        ]

    def __str__(self) -> str:
        return self.code


class PackPieceStatus(StatusRow):
    packpiece = models.ForeignKey(PackPiece, models.PROTECT, related_name="statuses")

    def __str__(self) -> str:
        return f"{self.packpiece_id} {self.state}"
