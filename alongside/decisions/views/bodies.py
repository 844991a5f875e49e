"""Every body that decides and its seats, the empty ones first; making one and changing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations

from .. import forms, queries, rules, services, tables
from ..models import Filled, Forum


def seats(request: Any, org: str) -> HttpResponse:
    actor = request.actor
    if not rules.may_see_seats(actor):
        raise NotYours
    found = queries.bodies(actor, request.clock.today())
    keeps = rules.can_keep_seats(actor)
    first = (_("Write down a board, panel or group"), "new/") if keeps else None
    context = {
        "title": _("Seats"),
        "lead": _("Who decides, who sits there, and which seats are empty."),
        "vacancies": tables.VacancyTable(request, queries.vacancies(found)) if found else None,
        "bodies": tables.BodyTable(request, found, first=first, prefix="b"),
        "elections": tables.ElectionTable(request, queries.elections_for(actor), request.clock.today(), prefix="e"),
        "keeps": keeps and bool(found),
        "sees_waivers": actor.can(P.SEE_DECISIONS),
    }
    return pages.page(request, "decisions/seats/seats.html", context)


def waivers(request: Any, org: str) -> HttpResponse:
    if not request.actor.can(P.SEE_DECISIONS):
        raise NotYours
    context = {
        "title": _("Decided with seats empty"),
        "lead": _("Each one stays here, with the reason and the name of whoever allowed it."),
        "table": tables.WaiverTable(request, queries.waivers_for(request.actor)),
        "back": (_("Seats"), queries.url_of_seats(org)),
    }
    return pages.page(request, "decisions/exceptions.html", context)


def body(request: Any, org: str, code: str) -> HttpResponse:
    actor, forum = request.actor, queries.forum_for(request.actor, code)
    found = queries.body_of(forum, request.clock.today())
    names = queries.names_of(actor, [each.holder for each in found.seats if each.holder])
    keeps = rules.can_keep_seats(actor, forum)
    first = (_("Add seats"), "seat/") if keeps else None
    context = {
        "title": forum.name,
        "back": (_("Seats"), queries.url_of_seats(org)),
        "forum": forum,
        "lived": found.lived,
        "table": tables.SeatTable(request, found.seats, names, first=first),
        "keeps": keeps,
        "electable": keeps and any(each.seat.filled_by == Filled.ELECTION for each in found.seats),
        "empty": not found.seats,
    }
    return pages.page(request, "decisions/seats/body.html", context)


def new(request: Any, org: str) -> HttpResponse:
    if not rules.can_keep_seats(request.actor):
        raise NotYours
    form = forms.ForumForm.of(request, units=list(organisations.units_of(request.actor)))
    done = pages.submit(
        request,
        form,
        lambda data: services.make_forum(by=request.actor, **_without_seen(data)),
        then=lambda forum: queries.url_of_seats(org, forum.code),
        note=_("Saved. Now add its seats."),
    )
    title, back = _("Write down a board, panel or group"), (_("Seats"), queries.url_of_seats(org))
    return done or pages.page(request, "decisions/form.html", {"form": form, "title": title, "back": back})


def _without_seen(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "seen"}


def change(request: Any, org: str, code: str) -> HttpResponse:
    forum = kept(request, code)
    lone = queries.lived_seats(forum, request.clock.today()).lone
    units = list(organisations.units_of(request.actor))
    form = forms.ChangeForumForm.of(
        request,
        units=units if forum.unit in units else [*units, forum.unit],
        lone=lone,
        initial=forms.ForumForm.initial_of(forum),
        seen=forum.version,
    )
    page = queries.url_of_seats(org, code)
    done = pages.submit(
        request,
        form,
        lambda data: services.change_forum(forum=forum, by=request.actor, **data),
        then=page,
        note=_("Saved."),
    )
    title = _("Change what it says")
    return done or pages.page(
        request, "decisions/form.html", {"form": form, "title": title, "back": (forum.name, page)}
    )


def add_seats(request: Any, org: str, code: str) -> HttpResponse:
    forum = kept(request, code)
    if request.method == "GET":
        rules.check_still_works(forum, request.clock.today())
    form = forms.SeatsForm.of(request)
    page = queries.url_of_seats(org, code)
    done = pages.submit(
        request,
        form,
        lambda data: services.add_seats(forum=forum, by=request.actor, **data),
        then=page,
        note=_("Added. They are empty until somebody takes them."),
    )
    title = _("Add seats")
    return done or pages.page(
        request, "decisions/form.html", {"form": form, "title": title, "back": (forum.name, page)}
    )


def kept(request: Any, code: str) -> Forum:
    forum = queries.forum_for(request.actor, code)
    if not rules.can_keep_seats(request.actor, forum):
        raise NotYours
    return forum
