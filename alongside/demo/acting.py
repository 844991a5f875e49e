"""The bar on every page that says whom a visitor is looking as."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

LANDING = "/demo/"


def acting(request: HttpRequest) -> tuple[Any, str] | None:
    user = getattr(request, "user", None)
    if user is not None and user.is_authenticated:
        return user.get_full_name(), LANDING
    return _("somebody who is not signed in"), LANDING
