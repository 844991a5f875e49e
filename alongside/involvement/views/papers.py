"""Papers: added, sent to everybody alike, read by those who may."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _

from .. import forms, queries, rules, services
from .common import confirm, form_page, here


def add(request: Any, org: str, code: str) -> HttpResponse:
    actor, meeting = request.actor, queries.meeting_to_hold(request.actor, code)
    if request.method == "GET":
        rules.check_can_send_papers(actor, meeting)
    page = here(request, "sessions", code)
    return form_page(
        request,
        forms.PaperForm.of(request),
        lambda data: services.add_paper(meeting=meeting, title=data["title"], file=data["file"], by=actor),
        then=page,
        note=_("Added. Say when the papers have gone out."),
        title=_("Add a paper"),
        lead=meeting.title,
        button=_("Add it"),
        upload=True,
        back=(meeting.title, page),
    )


def sent(request: Any, org: str, code: str) -> HttpResponse:
    actor, meeting = request.actor, queries.meeting_to_hold(request.actor, code)
    if request.method == "GET":
        rules.check_can_send_papers(actor, meeting)
    page = here(request, "sessions", code)
    return form_page(
        request,
        forms.SentForm.of(request, initial={"on": request.clock.today()}),
        lambda data: services.send_papers(meeting=meeting, by=actor, **data),
        then=page,
        note=_("Written down. Those who come are told that the papers are there."),
        title=_("The papers have gone out"),
        lead=meeting.title,
        button=_("Save"),
        back=(meeting.title, page),
    )


def remove(request: Any, org: str, code: str) -> HttpResponse:
    """The wrong file, or one with somebody's name in it: it goes at once."""
    actor, paper = request.actor, queries.paper_to_remove(request.actor, code)
    page = here(request, "sessions", paper.meeting.code)
    return confirm(
        request,
        check=lambda: rules.check_can_send_papers(actor, paper.meeting),
        act=lambda data: services.remove_paper(paper=paper, by=actor),
        then=page,
        note=_("Removed. Nobody can open it any more. Whoever saved a copy still has it: ask them to delete it."),
        title=_("Remove this paper?"),
        text=_("%s\n\nThe file is deleted for good.") % paper.title,
        button=_("Remove it"),
        danger=True,
        back=(paper.meeting.title, page),
    )


def download(request: Any, org: str, code: str) -> HttpResponseBase:
    """Always as a file to save, never as a page of ours: what somebody uploaded is not ours to show."""
    paper = queries.paper_for(request.actor, code)
    response = FileResponse(
        paper.file.open("rb"),
        as_attachment=True,
        filename=paper.file_name or paper.title,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
