"""One answer for several: chosen in the ledger, or by their codes in the address."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.core import pages
from alongside.core.errors import NotYours, Refused

from .. import forms, queries, rules, services, tables
from ..models import Contribution


def answer_many(request: Any, org: str) -> HttpResponse:
    """`?codes=`: several times, or once with commas between."""
    if not rules.can_answer_somewhere(request.actor):
        raise NotYours
    base = f"/{org}/voices/"
    try:
        rows = queries.answering.chosen_to_answer(request.actor, request.GET.getlist("codes"))
        rules.check_many(rows)
    except Refused as refused:
        messages.error(request, refused.reason)
        return pages.SeeOther(base)
    if not rules.can_record_change(request.actor, rows[0].unit_id):
        raise NotYours
    return _form_page(request, rows, base)


def _form_page(request: Any, rows: list[Contribution], base: str) -> HttpResponse:
    templates = list(queries.answering.templates_for(request.actor))
    begun = next((each.text for each in templates if each.code == request.GET.get("template")), "")
    form = forms.ManyForm.of(
        request,
        seen={row.code: row.version for row in rows},
        initial={"role": queries.role_of(request.actor, rows[0]), "reason": begun},
        empty=queries.answering.empty_phrases_of(rows[0].organisation_id),
    )
    note = ngettext("Saved. They are told.", "Saved. %(n)d people are told, each in their own way.", len(rows))
    done = pages.submit(
        request,
        form,
        lambda data: services.answer_many(contributions=rows, by=request.actor, **data),
        then=base,
        note=note % {"n": len(rows)},
    )
    page = {
        "title": _("One answer for several"),
        "back": (_("Voices"), base),
        "form": form,
        "table": tables.ChosenTable(request, rows),
        "unit": rows[0].unit,
        "templates": templates,
        "chosen": ",".join(row.code for row in rows),
    }
    return done or pages.page(request, "voice/many.html", page)
