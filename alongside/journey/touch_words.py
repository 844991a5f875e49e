"""What the five steps are called where an organisation has no words of its own, and how numbers are said. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core.small_groups import Sided

from .models.statements import NO, STEPS, YES
from .models.touchpoints import BAD, BOTH, FELT, GOOD, FeelingWords

SOURCE = "https://www.pointofcarefoundation.org.uk/resource/experience-based-co-design-ebcd-toolkit/"
# By the field of `FeelingWords` that says it.
FIELDS = ("very_good", "good", "both", "bad", "very_bad")
FEELINGS: dict[int, Any] = {
    2: gettext_lazy("Very good"),
    1: gettext_lazy("Good"),
    0: gettext_lazy("Good and bad"),
    -1: gettext_lazy("Bad"),
    -2: gettext_lazy("Very bad"),
}
SIDES: dict[str, Any] = {
    GOOD: gettext_lazy("Good"),
    BOTH: gettext_lazy("Good and bad"),
    BAD: gettext_lazy("Bad"),
}
ANSWERS: dict[int, Any] = {
    4: gettext_lazy("Yes"),
    3: gettext_lazy("Mostly"),
    2: gettext_lazy("Not really"),
    1: gettext_lazy("No"),
}
ANSWER_SIDES: dict[str, Any] = {YES: gettext_lazy("Yes or mostly"), NO: gettext_lazy("No or not really")}


def feelings(own: FeelingWords | None) -> dict[int, str]:
    """By the stored step, the best first."""
    if own is None:
        return {felt: str(FEELINGS[felt]) for felt in FELT}
    return {felt: getattr(own, name) for felt, name in zip(FELT, FIELDS, strict=True)}


def counted(shown: Sided, steps: Mapping[int, Any], sides: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What it was called and by how many: each step, or, where that would say too much, the side of nearly all."""
    if shown.fine:
        return [(str(words), str(shown.fine.get(step, 0))) for step, words in steps.items()]
    return [
        (str(sides[side]), _("at least %(n)s") % {"n": n} if shown.unsaid else str(n))
        for side in sides
        if (n := shown.sides.get(side))
    ]


def in_words(shown: Sided | None, steps: Mapping[int, Any], sides: Mapping[str, Any]) -> str:
    if shown is None:
        return _("Too few so far to show")
    said = [f"{words}: {number}" for words, number in counted(shown, steps, sides) if number != "0"]
    return ". ".join(said) + "."


def people(number: int) -> str:
    return ngettext("%(n)s person", "%(n)s people", number) % {"n": number}


def of_answers(shown: Sided | None, typed: int = 0) -> str:
    """`typed`: sheets in that round that somebody who works here typed in."""
    said = in_words(shown, {step: ANSWERS[step] for step in STEPS}, ANSWER_SIDES)
    if shown is None or not typed:
        return said
    sheets = ngettext("%(n)s sheet was typed in by staff.", "%(n)s sheets were typed in by staff.", typed)
    return f"{said} {sheets % {'n': typed}}"


def what_goes(counted: bool) -> str:
    """Before somebody takes it back."""
    if counted:
        return _(
            "Your words go at once, and how it was for you. It was counted together with others already: that number"
            " stays, because nobody can tell any more which part of it is yours."
        )
    return _("Your words go at once, and how it was for you. It is not counted.")
