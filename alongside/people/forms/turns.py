"""Training, what somebody wants to take part in, and how much is enough for them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.organisation.forms import unit_choices
from alongside.organisation.models import Kind, Unit

from ..models import Hear, Training, Ways
from .told import Told


class TrainingForm(forms.Form):
    name = forms.Line(
        label=gettext_lazy("What is it called?"), help_text=gettext_lazy("For example: sitting on a panel."), limit=100
    )
    lasts_months = forms.Number(
        label=gettext_lazy("For how many months does it hold?"),
        help_text=gettext_lazy("Leave it empty if it does not run out."),
        required=False,
        least=1,
        most=240,
    )


class TrainingChangeForm(TrainingForm):
    in_use = forms.Tick(
        label=gettext_lazy("In use"), help_text=gettext_lazy("Out of use, it stays with those who did it.")
    )


class TrainingDoneForm(forms.Form):
    training = forms.Pick(label=gettext_lazy("Which training?"), choices=[])
    done_on = forms.Day(label=gettext_lazy("When did they do it?"))
    expires_on = forms.Day(label=gettext_lazy("Until when does it hold?"), required=False)
    medium = forms.Choice(
        label=gettext_lazy("How do you know?"),
        choices=[("", gettext_lazy("I was there, or have seen a list or a certificate")), *MEDIA.items()],
        required=False,
        help_text=gettext_lazy("They can see that you wrote this down, and when."),
    )

    def __init__(self, *args: Any, trainings: Iterable[Training], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.trainings = {training.code: training for training in trainings}
        self.fields["training"].choices = [(t.code, t.name) for t in self.trainings.values()]  # type: ignore[attr-defined]
        self.fields["expires_on"].help_text = _("Leave it empty to go by the list of trainings.")

    def clean_training(self) -> Training:
        return self.trainings[self.cleaned_data["training"]]


class WishForm(Told):
    """Nothing ticked means everything: nobody has to know the organisation to be asked."""

    kinds = forms.Ticks(choices=[], required=False)
    units = forms.Ticks(choices=[], required=False)
    ways = forms.Choice(choices=Ways.choices)
    hear = forms.Choice(choices=Hear.choices)

    def __init__(self, *args: Any, kinds: Iterable[Kind], units: Iterable[Unit], **kwargs: Any) -> None:
        self.kind_of = {kind.code: kind for kind in kinds}
        self.unit_of = {unit.code: unit for unit in units}
        super().__init__(*args, **kwargs)

    def say(self) -> None:
        self.fields["kinds"].choices = [(kind.code, kind.name) for kind in self.kind_of.values()]  # type: ignore[attr-defined]
        self.fields["units"].choices = unit_choices(self.unit_of.values())  # type: ignore[attr-defined]
        self.label("kinds", _("What do you want to help decide?"), _("What do they want to help decide?"))
        self.label("units", _("Where?"), _("Where?"))
        self.label("ways", _("How do you want to take part?"), _("How do they want to take part?"))
        self.label("hear", _("How often may we tell you what is open?"), _("How often may we tell them what is open?"))
        self.fields["kinds"].help_text = _("Tick none if it can be anything.")
        self.fields["units"].help_text = _("A place counts with everything under it. Tick none if it can be anywhere.")
        self.fields["hear"].help_text = _("We only write in the ways that are allowed.")

    def clean_kinds(self) -> list[Kind]:
        return [self.kind_of[code] for code in self.cleaned_data["kinds"]]

    def clean_units(self) -> list[Unit]:
        return [self.unit_of[code] for code in self.cleaned_data["units"]]


class LimitsForm(Told):
    """Filled in for somebody it starts empty every time: what is there is theirs alone."""

    per_year = forms.Number(required=False, least=1, most=366)
    rest_days = forms.Number(required=False, least=1, most=366)
    words = forms.Words(required=False, rows=3, limit=2000)
    clear = forms.Tick()

    def say(self) -> None:
        own = self.own
        self.label("per_year", _("How many times a year, at most?"), _("How many times a year, at most?"))
        self.label("rest_days", _("How many days of rest in between?"), _("How many days of rest in between?"))
        self.label("words", _("Anything else, for yourself"), _("Anything else they want to have there"))
        self.label("clear", _("No limits"), _("They want no limits any more: take out what is there"))
        self.fields["per_year"].help_text = _("A time is one thing you take part in, such as one interview panel.")
        empty = _("Leave it empty for no limit.") if own else _("Left empty, what is there stays.")
        self.fields["rest_days"].help_text = empty
        if own:
            del self.fields["clear"]
