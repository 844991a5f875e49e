"""Wording statements, agreeing to them, asking for ratings, answering."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.dates import for_example

from ..rules.statements import LONGEST_REASON, LONGEST_TEXT
from ..touch_words import ANSWERS

WHOLE = "whole"


class WordingForm(forms.Form):
    text = forms.Line(
        label=_("What should be true for people?"),
        help_text=_("One thing, said by the person themself, like “I can get help when I need it”."),
        limit=LONGEST_TEXT,
    )
    unit = forms.Pick(label=_("Of what?"))

    def __init__(self, *args: Any, units: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class OtherWordsForm(forms.Form):
    text = forms.Line(label=_("How is it said from now on?"), limit=LONGEST_TEXT)
    why = forms.Line(label=_("Why other words?"), limit=LONGEST_REASON)


class AgreeForm(forms.Form):
    agrees = forms.Choice(
        label=_("Are these words right for you?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not any more"))],
    )


class AgreeForForm(AgreeForm):
    person = forms.Line(
        label=_("Who says so?"),
        help_text=_("Their whole name on the register, or the code of their page."),
        autocomplete="off",
    )
    medium = forms.Choice(label=_("How did they tell you?"), choices=list(MEDIA.items()))

    field_order = ("person", "medium", "agrees")


class AskForm(forms.Form):
    unit = forms.Pick(label=_("Of what?"))
    until = forms.Day(label=_("Until when can people answer?"), help_text=for_example(_("For example, %(day)s")))

    def __init__(self, *args: Any, units: Sequence[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class RateForm(forms.Form):
    """It carries no token: a row about when this page was sent would be one trace too many (docs/decisions/0022)."""

    once = None  # type: ignore[assignment]

    def __init__(self, *args: Any, rated: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rated = [code for code, _text in rated]
        for code, text in rated:
            field = forms.Choice(
                label=text, required=False, choices=[(str(step), words) for step, words in ANSWERS.items()]
            )
            self.fields[code] = field
            field.named(code)

    def given(self) -> dict[str, int]:
        return {code: int(value) for code in self.rated if (value := self.cleaned_data.get(code))}


class EndForm(forms.Form):
    why = forms.Line(label=_("Why?"), help_text=_("Those who agreed to it read this."), limit=LONGEST_REASON)
