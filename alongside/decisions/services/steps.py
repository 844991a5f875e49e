"""What several verbs do in the same way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.audit import sealing
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.post import services as post

from .. import queries, rules
from ..models import DECISION, Decision, DecisionStatus


def locked(decision: Decision, by: Actor, seen: int | None = None) -> Decision:
    """The row as it is now, held until the verb is done. `seen` is the version that its writer started from."""
    rows = Decision.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    found = rows.filter(pk=decision.pk, organisation=by.organisation_id).first()
    if found is None:
        raise NotYours
    if seen is not None:
        rules.check_seen(found, seen)
    return found


def begin(decision: Decision, *, by: Actor, on: date | None = None, outcome: str = "", reason: str = "") -> None:
    """The status row for the state in which `decision` stands now."""
    DecisionStatus.objects.create(
        decision=decision,
        state=decision.state,
        effective_on=on or timezone.localdate(),
        outcome=outcome,
        reason=reason,
        **byline(by),
    )


def move(decision: Decision, to: str, *, by: Actor, on: date | None = None, **values: Any) -> None:
    """Check the move, set the state and `values`, and leave a status row with what was said."""
    DECISION.check(decision.state, to)
    said = {name: values[name] for name in ("outcome", "reason") if name in values}
    change(decision, state=to, **values)
    begin(decision, by=by, on=on, **said)


def change(decision: Decision, **values: Any) -> None:
    for name, value in values.items():
        setattr(decision, name, value)
    decision.version += 1
    decision.save(update_fields=[*values, "version"])


def sealed(**words: str) -> dict[str, str]:
    """Proof of what was written, for the event log, without the words."""
    salt = sealing.new_salt()
    return {"salt": salt, "seal": sealing.commitment(salt, sealing.canonical(words))}


def tell_coordinators(kind: str, decision: Decision, subject: str, body: str) -> None:
    for user in organisations.users_with(decision.organisation_id, "coordinator"):
        _queue(kind, decision, subject, body, to_user=user.pk)


def tell_raiser(decision: Decision, what: str) -> None:
    """The contributor who raised it hears every step of it."""
    if decision.raised_by_id:
        subject = _("News about what you raised")
        _queue("raised_moved", decision, subject, what, to_person=decision.raised_by_id)


def _queue(
    kind: str, decision: Decision, subject: str, body: str, *, to_user: int | None = None, to_person: int | None = None
) -> None:
    post.queue(
        kind,
        organisation=decision.organisation_id,
        subject=subject,
        body=body,
        to_user=to_user,
        to_person=to_person,
        link=queries.url_of(decision.organisation.slug, decision),
    )
