"""A claim as it stands on the pages of others: its words, how it stands, and what is said against it beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from alongside.core.actor import Actor
from alongside.decisions.models import Decision
from alongside.organisation.queries import Clock

from . import claim_words, queries, rules
from .models import Claim
from .standing import Stands

MOST = 5


@dataclass(frozen=True)
class Entry:
    """`against`: what is said against it, unedited, each with who says it."""

    words: str
    url: str
    tag: tuple[Any, str]
    sentence: str
    against: Sequence[tuple[str, str]]


def shown_by(actor: Actor, clock: Clock, slug: str, most: int = MOST) -> list[Entry]:
    """What the organisation says now, the newest first: for its own page."""
    claims = list(queries.claims_shown(actor).exclude(state="ended")[:most])
    if not claims:
        return []
    versions = queries.present_versions(claims, clock.settings.pulse_threshold, clock.today())
    return [_entry(version, f"/{slug}/claims/") for version in versions]


def entries_of(claims: Sequence[Claim], clock: Clock, slug: str) -> list[tuple[Stands, Entry]]:
    """Each with how it stands now, for a page that orders them so."""
    if not claims:
        return []
    versions = queries.present_versions(claims, clock.settings.pulse_threshold, clock.today())
    return [(version.standing.stands, _entry(version, f"/{slug}/claims/")) for version in versions]


def resting_on(actor: Actor, decision: Decision, clock: Clock, slug: str) -> list[Entry]:
    threshold = clock.settings.pulse_threshold
    base = f"/{slug}/candour/claims/" if rules.can_see_claims(actor) else f"/{slug}/claims/"
    found = queries.versions_resting_on(actor, decision.pk, threshold, clock.today(), MOST)
    return [_entry(version, base) for version in found]


def _entry(version: queries.Version, base: str) -> Entry:
    return Entry(
        words=version.text.text,
        url=f"{base}{version.claim.code}/",
        tag=claim_words.tag_of(version),
        sentence=claim_words.standing_sentences(version)[0],
        against=[(name or claim_words.somebody(), words) for name, words in version.against],
    )
