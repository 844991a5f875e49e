"""Somebody lets everybody read their words: warned, decided on, questioned, shown, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.voice.tests.showing_factories import panel
from tests.cast import Cast

from .visitor import Visitor

pytestmark = pytest.mark.browser

WORDS = "Ring me on 07700 900123. On 3 May Ruby told us that the lift is broken, and it still is."
OWN = "In spring Ruby told us that the lift is broken, and it still is."
COVERED = "In spring (left out: a name) told us that the lift is broken, and it still is."
ANSWER = "The lift is repaired on Friday, and a ramp stands at the side door until then."
WHY = "Ruby did not say that she wants to be named. The rest stands as you wrote it."
APPEAL = "Ruby asked me to say her name."


def test_from_a_warning_to_words_that_are_gone(stage: Cast, visitor: Callable[..., Visitor]) -> None:
    panel(stage, "cora", "dev")
    public = visitor("public", phone=True)

    public.goes_to("/harbour/say/").picks("Which part of us", "Crisis line").chooses("Something that happened")
    public.writes("Your words", WORDS).chooses("Anyone may see them").presses("Say it").reads("This is your code.")
    code = public.page.locator(".al-code").inner_text()
    public.follows("How others will see the words").reads("A phone number", "“3 May”", "“Ruby”", "This only warns.")
    public.presses("Write a version without that").writes("Your own version", OWN).presses("Save, and look at it")
    public.reads("This is the version that you wrote for others.", OWN).presses("Yes, show it so")
    public.reads("Somebody decides by the published rules", "Waits for a decision")

    answers(visitor("manager"))
    follows_the_code(public, code).reads(ANSWER)
    visitor("public").goes_to("/harbour/heard/").does_not_read("the lift")

    moderator = visitor("coordinator")
    moderator.goes_to("/harbour/desk/").follows("waits for a decision").follows("Ring me on").reads(OWN)
    moderator.reads("Never a reason to leave anything out").does_not_read("07700")
    moderator.chooses("Show it, with parts left out").chooses("Ruby (A name)").presses("Decide")
    moderator.reads("There is something to put right", "Choose the published rule")
    moderator.chooses("It tells who somebody else is").writes("What you tell the one who said it", WHY)
    moderator.presses("Decide").reads("The one who said it is told.", "Nothing waits to be decided.")

    anybody = visitor("public").goes_to("/harbour/heard/").reads(COVERED, ANSWER, "Shown with parts left out: 1")
    follows_the_code(public, code).reads("Shown, with parts left out", WHY)
    public.presses("I do not agree: ask the panel").writes("What should the panel know?", APPEAL)
    public.presses("Ask the panel").reads("You asked the panel on")

    for who in ("cora", "dev"):
        member = visitor(who, phone=who == "cora").goes_to("/harbour/heard/rules/").follows("You are on the panel")
        with member.page.expect_navigation():
            member.page.locator("main tbody a").first.click()
        member.looks().reads(OWN, COVERED, WHY, APPEAL).chooses("Show it as it is").presses("Say so")
        member.reads("Nobody is told who on the panel said what.")

    anybody.goes_to("/harbour/heard/").reads(OWN, "Shown with parts left out: 0")
    follows_the_code(public, code).reads("Shown").follows("Take my words back").presses("Take them back")
    public.reads("The words are gone.").does_not_read("lift is broken")
    for url in ("/harbour/heard/", "/harbour/", "/harbour/heard/?came=everything"):
        anybody.goes_to(url).does_not_read("lift is broken")
    moderator.goes_to("/harbour/showing/?state=shown").does_not_read("lift is broken")


def answers(manager: Visitor) -> None:
    manager.goes_to("/harbour/owed/").follows("Ring me on").presses("Answer it").chooses("Yes, we will do this")
    manager.writes("Why? What happens now?", ANSWER).presses("Give this answer")


def follows_the_code(public: Visitor, code: str) -> Visitor:
    return public.goes_to("/harbour/follow/").writes("Your code", code).presses("Show me")
