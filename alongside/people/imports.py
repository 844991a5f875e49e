"""A file with a list of people, from the page or from the command line. It adds; it never changes anybody."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import sheets
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.core.importing import Report, failure
from alongside.organisation.models import Organisation

from . import rules
from .reading import Plan, read_people
from .services.importing import import_people, new_among

__all__ = ["COUNTS", "KIND", "Plan", "import_people", "read_people", "run_import"]

KIND = "people"
MOST_ROWS = 50_000
COUNTS: dict[str, Any] = {
    "new": gettext_lazy("New"),
    "here": gettext_lazy("Here already, or forgotten at their wish: not touched"),
    "repeated": gettext_lazy("Twice in this file, taken once"),
}


def run_import(
    path: Path,
    organisation: Organisation,
    by: Actor,
    mapping: Mapping[str, str] | None = None,
    dry_run: bool = False,
    usual: str = "",
) -> Report:
    """Read, compare and, unless rehearsing or something is wrong, add. Raises Refused for whoever may not.

    `usual`: where people stand of whom the file does not say it.
    """
    if by.organisation_id != organisation.pk:
        raise Refused(_("This list belongs to another organisation."))
    rules.check_import(by)
    try:
        plan = read_people(sheets.read_sheet(path, path.name, max_rows=MOST_ROWS), mapping, usual)
    except sheets.SheetError as error:
        return failure(KIND, error, dry_run)
    return Report(
        kind=KIND,
        dry_run=dry_run,
        counts={} if plan.problems else _done(plan, by, dry_run),
        notes=plan.notes,
        unknown_columns=plan.unknown,
        problems=plan.problems,
    )


def _done(plan: Plan, by: Actor, dry_run: bool) -> dict[str, int]:
    new = len(new_among(plan, by)) if dry_run else len(import_people(plan=plan, by=by))
    return {"new": new, "here": len(plan.entries) - new, "repeated": plan.repeated}
