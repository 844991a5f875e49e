"""A job, from the first idea of it to the panel's own review: what each of them does, in their own browser."""

from __future__ import annotations

from datetime import date

from django.core import mail

from alongside.involvement.models import Candidate
from tests import make

from .company import Company

MONDAY = date(2026, 10, 5)
THEY_SHOULD_HAVE_STARTED, HALF_A_YEAR_LATER = date(2026, 12, 1), date(2027, 6, 2)
JOB = "Support worker, Crisis line"
WORDS = "Ten years of listening, four of them on a night line."
WHY = "B can start in December, and the line has nobody at night."


def given_a_decision_with_two_places(company: Company) -> None:
    decision = make.decision(company.cast, title=JOB)
    help_choose = make.opportunity(company.cast, decision, state="filled")
    for who in ("cora", "noor"):
        make.place(company.cast, who, help_choose)
    company.at["decision"] = f"/harbour/decisions/{decision.code}/"
    company.at["job"] = company.at["decision"] + "job/"


# What the job is.


def when_the_manager_says_that_it_is_about_a_job(company: Company) -> None:
    mo = company.manager.goes_to(company.at["decision"]).follows("This is a job")
    mo.writes("What is the highest score?", "5").presses("Yes, begin")
    mo.reads("Next: Does the job need to exist?", "Nobody has said yet who does it")
    mo.is_refused(company.at["job"] + "begin/", 409).reads("has its page already")


def when_its_first_stages_go_by(company: Company) -> None:
    mo = company.manager.goes_to(company.at["job"]).follows("Go on with it").follows("Say where this stands")
    mo.chooses("Done", "Where does it stand?").chooses("Nobody with lived experience took part").presses("Save")
    mo.reads("Nobody with lived experience took part.").goes_to(company.at["job"]).follows("Advert")
    mo.follows("Say where this stands").chooses("Skipped", "Where does it stand?").presses("Save")
    mo.reads("Write down why this is skipped").writes("If it is skipped: why?", "Only people inside may apply.")
    mo.presses("Save").reads("This was skipped. Why: Only people inside may apply.")


def when_somebody_changes_the_job_description(company: Company) -> None:
    mo = company.manager.goes_to(company.at["job"]).follows("Job description").follows("Write down a change")
    mo.chooses("Job description", "What was changed?").writes("before?", "You have your own car.")
    mo.writes("now?", "You can get about Leeds.").picks("Whose change was it?", "Cora").presses("Save")
    mo.reads("People with lived experience came in at: Job description")
    mo.follows("Job description").reads("Before: You have your own car.", "Now: You can get about Leeds.", "Cora")


# The panel.


def when_the_panel_is_seated(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["job"] + "panel/")
    for name in ("Cora", "Noor", "Mo Haddad"):
        alma.follows("Add somebody").picks("Who joins the panel?", name).presses("Add them").reads(name)
    alma.follows("Cora").follows("They chair the panel").presses("Yes, they chair").reads("chairs the panel")
    company.post_goes_out()
    assert any("You are on a panel" in letter.subject for letter in mail.outbox)


def when_somebody_applies(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["job"] + "stages/shortlist/")
    alma.follows("Add somebody who applied").writes("Their name", "Jo Bloggs").writes(
        "The application", WORDS + " jo@example.org"
    )
    alma.chooses("I have taken out name").presses("Add them").reads(
        "This looks like a way to reach them: jo@example.org"
    )
    alma.writes("The application", WORDS).presses("Add them").reads("Candidate A")
    alma.follows("Add somebody who applied").writes("Their name", "Sam Smith").writes("The application", WORDS)
    alma.chooses("I have taken out name").presses("Add them").reads("Candidate B")


def then_nobody_reads_before_they_agreed(company: Company) -> None:
    cora = company.cora.goes_to("/me/places/").follows(JOB)
    company.at["panel"] = cora.path
    cora.reads("once you have agreed to keep it to yourself").does_not_read("Candidate A")
    cora.presses("Read it").reads("I keep what I read and hear").presses("I agree").follows("Candidate A")
    cora.reads(WORDS).does_not_read("Jo Bloggs")
    mo = company.manager.goes_to(company.at["panel"]).presses("Read it").presses("I agree")
    mo.reads("Candidate A")
    alma = company.coordinator.goes_to(company.at["job"] + "panel/").follows("Noor")
    alma.follows("They agreed to keep it to themselves").chooses("They filled in a paper form").presses("They agreed")
    alma.goes_to(company.at["job"] + "panel/").reads("written down for them")


# Apart, then together.


