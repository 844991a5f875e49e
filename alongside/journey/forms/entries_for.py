"""Writing down what somebody without an account learned, as they told it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..models import WORDS, Audience
from .entries import READS, WriteForm


class TakeDownForm(WriteForm):
    field_order = ("person", "medium", "agreed", "about", *WORDS)
    person = forms.Line(
        label=_("Who told it?"),
        help_text=_("Their whole name on the register, or the code of their page."),
        autocomplete="off",
    )
    medium = forms.Choice(label=_("How did they tell it?"), choices=list(MEDIA.items()))
    agreed = forms.Tick(
        label=_("They agreed that I write it down here, and heard it read back"),
        required=True,
        needed=_("Ask them first, and read it back to them."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        audience: Any = self.fields["audience"]
        audience.choices = [each for each in Audience.choices if each[0] in (Audience.MEMBERS, Audience.PUBLIC)]
        audience.hints = {name: READS[name] for name, _label in audience.choices}
        self.fields["named"].label = _("Those who belong here may read their name with it")


class TakeBackForForm(forms.Form):
    medium = forms.Choice(label=_("How did they ask you?"), choices=list(MEDIA.items()))
