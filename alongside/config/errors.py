"""Pages for what is not here and for what broke. The same words for "does not exist" and "not yours"."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string


def not_here(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "core/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("core/500.html"), status=500)
