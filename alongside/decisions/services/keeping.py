"""Putting a decision on the calendar, and changing what is said about it there."""

from __future__ import annotations

from datetime import date
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.accounts.roles import STAFF_ROLES
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.dates import long_day
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Kind, Unit

from .. import queries, rules
from ..events import DecisionEvent as Event
from ..models import Audience, Decision, Forum, Trigger
from . import steps


class Details(TypedDict, total=False):
    """What can be said about a decision that is not yet taken."""

    title: str
    kind: Kind
    unit: Unit
    owner: User | None
    open_part: str
    fixed_part: str
    decider: str
    forum: Forum | None
    trigger: str
    audience: str
    opened_on: date
    due_on: date | None


@transaction.atomic
def add_decision(*, title: str, kind: Kind, unit: Unit, by: Actor, **more: Unpack[Details]) -> Decision:  # type: ignore[misc]
    rules.check_can_add(by, unit.pk)
    decision = _new(by, title=title, kind=kind, unit=unit, **more)
    audit.record(Event.ADDED, by=by, target=decision, facts=_facts(decision))
    return decision


@transaction.atomic
def raise_decision(
    *, title: str, open_part: str, by: Actor, kind: Kind | None = None, unit: Unit | None = None
) -> Decision:
    """A contributor puts something to be decided on the calendar, or somebody writes it down for them.

    Staff read it, and they themselves; who else may is for the coordinator to settle with them.
    """
    rules.check_can_raise(by)
    kind = kind or queries.kind_other(by.organisation_id or 0)
    if kind is None:
        raise Refused(_("Choose what kind of thing it is."), field="kind")
    decision = _new(
        by,
        title=title,
        kind=kind,
        unit=unit or organisations.top_unit(by.organisation_id or 0),
        open_part=open_part,
        trigger=Trigger.CONTRIBUTOR_LED,
        audience=Audience.STAFF,
        raised_by_id=by.on_behalf_of or by.person_id,
    )
    steps.tell_coordinators(
        "decision_raised",
        decision,
        _("Somebody on the register raised a decision"),
        _("Read it, say who decides and when, and talk with them about who else may see it."),
    )
    audit.record(Event.RAISED, by=by, target=decision, facts=_facts(decision))
    return decision


@transaction.atomic
def change_decision(*, decision: Decision, seen: int, by: Actor, **details: Unpack[Details]) -> Decision:
    """Change what is given and leave the rest. Nothing changes once it was decided or dropped."""
    decision = steps.locked(decision, by, seen)
    rules.check_can_change(by, decision)
    changed = {name: value for name, value in details.items() if getattr(decision, name) != value}
    if not changed:
        return decision
    steps.change(decision, **_checked(decision, by, changed))
    if "due_on" in changed and decision.due_on:
        told = _("What you raised will be decided by %(day)s.") % {"day": long_day(decision.due_on)}
        steps.tell_raiser(decision, told)
    audit.record(Event.CHANGED, by=by, target=decision, facts={"changed": sorted(changed), **_facts(decision)})
    return decision


def _new(by: Actor, **values: Any) -> Decision:
    decision = Decision(organisation=organisations.organisation_of(by), **byline(by))
    values = {"opened_on": timezone.localdate(), **values}
    for name, value in _checked(decision, by, values).items():
        setattr(decision, name, value)
    decision.save()
    steps.begin(decision, by=by, on=decision.opened_on)
    return decision


def _checked(decision: Decision, by: Actor, values: dict[str, Any]) -> dict[str, Any]:
    rules.check_title(values.get("title", decision.title))
    rules.check_decider(values.get("decider", decision.decider))
    rules.check_days(values.get("opened_on", decision.opened_on), values.get("due_on", decision.due_on))
    if "kind" in values:
        _check_kind(decision, values["kind"])
    if "unit" in values:
        _check_unit(decision, values["unit"])
    if "forum" in values:
        _check_forum(decision, values["forum"])
    if values.get("owner"):
        _check_owner(decision, values["owner"])
    if decision.pk and "unit" in values:
        rules.check_can_add(by, values["unit"].pk)
    return values


def _check_kind(decision: Decision, kind: Kind) -> None:
    if kind.organisation_id != decision.organisation_id or not kind.in_use:
        raise Refused(_("That kind of decision is not in use here. Choose another one."), field="kind")


def _check_unit(decision: Decision, unit: Unit) -> None:
    if unit.organisation_id != decision.organisation_id or unit.closed_on:
        raise Refused(_("That part of the organisation has closed. Choose another one."), field="unit")


def _check_forum(decision: Decision, forum: Forum | None) -> None:
    if forum is None:
        if decision.forum_id and queries.waivers_of(decision):
            told = _("A body decided this once with seats empty, and that stays. Name the body that decides now.")
            raise Refused(told, field="forum")
        return
    if forum.organisation_id != decision.organisation_id:
        raise Refused(_("That body is not here. Choose another one."), field="forum")


def _check_owner(decision: Decision, owner: User) -> None:
    if not organisations.users_with(decision.organisation_id, *STAFF_ROLES).filter(pk=owner.pk).exists():
        raise Refused(_("That person does not work here any more. Choose somebody else."), field="owner")


def _facts(decision: Decision) -> dict[str, Any]:
    return {
        "kind": decision.kind.slug,
        "unit": decision.unit.code,
        "forum": decision.forum.code if decision.forum else None,
        "trigger": str(decision.trigger),
        "audience": str(decision.audience),
        "opened_on": decision.opened_on.isoformat(),
        "due_on": decision.due_on.isoformat() if decision.due_on else None,
        "said": steps.sealed(
            title=decision.title, open=decision.open_part, fixed=decision.fixed_part, decider=decision.decider
        ),
    }
