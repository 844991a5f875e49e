"""An organisation's settings on a day, and its working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import QuerySet
from django.utils import timezone

from alongside.core import dates
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from ..models import ClosedDay, Organisation, Settings

EARLY_NOTE = timedelta(weeks=2)


def settings_of(organisation_id: int, on: date | None = None) -> Settings:
    """The settings in force on a day; before the first of them, the first."""
    rows = Settings.objects.filter(organisation=organisation_id)
    found = rows.filter(effective_on__lte=on or timezone.localdate()).order_by("-effective_on", "-id").first()
    return found or rows.order_by("effective_on", "id").first() or Settings(organisation_id=organisation_id)


def settings_rows(actor: Actor) -> QuerySet[Settings]:
    """Every version of the settings with who wrote it, the latest written first."""
    return Settings.objects.filter(organisation=actor.organisation_id).select_related("recorded_by").order_by("-id")


def closed_days_of(actor: Actor, since: date | None = None) -> QuerySet[ClosedDay]:
    rows = ClosedDay.objects.filter(organisation=actor.organisation_id).order_by("day")
    return rows.filter(day__gte=since) if since else rows


def closed_day_for(actor: Actor, day: str) -> ClosedDay:
    """By its day as it stands in the address, 2026-12-24."""
    found = next((each for each in closed_days_of(actor) if each.day.isoformat() == day), None)
    if found is None:
        raise NotYours
    return found


@dataclass(frozen=True)
class Clock:
    """Days as this organisation counts them. Read once, then ask it as often as needed."""

    zone: str
    nation: str
    closed_days: frozenset[date]
    settings: Settings
    organisation_id: int | None = None  # whose own closures are read when a working day is first counted

    @cached_property
    def own_closures(self) -> frozenset[date]:
        """Most pages count no working day, so most requests never ask."""
        if self.organisation_id is None:
            return self.closed_days
        days = ClosedDay.objects.filter(organisation=self.organisation_id).values_list("day", flat=True)
        return self.closed_days | frozenset(days)

    def today(self) -> date:
        return timezone.now().astimezone(ZoneInfo(self.zone)).date()

    def closed(self, start: date, end: date) -> frozenset[date]:
        """The days on which nobody works, in every year that the two touch: bank holidays and own closures."""
        years = range(start.year, end.year + 1)
        return dates.bank_holidays(self.nation, years) | self.own_closures

    def after_working_days(self, start: date, days: int) -> date:
        # Closures are few, but somebody may enter a whole summer: look as far as they reach.
        furthest = start + timedelta(days=2 * days + 30 + len(self.own_closures))
        return dates.add_working_days(start, days, self.closed(start, furthest))

    def working_days_between(self, start: date, end: date) -> int:
        return dates.working_days_between(start, end, self.closed(start, max(start, end)))

    def acknowledge_by(self, received: date) -> date:
        return self.after_working_days(received, self.settings.acknowledge_days)

    def read_by(self, came: date) -> date:
        """By when a named person has read what came in on a day."""
        return self.after_working_days(came, self.settings.read_days)

    def contact_by(self, asked: date) -> date:
        return self.after_working_days(asked, self.settings.contact_days)

    def note_by(self, answer_by: date, written: date) -> date:
        """When the next holding note is due: counted from the day of the answer, never from the last note.

        A note counts for a day that is two weeks away or less, so that one in the first week buys nothing.
        """
        day = answer_by
        while day <= written + EARLY_NOTE:
            day += timedelta(weeks=self.settings.note_weeks)
        return day

    def chase_by(self, passed_on: date, asked_on: date) -> date:
        """When those to whom something was passed are asked again: counted from the day on which it was passed."""
        day = passed_on + timedelta(weeks=self.settings.chase_weeks)
        while day <= asked_on:
            day += timedelta(weeks=self.settings.chase_weeks)
        return day

    def looked_at_by(self, raised: date) -> date:
        """By when the safeguarding lead has looked at what was raised."""
        return self.after_working_days(raised, self.settings.safeguarding_days)

    def answer_by(self, received: date) -> date:
        """Six weeks, by default; a day nobody works moves to the next working day."""
        day = received + timedelta(weeks=self.settings.outcome_weeks)
        return self.after_working_days(day - timedelta(days=1), 1)


def clock_of(organisation: Organisation, on: date | None = None) -> Clock:
    return _clock(organisation, settings_of(organisation.pk, on))


def clock_at(slug: str) -> tuple[Organisation, Clock] | None:
    """An organisation by its address and its clock in one question: each of its pages begins with both."""
    return _with_clock(slug=slug)


def clock_for(actor: Actor) -> tuple[Organisation, Clock]:
    """The actor's organisation and its clock in one question: most verbs that begin something need both."""
    found = _with_clock(pk=actor.organisation_id or 0)
    if found is None:
        raise NotYours
    return found


def _with_clock(**which: Any) -> tuple[Organisation, Clock] | None:
    """`which`: one value by which the organisation is known."""
    key, value = next(iter(which.items()))
    rows = Settings.objects.filter(**{f"organisation__{key}": value}, effective_on__lte=timezone.localdate())
    found = rows.select_related("organisation").order_by("-effective_on", "-id").first()
    if found:
        return found.organisation, _clock(found.organisation, found)
    organisation = Organisation.objects.filter(**which).first()
    return (organisation, clock_of(organisation)) if organisation else None


def _clock(organisation: Organisation, settings: Settings) -> Clock:
    return Clock(
        zone=organisation.time_zone,
        nation=organisation.nation,
        closed_days=frozenset(),
        settings=settings,
        organisation_id=organisation.pk,
    )
