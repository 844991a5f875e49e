"""A team that does nothing: what it owes rises by itself, and comes down only when there is an answer."""

from __future__ import annotations

from datetime import date, timedelta

from django.core import mail

from alongside.voice.models import Contribution

from .company import Company

SAID_ON = date(2026, 11, 3)
SOON, DUE = date(2026, 11, 10), date(2026, 12, 15)  # to be read, to be answered
REMINDED, MANAGER, BOARD = DUE + timedelta(days=1), DUE + timedelta(days=7), DUE + timedelta(days=21)
WORDS = "The lift stands still since May, and I live on the third floor."
SO_FAR = "We asked the landlord in June and never again. That is all that has happened."
NEXT = "The team manager rings the landlord, and carries your shopping up until then."
ANSWER = "The lift runs since Monday. The landlord pays, and we look at it again every month."


def given_somebody_who_is_read_and_then_forgotten(company: Company) -> None:
    cora = company.cora.goes_to("/harbour/say/").picks("Which part of us", "Crisis line").chooses("A worry")
    cora.writes("Your words", WORDS).chooses("With my name").presses("Say it")
    cora.reads(WORDS, "You get an answer, and the reason, by 15 December 2026")
    company.at["said"] = cora.path
    mo = company.manager.goes_to("/harbour/owed/").follows("The lift stands still")
    company.at["voice"] = mo.path
    mo.presses("Say that you have read it").presses("Say so").reads("The answer is still owed.")


def when_the_day_comes_and_nobody_does_anything(company: Company) -> None:
    company.waits_until(DUE - timedelta(days=1))
    assert _letters("mo@example.org")[-1] == "1 person is waiting for your answer"
    company.waits_until(DUE)
    company.board.goes_to("/harbour/board/").reads("Nothing is so late that it had to rise here.")


def then_whoever_answers_was_reminded(company: Company) -> None:
    company.waits_until(REMINDED)
    mo = company.manager.goes_to(company.at["voice"]).reads("The answer was due", "Whoever answers it was reminded")
    mo.reads("Manager, Crisis line").does_not_read("Whoever manages them was told")
    company.cora.goes_to(company.at["said"]).reads("That day has passed. They are 1 day late.")


def then_whoever_manages_them_sees_it(company: Company) -> None:
    company.waits_until(MANAGER)
    assert "1 answer is late" in _letters("mo@example.org") and "1 answer is late" in _letters("alma@example.org")
    company.manager.goes_to(company.at["voice"]).reads("Whoever manages them was told")
    company.manager.goes_to("/harbour/owed/").reads(WORDS[:30], "Late")
    company.coordinator.goes_to("/harbour/desk/").reads("Crisis line")
    company.board.goes_to("/harbour/board/").reads("Nothing is so late that it had to rise here.")


def then_the_board_reads_it_by_itself(company: Company) -> None:
    company.waits_until(BOARD - timedelta(days=1))
    company.board.goes_to("/harbour/board/").reads("Nothing is so late that it had to rise here.")
    company.waits_until(BOARD)
    bea = company.board.goes_to("/harbour/board/").reads("So late that it rose to the board", WORDS[:30])
    bea.reads("Crisis line. Here since 5 January 2027.").follows("The lift stands still")
    bea.reads(WORDS, "It went on the board's page")


def when_they_put_it_off_it_stays_there(company: Company) -> None:
    mo = company.manager.goes_to(company.at["voice"]).presses("Answer it").chooses("Not yet")
    mo.writes("Why? What happens now?", "The landlord has our letter and does not answer it.")
    mo.writes("by which day will you answer", "29 January 2027").presses("Give this answer")
    company.board.goes_to("/harbour/board/").reads(WORDS[:30], "Here since 5 January 2027.")


def when_a_holding_note_says_how_it_stands(company: Company) -> None:
    mo = company.manager.goes_to(company.at["voice"]).presses("Write a holding note")
    mo.reads("The answer was promised by 15 December 2026: that stays.")
    mo.writes("What has happened so far?", SO_FAR).writes("Who does what next?", NEXT)
    mo.writes("By which day?", "12 January 2027").presses("Give this note").reads(SO_FAR, "Not yet, still owed")


def then_she_is_told_and_the_debt_stays(company: Company) -> None:
    company.post_goes_out()
    assert "Harbour House tells you how it stands" in _letters("cora@example.org")
    cora = company.cora.goes_to(company.at["said"]).reads(SO_FAR, NEXT)
    cora.reads("The answer was promised by 15 December 2026, and that still counts.")
    company.board.goes_to("/harbour/board/").reads("Nothing is so late that it had to rise here.")
    company.manager.goes_to("/harbour/owed/").reads(WORDS[:30], "Late")


def when_it_is_answered(company: Company) -> None:
    mo = company.manager.goes_to(company.at["voice"]).presses("Answer it").chooses("Yes, we will do this")
    mo.writes("Why? What happens now?", ANSWER).presses("Give this answer").reads(ANSWER)
    company.post_goes_out()


def then_it_is_gone_from_every_page_and_how_late_it_was_stays(company: Company) -> None:
    company.manager.goes_to("/harbour/owed/").reads("No answer is owed.")
    company.board.goes_to("/harbour/board/").does_not_read(WORDS[:30])
    mo = company.manager.goes_to(company.at["voice"]).reads("Whoever answers it was reminded", "They were told")
    mo.reads("Whoever manages them was told", "It went on the board's page", ANSWER)
    company.cora.goes_to(company.at["said"]).reads(ANSWER, "The last word is yours")
    assert (Contribution.objects.get().risen, Contribution.objects.get().board_since) == (0, None)


def _letters(to: str) -> list[str]:
    """What their letters were about, as they came."""
    return [letter.subject for letter in mail.outbox if letter.to == [to]]
