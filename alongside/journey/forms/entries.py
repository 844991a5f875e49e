"""Writing down what was learned, and who reads it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from ..models import WORDS, Audience, When
from ..queries.sharing import Choosable
from ..words import ASKED

ABOUT_ME = "me"
READS: dict[str, Any] = {
    Audience.PRIVATE: _("Nobody else, whoever they are."),
    Audience.SOME: _("You choose them on the next page."),
    Audience.MEMBERS: _("Those who work here, and those who take part."),
    Audience.PUBLIC: _("On a page without signing in. Never with your name."),
}


def _point(name: str) -> forms.Words:
    label, hint = ASKED[name]
    return forms.Words(label=label, help_text=hint, rows=3, limit=10_000, required=False)


class WordsForm(forms.Seen):
    bump = _point("bump")
    undo = _point("undo")
    moved = _point("moved")
    tried = _point("tried")
    surprised = _point("surprised")
    on = forms.Day(label=_("When was that?"), help_text=_("The day does not have to be exact."))
    stage = forms.Choice(
        label=_("Where were you on the way?"),
        choices=[*When.choices, ("", _("I cannot say"))],
        required=False,
    )

    def __init__(self, *args: Any, decides: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not decides:
            del self.fields["stage"]

    def words(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in WORDS}


class WriteForm(WordsForm):
    field_order: tuple[str, ...] = ("about", *WORDS)
    about = forms.Pick(label=_("What is it about?"))
    audience = forms.Choice(
        label=_("Who may read it?"),
        choices=Audience.choices,
        hints=READS,
        help_text=_("You can change this at any time. It counts at once, everywhere."),
    )
    named = forms.Tick(label=_("Those who belong here may read my name with it"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if units is None:
            del self.fields["about"]
        else:
            self.fields["about"].choices = [(ABOUT_ME, _("Myself")), *units]  # type: ignore[attr-defined]


class WhoForm(forms.Form):
    audience = forms.Choice(
        label=_("Who may read it?"),
        choices=Audience.choices,
        hints={**READS, Audience.SOME: _("Choose them below.")},
    )
    named = forms.Tick(label=_("Those who belong here may read my name with it"), required=False)
    users = forms.Ticks(label=_("Those who look after this"), required=False)
    people = forms.Ticks(label=_("People you chose before"), required=False)
    name = forms.Line(
        label=_("Somebody else"),
        help_text=_("The e-mail address of somebody who works here, or the whole name of somebody who takes part."),
        required=False,
    )
    unit = forms.Pick(label=_("Everybody who works in this part"), required=False)
    forum = forms.Pick(label=_("Everybody with a seat on this body"), required=False)

    def __init__(self, *args: Any, can: Choosable, people: list[tuple[str, str]], names: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        lists = {"users": can.users, "people": people, "unit": can.units, "forum": can.forums}
        for name, choices in lists.items():
            if not choices:
                del self.fields[name]
            elif name in ("unit", "forum"):
                self.fields[name].choices = [("", _("Nobody")), *choices]  # type: ignore[attr-defined]
            else:
                self.fields[name].choices = choices  # type: ignore[attr-defined]
        if not names:
            del self.fields["name"]


class HoldBackForm(forms.Form):
    why = forms.Words(
        label=_("Why is it held back?"),
        help_text=_("Whoever wrote it reads this, so that they can put it right."),
        rows=3,
        limit=2000,
    )
