"""Who may make a letterbox, change and close it, and put something in."""

from __future__ import annotations

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.core.inputs import tidy_text

from ..models import Letterbox
from ..models.letterboxes import CLOSED, LONGEST_QUESTION, OPEN
from .common import can

MOST_FORMS = 50  # paper forms printed at once


def tidy_question(text: str) -> str:
    """On one line: the same words are the same question."""
    return " ".join(tidy_text(text).split())


def check_question(text: str) -> None:
    if len(text) > LONGEST_QUESTION:
        facts = {"most": LONGEST_QUESTION}
        raise Refused(_("A question can have %(most)s letters. Ask less at once.") % facts, field="question")


def check_title(title: str) -> None:
    if not title.strip():
        raise Refused(_("Say what it is called, as everybody reads it."), field="title")


def check_letterbox(by: Actor, unit_id: int) -> None:
    """Whoever may write down what people say to a unit may make them a way in there."""
    if not by.can(P.SAY_FOR, unit_id):
        raise Refused(_("You cannot make a letterbox for this part of the organisation. Ask the coordinator."))


def check_change_letterbox(by: Actor, box: Letterbox, seen: int | None = None) -> None:
    if by.organisation_id != box.organisation_id:
        raise NotYours
    check_letterbox(by, box.unit_id)
    if seen is not None and seen != box.version:
        raise Refused(
            _("Somebody changed this while you were writing. Look at what they did. Your words are still here."),
            field="seen",
        )


def check_close_letterbox(by: Actor, box: Letterbox) -> None:
    check_change_letterbox(by, box)
    if box.state != OPEN:
        raise Refused(_("It is closed already."))


def check_reopen_letterbox(by: Actor, box: Letterbox) -> None:
    check_change_letterbox(by, box)
    if box.state != CLOSED:
        raise Refused(_("It is open."))
    if box.unit.closed_on:
        raise Refused(_("This part of the organisation is closed, so nobody would answer. Make one for another part."))


def check_print_forms(by: Actor, box: Letterbox, copies: int) -> None:
    check_change_letterbox(by, box)
    if not takes_words(box):
        raise Refused(_("This letterbox is closed. Open it again before you hand out forms."))
    if not 1 <= copies <= MOST_FORMS:
        raise Refused(_("Print between 1 and %(most)s forms at once.") % {"most": MOST_FORMS}, field="copies")


def takes_words(box: Letterbox) -> bool:
    """Open, and somebody is there who owes the answer."""
    return box.state == OPEN and box.unit.closed_on is None


def check_put_in(box: Letterbox, late: bool = False) -> None:
    """`late`: whoever had the page before them when it was closed is still heard."""
    if not (takes_words(box) or late):
        raise Refused(_("This letterbox was closed, so this is not kept yet. Your words are still here: copy them."))


def can_change_letterbox(by: Actor, box: Letterbox) -> bool:
    return can(check_change_letterbox, by, box)


def can_make_a_letterbox(by: Actor) -> bool:
    return by.can(P.SAY_FOR)


def can_close_letterbox(by: Actor, box: Letterbox) -> bool:
    return can(check_close_letterbox, by, box)


def can_reopen_letterbox(by: Actor, box: Letterbox) -> bool:
    return can(check_reopen_letterbox, by, box)
