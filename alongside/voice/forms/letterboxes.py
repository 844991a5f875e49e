"""Making a letterbox, printing its paper forms, and the page behind its address."""

from __future__ import annotations

from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext_lazy

from alongside.core import forms

from ..models import ContributionKind, Letterbox
from ..models.letterboxes import LONGEST_QUESTION
from .saying import SayForm


class LetterboxForm(forms.Seen):
    """`units`: whoever may choose one; nothing when it is about a decision or a session."""

    title = forms.Line(
        label=gettext_lazy("What is it called?"),
        limit=120,
        help_text=gettext_lazy("Everybody reads it, on the poster too: “The waiting room”, “Home visits”. No names."),
    )
    unit = forms.Pick(label=gettext_lazy("Who is to answer?"))
    question = forms.Line(
        label=gettext_lazy("What do you ask?"),
        limit=LONGEST_QUESTION,
        required=False,
        help_text=gettext_lazy(
            "One open question: “What was the waiting room like for you?” It is kept with every answer. Empty: people"
            " say what they like."
        ),
    )
    kind = forms.Pick(
        label=gettext_lazy("What do people mostly tell you there?"),
        choices=ContributionKind.choices,
        initial=ContributionKind.EXPERIENCE.value,
        help_text=gettext_lazy("Nobody is asked this on a phone. Whoever reads it can see what it is."),
    )

    def __init__(self, *args: Any, units: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        if not units:
            del self.fields["unit"]


class PrintForm(forms.Form):
    copies = forms.Number(
        label=gettext_lazy("How many copies?"),
        initial=10,
        help_text=gettext_lazy("50 at most. Each has a code of its own, which is shown on this print and never again."),
    )


class MoveForm(forms.Form):
    """Nothing to fill in: closing and opening again."""


class LetterboxSayForm(SayForm):
    """On a phone: the question, the words, and what has to be asked. `asked`: what stood on the page, signed."""

    asked = django_forms.CharField(widget=django_forms.HiddenInput, required=False)

    def __init__(self, *args: Any, box: Letterbox, **kwargs: Any) -> None:
        super().__init__(*args, units=[], **kwargs)
        for name in ("kind", "about", "group_name"):
            self.fields.pop(name, None)
        if box.question:
            self.fields["words"].label = box.question.text
        self.fields["words"].widget.attrs["rows"] = 6
        self.order_fields(["words"])

    def fingerprint(self, *salt: object) -> str:
        """What stood on the page is signed anew whenever it is shown: that alone makes no other words of the same."""
        kept: Any = self.data
        self.data = {name: value for name, value in kept.lists() if name != "asked"}
        try:
            return super().fingerprint(*salt)
        finally:
            self.data = kept
