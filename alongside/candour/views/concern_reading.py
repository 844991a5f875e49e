"""For the one whom contributors chose: the words first, the name on a page of its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.people.queries import shown_name

from ..forms import concerns as forms
from ..models import InvolvementConcern
from ..queries import concerns as queries
from ..rules import concerns as rules
from ..services import concerns as services
from ..tables.concerns import ReadingTable

View = Callable[[Any, InvolvementConcern, str], HttpResponse]


def listed(request: Any, org: str) -> HttpResponse:
    today = request.clock.today()
    rows = queries.concerns_for(request.actor, today)
    context = {
        "title": _("Concerns that you read"),
        "table": ReadingTable(request, rows, base=f"/{org}/concerns/read/", today=today),
        "back": (_("Concerns about involvement"), f"/{org}/concerns/"),
        "appointed": any(
            each.user_id == request.actor.user_id for each in queries.contacts_on(request.organisation.pk, today)
        ),
    }
    return pages.unkept(pages.page(request, "candour/concern_reading.html", context))


def read(view: View) -> Callable[..., HttpResponse]:
    @wraps(view)
    def page(request: Any, org: str, code: str) -> HttpResponse:
        found = queries.concern_for(request.actor, code, request.clock.today())
        return pages.unkept(view(request, found, f"/{org}/concerns/read/{code}/"))

    return page


def _change(request: Any, base: str, form: Form, verb: Callable[..., Any], note: Any, **facts: Any) -> HttpResponse:
    done = pages.submit(request, form, lambda data: verb(by=request.actor, **data), then=base, note=note)
    context = {"form": form, "back": (_("The concern"), base), **facts}
    return done or pages.page(request, "candour/concern_act.html", context)


def concern(request: Any, found: InvolvementConcern, base: str) -> HttpResponse:
    context = {
        "title": _("A concern about involvement"),
        "back": (_("Concerns that you read"), f"/{request.organisation.slug}/concerns/read/"),
        "concern": found,
        "base": base,
        "messages_between": found.messages.all(),
        "outcomes": found.outcomes.all(),
        "late": found.is_owed and found.due_on < request.clock.today(),
        "has_name": found.show == "name",
        "can_acknowledge": rules.can_acknowledge(found),
        "can_answer": rules.can_answer(found),
        "can_write": rules.can_write_to(found),
    }
    return pages.page(request, "candour/concern_read.html", context)


def acknowledge(request: Any, found: InvolvementConcern, base: str) -> HttpResponse:
    if not rules.can_acknowledge(found):
        raise NotYours
    return _change(
        request,
        base,
        Form.of(request),
        lambda **data: services.acknowledge_concern(concern=found, **data),
        _("They can see that you have it."),
        title=_("Say that you have read it"),
        text=_("They see on their page that you have read it, and by when you answer."),
        button=_("I have read it"),
    )


def write(request: Any, found: InvolvementConcern, base: str) -> HttpResponse:
    if not rules.can_write_to(found):
        raise NotYours
    return _change(
        request,
        base,
        forms.MessageForm.of(request),
        lambda **data: services.write_to_raiser(concern=found, **data),
        _("It is on their page."),
        title=_("Write to them"),
        text=_("They read it on their page when they look. Do not ask who they are."),
        button=_("Put it on their page"),
    )


def answer(request: Any, found: InvolvementConcern, base: str) -> HttpResponse:
    if not rules.can_answer(found):
        raise NotYours
    return _change(
        request,
        base,
        forms.AnswerForm.of(request, seen=found.version),
        lambda **data: services.answer_concern(concern=found, **data),
        _("Your answer is on their page."),
        title=_("Answer it"),
        text=_("What did you find, and what will be different? They say whether it is settled."),
        button=_("Answer"),
    )


def name(request: Any, found: InvolvementConcern, base: str) -> HttpResponse:
    """A step of its own: what it shows is in no address, and the page is kept nowhere."""
    if found.show != "name":
        raise NotYours
    form, opened = Form.of(request), []
    done = pages.submit(
        request, form, lambda data: opened.append(services.open_name(concern=found, by=request.actor)), then=""
    )
    context = {"title": _("Who raised it"), "back": (_("The concern"), base), "form": form}
    if done and opened:
        kept = opened[0]
        context["name"] = shown_name(kept.person) if kept.person else kept.name
    return pages.page(request, "candour/concern_name.html", context)


ACTS: dict[str, View] = {
    "": concern,
    "acknowledge/": acknowledge,
    "write/": write,
    "answer/": answer,
    "name/": name,
}
PAGES = {step: read(view) for step, view in ACTS.items()}
