"""What people said, learned and disputed, as it may be repeated now to whoever reads an account. A version names it;
the words are read each time, and what is gone is counted, so that the page can say so."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from alongside.candour import claim_entries
from alongside.candour import queries as candour
from alongside.candour.standing import Stands
from alongside.core.actor import Actor, Kind
from alongside.core.periods import Period
from alongside.journey import queries as journey
from alongside.journey.queries.shown import points_of
from alongside.organisation.queries import Clock
from alongside.voice import progress
from alongside.voice import queries as voice
from alongside.voice.models import Change, ChangeSource
from alongside.voice.models.changes import CHALLENGED, CLAIMED, CONFIRMED, LAPSED
from alongside.voice.queries import Quote, Reader

from ..models import AccountVersion

MOST_BUMPS, MOST_CHANGES, MOST_WORDS = 5, 8, 2
WORST_FIRST = (CHALLENGED, LAPSED, CLAIMED, CONFIRMED)
ORDER = (Stands.DISPUTED, Stands.OWN, Stands.SIGNED)


@dataclass(frozen=True)
class Bump:
    words: str
    about: str
    url: str


@dataclass(frozen=True)
class Changed:
    what: str
    tag: tuple[Any, str]
    url: str
    words: Sequence[Quote]


@dataclass(frozen=True)
class Told:
    """`gone`: stood in the version when it was published, and may not be repeated any more."""

    bumps: Sequence[Bump]
    bumps_gone: int
    changes: Sequence[Changed]
    changes_gone: int
    claims: Sequence[tuple[Stands, Sequence[claim_entries.Entry]]]


def anybody(organisation_id: int) -> Actor:
    """Everybody reads the same, whoever they are: what is on the account is what a stranger may see."""
    return Actor(kind=Kind.PUBLIC, organisation_id=organisation_id)


def bumps_in(organisation_id: int, period: Period) -> list[str]:
    """Of what was learned in the year and is shared with anyone, the newest bumps. Nobody chooses among them."""
    rows = journey.entries_for(anybody(organisation_id)).filter(has_bump=True, on__range=(period.first, period.last))
    return list(rows.order_by("-on", "-id").values_list("code", flat=True)[:MOST_BUMPS])


def changes_in(organisation_id: int, period: Period) -> list[list[Any]]:
    """Changes of the year that anybody may read: those that are denied or did not hold before the others, then the
    newest. Each with what was said, by its code."""
    reader = anybody(organisation_id)
    rows = voice.with_standing(voice.changes_for(reader).filter(since__range=(period.first, period.last)))
    listed = sorted(rows.values_list("code", "standing")[: MOST_CHANGES * 5], key=lambda row: WORST_FIRST.index(row[1]))
    codes = [code for code, _stands in listed[:MOST_CHANGES]]
    heard = voice.public_heard(organisation_id).select_related(None).prefetch_related(None).order_by()
    sources = ChangeSource.objects.filter(change__code__in=codes, contribution__in=heard.values("pk")).order_by("id")
    said: dict[str, list[str]] = {code: [] for code in codes}
    for change, contribution in sources.values_list("change__code", "contribution__code"):
        said[change].append(contribution)
    return [[code, said[code][:MOST_WORDS]] for code in codes]


def told_of(version: AccountVersion, period: Period, clock: Clock, slug: str) -> Told:
    organisation_id = version.account.organisation_id
    bumps = _bumps(organisation_id, version.bumps, slug)
    changes = _changes(organisation_id, version.changes, slug)
    return Told(
        bumps=bumps,
        bumps_gone=len(version.bumps) - len(bumps),
        changes=changes,
        changes_gone=_gone(version.changes, changes),
        claims=_claims(organisation_id, version.claims, period, clock, slug),
    )


def _bumps(organisation_id: int, codes: Sequence[str], slug: str) -> list[Bump]:
    rows = journey.entries_for(anybody(organisation_id)).filter(code__in=codes, has_bump=True)
    found = []
    for row in journey.with_words(rows).order_by("-on", "-id"):
        words = {name: text for name, _label, text in points_of(row.text)}
        about = row.decision.title if row.decision else row.unit.name if row.unit else ""
        found.append(Bump(words["bump"], about, f"/{slug}/journey/entries/{row.code}/"))
    return found


def _changes(organisation_id: int, listed: Sequence[Any], slug: str) -> list[Changed]:
    reader = anybody(organisation_id)
    rows = {row.code: row for row in voice.changes_for(reader).filter(code__in=[code for code, _said in listed])}
    said = [code for _change, codes in listed for code in codes]
    quotes = voice.quotes(organisation_id, said, Reader.ANYONE)
    return [
        _changed(rows[code], [quotes[one] for one in codes if one in quotes], slug)
        for code, codes in listed
        if code in rows
    ]


def _changed(row: Change, quotes: Sequence[Quote], slug: str) -> Changed:
    readable = [quote for quote in quotes if not quote.withdrawn]
    return Changed(row.what, progress.CHANGES[row.stands], f"/{slug}/changes/{row.code}/", readable)


def _gone(listed: Sequence[Any], there: Sequence[Changed]) -> int:
    return sum(1 + len(codes) for _change, codes in listed) - sum(1 + len(each.words) for each in there)


def _claims(
    organisation_id: int, chosen: Sequence[str], period: Period, clock: Clock, slug: str
) -> list[tuple[Stands, list[claim_entries.Entry]]]:
    """Those that the organisation names; and what it said in the year that is disputed now, whether it names it or
    not: a dispute is not left out, also when it came after the account was published."""
    reader = anybody(organisation_id)
    rows = candour.claims_shown(reader)
    disputed = candour.standing_as(rows.filter(shown_on__range=(period.first, period.last)), Stands.DISPUTED)
    claims = list(rows.filter(Q(code__in=chosen) | Q(pk__in=disputed.order_by().values("pk"))))
    found = claim_entries.entries_of(claims, clock, slug)
    return [(stands, group) for stands in ORDER if (group := [entry for way, entry in found if way == stands])]
