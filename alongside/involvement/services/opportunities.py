"""From an accepted request to an advert in plain words, and to the end of it."""

from __future__ import annotations

from datetime import date, time
from typing import Any, TypedDict

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor, system
from alongside.core.errors import Refused
from alongside.people.models import Training

from .. import links, queries, rules
from ..clearance import Clearance
from ..events import InvolvementEvent as Event
from ..models import InvolvementRequest, Opportunity, OpportunityStatus
from ..models.opportunities import CANCELLED, CLOSED, DONE, DRAFT, FILLED, OPEN, OPPORTUNITY
from .common import check_seen, locked, tell_person, today_in
from .features import forget_answers
from .meetings import call_off
from .setting_aside import call_off_draw

TOLD_WHEN_CHANGED = (
    "when",
    "where",
    "ways",
    "pay",
    "prep_minutes",
    "prep_paid",
    "hear_back",
    "can_change",
    "closes_on",
    "closes_at",
)


class Advert(TypedDict, total=False):
    """The words and facts of an opportunity."""

    title: str
    advert: str
    can_change: str
    decider: str
    hear_back: str
    seats: int
    lone_seat_reason: str
    when: str
    where: str
    ways: str
    pay: str
    prep_minutes: int
    prep_paid: bool | None
    support: str
    training: str
    training_needed: Training | None
    first_turn_percent: int
    closes_on: date | None
    closes_at: time | None


def address(opportunity: Opportunity) -> str:
    """The page that anybody may read."""
    return links.to(opportunity.organisation, "open", opportunity.code)


@transaction.atomic
def write_opportunity(*, request: InvolvementRequest, words: Advert, by: Actor) -> Opportunity:
    request = locked(request, "decision", "organisation")
    rules.check_can_write(by, request)
    rules.check_seats(words.get("seats", 2), words.get("lone_seat_reason", ""))
    made = Opportunity.objects.create(
        organisation=request.organisation,
        decision=request.decision,
        request=request,
        **{"decider": request.decider, **words},
        **byline(by),
    )
    begin(made, statuses=OpportunityStatus, by=by)
    audit.record(Event.WRITTEN, by=by, target=made, facts={"request": request.code, **_facts(made)})
    return made


def _facts(opportunity: Opportunity) -> dict[str, Any]:
    return {
        "seats": opportunity.seats,
        "lone_seat": opportunity.seats == 1,
        "closes_on": str(opportunity.closes_on or ""),
        "version": opportunity.version,
    }


@transaction.atomic
def change_opportunity(*, opportunity: Opportunity, words: Advert, seen: int, by: Actor) -> Opportunity:
    """Whoever said yes or is interested is told when something changes that matters to them."""
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_change(by, opportunity)
    check_seen(opportunity.version, seen)
    seats, held = words.get("seats", opportunity.seats), queries.seats_of(opportunity)
    rules.check_seats(seats, words.get("lone_seat_reason", opportunity.lone_seat_reason))
    rules.check_seats_hold(seats, held.held)
    rules.check_stays_fair(opportunity, seats, words.get("prep_paid", opportunity.prep_paid))
    rules.check_not_drawing(seats != opportunity.seats and queries.is_drawing(opportunity))
    changed = [name for name, value in words.items() if getattr(opportunity, name) != value]
    for name in changed:
        setattr(opportunity, name, words[name])  # type: ignore[literal-required]
    needed = rules.missing_to_open if opportunity.cleared_reason else rules.missing_to_be_fair
    if opportunity.state != DRAFT and (missing := needed(opportunity)):
        raise Refused(_("People were asked already, so this must stay filled in: %s.") % "; ".join(missing))
    opportunity.version += 1
    opportunity.save(update_fields=[*changed, "version"])
    if seats > held.accepted:
        reopen_places(opportunity, by)
    if opportunity.state != DRAFT and set(changed) & set(TOLD_WHEN_CHANGED):
        _tell_changed(opportunity)
    facts = {"changed": sorted(changed), **_facts(opportunity)}
    audit.record(Event.OPPORTUNITY_CHANGED, by=by, target=opportunity, facts=facts)
    return opportunity


def _tell_changed(opportunity: Opportunity) -> None:
    body = _("Something about “%(title)s” has changed. Have a look. If it does not suit you any more, say so there.")
    _tell_all(opportunity, "opportunity_changed", _("Something has changed"), body)


def _tell_all(opportunity: Opportunity, kind: str, subject: str, body: str) -> None:
    words = body % {"title": opportunity.title}
    for person_id in sorted(queries.concerned_by(opportunity)):
        tell_person(opportunity.organisation, person_id, kind, subject, words, address(opportunity))


