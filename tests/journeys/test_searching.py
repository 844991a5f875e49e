"""Many said the same: found by their words, answered once, and each told by themselves."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from alongside.voice.tests.factories import said, said_by_nobody
from tests.cast import Cast

from .visitor import Visitor

pytestmark = pytest.mark.browser

WORDS = "Please keep the drop-in open on Wednesday mornings, it is the only warm place on our side of town."
ANSWER = "It stays open on Wednesdays until the end of March. Then the team decides with six of you."


def test_from_one_voice_to_all_who_said_the_same(come: Callable[..., Visitor], stage: Cast) -> None:
    visitor = partial(come, javascript=False)
    said(stage, words=WORDS)
    said(stage, words="The bus was late again on Wednesday.")
    codes = [said_by_nobody(stage, words=f"{WORDS} {more}")[1] for more in ("Truly.", "The surgery sends us.")]

    manager = visitor("manager", phone=True)
    manager.goes_to("/harbour/voices/").writes("Find what was said, by its words", "!?").presses("Find")
    manager.reads("There is no word in that to look for.").does_not_read("Nobody said that")
    manager.writes("Words to look for", '"wednesday mornings" warm').presses("Find").reads("3 were found.")
    manager.follows("The surgery sends us.").reads("Others said the same", "Nearly the same words")
    manager.follows("See them side by side").reads("Each of them is a voice of its own")
    manager.follows("One answer for all of them").reads("Read all of them first").does_not_read("The bus was late")
    manager.chooses("Yes, we will do this").writes("Why? What happens now?", ANSWER)
    manager.presses("Give all of them this answer").reads("Saved. 3 people are told, each in their own way.")

    cora = visitor("cora", phone=True)
    cora.goes_to("/me/said/").follows("Please keep the drop-in open").reads(WORDS, ANSWER).does_not_read("Truly.")
    public = visitor("public", phone=True)
    for code, own, other in zip(codes, ("Truly.", "The surgery"), ("The surgery", "Truly."), strict=True):
        public.goes_to(f"/harbour/follow/{code}/").reads(own, ANSWER).does_not_read(other)
