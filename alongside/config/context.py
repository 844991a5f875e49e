"""What every page needs: whose page it is, the navigation, the bar that says whom a visitor acts as."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from .navigation import nav_for


def everywhere(request: HttpRequest) -> dict[str, Any]:
    organisation = getattr(request, "organisation", None)
    return {
        "site_name": organisation.name if organisation else "Alongside",
        "home_url": f"/{organisation.slug}/" if organisation else "/",
        "organisation": organisation,
        "actor": getattr(request, "actor", None),
        "nav": nav_for(request),
        "demonstration": settings.DEMONSTRATION,
        "help_now": organisation.help_now if organisation else "",
    }
