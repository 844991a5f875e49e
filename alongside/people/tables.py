"""The register as a list."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from alongside.core import parts, tables

from . import queries
from .models import ACTIVE, ENQUIRED, LEFT, PAUSED, STATES, WELCOMED, Person, Training

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
