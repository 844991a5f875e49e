"""One seat: who held it, filling it, ending a term, closing it."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.accounts.roles import STAFF_ROLES
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.organisation import queries as organisations

from .. import forms, queries, rules, services, tables
from ..models import Seat, SeatHolder
from .bodies import kept


def seat(request: Any, org: str, code: str, seat: str) -> HttpResponse:
    actor, today = request.actor, request.clock.today()
    forum = queries.forum_for(actor, code)
    found = queries.seat_for(actor, forum, seat)
    terms = queries.terms_of(found)
    now = queries.seat_now(found, terms, today)
    names = queries.names_of(actor, terms)
    context = {
        "title": _("%(capacity)s, %(forum)s") % {"capacity": found.get_capacity_display(), "forum": forum.name},
        "back": (forum.name, queries.url_of_seats(org, code)),
        "now": now,
        "facts": _facts(found),
        "table": tables.TermTable(request, terms, names, found.filled_by),
        "actions": _actions(actor, now, terms, today),
    }
    return pages.page(request, "decisions/seats/seat.html", context)


def _facts(found: Seat) -> list[tuple[str, Any]]:
    rows: list[tuple[str, Any]] = [
        (_("For lived experience"), found.lived_experience),
        (_("Votes"), found.voting),
        (_("How it is filled"), found.get_filled_by_display()),
        (_("Length of a term"), _months(found)),
        (_("There has been this seat since"), found.since),
        (_("Closed on"), found.closed_on),
    ]
    return [(label, value) for label, value in rows if value is not None]


def _months(found: Seat) -> str:
    return _("%(n)s months") % {"n": found.term_months} if found.term_months else _("No end is set")


def _actions(actor: Any, now: queries.SeatNow, terms: list[SeatHolder], today: Any) -> list[tuple[str, str]]:
    """What this actor may do here; the first is the main one."""
    found, holder = now.seat, now.holder
    possible = [
        (rules.can_fill(actor, found, terms, today), _("Write down who takes it"), "fill/"),
        (
            holder is not None and rules.can_end_term(actor, found, holder),
            _("The term has ended"),
            f"terms/{holder.code}/end/" if holder else "",
        ),
        (rules.can_close_seat(actor, found, now.held), _("Close this seat"), "close/"),
        *(
            (rules.can_take_name_out(actor, term), _("Take a name out"), f"terms/{term.code}/name/")
            for term in terms
            if term.is_outsider and term.name
        ),
    ]
    return [(label, url) for allowed, label, url in possible if allowed]


def fill(request: Any, org: str, code: str, seat: str) -> HttpResponse:
    actor, found = request.actor, _kept_seat(request, code, seat)
    if request.method == "GET":
        rules.check_can_fill(actor, found, queries.terms_of(found), request.clock.today())
    users = list(organisations.users_with(request.organisation.pk, *STAFF_ROLES))
    initial = {"since": request.clock.today(), "filled_by": found.filled_by}
    form = forms.FillForm.of(request, seat=found, users=users, initial=initial)
    page = queries.url_of_seats(org, code, seat)
    done = pages.submit(request, form, lambda data: _fill(actor, found, data), then=page, note=_("Saved."))
    title = _("Who takes this seat?")
    return done or pages.page(request, "decisions/form.html", {"form": form, "title": title, "back": (_("Seat"), page)})


def _fill(actor: Any, found: Seat, data: dict[str, Any]) -> SeatHolder:
    called = data.pop("called")
    person = queries.person_called(actor, called) if called else None
    return services.fill_seat(seat=found, person=person, by=actor, **data)


def end(request: Any, org: str, code: str, seat: str, term: str) -> HttpResponse:
    """By the coordinator, or by whoever holds it."""
    actor = request.actor
    found = queries.seat_for(actor, queries.forum_for(actor, code), seat)
    holder = queries.term_for(found, term)
    if not (rules.can_keep_seats(actor, found.forum) or (actor.person_id and holder.person_id == actor.person_id)):
        raise NotYours
    if request.method == "GET":
        rules.check_can_end_term(actor, found, holder)
    holder.seat = found
    page = queries.url_of_seats(org, code, seat)
    form = forms.EndForm.of(request, initial={"on": request.clock.today()})
    done = pages.submit(
        request,
        form,
        lambda data: services.end_term(holder=holder, by=actor, **data),
        then=page,
        note=_("Written down. The seat shows as empty until somebody takes it."),
    )
    context = {
        "form": form,
        "title": _("The term has ended"),
        "text": _("Nobody is asked why. The seat is counted as empty from that day."),
        "button": _("Write it down"),
        "back": (_("Seat"), page),
    }
    return done or pages.page(request, "core/confirm.html", context)


def name_out(request: Any, org: str, code: str, seat: str, term: str) -> HttpResponse:
    found = _kept_seat(request, code, seat)
    holder = queries.term_for(found, term)
    if request.method == "GET":
        rules.check_can_take_name_out(request.actor, holder)
    page = queries.url_of_seats(org, code, seat)
    form = Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.take_name_out(holder=holder, by=request.actor),
        then=page,
        note=_("The name is gone. That the seat was held stays."),
    )
    context = {
        "form": form,
        "title": _("Take the name out?"),
        "text": _("%(name)s held this seat and does so no longer. The name goes for good.") % {"name": holder.name},
        "button": _("Take it out"),
        "back": (_("Seat"), page),
        "danger": True,
    }
    return done or pages.page(request, "core/confirm.html", context)


def close(request: Any, org: str, code: str, seat: str) -> HttpResponse:
    actor, found = request.actor, _kept_seat(request, code, seat)
    if request.method == "GET":
        held = queries.seat_now(found, queries.terms_of(found), request.clock.today()).held
        rules.check_can_close_seat(actor, found, held)
    form = forms.CloseForm.of(request) if found.lived_experience else Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.close_seat(seat=found, by=actor, **data),
        then=queries.url_of_seats(org, code),
        note=_("Closed. It is not counted from today on."),
    )
    context = {
        "form": form,
        "title": _("Is there no such seat any more?"),
        "text": _("It is not counted as empty from today on. What was stays."),
        "button": _("Close the seat"),
        "back": (_("Seat"), queries.url_of_seats(org, code, seat)),
        "danger": True,
    }
    return done or pages.page(request, "core/confirm.html", context)


def _kept_seat(request: Any, code: str, seat: str) -> Seat:
    return queries.seat_for(request.actor, kept(request, code), seat)
