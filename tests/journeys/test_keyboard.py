"""With a keyboard and nothing else, and without JavaScript. Wherever the focus stands, it can be seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Self

import pytest
from django.core import mail
from django.core.cache import cache

from tests import make
from tests.cast import Cast

from .visitor import Visitor

pytestmark = [pytest.mark.browser, pytest.mark.one_database]
FARTHEST = 80  # steps with Tab; no page of ours is longer

FOCUSED = """() => {
    const at = document.activeElement, box = at.getBoundingClientRect()
    const styles = each => [null, '::before', '::after'].map(part => getComputedStyle(each, part))
    const drawn = [at, ...(at.labels || [])].flatMap(styles)
    return {
        name: (at.labels && at.labels.length ? at.labels[0].innerText : at.innerText || at.ariaLabel || '').trim(),
        inside: !!at.closest('main'),
        nothing: at === document.body,
        seen: drawn.some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2
            || style.boxShadow !== 'none'),
        on_screen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    }
}"""


class Keys:
    """Somebody who has no mouse."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor, self.page, self.keys = visitor, visitor.page, visitor.page.keyboard

    def goes_to(self, path: str) -> Self:
        self.visitor.goes_to(path)
        return self

    def tabs_to(self, name: str) -> Self:
        for _step in range(FARTHEST):
            self.keys.press("Tab")
            if name in self.focus()["name"]:
                return self
        raise AssertionError(f"Tab never comes to “{name}” on {self.page.url}")

    def focus(self) -> dict[str, str | bool]:
        found: dict[str, str | bool] = self.page.evaluate(FOCUSED)
        assert found["nothing"] or (found["seen"] and found["on_screen"]), f"{found} on {self.page.url}"
        return found

    def types(self, text: str) -> Self:
        self.keys.type(text)
        return self

    def presses(self, key: str) -> Self:
        self.keys.press(key)
        return self

    def goes_on(self) -> Self:
        with self.page.expect_navigation():
            self.keys.press("Enter")
        self.visitor.looks()
        return self

    def reads(self, *words: str) -> Self:
        self.visitor.reads(*words)
        return self


@pytest.fixture
def keys(come: Callable[..., Visitor]) -> Callable[..., Keys]:
    cache.clear()
    return lambda who, phone=False: Keys(come(who, phone=phone, javascript=False))


def test_signing_in_with_a_code(keys, stage: Cast) -> None:
    cora = keys("public").goes_to("/harbour/").tabs_to("Sign in").goes_on()
    cora.tabs_to("Your e-mail address").types("cora@example.org").goes_on()
    code = re.search(r"\d{4}-\d{4}", mail.outbox[-1].body)
    assert code
    cora.tabs_to("The code").types(code[0]).goes_on()
    assert cora.visitor.path == "/me/"


def test_the_first_key_skips_to_what_the_page_is_about(keys) -> None:
    somebody = keys("public").goes_to("/harbour/say/").presses("Tab")
    assert str(somebody.focus()["name"]).startswith("Skip to")
    somebody.presses("Enter").presses("Tab")
    assert somebody.focus()["inside"]


def test_the_menu_of_a_phone(keys) -> None:
    cora = keys("cora", phone=True).goes_to("/me/").tabs_to("Menu").presses("Enter").tabs_to("What is open").goes_on()
    assert cora.visitor.path == "/harbour/open/"


def test_saying_something(keys) -> None:
    cora = keys("cora").goes_to("/me/").tabs_to("Say something").goes_on()
    cora.tabs_to("Which part of us").types("Crisis line").tabs_to("What is it about?").types("The number")
    cora.tabs_to("An idea").presses("ArrowDown").tabs_to("Your words").types("Nobody picks up before nine.")
    cora.tabs_to("With my name").presses("Space").tabs_to("Say it").goes_on()
    cora.reads("Nobody picks up before nine.", "Crisis line has it.")


def test_a_mistake_is_found_and_put_right(keys) -> None:
    somebody = keys("public").goes_to("/harbour/say/").tabs_to("Say it").goes_on()
    somebody.reads("There is something to put right").tabs_to("Write what you want to say.").presses("Enter")
    assert "Your words" in str(somebody.focus()["name"])
    somebody.types("The lift is broken.").tabs_to("Say it").goes_on().reads("Choose an answer to")
    assert somebody.page.get_by_label("Your words").input_value() == "The lift is broken."


def test_saying_yes_to_a_place(keys, stage: Cast) -> None:
    make.place(stage, "cora", make.opportunity(stage, state="closed"), state="offered", answered_on=None)
    cora = keys("cora").goes_to("/me/").tabs_to("Do you want this place?").goes_on()
    cora.tabs_to("Say yes").goes_on().tabs_to("Yes").goes_on().reads(
        "Accepted", "You can give your place back at any time."
    )
