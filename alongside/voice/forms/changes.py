"""What is different now, whether it is so, whether it held, and what is put right in its text."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.dates import for_example

from ..models import ChangeKind, Held, Size, VerdictKind
from ..shapes import Recheck, Wherein
from .common import BY_ADDRESS, Told, verbatim


class ChangeForm(forms.Form):
    what = forms.Words(
        label=gettext_lazy("What is different now?"),
        rows=4,
        limit=4000,
        help_text=gettext_lazy("They read this, and say whether it is so."),
    )
    before = forms.Words(label=gettext_lazy("How was it before?"), rows=3, limit=4000)
    kind = forms.Choice(label=gettext_lazy("In what is it different?"), choices=ChangeKind.choices)
    thing = forms.Line(
        label=gettext_lazy("Which one?"),
        required=False,
        limit=200,
        help_text=gettext_lazy("Its name: the policy, the rota, the room. A policy needs one."),
    )
    thing_version = forms.Line(
        label=gettext_lazy("Which version of it?"),
        required=False,
        limit=60,
        help_text=gettext_lazy("For example: 4, of May 2026. A policy needs one."),
    )
    since = forms.Day(label=gettext_lazy("Since when?"))
    evidence = forms.Words(
        label=gettext_lazy("How can anybody see it?"),
        rows=3,
        limit=4000,
        help_text=gettext_lazy("Where to look: a page, a room, a paper and its date."),
    )
    link = forms.Line(
        label=gettext_lazy("Is it on a page? Its address"),
        required=False,
        limit=500,
        help_text=gettext_lazy("The whole address, beginning with https://"),
    )
    check_on = forms.Day(
        label=gettext_lazy("By which day does somebody look whether it held?"),
        help_text=for_example(gettext_lazy("It cannot be put off, and those who said it are asked too. %(day)s")),
    )
    others = forms.Line(
        label=gettext_lazy("Did it come of other things that were said?"),
        required=False,
        limit=2000,
        help_text=BY_ADDRESS,
    )


def wherein_of(data: dict[str, Any]) -> Wherein:
    return Wherein(**{name: data.pop(name) for name in ("kind", "thing", "thing_version", "before", "link")})


class CheckDaysForm(forms.Form):
    check_on = forms.Day(label=gettext_lazy("By which day does somebody look?"))
    unit = forms.Pick(
        label=gettext_lazy("Who looks?"), help_text=gettext_lazy("Whoever answers for this part of the organisation.")
    )
    every = forms.Number(
        label=gettext_lazy("And then again: every how many months?"),
        required=False,
        help_text=gettext_lazy("Leave it empty to look once."),
    )
    until = forms.Day(label=gettext_lazy("Until when?"), required=False)

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


def recheck_of(data: dict[str, Any], unit: Any) -> Recheck:
    return Recheck(data["check_on"], unit, int(data["every"] or 0), data["until"])


class LookForm(forms.Form):
    result = forms.Choice(label=gettext_lazy("Is it still so?"), choices=Held.choices)
    words = forms.Words(
        label=gettext_lazy("What did you see, and where?"),
        rows=4,
        limit=4000,
        help_text=gettext_lazy("Those who asked for it read this. Name nobody."),
    )
    role = forms.Line(
        label=gettext_lazy("Who looked?"),
        limit=200,
        help_text=gettext_lazy("By role, for example: Team manager, Crisis line."),
    )


class CorrectForm(forms.Form):
    what = forms.Words(
        label=gettext_lazy("What is different now, as it should have been written"),
        rows=4,
        limit=4000,
        required=False,
    )
    evidence = forms.Words(
        label=gettext_lazy("How anybody can see it, as it should have been written"),
        rows=3,
        limit=4000,
        required=False,
    )
    why = forms.Words(label=gettext_lazy("What was wrong with the first text?"), rows=3, limit=2000)
    role = forms.Line(label=gettext_lazy("Who corrects it?"), limit=200, help_text=gettext_lazy("By role."))


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


class HeldForm(Told):
    result = forms.Choice(label=gettext_lazy("Is it still so?"), choices=Held.choices)
    words = verbatim(label=gettext_lazy("What do you see?"), rows=4, required=False)

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["words"].label = _("In their own words")
