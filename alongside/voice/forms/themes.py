"""Themes: their words, one mark, a pile of marks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms as django_forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from ..models import Contribution, Theme
from ..models.themes import ACCEPTED, REJECTED, REMOVED
from ..rules.themes import LONGEST_BELONGS, LONGEST_NAME


class ThemeForm(forms.Seen):
    name = forms.Line(label=gettext_lazy("What is it called?"), limit=LONGEST_NAME)
    belongs = forms.Words(
        label=gettext_lazy("What belongs here?"),
        rows=4,
        limit=LONGEST_BELONGS,
        help_text=gettext_lazy(
            "So that two people mark the same things with it. Say what does not belong, if need be."
        ),
    )

    def __init__(self, *args: Any, themes: Sequence[Theme] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.themes = {theme.code: theme for theme in themes}
        choices = [("", _("No, it stands by itself")), *((code, theme.name) for code, theme in self.themes.items())]
        self.fields["parent"] = forms.Pick(label=_("Is it a part of another theme?"), choices=choices, required=False)

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "parent": self.themes.get(given["parent"])}


class MarkForm(forms.Form):
    """Which button was pressed: what somebody says, and of which theme. One that is chosen by hand comes in `theme`."""

    do = django_forms.CharField(required=False)
    theme = django_forms.CharField(required=False)
    suggested = django_forms.CharField(required=False)

    def __init__(self, *args: Any, themes: Sequence[Theme] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.themes = {theme.code: theme for theme in themes}

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        to, _colon, code = str(given.get("do", "")).partition(":")
        theme = self.themes.get(code or str(given.get("theme", "")))
        if to not in (ACCEPTED, REJECTED, REMOVED) or theme is None:
            raise django_forms.ValidationError(_("Choose a theme first."))
        return {**given, "to": to, "theme": theme, "suggested": bool(code) and to != REMOVED}

    def answers(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("to", "theme", "suggested")}


class PileForm(forms.Form):
    """Tick those that are. The others stay as they are, unless somebody says that they are not."""

    rest = forms.Tick(label=gettext_lazy("None of the others is about this: do not suggest them again"))

    def __init__(self, *args: Any, pile: Sequence[Contribution] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.pile = {row.code: row for row in pile}
        self.fields["about"] = django_forms.MultipleChoiceField(
            choices=[(code, code) for code in self.pile],
            required=False,
            error_messages={"invalid_choice": _("Somebody has marked one of these meanwhile. Look at them again.")},
        )

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        about = [self.pile[code] for code in given["about"]]
        others = [row for row in self.pile.values() if row not in about]
        return {"about": about, "not_about": others if given["rest"] else []}
