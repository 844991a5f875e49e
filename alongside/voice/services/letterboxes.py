"""A letterbox: made, changed, closed, opened again, and what is put in."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.decisions.models import Decision
from alongside.involvement.models import Meeting
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from ..events import VoiceEvent
from ..models import Contribution, ContributionKind, Letterbox, LetterboxStatus
from ..models.letterboxes import CLOSED, LETTERBOX, OPEN
from ..rules import letterboxes as rules
from .questions import question_of
from .saying import say

WHOLE = ("unit", "question", "decision__unit", "meeting__opportunity__decision__unit")


@transaction.atomic
def make_letterbox(
    *,
    title: str,
    by: Actor,
    unit: Unit | None = None,
    decision: Decision | None = None,
    meeting: Meeting | None = None,
    question: str = "",
    kind: str = ContributionKind.EXPERIENCE,
) -> Letterbox:
    """For a unit, or for a decision or a session, whose unit answers then."""
    organisation = organisations.organisation_of(by)
    about = meeting.opportunity.decision if meeting else decision
    unit = about.unit if about else unit or organisations.top_unit(organisation.pk)
    if unit.organisation_id != organisation.pk:
        raise NotYours
    rules.check_letterbox(by, unit.pk)
    rules.check_title(title)
    box = Letterbox.objects.create(
        organisation=organisation,
        title=title,
        unit=unit,
        decision=None if meeting else decision,
        meeting=meeting,
        question=question_of(question, by),
        kind=kind,
        **byline(by),
    )
    begin(box, statuses=LetterboxStatus, by=by)
    audit.record(VoiceEvent.LETTERBOX_MADE, by=by, target=box, facts={"unit": unit.code, **_asks(box)})
    return box


@transaction.atomic
def change_letterbox(
    *, box: Letterbox, title: str, question: str, kind: str, by: Actor, seen: int | None = None
) -> Letterbox:
    """What it is called and asks from now on. What was answered before keeps the question that it answered."""
    box = _locked(box)
    rules.check_change_letterbox(by, box, seen)
    rules.check_title(title)
    box.title, box.kind, box.question = title, kind, question_of(question, by)
    box.version += 1
    box.save(update_fields=["title", "kind", "question", "version"])
    audit.record(VoiceEvent.LETTERBOX_CHANGED, by=by, target=box, facts=_asks(box))
    return box


@transaction.atomic
def close_letterbox(*, box: Letterbox, by: Actor) -> Letterbox:
    """Nothing can be put in from now on. What is in it is owed an answer as before."""
    box = _locked(box)
    rules.check_close_letterbox(by, box)
    return _move(box, CLOSED, VoiceEvent.LETTERBOX_CLOSED, by)


@transaction.atomic
def reopen_letterbox(*, box: Letterbox, by: Actor) -> Letterbox:
    """At the address that it had: posters that still hang somewhere work again."""
    box = _locked(box)
    rules.check_reopen_letterbox(by, box)
    return _move(box, OPEN, VoiceEvent.LETTERBOX_REOPENED, by)


@transaction.atomic
def put_in(*, box: Letterbox, by: Actor, late: bool = False, **said: Any) -> tuple[Contribution, str | None]:
    """What is said through it, as `say` takes it. `question`: what its author was asked, if not what it asks now.
    `late`: they had the page before them when it was closed.
    """
    box = Letterbox.objects.select_related(*WHOLE).get(pk=box.pk)
    rules.check_put_in(box, late)
    return say(by=by, **{**said_to(box), **said})


def said_to(box: Letterbox) -> dict[str, Any]:
    """What `say` is told of everything that comes through it."""
    return {
        "kind": box.kind,
        "unit": box.unit,
        "decision": box.decision,
        "meeting": box.meeting,
        "letterbox": box,
        "question": box.question,
    }


def _locked(box: Letterbox) -> Letterbox:
    return (
        Letterbox.objects.select_for_update(of=("self",), no_key=True)
        .select_related("unit", "organisation")
        .get(pk=box.pk)
    )


def _move(box: Letterbox, to: str, event: VoiceEvent, by: Actor) -> Letterbox:
    box.version += 1
    move(box, to, lifecycle=LETTERBOX, statuses=LetterboxStatus, by=by, changed=("version",))
    audit.record(event, by=by, target=box, facts={})
    return box


def _asks(box: Letterbox) -> dict[str, str]:
    return {"question": box.question.code} if box.question else {}
