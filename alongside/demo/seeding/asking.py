"""From a request to a filled opportunity: asked, accepted or refused, advertised, offered, accepted, given back."""

from __future__ import annotations

from decimal import Decimal
from functools import partial

from alongside.accounts.permissions import Permission as P
from alongside.candour import services as candour
from alongside.core.dates import long_day
from alongside.involvement import queries
from alongside.involvement import services as verbs

from ..words.shapes import InvolvementRequest, Opportunity
from . import drawing, meetings
from .days import Stage
from .world import World


def plan(world: World) -> None:
    for one in world.story.requests:
        world.step(one.asked, Stage.ASK, one.key, partial(ask, world, one))
        if one.settled is not None:
            world.step(one.settled, Stage.SETTLE, one.key, partial(settle, world, one))
    for opportunity in world.story.opportunities:
        _plan_opportunity(world, opportunity)


def ask(world: World, one: InvolvementRequest) -> None:
    decision = world.decisions[one.decision]
    world.requests[one.key] = verbs.ask(
        decision=decision,
        what=one.what,
        why=one.why,
        open_part=one.open,
        fixed_part=one.fixed,
        decider=one.who_decides,
        decide_by=world.days.day(one.needed_by),
        budget=Decimal(one.budget_pounds),
        budget_line=one.budget_line,
        sponsor=world.users[one.sponsor or one.by],
        by=world.able(one.by, P.ASK, decision.unit_id),
    )


def settle(world: World, one: InvolvementRequest) -> None:
    request = world.requests[one.key]
    if one.state == "refused":
        verbs.refuse(request=request, reason=one.reason, by=world.coordinator)
    elif one.state == "withdrawn":
        verbs.withdraw_request(request=request, by=world.able(one.settled_by, P.ASK, request.unit_id))
    else:
        verbs.accept(request=request, by=world.coordinator)
    request.refresh_from_db()


def _plan_opportunity(world: World, one: Opportunity) -> None:
    world.step(one.opens, Stage.WRITE, one.key, partial(advertise, world, one))
    for key, day in one.interested:
        world.step(day, Stage.INTEREST, f"{one.key} {key}", partial(be_interested, world, one, key))
    for key, day in one.withdrew:
        if one.chosen_on is None or day < one.chosen_on:
            world.step(day, Stage.INTEREST_BACK, f"{one.key} {key}", partial(not_interested, world, one, key))
        else:
            world.step(day, Stage.GIVE_BACK, f"{one.key} {key}", partial(give_back, world, one, key))
    if one.chosen_on is not None:
        _plan_places(world, one)
    elif one.state != "open":
        world.step(one.closes, Stage.CLOSE, one.key, partial(close, world, one))
    for key, day, because in one.offered_later:
        world.step(day, Stage.OFFER_AGAIN, f"{one.key} {key}", partial(offer, world, one, key, because))


def _plan_places(world: World, one: Opportunity) -> None:
    """Offered all at once; whoever says no frees the seat for the last of those who were chosen."""
    day = one.chosen_on or 0
    world.step(one.closes, Stage.CLOSE, one.key, partial(close, world, one))
    straight_away = len(one.chosen) - len(one.declined)
    for key, because in [*one.declined, *one.chosen[:straight_away]]:
        world.step(day, Stage.OFFER, f"{one.key} {key}", partial(offer, world, one, key, because))
    for key, _because in one.declined:
        world.step(day, Stage.DECLINE, f"{one.key} {key}", partial(say_no, world, one, key))
    for key, because in one.chosen[straight_away:]:
        world.step(day, Stage.OFFER_AGAIN, f"{one.key} {key}", partial(offer, world, one, key, because))
    for key, _because in one.chosen:
        world.step(day + 1, Stage.ACCEPT, f"{one.key} {key}", partial(say_yes, world, one, key))
    world.step(day + 1, Stage.FILL, one.key, partial(fill, world, one))
    if one.state == "done":
        _plan_end(world, one)


def _plan_end(world: World, one: Opportunity) -> None:
    last = max((each for each in world.story.meetings if each.opportunity == one.key), key=lambda each: each.day)
    when = world.days.moment(last.day + 1, Stage.DONE, one.key)
    slug = world.story.organisation.slug
    after = max(when, meetings.ends(world, last.key) + meetings.WRITTEN_DOWN)
    world.plan.add(after, f"{slug}: DONE {one.key}", partial(finish, world, one))


def advertise(world: World, one: Opportunity) -> None:
    written = verbs.write_opportunity(
        request=world.requests[one.request],
        words={
            "title": one.title,
            "advert": one.advert,
            "can_change": one.can_change,
            "hear_back": one.hear_back,
            "seats": one.seats,
            "when": one.when or _dates_of(world, one),
            "where": one.where or _places_of(world, one),
            "pay": one.pay,
            "prep_minutes": one.preparation_minutes,
            "prep_paid": one.preparation_paid if one.preparation_minutes else None,
            "support": one.support,
            "closes_on": world.days.day(one.closes),
        },
        by=world.coordinator,
    )
    drawing.ask(world, one, written)
    written.refresh_from_db()
    who, why = one.stands_behind or ("", "")
    world.opportunities[one.key] = candour.clear_and_open(
        opportunity=written, reason=why, allowed_by=world.users[who] if who else None, by=world.coordinator
    )


def _dates_of(world: World, one: Opportunity) -> str:
    coming = [meeting for meeting in world.story.meetings if meeting.opportunity == one.key]
    return "; ".join(f"{long_day(world.days.day(meeting.day))}, {meeting.starts}" for meeting in coming)


def _places_of(world: World, one: Opportunity) -> str:
    places = [meeting.place for meeting in world.story.meetings if meeting.opportunity == one.key]
    return "; ".join(dict.fromkeys(places))


def be_interested(world: World, one: Opportunity, key: str) -> None:
    opportunity = world.opportunities[one.key]
    verbs.say_interest(
        opportunity=opportunity,
        person=world.people[key],
        note="",
        told=drawing.told(one, opportunity, key),
        by=world.voice_of(key),
    )


def not_interested(world: World, one: Opportunity, key: str) -> None:
    interest = queries.interest_for(world.coordinator, world.opportunities[one.key], world.people[key].code)
    verbs.withdraw_interest(interest=interest, by=world.voice_of(key))


def close(world: World, one: Opportunity) -> None:
    world.opportunities[one.key] = verbs.close_opportunity(
        opportunity=world.opportunities[one.key], by=world.coordinator
    )


def offer(world: World, one: Opportunity, key: str, because: str) -> None:
    world.places[one.key, key] = verbs.offer_place(
        opportunity=world.opportunities[one.key],
        person=world.people[key],
        because=because,
        roles={stage: world.roles[role] for stage, role in one.roles},
        by=world.coordinator,
    )


def say_no(world: World, one: Opportunity, key: str) -> None:
    verbs.decline_place(place=world.places[one.key, key], by=world.voice_of(key))


def say_yes(world: World, one: Opportunity, key: str) -> None:
    world.places[one.key, key] = verbs.accept_place(place=world.places[one.key, key], by=world.voice_of(key))


def give_back(world: World, one: Opportunity, key: str) -> None:
    verbs.withdraw_place(place=world.places[one.key, key], by=world.voice_of(key))
    world.opportunities[one.key].refresh_from_db()


def fill(world: World, one: Opportunity) -> None:
    world.opportunities[one.key] = verbs.mark_filled(opportunity=world.opportunities[one.key], by=world.coordinator)


def finish(world: World, one: Opportunity) -> None:
    verbs.mark_done(opportunity=world.opportunities[one.key], by=world.coordinator)
