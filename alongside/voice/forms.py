"""What can be filled in: by the public, by somebody signed in, by staff, and for somebody on their behalf."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.dates import for_example

from . import warning_words
from .models import AnswerKind, ChallengeKind, ContactEnd, ContributionKind, Size, TellingChannel, VerdictKind
from .shapes import Asks, Uses

OWN_USES = {
    "inside": gettext_lazy("People who work here may use them, in meetings and reports"),
    "commissioners": gettext_lazy("Those who pay for the services may see them"),
    "public": gettext_lazy("Anyone may see them, on the page “What came of it”"),
    "credit": gettext_lazy("Put my name beside them"),
}
THEIR_USES = {
    "inside": gettext_lazy("People who work here may use them, in meetings and reports"),
    "commissioners": gettext_lazy("Those who pay for the services may see them"),
    "public": gettext_lazy("Anyone may see them, on the page “What came of it”"),
    "credit": gettext_lazy("Their name may stand beside them"),
}
KIND_HINTS: dict[str, Any] = {
    ContributionKind.IDEA: gettext_lazy("Something that could be done, or done in another way."),
    ContributionKind.CONCERN: gettext_lazy("Something that is not right, or may go wrong."),
}
NAMED = {"yes": gettext_lazy("With my name"), "no": gettext_lazy("Without my name")}
NAMED_HINTS = {
    "yes": gettext_lazy("Those who answer see your name. You find the answer on your own page."),
    "no": gettext_lazy("Nobody can see that it was you. You get a code to find the answer with."),
}


def verbatim(**facts: Any) -> Any:
    """Words that are kept as they were typed, the spaces around them too."""
    return forms.Words(strip=False, **facts)


def uses_of(data: dict[str, Any]) -> Uses:
    chosen = data.pop("uses", [])
    return Uses(**{name: name in chosen for name in OWN_USES})


def contact_tick(label: Any) -> Any:
    return forms.Tick(
        label=label, help_text=gettext_lazy("Somebody from the part of us that it is about does, by the day above.")
    )


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


def uses_as_list(uses: Uses) -> list[str]:
    return [name for name in OWN_USES if getattr(uses, name)]


class SayForm(forms.Form):
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


class WriteDownForm(forms.Form):
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
    contact = contact_tick(gettext_lazy("They would like someone to contact them about this"))
    how = how_line(gettext_lazy("If so, how can they be reached?"))
    risk = risk_tick(gettext_lazy("They or someone else may be at risk"))
    said_on = forms.Day(label=gettext_lazy("When did they say it?"), required=False)
    received_on = forms.Day(
        label=gettext_lazy("When did it reach us?"),
        required=False,
        help_text=gettext_lazy("The day from which an answer is owed. Empty: today."),
    )
    uses = forms.Ticks(
        label=gettext_lazy("How may we use their words?"), choices=list(THEIR_USES.items()), required=False
    )

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


class AnswerForm(forms.Seen):
    kind = forms.Choice(label=gettext_lazy("What is your answer?"), choices=AnswerKind.choices)
    reason = forms.Words(
        label=gettext_lazy("Why? What happens now?"),
        rows=7,
        help_text=gettext_lazy("They read this word for word. “Noted” is not an answer: say what you do, or why not."),
    )
    defer_until = forms.Day(
        label=gettext_lazy("If not yet: by which day will you answer?"),
        required=False,
        help_text=for_example(gettext_lazy("Only for “Not yet”. The first promise still counts. For example, %(day)s")),
    )
    role = forms.Line(
        label=gettext_lazy("Who answers?"),
        limit=200,
        help_text=gettext_lazy("By role, for example: Team manager, Crisis line."),
    )


class TellForm(forms.Form):
    channel = forms.Choice(
        label=gettext_lazy("How were they told?"),
        choices=[choice for choice in TellingChannel.choices if choice[0] != TellingChannel.ON_PAGE],
    )
    on = forms.Day(label=gettext_lazy("On which day?"))


class HandOverForm(forms.Seen):
    owner = forms.Pick(label=gettext_lazy("Who is to answer it?"), required=False)
    unit = forms.Pick(
        label=gettext_lazy("Which part of the organisation is to answer?"),
        help_text=gettext_lazy("The days by which an answer is due stay as they are."),
    )

    def __init__(self, *args: Any, owners: list[tuple[str, str]], units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["owner"].choices = [("", _("Nobody by name: the whole team")), *owners]  # type: ignore[attr-defined]
        self.fields["unit"].choices = units  # type: ignore[attr-defined]


class RenderingForm(forms.Seen):
    rendering = forms.Words(
        label=gettext_lazy("The edited version"),
        rows=7,
        required=False,
        help_text=gettext_lazy("It stands beside their words and never instead of them. They can see it."),
    )


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


class Told(forms.Form):
    """`own`: its author fills it in. Otherwise it asks how the one who fills it in knows what the author wants."""

    medium = forms.Choice(
        label=gettext_lazy("How do you know what they want?"),
        choices=list(MEDIA.items()),
        help_text=gettext_lazy("They can see that you wrote this down, when, and from what."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if own:
            del self.fields["medium"]
        else:
            self.order_fields([name for name in self.fields if name != "medium"])


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


class RaiseForm(forms.Form):
    why = forms.Words(
        label=gettext_lazy("Why? What worries you?"),
        rows=4,
        limit=4000,
        required=False,
        help_text=gettext_lazy("Only those who look after safety here read this."),
    )


class EndContactForm(forms.Form):
    end = forms.Choice(
        label=gettext_lazy("How did it end?"),
        choices=[choice for choice in ContactEnd.choices if choice[0] != ContactEnd.TAKEN_BACK],
    )


class DoneForm(forms.Seen):
    done = forms.Words(
        label=gettext_lazy("What was done?"),
        rows=5,
        limit=10_000,
        help_text=gettext_lazy("Only those who look after safety here read this."),
    )


class PhrasesForm(forms.Seen):
    """One box for each group, one phrase on each line."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in (*warning_words.GROUPS.items(), ("left_out", _("Phrases inside which nothing counts"))):
            self.fields[name] = forms.Words(label=label, rows=8, limit=20_000, required=False)

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        groups = {name: warning_words.tidy(given[name]) for name in warning_words.GROUPS}
        return {"groups": groups, "left_out": warning_words.tidy(given["left_out"]), "seen": given["seen"]}


class TakeBackForm(Told):
    """No box for a reason: none is needed."""


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
