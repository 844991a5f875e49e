"""The shape of what is written to one point."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.core import forms

LIMIT = 5000


class TextForm(forms.Seen):
    words = forms.Words(label=_("In your own words"), rows=8, limit=LIMIT)
    named = forms.Tick(label=_("My name may stand beside it"), required=False)

    def __init__(self, *args: Any, names: bool, **kwargs: Any) -> None:
        """`names`: each writes for themselves; staff write as the organisation."""
        super().__init__(*args, **kwargs)
        if not names:
            del self.fields["named"]
