"""What somebody's words shaped, and their author saying that it is not so."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from .common import BY_ADDRESS, Told, verbatim


class ShapedForm(forms.Form):
    what = forms.Pick(label=gettext_lazy("What was shaped?"))
    voices = forms.Ticks(label=gettext_lazy("By which words?"), required=False)
    others = forms.Line(
        label=gettext_lazy("Other words"),
        required=False,
        limit=2000,
        help_text=BY_ADDRESS,
    )
    how = forms.Words(
        label=gettext_lazy("How can anybody see it?"),
        rows=4,
        limit=2000,
        help_text=gettext_lazy("A page, a line, what was asked or left out. They read this, and can say it is not so."),
    )
    role = forms.Line(label=gettext_lazy("Who says so?"), limit=200, help_text=gettext_lazy("By role."))

    def __init__(self, *args: Any, what: list[tuple[str, str]], voices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"].choices = what  # type: ignore[attr-defined]
        self.fields["voices"].choices = voices  # type: ignore[attr-defined]
        if not voices:
            del self.fields["voices"]


class DenialForm(Told):
    words = verbatim(
        label=gettext_lazy("In your own words"),
        rows=4,
        required=False,
        help_text=gettext_lazy("You do not have to write anything here."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["words"].label = _("In their own words")
            self.fields["words"].help_text = ""
