"""Words, clocks and thresholds, and days on which nobody works."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules, years
from ..events import OrganisationEvent as Event
from ..models import ClosedDay, Organisation, Settings
from .locks import locked

SETTINGS_FIELDS = (
    *("person_word", "people_word", "acknowledge_days", "outcome_weeks", "pay_days", "notice_days"),
    *("read_days", "contact_days", "safeguarding_days"),
    *("note_weeks", "chase_weeks", "manager_days", "board_days"),
    *("least_people", "pulse_threshold", "inside_threshold", "outside_threshold", "year_starts_month"),
)


@transaction.atomic
def change_settings(*, by: Actor, from_day: date | None = None, seen: int | None = None, **changes: Any) -> Settings:
    """Settings are never overwritten: a new row holds from a day on. Clocks that run already keep their date.

    `seen` is the row that the reader saw.
    """
    if unknown := changes.keys() - set(SETTINGS_FIELDS):
        raise TypeError(f"There are no settings {', '.join(sorted(unknown))}.")
    organisation = locked(by)
    rules.check_can_set_up(by)
    today = timezone.localdate()
    day = from_day or today
    rules.check_from_day(by, day, today)
    newest = queries.settings_rows(by).first()
    if seen is not None and newest is not None and seen != newest.pk:
        raise Refused(_("Somebody changed this while you wrote. What you wrote is still here: look at both."), "seen")
    before = queries.settings_of(organisation.pk, day)
    old = {field: getattr(before, field) for field in SETTINGS_FIELDS}
    new = {**old, **changes}
    if new == old:
        return before
    rules.check_settings(new)
    if new["year_starts_month"] != old["year_starts_month"] and not _taken_back(organisation, day, new, today):
        rules.check_year_moves(years.stands(organisation.pk))
    made = Settings.objects.create(organisation=organisation, effective_on=day, **new, **byline(by))
    changed = {field: [old[field], new[field]] for field in SETTINGS_FIELDS if old[field] != new[field]}
    audit.record(
        Event.SETTINGS_CHANGED, by=by, target=organisation, facts={"from": day.isoformat(), "changed": changed}
    )
    return made


def _taken_back(organisation: Organisation, day: date, new: Mapping[str, Any], today: date) -> bool:
    """A move of the year that was written down for that day does not come to be: what stands keeps its days."""
    month = queries.settings_of(organisation.pk, today).year_starts_month
    return bool(new["year_starts_month"] == month and years.moves_on(organisation.pk, today) == day)


@transaction.atomic
def add_closed_day(*, day: date, name: str, by: Actor) -> ClosedDay:
    organisation = locked(by)
    rules.check_can_set_up(by)
    if queries.closed_days_of(by).filter(day=day).exists():
        raise Refused(_("That day is in the list already."), field="day")
    made = ClosedDay.objects.create(organisation=organisation, day=day, name=name)
    audit.record(Event.CLOSED_DAY_ADDED, by=by, target=organisation, facts={"day": day.isoformat()})
    return made


@transaction.atomic
def remove_closed_day(*, day: date, by: Actor) -> None:
    """Only a day to come: what was counted in the past stays counted so."""
    organisation = locked(by)
    rules.check_can_set_up(by)
    rules.check_from_day(by, day, timezone.localdate())
    gone, _rows = queries.closed_days_of(by).filter(day=day).delete()
    if gone:
        audit.record(Event.CLOSED_DAY_REMOVED, by=by, target=organisation, facts={"day": day.isoformat()})
