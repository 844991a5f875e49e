"""Of what, and of which days, something is counted."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.periods import Period
from alongside.decisions.models import DROPPED
from alongside.organisation.models import Organisation, Settings
from alongside.organisation.queries.tree import Tree, UnitThen, tree_on

from .. import rules


@dataclass(frozen=True)
class Scope:
    """`units` None: the whole organisation. A unit has with it what stood below it at the end of the period."""

    organisation: Organisation
    settings: Settings
    period: Period
    today: date
    tree: Tree
    units: frozenset[int] | None = None
    unit: UnitThen | None = None

    @property
    def days(self) -> tuple[date, date]:
        return self.period.first, self.period.last

    @property
    def end(self) -> date:
        """The day on which things are looked at: the last one, or today while it is not over."""
        return min(self.period.last, self.today)

    def here(self, way: str = "") -> Q:
        """`way` leads to a row with an organisation and a unit: `opportunity__decision__`."""
        found = Q(**{f"{way}organisation": self.organisation.pk})
        return found if self.units is None else found & Q(**{f"{way}unit__in": self.units})

    def within(self, way: str, own: str = "") -> Q:
        """The same for a row that knows its organisation itself (or by way of `own`): without a unit nothing is joined,
        and an index that begins with the organisation is used."""
        found = Q(**{f"{own}organisation": self.organisation.pk})
        return found if self.units is None else found & Q(**{f"{way}unit__in": self.units})

    def narrowest(self) -> Q:
        """The same for contributions, of which each unit has its own indexes: with the organisation beside it SQLite
        reads every row that a unit ever had."""
        return self.here() if self.units is None else Q(unit__in=self.units)

    def decided(self, way: str = "") -> Q:
        """Decided in these days, or due in them and not yet decided; what does not go ahead is left out."""
        return self.here(way) & Q(**{f"{way}day__range": self.days}) & ~Q(**{f"{way}state": DROPPED})

    @property
    def key(self) -> str:
        """Tells what is kept of one from what is kept of another: also the unit that was chosen, for the same units can
        be all of one and some of another, and the settings by which numbers are rounded. Short, however many units."""
        units = "all" if self.units is None else "-".join(map(str, sorted(self.units)))
        part = hashlib.sha256(units.encode()).hexdigest()[:32]
        chosen = self.unit.code if self.unit else ""
        days = f"{self.period.slug}:{self.period.first}:{self.today}"
        return f"{self.organisation.pk}:{self.settings.pk}:{days}:{chosen}:{part}"


def scope_for(
    actor: Actor, organisation: Organisation, settings: Settings, period: Period, today: date, unit: str = ""
) -> Scope:
    """Never more than the actor may see: a manager's figures are those of their units."""
    rules.check_can_see_figures(actor)
    tree = tree_on(organisation, period.first, min(period.last, today))
    allowed = actor.units_for(P.SEE_FIGURES)
    chosen = tree.by_code.get(unit)
    if unit and chosen is None:
        raise NotYours
    units = allowed
    if chosen is not None:
        below = tree.below(unit)
        units = below if allowed is None else below & allowed
        if not units:
            raise NotYours
    return Scope(organisation, settings, period, today, tree, units, chosen)


def scope_before(scope: Scope) -> Scope:
    """The same units in the period before, as the tree stands in this one, so that like stands beside like."""
    return replace(scope, period=scope.period.before)


def whole(organisation: Organisation, settings: Settings, period: Period, today: date) -> Scope:
    """For the command line, and for closing a period."""
    return Scope(
        organisation, settings, period, today, tree_on(organisation, period.first, min(period.last, today)), None
    )


def units_to_choose(actor: Actor, scope: Scope) -> list[UnitThen]:
    """Those of which the actor may see figures and that are not closed, in the order of the tree today."""
    allowed = actor.units_for(P.SEE_FIGURES)
    there = [unit for unit in scope.tree.units if unit.closed_on is None or unit.closed_on >= scope.period.first]
    return [unit for unit in there if allowed is None or unit.pk in allowed]
