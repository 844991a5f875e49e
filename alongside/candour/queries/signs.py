"""The signs of a year, of a unit, of one decision, as the actor may read them."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.cache import cache
from django.db.models import TextField, Value
from django.db.models.functions import Cast

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.years import Year
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.decisions.queries.signs import Chosen
from alongside.involvement import queries as involvement
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit
from alongside.organisation.queries import Clock
from alongside.voice import queries as voice

from .. import rules
from ..models import SignLimits
from ..standards import BY_SLUG, Finding, Limits, Ref, Sign, read_all
from .bids import bids_for
from .claims import claims_for
from .facts import facts_of
from .limits import limits_on, standards_of

SHOWN = 5  # records behind one finding
KEPT_SECONDS = 15 * 60
MANY = 1000  # decisions or voices: from there on counting a year costs something
Findings = tuple[tuple[Sign, Finding], ...]


@dataclass(frozen=True)
class Behind:
    """A record behind a finding, as a link."""

    title: str
    url: str


@dataclass(frozen=True)
class SignRead:
    """A sign, what was found, and those of the records behind it that the actor may open."""

    sign: Sign
    finding: Finding
    behind: tuple[Behind, ...] = ()
    more: int = 0


def chosen_units(actor: Actor) -> list[Unit]:
    """Where the actor may look, in tree order."""
    return list(organisations.units_of(actor, P.SEE_SIGNS))


def _units_under(actor: Actor, unit: Unit | None) -> frozenset[int] | None:
    """With those below it; and never more than the actor may see."""
    allowed = actor.units_for(P.SEE_SIGNS)
    if unit is None:
        return allowed
    below = frozenset(each.pk for each in organisations.all_units_of(actor) if each.path.startswith(unit.path))
    found = below if allowed is None else below & allowed
    if not found:
        raise NotYours
    return found


def signs_of_year(  # noqa: PLR0913  each of them by its place
    actor: Actor,
    year: Year,
    today: date,
    slug: str,
    unit: Unit | None = None,
    limits: SignLimits | Limits | None = None,
    clock: Clock | None = None,
) -> list[SignRead]:
    """`limits`, `clock`: where the page knows them already."""
    if not rules.can_see_signs(actor):
        raise NotYours
    units = _units_under(actor, unit)
    chosen = Chosen(actor.organisation_id or 0, today, year.starts, year.ends, units)
    return _linked(actor, _kept(chosen, limits or limits_on(chosen.organisation_id, today), clock), slug)


def _kept(chosen: Chosen, limits: SignLimits | Limits, clock: Clock | None) -> Findings:
    """Where counting takes long it is done every quarter of an hour. Codes are looked up for each reader anew, so
    that what has gone meanwhile is shown to nobody."""
    days = (chosen.today, chosen.first, chosen.last)
    pieces = (chosen.organisation_id, *days, getattr(limits, "pk", 0), _key(chosen.units))
    key = "signs:" + ":".join(map(str, pieces))
    kept: list[tuple[str, Finding]] | None = cache.get(key)
    if kept is not None:
        return tuple((BY_SLUG[slug], finding) for slug, finding in kept)
    facts = facts_of(chosen, standards_of(limits), clock)
    found = read_all(facts, standards_of(limits))
    if any(count and count.all >= MANY for count in (facts.answers, facts.asked)):
        cache.set(key, [(sign.slug, finding) for sign, finding in found], KEPT_SECONDS)
    return found


def _key(units: frozenset[int] | None) -> str:
    """Short: a longer one than the cache's table can hold would never be found again."""
    return hashlib.sha256(repr(None if units is None else sorted(units)).encode()).hexdigest()[:32]


def signs_of_organisation(organisation_id: int, year: Year, today: date) -> Findings:
    """For the command line: the whole of it, counted now."""
    limits = standards_of(limits_on(organisation_id, today))
    return read_all(facts_of(Chosen(organisation_id, today, year.starts, year.ends), limits), limits)


