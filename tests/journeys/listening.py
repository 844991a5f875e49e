"""One ledger: five ways in, and what each of them has a right to. Imported, a letterbox, an e-mail, a paper form."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, cast

from django.core import mail

from alongside.core.mailing import Box
from alongside.core.tests.test_mailing import letter
from alongside.home.services.fetching import fetch
from alongside.voice.models import Contribution, Letterbox

from .company import Company
from .visitor import Visitor

FIRST, ANSWERED_ON, AGAIN_ON = date(2026, 11, 3), date(2026, 11, 10), date(2026, 11, 17)
ADDRESS = "say@example.org"
ASKED = "What was the waiting room like for you?"
NOT_AN_ANSWER, NOT_TRUE, NOT_SAID = "That is not an answer", "That is not true", "That is not what I said"


@dataclass(frozen=True)
class Said:
    """What somebody said by one way, what they are answered, what they say to that, and what closes it."""

    way: str
    words: str
    first: str
    mark: str
    objection: str
    second: str


IMPORTED = Said(
    "imported",
    "Nobody said why the group was cancelled, twice.",
    "The room was double booked, and from now on you get a text the day before.",
    NOT_AN_ANSWER,
    "I asked about the two times that were. Not about next time.",
    "Once the worker was ill and once we forgot. We should have rung you both times, and we did not.",
)
PUT_IN = Said(
    "letterbox",
    "Loud, and the chairs are too low for my knees.",
    "Two higher chairs are on order. The radio stays off before noon.",
    NOT_TRUE,
    "It was on at ten today.",
    "It was on, you are right. The plug is out of the wall now and the radio is in the office.",
)
WRITTEN = Said(
    "e-mail",
    "The form asks for a phone number and I have none.",
    "You can leave the box empty. We will write “if you have one” beside it.",
    NOT_AN_ANSWER,
    "It does not let me leave it empty. That is why I wrote.",
    "We tried it and you are right. The box can be left empty since this morning.",
)
ON_PAPER = Said(
    "paper",
    "The clock has stopped, and so had I.",
    "The clock has a new battery, and the waiting time is written on the board.",
    NOT_SAID,
    "I did not ask for a battery. Nobody had told me to go home.",
    "Your appointment had been moved and nobody told you. That was our mistake, and it is changed: two calls, not one.",
)
ALL = (IMPORTED, PUT_IN, WRITTEN, ON_PAPER)


@dataclass
class Postbox:
    """What stands in for a mail server: as many letters as are put into it."""

    letters: dict[bytes, bytes] = field(default_factory=dict)

    def waiting(self) -> list[bytes]:
        return list(self.letters)

    def size(self, uid: bytes) -> int:
        return len(self.letters[uid])

    def whole(self, uid: bytes) -> bytes:
        return self.letters[uid]

    def remove(self, uid: bytes) -> None:
        del self.letters[uid]


# Ways in


def when_the_coordinator_brings_in_a_file_of_comments(company: Company, folder: Path) -> None:
    cora = company.cast.people["cora"].code
    file = folder / "comments.csv"
    file.write_text(f'Comment,Team,Register code\n"{IMPORTED.words}",Crisis line,{cora}\n', encoding="utf-8")
    alma = company.coordinator.goes_to("/harbour/voices/import/").hands_over("Your file", file)
    alma.presses("Look at it first").reads("What this file would do", "New 1").presses("Bring it in").reads("New: 1")


def when_staff_put_up_a_letterbox_with_a_poster_and_paper_forms(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/letterboxes/new/").writes("What is it called?", "The waiting room")
    mo.picks("Who is to answer?", "Crisis line").writes("What do you ask?", ASKED).presses("Keep it")
    box = mo.path
    mo.follows("Poster to print").reads(ASKED, "Point the camera of a phone at the square")
    mo.goes_to(box).follows("Paper forms to print").writes("How many copies?", "1").presses("Show the forms")
    company.at["slip"] = mo.page.locator(".al-paper__code").inner_text()
    company.at["box"] = Letterbox.objects.get().address


def when_somebody_points_a_phone_at_the_poster(company: Company) -> None:
    public = company.public.goes_to(f"/harbour/say/{company.at['box']}/").reads(ASKED)
    public.writes(ASKED, PUT_IN.words).presses("Say it").reads("This is your code.")
    company.at[PUT_IN.way] = public.page.locator(".al-code").inner_text()


def when_somebody_writes_an_e_mail(company: Company) -> None:
    to = f"say+harbour.{company.at['box']}@example.org"
    raw = letter(f"{WRITTEN.words}\n\n-- \nJo\n", To=to, Subject="Your form")
    box = Postbox({b"1": raw.as_bytes()})
    assert fetch(cast(Box, box)).kept == 1 and not box.letters
    company.at[WRITTEN.way] = _code_in(mail.outbox[-1])
    assert mail.outbox[-1].to == ["jo@example.net"] and "by 15 December 2026" in mail.outbox[-1].body


def when_a_paper_form_is_typed_in(company: Company) -> None:
    mo = company.manager.goes_to("/harbour/voices/").follows("Letterboxes and posters").follows("The waiting room")
    mo.follows("Type in a paper form").chooses("Somebody who wants no name")
    mo.writes("the code on it", company.at["slip"])
    mo.chooses("They filled in a paper form").chooses("Something that happened").writes("Their words", ON_PAPER.words)
    mo.chooses("People who work here may use them")  # ticked on the paper
    mo.presses("Keep it").reads(ON_PAPER.words, ASKED)
    company.at[ON_PAPER.way] = company.at["slip"]


def then_all_of_it_is_in_one_ledger(company: Company) -> None:
    company.manager.goes_to("/harbour/voices/").reads(*(said.words[:30] for said in ALL))
    assert set(Contribution.objects.values_list("via", flat=True)) == {
        *("import", "public_page", "email", "written_down")
    }
    assert set(Contribution.objects.values_list("answer_by", flat=True)) == {date(2026, 12, 15)}


# What each of them has a right to


def when_each_is_read_and_answered(company: Company) -> None:
    for said in ALL:
        mo = company.manager.goes_to(_page(said)).presses("Say that you have read it").presses("Say so")
        mo.reads("The answer is still owed.")
        _answers(mo, said.first)


def then_each_of_them_is_told(company: Company) -> None:
    company.waits_until(ANSWERED_ON)
    fetch(cast(Box, Postbox()))
    assert {letter.to[0] for letter in mail.outbox} >= {"cora@example.org", "jo@example.net"}
    for said in ALL:
        _opens(company, said).reads(said.words, said.first)
        company.manager.goes_to(_page(said)).reads("They were told")


def when_each_of_them_says_that_it_is_not_right(company: Company) -> None:
    for said in ALL:
        them = _opens(company, said).presses("The answer is not right").chooses(said.mark)
        them.writes("In your own words", said.objection).presses("Say so").reads("A new answer is owed now.")
        them.reads("The first one was promised by 15 December 2026, and that still counts.")


def then_nobody_can_tidy_that_away(company: Company) -> None:
    beginnings = [said.words[:30] for said in ALL]
    company.manager.goes_to("/harbour/owed/").reads(*beginnings)
    company.board.goes_to("/harbour/board/").reads("Disputes", *beginnings)
    for said in ALL:
        company.manager.goes_to(_page(said)).reads(said.mark, said.objection, "Challenged, answer owed")


def when_each_is_answered_again(company: Company) -> None:
    company.waits_until(AGAIN_ON)
    for said in ALL:
        _answers(company.manager.goes_to(_page(said)), said.second)
    company.post_goes_out()


def then_each_of_them_says_that_it_answers_them(company: Company) -> None:
    for said in ALL:
        them = _opens(company, said).reads(said.second, "What they said before", said.first)
        them.presses("This answers me").presses("Yes, it answers me").reads("Saved. It stands beside the answer.")
        them.reads(said.mark, said.objection)


def then_nothing_is_owed_any_more(company: Company) -> None:
    company.manager.goes_to("/harbour/owed/").reads("No answer is owed.")
    company.board.goes_to("/harbour/board/").reads("Nothing is disputed now.")
    for said in ALL:
        company.manager.goes_to(_page(said)).reads("This answers me", said.mark, said.objection)
    assert not Contribution.objects.filter(owed=True).exists()


def _page(said: Said) -> str:
    return f"/harbour/voices/{Contribution.objects.get(words=said.words).code}/"


def _answers(mo: Visitor, reason: str) -> None:
    mo.presses("Answer it").chooses("Yes, in part").writes("Why? What happens now?", reason)
    mo.presses("Give this answer").reads(reason)


def _opens(company: Company, said: Said) -> Visitor:
    """On her own page who has one; everybody else with the code that they were given."""
    if said.way not in company.at:
        return company.cora.goes_to(f"/me/said/{Contribution.objects.get(words=said.words).code}/")
    return company.public.goes_to("/harbour/follow/").writes("Your code", company.at[said.way]).presses("Show me")


def _code_in(sent: Any) -> str:
    found = re.search(r"Your code is ([0-9a-z ]{19})", sent.body)
    assert found, sent.body
    return found[1]
