"""Decisions that may not be taken without people, and in which there are none yet."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement

MOST = 8
AHEAD = 60  # days


def without_people(actor: Actor, today: date, slug: str) -> Section:
    rows = decisions.coming_without_people(actor, AHEAD).select_related(None).select_related("kind", "unit")
    rows = involvement.nobody_asked(rows).only("title", "code", "due_on", "kind__name", "unit__name")
    lines = [
        Line(
            row.title,
            f"/{slug}/decisions/{row.code}/",
            f"{row.kind.name}, {row.unit.name}",
            row.due_on,
            tag=(_("Past its day"), "late") if row.due_on and row.due_on < today else (_("Reserved"), "waiting"),
        )
        for row in rows[:MOST]
    ]
    empty = _("Every reserved decision of the next two months has people in it.")
    return Section("coming", _("Reserved decisions not yet with people"), lines, empty)
