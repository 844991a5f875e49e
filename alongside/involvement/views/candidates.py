"""Candidates: put in by those who invite them, read by the panel under a letter."""

from __future__ import annotations

from typing import Any

from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services
from ..models import Round
from .common import confirm, form_page
from .recruitment import job_page, panel_page

LEAD = gettext_lazy("The panel reads the application under a letter. Name and contact stay with those who invite them.")


def title_of(label: str) -> str:
    return _("Candidate %(label)s") % {"label": label}


def add(request: Any, org: str, code: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    if request.method == "GET":
        marked = queries.any_handed_in(job.recruitment, Round.SHORTLIST)
        rules.check_can_add_candidate(actor, job.recruitment, marked)
    page = job_page(request, code, "stages", "shortlist")
    return form_page(
        request,
        forms.CandidateForm.of(request),
        lambda data: services.add_candidate(recruitment=job.recruitment, by=actor, **_without_seen(data)),
        then=page,
        note=_("Added."),
        title=_("Somebody who applied"),
        lead=LEAD,
        button=_("Add them"),
        upload=True,
        back=(_("Shortlist"), page),
    )


def _without_seen(data: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in data.items() if name != "seen"}


def show(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    """For those who invite them: name, contact, and what can be done."""
    job = queries.job_to_recruit(request.actor, code)
    found = queries.candidate_for(request.actor, job, candidate)
    facts = {
        "title": title_of(found.label),
        "candidate": found,
        "can_withdraw": rules.allows(rules.check_can_withdraw_candidate, request.actor, found),
        "panel": panel_page(request, job),
        "back": (_("Shortlist"), job_page(request, code, "stages", "shortlist")),
    }
    return pages.page(request, "involvement/candidate.html", facts)


def change(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    actor, job = request.actor, queries.job_to_recruit(request.actor, code)
    found = queries.candidate_for(actor, job, candidate)
    page = job_page(request, code, "candidates", candidate)
    kept = {"name": found.name, "contact": found.contact, "application": found.application}
    return form_page(
        request,
        forms.CandidateForm.of(request, initial=kept, seen=found.version),
        lambda data: services.change_candidate(candidate=found, by=actor, **data),
        then=page,
        note=_("Saved."),
        title=_("Change what stands here"),
        lead=LEAD,
        button=_("Save"),
        upload=True,
        back=(title_of(found.label), page),
    )


def withdraw(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    job = queries.job_to_recruit(request.actor, code)
    found = queries.candidate_for(request.actor, job, candidate)
    page = job_page(request, code, "candidates", candidate)
    return confirm(
        request,
        check=lambda: rules.check_can_withdraw_candidate(request.actor, found),
        act=lambda data: services.withdraw_candidate(candidate=found, by=request.actor),
        then=page,
        note=_("Written down. The panel is told by letter."),
        title=_("Do they not want the job any more?"),
        text=_("%s\n\nNobody marks or scores them from now on.") % title_of(found.label),
        button=_("They have withdrawn"),
        back=(title_of(found.label), page),
    )


def read(request: Any, org: str, code: str, candidate: str) -> HttpResponse:
    """For the panel: what they wrote, and no name."""
    job = queries.panel_for(request.actor, code)
    found = queries.candidate_for(request.actor, job, candidate)
    facts = {
        "title": title_of(found.label),
        "candidate": found,
        "back": (job.decision.title, panel_page(request, job)),
    }
    return pages.page(request, "involvement/application.html", facts)


def download(request: Any, org: str, code: str, candidate: str) -> HttpResponseBase:
    """Always as a file to save, under the letter."""
    job = queries.panel_for(request.actor, code)
    found = queries.candidate_for(request.actor, job, candidate)
    if not found.file:
        raise NotYours
    response = FileResponse(
        found.file.open("rb"),
        as_attachment=True,
        filename=found.file_name,
        content_type="application/octet-stream",
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
