"""What an address for a calendar program shows."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from .models import Calendar, Shows


class CalendarForm(forms.Form):
    shows = forms.Choice(label=_("What should your calendar show?"), choices=Shows.choices, initial=Shows.ALL)

    def __init__(self, *args: Any, calendar: str, **kwargs: Any) -> None:
        """A decision without its name would be an empty day, so there is nothing to choose."""
        super().__init__(*args, **kwargs)
        if calendar == Calendar.DECISIONS:
            del self.fields["shows"]


class StopForm(forms.Form):
    pass
