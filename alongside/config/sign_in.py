"""How people sign in: with a code sent to the e-mail address that somebody entered for them, or with a passkey."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from typing import Any, ClassVar

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.http import HttpRequest
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

log = logging.getLogger(__name__)


class Adapter(DefaultAccountAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_code": gettext_lazy("That is not the code we sent. Look at the newest e-mail and write it again."),
        "too_many_login_attempts": gettext_lazy(
            "That was tried too often. Wait some minutes, then ask for a new code."
        ),
        "rate_limited": gettext_lazy("That was asked too often. Wait some minutes and try again."),
        "account_inactive": gettext_lazy("Nobody can sign in with this any more."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Nobody makes an account alone: a coordinator or an administrator adds them."""
        return False

    def populate_username(self, request: HttpRequest, user: Any) -> None:
        """There are no user names."""

    def get_login_stages(self) -> list[str]:
        """A code is enough, and so is a passkey: whoever loses the device with it is not locked out."""
        return ["allauth.account.stages.LoginByCodeStage"]

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Codes go out at once. When mail does not work, say so: the same whether the address is known or not."""
        try:
            super().send_mail(template_prefix, email, context)
        except (OSError, SMTPException) as error:
            log.error("A sign-in mail could not be sent: %s", type(error).__name__)
            raise ImmediateHttpResponse(render(self.request, "accounts/no_mail.html", status=503)) from error


class PasskeyAdapter(DefaultMFAAdapter):
    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy("The passkey did not work. Try again, or sign in with a code."),
    }

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        others = Authenticator.objects.filter(user=user, type=type).count()
        return _("Passkey %(number)s") % {"number": others + 1}

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        return {**super().get_public_key_credential_rp_entity(), "name": "Alongside"}
