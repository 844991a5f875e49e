"""Signing in and passkeys: the library's pages with our templates, and `next` kept on every way back."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.account.utils import passthrough_next_redirect_url
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.views import AddWebAuthnView, RemoveWebAuthnView
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _

from alongside.core import pages

from . import forms

FRESH_SECONDS = 10 * 60
View = Callable[..., HttpResponseBase]


class Wrong:
    """A page that shows a mistake says so in its title and answers 422."""

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if response.status_code == 200:
            response.status_code = 422
            response.context_data["in_error"] = True  # type: ignore[attr-defined]
        return response


class AskForCode(Wrong, RequestLoginCodeView):
    template_name = "account/login.html"
    form_class = forms.AskForCode


class WriteCode(Wrong, ConfirmLoginCodeView):
    template_name = "account/confirm_login_code.html"
    form_class = forms.WriteCode
    told = False

    def form_invalid(self, form: Any) -> HttpResponse:
        self.told = True
        return super().form_invalid(form)

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = super().dispatch(request, *args, **kwargs)
        start = reverse("account_login")
        if response.status_code != 302 or response["Location"] != start:
            return response
        if not self.told:
            messages.warning(request, _("That code is too old or was used. Ask for a new one."))
        return HttpResponseRedirect(passthrough_next_redirect_url(request, start, "next"))


def signup_closed(request: HttpRequest) -> HttpResponse:
    return pages.page(request, "accounts/signup_closed.html", {"title": _("How you get in")})


def inactive(request: HttpRequest) -> HttpResponse:
    return pages.page(request, "accounts/inactive.html", {"title": _("Nobody can sign in with this any more")})


def fresh(view: View) -> View:
    """Only soon after signing in: whoever finds a phone lying open cannot make themselves a key to it."""

    @wraps(view)
    def checked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        records = get_authentication_records(request, request.user)
        if records and time.time() - records[-1]["at"] < FRESH_SECONDS:
            return view(request, *args, **kwargs)
        context = {"title": _("Sign in once more"), "next": f"{reverse('account_login')}?next={request.path}"}
        return pages.page(request, "accounts/again.html", context)

    return checked


@method_decorator([login_required, fresh], name="dispatch")
class AddPasskey(Wrong, AddWebAuthnView):
    template_name = "accounts/passkey_add.html"
    form_class = forms.AddPasskey

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return {**context, "title": _("Add a passkey"), "js_data": {"creation_options": options}}

    def get_success_url(self) -> str:
        return reverse("account")


@method_decorator([login_required, fresh], name="dispatch")
class RemovePasskey(RemoveWebAuthnView):
    template_name = "accounts/passkey_remove.html"
    success_url = reverse_lazy("account")
