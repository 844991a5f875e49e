"""What may be a risk to somebody goes to the safeguarding lead, and to nobody else, until they give it back.

Nothing here moves a clock of the contribution: it returns to where it was, with the days that it had.
"""

from __future__ import annotations

from django.db import transaction

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.post import services as post

from .. import rules, safety_rules
from ..events import VoiceEvent
from ..models import Concern, ConcernOpening, ConcernStatus, Contribution, RaisedBy
from ..models.safety import CLOSED, CONCERN, LOOKING, RELEASED
from . import change_messages, messages
from .common import as_said, clock_for, locked
from .learning_themes import forget_learned
from .searching import keep_findable


@transaction.atomic
def raise_concern(*, contribution: Contribution, by: Actor, why: str = "") -> Concern:
    """Somebody who read it moves it to safeguarding by hand."""
    contribution = locked(contribution)
    safety_rules.check_raise(by, contribution)
    return set_apart(contribution, by=by, raised_by=RaisedBy.READER, why=as_said(why))


def set_apart(contribution: Contribution, *, by: Actor, raised_by: str, why: str = "") -> Concern:
    """From here on it is in no list but the restricted one. `contribution` is locked, or was just made."""
    clock = clock_for(contribution)
    contribution.restricted = True
    contribution.version += 1
    contribution.save(update_fields=["restricted", "version"])
    keep_findable(contribution)
    made = Concern.objects.create(
        organisation=contribution.organisation,
        contribution=contribution,
        raised_by=raised_by,
        why=why,
        raised_on=clock.today(),
        look_by=clock.looked_at_by(clock.today()),
        **byline(by),
    )
    begin(made, statuses=ConcernStatus, by=by, on=made.raised_on)
    forget_learned(contribution)
    about = [*messages.keys_about(contribution), *change_messages.keys_to_author(contribution)]
    post.drop_keys(contribution.organisation_id, about)
    messages.to_safeguarding(contribution.organisation)
    facts = {"raised_by": str(raised_by), "look_by": made.look_by.isoformat()}
    audit.record(VoiceEvent.CONCERN_RAISED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def open_concern(*, concern: Concern, by: Actor) -> None:
    """Each time that somebody opens it is kept: who, and when."""
    safety_rules.check_safeguards(by, concern)
    ConcernOpening.objects.create(concern=concern, **byline(by))
    audit.record(VoiceEvent.CONCERN_OPENED, by=by, target=concern, facts={})


@transaction.atomic
def look_at_concern(*, concern: Concern, by: Actor, seen: int | None = None) -> Concern:
    concern = _locked(concern)
    safety_rules.check_look(by, concern, seen)
    _move(concern, LOOKING, by)
    audit.record(VoiceEvent.CONCERN_LOOKED_AT, by=by, target=concern, facts={"look_by": concern.look_by.isoformat()})
    return concern


@transaction.atomic
def close_concern(*, concern: Concern, done: str, by: Actor, seen: int | None = None) -> Concern:
    """It is dealt with, and the words stay here. What was done is read by safeguarding alone."""
    concern = _locked(concern)
    safety_rules.check_close(by, concern, seen)
    _end(concern, CLOSED, done, by)
    audit.record(VoiceEvent.CONCERN_CLOSED, by=by, target=concern, facts={})
    return concern


@transaction.atomic
def release_concern(*, concern: Concern, done: str, by: Actor, seen: int | None = None) -> Concern:
    """Give it back to where it was: the same team, the same state, the same days."""
    contribution = locked(concern.contribution)
    concern = _locked(concern)
    safety_rules.check_release(by, concern, seen)
    _end(concern, RELEASED, done, by)
    contribution.restricted = False
    contribution.version += 1
    contribution.save(update_fields=["restricted", "version"])
    keep_findable(contribution)
    messages.to_owner_back(contribution)
    audit.record(VoiceEvent.CONCERN_RELEASED, by=by, target=concern, facts={})
    return concern


def _end(concern: Concern, to: str, done: str, by: Actor) -> None:
    rules.check_words(done, "done")
    concern.done = "\n\n".join(part for part in (concern.done, as_said(done)) if part)
    concern.ended_on = clock_for(concern.contribution).today()
    _move(concern, to, by, "done", "ended_on")


def _move(concern: Concern, to: str, by: Actor, *changed: str) -> None:
    concern.version += 1
    move(concern, to, lifecycle=CONCERN, statuses=ConcernStatus, by=by, changed=("version", *changed))


def _locked(concern: Concern) -> Concern:
    found = Concern.objects.select_for_update(of=("self",), no_key=True).select_related("contribution__organisation")
    row = found.filter(pk=concern.pk).first()
    if row is None:
        raise NotYours
    return row
