"""Why an opportunity opens although it is token on its face, and who stands behind that."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms


class ClearForm(forms.Form):
    reason = forms.Words(
        label=_("Why does it open all the same?"),
        help_text=_("Whoever is asked reads this, and so does the board. It is counted."),
        required=False,  # the rule says it
        rows=3,
        limit=2000,
    )
    allowed_by = forms.Pick(label=_("Who stands behind it?"), required=False)

    def __init__(self, *args: Any, allowers: Iterable[User], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.allowers = {str(user.pk): user for user in allowers}
        named = [(key, f"{user.get_full_name()}, {user.job}") for key, user in self.allowers.items()]
        self.fields["allowed_by"].choices = [("", _("Choose one")), *named]  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        given = super().answers()
        return {**given, "allowed_by": self.allowers.get(given["allowed_by"])}
