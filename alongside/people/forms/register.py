"""For the one who keeps the register."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from alongside.accounts.models import MEDIA
from alongside.core import forms
from alongside.core.import_pages import FileForm

from ..models import ACTIVE, ENQUIRED, STATES, WELCOMED
from .told import HOW_KNOWN


def _people_choices(facilitators: Iterable[Any]) -> list[tuple[str, str]]:
    nobody = [("", str(_("Nobody yet")))]
    return [*nobody, *((user.code, user.get_full_name()) for user in facilitators)]


class RegisterForm(forms.Form):
    facilitator = forms.Pick(label=gettext_lazy("Who looks after them here?"), choices=[], required=False)
    route_in = forms.Line(
        label=gettext_lazy("How did they come to be here?"),
        required=False,
        help_text=gettext_lazy("For example: a poster, a friend, the open day."),
    )

    def __init__(self, *args: Any, facilitators: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["facilitator"].choices = _people_choices(facilitators)  # type: ignore[attr-defined]


class NewPersonForm(RegisterForm):
    name = forms.Line(label=gettext_lazy("Name"), help_text=gettext_lazy("One name is enough."), autocomplete="off")
    called = forms.Line(label=gettext_lazy("What they want to be called"), required=False, autocomplete="off")
    email = forms.Email(label=gettext_lazy("E-mail address"), required=False, autocomplete="off")
    phone = forms.Phone(label=gettext_lazy("Phone number"), required=False, autocomplete="off")
    post_address = forms.Words(
        label=pgettext_lazy("where somebody lives", "Address"), required=False, rows=3, limit=1000
    )
    medium = forms.Choice(label=HOW_KNOWN, choices=list(MEDIA.items()))
    field_order = ("name", "called", "email", "phone", "post_address", "route_in", "facilitator", "medium")


class RegisterFileForm(FileForm):
    status = forms.Choice(
        label=gettext_lazy("Where do people stand, if the file does not say it?"),
        choices=[(state, STATES[state]) for state in (ENQUIRED, WELCOMED, ACTIVE)],
        initial=ENQUIRED,
        required=False,
    )

    def options(self) -> dict[str, str]:
        return {"status": self.cleaned_data["status"] or ENQUIRED}


class MoveForm(forms.Form):
    to = forms.Choice(label=gettext_lazy("Where do they stand now?"), choices=[])
    on = forms.Day(label=gettext_lazy("Since when?"), required=False)

    def __init__(self, *args: Any, states: Iterable[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [(state, STATES[state]) for state in states]  # type: ignore[attr-defined]
        self.fields["on"].help_text = _("Leave it empty for today.")


class SignInForm(forms.Form):
    email = forms.Email(
        label=gettext_lazy("The e-mail address they sign in with"),
        help_text=gettext_lazy("We write to them how to sign in. There is no password."),
        autocomplete="off",
    )