def decision_to_read(actor: Actor, code: str) -> Decision:
    found = decisions.decision_for(actor, code)
    if not rules.can_see_signs_of(actor, found):
        raise NotYours
    return found


def signs_of_decision(  # noqa: PLR0913  each of them by its place
    actor: Actor,
    decision: Decision,
    today: date,
    slug: str,
    limits: SignLimits | Limits | None = None,
    clock: Clock | None = None,
) -> list[SignRead]:
    """`limits`, `clock`: where the page knows them already."""
    return _linked(actor, findings_of_decision(decision, today, limits, clock), slug)


def findings_of_decision(
    decision: Decision, today: date, limits: SignLimits | Limits | None = None, clock: Clock | None = None
) -> Findings:
    own = standards_of(limits or limits_on(decision.organisation_id, today))
    chosen = Chosen(decision.organisation_id, today, decision.opened_on, today, decision=decision.pk)
    return read_all(facts_of(chosen, own, clock), own)


# Records behind findings: only those that the actor may open, by their titles.


def _linked(actor: Actor, found: Findings, slug: str) -> list[SignRead]:
    known = _known(actor, [ref for _sign, finding in found for ref in finding.refs], slug)
    return [_one(sign, finding, [known[ref] for ref in finding.refs if ref in known]) for sign, finding in found]


def _one(sign: Sign, finding: Finding, behind: Sequence[Behind]) -> SignRead:
    return SignRead(sign, finding, tuple(behind[:SHOWN]), max(0, len(behind) - SHOWN))


def _known(actor: Actor, refs: Iterable[Ref], slug: str) -> dict[Ref, Behind]:
    codes: dict[str, set[str]] = defaultdict(set)
    for ref in refs:
        codes[ref.kind].add(ref.code)
    asked = [_titles(actor, kind, wanted) for kind, wanted in codes.items()]
    rows = asked[0].union(*asked[1:], all=True) if asked else ()
    return {Ref(kind, code): Behind(title, f"/{slug}/{PLACES[kind][0]}/{code}/") for kind, code, title in rows}


def _titles(actor: Actor, kind: str, wanted: Iterable[str]) -> Any:
    """The same columns of the same types, so that all kinds can be asked for together."""
    _path, rows_for, title = PLACES[kind]
    rows = rows_for(actor).filter(code__in=wanted).select_related(None).order_by()
    named = {
        "its_kind": Value(kind, TextField()),
        "its_code": Cast("code", TextField()),
        "its_title": Cast(title(actor) if callable(title) else title, TextField()),
    }
    return rows.annotate(**named).values_list(*named)


def _sessions(actor: Actor) -> Any:
    return involvement.meetings_for(actor)


def _voices(actor: Actor) -> Any:
    return voice.ledger_for(actor).filter(withdrawn_on__isnull=True)


def _words(actor: Actor) -> Any:
    """As far as they read them: a sign can be read by whoever only sees that something was said."""
    return voice.eyes_of(actor).shown()


PLACES: dict[str, tuple[str, Any, Any]] = {
    "decision": ("decisions", decisions.decisions_for, "title"),
    "session": ("sessions", _sessions, "title"),
    "opportunity": ("involvement/opportunities", involvement.opportunities_for, "title"),
    "body": ("seats", decisions.forums_for, "name"),
    "change": ("changes", voice.changes_for, "what"),
    "voice": ("voices", _voices, _words),
    "claim": ("candour/claims", claims_for, "audience"),
    "bid": ("candour/bids", bids_for, "title"),
}


def titles_of(actor: Actor, refs: Iterable[str], slug: str) -> list[Behind | None]:
    """Of records as they are sealed, `kind:code`: those that the actor may open, None for each of the others."""
    wanted = [Ref(*ref.split(":", 1)) for ref in refs]
    known = _known(actor, wanted, slug)
    return [known.get(ref) for ref in wanted]
