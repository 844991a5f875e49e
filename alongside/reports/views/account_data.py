"""Open data: what anybody can take away of a year, of a part of it, and of an earlier version; and what it means."""

from __future__ import annotations

import json
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.core import pages
from alongside.core.errors import NotYours

from .. import account_words, open_files
from ..models import AccountVersion
from ..open_measures import MEASURES
from ..queries import accounts as queries

CSV, JSON = "text/csv; charset=utf-8", "application/json; charset=utf-8"


def schema(request: Any, org: str) -> HttpResponse:
    return _file(json.dumps(open_files.SCHEMA, indent=2), "application/schema+json; charset=utf-8")


def meaning(request: Any, org: str) -> HttpResponse:
    context = {
        "title": _("Figures to take away: what they mean"),
        "columns": account_words.COLUMNS.items(),
        "measures": MEASURES.values(),
        "accounts": queries.years_shown(request.actor),
        "back": (_("Our accounts"), f"/{org}/account/"),
    }
    return pages.page(request, "reports/account_data.html", context)


def year_file(request: Any, org: str, year: str, form: str) -> HttpResponse:
    return _of(queries.version_of(queries.account_shown(request.actor, year)), form)


def part_file(request: Any, org: str, year: str, part: str, form: str) -> HttpResponse:
    """One quarter or month: the same lines, and no others."""
    return _of(queries.version_of(queries.account_shown(request.actor, year)), form, part)


def version_file(request: Any, org: str, year: str, number: str, form: str) -> HttpResponse:
    return _of(queries.version_numbered(queries.account_shown(request.actor, year), number), form)


def _of(version: AccountVersion, form: str, part: str = "") -> HttpResponse:
    about, rows = queries.about(version), queries.rows_of(version)
    if form not in ("csv", "json") or part and part not in open_files.periods_in(about.first, about.starts_month):
        raise NotYours
    if form == "json":
        return _file(json.dumps(open_files.document(about, rows, part), ensure_ascii=False), JSON)
    name = f"{about.organisation}-{part or about.year}-version-{about.version}.csv"
    response = _file(open_files.table(rows, part), CSV)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _file(text: str, kind: str) -> HttpResponse:
    response = HttpResponse(text, content_type=kind)
    response["Access-Control-Allow-Origin"] = "*"  # there is nothing in it that a page of somebody else may not have
    return response
