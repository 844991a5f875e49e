"""The story's second half: from something that was said to a change that its author confirms."""

from __future__ import annotations

from datetime import date

from django.core import mail

from alongside.config.commands.verify_ import chains, check

from .company import Company
from .visitor import PHONE

SAID_ON, ANSWERED_ON, AGAIN_ON, CHANGED_ON = (
    date(2026, 11, 6),
    date(2026, 11, 10),
    date(2026, 11, 17),
    date(2026, 11, 24),
)
WORDS = "The job description says “must drive”. That shuts out everybody without a car."
FIRST = "We will say that a driving licence helps. The shifts end after the last bus."
SECOND = "You are right: no shift needs a car. We take the line out and pay for taxis after the last bus."
OBJECTION = "I asked about the licence. You answer about the bus."
EVIDENCE = "The advert of 23 November, on the staff page and in the shop window."
CHANGE = "The job description no longer asks for a driving licence."
UNSIGNED = "The waiting room is so cold that I keep my coat on."
WARM = "Yes. The radiator is repaired on Thursday, and until then there are two heaters."


def when_she_says_what_shuts_people_out(company: Company) -> None:
    company.waits_until(SAID_ON)
    cora = company.cora.goes_to(company.at["decision"]).follows("Say something about it")
    cora.reads("Nobody is watching this page right now", "0113 496 0999")
    cora.chooses("A worry").writes("Your words", WORDS).chooses("With my name").chooses("Anyone may see them")
    cora.presses("Say it").reads("This is what others will see.", "Only a few people have spoken to this part of us.")
    cora.presses("Yes, show it so").reads(WORDS, "You get an answer, and the reason, by 18 December 2026")
    company.at["said"] = cora.path


def when_the_manager_says_that_it_is_read(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/owed/").reads("You answer for it.").follows("The job description says")
    company.at["voice"] = mo.path
    mo.presses("Say that you have read it").presses("Say so").reads("The answer is still owed.")
    company.cora.goes_to(company.at["said"]).reads("Somebody has read it")


def then_noted_is_not_an_answer(company: Company) -> None:
    mo = company.manager.goes_to(company.at["voice"]).presses("Answer it")
    mo.chooses("Yes, in part").writes("Why? What happens now?", "Noted, thank you.").presses("Give this answer")
    mo.reads("That is not an answer yet.")
    company.cora.goes_to(company.at["said"]).does_not_read("Noted")


def when_the_manager_answers_with_a_reason(company: Company, reason: str) -> None:
    mo = company.manager.goes_to(company.at["voice"]).presses("Answer it")
    mo.chooses("Yes, in part").writes("Why? What happens now?", reason).presses("Give this answer")
    mo.reads(reason, "Answered, not yet told")


def then_she_is_told(company: Company, reason: str, on: date) -> None:
    company.waits_until(on)
    company.manager.goes_to(company.at["voice"]).reads("They were told, by e-mail")
    assert company.at["said"] in mail.outbox[-1].body and mail.outbox[-1].to == ["cora@example.org"]
    company.cora.goes_to("/me/").follows("There is an answer:").reads(reason, "The last word is yours")


def when_she_says_that_it_is_no_answer(company: Company) -> None:
    cora = company.cora.goes_to(company.at["said"]).presses("The answer is not right")
    cora.chooses("That is not an answer").writes("In your own words", OBJECTION).presses("Say so")
    cora.reads("A new answer is owed now.", "The first one was promised by 18 December 2026, and that still counts.")
    company.manager.goes_to("/harbour/owed/").follows("The job description says").reads(OBJECTION)
    company.board.goes_to("/harbour/board/").reads("The job description says")


def when_a_change_is_written_down_with_evidence(company: Company) -> None:
    company.waits_until(CHANGED_ON)
    mo = company.manager.goes_to(company.at["voice"]).follows("Say what is different now")
    mo.writes("What is different now?", CHANGE).presses("Save").reads("There is something to put right")
    mo.writes("How was it before?", "It asked for a driving licence.").chooses("A job description")
    mo.writes("How can anybody see it?", EVIDENCE).writes("Since when?", "23 November 2026").presses("Save")
    mo.reads(CHANGE, "The organisation says so", "Not said yet whether it is so.")
    company.at["change"] = mo.path


def then_she_confirms_it_on_her_phone(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("Is this true?").reads(EVIDENCE)
    assert cora.page.viewport_size == PHONE
    cora.presses("Is it so? Tell us").chooses("Yes, this is different now").chooses("A real change").presses("Say so")
    cora.reads("You said: Yes, this is different now")
    company.manager.goes_to(company.at["change"]).reads("Confirmed by somebody who said it")


def when_it_may_be_shown(company: Company) -> None:
    """With what she said about the answer, at which she looks too. Then somebody decides by the published rules."""
    cora = company.cora.goes_to(company.at["said"]).reads("You wrote something later.")
    cora.follows("See how others will see it").reads(WORDS, OBJECTION).presses("Yes, show it so")
    alma = company.coordinator.goes_to("/harbour/showing/").follows("The job description says").reads(WORDS, OBJECTION)
    alma.chooses("Show it as it is").presses("Decide").reads("Nothing waits to be decided.")


def then_everybody_can_see_what_came_of_it(company: Company) -> None:
    company.board.goes_to("/harbour/board/").reads("Recruitment Reserved 2 1 0 1 0")
    company.board.goes_to(company.at["decision"]).reads("Taken with people", CHANGE)
    public = company.public.goes_to("/harbour/heard/").reads(WORDS, FIRST, "That is not an answer", SECOND, CHANGE)
    public.does_not_read("Cora").follows("Something is different").reads(CHANGE, "A real change")


# Without an account


def when_somebody_says_something_without_an_account(company: Company) -> None:
    public = company.public.goes_to("/harbour/").presses("Say something")
    public.picks("Which part of us", "Crisis line").chooses("Something that happened").writes("Your words", UNSIGNED)
    public.presses("Say it").reads("This is your code.")
    company.at["code"] = public.page.locator(".al-code").inner_text()


def when_it_is_answered(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/owed/").follows(UNSIGNED[:30])
    company.at["unsigned"] = mo.path
    mo.presses("Answer it").chooses("Yes, we will do this").writes("Why? What happens now?", WARM)
    mo.presses("Give this answer")


def then_the_code_leads_to_the_answer(company: Company) -> None:
    public = company.public.goes_to("/harbour/").follows("I have a code")
    public.writes("Your code", "AAAA AAAA AAAA AAAA").presses("Show me").reads("We do not know this code.")
    public.writes("Your code", company.at["code"].lower()).presses("Show me").reads(WARM, UNSIGNED)


def when_the_words_are_taken_back(company: Company) -> None:
    public = company.public.follows("Take my words back").reads("The words are deleted for good.")
    assert public.page.locator("main textarea").count() == 0
    public.presses("Take them back").reads("The words are gone.").does_not_read(UNSIGNED)


def then_the_ledger_shows_that_and_nothing_more(company: Company) -> None:
    mo = company.manager.goes_to(company.at["unsigned"]).does_not_read(UNSIGNED)
    mo.reads("The one who said this took it back", "Taken back by the one who said it")


def then_the_record_is_whole(company: Company) -> None:
    results = [check(chain, name, "") for chain, name in chains(None)]
    assert [finding for result in results for finding in result["findings"]] == []
    assert sum(result["events"] for result in results) > 40
