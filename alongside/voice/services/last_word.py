"""What only the author may do: question an answer, say how the words may be used, take them back."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.post import services as post

from .. import rules, seals
from ..events import VoiceEvent
from ..models import Challenge, ChallengeKind, Contribution, ContributionStatus, TellingChannel
from ..models.contributions import ANSWERED, CHALLENGED, CONTRIBUTION, DEFERRED, WITHDRAWN
from ..shapes import NOTHING, Uses
from . import change_messages, messages
from .attaching import forget_files
from .common import as_said, clock_for, locked
from .contact import forget_wish
from .doubting import doubt_words, forget_doubts
from .giving import set_due
from .learning_themes import forget_learned
from .mails import forget_mail
from .passing_on import forget_passing
from .searching import keep_findable
from .showing import change_uses_of, forget
from .telling import newest_answer, tell, told_by_code


@transaction.atomic
@audit.together()  # parts are taken until its end
def challenge(*, contribution: Contribution, kind: str, by: Actor, words: str = "") -> Challenge:
    """The answer is not good enough, says its author. The debt is open again, on its first clock."""
    contribution = locked(contribution)
    rules.check_challenge(by, contribution)
    if words := as_said(words).strip() and as_said(words):
        rules.check_words(words)
    if contribution.state == ANSWERED:  # whoever questions it has read it
        tell(contribution=contribution, channel=TellingChannel.ON_PAGE, by=by)
        contribution = locked(contribution)
    if contribution.state == DEFERRED:  # what was passed on is theirs to question too
        told_by_code(contribution=contribution, by=by)
        contribution = locked(contribution)
    made = Challenge.objects.create(
        contribution=contribution,
        answer=newest_answer(contribution),
        person=contribution.person,
        kind=kind,
        words=words,
        salt=new_salt(),
        made_on=clock_for(contribution).today(),
        **byline(by),
    )
    contribution.disputed, contribution.answers_me_on = True, None
    contribution.version += 1
    changed = ("disputed", "answers_me_on", "version")
    move(contribution, CHALLENGED, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=changed)
    set_due(contribution, clock_for(contribution))
    if kind == ChallengeKind.NOT_WHAT_I_SAID:
        doubt_words(contribution, made, by)
    text, gave = _("An answer was questioned by the one who asked for it."), made.answer.recorded_by_id
    messages.to_owner(contribution, "answer_challenged", text, or_to=gave)
    facts = {"contribution": contribution.code, "answer": made.answer.code, "kind": str(kind)}
    audit.record(VoiceEvent.CHALLENGED, by=by, target=made, facts={**facts, "sealed": seals.seal(made)})
    return made


@transaction.atomic
def change_uses(*, contribution: Contribution, uses: Uses, by: Actor) -> Contribution:
    contribution = locked(contribution)
    rules.check_change_uses(by, contribution)
    before = Uses.of(contribution)
    fields = {**uses.as_fields(), "credit": uses.credit and contribution.person_id is not None}
    for name, allowed in fields.items():
        setattr(contribution, name, allowed)
    change_uses_of(contribution, before, by)
    contribution.version += 1
    contribution.save(update_fields=[*fields, "previewed_on", "public_on", "version"])
    if not contribution.use_inside:
        forget_learned(contribution)
    facts = {"uses": sorted(name for name, allowed in fields.items() if allowed)}
    audit.record(VoiceEvent.USES_CHANGED, by=by, target=contribution, facts=facts)
    return contribution


@transaction.atomic
def withdraw(*, contribution: Contribution, by: Actor) -> Contribution:
    """Its author takes it back: the words go, for good. That something was said and taken back stays."""
    contribution = locked(contribution)
    rules.check_withdraw(by, contribution)
    return take_away(contribution, by=by, why="taken back by its author")


def take_away(contribution: Contribution, *, by: Actor, why: str) -> Contribution:
    """Blank the author's words wherever they stand, on record. `contribution` is locked and not yet taken back."""
    with audit.together():  # what stands beside the words is taken one after the other
        return _take_away(contribution, by=by, why=why)


def _take_away(contribution: Contribution, *, by: Actor, why: str) -> Contribution:
    _forget_marks(contribution, by=by, why=why)
    forget_wish(contribution, by)
    forget_learned(contribution)
    forget_passing(contribution, by)
    forget_doubts(contribution)
    forget(contribution, by=by, why=why)
    forget_mail(contribution)
    forget_files(contribution.attachments.select_for_update(no_key=True), by=by, why=why)
    blanked = ("words", "salt", "rendering", "about", "group_name", "lang")
    for name in blanked:
        setattr(contribution, name, "")
    for name, allowed in NOTHING.as_fields().items():
        setattr(contribution, name, allowed)
    contribution.withdrawn_on = clock_for(contribution).today()
    contribution.disputed, contribution.answers_me_on, contribution.board_since = False, None, None
    contribution.version += 1
    changed = (*blanked, *NOTHING.as_fields(), "previewed_on", "public_on", "withdrawn_on", "version")
    changed += ("disputed", "answers_me_on", "board_since")
    move(contribution, WITHDRAWN, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=changed)
    keep_findable(contribution)
    answers = [messages.key_of_answer(answer) for answer in contribution.answers.all()]
    changes = [messages.key_of_change(source.change, contribution) for source in contribution.changes.all()]
    post.drop_keys(contribution.organisation_id, [*answers, *changes, *change_messages.keys_to_author(contribution)])
    audit.erase(by=by, target_type=contribution._meta.label_lower, targets=[contribution.code], why=why)
    audit.record(VoiceEvent.WITHDRAWN, by=by, target=contribution, facts={})
    return contribution


def _forget_marks(contribution: Contribution, *, by: Actor, why: str) -> None:
    """What the author wrote on answers, on changes and on what they shaped. That they questioned them stays."""
    marks = (
        *(contribution.challenges, contribution.verdicts, contribution.sightings, contribution.denials),
        contribution.group_words,
    )
    for rows in (mark.all() for mark in marks):
        codes = list(rows.exclude(salt="").values_list("code", flat=True))
        if codes:
            rows.update(words="", salt="")
            audit.erase(by=by, target_type=rows.model._meta.label_lower, targets=codes, why=why)
