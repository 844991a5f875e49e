"""A place: for the person it is theirs, for the coordinator what they were told about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours
from alongside.core.forms import Form
from alongside.people import queries as people

from .. import forms, queries, rules, services
from ..models import Place
from ..wording import YOUR_ROLE, tone
from .common import confirm, form_page, here, told, whose_word


def offer(request: Any, org: str, code: str, person: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    interest = queries.interest_for(actor, opportunity, person)
    form = forms.OfferForm.of(request)
    page = here(request, "involvement", "opportunities", code)
    return form_page(
        request,
        form,
        lambda data: services.offer_place(
            opportunity=opportunity, person=interest.person, because=data["because"], roles=form.roles(), by=actor
        ),
        then=page,
        note=told(_("Offered."), interest.person_id),
        template="involvement/offer.html",
        title=_("Offer %s a place") % people.shown_name(interest.person),
        interest=interest,
        opportunity=opportunity,
        back=(opportunity.title, page),
    )


def show(request: Any, org: str, code: str) -> HttpResponse:
    actor = request.actor
    place = queries.place_for(actor, code)
    own = rules.own_act(actor, place.person_id)
    answer_by = queries.answer_by(place)
    steps = [name for name, each in STEPS.items() if rules.allows(each.check, _as(actor, place), place)]
    facts = {
        "title": place.opportunity.title,
        "place": place,
        "opportunity": place.opportunity,
        "own": own,
        "tone": tone(place.state),
        "roles": [
            (role.get_stage_display(), YOUR_ROLE[role.role] if own else role.get_role_display())
            for role in place.roles.all()
        ],
        "answer_by": answer_by,
        "meetings": queries.meetings_of(place.opportunity),
        "steps": steps,
        "status": queries.latest_status(place),
        "can_take_back": rules.allows(rules.check_can_take_back, actor, place, answer_by, request.clock.today()),
        "ask": queries.who_to_ask(actor, place.person),
        "back": _back(request, place, own),
    }
    return pages.page(request, "involvement/place.html", facts)


def _as(actor: Any, place: Place) -> Any:
    """To find out which buttons to show: as if they had just told the one who runs it."""
    own = rules.own_act(actor, place.person_id)
    return actor if own else actor.for_person(place.person_id, Medium.IN_PERSON)


def _back(request: Any, place: Place, own: bool) -> tuple[Any, str]:
    if own:
        return _("My page"), "/me/"
    return place.opportunity.title, here(request, "involvement", "opportunities", place.opportunity.code)


@dataclass(frozen=True)
class Answer:
    """The words of one answer: said by the person, or written down for them."""

    check: Callable[[Any, Place], None]
    verb: Callable[..., Place]
    mine: Any
    theirs: Any
    text: Any
    button: Any
    note: Any


STEPS: dict[str, Answer] = {
    "accept": Answer(
        rules.check_can_accept_place,
        services.accept_place,
        gettext_lazy("Say yes to this place?"),
        gettext_lazy("Did they say yes?"),
        gettext_lazy("We then arrange what you need. You can change your mind at any time."),
        gettext_lazy("Yes"),
        gettext_lazy("The yes is written down, and the place is kept."),
    ),
    "decline": Answer(
        rules.check_can_decline_place,
        services.decline_place,
        gettext_lazy("Say no to this place?"),
        gettext_lazy("Did they say no?"),
        gettext_lazy("You do not have to say why. It changes nothing for the next time."),
        gettext_lazy("No, not this time"),
        gettext_lazy("Written down. The place goes to somebody else."),
    ),
    "withdraw": Answer(
        rules.check_can_withdraw_place,
        services.withdraw_place,
        gettext_lazy("Give your place back?"),
        gettext_lazy("Did they give their place back?"),
        gettext_lazy("You do not have to say why. It changes nothing for the next time."),
        gettext_lazy("Give the place back"),
        gettext_lazy("The place is given back."),
    ),
}


def step(request: Any, org: str, code: str, name: str) -> HttpResponse:
    place = queries.place_for(request.actor, code)
    if name not in STEPS:
        raise NotYours
    each, page = STEPS[name], here(request, "places", code)
    form, by = whose_word(request, place.person_id)
    own = rules.own_act(request.actor, place.person_id)
    return confirm(
        request,
        check=lambda: each.check(_as(request.actor, place), place),
        form=form,
        act=lambda data: each.verb(place=place, by=by(data)),
        then=page,
        note=each.note,
        title=each.mine if own else each.theirs,
        text=f"{place.opportunity.title}\n\n{each.text}" if own else place.opportunity.title,
        button=each.button,
        back=(_("The place"), page),
    )


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    """Nobody answered, so that the place can go to somebody else."""
    actor, place = request.actor, queries.place_for(request.actor, code)
    if not rules.may_run(actor, place.opportunity.decision):
        raise NotYours
    page = here(request, "places", code)
    by_day = queries.answer_by(place)
    return confirm(
        request,
        check=lambda: rules.check_can_take_back(actor, place, by_day, request.clock.today()),
        form=Form.of(request),
        act=lambda data: services.take_back_offer(place=place, by=actor),
        then=page,
        note=told(_("Taken back."), place.person_id),
        title=_("Offer this place to somebody else?"),
        text=_("Ring them first. We write to them that the place goes to somebody else."),
        button=_("Take the offer back"),
        danger=True,
        back=(_("The place"), page),
    )


@login_required
def mine(request: Any) -> HttpResponse:
    """Everywhere: places and sessions of the one who is signed in."""
    ids = [person.pk for person in people.mine(request.user)]
    facts = {
        "title": _("My places and dates"),
        "coming": queries.my_next(ids)[:50],
        "places": queries.my_places(ids)[:100],
        "interests": queries.my_interests(ids)[:100],
        "arrangements": queries.my_arrangements(ids)[:100],
        "draws": queries.opportunities_drawn(ids)[:100],
        "panels": queries.my_panels(ids, request.user.pk),
        "back": (_("My page"), "/me/"),
    }
    return pages.page(request, "involvement/mine.html", facts)
