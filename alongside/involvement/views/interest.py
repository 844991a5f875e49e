"""What is open to people, and saying that one is interested."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.actor import Medium
from alongside.core.errors import NotYours
from alongside.people import queries as people

from .. import forms, queries, rules, services, tables
from ..models import Interest, Opportunity
from .common import confirm, form_page, here


def open_list(request: Any, org: str) -> HttpResponse:
    table = tables.OpenTable(request, queries.open_to(request.actor))
    said = queries.said_yes_to(request.actor, [row.pk for row in table.pages.rows])
    facts = {"title": _("What is open"), "table": table, "said": said}
    return pages.page(request, "involvement/open.html", facts)


def advert(request: Any, org: str, code: str) -> HttpResponse:
    actor = request.actor
    opportunity = queries.advert_for(actor, code)
    mine = queries.my_interest(actor, opportunity)
    me = people.my_person(actor) if actor.person_id else None
    now = timezone.now()
    facts = {
        "title": opportunity.title,
        "opportunity": opportunity,
        "is_open": rules.still_open(opportunity, now),
        "has_draw": bool(queries.my_draws(actor, opportunity)),
        "until": rules.closing_moment(opportunity),
        "mine": mine,
        "place": queries.my_place_in(actor, opportunity),
        "can_say": me is not None and rules.allows(rules.check_can_say_interest, actor, opportunity, me, now),
        "me": me,
        "ask": queries.who_to_ask(actor, me),
        "runs": rules.may_run(actor, opportunity.decision),
        "back": (_("What is open"), here(request, "open")),
    }
    return pages.page(request, "involvement/advert.html", facts)


def say(request: Any, org: str, code: str) -> HttpResponse:
    """Said again, what is written now stands: answers can be changed until it closes."""
    actor = request.actor
    opportunity, me = queries.advert_for(actor, code), people.my_person(actor)
    if request.method == "GET":
        rules.check_can_say_interest(actor, opportunity, me, timezone.now())
    page, mine = here(request, "open", code), queries.my_interest(actor, opportunity)
    form = forms.InterestForm.of(request, **_said_before(opportunity, mine))
    return form_page(
        request,
        form,
        lambda data: services.say_interest(
            opportunity=opportunity, person=me, note=data["note"], told=services.ForTheDraw(**form.told()), by=actor
        ),
        then=page,
        note=_("We have written it down. You hear from us after the last day."),
        title=_("Change what I said") if mine else _("I am interested"),
        lead=opportunity.title,
        button=_("Save") if mine else _("I am interested"),
        back=(opportunity.title, page),
    )


def _said_before(opportunity: Opportunity, interest: Interest | None) -> dict[str, Any]:
    """The questions of this panel, and what was said the last time."""
    facts: dict[str, Any] = {"features": queries.features_of(opportunity)}
    if interest is None:
        return facts
    own = interest.conflict if interest.conflict_by_person else ""
    initial = {"note": interest.note, "unavailable": interest.unavailable, "conflict": own}
    return {**facts, "said": queries.my_answers(interest), "initial": initial}


def take_back(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.advert_for(request.actor, code)
    mine, page = queries.my_interest(actor, opportunity), here(request, "open", code)
    if mine is None and actor.person_id is None:
        raise NotYours
    return confirm(
        request,
        check=lambda: _check_said(mine),
        act=lambda data: services.withdraw_interest(interest=mine, by=actor) if mine else None,
        then=page,
        note=_("Taken back."),
        title=_("Not interested any more?"),
        text=_("%s\n\nYou do not have to say why. You can say you are interested again while it is open.")
        % opportunity.title,
        button=_("Take it back"),
        back=(opportunity.title, page),
    )


def _check_said(mine: Any) -> None:
    if mine is None:
        raise NotYours


# For those who run it: somebody told them.


def find(request: Any, org: str, code: str) -> HttpResponse:
    """Who told you? Found by name on the register."""
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    words = request.GET.get("words", "")
    found = people.find(people.people_for(actor), words, request.organisation.pk)[:25] if words.strip() else None
    facts = {
        "title": _("Who is interested?"),
        "opportunity": opportunity,
        "form": forms.FindForm({"words": words}) if words else forms.FindForm(),
        "found": found,
        "back": (opportunity.title, here(request, "involvement", "opportunities", code)),
    }
    return pages.page(request, "involvement/find.html", facts)


def write_down(request: Any, org: str, code: str, person: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    who = people.person_for(actor, person)
    page = here(request, "involvement", "opportunities", code)
    form = forms.WrittenDownInterestForm.of(request, features=queries.features_of(opportunity))
    return form_page(
        request,
        form,
        lambda data: services.say_interest(
            opportunity=opportunity,
            person=who,
            note=data["note"],
            told=services.ForTheDraw(**form.told()),
            by=actor.for_person(who.pk, Medium(data["medium"])),
        ),
        then=page,
        note=_("Written down. Tell them that they hear from you after the last day, yes or no."),
        title=_("%s is interested") % people.shown_name(who),
        lead=opportunity.title,
        button=_("Write it down"),
        back=(opportunity.title, page),
    )


def write_back(request: Any, org: str, code: str, person: str) -> HttpResponse:
    """They told you that they are not interested any more."""
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    interest = queries.interest_for(actor, opportunity, person)
    page, form = here(request, "involvement", "opportunities", code), forms.WrittenDownForm.of(request)
    return confirm(
        request,
        check=lambda: None,
        form=form,
        act=lambda data: services.withdraw_interest(
            interest=interest, by=actor.for_person(interest.person_id, Medium(data["medium"]))
        ),
        then=page,
        note=_("Taken back."),
        title=_("%s is not interested any more") % people.shown_name(interest.person),
        text=opportunity.title,
        button=_("Write it down"),
        back=(opportunity.title, page),
    )
