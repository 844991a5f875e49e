"""What staff do with what was said."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.core.dates import for_example

from ..models.answers import CHOSEN, TOLD_BY_HAND
from .owing import Warned, role_line


class AnswerForm(Warned, forms.Seen):
    kind = forms.Choice(label=gettext_lazy("What is your answer?"), choices=[(kind, kind.label) for kind in CHOSEN])
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
    role = role_line()


class TellForm(forms.Form):
    channel = forms.Choice(
        label=gettext_lazy("How were they told?"),
        choices=[(how, how.label) for how in TOLD_BY_HAND],
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
