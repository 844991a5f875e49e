"""Setting up a co-audit, closing the list, the number, comparing, and what was found."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from alongside.core import forms
from alongside.involvement.models import NumberFrom

from ..models import AsItIs, OfWhat
from ..rules.co_audits import LONGEST_WORDS, MOST_WANTED


def people_box(hint: Any) -> Any:
    return forms.Words(
        label=_("Whom do you ask to look?"), help_text=hint, needed=_("Write whom you ask."), rows=4, limit=2000
    )


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


class SetUpForm(forms.Form):
    title = forms.Line(label=_("What is it called?"), limit=200)
    question = forms.Words(
        label=_("What do people look at in each record?"),
        help_text=_("For example, “Did it happen as it stands there, and who can see that?”"),
        rows=3,
        limit=2000,
    )
    of_what = forms.Choice(label=_("Which records?"), choices=OfWhat.choices)
    unit = forms.Pick(label=_("Of which part?"), required=False)
    first_day = forms.Day(label=_("From which day?"))
    last_day = forms.Day(label=_("Until which day?"), help_text=_("A day that is over."))
    wanted = forms.Number(label=_("How many are drawn?"), least=1, most=MOST_WANTED, initial=6)
    people = people_box(_("At least two. Their names or codes on the register, one on each line. They can say no."))

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _now("All of it")), *units]  # type: ignore[attr-defined]


class AskForm(forms.Form):
    people = people_box(_("Their names or codes on the register, one on each line."))


class SayForm(forms.Form):
    says_yes = forms.Choice(label=_("Will you look?"), choices=[("yes", _("Yes")), ("no", _("No"))])


class CloseForm(forms.Form):
    number_from = forms.Choice(
        label=_("Where does the number come from?"),
        choices=NumberFrom.choices,
        hints={
            NumberFrom.ROOM: _("Three balls, dice or cards, drawn while others watch."),
            NumberFrom.BEACON: _("For example, drand. Name the round now; its value comes later, to all alike."),
        },
    )
    number_source = forms.Line(
        label=_("Where and how, or which beacon and which round?"),
        help_text=_("Everybody can read this, so name nobody."),
        limit=300,
    )
    day = forms.Day(label=_("On which day?"))
    time = forms.Time(label=_("At what time?"))

    def number_at(self, zone: str) -> datetime:
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], ZoneInfo(zone))


class CompareForm(forms.Form):
    found = forms.Choice(label=_("Is it so?"), choices=AsItIs.choices)
    words = forms.Words(
        label=_("What did you see?"),
        help_text=_("Everybody who belongs here can read it, without your name. Name nobody."),
        required=False,
        rows=4,
        limit=LONGEST_WORDS,
    )


class ShowForm(forms.Form):
    words = forms.Words(
        label=_("What do you show of it?"),
        help_text=_("What happened, and how anybody can see it. Name nobody, and repeat nobody’s words."),
        rows=5,
        limit=LONGEST_WORDS,
    )


class FindingForm(forms.Seen):
    words = forms.Words(
        label=_("What did you find?"),
        help_text=_(
            "Those who looked read it, and people who work here. It is owed an answer like anything that people say."
            " Nobody here can change it."
        ),
        needed=_("Write what you found."),
        rows=9,
        limit=LONGEST_WORDS,
    )


class WhyForm(forms.Form):
    why = forms.Words(label=_("Why?"), help_text=_("It stands on the page."), rows=3, limit=2000)


class TellForm(forms.Form):
    words = forms.Words(
        label=_("What do you tell everybody?"),
        help_text=_("In your own words. Name nobody. How often each was said stands beside it."),
        rows=6,
        limit=4000,
    )
