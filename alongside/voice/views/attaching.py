"""Files beside what was said: added by its author, taken away by them, handed out to those who may read the words."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import forms as core_forms
from alongside.core import pages
from alongside.core.errors import NotYours
from alongside.core.media.serving import serve

from .. import forms, queries, rules, services
from ..models import Attachment
from .places import At, View


def add(at: At) -> HttpResponse:
    if not rules.can_attach(at.likely_speaker, at.contribution):
        raise NotYours

    def verb(**data: Any) -> Any:
        return services.attach(file=forms.files_of(data)[0], **data)

    return at.change(
        forms.AttachForm.of(at.request, own=at.own),
        verb,
        title=_("Add a file"),
        text=_(
            "A photo, a recording or a paper. Whoever may read the words may see it. It is never shown to everybody."
        ),
        button=_("Add it"),
        upload=True,
        note=_("Added. Somebody has to look at it, as they did at the words."),
    )


def take_away(at: At, file: str) -> HttpResponse:
    found = queries.file_of(at.contribution, file)
    if not rules.can_remove_file(at.likely_speaker, found):
        raise NotYours

    def verb(*, contribution: Any, **data: Any) -> Any:
        return services.remove_file(attachment=found, **data)

    return at.change(
        forms.RemoveFileForm.of(at.request, own=at.own),
        verb,
        title=_("Take this file away?"),
        text=_("The file is deleted for good. Nobody can bring it back. The words stay."),
        button=_("Take it away"),
        danger=True,
        note=_("The file is gone."),
    )


def own_file(at: At, file: str) -> HttpResponse:
    """For its author, on their own page and on the page of a code."""
    return given(at.request, queries.file_of(at.contribution, file))


def file(request: Any, org: str, code: str, file: str) -> HttpResponse:
    """For staff who may read the words."""
    found = queries.entry_for(request.actor, code)
    return given(request, queries.file_for_staff(request.actor, found, file))


def evidence(request: Any, org: str, code: str, file: str) -> HttpResponse:
    return given(request, queries.evidence_for(request.actor, code, file))


def concern_file(request: Any, org: str, code: str, file: str) -> HttpResponse:
    """For whoever looks after safety, and for nobody else."""
    return given(request, queries.file_of(queries.concern_for(request.actor, code).contribution, file))


def add_evidence(request: Any, org: str, code: str) -> HttpResponse:
    found = queries.change_for(request.actor, code)
    if not rules.can_attach_evidence(request.actor, found):
        raise NotYours
    base, form = f"/{org}/changes/{code}/", forms.EvidenceForm.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.attach_evidence(change=found, files=forms.files_of(data), by=request.actor),
        then=base,
        note=_("Added. Whoever may see the change may see it."),
    )
    page = {
        "form": form,
        "title": _("Add a file that shows it"),
        "text": _("Whoever may see this change may see the file: let no person be known by it who does not want to."),
        "button": _("Add it"),
        "upload": True,
        "change": found,
        "back": (_("Back"), base),
    }
    return done or pages.page(request, "voice/change_act.html", page)


def remove_evidence(request: Any, org: str, code: str, file: str) -> HttpResponse:
    found = queries.evidence_for(request.actor, code, file)
    if not rules.can_remove_file(request.actor, found):
        raise NotYours
    base, form = f"/{org}/changes/{code}/", core_forms.Form.of(request)
    done = pages.submit(
        request,
        form,
        lambda data: services.remove_file(attachment=found, by=request.actor),
        then=base,
        note=_("The file is gone."),
    )
    page = {
        "form": form,
        "title": _("Take this file away?"),
        "text": _("The file is deleted for good. That there was one stays on record."),
        "button": _("Take it away"),
        "danger": True,
        "back": (_("Back"), base),
    }
    return done or pages.page(request, "core/confirm.html", page)


def given(request: Any, found: Attachment) -> HttpResponse:
    return serve(request, found.kind, found.file, shown_as=f"{found.family}-{found.code}")


ACTS: dict[str, View] = {"attach/": add, "files/<slug:file>/take-away/": take_away}
EVIDENCE: dict[str, View] = {
    "attach/": add_evidence,
    "files/<slug:file>/": evidence,
    "files/<slug:file>/take-away/": remove_evidence,
}
OWN: dict[str, View] = {"files/<slug:file>/": own_file}
