"""A whole file, brought in or rehearsed, for the pages and the command line."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core import importing
from alongside.core.actor import Actor
from alongside.core.calendars import Calendar, read_calendar
from alongside.core.errors import NotYours
from alongside.core.importing import Report
from alongside.core.sheets import MAX_BYTES, MB, Problem, Sheet, SheetError, read_sheet
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.organisation.services.locks import locked

from .. import queries, rules
from .applying import Writer
from .planning import Plan, plan_calendar, plan_decisions
from .world import Choices, choices_of

KIND = "decisions"
BACK, AHEAD = timedelta(days=366), timedelta(days=548)
LARGEST_TEXT = 100 * MB  # it is read row by row
COUNTS = ("new", "changed", "unchanged", "left_out", "units_made")


class _NotFine(Exception):
    """Leaves the transaction as if nothing had been done."""


def run_import(
    path: Path,
    organisation: Organisation,
    *,
    by: Actor,
    mapping: dict[str, str] | None = None,
    dry_run: bool = False,
    kind: str | None = None,
    unit: str | None = None,
    make_units: bool = False,
    other_kinds: bool = False,
) -> Report:
    """Bring in a CSV, an XLSX or a calendar: everything, or nothing when anything is wrong.

    `kind` (slug or name) and `unit` (name or code) stand for every entry of a calendar, and for rows of a table
    that name none. Raises Refused for what the actor may not do and for a kind or unit that is not here.
    """
    rules.check_can_import(by)
    if by.organisation_id != organisation.pk:
        raise NotYours
    with timezone.override(organisation.time_zone):
        try:
            with nullcontext() if dry_run else transaction.atomic():
                if not dry_run:
                    locked(by)
                chosen = choices_of(by, kind, unit, make_units, other_kinds)
                choices = _for_a_calendar(chosen, organisation) if _is_calendar(path) else chosen
                plan = _plan(path, organisation, mapping, by, choices, dry_run)
                report = _carried_out(plan, by, dry_run)
                return report if choices == chosen else replace(report, notes=[_assumed(choices), *report.notes])
        except _NotFine as stop:
            return stop.args[0]
        except SheetError as error:
            return importing.failure(KIND, error, dry_run)


def _for_a_calendar(chosen: Choices, organisation: Organisation) -> Choices:
    """A calendar says neither a kind nor a unit: what was not chosen is Other, at the top of the organisation."""
    kind = chosen.kind or queries.kind_other(organisation.pk)
    if kind is None:
        raise SheetError(_("A calendar does not say what kind of decision it holds. Choose a kind."))
    return replace(chosen, kind=kind, unit=chosen.unit or organisations.top_unit(organisation.pk))


def _assumed(choices: Choices) -> str:
    facts = {"kind": choices.kind and choices.kind.name, "unit": choices.unit and choices.unit.name}
    text = _("A calendar says neither a kind nor a unit: entries become “%(kind)s” of “%(unit)s” unless you choose.")
    return text % facts


def _plan(
    path: Path,
    organisation: Organisation,
    mapping: dict[str, str] | None,
    by: Actor,
    choices: Choices,
    dry_run: bool,
) -> Plan:
    if _is_calendar(path):
        calendar = _calendar(path, organisation)
        return plan_calendar(calendar, organisation, by=by, choices=choices, rehearsing=dry_run)
    sheet = _sheet(path)
    return plan_decisions(sheet, organisation, mapping, by=by, choices=choices, rehearsing=dry_run)


def _is_calendar(path: Path) -> bool:
    if path.suffix.lower() in (".ics", ".ical"):
        return True
    with path.open("rb") as stream:
        return stream.read(64).lstrip(b"\xef\xbb\xbf\r\n ").upper().startswith(b"BEGIN:VCALENDAR")


def _calendar(path: Path, organisation: Organisation) -> Calendar:
    today = timezone.localdate()
    return read_calendar(path, path.name, starts=today - BACK, ends=today + AHEAD, zone=organisation.time_zone)


def _sheet(path: Path) -> Sheet:
    text = path.suffix.lower() in (".csv", ".tsv", ".txt")
    return read_sheet(path, path.name, max_bytes=LARGEST_TEXT if text else MAX_BYTES)


def _carried_out(plan: Plan, by: Actor, dry_run: bool) -> Report:
    writer = Writer(plan, by)
    for batch in plan.batches():
        if not dry_run and not plan.problems:
            writer.write(batch)
    if plan.empty:
        plan.problems.append(Problem(None, None, _("There is nothing in this file to bring in.")))
    report = Report(
        KIND,
        dry_run,
        counts={name: plan.counts[name] for name in COUNTS},
        notes=plan.notes(),
        unknown_columns=plan.unknown_columns,
        problems=plan.problems,
    )
    if not report.fine:
        raise _NotFine(report)
    if not dry_run:
        writer.finish()
    return report
