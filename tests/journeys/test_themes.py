"""Staff say what voices are about: a few by hand, then from suggestions with their reason, until something rises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.voice import services
from alongside.voice.tests.factories import marked, said, theme
from tests import make

from .visitor import Visitor

pytestmark = pytest.mark.browser

WAITED = "I waited nine weeks for a letter about my appointment."


def test_from_the_first_mark_to_what_is_rising(visitor: Callable[..., Visitor], stage) -> None:
    coordinator = visitor("coordinator")
    coordinator.goes_to("/harbour/voices/themes/words/").follows("Begin with themes that are there")
    coordinator.reads("Being listened to and deciding together").presses("Take them")
    coordinator.reads("They are yours now. Change what does not fit.", "Waiting")

    food = theme(stage, "Food", "What there is to eat and drink.")
    before = make.days(-120)
    for n in range(8):
        marked(stage, said(stage, words=f"The soup was cold, bowl {n}.", said_on=before, received_on=before), food)
    rows = [said(stage, words=f"{WAITED} That was time number {n}.") for n in range(6)]

    staff = visitor("staff", phone=True)
    staff.goes_to(f"/harbour/voices/{rows[0].code}/").reads("It may be about", "nothing is marked until you say so")
    staff.reads("“appointment”").presses("Yes : Waiting").reads("Saved.", "Take off")
    staff.goes_to(f"/harbour/voices/{rows[1].code}/").reads("and because of something alike:")
    staff.goes_to("/harbour/voices/themes/").follows("Waiting").follows("Look for more like these")
    for row in rows[1:]:
        staff.page.locator(f"#about-{row.code}").check()
    staff.presses("Mark those that I ticked").reads("Marked. These are the next.")

    board = visitor("board")
    board.goes_to("/harbour/voices/themes/").reads(WAITED, "What is rising")
    board.reads("Waiting: 6 of the 6 that were marked in the last 13 weeks; 0 of 8 in the 13 weeks before.")
    board.reads("6 not answered yet")
    services.withdraw(contribution=rows[0], by=stage.actor("cora"))
    board.goes_to("/harbour/voices/themes/").reads("Waiting: 5 of the 5").does_not_read("time number 0")
