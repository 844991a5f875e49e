"""A draw: which role those who are drawn are offered, where the number comes from, and the number itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

from ..models import NumberFrom, Role, Stage


class RolesForm(forms.Form):
    """One agreed role for each stage. A stage without a role is left out."""

    commission = forms.Pick(label=Stage.COMMISSION.label, required=False)
    design = forms.Pick(label=Stage.DESIGN.label, required=False)
    deliver = forms.Pick(label=Stage.DELIVER.label, required=False)
    assess = forms.Pick(label=Stage.ASSESS.label, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        roles = [("", _("Not part of this stage")), *((str(value), label) for value, label in Role.choices)]
        for stage in Stage.values:
            self.fields[stage].choices = roles  # type: ignore[attr-defined]

    def roles(self) -> dict[str, int]:
        return {stage: int(self.cleaned_data[stage]) for stage in Stage.values if self.cleaned_data.get(stage)}

    def stages(self) -> list[Any]:
        return [self[stage] for stage in Stage.values]


class SealForm(RolesForm):
    number_from = forms.Choice(
        label=_("Where does the number come from?"),
        choices=NumberFrom.choices,
        hints={
            NumberFrom.ROOM: _("Three balls, dice or cards, drawn by people while others watch."),
            NumberFrom.BEACON: _("For example, drand. Name the round now; its value is published later, to all alike."),
        },
    )
    number_source = forms.Line(
        label=_("Where and how, or which beacon and which round?"),
        help_text=_("For example, “Three bingo balls, drawn in room 2”. Everybody can read this, so name nobody."),
        limit=300,
    )
    day = forms.Day(label=_("On which day?"))
    time = forms.Time(label=_("At what time?"))

    def number_at(self, zone: str) -> datetime:
        """On the organisation's clock."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["time"], ZoneInfo(zone))


class NumberForm(forms.Form):
    number = forms.Line(
        label=_("Which number was drawn?"), help_text=_("Only the digits, for example 417."), limit=200, width=20
    )
    again = forms.Line(label=_("The same number once more"), help_text=_("It cannot be changed."), limit=200, width=20)

    def __init__(self, *args: Any, source: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if source == NumberFrom.BEACON:
            self.fields["number"].label = _("What is the value of that round?")
            self.fields["number"].help_text = _("Copy it whole: digits and the letters a to f.")


class SetAsideForm(forms.Form):
    why = forms.Words(
        label=_("Why can it not be finished?"),
        help_text=_("Everybody can read this, now and later."),
        needed=_("Write down why. Everybody can read it."),
        rows=3,
        limit=2000,
    )
