"""Contributors who were asked about something, each with their answer: nothing rests on one person's word."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from ..words import AGREES

ASKED = (1, 2, 3, 4)
SAID = _("What did they say?")


class PeopleAskedForm(forms.Form):
    def add_people(self, said: Any = SAID) -> None:
        """`said`: what is asked about the words of each. The template draws `people`."""
        for n in ASKED:
            hint = _("Their name or code on the register.") if n == 1 else ""
            self.add(f"name{n}", forms.Line(label=_("Who was asked?"), help_text=hint, limit=200, required=False))
            self.add(f"agrees{n}", forms.Pick(label=_("Do they agree?"), choices=[("", "–"), *AGREES], required=False))
            self.add(f"said{n}", forms.Words(label=said, rows=2, limit=2000, required=False))

    def add(self, name: str, field: Any) -> None:
        field.named(name)
        self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        for n in ASKED:
            if data.get(f"name{n}") and not data.get(f"agrees{n}"):
                self.add_error(f"agrees{n}", _now("Choose whether they agree. A no can stand here, too."))
            if not data.get(f"name{n}") and (data.get(f"agrees{n}") or data.get(f"said{n}")):
                self.add_error(f"name{n}", _now("Write whom you mean."))
        return data

    def asked(self) -> list[tuple[int, str, bool, str]]:
        """(number of the row, name or code, agrees, what they said)"""
        data = self.cleaned_data
        return [
            (n, data[f"name{n}"], data[f"agrees{n}"] == "yes", data[f"said{n}"]) for n in ASKED if data.get(f"name{n}")
        ]

    def people(self) -> list[list[Any]]:
        return [[self[f"name{n}"], self[f"agrees{n}"], self[f"said{n}"]] for n in ASKED]


class ChosenForm(PeopleAskedForm):
    """Whom contributors chose, how, and for how long. `FIRST`: the fields that say who it is."""

    FIRST: tuple[str, ...] = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.add_people()

    def first(self) -> list[Any]:
        return [self[name] for name in self.FIRST]

    def last(self) -> list[Any]:
        return [self[name] for name in ("how_chosen", "from_day", "until_day")]
