"""The register as a list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables
from alongside.core.dates import long_day
from alongside.core.day_ranges import day_filter
from alongside.organisation.function_tables import review_shown
from alongside.organisation.queries import PolicyNow

from . import queries
from .models import ACTIVE, ENQUIRED, LEFT, PAUSED, STATES, WELCOMED, Person, StaffTraining, Training

TONES = {ENQUIRED: "waiting", WELCOMED: "open", ACTIVE: "done", PAUSED: "quiet", LEFT: "quiet"}


def state_tag(state: str) -> Any:
    return parts.state_tag(STATES[state], TONES[state])


class PeopleTable(tables.Table):
    caption = gettext_lazy("The register")
    empty = gettext_lazy("Nobody is on the register yet. Add somebody, or bring in a list.")
    empty_filtered = gettext_lazy("Nobody matches. Try the first letters of a name.")
    default_sort = "-since"
    columns = (
        tables.Column("name", gettext_lazy("Name"), link=lambda row: f"{row.code}/"),
        tables.Column("state", gettext_lazy("Where they stand")),
        tables.Column("facilitator", gettext_lazy("Looked after by"), value=lambda row: _facilitator(row)),
        tables.Column("since", gettext_lazy("Since"), value="joined_on", sort="joined_on"),
    )

    def __init__(self, request: Any, rows: Any, *, first: tuple[Any, str]) -> None:
        super().__init__(request, rows, first=first)
        organisation = request.organisation.pk
        self.filters = (  # type: ignore[misc]
            tables.Filter(
                "name", _("Name"), apply=lambda rows, words: queries.find(rows, words, organisation_id=organisation)
            ),
            tables.Filter(
                "state",
                _("Where they stand"),
                choices=list(STATES.items()),
                apply=lambda rows, state: rows.filter(state=state),
            ),
        )

    def cell_state(self, row: Person) -> Any:
        return state_tag(row.state)


def _facilitator(row: Person) -> str:
    return row.facilitator.get_full_name() if row.facilitator else ""


class TrainingTable(tables.Table):
    caption = gettext_lazy("Trainings that people can do here")
    personal = False
    empty = gettext_lazy("No training yet. Add those that somebody needs before they take part in some things.")
    columns = (
        tables.Column("name", gettext_lazy("Training"), link=lambda row: f"{row.code}/"),
        tables.Column("lasts", gettext_lazy("Holds for")),
        tables.Column("state", gettext_lazy("State")),
    )

    def cell_lasts(self, row: Training) -> str:
        if row.lasts_months is None:
            return _("Does not run out")
        return ngettext("%d month", "%d months", row.lasts_months) % row.lasts_months

    def cell_state(self, row: Training) -> Any:
        return parts.state_tag(_("In use"), "open") if row.in_use else parts.state_tag(_("Out of use"), "quiet")


class EqualityTable(tables.Table):
    caption = gettext_lazy("What people are asked about themselves")
    empty = gettext_lazy("Nothing is asked yet.")
    columns = (
        tables.Column("name", gettext_lazy("Question"), "question.name", link=lambda row: f"{row.question.code}/"),
        tables.Column("text", gettext_lazy("As it is read"), "wording.text"),
        tables.Column("since", gettext_lazy("In these words since"), "wording.from_day"),
        tables.Column("population", gettext_lazy("Whom you are here for")),
        tables.Column("state", gettext_lazy("State")),
    )

    def __init__(self, request: Any, rows: Any, populations: dict[str, queries.Population]) -> None:
        super().__init__(request, rows)
        self.populations = populations

    def cell_population(self, row: queries.Asked) -> str:
        found = self.populations.get(row.question.code)
        if found is None:
            return _("Not written down: write it down")
        return f"{found.row.who}, {found.row.counted_on.year}"

    def link_population(self, row: queries.Asked) -> str:
        return f"{row.question.code}/population/"

    def cell_state(self, row: queries.Asked) -> Any:
        return parts.state_tag(_("Asked"), "open") if row.question.in_use else parts.state_tag(_("Not asked"), "quiet")


REVIEWS: dict[str, tuple[Any, Callable[[PolicyNow, date], bool]]] = {
    "due": (gettext_lazy("Due"), lambda row, on: row.review_due(on)),
    "no_day": (gettext_lazy("No day set"), lambda row, _on: row.policy.review_on is None),
}


def _reviews(table: Any) -> list[tuple[str, Any]]:
    """Where a number leads here (docs/decisions/0039)."""
    asked = table._asked("review")
    return [(asked, REVIEWS[asked][0])] if asked in REVIEWS else []


class PoliciesTable(tables.Table):
    """As everybody reads them. `on`: the day on which they held."""

    caption = gettext_lazy("What holds now")
    empty = gettext_lazy("There is no policy yet.")
    filters = (
        day_filter(gettext_lazy("Day")),
        tables.Filter("review", gettext_lazy("Looked at again"), tables.as_it_is, _reviews),
    )
    columns = (
        tables.Column("title", gettext_lazy("Policy"), "policy.title", link=lambda row: f"{row.policy.code}/"),
        tables.Column("since", gettext_lazy("In these words since"), "version.from_day"),
        tables.Column("review", gettext_lazy("Looked at again")),
        tables.Column("read", gettext_lazy("You")),
    )

    def __init__(self, request: Any, rows: Any, read: Mapping[int, date], on: date, today: date) -> None:
        super().__init__(request, rows)
        self.read, self.on = read, on
        if on < today:
            self.caption = _("What held on %(day)s") % {"day": long_day(on)}  # type: ignore[misc, assignment]

    @property
    def plain_rows(self) -> list[PolicyNow]:
        fits = REVIEWS[self.chosen["review"]][1] if "review" in self.chosen else None
        return [row for row in super().plain_rows if fits is None or fits(row, self.on)]

    @property
    def empty_filtered(self) -> str:
        return _("There was no such policy on %(day)s.") % {"day": long_day(self.on)}

    def cell_review(self, row: PolicyNow) -> Any:
        return review_shown(row, self.on)

    def cell_read(self, row: PolicyNow) -> Any:
        day = self.read.get(row.version.pk)
        if day is None:
            return parts.state_tag(_("Not read yet"), "waiting")
        return parts.paragraphs(parts.state_tag(_("Read"), "done"), parts.timed(day))


class StaffTrainingTable(tables.Table):
    caption = gettext_lazy("Who did what, the newest first")
    empty = gettext_lazy("Nothing is written down yet.")
    default_sort = "-done"
    columns = (
        tables.Column("who", gettext_lazy("Who")),
        tables.Column("training", gettext_lazy("Training"), "training.name"),
        tables.Column("done", gettext_lazy("Did it on"), "done_on", sort="done_on"),
        tables.Column("expires", gettext_lazy("Holds until"), "expires_on"),
        tables.Column("strike", gettext_lazy("Change"), link=lambda row: f"{row.code}/strike/"),
    )

    def cell_who(self, row: StaffTraining) -> str:
        return row.user.get_full_name() or row.user.email

    def cell_strike(self, row: StaffTraining) -> str:
        return _("It was a mistake")
