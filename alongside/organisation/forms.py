"""What somebody can fill in about an organisation and about themselves. Shape only: the verbs decide."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from alongside.core import forms


class OwnNameForm(forms.Form):
    name = forms.Line(
        label=_("What to call you"),
        help_text=_("Others see this beside what you write. It need not be the name on your passport."),
        autocomplete="name",
        limit=200,
    )
    job = forms.Line(
        label=_("Your job or part"),
        help_text=_("If you work there or have a part in it, for example support worker or trustee."),
        autocomplete="organization-title",
        required=False,
        limit=200,
    )
