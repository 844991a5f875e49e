"""What a claim rests on: found by codes, and who was there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.decisions import queries as decisions
from alongside.decisions.models import Decision
from alongside.involvement import queries as involvement
from alongside.involvement.models import Meeting, Opportunity
from alongside.involvement.queries.came import roles_agreed, who_came
from alongside.voice import queries as voice
from alongside.voice.models import Change
from alongside.voice.queries.authors import authors_of_changes

from ..models import ClaimRecord
from ..standing import Lapse, Rest, lapse_of

KINDS = ("decision", "opportunity", "meeting", "change")
SAID = {"meeting": "session"}  # as it is called outside the tables


@dataclass(frozen=True)
class Records:
    """What a text rests on, by kind."""

    decisions: Sequence[Decision] = field(default_factory=tuple)
    opportunities: Sequence[Opportunity] = field(default_factory=tuple)
    meetings: Sequence[Meeting] = field(default_factory=tuple)
    changes: Sequence[Change] = field(default_factory=tuple)

    def all(self) -> list[tuple[str, Any]]:
        groups = zip(KINDS, (self.decisions, self.opportunities, self.meetings, self.changes), strict=True)
        return [(kind, row) for kind, rows in groups for row in rows]

    @property
    def codes(self) -> list[str]:
        return sorted(f"{SAID.get(kind, kind)}:{row.code}" for kind, row in self.all())


def records_named(actor: Actor, words: str) -> Records:
    """By their addresses or codes, one after the other, among what the actor may read."""
    codes = list(dict.fromkeys(_code_in(each) for each in words.split()))
    found = Records(
        decisions=tuple(decisions.decisions_for(actor).filter(code__in=codes)),
        opportunities=tuple(involvement.opportunities_for(actor).filter(code__in=codes)),
        meetings=tuple(involvement.meetings_for(actor).filter(code__in=codes)),
        changes=tuple(voice.changes_for(actor).filter(code__in=codes)),
    )
    known = {row.code for _kind, row in found.all()}
    if unknown := [code for code in codes if code not in known]:
        told = _("We do not know “%(code)s”. Copy the address of a decision, an opportunity, a session or a change.")
        raise Refused(told % {"code": unknown[0][:60]}, field="rests_on")
    return found


def _code_in(address: str) -> str:
    """The last step of an address, or the code as it is."""
    steps = [step for step in address.split("?")[0].split("#")[0].split("/") if step]
    return steps[-1] if steps else address


def were_there(records: Records) -> set[int]:
    """Those who came to a session of it, and those out of whose words a change came."""
    came = who_came(*_keys(records)[:3])
    return came | authors_of_changes(_keys(records)[3])


def _keys(records: Records) -> tuple[list[int], list[int], list[int], list[int]]:
    return (
        [row.pk for row in records.decisions],
        [row.pk for row in records.opportunities],
        [row.pk for row in records.meetings],
        [row.pk for row in records.changes],
    )


def agreed_in(records: Records) -> tuple[int, int] | None:
    """The least and the most that was agreed beforehand with those who came."""
    return roles_agreed(*_keys(records)[:3])


def kept_of(text_ids: Iterable[int]) -> dict[int, list[ClaimRecord]]:
    """By text, with what each points to: one question for many texts."""
    rows = ClaimRecord.objects.filter(text__in=list(text_ids)).order_by("id")
    found: dict[int, list[ClaimRecord]] = defaultdict(list)
    for row in rows.select_related(*KINDS):
        found[row.text_id].append(row)
    return found


def records_of(kept: Sequence[ClaimRecord]) -> Records:
    def those(kind: str) -> tuple[Any, ...]:
        return tuple(getattr(row, kind) for row in kept if getattr(row, f"{kind}_id"))

    return Records(those("decision"), those("opportunity"), those("meeting"), those("change"))


def _rest(row: ClaimRecord) -> Rest:
    kind = next(kind for kind in KINDS if getattr(row, f"{kind}_id"))
    thing = getattr(row, kind)
    if kind == "meeting":
        return Rest("session", row.was, "cancelled" if thing.cancelled_on else "held")
    same_day = kind != "decision" or row.was_on == thing.decided_on
    return Rest(kind, row.was, thing.state, same_day)


def lapses(kept: Iterable[ClaimRecord], ends_on: date | None, today: date) -> list[Lapse]:
    """Why a claim may not be said any more. Looked at each time, so that it is never out of step."""
    found = [Lapse.DATE] if ends_on and ends_on < today else []
    return list(dict.fromkeys([*found, *(why for row in kept if (why := lapse_of(_rest(row))))]))
