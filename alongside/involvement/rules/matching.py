"""What fits somebody, and why in one plain reason. Opportunities are shown to people, never people to staff."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from alongside.core.lookups import folded_words
from alongside.people.models import OfferKind, Ways

from ..models import Opportunity

SHORTEST = 5  # a word that says what somebody wants to work on; shorter ones mostly bind others together
_EMPTY_WORDS = """
    about after again always because being better could doing every first going great group helping improve know
    makes making maybe might never other others people person place really service services should something
    taking their there these thing things think those through together under until using wants where which while
    without working would your
"""
EMPTY_WORDS = frozenset(_EMPTY_WORDS.split())
_LANGUAGES = """
    albanian amharic arabic bengali bosnian bsl bulgarian burmese cantonese croatian czech dari dutch farsi
    french gaelic german greek gujarati hausa hebrew hindi hungarian igbo irish italian japanese korean kurdish
    latvian lithuanian makaton mandarin mirpuri nepali oromo pashto persian polish portuguese punjabi pushto
    romani romanian russian serbian shona sinhala slovak somali sorani spanish swahili sylheti tagalog tamil
    telugu tigrinya turkish twi ukrainian urdu vietnamese welsh yoruba
"""
LANGUAGES = frozenset(_LANGUAGES.split())


@dataclass(frozen=True)
class Wanted:
    """What one person said they want and bring, read once. `said`: whether they said what they want at all."""

    said: bool = False
    ways: str = Ways.ANY
    kinds: frozenset[int] = frozenset()
    units: frozenset[str] = frozenset()  # codes: a unit counts with those below it
    offers: tuple[tuple[str, str], ...] = ()  # kind and words


def fits(wanted: Wanted, opportunity: Opportunity) -> bool:
    """Nothing that they said speaks against it."""
    kind, above = opportunity.decision.kind_id, codes_above(opportunity)
    return (
        goes_together(wanted.ways, opportunity.ways)
        and (not wanted.kinds or kind in wanted.kinds)
        and (not wanted.units or not wanted.units.isdisjoint(above))
    )


def goes_together(wanted: str, offered: str) -> bool:
    """An opportunity that does not say how people take part keeps nobody away."""
    return Ways.ANY in {wanted, offered or Ways.ANY} or wanted == offered


def codes_above(opportunity: Opportunity) -> list[str]:
    """The unit that decides, and all above it."""
    return opportunity.decision.unit.path.strip("/").split("/")


def reason(wanted: Wanted, opportunity: Opportunity) -> str:
    """Why it is suggested, in one sentence; empty when it is not."""
    if not fits(wanted, opportunity):
        return ""
    return _from_offers(wanted, opportunity) or _from_wishes(wanted, opportunity)


def _from_offers(wanted: Wanted, opportunity: Opportunity) -> str:
    about = frozenset(folded_words(f"{opportunity.title} {opportunity.advert} {opportunity.decision.title}"))
    interests = [words for kind, words in wanted.offers if kind == OfferKind.INTEREST]
    languages = [words for kind, words in wanted.offers if kind == OfferKind.LANGUAGE]
    if shared := _shared(interests, about):
        return _("Because you want to work on “%(what)s”.") % {"what": shared}
    if spoken := _spoken(languages, about):
        return _("Because you speak %(language)s.") % {"language": spoken}
    return ""


def _from_wishes(wanted: Wanted, opportunity: Opportunity) -> str:
    decision = opportunity.decision
    if wanted.kinds:
        return _("Because you want to help decide about this: %(kind)s.") % {"kind": decision.kind.name}
    if wanted.units:
        return _("Because you want to take part here: %(unit)s.") % {"unit": decision.unit.name}
    return _("Because you said that it can be anything.") if wanted.said else ""


def _shared(texts: Collection[str], about: Collection[str]) -> str:
    """The first word of theirs that stands in the opportunity, as they wrote it."""
    for word in (word for text in texts for word in text.split()):
        plain = folded_words(word)
        if any(len(one) >= SHORTEST and one not in EMPTY_WORDS and one in about for one in plain):
            return word.strip(".,;:!?()“”\"'’").lower()
    return ""


def _spoken(texts: Collection[str], about: Collection[str]) -> str:
    for word in (word for text in texts for word in text.split()):
        if any(one in LANGUAGES and one in about for one in folded_words(word)):
            return word.strip(".,;:!?()“”\"'’")
    return ""
