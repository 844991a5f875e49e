"""A letterbox from the poster to the answer: on a phone without an account, and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from alongside.voice.models import Letterbox

from .visitor import Visitor

pytestmark = pytest.mark.browser

ASKED = "What was the waiting room like for you?"
WORDS = "Loud, and the chairs are too low for my knees."
MORE = "Nobody told me how long it takes."
ON_PAPER = "The clock has stopped, and so had I."


def when_staff_make_a_letterbox_and_print_it(staff: Visitor) -> tuple[str, list[str]]:
    staff.goes_to("/harbour/voices/").follows("Letterboxes and posters").reads("There is no letterbox yet")
    staff.follows("Make a letterbox").writes("What is it called?", "The waiting room")
    staff.picks("Who is to answer?", "Crisis line").writes("What do you ask?", ASKED).presses("Keep it")
    staff.reads("The waiting room", ASKED, "0 voices", "Not answered yet")
    box = staff.path
    staff.follows("Poster to print").reads(ASKED, "Point the camera of a phone at the square", "ring 999")
    address = Letterbox.objects.get().address
    staff.reads(f"/harbour/say/{address}")
    staff.goes_to(box).follows("Paper forms to print").writes("How many copies?", "2").presses("Show the forms")
    staff.reads("Tear here and keep this end", ASKED)
    return address, staff.page.locator(".al-paper__code").all_inner_texts()


def when_somebody_speaks_on_a_phone(public: Visitor, address: str) -> str:
    public.goes_to(f"/harbour/say/{address}/").reads(ASKED, "Nobody is watching this page right now")
    public.presses("Say it").reads("There is something to put right", "Write what you want to say")
    public.writes(ASKED, WORDS).chooses("Anyone may see them").picks("In which language", "English")
    public.presses("Say it").reads("This is your code.")
    return public.page.locator(".al-code").inner_text()


def then_they_follow_add_and_take_back(public: Visitor, code: str) -> None:
    public.goes_to("/harbour/follow/").writes("Your code", code).presses("Show me").reads(ASKED, WORDS)
    public.follows("Add to what you said").reads("Nobody is watching this page right now")
    public.writes("What you want to add", MORE).presses("Add it").reads("What you added", MORE, WORDS)


def then_they_take_back_one_and_then_all(public: Visitor) -> None:
    public.follows("Take these words back").chooses("Only this").presses("Take them back")
    public.does_not_read(MORE).reads(WORDS, "It is gone.")
    public.follows("Take my words back").presses("Take them back").does_not_read(WORDS)


def test_from_the_poster_to_the_page_of_a_code(visitor: Callable[..., Visitor]) -> None:
    staff, public = visitor("staff"), visitor("public", phone=True)
    address, slips = when_staff_make_a_letterbox_and_print_it(staff)
    assert len(slips) == 2

    code = when_somebody_speaks_on_a_phone(public, address)
    then_they_follow_add_and_take_back(public, code)
    box = Letterbox.objects.get()
    staff.goes_to(f"/harbour/letterboxes/{box.code}/").reads("1 voice", "1 Not answered yet", WORDS)
    then_they_take_back_one_and_then_all(public)
    staff.goes_to(f"/harbour/letterboxes/{box.code}/").does_not_read(WORDS)

    paper = visitor("public", phone=True)
    paper.goes_to("/harbour/follow/").writes("Your code", slips[0]).presses("Show me")
    paper.reads("Nobody has typed in your form yet")
    staff.follows("Type in a paper form").reads("The waiting room")
    staff.chooses("Somebody who wants no name").writes("the code on it", slips[0]).chooses(
        "They filled in a paper form"
    )
    staff.chooses("Something that happened").writes("Their words", ON_PAPER).presses("Keep it")
    staff.reads(ON_PAPER, ASKED, "The code on their slip shows it from now on.")
    paper.writes("Your code", slips[0]).presses("Show me").reads(ON_PAPER, "Sam Okafor", ASKED)

    staff.goes_to(f"/harbour/letterboxes/{box.code}/").follows("Close it").presses("Close it").reads("Closed")
    public.is_refused(f"/harbour/say/{address}/").reads("This letterbox is closed", "You can say it here instead")
