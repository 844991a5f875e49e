"""Moments of a service, and telling what they were like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..models.touchpoints import TellingAudience
from ..rules.touchpoints import LONGEST_ABOUT, LONGEST_FEELING, LONGEST_NAME, LONGEST_REASON, LONGEST_TOLD

FIRST = "first"


class MomentForm(forms.Form):
    name = forms.Line(
        label=gettext_lazy("What is it called?"),
        help_text=gettext_lazy("In the words of those who use the service, like “The first phone call”."),
        limit=LONGEST_NAME,
    )
    about = forms.Line(
        label=gettext_lazy("What belongs to it?"),
        help_text=gettext_lazy("Like “From when you ring until somebody has time for you”."),
        limit=LONGEST_ABOUT,
        required=False,
    )
    after = forms.Pick(label=gettext_lazy("Where does it come?"))

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = places(others)  # type: ignore[attr-defined]
        self.fields["after"].initial = others[-1][0] if others else FIRST


def places(others: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(FIRST, _("It is the first")), *((code, _("After “%(name)s”") % {"name": name}) for code, name in others)]


class MoveForm(forms.Form):
    after = forms.Pick(label=gettext_lazy("Where does it come?"))

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["after"].choices = places(others)  # type: ignore[attr-defined]


class OtherWordsForm(forms.Form):
    name = forms.Line(label=gettext_lazy("What is it called from now on?"), limit=LONGEST_NAME)
    about = forms.Line(label=gettext_lazy("What belongs to it?"), limit=LONGEST_ABOUT, required=False)
    why = forms.Line(label=gettext_lazy("Why other words?"), limit=LONGEST_REASON)


class EndForm(forms.Form):
    why = forms.Line(
        label=gettext_lazy("Why does it end?"),
        help_text=gettext_lazy("Like “Nobody waits in that room any more”. Everybody reads it."),
        limit=LONGEST_REASON,
    )


class FeelingsForm(forms.Form):
    very_good = forms.Line(label=gettext_lazy("Very good"), limit=LONGEST_FEELING)
    good = forms.Line(label=gettext_lazy("Good"), limit=LONGEST_FEELING)
    both = forms.Line(label=gettext_lazy("Good and bad"), limit=LONGEST_FEELING)
    bad = forms.Line(label=gettext_lazy("Bad"), limit=LONGEST_FEELING)
    very_bad = forms.Line(label=gettext_lazy("Very bad"), limit=LONGEST_FEELING)


class ToldForm(forms.Form):
    """What everybody is asked, whoever holds the pen."""

    moment = forms.Choice(label=gettext_lazy("Which moment?"))
    felt = forms.Choice(label=gettext_lazy("How was it for you?"))
    words = forms.Words(
        label=gettext_lazy("Do you want to say what happened?"),
        help_text=gettext_lazy("A few words are enough. Write nobody’s name."),
        rows=5,
        limit=LONGEST_TOLD,
        required=False,
    )
    audience = forms.Choice(
        label=gettext_lazy("If you wrote something: who may read your words?"),
        choices=TellingAudience.choices,
        initial=TellingAudience.TEAM,
    )

    def __init__(
        self, *args: Any, moments: Sequence[tuple[str, str, str]], feelings: Mapping[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        moment: Any = self.fields["moment"]
        moment.choices = [(code, name) for code, name, _about in moments]
        moment.hints = {code: about for code, _name, about in moments if about}
        self.fields["felt"].choices = [(str(felt), name) for felt, name in feelings.items()]  # type: ignore[attr-defined]


class TellForm(ToldForm):
    named = forms.Tick(
        label=gettext_lazy("My name may stand beside my words"),
        help_text=gettext_lazy("For those who sign in here. On a page for everybody nobody has a name."),
    )
    unlinked = forms.Tick(
        label=gettext_lazy("Do not write down that it was me"),
        help_text=gettext_lazy("You get a code instead. Only with the code can you take it back."),
    )

    def __init__(self, *args: Any, may_sign: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not may_sign:
            del self.fields["named"], self.fields["unlinked"]


class TakeDownForm(ToldForm):
    medium = forms.Choice(label=gettext_lazy("How did they tell you?"), choices=list(MEDIA.items()))
    agreed = forms.Tick(
        label=gettext_lazy("They agreed that I write it down here, and know who may read it"),
        required=True,
        needed=gettext_lazy("Ask them first. On paper they tick it themselves."),
    )
    person = forms.Line(
        label=gettext_lazy("Who told it, if they are on the register and want it kept with their name?"),
        help_text=gettext_lazy("Their whole name, or the code of their page. Left empty, they get a code to keep."),
        autocomplete="off",
        required=False,
    )
    named = forms.Tick(label=gettext_lazy("Their name may stand beside their words"))

    field_order = ("medium", "agreed", "person", "moment", "felt", "words", "audience", "named")

    def __init__(self, *args: Any, register: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["felt"].label = _("How was it for them?")
        self.fields["words"].label = _("What did they say, in their words?")
        self.fields["words"].help_text = _("As they said it. Do not make it tidier or milder. Leave out names.")
        self.fields["audience"].label = _("Who may read their words?")
        if not register:
            del self.fields["person"], self.fields["named"]


class TakeBackForForm(forms.Form):
    person = forms.Line(
        label=gettext_lazy("Who wants it taken back?"),
        help_text=gettext_lazy("Their whole name on the register, or the code of their page."),
        autocomplete="off",
    )
    medium = forms.Choice(label=gettext_lazy("How did they ask you?"), choices=list(MEDIA.items()))
    moment = forms.Pick(label=gettext_lazy("What they told of which moment?"))

    def __init__(self, *args: Any, moments: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["moment"].choices = moments  # type: ignore[attr-defined]


class CodeForm(forms.Form):
    once = None  # type: ignore[assignment]

    code = forms.Line(label=gettext_lazy("Your code"), limit=60, width=20)


class ReadForm(forms.Form):
    hold = forms.Choice(
        label=gettext_lazy("What do you do with these words?"),
        choices=[
            ("no", gettext_lazy("Those whom its teller chose may read them")),
            ("yes", gettext_lazy("Nobody may read them, because they could harm somebody")),
        ],
    )
    held_why = forms.Line(
        label=gettext_lazy("If nobody may: why?"),
        help_text=gettext_lazy("Whoever told it reads this. That it is about us, or hard to read, is no reason."),
        limit=LONGEST_REASON,
        required=False,
    )
