"""The story of a draw: interest with answers, the rules, the seal, the number, and each person's own page."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from alongside.involvement import draw
from alongside.involvement.models import Opportunity
from alongside.involvement.tests import drawing
from alongside.involvement.tests.drawing import AGE, OLD, YOUNG
from tests import make

from .company import Company
from .taking_part import AFTER_CLOSING, HELP_CHOOSE

IN_THE_ROOM = 14


def given_something_that_is_being_written(company: Company) -> None:
    drawing.crowd(company.cast, 8)
    request = make.request(company.cast, make.decision(company.cast, due_on=make.days(40)), state="accepted")
    made = make.opportunity(
        company.cast, request=request, state="draft", opened_on=None, closes_on=make.days(11), title=HELP_CHOOSE
    )
    company.at["opportunity"] = f"/harbour/involvement/opportunities/{made.code}/"
    company.at["advert"] = f"/harbour/open/{made.code}/"


def when_the_coordinator_asks_one_question(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["opportunity"]).follows("Questions for the draw")
    alma.presses("Ask a question").writes("What do you ask?", AGE)
    alma.writes("Why does this panel need to know?", "The job is with young people: one of you should be young.")
    alma.writes("What can people answer?", f"{YOUNG}\n{OLD}").presses("Add it").reads("I would rather not say")
    alma.goes_to(company.at["opportunity"]).presses("Open it").presses("Open it")


def when_people_answer_or_would_rather_not(company: Company) -> None:
    cora = company.cora.goes_to(company.at["advert"]).presses("I am interested").reads("one of you should be young")
    cora.chooses(YOUNG, AGE).presses("I am interested").reads("Tick that we may use your answers")
    cora.chooses("You may use my answers").presses("I am interested").reads("You said you are interested")
    dev = company.dev.goes_to(company.at["advert"]).presses("I am interested")
    dev.chooses("I would rather not say", AGE).presses("I am interested").reads("You said you are interested")
    opportunity = _opportunity(company)
    for who in drawing.keys(8):
        drawing.say(company.cast, opportunity, who, YOUNG if who < "p06" else OLD)


def _opportunity(company: Company) -> Opportunity:
    return Opportunity.objects.get(title=HELP_CHOOSE)


def then_one_of_them_changes_her_mind_about_the_answer(company: Company) -> None:
    cora = company.cora.goes_to(company.at["advert"]).follows("Change what I said")
    assert cora.page.get_by_label(YOUNG, exact=True).is_checked()
    cora.chooses(OLD, AGE).presses("Save").reads("You said you are interested")


def when_the_coordinator_looks_at_what_rules_would_do(company: Company) -> None:
    company.waits_until(AFTER_CLOSING)
    alma = company.coordinator.goes_to(company.at["opportunity"]).presses("The draw").reads("10 interested")
    alma.follows("How many seats depend on the answers")
    alma.writes(f"Least seats: {YOUNG}", "2").writes(f"Least seats: {OLD}", "1").presses("Look at what it does")
    alma.reads("These rules cannot all hold", "The smallest change that works")
    alma.writes(f"Least seats: {YOUNG}", "0").writes(f"Most seats: {YOUNG}", "1").writes(f"Least seats: {OLD}", "0")
    alma.presses("Look at what it does").reads("The rule that holds the lowest chance down", "about 1 in 6")
    alma.presses("Save").reads("Saved.", "about 1 in 6").does_not_read("Cora")


def when_the_tickets_are_sealed(company: Company) -> None:
    alma = company.coordinator.presses("Seal the tickets").picks("Doing it", "shares the decision")
    alma.chooses("Drawn in the room").writes("Where and how", "Three bingo balls, drawn in room 2")
    alma.writes("On which day?", "19 October 2026").writes("At what time?", "2pm").presses("Seal the tickets")
    alma.reads("Sealed.", "Three bingo balls, drawn in room 2", "19 October 2026, 2pm")
    alma.is_refused(company.at["opportunity"] + "draw/number/", 409).reads("Come back then.")


def then_everybody_can_keep_the_seal(company: Company) -> None:
    alma = company.coordinator.goes_to(company.at["opportunity"] + "draw/").follows("The page that everybody can check")
    company.at["proof"] = alma.path
    stranger = company.public.goes_to(company.at["proof"]).reads("Sealed, and not drawn yet", "at most 1 seat")
    stranger.does_not_read("Cora", "The secret")


def when_the_number_is_drawn_and_typed_in(company: Company) -> None:
    company.waits_until(AFTER_CLOSING, IN_THE_ROOM)
    alma = company.coordinator.goes_to(company.at["opportunity"] + "draw/").presses("Type in the number")
    alma.writes("Which number was drawn?", "417").writes("The same number once more", "471")
    alma.presses("Save the number").reads("The two are not the same.")
    alma.writes("The same number once more", "417").presses("Save the number").reads("The number stands.")


def then_it_is_revealed_and_two_have_a_place(company: Company) -> None:
    alma = company.coordinator.presses("Reveal it").presses("Reveal it").reads("Drawn. Those on the ticket")
    alma.goes_to(company.at["opportunity"]).reads("0 of 2 seats taken, 2 offered")


def then_each_reads_their_own_chance_and_why(company: Company) -> None:
    company.post_goes_out()
    for who in (company.cora, company.dev, company.p00):
        who.goes_to("/me/places/").follows(HELP_CHOOSE, within=HELP_CHOOSE)
        who.goes_to(company.at["advert"] + "draw/").reads("of the 1,000 tickets", "under a code that only you know")
    company.p00.reads("At most 1 of the 2 seats could go to people who answered “Under 25”.", "1 ÷ 6 is about 1 in 6.")
    company.cora.does_not_read("Under 25")
    company.manager.is_refused(company.at["advert"] + "draw/")


def then_a_stranger_checks_it(company: Company, folder: Path) -> None:
    stranger = company.public.goes_to(company.at["proof"]).reads("was drawn", "The secret")
    stranger.does_not_read("Cora", "Dev")
    stranger.presses("Check it").reads("Right: ticket", "alongside draw verify draw-")
    with stranger.page.expect_download() as download:
        stranger.page.get_by_role("link", name="draw-").first.click()
    file = folder / "draw.json"
    download.value.save_as(file)
    assert _verified(file) == 0
    proof = json.loads(file.read_text(encoding="utf-8"))
    proof["document"]["tickets"][41][0] = proof["document"]["tickets"][42][0]
    file.write_text(json.dumps(proof), encoding="utf-8")
    assert _verified(file) == 1


def _verified(file: Path) -> int:
    """With the one command; and as somebody who has nothing of ours but the one short program it runs."""
    alone = [str(Path(draw.__file__).with_name("verify.py")), str(file)]
    ways = (["-m", "alongside", "draw", "verify", str(file)], alone)
    codes = [subprocess.run([sys.executable, *way], check=False, capture_output=True).returncode for way in ways]
    assert codes[0] == codes[1], codes
    return codes[0]
