"""Somebody writes that a person may be at risk: who reads it, who does not, and how it comes back to be answered."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .visitor import Visitor

pytestmark = pytest.mark.browser

WORDS = "My neighbour has not been seen since Friday, and her carer does not come to the door."
HOW = "01632 960 118, after six"
HIT = "The night worker hit me on the arm with the door and laughed."


def opens_the_first(lead: Visitor) -> Visitor:
    with lead.page.expect_navigation():
        lead.page.locator("main tbody a").first.click()
    return lead.looks()


def test_what_may_be_a_risk(visitor: Callable[..., Visitor]) -> None:
    public = visitor("public", phone=True)
    public.goes_to("/harbour/say/").reads("Nobody is watching this page right now", "ring 999", "0113 496 0999")
    public.picks("Which part of us", "Crisis line").chooses("A worry").writes("Your words", WORDS)
    public.chooses("I would like someone to contact me").chooses("I or someone else may be at risk").presses("Say it")
    public.reads("There is something to put right", "Say how we can reach you")
    public.writes("If so, how can we reach you?", HOW).presses("Say it").reads("This is your code.")
    code = public.page.locator(".al-code").inner_text()

    coordinator = visitor("coordinator")
    coordinator.goes_to("/harbour/voices/").does_not_read("My neighbour")
    coordinator.goes_to("/harbour/desk/").does_not_read("My neighbour", "waits to be contacted")
    coordinator.is_refused("/harbour/safeguarding/")

    lead = visitor("safeguarding", phone=True)
    lead.goes_to("/harbour/safeguarding/").reads("Nobody has looked yet", "not an emergency service")
    lead.does_not_read("My neighbour")
    opens_the_first(lead).reads(WORDS, HOW, "Who opened this page", "Safiya Noor")
    lead.presses("I am looking at it").presses("Yes").reads("Being looked at")

    public.goes_to("/harbour/follow/").writes("Your code", code).presses("Show me")
    public.reads("Safeguarding lead is looking at what you said. Nobody else here sees it.", WORDS)

    lead.presses("Give it back").writes("What was done?", "I went there. She is with her sister.")
    lead.presses("Give it back").reads("Nothing is here.")

    manager = visitor("manager")
    manager.goes_to("/harbour/voices/reading/").reads(WORDS, "To be contacted")
    manager.does_not_read("She is with her sister.")
    manager.presses("I have read it").reads("Read. The answer is still owed.", "Everything that came in has been read.")
    manager.follows("Somebody without a name").reads(HOW).chooses("We spoke or wrote").presses("Write it down")
    manager.reads("Written down.", WORDS)


def test_words_from_the_list_come_first_and_a_reader_decides(visitor: Callable[..., Visitor]) -> None:
    public = visitor("public", phone=True)
    for words in ("The tea is cold.", HIT):
        public.goes_to("/harbour/say/").picks("Which part of us", "Crisis line").chooses("A worry")
        public.writes("Your words", words).presses("Say it")
    manager = visitor("manager", phone=True)
    manager.goes_to("/harbour/owed/").goes_to("/harbour/voices/reading/").reads(HIT, "hit me (Violence and abuse)")
    manager.presses("Move it to safeguarding").reads("You and everybody else here will not find it any more")
    manager.writes("Why? What worries you?", "He is on shift tonight.").presses("Move it")
    manager.reads("The tea is cold.").does_not_read("laughed")

    lead = visitor("safeguarding")
    lead.goes_to("/harbour/safeguarding/words/").reads("Not raised does not mean safe", "suicid*")
    lead.writes("Fear", "cold tea").presses("Save").reads("Saved. It holds from now on", "Brought in: cold tea")
    opens_the_first(lead.goes_to("/harbour/safeguarding/")).reads(HIT, "He is on shift tonight.", "Mo Haddad")
