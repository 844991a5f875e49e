"""The shape of what is asked when a period is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.candour.forms.asked import ChosenForm
from alongside.core import forms
from alongside.core.dates import for_example

LONGEST = 4000


class BeginForm(forms.Form):
    period = forms.Pick(label=_("Which days?"), needed=_("Choose a month, a quarter or a year."))

    def __init__(self, *args: Any, periods: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["period"].choices = [("", _now("Choose one")), *periods]  # type: ignore[attr-defined]


class SignForm(forms.Seen):
    name = forms.Line(
        label=_("Your name, as it is to stand there"),
        help_text=_("You can leave it empty. Then it says: a contributor whom contributors chose."),
        limit=200,
        required=False,
    )
    words = forms.Words(
        label=_("Do you want to say something with it?"),
        help_text=_(
            "It stands beside the figures as you write it. When it is closed, everybody who belongs here can read it. "
            "Name nobody else."
        ),
        rows=5,
        limit=LONGEST,
        required=False,
    )

    def __init__(self, *args: Any, names: bool, **kwargs: Any) -> None:
        """`names`: whoever signs for contributors chooses; the coordinator signs with name and job."""
        super().__init__(*args, **kwargs)
        if not names:
            del self.fields["name"]


class DeclineForm(SignForm):
    words = forms.Words(
        label=_("What is not right?"),
        help_text=_(
            "Everybody who sees the figures reads it, as you write it. When it is closed, everybody who belongs here "
            "can read it. Name nobody else."
        ),
        needed=_("Write what is not right. It is shown with the figures."),
        rows=6,
        limit=LONGEST,
    )


class ReasonForm(forms.Form):
    reason = forms.Words(
        label=_("Why should it be opened again?"),
        help_text=_("The reason stands beside the old version and the new one. Name nobody."),
        needed=_("Write why. The old version stays, and the reason stands beside it."),
        rows=5,
        limit=LONGEST,
    )


class NoForm(forms.Form):
    words = forms.Words(label=_("Why does it stay closed?"), rows=5, limit=LONGEST, required=False)

    def __init__(self, *args: Any, owed: bool, **kwargs: Any) -> None:
        """`owed`: the coordinator says why. Contributors may."""
        super().__init__(*args, **kwargs)
        shown = _now("It stands beside the closed version as you write it. Name nobody.")
        self.fields["words"].help_text = shown if owed else shown + " " + _now("You can leave it empty.")


class SignerForm(ChosenForm):
    FIRST = ("person", "shown_as")

    person = forms.Line(
        label=_("Whom did contributors choose?"),
        help_text=_("Their name or code on the register. They need a sign-in, and no role in the team."),
        limit=200,
    )
    shown_as = forms.Line(
        label=_("How shall everybody here read who it is?"),
        help_text=_("As they wish: a name, a first name, or what they do."),
        limit=200,
    )
    how_chosen = forms.Words(
        label=_("How did contributors choose?"),
        help_text=_("Everybody who belongs here can read this. Name nobody."),
        rows=3,
        limit=2000,
    )
    from_day = forms.Day(label=_("From which day?"), help_text=for_example(_("For example, %(day)s.")))
    until_day = forms.Day(
        label=_("Until which day?"), help_text=_("Two years at the most. Then contributors choose again.")
    )
