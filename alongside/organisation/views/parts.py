"""What the settings pages share."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import NotYours

View = Callable[..., HttpResponse]


def only(may: Callable[[Actor], bool]) -> Callable[[View], View]:
    """For whoever may, the page; for everybody else there is none."""

    def wrapped(view: View) -> View:
        @wraps(view)
        def checked(request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
            if not may(request.actor):
                raise NotYours
            return view(request, *args, **kwargs)

        return checked

    return wrapped


def url_of(request: Any, name: str, *args: str) -> str:
    return reverse(name, args=[request.organisation.slug, *args])


def back_to(request: Any, name: str = "settings", label: str = "") -> tuple[str, str]:
    return label or _("Settings"), url_of(request, name)
