"""What came late, by name, as far as whoever reads may see it today. A line keeps codes and no words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.decisions import queries as decisions
from alongside.involvement import queries as involvement
from alongside.voice import queries as voice

from ..late_values import LateLine


class Named(NamedTuple):
    title: str
    url: str


def late_by_name(actor: Actor, slug: str, lines: Iterable[LateLine]) -> Mapping[tuple[str, str], Sequence[Named]]:
    """By period and kind. One question for each sort of thing of which something came late."""
    rows = list(lines)
    codes: dict[str, set[str]] = {}
    for line in rows:
        codes.setdefault(_sort(line.kind), set()).update(line.codes)
    found = {sort: _OF[sort](actor, f"/{slug}", wanted) for sort, wanted in codes.items() if wanted}
    return {
        (line.period, line.kind): [known[code] for code in line.codes if code in known]
        for line in rows
        if (known := found.get(_sort(line.kind)))
    }


def _sort(kind: str) -> str:
    return {"said": "voices", "answers": "voices"}.get(kind, kind.split("_")[0])


def _decisions(actor: Actor, base: str, codes: Iterable[str]) -> dict[str, Named]:
    rows = decisions.decisions_for(actor).select_related(None).filter(code__in=codes).order_by()
    return {code: Named(title, f"{base}/decisions/{code}/") for code, title in rows.values_list("code", "title")}


def _voices(actor: Actor, base: str, codes: Iterable[str]) -> dict[str, Named]:
    """By its day: their words stand on their own page."""
    rows = voice.contributions_for(actor).select_related(None).filter(code__in=codes).order_by()
    return {
        code: Named(_("What reached us on %(day)s") % {"day": long_day(on)}, f"{base}/voices/{code}/")
        for code, on in rows.values_list("code", "received_on")
    }


def _changes(actor: Actor, base: str, codes: Iterable[str]) -> dict[str, Named]:
    rows = voice.changes_for(actor).select_related(None).filter(code__in=codes).order_by()
    return {code: Named(what, f"{base}/changes/{code}/") for code, what in rows.values_list("code", "what")}


def _sessions(actor: Actor, base: str, codes: Iterable[str]) -> dict[str, Named]:
    rows = involvement.meetings_for(actor).select_related(None).filter(code__in=codes).order_by()
    return {code: Named(title, f"{base}/sessions/{code}/") for code, title in rows.values_list("code", "title")}


_OF = {"decisions": _decisions, "voices": _voices, "changes": _changes, "sessions": _sessions}
