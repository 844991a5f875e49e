"""What follows from a draw: places are offered, reserves are called, and everybody hears how it went."""

from __future__ import annotations

from dataclasses import replace

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.people.models import ACTIVE

from .. import draw as engine
from .. import links, queries, rules
from ..events import InvolvementEvent as Event
from ..models import Draw, DrawEntry, Opportunity, Place
from ..models.draws import NOT_NEEDED
from ..models.places import ACCEPTED, OFFERED
from .common import locked, tell_person, today_in
from .places import give_offer, tell_offered


def give_places(draw: Draw, by: Actor) -> int:
    """Whoever was drawn and still wants it. The seat of somebody who left in between stays empty, and shows."""
    wanting = queries.still_interested(draw.opportunity)
    offered = 0
    for entry in queries.drawn_people(draw).filter(kept=False):
        if entry.person is None or entry.person_id not in wanting or entry.person.state != ACTIVE:
            continue
        place = give_offer(draw.opportunity, entry.person, _because(draw), draw.roles, by)
        _tell_drawn(draw, place)
        offered += 1
    return offered


def _because(draw: Draw) -> str:
    """The coordinator reads this too, so it says nothing about anybody's chance."""
    if draw.state == NOT_NEEDED:
        return _("There were as many seats as people, so everybody who was interested has a place.")
    return _("You were drawn: ticket %(ticket)s of %(tickets)s, on %(day)s. The page of the draw says more.") % {
        "ticket": f"{draw.ticket:,}",
        "tickets": f"{draw.tickets:,}",
        "day": long_day(today_in(draw.organisation)),
    }


def _tell_drawn(draw: Draw, place: Place) -> None:
    if draw.state == NOT_NEEDED:
        subject = _("There is a place for you")
        body = _(
            "There were as many seats as people for “%(title)s”, so everybody has a place. "
            "Please say yes or no by %(day)s."
        )
    else:
        subject = _("You were drawn")
        body = _(
            "The draw for “%(title)s” is done, and you were drawn: there is a place for you. "
            "Please say yes or no by %(day)s. The page says what your chance was, and why."
        )
    tell_offered(place, subject, body)


def tell_result(draw: Draw) -> None:
    """Those who were not drawn, and those who were not in it. The reasons stand on their own pages alone."""
    link = links.to(draw.organisation, "open", draw.opportunity.code, "draw")
    title, wanting = {"title": draw.opportunity.title}, queries.still_interested(draw.opportunity)
    for entry in draw.entries.filter(drawn=False, kept=False, person__in=wanting).order_by("code"):
        subject, words = _("You were not drawn this time"), _not_drawn(entry) % title
        tell_person(draw.organisation, entry.person_id or 0, "draw_done", subject, words, link)
    for out in draw.left_out.order_by("id"):
        body = _("You were not in the draw for “%(title)s”. Your own page says why, and what you can do about it.")
        tell_person(draw.organisation, out.person_id, "draw_done", _("You were not in the draw"), body % title, link)


def _not_drawn(entry: DrawEntry) -> str:
    body = _(
        "The draw for “%(title)s” is done, and this time you were not drawn. It was chance, and nothing about you. "
        "The page says what your chance was, and how to check it."
    )
    if entry.reserve:
        body += " " + _("If somebody gives their place back, you may be asked: you are on the reserve list.")
    return body


@transaction.atomic
def call_reserve(*, opportunity: Opportunity, by: Actor) -> Place:
    """A seat came back: the first on the reserve list with whom the rules still hold."""
    opportunity = locked(opportunity, "decision", "organisation", "training_needed")
    pool = queries.pool_of(opportunity, today_in(opportunity.organisation))
    empty = opportunity.seats - len(pool.kept)
    rules.check_can_share_out(by, opportunity, drawing=queries.is_drawing(opportunity), empty=empty)
    draw = queries.last_drawn(opportunity)
    entry = _next_reserve(draw, {each.person_id for each in pool.free}) if draw else None
    if draw is None or entry is None or entry.person is None:
        raise Refused(
            _("Nobody on the reserve list can step in within the rules. Draw the empty seats again: ")
            + _("the rules then bend in the order that was agreed.")
        )
    because = _("You were next on the reserve list of the draw of %s.") % long_day(draw.made_on)
    place = give_offer(opportunity, entry.person, because, draw.roles, by)
    body = _(
        "A place has come free in “%(title)s”. You were next on the reserve list, so it is offered to you. "
        "Please say yes or no by %(day)s."
    )
    tell_offered(place, _("There is a place for you"), body)
    facts = {"opportunity": opportunity.code, "place": place.code, "reserve": entry.reserve}
    audit.record(Event.RESERVE_CALLED, by=by, target=draw, facts=facts)
    return place


def _next_reserve(draw: Draw, can: set[int]) -> DrawEntry | None:
    """`can`: people who can take a place today."""
    held = Place.objects.filter(opportunity=draw.opportunity_id, state__in=[OFFERED, ACCEPTED]).values("person")
    sitting = [queries.candidate_of(each) for each in draw.entries.filter(person__in=held)]
    panel = engine.Panel.from_dict(draw.panel)
    for entry in queries.reserves_of(draw):
        if entry.person_id in can and _fits(panel, [*sitting, queries.candidate_of(entry)]):
            return entry
    return None


def _fits(panel: engine.Panel, people: list[engine.Candidate]) -> bool:
    """While seats are still empty, only what cannot be mended any more counts."""
    if len(people) < panel.seats:
        quotas = tuple(replace(quota, least=0) for quota in panel.quotas)
        panel = replace(panel, quotas=quotas, rules=())
    panel = replace(panel, seats=len(people), tickets=1)
    return not engine.check([[each.id for each in people]], panel, people)
