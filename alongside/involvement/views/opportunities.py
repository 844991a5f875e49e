"""Writing an opportunity and taking it from step to step."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.people import queries as people

from .. import forms, queries, rules, services
from ..models import Opportunity
from ..models.opportunities import CANCELLED, CLOSED, DONE, FILLED, OPEN, OPPORTUNITY
from ..wording import next_step, tone
from .common import confirm, form_page, here


def write(request: Any, org: str, code: str) -> HttpResponse:
    """What the request says already is filled in; the words for people are still to be found."""
    actor, asked = request.actor, queries.request_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_write(actor, asked)
    known = {"title": asked.what, "can_change": asked.why, "decider": asked.decider, "seats": 2}
    form = forms.OpportunityForm.of(request, initial=known, trainings=people.trainings_of(actor, in_use=True))
    return form_page(
        request,
        form,
        lambda data: services.write_opportunity(request=asked, words=form.words(), by=actor),
        then=lambda made: here(request, "involvement", "opportunities", made.code),
        note=_("Written. Nobody sees it yet: open it when it is ready."),
        title=_("Write the opportunity"),
        lead=_("Write it to somebody who has never been here. Read it aloud before you open it."),
        button=_("Save"),
        back=(_("The request"), here(request, "involvement", "requests", code)),
    )


def change(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_change(actor, opportunity)
    names = [name for name in forms.OpportunityForm.base_fields if hasattr(opportunity, name)]
    initial = {name: getattr(opportunity, name) for name in names}
    initial["prep_paid"] = {True: "yes", False: "no"}.get(opportunity.prep_paid, "")  # type: ignore[arg-type]
    initial["training_needed"] = opportunity.training_needed.code if opportunity.training_needed else ""
    trainings = people.trainings_of(actor, in_use=True)
    form = forms.OpportunityForm.of(request, initial=initial, seen=opportunity.version, trainings=trainings)
    page = here(request, "involvement", "opportunities", code)
    return form_page(
        request,
        form,
        lambda data: services.change_opportunity(
            opportunity=opportunity, words=form.words(), seen=data["seen"], by=actor
        ),
        then=page,
        note=_("Saved. Whoever it concerns is told."),
        title=_("Change the opportunity"),
        button=_("Save"),
        back=(opportunity.title, page),
    )


def show(request: Any, org: str, code: str) -> HttpResponse:
    actor = request.actor
    opportunity: Any = queries.opportunity_for(actor, code)
    decision = opportunity.decision
    runs, names = rules.may_run(actor, decision), rules.may_hold(actor, decision)
    words, step = next_step(opportunity)
    facts = {
        "title": opportunity.title,
        "opportunity": opportunity,
        "tone": tone(opportunity.state),
        "next_words": words,
        "next_step": step,
        "runs": runs,
        "interested": queries.interested_in(actor, opportunity) if runs else None,
        "might_like": queries.how_many_might_like(actor, opportunity) if runs and opportunity.state == OPEN else None,
        "places": queries.places_of(actor, opportunity) if names else None,
        "meetings": queries.meetings_of(opportunity),
        "can_open": rules.allows(rules.check_can_open, actor, opportunity, request.clock.today()),
        "opens_at": here(request, "candour", "open", code),
        "steps": [(name, each.link) for name, each in STEPS.items() if _may(request, opportunity, each)],
        "can_change": rules.allows(rules.check_can_change, actor, opportunity),
        "can_set": rules.allows(rules.check_can_set_meeting, actor, opportunity),
        "can_offer": runs and opportunity.state == CLOSED,
        "can_write_interest": runs and opportunity.state == OPEN,
        "can_take_back_interest": runs and opportunity.state in {OPEN, CLOSED},
        "decision_url": decisions.url_of(request.organisation.slug, opportunity.decision),
        "back": (_("Involvement"), here(request, "involvement")),
    }
    return pages.page(request, "involvement/opportunity.html", facts)


@dataclass(frozen=True)
class Step:
    """One move of an opportunity: the rule, the verb, and the words of its page."""

    to: str
    check: Callable[[Any, Opportunity], None]
    verb: Callable[..., Any]
    link: Any
    title: Any
    text: Any
    note: Any
    danger: bool = False


def _check_close(request: Any, opportunity: Opportunity) -> None:
    rules.check_can_close(request.actor, opportunity)


def _check_fill(request: Any, opportunity: Opportunity) -> None:
    rules.check_can_fill(request.actor, opportunity, queries.seats_of(opportunity).accepted)


def _check_finish(request: Any, opportunity: Opportunity) -> None:
    rules.check_can_finish(request.actor, opportunity, queries.has_session_to_come(opportunity))


def _check_cancel(request: Any, opportunity: Opportunity) -> None:
    rules.check_can_cancel(request.actor, opportunity)


STEPS: dict[str, Step] = {
    "close": Step(
        CLOSED,
        _check_close,
        services.close_opportunity,
        gettext_lazy("Close it now"),
        gettext_lazy("Close this opportunity now?"),
        gettext_lazy(
            "People were told that they have until its last day. Closing sooner shuts out those who need longer. "
            "It closes by itself after that day."
        ),
        gettext_lazy("Closed. Now offer the places."),
    ),
    "fill": Step(
        FILLED,
        _check_fill,
        services.mark_filled,
        gettext_lazy("All places are taken: tell the others"),
        gettext_lazy("Are all the places taken?"),
        gettext_lazy("Those who were interested and have no place are told today, in plain words."),
        gettext_lazy("Filled. The others are told today."),
    ),
    "done": Step(
        DONE,
        _check_finish,
        services.mark_done,
        gettext_lazy("It is done"),
        gettext_lazy("Is this done?"),
        gettext_lazy("The sessions are over. What came of it stands with the decision."),
        gettext_lazy("Marked as done."),
    ),
    "cancel": Step(
        CANCELLED,
        _check_cancel,
        services.cancel,
        gettext_lazy("Cancel it"),
        gettext_lazy("Cancel this opportunity?"),
        gettext_lazy("Its sessions are cancelled too. Everybody who was interested or has a place is told today."),
        gettext_lazy("Cancelled. Everybody it concerns is told today."),
        danger=True,
    ),
}


def _may(request: Any, opportunity: Opportunity, each: Step) -> bool:
    """The lifecycle is asked first: it costs nothing."""
    return OPPORTUNITY.allows(opportunity.state, each.to) and rules.allows(each.check, request, opportunity)


def step(request: Any, org: str, code: str, name: str) -> HttpResponse:
    """Close, fill, done, cancel: each is asked on its own page. Opening it stands in `candour`, which clears it."""
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if name not in STEPS:
        raise NotYours
    each, page = STEPS[name], here(request, "involvement", "opportunities", code)
    return confirm(
        request,
        check=lambda: each.check(request, opportunity),
        act=lambda data: each.verb(opportunity=opportunity, by=actor),
        then=page,
        note=each.note,
        title=each.title,
        text=f"{opportunity.title}\n\n{each.text}",
        button=each.link,
        danger=each.danger,
        back=(opportunity.title, page),
    )
