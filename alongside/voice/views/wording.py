"""What an organisation calls empty, and the templates that it keeps."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import forms, queries, rules, services, tables
from ..models import AnswerTemplate


def empty_phrases(request: Any, org: str) -> HttpResponse:
    if not rules.can_change_wording(request.actor):
        raise NotYours
    newest = queries.answering.empty_phrase_lists(request.actor).first()
    now = "\n".join(sorted(queries.answering.empty_phrases_of(request.organisation.pk)))
    form = forms.EmptyPhrasesForm.of(request, seen=newest.pk if newest else 0, initial={"listed": now})
    act = partial(services.change_empty_phrases, by=request.actor)
    done = pages.submit(
        request, form, lambda data: act(**data), then=request.path, note=_("Saved. It counts from now.")
    )
    page = {
        "title": _("Sentences that answer nobody"),
        "back": (_("Templates"), f"/{org}/voices/templates/"),
        "lead": _("An answer made of these alone is refused. Beside other words they warn whoever writes."),
        "form": form,
        "newest": newest,
    }
    return done or pages.page(request, "voice/wording.html", page)


def templates(request: Any, org: str) -> HttpResponse:
    if not rules.can_answer_somewhere(request.actor) and not rules.can_change_wording(request.actor):
        raise NotYours
    base, changes = f"/{org}/voices/templates/", rules.can_change_wording(request.actor)
    first = (_("Write a template"), f"{base}new/") if changes else None
    rows = queries.answering.templates_for(request.actor, all_of_them=True)
    page = {
        "title": _("Templates"),
        "back": (_("Voices"), f"/{org}/voices/"),
        "lead": _("Beginnings of answers, with gaps. One that is sent as it stands is refused."),
        "table": tables.TemplateTable(request, rows, first=first, base=base if changes else ""),
        "first": first,
        "phrases": f"/{org}/voices/phrases/" if changes else "",
    }
    return pages.page(request, "voice/templates.html", page)


def new(request: Any, org: str) -> HttpResponse:
    return _template(request, org, None)


def change(request: Any, org: str, code: str) -> HttpResponse:
    return _template(request, org, queries.answering.template_named(request.actor, code))


def _template(request: Any, org: str, found: AnswerTemplate | None) -> HttpResponse:
    if not rules.can_change_wording(request.actor):
        raise NotYours
    base = f"/{org}/voices/templates/"
    now = {"name": found.name, "text": found.text, "in_use": found.in_use} if found else {"in_use": True}
    form = forms.TemplateForm.of(request, seen=found.version if found else 0, initial=now)
    act = partial(services.write_template, template=found, by=request.actor)
    done = pages.submit(request, form, lambda data: act(**data), then=base, note=_("Saved."))
    page = {"title": found.name if found else _("Write a template"), "back": (_("Templates"), base), "form": form}
    return done or pages.page(request, "voice/wording.html", page)
