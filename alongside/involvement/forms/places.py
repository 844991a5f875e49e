from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms

from ..models import Role, Stage


class OfferForm(forms.Form):
    """One agreed role for each stage. A stage without a role is left out."""

    because = forms.Words(
        label=_("Why do you choose them?"),
        help_text=_("They read this. Write it to them: “You …”"),
        needed=_("Write down why you chose them. They can read it."),
        rows=3,
        limit=2000,
    )
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


class WrittenDownForm(forms.Form):
    """For the coordinator, when the person told them."""

    medium = forms.Choice(label=_("How do you know?"), choices=list(MEDIA.items()))
