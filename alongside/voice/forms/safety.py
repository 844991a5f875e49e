"""What keeps people safe."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from .. import warning_words
from ..models import ContactEnd


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
