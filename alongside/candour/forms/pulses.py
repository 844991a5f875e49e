"""How it was: the same on a screen, on a sheet and on the phone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.dates import for_example
from alongside.people.models import Person

from .. import pulse_words as words
from ..ladders import LADDERS
from ..models import ANSWERS
from ..rules.pulses import LONGEST_WORDS


class Scale(forms.Choice):
    """One of them, or none."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "choices": words.SCALE, **kwargs})


class PulseForm(forms.Form):
    """It carries no token: a row about when this page was sent would be one trace too many (docs/decisions/0022)."""

    once = None  # type: ignore[assignment]

    heard = Scale(label=words.STATEMENTS["heard"])
    disagree = Scale(label=words.STATEMENTS["disagree"])
    shaped = Scale(label=words.STATEMENTS["shaped"])
    know = Scale(label=words.STATEMENTS["know"])
    again = Scale(label=words.STATEMENTS["again"])

    def __init__(self, *args: Any, stages: Sequence[str], openly: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for stage in stages:
            name = f"role_{stage}"
            self.fields[name] = Scale(label=words.PART[stage], choices=words.LIVED)
        self.fields["words"] = forms.Words(
            label=words.WORDS, help_text=words.WORDS_HINT, rows=3, limit=LONGEST_WORDS, required=False
        )
        if openly:
            self.fields["openly"] = forms.Tick(label=words.OPENLY, help_text=words.OPENLY_HINT)
        for name, field in self.fields.items():
            if isinstance(field, forms.Choice | forms.Words | forms.Tick):
                field.named(name)

    def given(self) -> dict[str, int | None]:
        data = self.cleaned_data
        return {name: int(data[name]) if data.get(name) else None for name in ANSWERS}

    def answers(self) -> dict[str, Any]:
        return {"given": self.given(), "words": self.cleaned_data["words"]}


class SheetCodeForm(forms.Form):
    once = None  # type: ignore[assignment]

    code = forms.Line(label=_("The code on your sheet"), limit=40, width=20)


class SheetsForm(forms.Form):
    """Who takes a sheet. It carries no token: the codes are shown once."""

    once = None  # type: ignore[assignment]

    people = forms.Ticks(label=_("Who takes a sheet?"))

    def __init__(self, *args: Any, there: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.there = {each.code: each for each in there}
        self.fields["people"].choices = [  # type: ignore[attr-defined]
            (each.code, each.known_as) for each in there
        ]

    def chosen(self) -> list[Person]:
        return [self.there[code] for code in self.cleaned_data["people"]]


class LadderForm(forms.Form):
    ladder = forms.Choice(
        label=_("In whose words?"),
        choices=[(key, each.title) for key, each in LADDERS.items()],
        hints={key: each.credit for key, each in LADDERS.items() if each.credit},
    )
    from_day = forms.Day(label=_("From when?"), help_text=for_example(_("For example, %(day)s")))
