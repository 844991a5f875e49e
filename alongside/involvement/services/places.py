"""Places: chosen with a reason that the person reads, a role agreed for each stage, given back without one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.people.models import Person

from .. import links, queries, rules
from ..events import InvolvementEvent as Event
from ..models import Opportunity, Place, PlaceRole, PlaceStatus
from ..models.places import ACCEPTED, DECLINED, OFFERED, PLACE, WITHDRAWN
from ..rules.places import check_roles
from .arrangements import arrange_for, not_needed_for
from .common import locked, tell_coordinators, tell_person, today_in
from .opportunities import reopen_places

WITH_ITS_DECISION = ("opportunity__decision", "organisation", "person")


def address(place: Place) -> str:
    return links.to(place.organisation, "places", place.code)


@transaction.atomic
def offer_place(
    *, opportunity: Opportunity, person: Person, because: str, roles: Mapping[str, int], by: Actor
) -> Place:
    """`roles`: for each stage that there will be, the role that is agreed. `because` is read by the person."""
    opportunity = locked(opportunity, "decision", "organisation")
    held = queries.seats_of(opportunity)
    interested = queries.is_interested(opportunity, person.pk)
    because = because.strip()
    drawing = queries.is_drawing(opportunity)
    rules.check_can_offer(
        by, opportunity, person, held=held.held, interested=interested, because=because, drawing=drawing
    )
    check_roles(roles)
    place = give_offer(opportunity, person, because, roles, by)
    body = _(
        "There is a place for you in “%(title)s”. Please say yes or no by %(day)s. "
        "The page says why we chose you and what you would do."
    )
    tell_offered(place, _("There is a place for you"), body)
    return place


def give_offer(opportunity: Opportunity, person: Person, because: str, roles: Mapping[str, int], by: Actor) -> Place:
    """Called inside a verb that has asked the rules, and that tells the person."""
    place = _offered(opportunity, person, because, by)
    for stage, role in roles.items():
        PlaceRole.objects.create(place=place, stage=stage, role=role, **byline(by))
    facts = {"opportunity": opportunity.code, "person": person.code, "roles": dict(roles)}
    audit.record(Event.PLACE_OFFERED, by=by, target=place, facts=facts)
    return place


def _offered(opportunity: Opportunity, person: Person, because: str, by: Actor) -> Place:
    """A new place, or the one that they had turned down or given back, offered again."""
    today = today_in(opportunity.organisation)
    place = Place.objects.select_related("organisation").filter(opportunity=opportunity, person=person).first()
    if place is None:
        place = Place.objects.create(
            organisation=opportunity.organisation,
            opportunity=opportunity,
            person=person,
            chosen_because=because,
            offered_on=today,
            **byline(by),
        )
        begin(place, statuses=PlaceStatus, by=by, on=today)
        return place
    place.chosen_because, place.offered_on = because, today
    _move(place, OFFERED, by, "chosen_because", "offered_on", on=today)
    place.roles.all().delete()
    return place


def _move(place: Place, to: str, by: Actor, *changed: str, on: date) -> None:
    move(place, to, lifecycle=PLACE, statuses=PlaceStatus, by=by, on=on, changed=changed)


def tell_offered(place: Place, subject: str, body: str) -> None:
    words = body % {"title": place.opportunity.title, "day": long_day(queries.answer_by(place))}
    tell_person(place.organisation, place.person_id, "place_offered", subject, words, address(place))


@transaction.atomic
def accept_place(*, place: Place, by: Actor) -> Place:
    """From here on what they need is arranged for every session that is to come."""
    place = locked(place, *WITH_ITS_DECISION)
    rules.check_can_accept_place(by, place)
    today = today_in(place.organisation)
    place.answered_on, place.withdrawn_on = today, None
    _move(place, ACCEPTED, by, "answered_on", "withdrawn_on", on=today)
    arrange_for(place, by=by)
    _tell_those_who_run(place, _("A place was accepted"), _("Somebody said yes to a place in “%s”."))
    audit.record(Event.PLACE_ACCEPTED, by=by, target=place)
    return place


@transaction.atomic
def decline_place(*, place: Place, by: Actor) -> Place:
    place = locked(place, *WITH_ITS_DECISION)
    rules.check_can_decline_place(by, place)
    today = today_in(place.organisation)
    place.answered_on = today
    _move(place, DECLINED, by, "answered_on", on=today)
    words = _("Somebody said no to a place in “%s”. Offer it to somebody else.")
    _tell_those_who_run(place, _("A place was turned down"), words)
    audit.record(Event.PLACE_DECLINED, by=by, target=place)
    return place


@transaction.atomic
def withdraw_place(*, place: Place, by: Actor) -> Place:
    """Given back, at any moment and without a reason."""
    place = locked(place, *WITH_ITS_DECISION)
    rules.check_can_withdraw_place(by, place)
    return give_back(place, by=by)


def give_back(place: Place, *, by: Actor) -> Place:
    """What was to be arranged is not needed any more; what was booked must be undone. Called inside a verb that
    has asked the rules, and when somebody is forgotten."""
    place = locked(place, *WITH_ITS_DECISION)
    place.withdrawn_on = today_in(place.organisation)
    _move(place, WITHDRAWN, by, "withdrawn_on", on=place.withdrawn_on)
    booked = not_needed_for(place)
    reopen_places(locked(place.opportunity, "decision"), by)
    words = _("Somebody gave back their place in “%s”. Offer it to somebody else.")
    if booked:
        words += " " + _("Something was booked for them already: look at the sessions and undo it.")
    _tell_those_who_run(place, _("A place was given back"), words)
    audit.record(Event.PLACE_WITHDRAWN, by=by, target=place)
    return place


@transaction.atomic
def take_back_offer(*, place: Place, by: Actor) -> Place:
    """Nobody answered by the day that was named, so that somebody else can be asked."""
    place = locked(place, *WITH_ITS_DECISION)
    today = today_in(place.organisation)
    rules.check_can_take_back(by, place, queries.answer_by(place), today)
    _move(place, WITHDRAWN, by, on=today)
    body = _("We did not hear from you about “%s”, so we offer the place to somebody else. You can still ring us.")
    words = body % place.opportunity.title
    subject = _("The place goes to somebody else")
    tell_person(place.organisation, place.person_id, "offer_taken_back", subject, words, address(place))
    audit.record(Event.PLACE_WITHDRAWN, by=by, target=place, facts={"unanswered": True})
    return place


def _tell_those_who_run(place: Place, subject: str, words: str) -> None:
    link = links.to(place.organisation, "involvement", "opportunities", place.opportunity.code)
    tell_coordinators(place.organisation, "place_answered", subject, words % place.opportunity.title, link)
