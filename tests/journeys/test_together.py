"""One question to many: asked, answered on phones with and without an account, added to, closed, answered, judged."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest

from alongside.voice.services.together_marks import question_answers
from tests.cast import Cast

from .visitor import Visitor

pytestmark = pytest.mark.browser

QUESTION = "What would make the waiting room better?"
USE = "There is money for chairs or for a wall. The team decides in March."
CHAIRS, WALL = "Softer chairs would help me most.", "A wall to the corridor would help me most."
ADDED = "Turn the radio off before anything else."
ANSWER = "We buy six soft chairs in April. The wall costs more than there is, and the radio stays."
BETTER = "The radio is off from today, and the chairs come in April. There is no money for a wall this year."


def when_a_coordinator_asks(coordinator: Visitor, team: str) -> str:
    coordinator.goes_to("/harbour/voices/").follows("What many say together").reads("Nobody has been asked yet")
    coordinator.follows("Ask many at once").writes("What do you want to ask?", QUESTION)
    coordinator.writes("What can change because of it", USE).picks("Who answers for what comes out?", team)
    coordinator.chooses("Anyone who has the address").writes("Until when?", "31 December 2099")
    coordinator.writes("Statements to begin with", f"{CHAIRS}\n{WALL}").presses("Open it").reads("It is open.", CHAIRS)
    return coordinator.path


def when_somebody_answers_on_a_phone(visitor: Visitor, says: dict[str, str]) -> str:
    visitor.goes_to("/harbour/").follows(QUESTION).reads(USE, "Nobody sees who said what")
    for done in range(len(says)):
        visitor.reads(f"You have answered {done} of {len(says)}")
        visitor.presses(next(button for words, button in says.items() if words in visitor.text()))
    visitor.reads("You have answered all that is here")
    return visitor.path


def when_something_is_added_it_is_read_first(public: Visitor, other: Visitor, coordinator: Visitor, kept: str) -> None:
    public.follows("Add what you think").reads("Nobody is watching this page right now")
    public.writes("Add what you think", ADDED).presses("Add it")
    public.reads("Somebody reads them first", ADDED, "Waits to be read")
    other.goes_to(public.path).does_not_read(ADDED).follows("See what people say so far").does_not_read(ADDED)
    coordinator.goes_to("/harbour/voices/together/").reads("1 statement to read").goes_to(kept).follows(ADDED)
    coordinator.chooses("Yes, show it").presses("Save").reads("Saved.")
    other.goes_to(public.path).reads(ADDED).presses("I agree")


def then_everybody_sees_the_counts(public: Visitor) -> None:
    public.follows("See what people say so far").reads("2 people took part.", "Fewer than 5 have said yes or no")
    cells = public.page.get_by_role("row").filter(has_text=CHAIRS).locator("td").all_inner_texts()
    assert [" ".join(each.split()) for each in cells] == ["2", "0", "0", "0"]


def when_it_is_answered(coordinator: Visitor, kept: str, reason: str) -> None:
    coordinator.goes_to(kept).follows("in Voices").presses("Answer it")
    coordinator.chooses("Yes, in part").writes("Why? What happens now?", reason).presses("Give this answer")


def test_from_the_question_to_an_answer_that_answers(come: Callable[..., Visitor], stage: Cast) -> None:
    visitor = partial(come, javascript=False)
    coordinator = visitor("coordinator")
    kept = when_a_coordinator_asks(coordinator, stage.units["team"].name)
    cora, public = visitor("cora", phone=True), visitor("public", phone=True)
    when_somebody_answers_on_a_phone(cora, {CHAIRS: "I agree", WALL: "I pass"})
    page = when_somebody_answers_on_a_phone(public, {CHAIRS: "I agree", WALL: "I disagree"})
    when_something_is_added_it_is_read_first(public, cora, coordinator, kept)
    public.goes_to(page)
    then_everybody_sees_the_counts(public)

    coordinator.goes_to(kept).follows("Close it").presses("Close it").reads(
        "and is owed an answer.", "It is over since"
    )
    public.goes_to("/harbour/").follows(QUESTION).reads("Crisis line answers, and says why, by")
    when_it_is_answered(coordinator, kept, ANSWER)
    public.goes_to("/harbour/").follows(QUESTION).reads(ANSWER).follows("You took part: is that an answer?")
    public.presses("Say so").reads("There is something to put right")
    public.chooses("That is not an answer").presses("Say so").reads("You said: That is not an answer")
    visitor("public").goes_to(f"{page}so-far/").reads("That is not an answer: 1").does_not_read("You said")
    question_answers(stage.org.pk)

    coordinator.goes_to(kept).reads("This answer is questioned: a new one is owed.")
    public.goes_to(f"{page}so-far/").reads("The first was promised by")
    when_it_is_answered(coordinator, kept, BETTER)
    public.goes_to(f"{page}so-far/").reads(BETTER).does_not_read("is questioned").follows("You took part")
    public.chooses("This answers me").presses("Say so").reads("You said: This answers me")
