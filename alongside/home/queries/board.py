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
from alongside.core import parts
from alongside.core.actor import Actor
from alongside.core.keyset import first_of
from alongside.core.years import Year
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.involvement.queries import Reported
from alongside.voice import queries as voice
from alongside.voice.tables.safety import at_most

from .mine import short
from .vacant import empty_seats

MOST = 10
REPORTED = ("on", "reason", "decision__title", "decision__code", "allowed_by__job", "allowed_by__name")
AHEAD = 1  # years: what is on the calendar for the next one is shown already


def board_sections(actor: Actor, year: Year, today: date, slug: str) -> list[Section]:
    reported = involvement.reported(actor, year.starts, year.ends, MOST)
    return [
        _exceptions(actor, year, slug),
        _waivers(actor, year, slug),
        *([empty_seats(actor, today, slug)] if actor.units_for(P.SEE_BOARD) is None else []),
        _cleared(actor, reported, year, slug),
        _refusals(reported, slug),
        _divergences(reported, slug),
        _risen(actor, today, slug),
        _old_debts(actor, today, slug),
        _disputes(actor, slug),
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


def _risen(actor: Actor, today: date, slug: str) -> Section:
    """Whoever answers was reminded and whoever manages them was told, and still nothing came."""
    rows = voice.debts.on_board(actor).only("words", "code", "received_on", "board_since", "unit__name")
    lines = [
        Line(
            short(row.words),
            f"/{slug}/voices/{row.code}/",
            _("%(unit)s. Here since %(day)s.") % {"unit": row.unit.name, "day": parts.day(row.board_since)},
            age=(today - row.received_on).days,
        )
        for row in first_of(rows, MOST)
    ]
    empty = _("Nothing is so late that it had to rise here.")
    title = _("So late that it rose to the board")
    if len(lines) < MOST:
        return Section("risen", title, lines, empty)
    more = (_("All of them, in the listening ledger"), f"/{slug}/voices/?risen=board")
    lead = _("%(n)s answers. The oldest:") % {"n": at_most(voice.debts.how_many_on_board(actor))}
    return Section("risen", title, lines, empty, more, lead)


def _old_debts(actor: Actor, today: date, slug: str) -> Section:
    owed = voice.owed_for(actor).only("words", "code", "received_on", "unit__name")
    rows = first_of(voice.received_between(owed, today, "over-12"), MOST)
    lines = [
        Line(short(row.words), f"/{slug}/voices/{row.code}/", row.unit.name, age=(today - row.received_on).days)
        for row in rows
    ]
    empty = _("Nobody has waited more than twelve weeks.")
    return Section("old", _("Said more than twelve weeks ago, and still owed an answer"), lines, empty)


def _disputes(actor: Actor, slug: str) -> Section:
    """Answers that were challenged and not answered again, and changes that those who said it deny."""
    answers = [
        Line(short(row.words), f"/{slug}/voices/{row.code}/", _("The answer was challenged"), row.told_on)
        for row in first_of(voice.challenged(actor).select_related(None).only("words", "code", "told_on"), MOST)
    ]
    denied = voice.disputed_for(actor).select_related(None).only("what", "code", "since")
    changes = [
        Line(short(row.what), f"/{slug}/changes/{row.code}/", _("Somebody who said it denies this change"), row.since)
        for row in denied.order_by("-since", "-id")[:MOST]
    ]
    return Section("disputes", _("Disputes"), [*answers, *changes], _("Nothing is disputed now."))


def not_met(actor: Actor, year: Year) -> int:
    return involvement.how_many_not_met(actor, year.starts)


def coverage(actor: Actor, year: Year) -> list[Any]:
    return list(decisions.year_by_kind(actor, year.starts, year.ends))
