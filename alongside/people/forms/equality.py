"""What people are asked about themselves, a sheet that is typed in, and how the questions are set up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.inputs import tidy_text
from alongside.core.readings import Reading

from ..models import RATHER_NOT, EqualityWording
from ..queries import Asked
from .told import Told

RATHER = "no"  # in the form; what is kept is RATHER_NOT
RATHER_LABEL = _("I would rather not say")


def _choices(wording: EqualityWording) -> list[tuple[str, Any]]:
    return [*((str(place), label) for place, label in enumerate(wording.choices)), (RATHER, RATHER_LABEL)]


def _chosen(wording: EqualityWording, value: str) -> str | None:
    if not value:
        return None
    return RATHER_NOT if value == RATHER else str(wording.choices[int(value)])


class EqualityForm(forms.Seen, Told):
    """One question. It carries no token: a row about when it was sent would be one trace too many (decision 32)."""

    once = None  # type: ignore[assignment]

    choice = forms.Choice(label="", choices=())

    def __init__(self, *args: Any, asked: Asked, **kwargs: Any) -> None:
        self.wording = asked.wording
        kwargs.setdefault("seen", asked.wording.number)
        kwargs.setdefault("initial", self._now(asked))
        super().__init__(*args, **kwargs)
        choice = self.fields["choice"]
        choice.label, choice.choices = self.wording.text, _choices(self.wording)  # type: ignore[attr-defined]
        choice.named("choice")  # type: ignore[attr-defined]
        if self.wording.own_words:
            self.fields["words"] = forms.Line(
                label=_("In your own words, if you like") if self.own else _("In their own words, if they like"),
                required=False,
                initial=self.initial.get("words", ""),
            )
            self.fields["words"].named("words")  # type: ignore[attr-defined]
        order = ["choice", "words", "medium", "seen"]
        self.order_fields(order)

    @staticmethod
    def _now(asked: Asked) -> dict[str, str]:
        if asked.answer is None:
            return {}
        if asked.declined:
            return {"choice": RATHER}
        there = asked.wording.choices
        place = str(there.index(asked.answer.choice)) if asked.answer.choice in there else ""
        return {"choice": place, "words": asked.answer.words}

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "choice": _chosen(self.wording, found["choice"])}


class TakeBackForm(Told):
    """It carries no token either."""

    once = None  # type: ignore[assignment]


def _of_sheet(wording: EqualityWording) -> list[tuple[str, Any]]:
    """Each answer is to the words that were read: of a question that was asked otherwise meanwhile none is known."""
    return [(f"{wording.number}-{value}", label) for value, label in _choices(wording)]


class SheetForm(forms.Form):
    """What stands on a sheet without a name. Nothing chosen: it was left out."""

    once = None  # type: ignore[assignment]

    code = forms.Line(label=_("The code at the top of the sheet"), limit=40, width=20)
    quarter = forms.Pick(
        label=_("For which three months is it?"),
        choices=(),
        help_text=_("A sheet that was typed in before stays in the months that were chosen for it then."),
    )

    def __init__(self, *args: Any, asked: Sequence[Asked], quarters: Sequence[tuple[date, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked, self.quarters = asked, {first.isoformat(): first for first, _label in quarters}
        self.fields["quarter"].choices = [  # type: ignore[attr-defined]
            (first.isoformat(), label) for first, label in quarters
        ]
        for each in asked:
            name = f"q_{each.question.code}"
            field = forms.Choice(label=each.wording.text, choices=_of_sheet(each.wording), required=False)
            field.named(name)
            self.fields[name] = field

    def answers(self) -> dict[str, Any]:
        data = self.cleaned_data
        said = {each: data[f"q_{each.question.code}"].rpartition("-")[2] for each in self.asked}
        given = {each.question: _chosen(each.wording, value) for each, value in said.items()}
        return {"code": data["code"], "quarter": self.quarters[data["quarter"]], "given": given}


class QuestionForm(forms.Form):
    name = forms.Line(label=_("A short name for it"), limit=60, help_text=_("For the list, like “Ethnic group”."))
    text = forms.Line(label=_("The question, as it is read"), limit=500)
    choices = forms.Words(
        label=_("The answers, each on a line of its own"),
        rows=10,
        limit=9000,
        help_text=_("“I would rather not say” always stands below them."),
    )
    own_words = forms.Tick(label=_("There is a line for one's own words"))
    source = forms.Line(
        label=_("Where these words come from"), limit=300, required=False, help_text=_("Empty: they are your own.")
    )

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "choices": [line for line in tidy_text(found["choices"]).split("\n") if line.strip()]}


class QuestionChangeForm(forms.Seen, QuestionForm):
    in_use = forms.Tick(label=_("It is asked"))


class Share(Reading):
    """A number of a hundred, with two places at most."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(width=5, **kwargs)

    def read(self, text: str) -> Decimal:
        plain = re.sub(r"[\s%]", "", text)
        if not re.fullmatch(r"\d{1,3}(\.\d{1,2})?", plain, re.ASCII) or Decimal(plain) > 100:
            raise ValueError(_("Write a number from 0 to 100, like 12.5."))
        return Decimal(plain)

    def prepare_value(self, value: Any) -> Any:
        return f"{value.normalize():f}" if isinstance(value, Decimal) else value


class PopulationForm(forms.Seen):
    who = forms.Line(
        label=_("Whom does this count?"), help_text=_("For example: everybody who lives in Leeds and is 16 or older.")
    )
    source = forms.Line(label=_("Where is it from?"), limit=300, help_text=_("So that anybody can look it up."))
    counted_on = forms.Day(label=_("For which day was it counted?"))

    def __init__(self, *args: Any, wording: EqualityWording, **kwargs: Any) -> None:
        super().__init__(*args, seen=wording.number, **kwargs)
        self.choices = list(wording.choices)
        for place, choice in enumerate(self.choices):
            field = Share(label=choice, help_text=_("In a hundred."))
            field.named(f"share_{place}")
            self.fields[f"share_{place}"] = field

    def answers(self) -> dict[str, Any]:
        data = self.cleaned_data
        shares = {choice: data[f"share_{place}"] for place, choice in enumerate(self.choices)}
        return {**{name: data[name] for name in ("who", "source", "counted_on", "seen")}, "shares": shares}
