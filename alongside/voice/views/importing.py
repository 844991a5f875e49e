"""A file of comments: choose it, see what it would do, do it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import import_pages
from alongside.core.errors import NotYours

from .. import imports, rules
from ..imports.columns import NAMES

COUNTS = {
    "new": gettext_lazy("New"),
    "answered": gettext_lazy("Of these answered already"),
    "told": gettext_lazy("Of these told to their author"),
    "unchanged": gettext_lazy("Here already"),
    "without_words": gettext_lazy("Rows without words"),
    "units_made": gettext_lazy("New units"),
}


def _flow(request: Any, org: str) -> import_pages.Flow:
    if not rules.can_import(request.actor):
        raise NotYours
    base = f"/{org}/voices/"
    return import_pages.Flow(
        kind=imports.KIND,
        by=request.actor,
        run=lambda path, mapping, dry_run: imports.run_import(
            path, request.organisation, request.actor, mapping, dry_run
        ),
        title=_("Bring in what people said"),
        lead=_(
            "From a survey, a comments box or another system. Each is owed an answer from the day it reached you: "
            "today, where the file does not say. What you have answered already can come with it, and nobody is "
            "written to."
        ),
        fields=imports.FIELDS,
        names=NAMES,
        counts=COUNTS,
        url=f"{base}import/",
        back=(_("Voices"), base),
        done_url=base if rules.can_see_ledger(request.actor) else f"/{org}/",
    )


choose, preview = import_pages.views(_flow)
