"""One thing that was to be arranged for one person, and whether it was met."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services
from ..models.meetings import ARRANGED, MET, NOT_MET, TO_DO
from ..wording import tone
from .common import confirm, form_page, here

# The step of the address: the state, the question to staff, the question to the person, and the verb.
STEPS: dict[str, tuple[str, Any, Any, Any]] = {
    "arranged": (ARRANGED, gettext_lazy("It is arranged"), "", services.mark_arranged),
    "again": (TO_DO, gettext_lazy("It has to be arranged again"), "", services.mark_to_do),
    "met": (MET, gettext_lazy("It was met"), gettext_lazy("I had what I needed"), services.mark_met),
    "not-met": (NOT_MET, gettext_lazy("It was not met"), gettext_lazy("I did not have what I needed"), None),
}


def add(request: Any, org: str, code: str) -> HttpResponse:
    actor, meeting = request.actor, queries.meeting_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_arrange(actor, meeting)
    there = [place.person for place in queries.accepted_places(meeting.opportunity)]
    page = here(request, "sessions", code)
    return form_page(
        request,
        forms.ArrangementForm.of(request, people=there),
        lambda data: services.add_arrangement(meeting=meeting, owner=request.user, by=actor, **data),
        then=page,
        note=_("On the list."),
        title=_("Something else to arrange"),
        lead=_("For this session only. What they always need stands with them on the register."),
        button=_("Put it on the list"),
        back=(meeting.title, page),
    )


def show(request: Any, org: str, code: str, arrangement: str) -> HttpResponse:
    actor = request.actor
    found = queries.arrangement_for(actor, code, arrangement)
    own, now = rules.own_act(actor, found.person_id), timezone.now()
    steps = [
        (name, mine if own else theirs)
        for name, (to, theirs, mine, _verb) in STEPS.items()
        if (mine or not own) and rules.allows(rules.check_can_move_arrangement, actor, found, to, now)
    ]
    facts = {
        "title": _("What you need") if own else _("An arrangement"),
        "arrangement": found,
        "tone": tone(found.state),
        "own": own,
        "steps": steps,
        "back": (found.meeting.title, here(request, "sessions", code)),
    }
    return pages.page(request, "involvement/arrangement.html", facts)


def step(request: Any, org: str, code: str, arrangement: str, name: str) -> HttpResponse:
    actor, found = request.actor, queries.arrangement_for(request.actor, code, arrangement)
    if name not in STEPS or not rules.may_say_of(actor, found):
        raise NotYours
    own = rules.own_act(actor, found.person_id)
    to, theirs, mine, verb = STEPS[name]
    if request.method == "GET":
        rules.check_can_move_arrangement(actor, found, to, timezone.now())
    back = (found.meeting.title, here(request, "sessions", code))
    words = {"title": mine if own else theirs, "button": _("Save"), "back": back}
    if verb is None:
        return form_page(
            request,
            forms.NotMetForm.of(request, own=own),
            lambda data: services.mark_not_met(arrangement=found, by=actor, **data),
            then=back[1],
            note=_("Written down. The coordinator is told today and must put it right."),
            lead=found.what,
            **words,
        )
    return confirm(
        request,
        check=lambda: None,
        act=lambda data: verb(arrangement=found, by=actor),
        then=back[1],
        note=_("Written down."),
        text=found.what,
        **words,
    )
