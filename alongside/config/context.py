"""What every page needs: whose page it is, the navigation, the bar that says whom a visitor acts as."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from .middleware import user_of
from .navigation import nav_for


def everywhere(request: HttpRequest) -> dict[str, Any]:
    organisation = getattr(request, "organisation", None) or getattr(request, "home", None)
    return {
        "site_name": organisation.name if organisation else "Alongside",
        "home_url": f"/{organisation.slug}/" if organisation else "/",
        "organisation": organisation,
        "actor": getattr(request, "actor", None),
        "nav": nav_for(request),
        "demonstration": settings.DEMONSTRATION,
        "help_now": organisation.help_now if organisation else "",
        "footer": _footer(request, organisation),
        "acting": _acting(request),
    }


def _acting(request: HttpRequest) -> tuple[Any, str] | None:
    """Whom a visitor of the demonstration looks as. Elsewhere that room is not even installed."""
    if not settings.DEMONSTRATION:
        return None
    from alongside.demo.acting import acting

    return acting(request)


def _footer(request: HttpRequest, organisation: Any) -> list[tuple[str, str]]:
    links = [(_("Your account"), reverse("account"))] if user_of(request) else []
    if organisation:
        links.append((_("Who runs this, and how to complain"), f"/{organisation.slug}/#who-runs"))
    return links
