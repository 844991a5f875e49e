"""A claim that something was co-produced: one signs it, another disputes it on a phone, anybody reads both."""

from __future__ import annotations

from alongside.candour.tests.claiming import TEXT, met

from .company import Company
from .visitor import Visitor

SIGNED = "I wrote the second question, and it is in there."
AGAINST = "We were shown it when it was printed. That is not together."


def given_a_decision_to_whose_session_two_people_came(company: Company) -> None:
    meeting = met(company.cast, "dev", "cora", unit=company.cast.units["team"])
    company.at["decision"] = f"/harbour/decisions/{meeting.opportunity.decision.code}/"


def when_the_manager_claims_it(company: Company) -> None:
    mo = company.manager.goes_to(company.at["decision"]).follows("Say elsewhere that this was done with people")
    mo.writes("What do you say, word for word?", TEXT).chooses("A website, a leaflet, a post")
    mo.writes("Who reads it there?", "Visitors of our website").chooses("They shared the decision")
    mo.writes("By when does it help you", "1 December 2030").presses("Ask those who were there")
    mo.reads(TEXT, "This is the organisation’s claim.", "Nobody has signed it: 2 people were there.")
    mo.presses("Let anybody read it").presses("Let anybody read it")
    company.at["claim"] = mo.path.replace("/candour/claims/", "/claims/")


def when_one_signs_it_with_words(company: Company) -> None:
    dev: Visitor = company.dev.goes_to("/me/").follows("Is this true?").reads("If you say nothing, that is not a yes.")
    dev.presses("Sign it").writes("Your name, if it is to stand there", "Dev A").writes("Do you want to say", SIGNED)
    dev.presses("Sign it").reads("You signed it", "Your name stands there: Dev A.")


def when_another_disputes_it_on_a_phone(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("Is this true?").reads(SIGNED)
    cora.presses("Say that it is not true").writes("What is not true about it?", AGAINST)
    cora.presses("Say that it is not true").reads(AGAINST, "Your name does not stand there.")


def then_anybody_reads_both(company: Company) -> None:
    stranger = company.public.goes_to(company.at["claim"]).reads(TEXT, "Disputed", AGAINST, SIGNED, "Dev A")
    stranger.does_not_read("Cora", "Mo Haddad")
    company.public.goes_to("/harbour/").reads(TEXT, AGAINST)
    company.manager.goes_to(company.at["decision"]).reads(TEXT, AGAINST)
