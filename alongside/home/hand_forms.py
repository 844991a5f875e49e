"""What is asked about a call, about letters that were posted, and how often somebody wants to hear."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from django import forms as plain
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import forms
from alongside.post.models import Outcome, Rhythm

TEN = time(10, 0)


class CallForm(forms.Form):
    """What was said, thing by thing: what came in while they were on the phone stays on the list."""

    outcome = forms.Choice(label=gettext_lazy("What became of the call?"), choices=[])
    told = forms.Ticks(
        label=gettext_lazy("What have they heard?"),
        help_text=gettext_lazy("If they answered, take out what you did not get to."),
        choices=[],
        required=False,
    )
    again_on = forms.Day(
        label=gettext_lazy("If not reached: try again on"),
        help_text=gettext_lazy("Leave it empty for the next working day."),
        required=False,
    )
    again_at = forms.Time(label=gettext_lazy("At what time"), required=False)

    def __init__(self, *args: Any, things: Sequence[tuple[str, str]], leave_word: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        outcomes = [(Outcome.TOLD, _("They answered, and have heard it")), (Outcome.NO_ANSWER, _("Nobody answered"))]
        if leave_word:
            outcomes.append((Outcome.LEFT_WORD, _("I left word that we rang, and not what about")))
        outcomes.append((Outcome.WRONG, _("The number is wrong")))
        self.fields["outcome"].choices = outcomes  # type: ignore[attr-defined]
        self.fields["told"].choices = things  # type: ignore[attr-defined]
        self.fields["told"].initial = [code for code, _subject in things]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        day, at = found.pop("again_on"), found.pop("again_at")
        return {**found, "again": timezone.make_aware(datetime.combine(day, at or TEN)) if day else None}


class Hidden(plain.CharField):
    """Goes along with the page unseen; whatever comes back is looked up, so anything may."""

    widget = plain.HiddenInput


class PostedForm(forms.Form):
    people_codes = forms.Ticks(label=gettext_lazy("Which of them did you post?"), choices=[])
    on = forms.Day(label=gettext_lazy("On which day?"))
    upto = Hidden(required=False)

    def __init__(self, *args: Any, letters: Sequence[tuple[str, str]], upto: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people_codes"].choices = letters  # type: ignore[attr-defined]
        self.fields["people_codes"].initial = [code for code, _name in letters]
        self.fields["on"].initial = timezone.localdate()
        self.fields["upto"].initial = upto


class ReturnedForm(forms.Form):
    """One button: that it lies here again is all there is to say."""


class RhythmForm(forms.Form):
    often = forms.Choice(
        label=gettext_lazy("How often may we write to you?"),
        help_text=gettext_lazy("What may be a risk to somebody, and what has a day, always comes at once."),
        choices=[(value, label) for value, label in Rhythm.choices if value != Rhythm.WEEKLY],
    )