def when_each_says_whom_they_would_meet(company: Company) -> None:
    for who in (company.cora, company.manager):
        who.goes_to(company.at["panel"]).presses("Read and say")
        for label in "AB":
            who.follows(f"Candidate {label}").chooses("Yes, invite them").writes("Why, in a few words", "Warm.")
            who.presses("Keep it")
        who.presses("Hand it in").presses("Hand it in")
    company.cora.goes_to(company.at["panel"]).reads("We wait for 1 more person").is_refused(
        company.at["panel"] + "shortlist/"
    )
    company.at["noor"] = _for_noor(company)
    alma = company.coordinator.goes_to(company.at["noor"]).follows("Write down whom they would meet")
    for label in "AB":
        alma.follows(f"Candidate {label}").chooses("Not sure").presses("Keep it")
    alma.presses("Hand it in").chooses("They told me on the phone").presses("Hand it in")


def _for_noor(company: Company) -> str:
    return company.coordinator.goes_to(company.at["job"] + "panel/").follows("Noor").path


def then_the_chair_writes_down_whom_they_invite(company: Company) -> None:
    cora = company.cora.goes_to(company.at["panel"]).presses("See all lists").reads("Noor: Not sure")
    cora.presses("Write down whom the panel invites").chooses("Candidate A").chooses("Candidate B")
    cora.writes("How did you agree?", "We talked for an hour.").presses("Save").reads("Invited")


def when_questions_are_written(company: Company) -> None:
    cora = company.cora.goes_to(company.at["panel"]).follows("Write a question")
    cora.writes("The question", "Somebody rings and says nothing. What do you do?")
    cora.writes("What does a good answer show?", "They wait.").presses("Add it").reads(
        "Somebody rings and says nothing."
    )
    company.manager.goes_to(company.at["job"] + "stages/questions/").reads(
        "Written by somebody with lived experience: Cora"
    )


def when_everybody_scores(company: Company) -> None:
    _scores(company, company.cora, {"A": "5: very well", "B": "1"})
    company.cora.reads("We wait for 2 more people").is_refused(company.at["panel"] + "result/")
    _scores(company, company.manager, {"A": "0: not at all", "B": "5: very well"})
    alma = company.coordinator.goes_to(company.at["noor"]).follows("They cannot go on").presses("Stand them down")
    alma.reads("Write down why.").writes("Why?", "Could not come that day.").presses("Stand them down")
    alma.reads("Stood down: Could not come that day.")


def _scores(company: Company, who, given: dict[str, str]) -> None:
    who.goes_to(company.at["panel"]).presses("Give my scores")
    for label, value in given.items():
        who.follows(f"Candidate {label}").chooses(value).presses("Keep it")
    who.presses("Hand it in").presses("Hand it in")


def then_all_see_all_scores(company: Company) -> None:
    cora = company.cora.goes_to(company.at["panel"]).presses("See all scores")
    cora.reads("Put first by contributors: A", "Put first by staff: B", "Stood down: Noor.")


# The choice, and after it.


def when_the_choice_differs(company: Company) -> None:
    mo = company.manager.goes_to(company.at["job"] + "stages/decision/").presses("Write down who gets the job")
    mo.reads("Put first by contributors: A").chooses("Candidate B").writes("By when", "1 December 2026").presses("Save")
    mo.reads("The contributors put A first. Write down why the choice differs.").writes("Why?", WHY).presses("Save")
    mo.reads("The contributors on the panel had put A first.", WHY)
    company.post_goes_out()
    assert any(WHY in letter.body and "cora@example.org" in letter.to for letter in mail.outbox)


def then_the_board_and_the_decision_say_so(company: Company) -> None:
    company.board.goes_to("/harbour/board/").reads("Jobs that went to somebody else", WHY).follows(JOB).reads(WHY)
    company.manager.goes_to(company.at["job"] + "stages/decision/").presses("Now write down what was decided")
    company.manager.reads("What was decided?")


def when_the_panel_looks_back(company: Company) -> None:
    cora = company.cora.goes_to(company.at["panel"]).presses("Say how it was")
    cora.writes("What went well?", "I had time to read.").presses("Save")
    company.manager.goes_to(company.at["job"] + "stages/review/").reads("I had time to read.")


def then_the_panel_hears_whether_they_started_and_stayed(company: Company) -> None:
    company.manager.goes_to("/harbour/owed/").does_not_read("Did they start?")
    company.waits_until(THEY_SHOULD_HAVE_STARTED)
    mo = company.manager.goes_to("/harbour/owed/").reads("Did they start?").follows(JOB, within="Did they start?")
    mo.chooses("Yes").presses("Tell the panel").reads("The panel was told on 1 December 2026")
    company.post_goes_out()
    assert any("has started" in letter.body for letter in mail.outbox)


def then_what_was_kept_of_candidates_goes(company: Company) -> None:
    company.waits_until(HALF_A_YEAR_LATER)
    assert set(Candidate.objects.values_list("name", "application")) == {("", "")}
    company.manager.goes_to("/harbour/owed/").reads("Are they still there after six months?")
    company.manager.goes_to(company.at["job"]).reads("what was kept about 2 candidates was removed")
    cora = company.cora.goes_to(company.at["panel"]).reads("If you have copies, delete them.")
    cora.does_not_read("Candidate A").follows("All scores").reads("Put first by contributors: A")
