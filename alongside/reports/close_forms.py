"""The shape of what is asked when a period is closed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.candour.words import AGREES
from alongside.core import forms
from alongside.core.dates import for_example

LONGEST = 4000
ASKED = (1, 2, 3, 4)


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
        help_text=_("It stands beside the figures as you write it. Name nobody else."),
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
        help_text=_("Everybody who sees the figures reads it, as you write it. Name nobody else."),
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


class SignerForm(forms.Form):
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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for n in ASKED:
            hint = _("Their name or code on the register.") if n == 1 else ""
            self._add(f"name{n}", forms.Line(label=_("Who was asked?"), help_text=hint, limit=200, required=False))
            self._add(f"agrees{n}", forms.Pick(label=_("Do they agree?"), choices=[("", "–"), *AGREES], required=False))
            self._add(f"said{n}", forms.Words(label=_("What did they say?"), rows=2, limit=2000, required=False))

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

    def asked(self) -> list[tuple[int, str, bool, str]]:
        """(number of the row, name or code, agrees, what they said)"""
        data = self.cleaned_data
        return [
            (n, data[f"name{n}"], data[f"agrees{n}"] == "yes", data[f"said{n}"]) for n in ASKED if data.get(f"name{n}")
        ]

    def first(self) -> list[Any]:
        return [self[name] for name in ("person", "shown_as")]

    def people(self) -> list[list[Any]]:
        return [[self[f"name{n}"], self[f"agrees{n}"], self[f"said{n}"]] for n in ASKED]

    def last(self) -> list[Any]:
        return [self[name] for name in ("how_chosen", "from_day", "until_day")]
