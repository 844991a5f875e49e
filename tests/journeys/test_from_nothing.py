"""The first day with an empty organisation, and the first day of somebody who takes part: a letter, a phone, no script.

Nothing of the cast or of the demonstration is there: only what was put in by hand.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.core.management import call_command

from alongside.accounts.models import User
from alongside.core.actor import system
from alongside.home.services import send_waiting
from alongside.organisation import services
from alongside.voice.models import Contribution

pytestmark = [pytest.mark.browser, pytest.mark.one_database]

LIST = """Name,Email,Status,Consents,Consent date,Consent from,Reference
Wren Marsh,wren@example.net,active,email,3 March 2026,paper,L1
Gus Webb,gus@example.net,active,email,3 March 2026,paper,L2
Ivy Grant,,active,,,,L3
"""
SAID = """What could we do better?,Date,Author
Nobody rang me back.,3 March 2026,L1
"""


@pytest.fixture
def empty(stage: Any) -> None:
    """An organisation, and one who is its administrator and its coordinator."""
    cache.clear()
    call_command("flush", interactive=False, verbosity=0)
    made = {"name": "Lantern Yard", "slug": "lantern-yard", "nation": "wales"}
    services.make_organisation(
        **made, administrator_email="ada@example.net", administrator_name="Ada Pryce", by=system()
    )


def signs_in(somebody: Any, address: str, email: str) -> Any:
    somebody.goes_to(address).writes("Your e-mail address", email).presses("Send me a code")
    return somebody.writes("The code", re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)[0]).presses("Sign in")


def letter_to(address: str) -> str:
    send_waiting()
    return next(str(letter.body) for letter in reversed(mail.outbox) if letter.to == [address])


def test_from_nothing_to_the_first_words(come: Any, empty: None, tmp_path: Path) -> None:
    people, said = tmp_path / "people.csv", tmp_path / "said.csv"
    people.write_text(LIST, encoding="utf-8")
    said.write_text(SAID, encoding="utf-8")

    # Given somebody who begins alone: the steps say what is next, and who has to do it.
    ada = signs_in(come("public", javascript=False), "/accounts/login/", "ada@example.net")
    ada.goes_to("/lantern-yard/first-steps/").follows("Let your colleagues in, each with a role").follows(
        "Let somebody in"
    )
    ada.writes("E-mail address", "ada@example.net").writes("Name", "Ada Pryce").chooses("Co-production coordinator")
    ada.presses("Let them in").goes_to("/lantern-yard/desk/").follows("The first steps, and what is done")

    # When she brings in whom she knows, what they said, and lets one of them in.
    ada.follows("Bring in the people you know").hands_over("Your file", people).presses("Look at it first")
    ada.presses("Bring it in").reads("New: 3").follows("Let people sign in")
    ada.reads("Gus Webb, gus@example.net").does_not_read("Ivy Grant")
    ada.chooses("Wren Marsh, wren@example.net").presses("Let them sign in").does_not_read("Wren Marsh")
    ada.goes_to("/lantern-yard/first-steps/").follows("Bring in what people said already")
    ada.hands_over("Your file", said).presses("Look at it first")
    ada.page.locator("select[name=field]").select_option("words")
    ada.presses("Look again").presses("Bring it in").reads("New: 1")

    # Then the letter has a way in and a way to fewer letters, and both open on a phone.
    letter = letter_to("wren@example.net")
    door, fewer = re.findall(r"https?://[^/]+(/\S+)", letter)
    wren = signs_in(come("public", phone=True, javascript=False), door, "wren@example.net")
    wren.reads("What could we do better? Nobody rang me back.", "3 March 2026")
    wren.goes_to(fewer).reads("How")

    # And what came from a list is not used further than they ever allowed.
    wren.goes_to("/me/").follows("What could we do better? Nobody rang me back.")
    wren.does_not_read("People who work here may use them")
    wren.goes_to("/lantern-yard/say/").chooses("A worry").writes("Your words", "The line is engaged at ten.")
    wren.chooses("With my name").presses("Say it").reads("We have your words. Nobody changes them.")
    assert Contribution.objects.filter(person__user=User.objects.get(email="wren@example.net")).count() == 2
