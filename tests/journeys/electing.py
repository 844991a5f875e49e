"""From an empty seat on the board to somebody who was elected by their peers and sits there."""

from __future__ import annotations

from datetime import date

from django.core import mail

from alongside.audit.models import Event
from alongside.config.commands.verify_ import chains, check
from alongside.decisions.models import Ballot, Voted
from alongside.people.models import Channel, Consent, Person, Purpose

from .company import Company

FIRST_DAY, VOTING, AFTER = date(2026, 10, 6), date(2026, 10, 20), date(2026, 10, 31)
BOARD, CALLED = "The board of trustees", "Two seats on our board"
OWN_WORDS = "I have lived in the hostel. I read every paper they give me."
PAST = {"nominate": ("6 October 2026", "16 October 2026"), "vote": ("20 October 2026", "30 October 2026")}


def given_everybody_can_be_reached(company: Company) -> None:
    noor = company.cast.people["noor"]
    Channel.objects.create(person=noor, kind="email", address="noor@example.org", preferred=True)
    Consent.objects.create(person=noor, purpose=Purpose.CONTACT_EMAIL, wording="Yes.", given_on=date(2025, 1, 1))


# The seats


def when_the_board_is_written_down_with_its_seats(company: Company) -> None:
    alma = company.coordinator.goes_to("/harbour/decisions/").follows("Who decides: seats")
    alma.follows("Write down a board, panel or group").writes("What is it called?", BOARD).chooses("A board")
    alma.picks("Where does it decide?", "Board").presses("Save").reads("No seat is written down yet.")
    company.at["board"] = alma.path


def then_one_seat_alone_needs_a_reason(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["board"]).follows("Add seats").writes("How many seats", "1")
    alma.chooses("Yes", "Are they held for people with lived experience?").chooses("Trustee")
    alma.reads("do not represent the people who use its services")
    alma.chooses("Yes", "Do they vote?").chooses("An election by peers").presses("Save")
    alma.reads("One person alone with lived experience is easily overheard.")


def when_there_are_two(company: Company) -> None:
    alma = company.coordinator.writes("How many seats", "2").writes("How many months", "36")
    alma.writes("Since when", "1 June 2026").presses("Save").reads("126 days")


def then_the_empty_seats_stand_on_desk_and_board(company: Company) -> None:
    company.coordinator.goes_to("/harbour/desk/").reads("Seats empty", BOARD)
    company.board.goes_to("/harbour/board/").reads(BOARD, "Trustee, votes, for lived experience")
    company.cora.goes_to("/harbour/seats/").reads(BOARD, "0 of 2")


# Standing


def when_an_election_is_called(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["board"]).follows("Call an election")
    alma.writes("What is it called?", CALLED).writes("What does somebody do", "Six meetings a year, all paid.")
    alma.writes("From which day can people stand?", PAST["nominate"][0])
    alma.writes("The last day on which people can stand", PAST["nominate"][1])
    alma.writes("From which day can people vote?", PAST["vote"][0])
    alma.writes("The last day on which people can vote", PAST["vote"][1])
    alma.presses("Call the election").reads("Not begun", "How it is counted")
    company.at["election"] = alma.path


def when_one_stands_and_puts_others_forward(company: Company) -> None:
    company.waits_until(FIRST_DAY)
    cora = company.cora.goes_to("/me/").follows("You can stand in an election").follows("I want to stand")
    cora.writes("Why do you want to do this?", OWN_WORDS).presses("I want to stand").reads(OWN_WORDS)
    for name in ("Dev Anand", "Eoin", "Somebody Unknown"):
        cora.follows("Put somebody else forward").writes("Their name", name).presses("Send")
        cora.reads("If they are on our list, we ask them.").does_not_read("Dev", "Eoin")


def then_they_are_asked_and_answer_themselves(company: Company) -> None:
    company.post_goes_out()
    assert ["eoin@example.org"] in [message.to for message in mail.outbox]
    dev = company.dev.goes_to("/me/").follows("Somebody put you forward")
    dev.chooses("Yes").writes("Why do you want to do this?", "I count money well.").presses("Send").reads("Dev")
    eoin = company.eoin.goes_to("/me/").follows("Somebody put you forward").chooses("No").presses("Send")
    eoin.reads("Saved.")


def when_the_coordinator_asks_whoever_is_meant(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["election"]).reads("Somebody Unknown").follows("Ask whoever is meant")
    alma.writes("Their name", "Noor").presses("Ask them").does_not_read("Somebody Unknown")
    alma.follows("Write down their answer").chooses("Yes").chooses("They told me on the phone").presses("Send")
    alma.reads("Who stands", "Noor", "Dev", "Cora")


