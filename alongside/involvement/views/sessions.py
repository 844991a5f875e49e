"""Sessions: setting one, its page for those who hold it and for those who come, its agenda."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.people import queries as people

from .. import forms, queries, rules, services
from ..forms.meetings import ME
from ..models import Meeting
from .common import confirm, form_page, here


def set_session(request: Any, org: str, code: str) -> HttpResponse:
    actor, opportunity = request.actor, queries.opportunity_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_set_meeting(actor, opportunity)
    form = forms.MeetingForm.of(request, initial={"place": opportunity.where})
    return form_page(
        request,
        form,
        lambda data: services.set_meeting(opportunity=opportunity, by=actor, **_facts(request, form, data)),
        then=lambda made: here(request, "sessions", made.code),
        note=_("Set. What people need is on the list of arrangements."),
        title=_("Set a session"),
        lead=opportunity.title,
        button=_("Set it"),
        back=(opportunity.title, here(request, "involvement", "opportunities", code)),
    )


def _facts(request: Any, form: Any, data: dict[str, Any]) -> dict[str, Any]:
    return {"title": data["title"], "place": data["place"], **form.times(request.organisation.time_zone)}


def change(request: Any, org: str, code: str) -> HttpResponse:
    actor, meeting = request.actor, queries.meeting_to_run(request.actor, code)
    if request.method == "GET":
        rules.check_can_change_meeting(actor, meeting)
    starts, ends = timezone.localtime(meeting.starts_at), timezone.localtime(meeting.ends_at)
    initial = {"title": meeting.title, "place": meeting.place, "day": meeting.held_on}
    initial |= {"start": starts.time(), "until": ends.time()}
    form = forms.MeetingForm.of(request, initial=initial, seen=meeting.version)
    page = here(request, "sessions", code)
    return form_page(
        request,
        form,
        lambda data: services.change_meeting(
            meeting=meeting, seen=data["seen"], by=actor, **_facts(request, form, data)
        ),
        then=page,
        note=_("Changed. Everybody who comes is told today."),
        title=_("Change the session"),
        lead=_("Another time or place means that what was booked has to be arranged again."),
        button=_("Save"),
        back=(meeting.title, page),
    )


def cancel(request: Any, org: str, code: str) -> HttpResponse:
    actor, meeting = request.actor, queries.meeting_to_run(request.actor, code)
    page = here(request, "sessions", code)
    return confirm(
        request,
        check=lambda: rules.check_can_cancel_meeting(actor, meeting, timezone.now()),
        act=lambda data: services.cancel_meeting(meeting=meeting, by=actor),
        then=page,
        note=_("Cancelled. Everybody who was to come is told today."),
        title=_("Cancel this session?"),
        text=meeting.title,
        button=_("Cancel it"),
        danger=True,
        back=(meeting.title, page),
    )


def show(request: Any, org: str, code: str) -> HttpResponse:
    meeting = queries.meeting_for(request.actor, code)
    staff = rules.may_see(request.actor, meeting.opportunity.decision)
    now = timezone.now()
    papers = list(queries.papers_of(meeting)) if queries.may_read_papers(request.actor, meeting) else []
    facts = {
        "title": meeting.title,
        "meeting": meeting,
        "written_late": meeting.recorded_at > meeting.ends_at,
        "over": meeting.ends_at <= now,
        "begun": meeting.starts_at <= now,
        "agenda": queries.agenda_of(meeting),
        "papers": papers,
        "to_send": any(paper.sent_on is None for paper in papers),
        "arrangements": queries.arrangements_of(request.actor, meeting),
        "me": request.actor.person_id,
        **(_for_staff(request, meeting, now) if staff else _for_those_who_come(request, meeting, now)),
    }
    return pages.page(request, f"involvement/session_{'staff' if staff else 'mine'}.html", facts)


def _for_staff(request: Any, meeting: Meeting, now: datetime) -> dict[str, Any]:
    actor, opportunity = request.actor, meeting.opportunity
    decision = opportunity.decision
    holds = rules.may_hold(actor, decision)
    attended = queries.attendance_of(meeting)
    coming = queries.could_attend(meeting) if holds else []
    return {
        "runs": rules.may_run(actor, decision),
        "writes_down": actor.can(Permission.SAY_FOR, decision.unit_id),
        "holds": holds,
        "coming": [(place, attended.get(place.pk)) for place in coming],
        "came": sum(row.came for row in attended.values()),
        "written": bool(attended),
        "counts": queries.arrangement_counts(meeting),
        "can_add": rules.allows(rules.check_can_add_to_agenda, actor, meeting, False, now),
        "can_send": rules.allows(rules.check_can_send_papers, actor, meeting),
        "can_record": rules.allows(rules.check_can_record_attendance, actor, meeting, now),
        "can_cancel": rules.allows(rules.check_can_cancel_meeting, actor, meeting, now),
        "back": (opportunity.title, here(request, "involvement", "opportunities", opportunity.code)),
    }


def _for_those_who_come(request: Any, meeting: Meeting, now: datetime) -> dict[str, Any]:
    actor, opportunity = request.actor, meeting.opportunity
    place = queries.my_place_in(actor, opportunity)
    comes = place is not None and place.state == "accepted"
    return {
        "place": place,
        "attended": queries.my_attendance(meeting, place) if meeting.starts_at <= now else None,
        "can_add": rules.allows(rules.check_can_add_to_agenda, actor, meeting, comes, now),
        "ask": queries.who_to_ask(actor, place.person if place else None),
        "back": (_("My place"), here(request, "places", place.code)) if place else (_("My page"), "/me/"),
    }


def agenda(request: Any, org: str, code: str) -> HttpResponse:
    """Anybody who takes part can put something on it; who raised each item is kept."""
    actor, meeting = request.actor, queries.meeting_for(request.actor, code)
    decision = meeting.opportunity.decision
    holds = rules.may_hold(actor, decision)
    comes = actor.person_id is not None and queries.has_accepted(meeting.opportunity, actor.person_id)
    if not (holds or comes):
        raise NotYours
    if request.method == "GET":
        rules.check_can_add_to_agenda(actor, meeting, comes, timezone.now())
    there = [place.person for place in queries.accepted_places(meeting.opportunity)] if holds else None
    form = forms.AgendaForm.of(request, people=there)
    page = here(request, "sessions", code)
    return form_page(
        request,
        form,
        lambda data: services.add_agenda_item(
            meeting=meeting, title=data["title"], by=actor, **_raiser(request, form, data)
        ),
        then=page,
        note=_("It is on the agenda."),
        title=_("Put something on the agenda"),
        lead=meeting.title,
        button=_("Put it on the agenda"),
        back=(meeting.title, page),
    )


def _raiser(request: Any, form: Any, data: dict[str, Any]) -> dict[str, Any]:
    said = data.get("raised_by")
    if said is None:
        return {"person": people.my_person(request.actor)}
    if said in form.people:
        return {"person": form.people[said]}
    return {"user": request.user} if said == ME else {}
