"""Setting an aim, and saying where it stands."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

WHOLE = "whole"


class AimForm(forms.Form):
    what = forms.Words(label=_("What will be a bit more?"), rows=3, limit=2000)
    sign = forms.Words(
        label=_("By what would anybody know that it is reached?"),
        help_text=_("Something that can be seen or heard, like “the first item is always ours”."),
        rows=2,
        limit=2000,
    )
    unit = forms.Pick(label=_("Whose aim is it?"))
    with_whom = forms.Words(
        label=_("With whom was it written?"),
        help_text=_("The whole name or the code of each, one on a line. They are asked whether it is theirs too."),
        rows=3,
        limit=1000,
        required=False,
    )

    def __init__(self, *args: Any, units: list[tuple[str, Any]], names: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = units  # type: ignore[attr-defined]
        if not names:
            del self.fields["with_whom"]

    def names(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data.get("with_whom", "").split("\n") if line.strip()]


class AgreeForm(forms.Form):
    agrees = forms.Choice(
        label=_("Is this your aim too?"),
        choices=[("yes", _("Yes")), ("no", _("No, or not any more"))],
    )


class WordForm(forms.Form):
    words = forms.Words(rows=4, limit=2000)

    def __init__(self, *args: Any, asked: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = asked
