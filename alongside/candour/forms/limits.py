"""The limits of signs, and who was asked about them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.core.dates import for_example

from ..models import LIMIT_FIELDS
from ..models.limits import PERCENT
from ..words import LIMITS
from .asked import PeopleAskedForm


class LimitsForm(PeopleAskedForm, forms.Seen):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LIMIT_FIELDS:
            label, hint = LIMITS[name]
            most = 100 if name in PERCENT else 730
            self.add(name, forms.Number(label=label, help_text=hint, least=0, most=most))
        self.add_people(said=_("What did they say about it?"))
        self.add(
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
        self.add("from_day", forms.Day(label=_("From which day?"), help_text=hint))

    def values(self) -> dict[str, int]:
        return {name: self.cleaned_data[name] for name in LIMIT_FIELDS}

    def numbers(self) -> list[Any]:
        return [self[name] for name in LIMIT_FIELDS]
