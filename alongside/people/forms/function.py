"""“I have read it”, and what staff learned."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.accounts.models import User
from alongside.core import forms

from ..models import Training
from .told import Told


class ReadForm(forms.Seen):
    """One button; `seen` is the version that was read."""


class ReadForForm(forms.Seen, Told):
    """The same, written down for somebody."""


class StaffTrainingForm(forms.Form):
    user = forms.Pick(label=_("Who?"), choices=())
    training = forms.Pick(label=_("Which training?"), choices=())
    done_on = forms.Day(label=_("When did they do it?"))
    expires_on = forms.Day(
        label=_("The last day on which it holds"),
        required=False,
        help_text=_("Empty: as long as the list of trainings says."),
    )

    def __init__(self, *args: Any, users: Iterable[User], trainings: Iterable[Training], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.users = {each.code: each for each in users}
        self.trainings = {each.code: each for each in trainings}
        names = [(code, each.get_full_name() or each.email) for code, each in self.users.items()]
        self.fields["user"].choices = names  # type: ignore[attr-defined]
        listed = [(code, each.name) for code, each in self.trainings.items()]
        self.fields["training"].choices = listed  # type: ignore[attr-defined]

    def answers(self) -> dict[str, Any]:
        found = super().answers()
        return {**found, "user": self.users[found["user"]], "training": self.trainings[found["training"]]}
