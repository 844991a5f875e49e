"""Papers in which people without an account take part too: the list of what was taken down for them, taking it down,
and having it changed or taken back when they ring. One set of pages for the yearly account and for the board pack."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Actor, Medium
from alongside.core.errors import Refused
from alongside.decisions import queries as decisions

from .. import taken_down_forms as forms
from ..rules import taking_down as rules
from ..taken_down_tables import TakenDownTable


@dataclass(frozen=True)
class Paper:
    """`begin`, `anew`, `back`: the verbs, with what stands in the form and the actor."""

    name: str
    page: str  # where what was taken down is read, with `/`
    form: type[Any]
    rows: QuerySet[Any]
    begin: Callable[..., Any]
    anew: Callable[..., Any]
    back: Callable[..., Any]
    name_of: Callable[[Any], str]  # as it stands below the words
    shown_on: str  # the field
    there: Any  # how it stands where it stands
    check_open: Callable[[], None] = lambda: None  # raises Refused

    @property
    def here(self) -> str:
        return f"{self.page}taken-down/"


def listed(request: Any, paper: Paper) -> HttpResponse:
    context = {
        "title": _("Written down for people who do not sign in here"),
        "here": paper.here,
        "can_begin": rules.allows(paper.check_open),
        "table": TakenDownTable(request, paper.rows, paper.there),
        "back": (paper.name, paper.page),
    }
    return pages.unkept(pages.page(request, "reports/taken_down.html", context))


def take_down(request: Any, paper: Paper) -> HttpResponse:
    if request.method == "GET":
        paper.check_open()
    form = paper.form.of(request)

    def act(data: dict[str, Any]) -> Any:
        by = _told_by(request.actor, data.pop("person"), data.pop("medium"))
        data.pop("seen")
        return paper.begin(by=by, **data)

    done = pages.submit(
        request,
        form,
        act,
        then=lambda made: f"{paper.here}{made.code}/",
        note=_("It stands there. They are written to, and can have it changed or taken back."),
    )
    context = {
        "form": form,
        "title": _("Write down what somebody says who does not sign in here"),
        "lead": paper.name,
        "back": (_("Written down for people"), paper.here),
    }
    return done or pages.unkept(pages.page(request, "reports/taken_down_write.html", context))


def _told_by(actor: Actor, name: str, medium: str) -> Actor:
    try:
        person = decisions.person_called(actor, name)
    except Refused as refused:
        raise Refused(refused.reason, field="person") from None
    return actor.for_person(person.pk, Medium(medium))


def one(request: Any, paper: Paper, row: Any) -> HttpResponse:
    """What stands there for somebody, and what they may want."""
    context = {
        "title": _("Written down for %(name)s") % {"name": row.person.known_as},
        "row": row,
        "by": paper.name_of(row),
        "on": getattr(row, paper.shown_on),
        "agreed": row.taken_down.order_by("-id").first(),
        "here": f"{paper.here}{row.code}/",
        "can_change": rules.allows(paper.check_open) and not rules.signs_in(row.person),
        "back": (_("Written down for people"), paper.here),
    }
    return pages.unkept(pages.page(request, "reports/taken_down_one.html", context))


def anew(request: Any, paper: Paper, row: Any) -> HttpResponse:
    if request.method == "GET":
        paper.check_open()
        rules.check_no_account(row.person)
    form, here = paper.form.of(request, anew=True, seen=row.version), f"{paper.here}{row.code}/"

    def act(data: dict[str, Any]) -> Any:
        by = request.actor.for_person(row.person_id, Medium(data.pop("medium")))
        return paper.anew(row, by=by, **data)

    done = pages.submit(
        request,
        form,
        act,
        then=lambda made: f"{paper.here}{made.code}/",
        note=_("It stands there as they say it now. What stood there is gone."),
    )
    context = {
        "form": form,
        "title": _("Write all of it down anew"),
        "lead": _("%(name)s. What stands there now goes.") % {"name": row.person.known_as},
        "row": row,
        "back": (_("Back"), here),
    }
    return done or pages.unkept(pages.page(request, "reports/taken_down_write.html", context))


def back(request: Any, paper: Paper, row: Any) -> HttpResponse:
    form = forms.TakeBackForForm.of(request)

    def act(data: dict[str, Any]) -> Any:
        return paper.back(row, by=request.actor.for_person(row.person_id, Medium(data["medium"])))

    done = pages.submit(request, form, act, then=paper.here, note=_("Taken back. Their words are gone."))
    context = {
        "form": form,
        "title": _("Do they want it taken back?"),
        "text": _("Their words go at once, for everybody and for good. Nobody asks them why. They are written to."),
        "button": _("Take it back"),
        "danger": True,
        "back": (_("Back"), f"{paper.here}{row.code}/"),
    }
    return done or pages.unkept(pages.page(request, "core/confirm.html", context))
