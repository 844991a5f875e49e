"""Who came, how it was, and what was decided: with people or without, and why the record says so."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.dates import read_day
from alongside.core.errors import NotYours
from alongside.decisions import queries as decisions
from alongside.decisions import rules as deciding
from alongside.decisions.forms import ReasonForm

from .. import forms, queries, rules, services
from ..models import Meeting
from .common import form_page, here

# A sentence about the day, from a room above; empty where there is nothing to say.
Beside = Callable[[date], str]


def attendance(
    request: Any, org: str, code: str, template: str = "involvement/form.html", beside: Beside | None = None
) -> HttpResponse:
    """Its address stands in `reports`, which knows which days are closed."""
    actor, meeting = request.actor, queries.meeting_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_record_attendance(actor, meeting, timezone.now())
    written = queries.attendance_of(meeting)
    form = forms.AttendanceForm.of(
        request,
        places=queries.could_attend(meeting),
        written=written,
        minutes=int((meeting.ends_at - meeting.starts_at).total_seconds() // 60),
        prep=meeting.opportunity.prep_minutes,
    )
    page = here(request, "sessions", code)
    told = beside(meeting.held_on) if beside and not written else ""
    return form_page(
        request,
        form,
        lambda data: services.record_attendance(
            meeting=meeting, rows=[services.Came(*row) for row in form.rows()], by=actor
        ),
        then=page,
        note=f"{_('Written down.')} {told}".strip(),
        template=template,
        beside=told,
        title=_("Who came?"),
        lead=meeting.title,
        button=_("Save"),
        nobody=not form.places,
        back=(meeting.title, page),
    )


def check_in(request: Any, org: str, code: str) -> HttpResponse:
    meeting = queries.meeting_to_run(request.actor, code)
    question = _("How was everybody before it began?")
    return _note(request, meeting, services.check_in, meeting.check_in, question, _("Check-in"))


def debrief(request: Any, org: str, code: str) -> HttpResponse:
    meeting = queries.meeting_to_run(request.actor, code)
    question = _("How did it go, in the talk afterwards?")
    return _note(request, meeting, services.debrief, meeting.debrief, question, _("Debrief"))


def _note(request: Any, meeting: Meeting, verb: Any, words: str, question: str, title: str) -> HttpResponse:
    actor = request.actor
    if request.method == "GET":
        rules.check_can_keep_notes(actor, meeting)
    hint = _("Write only what everybody there agreed to have written. Everybody who was there can read it.")
    form = forms.NoteForm.of(request, question=question, hint=hint, initial={"words": words}, seen=meeting.version)
    page = here(request, "sessions", meeting.code)
    return form_page(
        request,
        form,
        lambda data: verb(meeting=meeting, words=data["words"], seen=data["seen"], by=actor),
        then=page,
        note=_("Saved."),
        title=title,
        lead=meeting.title,
        button=_("Save"),
        back=(meeting.title, page),
    )


def outcome(
    request: Any, org: str, code: str, template: str = "involvement/outcome.html", beside: Beside | None = None
) -> HttpResponse:
    """What was decided. Whether it was taken with people is not asked: the record answers that, and says why. Its
    address stands in `reports`, which knows which days are closed."""
    actor = request.actor
    decision = decisions.decision_for(actor, code)
    if not deciding.may_decide(actor, decision):
        raise NotYours
    if request.method == "GET":
        deciding.check_can_record_outcome(actor, decision)
    today = request.clock.today()
    on = _day_written(request) or today
    standing, is_reserved = queries.people_before(decision, on), decisions.is_reserved(decision.kind_id, on)
    seats, may_allow = decisions.seats_for_outcome(decision, on), queries.who_may_allow(actor, decision)
    form = forms.OutcomeForm.of(
        request,
        initial={"decided_on": today},
        seen=decision.version,
        allowing=None if standing.enough or not is_reserved else may_allow,
        waiving=may_allow if seats.empty else None,
    )
    page = decisions.url_of(request.organisation.slug, decision)
    told = beside(on) if beside else ""
    note = _("Recorded. We write to those who took part.") if standing.people else _("Recorded.")
    return form_page(
        request,
        form,
        lambda data: services.record_outcome_with(decision=decision, by=actor, **data),
        then=page,
        note=f"{note} {told}".strip(),
        template=template,
        beside=told,
        title=_("What was decided?"),
        decision=decision,
        standing=standing,
        is_reserved=is_reserved,
        seats=seats,
        on=on,
        lines=queries.with_names(actor, decision, standing),
        back=(decision.title, page),
    )


def reopen(request: Any, org: str, code: str) -> HttpResponse:
    actor = request.actor
    decision = decisions.decision_for(actor, code)
    if not deciding.may_reopen(actor, decision):
        raise NotYours
    if request.method == "GET":
        deciding.check_can_reopen(actor, decision)
    form = ReasonForm.of(request, hint=_("Those who took part read this."), seen=decision.version)
    page = decisions.url_of(request.organisation.slug, decision)
    return form_page(
        request,
        form,
        lambda data: services.reopen_with(decision=decision, by=actor, **data),
        then=page,
        note=_("Saved. It is on the calendar again, and we write to those who took part."),
        template="core/confirm.html",
        title=_("Open it again?"),
        text=_("It goes back on the calendar as not yet decided. What was recorded stays in its history."),
        button=_("Open it again"),
        back=(decision.title, page),
    )


def _day_written(request: Any) -> date | None:
    """The day in the form, before it is checked: what the page says is about that day."""
    try:
        return read_day(request.POST.get("decided_on", ""))
    except ValueError:
        return None
