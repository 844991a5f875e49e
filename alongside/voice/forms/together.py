"""Common ground: asking many, adding a statement, reading it, and the sheet of paper."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms as plain
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.dates import for_example

from ..models import Choice, MarkKind, Statement, WhoAnswers, WhyNot
from ..rules.together import LONGEST_STATEMENT

SHORT = {
    Choice.AGREE: gettext_lazy("I agree"),
    Choice.DISAGREE: gettext_lazy("I disagree"),
    Choice.PASS: gettext_lazy("I pass"),
}
BUTTONS = [(str(choice.value), SHORT[choice]) for choice in (Choice.AGREE, Choice.DISAGREE, Choice.PASS)]


class GroundForm(forms.Form):
    question = forms.Line(
        label=gettext_lazy("What do you want to ask?"),
        limit=300,
        help_text=gettext_lazy("One open question, in plain words: What would make the waiting room better?"),
    )
    use = forms.Words(
        label=gettext_lazy("What can change because of it, who decides, and when?"),
        rows=4,
        limit=2000,
        help_text=gettext_lazy("People read this before they answer. If nothing can change, do not ask."),
    )
    unit = forms.Pick(label=gettext_lazy("Who answers for what comes out?"))
    audience = forms.Choice(label=gettext_lazy("Who can answer?"), choices=WhoAnswers.choices)
    closes_on = forms.Day(
        label=gettext_lazy("Until when?"), help_text=for_example(gettext_lazy("The last day. For example, %(day)s"))
    )
    statements = forms.Words(
        label=gettext_lazy("Statements to begin with"),
        rows=7,
        limit=20_000,
        required=False,
        help_text=gettext_lazy("One on each line. Put some that you would rather not hear. People add their own."),
    )
    read_first = forms.Tick(
        label=gettext_lazy("Somebody reads each new statement before others can answer it"),
        help_text=gettext_lazy("What has words from the phrase list is always read first."),
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "statements": given["statements"].splitlines()}


class StatementForm(forms.Form):
    words = forms.Words(
        label=gettext_lazy("Add what you think"),
        rows=3,
        limit=LONGEST_STATEMENT,
        help_text=gettext_lazy("One thing, in one or two sentences. Name nobody. Nobody sees that it was you."),
    )


class AnswerStatementForm(forms.Form):
    """One of three buttons."""

    statement = plain.CharField(widget=plain.HiddenInput, max_length=20)
    choice = plain.TypedChoiceField(widget=plain.HiddenInput, coerce=int, choices=BUTTONS)


class MarkAnswerForm(forms.Form):
    kind = forms.Choice(
        label=gettext_lazy("What is it to you?"),
        choices=MarkKind.choices,
        help_text=gettext_lazy("Nobody sees that it was you. Everybody sees how many said each."),
    )


class ReadStatementForm(forms.Form):
    show = forms.Choice(
        label=gettext_lazy("Can everybody answer it?"),
        choices=[("yes", gettext_lazy("Yes, show it")), ("no", gettext_lazy("No, do not show it"))],
    )
    why_not = forms.Pick(
        label=gettext_lazy("If not, why?"),
        required=False,
        help_text=gettext_lazy("That it disagrees with us is no reason. The page counts what is not shown, and why."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["why_not"].choices = [("", _("Choose one")), *WhyNot.choices]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {"show": given["show"] == "yes", "why_not": given["why_not"]}


class SheetForm(forms.Form):
    """One sheet of paper, as somebody filled it in. What is not ticked is left open."""

    def __init__(self, *args: Any, statements: Iterable[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for row in statements:
            self.fields[row.code] = forms.Choice(
                label=row.words, choices=[*BUTTONS, ("", _("Not ticked"))], required=False
            )

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {"choices": {code: int(choice) for code, choice in given.items() if choice}}
