"""What is different now, and whether it is so."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from ..models import Size, VerdictKind
from .common import Told, verbatim


class ChangeForm(forms.Form):
    what = forms.Words(
        label=gettext_lazy("What is different now?"),
        rows=4,
        limit=4000,
        help_text=gettext_lazy("They read this, and say whether it is so."),
    )
    evidence = forms.Words(
        label=gettext_lazy("How can anybody see it?"),
        rows=3,
        limit=4000,
        help_text=gettext_lazy("Where to look: a page, a room, a paper and its date."),
    )
    since = forms.Day(label=gettext_lazy("Since when?"))
    others = forms.Line(
        label=gettext_lazy("Did it come of other things that were said?"),
        required=False,
        help_text=gettext_lazy("Their codes, from the ends of their addresses, with spaces between."),
    )


class VerdictForm(Told):
    kind = forms.Choice(label=gettext_lazy("Is it so?"), choices=VerdictKind.choices)
    size = forms.Choice(
        label=gettext_lazy("If yes: how much is it?"),
        choices=[*Size.choices, ("", gettext_lazy("I cannot say"))],
        required=False,
    )
    words = verbatim(label=gettext_lazy("In your own words"), rows=4, required=False)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["words"].label = _("In their own words")
