"""Whether it is what the group said."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from ..models import GroupSays
from .common import Told, verbatim


class GroupSaysForm(Told):
    kind = forms.Choice(label=gettext_lazy("Is that what you said together?"), choices=GroupSays.choices)
    words = verbatim(
        label=gettext_lazy("If not, or not quite: what did you say?"),
        rows=5,
        required=False,
        help_text=gettext_lazy("It stands beside what was written down. Nobody can take it away."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["kind"].label = _("What does the group say about the words?")
            self.fields["words"].label = _("If not, or not quite: what did they say?")
