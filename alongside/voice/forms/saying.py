"""Saying something: by the public, by somebody signed in, and for somebody on their behalf."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

from .. import languages
from ..models import ContributionKind
from ..shapes import Asks
from .attaching import WithFile, file_box, label_box
from .common import OWN_USES, THEIR_USES, verbatim

KIND_HINTS: dict[str, Any] = {
    ContributionKind.IDEA: gettext_lazy("Something that could be done, or done in another way."),
    ContributionKind.CONCERN: gettext_lazy("Something that is not right, or may go wrong."),
}


NAMED = {"yes": gettext_lazy("With my name"), "no": gettext_lazy("Without my name")}


NAMED_HINTS = {
    "yes": gettext_lazy("Those who answer see your name. You find the answer on your own page."),
    "no": gettext_lazy("Nobody can see that it was you. You get a code to find the answer with."),
}


DOES = gettext_lazy("Somebody from the part of us that it is about does, by the day above.")
SAYS_WHEN = gettext_lazy("Somebody from the part of us that it is about does. Its page says by when.")


def contact_tick(label: Any, who_does: Any = DOES) -> Any:
    return forms.Tick(label=label, help_text=who_does)


def how_line(label: Any) -> Any:
    return forms.Line(
        label=label,
        limit=300,
        required=False,
        autocomplete="off",
        help_text=gettext_lazy("A phone number or an e-mail address, and when it is safe to ring."),
    )


def risk_tick(label: Any) -> Any:
    return forms.Tick(
        label=label,
        help_text=gettext_lazy(
            "Then only those who look after safety here read it. This is not an emergency service: ring 999."
        ),
    )


def asks_of(data: dict[str, Any]) -> Asks:
    return Asks(data.pop("contact", False), data.pop("how", ""), data.pop("risk", False))


class SayForm(WithFile):
    """`units`: what there is to choose from, nothing when it is about a decision. `may_sign`: there is a name."""

    unit = forms.Pick(label=gettext_lazy("Which part of us is it about?"), required=False)
    about = forms.Line(
        label=gettext_lazy("What is it about?"),
        limit=300,
        required=False,
        help_text=gettext_lazy("A place, a letter, something that happened, in your own words."),
    )
    kind = forms.Choice(
        label=gettext_lazy("What do you want to tell us?"), choices=ContributionKind.choices, hints=KIND_HINTS
    )
    words = verbatim(
        label=gettext_lazy("Your words"),
        rows=9,
        needed=gettext_lazy("Write what you want to say. A few words are enough."),
        help_text=gettext_lazy("We keep them just as you write them. Nobody changes them."),
    )
    file = file_box(gettext_lazy("A photo, a recording or a paper"))
    file_label = label_box(gettext_lazy("If you choose one: what is on it?"))
    contact = contact_tick(gettext_lazy("I would like someone to contact me about this"))
    how = how_line(gettext_lazy("If so, how can we reach you?"))
    risk = risk_tick(gettext_lazy("I or someone else may be at risk"))
    group_name = forms.Line(
        label=gettext_lazy("If you speak for a group, what is it called?"), limit=200, required=False
    )
    named = forms.Choice(
        label=gettext_lazy("With your name or without?"), choices=list(NAMED.items()), hints=NAMED_HINTS
    )
    uses = forms.Ticks(
        label=gettext_lazy("How may we use your words?"),
        required=False,
        help_text=gettext_lazy("Those who answer you read them. You can change the rest at any time."),
    )
    lang = forms.Pick(
        label=gettext_lazy("In which language did you write?"),
        choices=languages.CHOICES,
        required=False,
        help_text=gettext_lazy("Any language is right. We find somebody who reads it."),
    )

    def __init__(
        self, *args: Any, units: list[tuple[str, str]], may_sign: bool, may_credit: bool, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = [("", _("I do not know, or all of it")), *units]  # type: ignore[attr-defined]
        offered = [(name, label) for name, label in OWN_USES.items() if name != "credit" or may_credit]
        self.fields["uses"].choices = offered  # type: ignore[attr-defined]
        if not units:
            del self.fields["unit"]
        del self.fields["group_name" if may_sign else "named"]


class WriteDownForm(WithFile):
    who = forms.Choice(
        label=gettext_lazy("Who said it?"),
        choices=[
            ("person", gettext_lazy("Somebody on the register")),
            ("group", gettext_lazy("A group")),
            ("nobody", gettext_lazy("Somebody who wants no name with it")),
        ],
    )
    person = forms.Line(
        label=gettext_lazy("Their name on the register"),
        required=False,
        help_text=gettext_lazy("Or the code of their page. Leave it empty for a group or without a name."),
        autocomplete="off",
    )
    group_name = forms.Line(label=gettext_lazy("The name of the group"), limit=200, required=False)
    was_there = forms.Pick(label=gettext_lazy("Which one of those who were there?"), required=False)
    slip = forms.Line(
        label=gettext_lazy("If it is one of our paper forms: the code on it"),
        required=False,
        limit=60,
        autocomplete="off",
        help_text=gettext_lazy("16 letters and numbers. Whoever tore off the slip finds the answer with them."),
    )
    medium = forms.Choice(
        label=gettext_lazy("How did they say it?"),
        choices=list(MEDIA.items()),
        help_text=gettext_lazy("They can see who wrote it down, when, and from what."),
    )
    unit = forms.Pick(label=gettext_lazy("Who is to answer?"))
    about = forms.Line(label=gettext_lazy("What is it about?"), limit=300, required=False)
    kind = forms.Choice(label=gettext_lazy("What is it?"), choices=ContributionKind.choices)
    words = verbatim(
        label=gettext_lazy("Their words"),
        rows=8,
        help_text=gettext_lazy("As they said them. Do not make them tidier or milder."),
    )
    file = file_box(gettext_lazy("A photo, a recording or a paper of theirs"))
    file_label = label_box(gettext_lazy("If you choose one: what is on it?"))
    contact = contact_tick(gettext_lazy("They would like someone to contact them about this"), SAYS_WHEN)
    how = how_line(gettext_lazy("If so, how can they be reached?"))
    risk = risk_tick(gettext_lazy("They or someone else may be at risk"))
    said_on = forms.Day(label=gettext_lazy("When did they say it?"), required=False)
    received_on = forms.Day(
        label=gettext_lazy("When did it reach us?"),
        required=False,
        help_text=gettext_lazy("The day from which an answer is owed. Empty: today."),
    )
    uses = forms.Ticks(
        label=gettext_lazy("How may we use their words?"),
        help_text=gettext_lazy("Tick what they said themselves. Without a tick only those who answer read them."),
        choices=list(THEIR_USES.items()),
        required=False,
    )
    lang = forms.Pick(label=gettext_lazy("In which language?"), choices=languages.CHOICES, required=False)

    def __init__(
        self,
        *args: Any,
        units: list[tuple[str, str]],
        register: bool,
        were_there: list[tuple[str, str]],
        decided: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        self.fields["was_there"].choices = [("", _("Choose one")), *were_there]  # type: ignore[attr-defined]
        dropped = {
            "person": bool(were_there) or not register,
            "was_there": not were_there,
            "unit": decided,
            "about": decided,
        }
        for name in (name for name, drop in dropped.items() if drop):
            del self.fields[name]
        if not (were_there or register):
            who: Any = self.fields["who"]
            who.choices = [choice for choice in who.choices if choice[0] != "person"]


class CodeForm(forms.Form):
    code = forms.Line(
        label=gettext_lazy("Your code"),
        limit=60,
        help_text=gettext_lazy("16 letters and numbers. Capitals, gaps and dashes do not matter."),
        autocomplete="off",
    )
