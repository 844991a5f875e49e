"""The forms of signing in: the library's checks, our fields and words."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ConfirmLoginCodeForm, RequestLoginCodeForm
from allauth.mfa.webauthn.forms import SignupWebAuthnForm
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from alongside.core import forms


class AskForCode(forms.Form, RequestLoginCodeForm):
    email = forms.Email(
        label=_("Your e-mail address"),
        needed=_("Write your e-mail address."),
        autocomplete="email",
    )


class WriteCode(forms.Form, ConfirmLoginCodeForm):
    code = forms.Line(
        label=_("The code"),
        help_text=_("Eight numbers, like 1234-5678. The line in the middle does not matter."),
        needed=_("Write the code from the e-mail."),
        autocomplete="one-time-code",
        limit=40,
        width=10,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].widget.attrs.update(inputmode="numeric", spellcheck="false")


class AddPasskey(forms.Form, SignupWebAuthnForm):
    """A passkey that signs in by itself, so the device must have checked who holds it."""

    name = forms.Line(label=_("What to call it"), help_text=_("For example, my phone"), required=False, limit=60)

    def clean(self) -> dict[str, Any] | None:
        self.cleaned_data["passwordless"] = True
        try:
            return super().clean()
        except (AttributeError, IndexError, KeyError, TypeError, ValueError):  # whatever a forged one runs into
            raise ValidationError(_("The passkey did not work. Try again.")) from None
