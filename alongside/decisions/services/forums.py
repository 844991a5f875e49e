"""Bodies that decide, and the seats they have."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from .. import queries, rules
from ..events import SeatEvent as Event
from ..models import Forum, Seat
from .steps import sealed


def locked_forum(forum: Forum, by: Actor) -> Forum:
    rows = Forum.objects.select_for_update(of=("self",), no_key=True).select_related("organisation", "unit")
    found = rows.filter(pk=forum.pk, organisation=by.organisation_id).first()
    if found is None:
        raise NotYours
    return found


def locked_seat(seat: Seat, by: Actor) -> Seat:
    """The seat, held together with its body, so that what is counted over a body is true."""
    forum = locked_forum(seat.forum, by)
    found = Seat.objects.select_for_update(no_key=True).get(pk=seat.pk)
    found.forum = forum
    return found


@transaction.atomic
def make_forum(
    *,
    name: str,
    kind: str,
    unit: Unit,
    by: Actor,
    decides: str = "",
    standing: bool = True,
    ends_on: date | None = None,
) -> Forum:
    rules.check_can_keep_seats(by)
    forum = Forum(organisation=organisations.organisation_of(by), **byline(by))
    _say(
        forum, {"name": name, "kind": kind, "unit": unit, "decides": decides, "standing": standing, "ends_on": ends_on}
    )
    forum.save()
    audit.record(Event.FORUM_MADE, by=by, target=forum, facts=_facts(forum))
    return forum


@transaction.atomic
def change_forum(*, forum: Forum, seen: int, by: Actor, **values: Any) -> Forum:
    forum = locked_forum(forum, by)
    rules.check_can_keep_seats(by, forum)
    rules.check_forum_seen(forum, seen)
    if "lone_reason" in values:
        rules.check_not_lone(queries.lived_seats(forum, timezone.localdate()).seats, values["lone_reason"])
    changed = {name: value for name, value in values.items() if getattr(forum, name) != value}
    if not changed:
        return forum
    _say(forum, changed)
    forum.version += 1
    forum.save(update_fields=[*changed, "version"])
    audit.record(Event.FORUM_CHANGED, by=by, target=forum, facts={"changed": sorted(changed), **_facts(forum)})
    return forum


def _say(forum: Forum, values: dict[str, Any]) -> None:
    for name, value in values.items():
        setattr(forum, name, value.strip() if isinstance(value, str) else value)
    rules.check_forum(name=forum.name, standing=forum.standing, ends_on=forum.ends_on)
    if forum.unit.organisation_id != forum.organisation_id:
        raise Refused(_("That part of the organisation is not here. Choose another one."), field="unit")
    same = Forum.objects.filter(organisation=forum.organisation_id, name=forum.name).exclude(pk=forum.pk)
    if same.exists():
        raise Refused(_("There is one with this name already. Give this one another name."), field="name")


@transaction.atomic
def add_seats(
    *,
    forum: Forum,
    capacity: str,
    voting: bool,
    lived_experience: bool,
    filled_by: str,
    by: Actor,
    number: int = 1,
    term_months: int | None = None,
    since: date | None = None,
    lone_reason: str = "",
) -> list[Seat]:
    """So many seats alike. One seat for lived experience alone needs a reason that everybody can read."""
    forum = locked_forum(forum, by)
    rules.check_can_keep_seats(by, forum)
    today = timezone.localdate()
    rules.check_still_works(forum, today)
    alike: dict[str, Any] = {
        "capacity": capacity,
        "voting": voting,
        "lived_experience": lived_experience,
        "filled_by": filled_by,
    }
    rules.check_seat(term_months=term_months, **alike)
    rules.check_number(number)
    if since and since > today:
        raise Refused(_("That day is still to come. Add the seats on the day."), field="since")
    if lived_experience:
        _keep_lone_reason(forum, queries.lived_seats(forum, today).seats + number, lone_reason)
    made = [
        Seat.objects.create(
            organisation=forum.organisation,
            forum=forum,
            term_months=term_months,
            since=since or today,
            **alike,
            **byline(by),
        )
        for _number in range(number)
    ]
    facts = {**alike, "seats": [seat.code for seat in made], "term_months": term_months}
    audit.record(Event.SEATS_ADDED, by=by, target=forum, facts=facts)
    return made


def _keep_lone_reason(forum: Forum, seats: int, reason: str) -> None:
    reason = reason.strip() or forum.lone_reason
    rules.check_not_lone(seats, reason)
    if seats == 1 and reason != forum.lone_reason:
        forum.lone_reason = reason
        forum.version += 1
        forum.save(update_fields=["lone_reason", "version"])


@transaction.atomic
def close_seat(*, seat: Seat, by: Actor, lone_reason: str = "") -> Seat:
    """There is no such seat any more. Closing seats until one is left for lived experience needs the reason."""
    seat = locked_seat(seat, by)
    today = timezone.localdate()
    body = queries.body_of(seat.forum, today)
    held = any(each.held for each in body.seats if each.seat.pk == seat.pk)
    rules.check_can_close_seat(by, seat, held)
    if seat.lived_experience:
        _keep_lone_reason(seat.forum, body.lived.seats - 1, lone_reason)
    seat.closed_on = today
    seat.save(update_fields=["closed_on"])
    audit.record(Event.SEAT_CLOSED, by=by, target=seat, facts={"forum": seat.forum.code})
    return seat


def _facts(forum: Forum) -> dict[str, Any]:
    return {
        "kind": str(forum.kind),
        "unit": forum.unit.code,
        "standing": forum.standing,
        "ends_on": forum.ends_on.isoformat() if forum.ends_on else None,
        "said": sealed(name=forum.name, decides=forum.decides, lone_reason=forum.lone_reason),
    }
