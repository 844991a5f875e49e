"""A list of people from a file: choose it, see what it would do, do it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.core import import_pages
from alongside.core.errors import NotYours

from .. import forms, imports, reading, rules


def _flow(request: Any, org: str) -> import_pages.Flow:
    if not rules.can_import(request.actor):
        raise NotYours
    base = f"/{org}/people/"
    return import_pages.Flow(
        kind=imports.KIND,
        by=request.actor,
        run=lambda path, mapping, dry_run: imports.run_import(
            path, request.organisation, request.actor, mapping, dry_run, usual=request.GET.get("status", "")
        ),
        title=_("Bring in a list of people"),
        lead=_("People who are new are added. Nobody who is here already is changed."),
        fields=reading.SHOWN,
        names=reading.FIELDS,
        form=lambda: forms.RegisterFileForm.of(request, kinds=(".csv", ".xlsx")),
        counts=imports.COUNTS,
        url=f"{base}import/",
        back=(_("People"), base),
        done_url=base,
    )


choose, preview = import_pages.views(_flow)
