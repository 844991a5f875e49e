"""A change that did not hold: claimed, judged, looked at again, owed again, and traced on one page."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from django.core import mail

from alongside.voice.models import Contribution
from alongside.voice.tests.factories import said, told

from .company import Company

CHANGED_ON, LOOKED_ON = date(2026, 11, 24), date(2027, 2, 26)
CORAS = "The door of the crisis line is locked before the last bus comes."
DEVS = "Twice I stood outside at ten and nobody opened."
CHANGE = "The door stays open until the last bus, and somebody sits beside it."
BEFORE = "It was locked at nine, whoever was on the way."
EVIDENCE = "The hours on the door, and the rota on the kitchen wall."
FOUND = "I came at half past nine on Thursday: it was locked, and the old hours hung there again."
AGAIN = "It is open again from tomorrow, and the duty manager checks it at nine every evening until June."


def given_two_people_who_were_answered(company: Company) -> None:
    cast = company.cast
    company.at["coras"] = told(cast, words=CORAS).code
    company.at["devs"] = told(cast, words=DEVS, person=cast.people["dev"], by=cast.actor("dev")).code
    said(cast, words="Something else.", person=cast.people["eoin"], by=cast.actor("eoin"))


def when_a_change_is_claimed_with_a_day_to_look_again(company: Company) -> None:
    company.waits_until(CHANGED_ON)
    mo = company.manager.goes_to(f"/harbour/voices/{company.at['coras']}/").follows("Say what is different now")
    mo.writes("What is different now?", CHANGE).writes("How was it before?", BEFORE).chooses("A policy")
    mo.writes("How can anybody see it?", EVIDENCE).writes("Since when?", "23 November 2026")
    mo.writes("By which day does somebody look", "25 February 2027").writes("Did it come of other", company.at["devs"])
    mo.presses("Save").reads("Say which policy, and which version of it")
    mo.writes("Which one?", "Opening hours").writes("Which version of it?", "3").presses("Save")
    mo.reads(CHANGE, BEFORE, "Opening hours, 3", "The organisation says so", "To be looked at by 25 February 2027")
    mo.reads("Nobody who asked for it has said yet whether it is so.")
    company.at["change"] = mo.path


def then_two_authors_judge_it(company: Company) -> None:
    cora = company.cora.goes_to("/me/").follows("Is this true?").reads(EVIDENCE, BEFORE)
    cora.presses("Is it so? Tell us").chooses("Yes, this is different now").chooses("A real change").presses("Say so")
    dev = company.dev.goes_to(f"/me/said/{company.at['devs']}/").presses("Is it so? Tell us")
    dev.chooses("Yes, this is different now").chooses("A small tweak").presses("Say so")
    mo = company.manager.goes_to(company.at["change"]).reads("Confirmed by somebody who said it")
    mo.reads("1 of 2 says it is a real change.", "1 of 2 says it is a small tweak.")
    company.manager.goes_to("/harbour/changes/").reads("The door stays open", "1 of 2 says it is a real change.")


def when_it_did_not_hold(company: Company) -> None:
    company.waits_until(LOOKED_ON)
    assert any("is it still so" in message.subject for message in mail.outbox if message.to == ["cora@example.org"])
    mo = company.manager.goes_to("/harbour/owed/").reads("Changes to look at again").follows("The door stays open")
    mo.chooses("It is not so any more").writes("What did you see, and where?", "Done.").presses("Save what I saw")
    mo.reads("Say what you saw, and where").writes("What did you see, and where?", FOUND).presses("Save what I saw")
    mo.reads("It did not hold, or only in part", FOUND, "an answer was owed again to 2 of those who asked for it")


def then_it_is_owed_again(company: Company) -> None:
    company.post_goes_out()
    assert any("did not hold" in message.subject for message in mail.outbox if message.to == ["dev@example.org"])
    company.cora.goes_to(f"/me/said/{company.at['coras']}/").reads("They owe you an answer again.", FOUND)
    company.manager.goes_to("/harbour/owed/").reads(CORAS[:40], DEVS[:40], "Late")
    company.board.goes_to("/harbour/board/").reads("The door stays open")
    states = Contribution.objects.filter(code__in=[company.at["coras"], company.at["devs"]])
    assert set(states.values_list("state", flat=True)) == {"challenged"}


def then_its_author_says_whether_it_is_there_again(company: Company) -> None:
    mo = company.manager.goes_to(f"/harbour/voices/{company.at['coras']}/").presses("Answer it")
    mo.chooses("Yes, we will do this").writes("Why? What happens now?", AGAIN).presses("Give this answer")
    cora = company.cora.goes_to(f"/me/said/{company.at['coras']}/").reads(AGAIN).presses("Is it still so? Tell us")
    cora.chooses("It is still so").writes("What do you see?", "Open on Friday and on Monday.").presses("Say so")
    cora.reads("You said: It is still so", "Confirmed by somebody who said it")


def then_its_author_opens_the_trace_and_prints_it(company: Company, folder: Path) -> None:
    cora = company.cora.goes_to(f"/me/said/{company.at['coras']}/").follows("All of it as a picture")
    cora.reads(CORAS, "Day by day", CHANGE, FOUND, "it fits on one sheet of paper")
    picture = cora.page.locator("svg.al-flow--down")
    assert picture.is_visible() and not cora.page.locator("svg.al-flow--across").is_visible()
    assert "Changed: The door stays open" in (picture.locator("title").text_content() or "")
    paper = folder / "trace.pdf"
    cora.page.pdf(path=paper, format="A4", margin=dict.fromkeys(("top", "bottom", "left", "right"), "12mm"))
    assert len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes())) == 1


def then_staff_see_the_same_for_all_of_them(company: Company) -> None:
    mo = company.manager.goes_to(company.at["change"]).follows("How it came to this")
    mo.reads(CHANGE, CORAS, DEVS, "Each thing that was said, and what came of it", "It is not so any more")
    company.public.is_refused(company.at["change"] + "trace/")
