"""When those who answered together may say what they think of the answer, and when that opens the debt again."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused

from ..models import Answer, CommonGround, MarkKind
from ..models.answers import STILL_OWED
from ..models.contributions import ANSWERED, CHALLENGED, TOLD
from . import together as rules
from .common import can

ONE_IN = 10  # of those who took part: one alone does not speak for all, and a tenth is not to be passed over


def check_mark(by: Actor, ground: CommonGround, answer: Answer | None, took_part: bool) -> None:
    """`answer`: the newest. Those who took part: from the browser with which they did, or signed in on the register."""
    rules.check_may_answer(by, ground)
    if not took_part:
        raise Refused(_("Only those who took part can say that, from the browser in which they answered."))
    stands = ground.result is not None and ground.result.state in (ANSWERED, TOLD, CHALLENGED)
    if answer is None or answer.kind in STILL_OWED or not stands:
        raise Refused(_("There is no answer to it yet. One is still owed."))


def can_mark(by: Actor, ground: CommonGround, answer: Answer | None, took_part: bool) -> bool:
    return can(check_mark, by, ground, answer, took_part)


def is_questioned(took_part: int, marks: Mapping[str, int]) -> bool:
    """Is the answer owed anew? `marks`: how many said each."""
    against = sum(number for kind, number in marks.items() if kind != MarkKind.ANSWERS_ME)
    return against > 0 and against * ONE_IN >= took_part
