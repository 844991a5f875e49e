"""A list or a calendar from a file: choose it, see what it would do, do it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import import_pages
from alongside.core.errors import NotYours

from .. import forms, imports, queries, rules
from ..imports.columns import NAMES

COUNTS = {
    "new": gettext_lazy("New decisions"),
    "changed": gettext_lazy("Changed"),
    "unchanged": gettext_lazy("The same as before"),
    "left_out": gettext_lazy("Said twice, left out"),
    "units_made": gettext_lazy("New units"),
}


def _flow(request: Any, org: str) -> import_pages.Flow:
    if not rules.can_import(request.actor):
        raise NotYours
    base, options = f"/{org}/decisions/", forms.options_in(request)

    def run(path: Any, mapping: dict[str, str], dry_run: bool) -> Any:
        return imports.run_import(
            path, request.organisation, by=request.actor, mapping=mapping, dry_run=dry_run, **options
        )

    return import_pages.Flow(
        kind=imports.KIND,
        by=request.actor,
        run=run,
        title=_("Bring in a list or a calendar"),
        lead=_("A recruitment list, a board calendar: bring in the decisions that are written down somewhere already."),
        fields=imports.FIELDS,
        names=NAMES,
        counts=COUNTS,
        url=f"{base}import/",
        back=(_("Decisions"), base),
        done_url=base,
        kinds=(".csv", ".xlsx", ".ics"),
        form=lambda: forms.ImportForm.of(
            request, kinds=(".csv", ".xlsx", ".ics"), choosable=queries.choosable(request.actor, permission=None)
        ),
    )


choose, preview = import_pages.views(_flow)
