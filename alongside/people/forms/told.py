"""What every form about somebody shares: who fills it in, and how they know."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

HOW_KNOWN = gettext_lazy("How do you know?")


def how_known() -> Any:
    return forms.Choice(
        label=HOW_KNOWN,
        choices=list(MEDIA.items()),
        help_text=_("They can see that you wrote this down, when, and from what."),
    )


class Told(forms.Form):
    """`own`: the person fills it in. Otherwise it asks last how the one who fills it in knows."""

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        self.own = own
        super().__init__(*args, **kwargs)
        if not own:
            self.fields["medium"] = how_known()
            self.fields["medium"].named("medium")  # type: ignore[attr-defined]
        self.say()

    def say(self) -> None:
        """Labels that differ for the person and for somebody else."""

    def label(self, name: str, own: Any, other: Any) -> None:
        field = self.fields[name]
        field.label = own if self.own else other
        field.named(name)  # type: ignore[attr-defined]


class PlainForm(Told):
    """One button; on behalf of somebody, and how it is known."""