# Voting


def then_everybody_is_told_when_voting_opens(company: Company) -> None:
    company.waits_until(VOTING)
    told = [message.to[0] for message in mail.outbox if "You can vote now" in message.subject]
    assert sorted(told) == ["cora@example.org", "dev@example.org", "eoin@example.org", "noor@example.org"]


def when_somebody_votes_and_gives_a_number_twice(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("You can vote:").follows("Vote")
    cora.picks("Cora", "1").picks("Noor", "1").presses("Go on").reads("You gave number 1 to more than one person.")
    cora.picks("Noor", "2").presses("Go on").reads("Is this right?").presses("Change it")
    cora.picks("Dev", "3").presses("Go on").reads("Cora Noor Dev").presses("Put it in the box")
    cora.reads("Your vote is in the box.").goes_to("/me/").does_not_read("You can vote")


def then_nobody_votes_twice(company: Company) -> None:
    cora = company.cora
    cora.is_refused(f"{company.at['election']}vote/", 409).reads("A vote was put in the box already.")


def when_others_vote_on_a_screen_and_on_paper(company: Company) -> None:
    for who, choices in (("dev", ("Dev", "Noor")), ("eoin", ("Noor", "Cora"))):
        voter = getattr(company, who).goes_to(f"{company.at['election']}vote/")
        for number, name in enumerate(choices, 1):
            voter.picks(name, str(number))
        voter.presses("Go on").presses("Put it in the box")
    alma = company.coordinator.goes_to(company.at["election"]).follows("Ballots on paper")
    alma.writes("Their name", "Noor").presses("Write it down").follows("Type in one paper")
    alma.picks("Cora", "1").picks("Noor", "2").picks("Who is ticked off for it?", "Noor")
    alma.presses("Put it in the box").reads("Nobody.")
    assert Voted.objects.count() == Ballot.objects.count() == 4


# The result


def then_it_is_counted_and_everybody_can_see_how(company: Company) -> None:
    company.waits_until(AFTER)
    eoin = company.eoin.goes_to(company.at["election"])
    eoin.reads("4 of 4 people voted.", "The count, round by round", "Cora: Elected, not yet said yes", "Noor: Elected")
    eoin.reads("So few people voted that the votes themselves are not shown").does_not_read("All votes as a file")
    assert any("You were elected" in message.subject for message in mail.outbox)


def when_those_elected_say_yes_and_no(company: Company) -> None:
    company.cora.goes_to("/me/").follows("You were elected.").chooses("Yes").presses("Send").reads("took the seat")
    alma = company.coordinator.goes_to(company.at["election"]).follows("Write down their answer", within="Noor")
    alma.chooses("No").chooses("They told me on the phone").presses("Send").reads("did not take the seat")


def then_one_sits_there_and_one_seat_is_still_empty(company: Company) -> None:
    cora = company.cora.goes_to(company.at["board"]).reads("You", "31 October 2029", "152 days")
    cora.reads("Only one person with lived experience sits there now.")
    company.board.goes_to(company.at["board"]).does_not_read("Cora")
    assert Person.objects.get(pk=company.cast.people["noor"].pk).state == "active"


# And the board may not decide with that seat empty


def then_the_board_may_not_decide_without_saying_why(company: Company) -> None:
    alma = company.coordinator.goes_to("/harbour/decisions/").follows("Add a decision")
    alma.writes("What is to be decided?", "The rent").picks("What kind", "Policy").picks("Whose decision", "Board")
    alma.picks("Does a board, panel or group decide it?", BOARD).presses("Save").reads(BOARD)
    alma.follows("Write down what was decided").reads("1 of its seats for lived experience was empty on that day")
    alma.writes("What was decided?", "It goes up.").writes("Why?", "Costs went up.").presses("Record it")
    alma.reads("There is something to put right").writes(
        "Why did it decide with seats", "The landlord wanted an answer."
    )
    alma.picks("Who allowed it to decide with empty seats?", "Bea").presses("Record it")
    alma.reads("The landlord wanted an answer.", "Allowed by: Trustee")
    company.board.goes_to("/harbour/board/").reads("1 time this year.", "The landlord wanted an answer.")


def then_no_event_says_how_anybody_voted(company: Company) -> None:
    results = [check(chain, name, "") for chain, name in chains(None)]
    assert [finding for result in results for finding in result["findings"]] == []
    logged = set(Event.objects.filter(room="decisions").values_list("name", flat=True))
    assert "election_counted" in logged and not any("vote" in name or "ballot_cast" in name for name in logged)
