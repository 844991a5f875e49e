"""Writing what was planned: rows in bulk, one event with a sealed row for each decision."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from django.utils import timezone

from alongside.accounts.bylines import byline
from alongside.audit import sealing
from alongside.audit import services as audit
from alongside.audit.services import SealedRow
from alongside.core import bulk
from alongside.core.actor import Actor

from .. import queries
from ..events import DecisionEvent as Event
from ..models import DECIDED, DROPPED, PLANNED, Decision, DecisionStatus, Taken, TakenWithout
from .lines import Line, Past
from .planning import Batch, Change, Plan


class Written(NamedTuple):
    """One decision that this file made or changed, and what it says came of it (if it was not known before)."""

    pk: int
    code: str
    line: Line
    past: Past | None


class Writer:
    """Inside the transaction of `run_import`. Nothing is recorded when the file changes nothing."""

    def __init__(self, plan: Plan, by: Actor) -> None:
        self.plan, self.by = plan, by
        self.salt = sealing.new_salt()
        self.rows: list[SealedRow] = []
        self.exceptions = 0
        self.line = {**byline(by), "recorded_at": timezone.now()}

    def write(self, batch: Batch) -> None:
        made = self._make(batch.new)
        changed = [self._save(change) for change in batch.changes]
        pasts = [(one.pk, one.past) for one in [*made, *changed] if one.past]
        statuses = [self._status(one.pk, PLANNED, _opened(one.line)) for one in made]
        statuses += [self._status(change.decision.pk, DROPPED, self.plan.world.today) for change in batch.drops]
        statuses += [self._status(pk, DECIDED, past.on, past.outcome, past.reason) for pk, past in pasts]
        bulk.insert(DecisionStatus, statuses)
        bulk.insert(TakenWithout, [self._exception(pk, past) for pk, past in pasts if past.reserved])
        self.exceptions += sum(past.reserved for _pk, past in pasts)
        for one in [*made, *changed]:
            self.rows.append(SealedRow(one.code, sealing.commitment(self.salt, one.line.fingerprint)))

    def _make(self, lines: list[Line]) -> list[Written]:
        bulk.insert(Decision, [self._row(line) for line in lines])
        rows = queries.by_uids(self.plan.world.organisation.pk, [line.uid for line in lines])
        made = {uid: (pk, code) for uid, pk, code in rows.values_list("uid", "pk", "code")}
        return [Written(*made[line.uid], line, line.past) for line in lines]

    def _row(self, line: Line) -> dict[str, Any]:
        values = {**line.values, "kind_id": line.values["kind"].pk, "unit_id": line.values["unit"].pk}
        return {
            **values,
            **_decided(line.past),
            **self.line,
            "organisation_id": self.plan.world.organisation.pk,
            "opened_on": _opened(line),
            "source": self.plan.source,
            "uid": line.uid,
            "fingerprint": line.fingerprint,
        }

    def _save(self, change: Change) -> Written:
        decision = change.decision
        values = {**change.values, **_decided(change.past), "fingerprint": change.line.fingerprint}
        if change.drop:
            values["state"] = DROPPED
        for name, value in values.items():
            setattr(decision, name, value)
        decision.version += 1
        decision.save(update_fields=[*values, "version"])
        return Written(decision.pk, decision.code, change.line, change.past)

    def _status(self, pk: int, state: str, on: date, outcome: str = "", reason: str = "") -> dict[str, Any]:
        said = {"state": state, "effective_on": on, "outcome": outcome, "reason": reason}
        return {"decision_id": pk, **said, **self.line}

    def _exception(self, pk: int, past: Past) -> dict[str, Any]:
        said = {"reason": past.without, "allowed_by_id": past.allowed_by, "on": self.plan.world.today}
        return {"organisation_id": self.plan.world.organisation.pk, "decision_id": pk, **said, **self.line}

    def finish(self) -> None:
        if not self.rows:
            return
        counts = {name: self.plan.counts[name] for name in ("new", "changed", "unchanged", "units_made")}
        facts = {"source": self.plan.source, "salt": self.salt, "exceptions": self.exceptions, **counts}
        audit.record(Event.IMPORTED, by=self.by, target=self.plan.world.organisation, facts=facts, rows=self.rows)


def _opened(line: Line) -> date:
    return line.values.get("opened_on", line.opened_on)


def _decided(past: Past | None) -> dict[str, Any]:
    if past is None:
        return {}
    return {
        "state": DECIDED,
        "decided_on": past.on,
        "taken": str(Taken.EXCEPTED if past.reserved else Taken.WITHOUT),
        "reserved": past.reserved,
        "outcome": past.outcome,
        "reason": past.reason,
    }
