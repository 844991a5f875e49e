"""How words are shown further: for their author, for whoever decides, for the panel, for whoever sets it up."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms

from .. import published_rules, showing_text
from ..models import Outcome
from .common import Told, verbatim


class _SeenAndTold(Told, forms.Seen):
    """By its author, or for them; about something that may change meanwhile."""


class ConfirmForm(_SeenAndTold):
    read_aloud = forms.Tick(
        label=gettext_lazy("I read it to them as it stands here, and they said yes"),
        help_text=gettext_lazy("With what could give them away, too."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if own:
            del self.fields["read_aloud"]


class OwnVersionForm(_SeenAndTold):
    words = verbatim(label=gettext_lazy("Your own version"), rows=8, required=False)
    use = forms.Tick(
        label=gettext_lazy("Others see this version instead of my words"),
        help_text=gettext_lazy("Your words stay as you said them. Those who answer you read your words."),
    )

    def __init__(self, *args: Any, own: bool, **kwargs: Any) -> None:
        super().__init__(*args, own=own, **kwargs)
        if not own:
            self.fields["words"].label = _("Their own version")
            self.fields["use"].label = _("Others see this version instead of their words")
            self.fields["use"].help_text = _("Their words stay as they said them.")


class AppealForm(Told):
    words = verbatim(
        label=gettext_lazy("What should the panel know?"),
        rows=5,
        required=False,
        help_text=gettext_lazy("You do not have to write anything here."),
    )


class ModerateForm(forms.Seen):
    outcome = forms.Choice(label=gettext_lazy("What do you decide?"), choices=Outcome.choices)
    left_out = forms.Ticks(label=gettext_lazy("What is to be left out?"), required=False)
    more = forms.Words(
        label=gettext_lazy("More to leave out"),
        rows=3,
        limit=2000,
        required=False,
        help_text=gettext_lazy("One on each line, exactly as it stands in the words."),
    )
    more_as = forms.Choice(
        label=gettext_lazy("What is that?"),
        choices=list(showing_text.PARTS.items()),
        initial=showing_text.Part.NAME,
        required=False,
    )
    rule = forms.Choice(
        label=gettext_lazy("By which rule?"),
        required=False,
        help_text=gettext_lazy("Not needed when it is shown as it is."),
    )
    why = forms.Words(
        label=gettext_lazy("What you tell the one who said it"),
        rows=4,
        limit=2000,
        required=False,
        help_text=gettext_lazy("In plain words: what, and why. They can ask the panel."),
    )

    def __init__(self, *args: Any, offered: list[tuple[str, str]], rules: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = offered
        labels = [(str(n), f"{phrase} ({showing_text.PARTS[part]})") for n, (phrase, part) in enumerate(offered)]  # type: ignore[index]
        if labels:
            self.fields["left_out"].choices = labels  # type: ignore[attr-defined]
        else:
            del self.fields["left_out"]
        self.fields["rule"].choices = [(rule.key, rule.title) for rule in rules]  # type: ignore[attr-defined]
        self.fields["rule"].hints = {rule.key: rule.text for rule in rules}  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        """Phrases and what they are; where they stand is found in the words."""
        given = super().answers()
        phrases = [self.offered[int(number)] for number in given.pop("left_out", [])]
        part = given.pop("more_as") or showing_text.Part.NAME
        phrases += [(line.strip(), part) for line in given.pop("more").splitlines() if line.strip()]
        return {**given, "phrases": phrases}


class VoteForm(forms.Form):
    show = forms.Choice(
        label=gettext_lazy("What do you say?"),
        choices=[
            ("yes", gettext_lazy("Show it as it is")),
            ("no", gettext_lazy("The decision stands")),
        ],
    )

    def answers(self) -> dict[str, Any]:
        return {"show": super().answers()["show"] == "yes"}


class ShowingRulesForm(forms.Seen):
    """One box for each rule; an empty one is not in use."""

    decide_days = forms.Number(
        label=gettext_lazy("Working days until somebody has decided"),
        help_text=gettext_lazy("Usual: 5. What waits longer stands on the desk as a debt."),
        least=1,
        most=60,
    )
    panel_days = forms.Number(
        label=gettext_lazy("Working days until the panel has decided"),
        help_text=gettext_lazy("Usual: 15."),
        least=1,
        most=60,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for key, title in published_rules.TITLES.items():
            self.fields[key] = forms.Words(label=title, rows=3, limit=published_rules.LONGEST, required=False)
            self.fields[key].named(key)  # type: ignore[attr-defined]
            self.initial.setdefault(key, "")

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {
            "texts": {key: given[key] for key in published_rules.TITLES},
            **{name: given[name] for name in ("decide_days", "panel_days", "seen")},
        }


class PanelForm(forms.Form):
    person = forms.Line(
        label=gettext_lazy("Who?"), help_text=gettext_lazy("The name or code of somebody on the register.")
    )
