"""Entries as a page has them: points with their names, from which side, and a name only where its author wants that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.decisions import queries as decisions
from alongside.organisation import queries as organisations

from ..models import Entry, EntryText
from ..rules import entries as rules
from ..words import POINTS, SIDES


@dataclass(frozen=True)
class Shown:
    code: str
    url: str
    points: tuple[tuple[str, Any, str], ...]  # name, as it is called, the words
    side: Any
    name: str
    day: str
    stage: Any
    about: str
    about_url: str
    audience: Any
    own: bool
    held: bool
    written_down: bool = False  # by somebody else, from what its author told them


def points_of(text: EntryText | None) -> tuple[tuple[str, Any, str], ...]:
    return tuple((name, label, words) for name, label in POINTS.items() if text and (words := getattr(text, name)))


def shown(actor: Actor, slug: str, entries: Iterable[Entry]) -> list[Shown]:
    """On a page for everybody nobody has a name."""
    rows = list(entries)
    users = {row.user_id for row in rows if row.user_id and rules.names(actor, row)}
    names = organisations.known_here(actor.organisation_id or 0, users) if users else {}
    return [_one(actor, slug, row, names) for row in rows]


def _one(actor: Actor, slug: str, row: Entry, names: dict[int, organisations.Known]) -> Shown:
    return Shown(
        code=row.code,
        url=f"/{slug}/journey/entries/{row.code}/",
        points=points_of(row.text),
        side=SIDES[row.side],
        name=_name(row, names) if rules.names(actor, row) else "",
        day=long_day(row.on),
        stage=row.get_stage_display() if row.stage else "",
        about=about(row),
        about_url=decisions.url_of(slug, row.decision) if row.decision else "",
        audience=row.get_audience_display(),
        own=rules.is_author(actor, row),
        held=row.held_on is not None,
        written_down=bool(row.medium),
    )


def _name(row: Entry, names: dict[int, organisations.Known]) -> str:
    if row.person:
        return row.person.known_as
    known = names.get(row.user_id or 0)
    return ", ".join(part for part in (known.name, known.job) if part) if known else ""


def about(row: Entry) -> str:
    if row.decision:
        return row.decision.title
    if row.unit is None:
        return _("About themselves")
    return _("%(unit)s (closed since)") % {"unit": row.unit.name} if row.unit.closed_on else row.unit.name
