"""A bid that says more than the record knows: seen before it is sent, denied by somebody of whom it speaks."""

from __future__ import annotations

from alongside.candour.tests.bidding import asked_before

from .company import Company

WORDS = "We asked two people what they need. The night line is user-led."
DENIED = "We were asked twice. We do not lead it."


def given_two_people_who_were_asked_in_time(company: Company) -> None:
    meeting = asked_before(company.cast, "dev", "cora", unit=company.cast.units["team"])
    company.at["decision"] = meeting.opportunity.decision.code


def when_the_manager_writes_the_bid_down(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/candour/").follows("What funding bids say, held against the record")
    mo.presses("Write a bid down").writes("What is it for?", "Three more years")
    mo.writes("Who is asked for the money?", "The Weir Fund").writes(
        "By which day is it to be sent?", "1 December 2030"
    )
    mo.writes("What does it say about people’s part?", WORDS)
    mo.writes("What does it rest on?", company.at["decision"]).writes("How much money does it promise", "£4,000")
    mo.presses("Hold it against the record")
    company.at["bid"] = mo.path


def then_it_is_seen_what_the_record_does_not_support(company: Company) -> None:
    mo = company.manager.reads("does not support", "“user-led”", "The record does not support it", "£4,000")
    mo.presses("It was sent").reads("The record does not support this:").presses("Seal it as it was sent")
    mo.reads("write why it is sent like this")


def when_it_is_sent_all_the_same(company: Company) -> None:
    mo = company.manager.writes("Why is it sent although", "They lead the rota, and we call that leading.")
    mo.presses("Seal it as it was sent").reads("Its words are sealed", "They lead the rota")


def then_whoever_it_speaks_of_says_that_it_is_not_so(company: Company) -> None:
    dev = company.dev.goes_to("/me/").follows("A bid for money speaks of you").reads(WORDS.split(". ")[1], "£4,000")
    dev.presses("No, it is not so").writes("Do you want to say more?", DENIED).presses("No, it is not so")
    dev.reads("You say that it is not so.")
    mo = company.manager.goes_to(company.at["bid"]).reads(DENIED, "That stands over every number.")
    mo.does_not_read("Dev Anand")
