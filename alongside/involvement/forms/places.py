from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import MEDIA
from alongside.core import forms

from .draws import RolesForm


class OfferForm(RolesForm):
    """One agreed role for each stage. A stage without a role is left out."""

    because = forms.Words(
        label=_("Why do you choose them?"),
        help_text=_("They read this. Write it to them: “You …”"),
        needed=_("Write down why you chose them. They can read it."),
        rows=3,
        limit=2000,
    )
    field_order = ("because",)


class WrittenDownForm(forms.Form):
    """For the coordinator, when the person told them."""

    medium = forms.Choice(label=_("How do you know?"), choices=list(MEDIA.items()))
