"""What the pages of this room share: an address, a question before something is done, and whose word it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.functional import lazy
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.forms import Form
from alongside.people import queries as people
from alongside.people.models import ChannelKind

from .. import forms, links, rules

Act = Callable[[dict[str, Any]], Any]


def here(request: Any, *parts: str) -> str:
    return links.to(request.organisation, *parts)


def confirm(
    request: HttpRequest,
    *,
    check: Callable[[], None],
    act: Act,
    then: str,
    note: Any,
    form: Form | None = None,
    **words: Any,
) -> HttpResponse:
    """A page with one button. The rule is asked when it is opened; when it is sent, the verb asks it."""
    form = Form.of(request) if form is None else form
    if request.method == "GET":
        check()
    done = pages.submit(request, form, act, then=then, note=note)
    return done or pages.page(request, "core/confirm.html", {"form": form, **words})


def form_page(
    request: HttpRequest,
    form: Form,
    act: Act,
    then: Any,
    note: Any,
    template: str = "involvement/form.html",
    **more: Any,
) -> HttpResponse:
    done = pages.submit(request, form, act, then=then, note=note)
    return done or pages.page(request, template, {"form": form, **more})


def _told(done: str, person_id: int) -> str:
    """What was done, and how the person hears of it: asked once it is done."""
    if people.may_contact(person_id).kind == ChannelKind.EMAIL:
        return _("%(done)s They are told today.") % {"done": done}
    return _("%(done)s No e-mail may reach them: tell them yourself. Your desk says how.") % {"done": done}


told = lazy(_told, str)  # read when it is shown: a page that only asks does not look


def whose_word(request: Any, person_id: int) -> tuple[Form, Callable[[dict[str, Any]], Actor]]:
    """The person signs for themselves; somebody who writes it down for them says how they know."""
    actor: Actor = request.actor
    if rules.own_act(actor, person_id):
        return Form.of(request), lambda data: actor
    form = forms.WrittenDownForm.of(request)
    return form, lambda data: actor.for_person(person_id, Medium(data["medium"]))
