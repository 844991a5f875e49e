"""Staff: a holding note; passing on what is not theirs to decide, asking again, what came of it."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.dates import long_day

from .. import forms, queries, services, story
from ..models import Contribution, Passing
from .answering import entry, how_they_hear, shown


def _empty(found: Contribution) -> frozenset[str]:
    return queries.answering.empty_phrases_of(found.organisation_id)


@entry
def note(request: Any, found: Contribution, base: str) -> HttpResponse:
    initial = {"role": queries.role_of(request.actor, found)}
    form = forms.NoteForm.of(request, seen=found.version, initial=initial, empty=_empty(found))
    act = partial(services.write_note, contribution=found, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=how_they_hear(found))
    facts = {
        "text": _("There is no answer yet. Tell them how it stands. The answer was promised by %(day)s: that stays.")
        % {"day": long_day(found.answer_by)},
        "story": story.of(found, queries.history_of(found), request.clock.today()),
    }
    return done or shown(request, found, base, form, _("Write a holding note"), button=_("Give this note"), **facts)


@entry
def pass_on(request: Any, found: Contribution, base: str) -> HttpResponse:
    initial = {"role": queries.role_of(request.actor, found)}
    form = forms.PassOnForm.of(request, seen=found.version, initial=initial, empty=_empty(found))
    act = partial(services.pass_on, contribution=found, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=how_they_hear(found))
    text = _("For what is outside your power. They are told who has it. You ask again until there is an answer.")
    return done or shown(request, found, base, form, _("Pass it on"), text=text, button=_("It was passed on"))


@entry
def chase(request: Any, found: Contribution, base: str) -> HttpResponse:
    passing = queries.answering.passing_here(request.actor, found)
    form = core_forms.Seen.of(request, seen=passing.version)
    act = partial(services.chase, passing=passing, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=_("Saved. It is still owed."))
    return done or shown(request, found, base, form, _("They were asked again"), button=_("Save"), text=_with(passing))


@entry
def came_back(request: Any, found: Contribution, base: str) -> HttpResponse:
    passing = queries.answering.passing_here(request.actor, found)
    initial = {"role": queries.role_of(request.actor, found)}
    form = forms.CameBackForm.of(request, seen=passing.version, initial=initial, empty=_empty(found))
    act = partial(services.end_passing, passing=passing, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=how_they_hear(found))
    title, button = _("What came of it"), _("Give this answer")
    return done or shown(request, found, base, form, title, button=button, text=_with(passing))


def _with(passing: Passing) -> str:
    facts = {"who": passing.passed_to, "day": long_day(passing.passed_on), "asked": passing.asked}
    return _("%(who)s has had it since %(day)s. We asked: %(asked)s") % facts


ACTS = {"note/": note, "pass-on/": pass_on, "chase/": chase, "came-back/": came_back}
