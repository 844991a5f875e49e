"""A total of a validated instrument, and that one was wrong."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.readings import Reading

from ..models.instruments import Side


class Score(Reading):
    """A number with at most two decimals, below nothing too."""

    def read(self, text: str) -> Decimal:
        plain = re.sub(r"[\s,]", "", text).replace("−", "-")
        if not re.fullmatch(r"-?\d{1,7}(\.\d{1,2})?", plain, re.ASCII):
            raise ValueError(_("Write a number with at most two decimals, like 72.5."))
        return Decimal(plain)


class TotalForm(forms.Form):
    unit = forms.Pick(label=_("Of which part of the organisation?"))
    name = forms.Line(label=_("What is the instrument called?"), limit=200)
    edition = forms.Line(
        label=_("Which version of it?"), help_text=_("As its makers name it, with the language."), limit=100
    )
    side = forms.Choice(label=_("Who answered?"), choices=Side.choices)
    taken_on = forms.Day(label=_("When did they answer?"), help_text=_("The last day, if it took longer."))
    n = forms.Number(label=_("How many people answered?"), least=0, most=1_000_000)
    score = Score(label=_("What is the total?"), width=10)
    scale = forms.Line(
        label=_("From where to where does it go?"),
        help_text=_("And which end is good, for example: from 0 to 100, and 100 is best."),
        limit=200,
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units:
            self.fields["unit"].choices = units  # type: ignore[attr-defined]
        else:  # it is of an activity, which has its unit
            del self.fields["unit"]


class WrongForm(forms.Form):
    why = forms.Words(
        label=_("What was wrong with it?"),
        needed=_("Write what was wrong with it. Somebody may have read it."),
        rows=3,
        limit=1000,
    )
