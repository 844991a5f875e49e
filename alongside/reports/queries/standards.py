"""The standards that an organisation can be shown against: those that everybody has, and its own."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.candour.models import STATEMENTS
from alongside.candour.standards import BY_SLUG
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import rules
from ..models import OwnStandard
from ..standards import BrokenStandard, Known, Standard, file_of, read_standard, shipped
from .evidence import PROBES

KNOWN = Known(frozenset(PROBES.found), frozenset(BY_SLUG), frozenset(STATEMENTS))


@dataclass(frozen=True)
class Listed:
    """`own`: the organisation added it. `broken`: it names something that is not here any more."""

    slug: str
    standard: Standard | None
    own: OwnStandard | None = None
    broken: tuple[str, ...] = ()


def everybodys() -> dict[str, Standard]:
    return shipped(KNOWN)


def read(content: bytes) -> Standard:
    """Raises BrokenStandard."""
    return read_standard(content, KNOWN)


def own_rows(organisation_id: int) -> dict[str, OwnStandard]:
    rows = OwnStandard.objects.filter(organisation=organisation_id, ended_on__isnull=True)
    return {row.slug: row for row in rows.select_related("recorded_by").order_by("slug")}


def standards_for(actor: Actor) -> list[Listed]:
    rules.check_can_list_standards(actor)
    return standards_in(actor.organisation_id or 0)


def standards_in(organisation_id: int) -> list[Listed]:
    """For the command line, too: it speaks for nobody."""
    listed = [Listed(slug, standard) for slug, standard in everybodys().items()]
    return listed + [_own(row) for row in own_rows(organisation_id).values()]


def standard_for(actor: Actor, slug: str) -> Listed:
    """To look at, or to take the file of."""
    rules.check_can_list_standards(actor)
    found = listed_in(actor.organisation_id or 0, slug)
    if found is None:
        raise NotYours
    return found


def own_to_keep(actor: Actor, slug: str) -> OwnStandard:
    rules.check_can_keep_standards(actor)
    found = own_rows(actor.organisation_id or 0).get(slug)
    if found is None:
        raise NotYours
    return found


def listed_in(organisation_id: int, slug: str) -> Listed | None:
    if slug in everybodys():
        return Listed(slug, everybodys()[slug])
    row = own_rows(organisation_id).get(slug)
    return _own(row) if row else None


def content_of(listed: Listed) -> bytes:
    return listed.own.content.encode() if listed.own else file_of(listed.slug)


def _own(row: OwnStandard) -> Listed:
    """What was good when it was added can name a probe that is gone since: the others are shown all the same."""
    try:
        return Listed(row.slug, read(row.content.encode()), row)
    except BrokenStandard as broken:
        return Listed(row.slug, None, row, tuple(broken.lines))
