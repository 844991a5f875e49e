"""What its author can do with it; filled in by them, or for them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from alongside.core import forms

from ..models import ChallengeKind
from .common import OWN_USES, THEIR_USES, Told, verbatim


class ChallengeForm(Told):
    kind = forms.Choice(label=gettext_lazy("What is not right?"), choices=ChallengeKind.choices)
    words = verbatim(
        label=pgettext_lazy("about an answer", "In your own words"),
        rows=5,
        required=False,
        help_text=gettext_lazy("You do not have to write anything here."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["words"].label = _("In their own words")
            self.fields["words"].help_text = ""


class UsesForm(Told):
    uses = forms.Ticks(label=gettext_lazy("How may we use your words?"), required=False)

    def __init__(self, *args: Any, own: bool, may_credit: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        labels = OWN_USES if own else THEIR_USES
        offered = [(name, label) for name, label in labels.items() if name != "credit" or may_credit]
        self.fields["uses"].choices = offered  # type: ignore[attr-defined]
        if not own:
            self.fields["uses"].label = _("How may we use their words?")


class GoodForm(Told):
    """“This answers me”, and “yes, that is what I said”: nothing to fill in."""
