"""The year's decisions by kind: with people, without, excepted, not yet; then what has gone wrong, by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.permissions import Permission as P
from alongside.candour import queries as candour
from alongside.candour import words as candour_words
from alongside.core.actor import Actor
from alongside.core.keyset import first_of
from alongside.core.years import Year
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.involvement.queries import Reported

from .board_coming import next_meetings
from .board_late import late_sections
from .coming import without_people
from .vacant import empty_seats

MOST = 10
REPORTED = ("on", "reason", "decision__title", "decision__code", "allowed_by__job", "allowed_by__name")
AHEAD = 1  # years: what is on the calendar for the next one is shown already


def board_sections(actor: Actor, year: Year, today: date, slug: str) -> list[Section]:
    """Of a year that is over, what happened in it; what waits and is late today stands on the page of this one."""
    over = year.ends < today
    reported = involvement.reported(actor, year.starts, year.ends, MOST)
    return [
        *([] if over else [next_meetings(actor, slug), without_people(actor, today, slug)]),
        _exceptions(actor, year, slug),
        _waivers(actor, year, slug),
        *([] if over or actor.units_for(P.SEE_BOARD) is not None else [empty_seats(actor, today, slug)]),
        _cleared(actor, reported, year, slug),
        _refusals(reported, slug),
        _divergences(reported, slug),
        *([] if over else late_sections(actor, today, slug)),
    ]


def _exceptions(actor: Actor, year: Year, slug: str) -> Section:
    rows = decisions.exceptions_for(actor).filter(on__range=(year.starts, year.ends))
    rows = rows.select_related(None).select_related("decision", "allowed_by").only(*REPORTED)
    lines = [
        Line(
            row.decision.title,
            f"/{slug}/decisions/{row.decision.code}/",
            _("%(reason)s Allowed by: %(who)s.") % {"reason": row.reason, "who": row.who_allowed},
            row.on,
        )
        for row in first_of(rows, MOST)
    ]
    more = (_("All exceptions"), f"/{slug}/decisions/exceptions/") if len(lines) == MOST else None
    empty = _("None this year.")
    return Section("exceptions", _("Reserved decisions taken without people"), lines, empty, more)


def _waivers(actor: Actor, year: Year, slug: str) -> Section:
    rows = decisions.waivers_for(actor).filter(on__range=(year.starts, year.ends))
    rows = rows.only(*REPORTED, "forum__name")
    found = list(rows)  # of one year: all of them, as they are counted
    lines = [
        Line(
            row.decision.title,
            f"/{slug}/decisions/{row.decision.code}/",
            _("%(forum)s: %(reason)s Allowed by: %(who)s.")
            % {"forum": row.forum.name, "reason": row.reason, "who": row.who_allowed},
            row.on,
        )
        for row in found[:MOST]
    ]
    told = ngettext("%(n)s time this year.", "%(n)s times this year.", len(found)) % {"n": len(found)}
    more = (_("All of them"), f"/{slug}/seats/waivers/") if len(found) > MOST else None
    title = _("Decided with seats for lived experience empty")
    return Section("waivers", title, lines, _("None this year."), more, told if found else "")


def _cleared(actor: Actor, reported: Sequence[Reported], year: Year, slug: str) -> Section:
    """What was token on its face and opened all the same, with who stands behind it."""
    there = any(row.kind == "cleared" for row in reported)  # mostly not: then nobody is asked
    found = list(candour.cleared_for(actor).filter(on__range=(year.starts, year.ends))) if there else []
    lines = [
        Line(
            row.opportunity.title,
            f"/{slug}/involvement/opportunities/{row.opportunity.code}/",
            " ".join(
                [
                    *candour_words.marks(row.marks),
                    _("%(reason)s Behind it stands: %(who)s.") % {"reason": row.reason, "who": row.who_allowed},
                ]
            ),
            row.on,
        )
        for row in found[:MOST]
    ]
    told = ngettext("%(n)s time this year.", "%(n)s times this year.", len(found)) % {"n": len(found)}
    title = _("Opened although people are asked for show")
    return Section("cleared", title, lines, _("None this year."), lead=told if found else "")


def _refusals(rows: Sequence[Reported], slug: str) -> Section:
    title = _("Requests that the coordinator refused")
    return Section("refusals", title, _reported(rows, "refused", slug), _("None this year."))


def _divergences(rows: Sequence[Reported], slug: str) -> Section:
    """Whom a panel chose for a job, where it is not whom its contributors put first."""
    title = _("Jobs that went to somebody else than the contributors put first, or to nobody")
    return Section("divergences", title, _reported(rows, "differs", slug), _("None this year."))


def _reported(rows: Sequence[Reported], kind: str, slug: str) -> list[Line]:
    return [Line(row.title, f"/{slug}/decisions/{row.code}/", row.reason, row.on) for row in rows if row.kind == kind]


def not_met(actor: Actor, year: Year) -> int:
    return involvement.how_many_not_met(actor, year.starts)


def coverage(actor: Actor, year: Year) -> list[Any]:
    return list(decisions.year_by_kind(actor, year.starts, year.ends))
