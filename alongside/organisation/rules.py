"""Who may change how an organisation is set up, and what may never be."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import ROLES, works_here
from alongside.core.actor import Actor
from alongside.core.actor import Kind as ActorKind
from alongside.core.errors import NotYours, Refused
from alongside.core.routes import RESERVED_SLUGS

from .models import SLUG, Kind, Membership, Nation, ReservedKind, Unit

DEEPEST = 15  # steps below the top: more is a mistake, and Unit.path has room for no more


class Here(Protocol):
    organisation_id: int


def check_here(actor: Actor, thing: Here) -> None:
    """Nothing of another organisation exists."""
    if thing.organisation_id != actor.organisation_id:
        raise NotYours


def _may(actor: Actor, permission: P) -> bool:
    return actor.kind == ActorKind.SYSTEM or actor.can(permission)


def _holds(check: Any, *args: Any) -> bool:
    try:
        check(*args)
    except (Refused, NotYours):
        return False
    return True


# Making an organisation.


def check_can_make_organisation(actor: Actor) -> None:
    if actor.kind != ActorKind.SYSTEM:
        raise Refused(_("Organisations are added by those who run this installation. Ask them."))


def can_make_organisation(actor: Actor) -> bool:
    return _holds(check_can_make_organisation, actor)


def check_slug(slug: str, taken: bool) -> None:
    if not re.fullmatch(SLUG.regex, slug):
        raise Refused(
            _("Use 3 to 40 small letters, numbers and hyphens, and begin with a letter: like harbour-house."),
            field="slug",
        )
    if slug in RESERVED_SLUGS:
        raise Refused(_("“%(slug)s” is a word that the product uses itself. Choose another.") % {"slug": slug}, "slug")
    if taken:
        raise Refused(_("“%(slug)s” is taken by another organisation here. Choose another.") % {"slug": slug}, "slug")


def check_nation(nation: str) -> None:
    if nation not in Nation.values:
        raise Refused(_("Choose one of the four nations: its bank holidays count."), field="nation")


# Settings, units, kinds, closed days.


def check_can_set_up(actor: Actor) -> None:
    if not _may(actor, P.SETTINGS):
        raise Refused(_("Only a coordinator or an administrator can change this. Ask one of them."))


def can_set_up(actor: Actor) -> bool:
    return _holds(check_can_set_up, actor)


def check_settings(values: Mapping[str, Any]) -> None:
    """Numbers that would make a clock or a safeguard mean nothing are refused, whoever asks."""
    if values["least_people"] < 2:
        raise Refused(_("One person alone is never “with people”. Write 2 or more."), field="least_people")
    if values["pulse_threshold"] < 3:
        raise Refused(_("Below 3 answers people could be recognised. Write 3 or more."), field="pulse_threshold")
    if values["inside_threshold"] < values["pulse_threshold"]:
        raise Refused(
            _("What the whole organisation sees needs at least as many people as what a small group sees."),
            field="inside_threshold",
        )
    if values["outside_threshold"] < values["inside_threshold"]:
        raise Refused(
            _("What the public sees needs at least as many people as what the organisation sees."),
            field="outside_threshold",
        )
    if not 1 <= values["year_starts_month"] <= 12:
        raise Refused(_("Choose a month."), field="year_starts_month")
    _check_clocks(values)


def check_year_moves(stands: bool) -> None:
    """`stands`: there is something by a quarter or a year. Its address would name other days from then on."""
    if stands:
        told = _(
            "The month in which your year begins can no longer be changed. There are board packs, yearly accounts"
            " or counts of who takes part. Each stands by its quarter or its year, and would stand under other days."
        )
        raise Refused(told, field="year_starts_month")


CLOCKS = (
    *("acknowledge_days", "read_days", "contact_days", "safeguarding_days", "outcome_weeks", "pay_days"),
    *("note_weeks", "chase_weeks", "manager_days", "board_days"),
)


def _check_clocks(values: Mapping[str, Any]) -> None:
    for name in CLOCKS:
        if values[name] < 1:
            raise Refused(_("A clock needs at least 1."), field=name)
    if values["board_days"] < values["manager_days"]:
        raise Refused(_("The board hears of it after the manager does. Write at least as many days."), "board_days")


def check_from_day(actor: Actor, day: date, today: date) -> None:
    """What people were promised in the past stays as it was promised."""
    if day < today and actor.kind != ActorKind.SYSTEM:
        raise Refused(_("This cannot be changed for days that are over. Choose today or a later day."), "from_day")


def check_can_place(unit: Unit | None, parent: Unit | None, steps_below: int = 0) -> None:
    """A unit (with so many steps below it) stands under one open unit, never under itself or below itself."""
    if parent is None:
        if unit is None or unit.parent_id is not None:
            raise Refused(_("Choose the unit that this one belongs to."), field="parent")
        return
    if unit is not None and unit.parent_id is None:
        raise Refused(_("This is the top of the organisation: it cannot be put under another unit."), field="parent")
    if unit is not None and parent.path.startswith(unit.path):
        raise Refused(_("A unit cannot stand under itself or under a unit below it."), field="parent")
    if parent.closed_on is not None:
        raise Refused(_("That unit is closed. Choose one that is open."), field="parent")
    if parent.depth + steps_below > DEEPEST:
        raise Refused(_("That is too deep: %(most)s steps below the top are enough.") % {"most": DEEPEST}, "parent")


def check_can_close_unit(actor: Actor, unit: Unit, open_below: int) -> None:
    check_can_set_up(actor)
    check_here(actor, unit)
    if unit.parent_id is None:
        raise Refused(_("The top of the organisation cannot be closed. Rename it if its name changed."))
    if unit.closed_on is not None:
        raise Refused(_("This unit is closed already."))
    if open_below:
        raise Refused(_("Units below this one are still open. Close or move them first."))


def can_close_unit(actor: Actor, unit: Unit, open_below: int) -> bool:
    return _holds(check_can_close_unit, actor, unit, open_below)


def check_can_put_away(kind: Kind, reserved: bool) -> None:
    """Putting a reserved kind out of use would be a quiet way round its reservation."""
    if reserved:
        raise Refused(
            _("Decisions of this kind are reserved. Release the kind first, for everybody to see."), field="in_use"
        )


def check_can_reserve(actor: Actor, kind: Kind, standing: ReservedKind | None) -> None:
    check_can_set_up(actor)
    check_here(actor, kind)
    if not kind.in_use:
        raise Refused(_("This kind is out of use. Put it back in use first."))
    if standing is not None:
        raise Refused(_("This kind is reserved already, or will be."))


def can_reserve(actor: Actor, kind: Kind, standing: ReservedKind | None) -> bool:
    return _holds(check_can_reserve, actor, kind, standing)


def check_can_release(actor: Actor, kind: Kind, standing: ReservedKind | None) -> None:
    check_can_set_up(actor)
    check_here(actor, kind)
    if standing is None:
        raise Refused(_("This kind is not reserved, or its end is set already."))


def can_release(actor: Actor, kind: Kind, standing: ReservedKind | None) -> bool:
    return _holds(check_can_release, actor, kind, standing)


# Roles.


def check_can_see_roles(actor: Actor) -> None:
    check_can_set_up(actor)


def check_can_give_role(actor: Actor, role: str, unit: Unit | None = None) -> None:
    """An administrator gives any role; whoever keeps the register may let a contributor sign in."""
    if role not in ROLES:
        raise Refused(_("There is no such role. Choose one from the list."), field="role")
    if not (_may(actor, P.ROLES) or (role == "contributor" and _may(actor, P.KEEP_REGISTER))):
        raise Refused(_("Only an administrator can say who has which role. Ask one."))
    if unit is not None:
        check_here(actor, unit)
        if ROLES[role].whole_organisation:
            raise Refused(_("This role is for the whole organisation. Choose no unit."), field="unit")
        if unit.closed_on is not None:
            raise Refused(_("That unit is closed. Choose one that is open."), field="unit")


def can_give_role(actor: Actor, role: str, unit: Unit | None = None) -> bool:
    return _holds(check_can_give_role, actor, role, unit)


def check_can_end_role(actor: Actor, membership: Membership, other_administrators: int) -> None:
    check_here(actor, membership)
    check_can_give_role(actor, membership.role)
    if membership.until is not None:
        raise Refused(_("This role ended already."))
    if membership.role == "administrator" and other_administrators < 1:
        raise Refused(_("This is the last administrator. Give somebody else the role first."))


def can_end_role(actor: Actor, membership: Membership, other_administrators: int) -> bool:
    return _holds(check_can_end_role, actor, membership, other_administrators)


# Standing in for somebody who is away.


LONGEST_AWAY = 366  # days: after that somebody has left, and a role is given


def can_be_away(actor: Actor) -> bool:
    """Whoever answers, for themselves; whoever sets up the organisation, for anybody."""
    return actor.can(P.ANSWER) or _may(actor, P.SETTINGS)


def check_stand_in(by: Actor, away: int, substitute: int, units: Sequence[Unit]) -> None:
    if not (_may(by, P.SETTINGS) or by.user_id == away and by.can(P.ANSWER)):
        raise Refused(_("You can name a substitute for yourself. For somebody else, ask the coordinator."))
    if away == substitute:
        raise Refused(_("Choose somebody else: they cannot stand in for themselves."), field="substitute")
    if not units:
        raise Refused(_("Choose for which part of the organisation."), field="units")
    for unit in units:
        check_here(by, unit)


def check_days_away(since: date, last_day: date, today: date) -> None:
    if since < today:
        raise Refused(_("That day is over. Choose today or a later day."), field="since")
    if last_day < since:
        raise Refused(_("The last day cannot be before the first. Look at both."), field="last_day")
    if (last_day - since).days > LONGEST_AWAY:
        raise Refused(
            _("Choose at most a year. Whoever is away longer is replaced by giving a role."), field="last_day"
        )


def check_theirs(away: Actor, units: Sequence[Unit]) -> None:
    """Nobody can hand on more than they have."""
    for unit in units:
        if not away.can(P.ANSWER, unit.pk):
            text = _("They do not answer for %(unit)s, so nobody can stand in for them there.")
            raise Refused(text % {"unit": unit.name}, field="units")


def check_works_here(substitute: Actor) -> None:
    if not works_here(substitute):
        raise Refused(_("Choose somebody who works here. An administrator can let them in first."), field="substitute")
