"""Empty phrases, and templates."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy

from alongside.core import forms

from .. import phrases


class EmptyPhrasesForm(forms.Seen):
    listed = forms.Words(
        label=gettext_lazy("Sentences that answer nobody"),
        rows=16,
        limit=60_000,
        help_text=gettext_lazy("One on each line. Capitals and full stops do not matter."),
    )

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {"phrases": phrases.tidy_list(given["listed"]), "seen": given["seen"]}


class TemplateForm(forms.Seen):
    name = forms.Line(label=gettext_lazy("Name"), limit=100, help_text=gettext_lazy("Only those who answer see it."))
    text = forms.Words(
        label=gettext_lazy("Text"),
        rows=8,
        limit=4000,
        help_text=gettext_lazy("What must be filled in stands between [ and ], for example [what you will do]."),
    )
    in_use = forms.Tick(label=gettext_lazy("In use"), help_text=gettext_lazy("Out of use it is not offered any more."))
