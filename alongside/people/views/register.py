"""The register, for the one who keeps it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations

from .. import forms, queries, rules, services
from ..models import PERSON, ChannelKind
from ..tables import PeopleTable, state_tag
from .places import At


def people(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_register(request.actor):
        raise NotYours
    base = f"/{org}/people/"
    table = PeopleTable(request, queries.people_for(request.actor), first=(_("Add somebody"), f"{base}new/"))
    context = {
        "title": _("People"),
        "table": table,
        "base": base,
        "to_do": queries.register_to_do(request.actor, request.clock.today()),
        "may_import": rules.can_import(request.actor),
    }
    return pages.page(request, "people/people.html", context)


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_register(request.actor):
        raise NotYours
    staff = _facilitators(request)
    form = forms.NewPersonForm.of(request, facilitators=staff.values())

    def act(data: dict[str, Any]) -> Any:
        facilitator = staff.get(data.pop("facilitator"))
        return services.add_person(by=request.actor, facilitator=facilitator, **data)

    done = pages.submit(
        request,
        form,
        act,
        then=lambda person: f"/{org}/people/{person.code}/",
        note=_("Added. Now ask what they allow and what they need."),
    )
    context = {"form": form, "title": _("Add somebody"), "back": (_("People"), f"/{org}/people/"), "button": _("Add")}
    return done or pages.page(request, "people/change.html", context)


def person(at: At) -> HttpResponse:
    today = at.request.clock.today()
    page = queries.page_of(at.person, today)
    context = {
        "title": at.person.name,
        "back": (_("People"), at.base.rsplit("/", 2)[0] + "/"),
        "own": False,
        "base": at.base,
        "person": at.person,
        "page": page,
        "today": today,
        "state": state_tag(at.person.state),
        "to_do": queries.to_do_by_staff(page, today),
        "may_move": bool(_moves(at)),
    }
    return pages.page(at.request, "people/person.html", context)


def assign(at: At) -> HttpResponse:
    staff = _facilitators(at.request)
    chosen = at.person.facilitator
    form = forms.RegisterForm.of(
        at.request,
        facilitators=staff.values(),
        initial={"facilitator": chosen.code if chosen else "", "route_in": at.person.route_in},
    )

    def act(data: dict[str, Any]) -> Any:
        facilitator = staff.get(data.pop("facilitator"))
        return services.assign_person(person=at.person, by=at.actor, facilitator=facilitator, **data)

    return _plain(at, form, act, title=_("Who looks after them"))


def state(at: At) -> HttpResponse:
    form = forms.MoveForm.of(at.request, states=_moves(at))
    return _plain(
        at, form, lambda data: services.move_person(person=at.person, by=at.actor, **data), title=_("Where they stand")
    )


def sign_in(at: At) -> HttpResponse:
    known = [one.address for one in queries.channels_of(at.person) if one.kind == ChannelKind.EMAIL]
    form = forms.SignInForm.of(at.request, initial={"email": known[0] if known else ""})
    return _plain(
        at,
        form,
        lambda data: services.link_sign_in(person=at.person, by=at.actor, **data),
        title=_("Let them sign in"),
        note=_("Saved. We write to them how to sign in."),
    )


def _plain(at: At, form: Any, act: Any, *, title: str, note: str = "") -> HttpResponse:
    done = pages.submit(at.request, form, act, then=at.base, note=note or _("Saved."))
    context = {"form": form, "title": title, "back": at.back, "button": _("Save")}
    return done or pages.page(at.request, "people/change.html", context)


def _moves(at: At) -> list[str]:
    return [to for to in PERSON.moves if rules.can_move(at.actor, at.person, to)]


def _facilitators(request: Any) -> dict[str, Any]:
    rows = organisations.users_with(request.organisation.pk, "coordinator", "staff", "manager")
    return {user.code: user for user in rows}
