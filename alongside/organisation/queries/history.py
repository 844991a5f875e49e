"""Who changed what when, read from the event log: the log knows codes, the sentences are made here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.accounts.models import User
from alongside.accounts.roles import ROLES
from alongside.audit import queries as audit
from alongside.core import dates
from alongside.core.actor import Actor

from ..events import OrganisationEvent as E
from ..models import Kind, Membership, Organisation, Settings, Unit

MOST = 10
TARGETS: dict[str, type] = {model._meta.label_lower: model for model in (Organisation, Unit, Kind, Membership)}
# What each part of an organisation is called where its changes are listed.
PARTS: dict[str, Any] = {
    "name": gettext_lazy("name"),
    "about": gettext_lazy("what stands on the public page"),
    "complain": gettext_lazy("how to complain"),
    "help_now": gettext_lazy("where help is now"),
    "nation": gettext_lazy("whose bank holidays count"),
    "level": gettext_lazy("level"),
    "parent": gettext_lazy("the unit above it"),
    "in_use": gettext_lazy("whether it is in use"),
    "person_word": gettext_lazy("word for one person"),
    "people_word": gettext_lazy("word for several people"),
    "acknowledge_days": gettext_lazy("days to say that we have it"),
    "read_days": gettext_lazy("days until it is read"),
    "contact_days": gettext_lazy("days until somebody is contacted"),
    "safeguarding_days": gettext_lazy("days until the safeguarding lead looks"),
    "outcome_weeks": gettext_lazy("weeks to an answer"),
    "pay_days": gettext_lazy("days to pay"),
    "notice_days": gettext_lazy("days of notice"),
    "least_people": gettext_lazy("least people"),
    "pulse_threshold": gettext_lazy("least answers in a small group"),
    "inside_threshold": gettext_lazy("least people inside"),
    "outside_threshold": gettext_lazy("least people in public"),
    "year_starts_month": gettext_lazy("month in which the year begins"),
}
Sentence = Callable[[str, dict[str, Any]], str]


@dataclass(frozen=True)
class Change:
    at: datetime
    who: str
    what: str


def history_of(actor: Actor, *models: type) -> list[Change]:
    """The newest changes to organisation, units, kinds or memberships, newest first."""
    labels = [label for label, model in TARGETS.items() if model in models]
    events = audit.events_for(actor).filter(room="organisation", target_type__in=labels)
    rows = list(events.select_related("content")[:MOST])
    people = _names(row.actor_id for row in rows)
    things = _things(rows)
    return [Change(row.at, people.get(row.actor_id or 0, ""), _said(row, things.get(row.target, ""))) for row in rows]


def _names(ids: Iterable[int | None]) -> dict[int, str]:
    return {user.pk: user.get_full_name() for user in User.objects.filter(pk__in={number for number in ids if number})}


def _things(rows: list[Any]) -> dict[str, str]:
    """What the targets are called today."""
    found: dict[str, str] = {}
    for label in {row.target_type for row in rows} - {Organisation._meta.label_lower}:
        codes = [row.target for row in rows if row.target_type == label]
        things = TARGETS[label].objects.filter(code__in=codes)  # type: ignore[attr-defined]
        if label == Membership._meta.label_lower:
            found.update((thing.code, thing.who) for thing in things.select_related("user"))
        else:
            found.update((thing.code, thing.name) for thing in things)
    return found


def _said(row: Any, thing: str) -> str:
    content = getattr(row, "content", None)
    facts = content.facts if content else {}
    sentence = SENTENCES.get(row.name)
    return sentence(thing, facts) if sentence else ""


def _day(text: str) -> str:
    return dates.long_day(date.fromisoformat(text)) if text else ""


def _parts(facts: dict[str, Any]) -> str:
    return ", ".join(str(PARTS.get(name, name)) for name in facts.get("changed", ()))


def _settings(_thing: str, facts: dict[str, Any]) -> str:
    changed = facts.get("changed", {})
    said = ", ".join(f"{PARTS.get(name, name)} {old} → {new}" for name, (old, new) in changed.items())
    return _("From %(day)s: %(what)s") % {"day": _day(facts.get("from", "")), "what": said}


def _role(text: Any) -> Sentence:
    def said(thing: str, facts: dict[str, Any]) -> str:
        role = ROLES.get(facts.get("role", ""))
        return str(text) % {"who": thing or _("Somebody"), "role": role.name if role else ""}

    return said


def _with(text: Any) -> Sentence:
    return lambda thing, facts: str(text) % {"thing": thing, "what": _parts(facts), "day": _day(facts.get("from", ""))}


def _on_day(text: Any) -> Sentence:
    return lambda _thing, facts: str(text) % {"day": _day(facts.get("day", ""))}


SENTENCES: dict[str, Sentence] = {
    E.MADE: _with(gettext_lazy("The organisation was made.")),
    E.DESCRIBED: _with(gettext_lazy("Changed: %(what)s")),
    E.SETTINGS_CHANGED: _settings,
    E.CLOSED_DAY_ADDED: _on_day(gettext_lazy("%(day)s added")),
    E.CLOSED_DAY_REMOVED: _on_day(gettext_lazy("%(day)s taken out")),
    E.UNIT_ADDED: _with(gettext_lazy("“%(thing)s” added")),
    E.UNIT_CHANGED: _with(gettext_lazy("“%(thing)s” changed: %(what)s")),
    E.UNIT_CLOSED: _with(gettext_lazy("“%(thing)s” closed")),
    E.UNIT_REOPENED: _with(gettext_lazy("“%(thing)s” opened again")),
    E.KIND_ADDED: _with(gettext_lazy("“%(thing)s” added")),
    E.KIND_CHANGED: _with(gettext_lazy("“%(thing)s” changed: %(what)s")),
    E.RESERVED: _with(gettext_lazy("“%(thing)s” reserved from %(day)s")),
    E.RELEASED: _with(gettext_lazy("“%(thing)s” released from %(day)s")),
    E.ROLE_GIVEN: _role(gettext_lazy("%(who)s: %(role)s given")),
    E.ROLE_ENDED: _role(gettext_lazy("%(who)s: %(role)s ended")),
}


@dataclass(frozen=True)
class LastChange:
    """When a setting got its present value, and from whom."""

    since: date
    who: str


def last_changes(rows: list[Settings], fields: Iterable[str]) -> dict[str, LastChange]:
    """For each setting the row that brought in the value of the newest. `rows` newest first, never empty."""
    found: dict[str, LastChange] = {}
    for field in fields:
        value, row = getattr(rows[0], field), rows[0]
        for older in rows[1:]:
            if getattr(older, field) != value:
                break
            row = older
        found[field] = LastChange(row.effective_on, row.recorded_by.get_full_name() if row.recorded_by else "")
    return found
