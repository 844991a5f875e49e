"""The limits of signs, and who was asked about them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.dates import for_example

from ..models import LIMIT_FIELDS
from ..models.limits import PERCENT
from ..words import AGREES, LIMITS

ASKED = (1, 2, 3, 4)


class LimitsForm(forms.Seen):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LIMIT_FIELDS:
            label, hint = LIMITS[name]
            most = 100 if name in PERCENT else 730
            self._add(name, forms.Number(label=label, help_text=hint, least=0, most=most))
        for n in ASKED:
            self._add(
                f"name{n}",
                forms.Line(
                    label=_("Who was asked?"),
                    help_text=_("Their name or code on the register.") if n == 1 else "",
                    limit=200,
                    required=False,
                ),
            )
            self._add(f"agrees{n}", forms.Pick(label=_("Do they agree?"), choices=[("", "–"), *AGREES], required=False))
            self._add(
                f"said{n}", forms.Words(label=_("What did they say about it?"), rows=2, limit=2000, required=False)
            )
        self._add(
            "why",
            forms.Words(
                label=_("Why these numbers?"),
                help_text=_("Everybody who belongs here can read this. Name nobody."),
                needed=_("Write down why. Whoever reads the signs reads it too."),
                rows=3,
                limit=2000,
            ),
        )
        hint = for_example(_("Today or later, for example %(day)s."))
        self._add("from_day", forms.Day(label=_("From which day?"), help_text=hint))

    def _add(self, name: str, field: Any) -> None:
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

    def values(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in LIMIT_FIELDS}

    def asked(self) -> list[tuple[int, str, bool, str]]:
        """(number of the row, name or code, agrees, what they said)"""
        data = self.cleaned_data
        return [
            (n, data[f"name{n}"], data[f"agrees{n}"] == "yes", data[f"said{n}"]) for n in ASKED if data.get(f"name{n}")
        ]

    def numbers(self) -> list[Any]:
        return [self[name] for name in LIMIT_FIELDS]

    def people(self) -> list[list[Any]]:
        return [[self[f"name{n}"], self[f"agrees{n}"], self[f"said{n}"]] for n in ASKED]
