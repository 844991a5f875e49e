"""What a file is matched with, read once: kinds, units, who works here, what was reserved when."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date

from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import STAFF_ROLES
from alongside.core.actor import Actor
from alongside.core.actor import Kind as ActorKind
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation import rules as organisation_rules
from alongside.organisation import services as organisation_services
from alongside.organisation.models import Kind, Level, Organisation, ReservedKind, Unit

from .. import queries
from ..models import Forum

OTHER = "other"


@dataclass(frozen=True)
class Choices:
    """What whoever brings in the file chose about it."""

    kind: Kind | None = None  # for rows that name none
    unit: Unit | None = None
    make_units: bool = False  # units that are not here yet, under the top one
    other_kinds: bool = False  # kinds that are not here become "Other"


def folded(name: str) -> str:
    return " ".join(name.casefold().split())


@dataclass
class World:
    organisation: Organisation
    by: Actor
    choices: Choices
    rehearsing: bool = True
    today: date = field(default_factory=timezone.localdate)
    made_units: list[str] = field(default_factory=list)
    other_kinds: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        if self.choices.make_units:
            organisation_rules.check_can_set_up(self.by)
        self.kinds = self._read_kinds()
        self.units = {folded(unit.name): unit for unit in organisations.all_units_of(self.by)}
        users = organisations.users_with(self.organisation.pk, *STAFF_ROLES)
        self.users = dict(users.order_by().annotate(key=F("email")).values_list("key", "pk"))
        self.forums = {folded(forum.name): forum for forum in Forum.objects.filter(organisation=self.organisation)}
        self.reserved = self._read_reserved()
        self._allowers: dict[int, bool] = {}
        self._empty: dict[tuple[int, date], int] = {}

    def _read_kinds(self) -> dict[str, Kind]:
        kinds = list(organisations.kinds_of(self.by))
        return {folded(kind.slug): kind for kind in kinds} | {folded(kind.name): kind for kind in kinds}

    def _read_reserved(self) -> dict[int, list[tuple[date, date]]]:
        found: dict[int, list[tuple[date, date]]] = {}
        for row in ReservedKind.objects.filter(kind__organisation=self.organisation):
            found.setdefault(row.kind_id, []).append((row.from_day, row.until_day or date.max))
        return found

    def kind_names(self) -> list[str]:
        return sorted({kind.name for kind in self.kinds.values()})

    def kind(self, name: str) -> Kind | None:
        found = self.kinds.get(folded(name))
        if found is None and self.choices.other_kinds and (found := self.kinds.get(OTHER)):
            self.other_kinds[name[:40]] += 1
        return found

    def unit(self, name: str) -> Unit | None:
        key = folded(name)
        if key not in self.units and self.choices.make_units:
            self.units[key] = self._made(name)
        return self.units.get(key)

    def _made(self, name: str) -> Unit:
        top = organisations.top_unit(self.organisation.pk)
        self.made_units.append(name)
        if self.rehearsing:
            return Unit(organisation=self.organisation, name=name, level=Level.TEAM, parent=top)
        return organisation_services.add_unit(name=name, level=Level.TEAM, parent=top, by=self.by)

    def reserved_since(self, kind_id: int, on: date) -> date | None:
        """From when on the kind was reserved, if it was on that day."""
        windows = self.reserved.get(kind_id, ())
        return next((start for start, end in windows if start <= on < end), None)

    def empty_seats(self, forum: Forum, on: date) -> int:
        """For lived experience, on that body and that day; looked up once for each."""
        key = (forum.pk, on)
        if key not in self._empty:
            self._empty[key] = queries.lived_seats(forum, on).empty
        return self._empty[key]

    def may_allow(self, user_id: int) -> bool:
        if user_id not in self._allowers:
            user = organisations.users_with(self.organisation.pk).filter(pk=user_id).first()
            actor = organisations.actor_for(user, self.organisation.pk)
            self._allowers[user_id] = actor.can(P.ALLOW_WITHOUT)
        return self._allowers[user_id]

    def check_may_except(self) -> str:
        """Why whoever brings in the file may not bring in exceptions; nothing when they may."""
        if self.by.kind == ActorKind.SYSTEM or self.by.can(P.ALLOW_WITHOUT):
            return ""
        return _("You may not record exceptions. Ask the coordinator to bring in this file.")


def choices_of(by: Actor, kind: str | None, unit: str | None, make_units: bool, other_kinds: bool) -> Choices:
    """By slug or name, as the command line has them."""
    kinds = {folded(word): one for one in organisations.kinds_of(by) for word in (one.name, one.slug)}
    units = {folded(word): one for one in organisations.units_of(by) for word in (one.code, one.name)}
    if kind and folded(kind) not in kinds:
        names = ", ".join(sorted({one.slug for one in kinds.values()}))
        raise Refused(_("There is no kind “%(kind)s”. The kinds are: %(names)s.") % {"kind": kind, "names": names})
    if unit and folded(unit) not in units:
        raise Refused(_("There is no unit “%(unit)s” that is open.") % {"unit": unit})
    return Choices(
        kind=kinds[folded(kind)] if kind else None,
        unit=units[folded(unit)] if unit else None,
        make_units=make_units,
        other_kinds=other_kinds,
    )
