"""Everything that any standard can rest on, counted once: a standard only chooses from it."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.accounts.permissions import Permission as P
from alongside.candour import rules as candour_rules
from alongside.candour.queries.accounts import StatementOf, accounts_between
from alongside.candour.queries.of_days import findings_of_days
from alongside.candour.queries.signs import Findings
from alongside.candour.standards import BY_SLUG, Finding
from alongside.core.actor import Actor

from ...values import Counted, Part, Sheet
from ..figures import sheet_of
from ..figures.base import Asked, count
from ..keeping import counted
from ..scope import Scope
from .base import PROBES


@dataclass(frozen=True)
class Evidence:
    """Values alone. `signs`: whether they are in it; not everybody who reads figures reads signs."""

    sheet: Sheet
    found: tuple[tuple[str, Finding], ...] = ()
    statements: tuple[StatementOf, ...] = ()
    signs: bool = False

    @property
    def weight(self) -> float:
        return self.sheet.weight

    @property
    def findings(self) -> Findings:
        return tuple((BY_SLUG[slug], finding) for slug, finding in self.found)

    def probe(self, slug: str) -> Counted | None:
        """None where it is only said of the whole organisation, and this is a part."""
        return next((each for part in self.sheet.parts for each in part.figures if each.slug == slug), None)


def evidence_for(actor: Actor, scope: Scope) -> Evidence:
    if sees_signs(actor, scope):
        return counted([scope], "evidence", evidence_of_whole)[0]
    return counted([scope], "evidence-without-signs", evidence_without_signs)[0]


def sees_signs(actor: Actor, scope: Scope) -> bool:
    """Of all that is counted here, or of none of it."""
    if not candour_rules.can_see_signs(actor):
        return False
    allowed = actor.units_for(P.SEE_SIGNS)
    return allowed is None or scope.units is not None and scope.units <= allowed


def evidence_without_signs(scope: Scope, counted_at: str) -> Evidence:
    found = count((probe.figure for probe in PROBES.found.values()), Asked(scope))
    part = Part("evidence", "", tuple(found[slug] for slug in PROBES.found if slug in found))
    return Evidence(sheet_of(scope, counted_at, (part,)))


def evidence_of_whole(scope: Scope, counted_at: str) -> Evidence:
    organisation, (first, last) = scope.organisation.pk, scope.days
    findings = findings_of_days(organisation, first, last, scope.today, scope.units)
    return Evidence(
        evidence_without_signs(scope, counted_at).sheet,
        tuple((sign.slug, finding) for sign, finding in findings),
        accounts_between(organisation, first, last, scope.units).account.statements,
        signs=True,
    )
