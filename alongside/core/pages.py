"""From a form to a verb and back to a page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from django.contrib import messages
from django.db import transaction
from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from .errors import Refused
from .forms import Form
from .models import Once

Result = TypeVar("Result")


class SeeOther(HttpResponseRedirect):
    """After a change the browser asks for the next page with GET, so that reloading it repeats nothing."""

    status_code = 303


def submit(
    request: HttpRequest,
    form: Form,
    act: Callable[[dict[str, Any]], Result],
    then: str | Callable[[Result], str],
    note: Any = "",
) -> HttpResponse | None:
    """Do what a good form asks, once, and go on; None when the form is to be shown (again).

    A second click goes where the first one went, also when the first one made that nobody can ask for it any more.
    """
    if request.method != "POST":
        return None
    good = form.is_valid()
    key = form.fingerprint(request.path, getattr(getattr(request, "user", None), "pk", None))
    if not good:
        return _as_before(key)
    try:
        with transaction.atomic():
            location, fresh = _once(key, lambda: _do(form, act, then))
    except Refused as refused:
        form.refuse(refused)
        return None
    if note and fresh:
        messages.success(request, note)
    return SeeOther(location)


def _do(form: Form, act: Callable[[dict[str, Any]], Result], then: str | Callable[[Result], str]) -> str:
    result = act(form.answers())
    return then(result) if callable(then) else then


def _once(key: str, work: Callable[[], str]) -> tuple[str, bool]:
    """The row is made before the work: a second copy waits for the first and then finds its address."""
    if not key:
        return work(), True
    if not Once.begin(key):
        return Once.objects.get(token=key).location, False
    location = work()
    Once.objects.filter(token=key).update(location=location)
    return location, True


def _as_before(key: str) -> HttpResponse | None:
    done = Once.objects.filter(token=key).first() if key else None
    return SeeOther(done.location) if done else None


def unkept(response: HttpResponse) -> HttpResponse:
    """Nobody finds it by going back on a shared computer, and what is taken back is gone at once."""
    response["Cache-Control"] = "no-store"
    return response


def page(
    request: HttpRequest, template: str, context: Mapping[str, Any] | None = None, status: int | None = None
) -> HttpResponse:
    """A page. One that shows a mistake says so in its title and answers 422."""
    facts = dict(context or {})
    wrong = request.method == "POST" and any(
        isinstance(value, BaseForm) and value.is_bound and value.errors for value in facts.values()
    )
    facts["in_error"] = wrong
    return render(request, template, facts, status=status or (422 if wrong else 200))
