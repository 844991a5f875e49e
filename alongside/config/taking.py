"""A list that somebody takes with them: written down first, then sent."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.translation import gettext as _

from alongside.core import taking
from alongside.home.services import taken

from .middleware import user_of


class TakingMiddleware:
    """Answers `FileAsked`, which a list raises where it would be drawn. The view has decided by then who may see it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: Any, exception: Exception) -> StreamingHttpResponse | None:
        if not isinstance(exception, taking.FileAsked):
            return None
        file = taking.TakenFile(exception)
        if taking.is_written_down(exception.table):
            taken.write_down(organisation=request.organisation, file=file, by=request.actor)
        where = getattr(request, "organisation", None) or getattr(request, "home", None)
        return file.response(house=where.name if where else "Alongside", who=_name_of(request))


def _name_of(request: Any) -> str:
    user = user_of(request)
    return (user.get_full_name() or user.email) if user else _("Somebody without an account")