@transaction.atomic
def open_opportunity(*, opportunity: Opportunity, clearance: Clearance, by: Actor) -> Opportunity:
    """From now on anybody can read it and contributors can say that they are interested."""
    opportunity = locked(opportunity, "decision", "organisation")
    today = today_in(opportunity.organisation)
    rules.check_can_open(by, opportunity, today)
    rules.check_clearance(opportunity, clearance)
    rules.check_not_drawing(queries.is_drawing(opportunity))
    opportunity.opened_on = opportunity.opened_on or today
    opportunity.cleared_reason = clearance.reason
    _move(opportunity, OPEN, by, "opened_on", "cleared_reason", on=today)
    facts = {"with_a_reason": bool(clearance.reason), **_facts(opportunity)}
    audit.record(Event.OPENED, by=by, target=opportunity, facts=facts)
    return opportunity


def _move(opportunity: Opportunity, to: str, by: Actor, *changed: str, on: date | None = None) -> None:
    opportunity.version += 1
    move(
        opportunity,
        to,
        lifecycle=OPPORTUNITY,
        statuses=OpportunityStatus,
        by=by,
        on=on,
        changed=("version", *changed),
    )


@transaction.atomic
def close_opportunity(*, opportunity: Opportunity, by: Actor) -> Opportunity:
    """Nobody can say that they are interested any more; places are offered from here on.

    Closed by hand before its last day, that day is moved to today: the record says how long people had.
    """
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_close(by, opportunity)
    today = today_in(opportunity.organisation)
    until = rules.closing_moment(opportunity)
    in_time = until is not None and timezone.now() < until
    early = in_time and (opportunity.closes_on != today or opportunity.closes_at is not None)
    if early:
        opportunity.closes_on, opportunity.closes_at = today, None
    _move(opportunity, CLOSED, by, "closes_on", "closes_at", on=today)
    audit.record(Event.CLOSED, by=by, target=opportunity, facts={"early": early, **_facts(opportunity)})
    return opportunity


def close_what_is_over(today: date) -> int:
    """The daily task: close what ran out, or is about something that was decided meanwhile. Safe to run twice."""
    closed = 0
    for opportunity in queries.open_but_over(today):
        try:
            close_opportunity(opportunity=opportunity, by=system(opportunity.organisation_id))
        except Refused:
            continue  # somebody closed it in this moment
        closed += 1
    return closed


@transaction.atomic
def mark_filled(*, opportunity: Opportunity, by: Actor) -> Opportunity:
    """Enough people said yes. Those who were interested and have no place are told, today."""
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_fill(by, opportunity, queries.seats_of(opportunity).accepted)
    _move(opportunity, FILLED, by)
    left_out = queries.not_chosen(opportunity)
    heard = queries.heard_from_a_draw(opportunity)
    for person_id in left_out:
        if person_id not in heard:
            _tell_left_out(opportunity, person_id)
    facts = {"not_chosen": len(left_out), **_facts(opportunity)}
    audit.record(Event.FILLED, by=by, target=opportunity, facts=facts)
    return opportunity


def _tell_left_out(opportunity: Opportunity, person_id: int) -> None:
    body = _(
        "All the places for “%(title)s” are taken now, and you do not have one this time. "
        "It is not about anything you did. You can ask us how we chose, and you can look at what else is open."
    )
    words = body % {"title": opportunity.title}
    subject = _("The places are taken")
    tell_person(opportunity.organisation, person_id, "not_chosen", subject, words, address(opportunity))


@transaction.atomic
def mark_done(*, opportunity: Opportunity, by: Actor) -> Opportunity:
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_finish(by, opportunity, queries.has_session_to_come(opportunity))
    _move(opportunity, DONE, by)
    forget_answers(opportunity)
    audit.record(Event.DONE, by=by, target=opportunity)
    return opportunity


@transaction.atomic
def cancel(*, opportunity: Opportunity, by: Actor) -> Opportunity:
    """It does not go ahead, nor do its sessions. Everybody who was interested or has a place is told."""
    opportunity = locked(opportunity, "decision", "organisation")
    rules.check_can_cancel(by, opportunity)
    was = opportunity.state
    if was != DRAFT:
        body = _(
            "“%(title)s” is not going ahead. We are sorry about the time you set aside. Ring us if you want to talk."
        )
        _tell_all(opportunity, "opportunity_cancelled", _("This is not going ahead"), body)
    for meeting in queries.sessions_to_come(opportunity):
        call_off(meeting)
    call_off_draw(opportunity, by)
    _move(opportunity, CANCELLED, by)
    forget_answers(opportunity)
    audit.record(Event.CANCELLED, by=by, target=opportunity, facts={"was": was})
    return opportunity


def reopen_places(opportunity: Opportunity, by: Actor) -> None:
    """A place came back: it is offered again to somebody else. Called inside the verb that gave it back."""
    if opportunity.state == FILLED:
        _move(opportunity, CLOSED, by)
