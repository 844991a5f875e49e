"""One answer for many alike: written once, given to each, told to each. Each can be questioned by itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from alongside.core.actor import Actor
from alongside.core.errors import NotYours, Refused

from .. import rules
from ..models import Answer, Contribution
from .answering import check_said
from .common import as_said
from .giving import give, tell_author


@transaction.atomic
def answer_many(
    *,
    contributions: Sequence[Contribution],
    seen: Mapping[str, int],
    kind: str,
    reason: str,
    role: str,
    by: Actor,
    defer_until: date | None = None,
) -> list[Answer]:
    """All or none: when one of them has changed since the writer looked, nothing is given, and it says which.

    `seen` is the version of each, by its code.
    """
    rules.check_many(contributions)
    wanted = [one.pk for one in contributions]
    rows = list(Contribution.objects.select_for_update(no_key=True).filter(pk__in=wanted).order_by("pk"))
    if len(rows) != len(set(wanted)):
        raise NotYours
    changed = [(row, why) for row in rows if (why := _why_not(by, row, seen.get(row.code, 0)))]
    if changed:
        raise rules.refused_many(by, changed)
    reason = check_said(rows[0], kind, as_said(reason), defer_until)
    facts = {"alike": len(rows)}
    given = [
        give(row, kind=kind, reason=reason, role=role, defer_until=defer_until, by=by, facts=facts) for row in rows
    ]
    for row, each in zip(rows, given, strict=True):
        tell_author(row, each)
    return given


def _why_not(by: Actor, row: Contribution, seen: int) -> str:
    try:
        rules.check_answer(by, row, seen)
    except Refused as refused:
        return refused.reason
    return ""
