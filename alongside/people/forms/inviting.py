"""Who of the register is let in now."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core import forms

from ..models import Person


class InviteForm(forms.Form):
    """Nobody is ticked before: each is a letter to somebody."""

    people = forms.Ticks(label=gettext_lazy("Who is to be written to?"))

    def __init__(self, *args: Any, could: Iterable[tuple[Person, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ticks = self.fields["people"]
        ticks.choices = [(person.code, f"{person.name}, {address}") for person, address in could]  # type: ignore[attr-defined]
