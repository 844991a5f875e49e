"""The story's first half: from a vacancy in the HR calendar to a decision taken with people."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from django.core import mail

from .company import Company

MONDAY = date(2026, 10, 5)
AFTER_CLOSING = date(2026, 10, 19)
A_WEEK_BEFORE, DAY_AFTER = date(2026, 10, 28), date(2026, 11, 5)
VACANCY, IN_A_HURRY = "Support worker, Crisis line", "Night worker, Crisis line"
CALENDAR = f"""Vacancy,Type,Team,Interview date,Hiring manager email,Vacancy reference
"{VACANCY}",Recruitment,Crisis line,13/11/2026,mo@example.org,HR-104
"{IN_A_HURRY}",Recruitment,Crisis line,07/10/2026,mo@example.org,HR-105
Petty cash rules,Policy,Board,30/11/2026,,HR-106
"""
HELP_CHOOSE = "Help choose a support worker"
ADVERT = "You read what people write, you ask them questions, and you say whom you would choose."


# The vacancy


def given_the_hr_calendar(company: Company, folder: Path) -> Path:
    file = folder / "vacancies.csv"
    file.write_text(CALENDAR, encoding="utf-8")
    return file


def when_the_coordinator_brings_it_in(company: Company, file: Path) -> None:
    alma = company.coordinator.goes_to("/harbour/decisions/").follows("Bring in a list or a calendar")
    alma.hands_over("Your file", file).presses("Look at it first")
    alma.reads("What this file would do", "New decisions 3").presses("Bring it in").reads("New decisions: 3", VACANCY)


def then_the_same_file_again_changes_nothing(company: Company, file: Path) -> None:
    alma = company.coordinator.goes_to("/harbour/decisions/import/")
    alma.hands_over("Your file", file).presses("Look at it first").reads("New decisions 0", "The same as before 3")
    alma.presses("Bring it in").reads("New decisions: 0, The same as before: 3.")


def then_the_vacancy_shows_as_not_yet_with_people(company: Company) -> None:
    company.coordinator.goes_to("/harbour/desk/").reads("Reserved decisions not yet with people", VACANCY)
    mo = company.manager.goes_to("/harbour/owed/").reads(VACANCY).follows(VACANCY)
    mo.reads("Reserved: not yet with people")
    company.at["decision"] = mo.path


# The request


def when_the_manager_asks_for_involvement(company: Company) -> None:
    mo = company.manager.goes_to(company.at["decision"]).follows("Ask for involvement")
    mo.writes("What would still change", "The questions, the scores and whom we choose.")
    mo.writes("What is open?", "Everything but the pay band.").writes("What is fixed?", "The pay band, by law.")
    mo.writes("Who decides?", "A panel of four, two of them contributors").writes("By when", "13 November 2026")
    mo.writes("What do you ask people to do?", HELP_CHOOSE).writes("How much money", "240")
    mo.writes("From which budget?", "Involvement 4410").picks("Who answers for it?", "Mo Haddad")
    mo.presses("Send the request").reads("The coordinator accepts or refuses by", "12 October 2026")
    company.at["request"] = mo.path


def when_the_coordinator_accepts_it(company: Company) -> None:
    alma = company.coordinator.goes_to("/harbour/desk/").reads(HELP_CHOOSE).follows(HELP_CHOOSE)
    alma.presses("Accept").presses("Accept").reads("Accepted.")


def when_another_request_comes_two_days_before(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/ask/").follows(IN_A_HURRY)
    mo.writes("What would still change", "Who sits on the panel.").writes("What is open?", "The panel.")
    mo.writes("Who decides?", "The team manager").writes("What do you ask people to do?", "Sit on the panel tomorrow")
    mo.writes("How much money", "0").writes("From which budget?", "None").picks("Who answers for it?", "Mo Haddad")
    mo.presses("Send the request").reads("Short notice")


def then_the_coordinator_refuses_and_the_board_reads_why(company: Company) -> None:
    alma = company.coordinator.goes_to("/harbour/desk/").reads("Short notice").follows("Sit on the panel tomorrow")
    alma.presses("Refuse").presses("Refuse").reads("Write down why you refuse.")
    alma.writes("Why do you refuse?", "Nobody can read six forms in two days, unpaid.").presses("Refuse")
    company.board.goes_to("/harbour/board/").reads("Requests that the coordinator refused", "Nobody can read six forms")
    company.manager.goes_to("/harbour/involvement/requests/").follows("Sit on the panel").reads("Nobody can read six")


# The opportunity


def when_the_opportunity_is_written_without_what_can_change(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["request"]).presses("Write the opportunity")
    alma.writes("What would somebody do?", ADVERT).writes("What can still change", "").writes("How many seats?", "2")
    alma.writes("How and by when do people hear", "Mo rings you within a week of the decision.")
    alma.writes("When?", "Wednesday 4 November, 10am to 1pm").writes("Where?", "Harbour House, room 2")
    alma.writes("What is paid?", "£60 for the day, reading time included, and your fares")
    alma.writes("How many minutes of preparation?", "60").writes("Last day", "16 October 2026").presses("Save")
    company.at["opportunity"] = alma.path


def then_it_cannot_be_opened_until_that_is_said(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["opportunity"])
    alma.reads("Write what is missing: what can still change because people take part")
    code = company.at["opportunity"].rstrip("/").split("/")[-1]
    alma.goes_to(f"/harbour/candour/open/{code}/").reads("It does not say what can still change")
    alma.presses("Open it with this reason").reads("Write down why it opens all the same")
    company.cora.goes_to("/harbour/open/").does_not_read(HELP_CHOOSE)
    alma.goes_to(company.at["opportunity"]).presses("Write it")
    alma.writes("What can still change", "The questions, the scores, and who gets the job.").presses("Save")
    alma.presses("Open it").presses("Open it").reads("It is on the page “What is open”")


def when_three_people_are_interested(company: Company) -> None:
    for somebody in (company.cora, company.dev):
        somebody.goes_to("/me/").follows(HELP_CHOOSE).reads("The questions, the scores, and who gets the job.")
        somebody.presses("I am interested").writes("Anything you want us to know?", "I was on a panel once.")
        somebody.presses("I am interested").reads("You said you are interested")
    alma = company.coordinator.goes_to(company.at["opportunity"]).follows("Somebody told you")
    alma.writes("Their name", "Noor").presses("Find").follows("Noor")
    alma.chooses("They told me on the phone").presses("Write it down").reads("Written down by Alma Reyes")


def when_one_of_them_says_what_she_needs(company: Company) -> None:
    cora = company.cora.goes_to("/me/about/")
    for kind, words in (
        ("How you send me things", "Papers in large print"),
        ("Something to arrange", "A taxi there and back"),
    ):
        cora.follows("Add something I need").chooses(kind).writes("What do you need?", words)
        cora.presses("Save").reads(words)


# Places


def when_places_are_offered_with_a_reason_and_roles(company: Company) -> None:
    company.waits_until(AFTER_CLOSING)
    for name in ("Cora", "Dev"):
        _offer(company, name)
    assert {to for letter in mail.outbox for to in letter.to} >= {"cora@example.org", "dev@example.org"}


def _offer(company: Company, name: str) -> None:
    alma = company.coordinator.goes_to(company.at["opportunity"]).follows(f"Offer a place : {name}")
    alma.presses("Offer the place").reads("Write down why you chose them.")
    alma.writes("Why do you choose them?", "You have not had a turn this year.")
    alma.picks("Designing it", "advises").picks("Doing it", "shares the decision").presses("Offer the place")
    alma.reads("Offered.")
    company.post_goes_out()


def when_one_says_no_without_a_reason(company: Company) -> None:
    dev = company.dev.goes_to("/me/").follows("Do you want this place?").reads("You have not had a turn this year.")
    dev.presses("Say no").reads("You do not have to say why.")
    assert dev.page.locator("main textarea").count() == 0
    dev.presses("No, not this time")


def then_two_people_have_said_yes(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("Do you want this place?")
    cora.reads("You decide together with staff. Your say counts the same.")
    cora.presses("Say yes").presses("Yes").reads("The yes is written down, and the place is kept.")
    _offer(company, "Noor")
    alma = company.coordinator.follows("Noor", within="shares the decision").presses("They said yes")
    alma.chooses("They told me on the phone").presses("Yes").reads("Written down by Alma Reyes")
    alma.goes_to(company.at["opportunity"]).reads("2 of 2 seats taken").presses("Tell the others")
    alma.presses("All places are taken").reads("Filled.")


# The session


def when_a_session_is_set_with_agenda_and_papers(company: Company, folder: Path) -> None:
    alma = company.coordinator.goes_to(company.at["opportunity"]).follows("Set a session")
    alma.writes("What is it?", "Interview day").writes("Which day?", "4 November 2026").writes("From", "10am")
    alma.writes("Until", "1pm").presses("Set it")
    company.at["session"] = alma.path
    alma.follows("Put something on the agenda").writes("What should be talked about?", "The questions we ask")
    alma.picks("Who raised it?", "Cora").presses("Put it on the agenda").reads("raised by Cora")
    paper = folder / "questions.txt"
    paper.write_text("What would you do at three in the morning?")
    alma.follows("Add a paper").writes("What is the paper called?", "Draft questions").hands_over("The file", paper)
    alma.presses("Add it").follows("The papers have gone out").chooses("Yes, everybody got the same papers")
    alma.presses("Save").reads("the same for everybody")


def then_what_she_needs_is_arranged(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["session"])
    for words in ("Papers in large print", "A taxi there and back"):
        alma.follows(words).presses("It is arranged").presses("Save")
    company.waits_until(A_WEEK_BEFORE)
    alma.goes_to("/harbour/desk/").reads("Interview day", "All arranged")
    cora = company.cora.goes_to("/me/").reads("A taxi there and back (arranged)").follows("Interview day")
    cora.reads("The questions we ask raised by you", "Draft questions").does_not_read("Noor")


# Afterwards


def when_it_is_over_and_who_came_is_written_down(company: Company) -> None:
    company.waits_until(DAY_AFTER)
    alma = company.coordinator.goes_to(company.at["session"]).presses("Write down who came")
    for name in ("Cora", "Noor"):
        alma.chooses("Yes", f"Did {name} come?").writes(f"How many minutes did {name} prepare?", "90")
    alma.presses("Save").reads("came: 180 minutes, and 90 of preparation")
    alma.follows("Write down the debrief").writes("How did it go", "We were heard. The job description came up.")
    alma.presses("Save").reads("The job description came up.")


def then_she_says_herself_whether_it_was_met(company: Company) -> None:
    cora = company.cora.goes_to(company.at["session"]).reads("The job description came up.")
    for words in ("Papers in large print", "A taxi there and back"):
        cora.follows(words).presses("I had what I needed").presses("Save")
    company.coordinator.goes_to(company.at["session"]).reads("in their own word").follows("A taxi there and back")
    company.coordinator.reads("In their own word, which stands.")


def when_the_outcome_is_recorded(company: Company) -> None:
    mo = company.manager.goes_to(company.at["decision"]).presses("Write down what was decided")
    mo.reads("this counts as taken with people", "2 of at least 2 people")
    mo.writes("What was decided?", "Priya starts in January.").writes("Why?", "She listened before she spoke.")
    mo.writes("On which day", "5 November 2026").presses("Record it").reads("Taken with people")


def then_the_other_one_needs_a_reason_and_somebody_who_may(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/owed/").follows(IN_A_HURRY).reads("this counts as taken without people")
    mo.writes("What was decided?", "Femi covers the nights.").writes("Why?", "Two nights were empty.")
    mo.presses("Record it").reads("Only the coordinator or the board")
    alma = company.coordinator.goes_to(mo.path)
    alma.writes("What was decided?", "Femi covers the nights.").writes("Why?", "Two nights were empty.")
    alma.presses("Record it").reads("There is something to put right")
    alma.writes("Why is it taken without people?", "Nobody would have answered the line at night.")
    alma.picks("Who allowed that?", "Bea Lindqvist").presses("Record it").reads("It was.", "Allowed by: Trustee")
    board = company.board.goes_to("/harbour/board/").reads("Nobody would have answered the line at night.")
    board.reads("Recruitment Reserved 2 1 0 1 0")
