"""One close as a page: in a few plain sentences for whoever takes part, and the whole of it; and as a text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from alongside.candour.ladders import LADDERS
from alongside.core import pages
from alongside.core.addresses import asking
from alongside.core.day_ranges import BETWEEN
from alongside.core.errors import NotYours

from .. import account_map, close_plain, close_tables, close_words, figure_tables, figure_words, picture, tables
from ..models import CloseSignature, PeriodClose, Says, SignSide
from ..queries import closed, late_named, signers
from ..queries import closes as queries
from ..queries.frozen_words import text_for
from ..rules import closes as rules


def the_close(request: Any, org: str, period: str, version: int | None = None) -> HttpResponse:
    """Without a version whoever takes part reads the plain sentences, and from there the whole."""
    read = queries.close_to_read(request.actor, period, version, request.clock.today())
    context = {**_stands(request, read, org), **_anew(request, read), **_late(request, read, org)}
    if version is None and read.document is not None and rules.reads_plainly(request.actor):
        return pages.page(request, "reports/close_plain.html", {**context, **_plain(read, org)})
    return pages.page(request, "reports/close.html", {**context, **_counted(request, read, org)})


def _stands(request: Any, read: queries.ReadClose, org: str) -> dict[str, Any]:
    """How it stands, who said what of it, and what the actor may do."""
    close, side, actor, today = read.close, read.side, request.actor, request.clock.today()
    reopenings = queries.reopenings_of(close)
    asked = next((each for each in reopenings if each.state == "asked"), None)
    can_ask = rules.can_ask(close, side, read.is_newest, asked)
    matters = not close.is_frozen or (can_ask and side == SignSide.COORDINATOR)
    return {
        "title": _("%(period)s: %(state)s")
        % {"period": close.name, "state": str(close_words.STATES[close.state]).lower()},
        "back": (_("All that is closed"), f"/{org}/periods/"),
        "read": read,
        "close": close,
        "tone": close_words.TONES[close.state],
        "next": close_words.NEXT.get(close.state, ""),
        "is_over": close.days.is_over(today),
        "here": f"/{org}/periods/{close.period}/",
        "said": _told(read, read.said),
        "earlier": _told(read, [each for sheet in read.sheets[1:] for each in sheet.signatures.all()]),
        "nobody_chosen": matters and not signers.who_sign(close.organisation_id, today),
        "can_check": rules.can_check(actor, close, today),
        "can_count_again": rules.can_count_again(actor, close),
        "can_sign": rules.can_sign(close, side, read.said),
        "can_decline": rules.can_decline(close, side, read.said),
        "can_ask": can_ask,
        "sees_figures": rules.sees_all(actor),
        "reopenings": [(each, close_words.asked_by(each)) for each in reopenings],
        "asked": asked,
        "answers": asked is not None and side is not None and asked.side != side,
        "own": asked is not None and asked.side == side,
    }


def _told(read: queries.ReadClose, said: Iterable[CloseSignature]) -> list[tuple[str, CloseSignature, bool, bool]]:
    """Whether it is a no, and whether its words are for the reader: some were written for those who see figures."""
    return [
        (close_words.said(each), each, each.says == Says.DECLINED, read.all_of_it or each.for_all_here) for each in said
    ]


def _anew(request: Any, read: queries.ReadClose) -> dict[str, Any]:
    """Why there is another version, and what is another number in it."""
    why, changed = queries.why_anew(read.close), queries.changed_since(read)
    return {
        "why": (why, close_words.asked_by(why)) if why else None,
        "changed": close_tables.DifferenceTable(request, changed, prefix="changed") if changed is not None else None,
    }


def _late(request: Any, read: queries.ReadClose, org: str) -> dict[str, Any]:
    late = read.part("late")
    if late is None:
        return {}
    named = late_named.late_by_name(request.actor, org, late.lines)
    return {
        "late": late,
        "late_table": close_tables.LateTable(request, late.lines, named),
        "nothing_before": close_words.NOTHING_BEFORE[read.close.kind],
    }


def _plain(read: queries.ReadClose, org: str) -> dict[str, Any]:
    sheet, close = read.part("figures"), read.close
    return {
        "sheet": sheet,
        "plain": close_plain.told_plainly(sheet),
        "whole_url": f"/{org}/periods/{close.period}/{close.version}/",
        "records": _records(close, org),
        "asked_to_sign": read.side == SignSide.CONTRIBUTORS and not close.is_frozen,
    }


def _records(close: PeriodClose, org: str) -> list[tuple[str, str]]:
    """Lists that somebody who takes part may open; each has what they may see."""
    days = f"{close.first.isoformat()}{BETWEEN}{close.last.isoformat()}"
    decided = f"/{org}/decisions/?period={close.period}&standing="
    return [
        (_("What was decided with people"), f"{decided}with"),
        (_("What was decided without people"), f"{decided}without"),
        (_("What is different now"), asking(f"/{org}/changes/", {"days": days})),
    ]


def _counted(request: Any, read: queries.ReadClose, org: str) -> dict[str, Any]:
    """What was counted, as it was written down."""
    if read.document is None:
        return {}
    sheet, the_map, close = read.part("figures"), read.part("map"), read.close
    found = closed.closed_value(close.organisation, close.days.before, "figures")
    before = found.value if found else replace(sheet, period_name=close.days.before.name, parts=())
    ladder = LADDERS.get(read.document["ladder"], next(iter(LADDERS.values())))
    leads = rules.sees_all(request.actor)  # whoever only signs has the numbers, and not every list behind them
    return {
        "sheet": sheet,
        "before": before.period_name if found else "",
        "not_before": "" if found else before.period_name,
        "parts": figure_words.shown(sheet, before, request.actor if leads else None, org, now=False),
        "taken": figure_tables.FiguresTable(request, sheet, before),
        "map": the_map,
        "not_outside": account_map.not_outside(the_map),
        "picture": picture.drawn(the_map),
        "map_table": tables.MapTable(
            request, the_map, org if leads else "", ladder, on=min(str(close.last), the_map.counted_on)
        ),
        "digest": read.sheet.digest if read.sheet else "",
    }


def as_json(request: Any, org: str, period: str, version: int) -> HttpResponse:
    """The very text that was frozen: its SHA-256 is the digest in the event log. Nothing in it is rounded for whoever
    reads it, so it is not for everybody who reads what is closed. An older one has words in it that are not for all."""
    read = queries.close_to_read(request.actor, period, version, request.clock.today())
    if read.sheet is None or not read.all_of_it:
        raise NotYours
    text = text_for(request.actor, read.sheet)
    return pages.unkept(HttpResponse(text, content_type="application/json; charset=utf-8"))
