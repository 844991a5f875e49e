"""A person decides what everybody may read; the author may ask a panel, and what two of them say holds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from django.db import transaction

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor
from alongside.core.errors import NotYours

from .. import queries, rules, seals, showing_text
from ..events import VoiceEvent
from ..models import Appeal, AppealEnd, Contribution, Moderation, Outcome, PanelVote, Showing, ShowingStatus
from ..models.showing import APPEALED, READABLE, SHOWING
from ..rules import showing as showing_rules
from . import showing_messages as messages
from .common import as_said, clock_for, locked

Spans = Mapping[str, Sequence[showing_text.Span]]


@transaction.atomic
def moderate(
    *,
    showing: Showing,
    outcome: str,
    by: Actor,
    rule: str = "",
    why: str = "",
    leave_out: Spans | None = None,
    seen: int | None = None,
) -> Moderation:
    """Show it, show it with parts left out, or do not show it. Nobody changes a word: parts are left out by place."""
    showing = _locked(showing)
    newest = queries.newest_decision(showing)
    showing_rules.check_moderate(by, showing, newest, seen)
    published = queries.published_rules(showing.organisation_id)
    spans = {key: list(found) for key, found in (leave_out or {}).items() if found}
    in_force = {each.key for each in published.rules}
    answered_by = queries.answered_by(showing.contribution, by)
    showing_rules.check_decision(
        outcome, rule, why := as_said(why), sum(map(len, spans.values())), in_force, answered_by
    )
    shown_whole = outcome == Outcome.SHOWN
    made = _decided(
        showing, outcome, by, rule="" if shown_whole else rule, why="" if shown_whole else why, rules_id=published.row
    )
    _show(showing, made, {} if shown_whole else spans, by)
    messages.to_author_about_showing(showing.contribution, made)
    return made


@transaction.atomic
def appeal(*, contribution: Contribution, by: Actor, words: str = "") -> Appeal:
    """Its author asks the panel. What is shown until then stays as it was decided."""
    contribution = locked(contribution)
    showing = Showing.everything.select_for_update(no_key=True).filter(contribution=contribution).first()
    newest = queries.newest_decision(showing) if showing else None
    if showing is None or newest is None:
        raise NotYours
    showing_rules.check_appeal(by, contribution, showing, newest)
    if words := as_said(words).strip() and as_said(words):
        rules.check_words(words)
    clock = clock_for(contribution)
    today, days = clock.today(), queries.published_rules(showing.organisation_id).panel_days
    made = Appeal.everything.create(
        organisation_id=showing.organisation_id,
        showing=showing,
        decision=newest,
        words=words,
        salt=new_salt(),
        made_on=today,
        decide_by=clock.after_working_days(today, days),
        **byline(by),
    )
    showing.version += 1
    move(showing, APPEALED, lifecycle=SHOWING, statuses=ShowingStatus, by=by, changed=("version",))
    messages.to_panel(contribution.organisation, made)
    facts = {"contribution": contribution.code, "sealed": seals.seal(made)}
    audit.record(VoiceEvent.APPEALED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def vote(*, appeal: Appeal, show: bool, by: Actor) -> Appeal:
    """One member of the panel has their say. When two say the same, it is decided."""
    showing = _locked(appeal.showing)
    appeal = Appeal.everything.select_for_update(no_key=True).get(pk=appeal.pk)
    appeal.showing = showing
    if by.person_id is None or not queries.is_on_panel(by):
        raise NotYours
    votes = list(appeal.votes.all())
    showing_rules.check_vote(by, appeal, {one.person_id for one in votes})
    today = clock_for(showing.contribution).today()
    PanelVote.objects.create(appeal=appeal, person_id=by.person_id, show=show, voted_on=today, **byline(by))
    audit.record(VoiceEvent.PANEL_VOTED, by=by, target=appeal, facts={})
    said = [*(one.show for one in votes), show]
    decided = showing_rules.panel_decides(sum(said), len(said) - sum(said))
    if decided is not None:
        _end(appeal, showing, decided, by, today)
    return appeal


def _end(appeal: Appeal, showing: Showing, show: bool, by: Actor, today: date) -> None:
    """Binding and dated. It says what the panel decided, and never who said what."""
    before = appeal.decision
    outcome = Outcome.SHOWN if show else Outcome(before.outcome)
    made = _decided(showing, outcome, by, rule="" if show else before.rule, rules_id=before.rules_id, by_panel=True)
    appeal.end, appeal.ended_on = AppealEnd.SHOW if show else AppealEnd.KEEP, today
    appeal.save(update_fields=["end", "ended_on"])
    _show(showing, made, {} if show else dict(showing.pieces), by)
    messages.to_author_about_showing(showing.contribution, made)


def _decided(
    showing: Showing,
    outcome: str,
    by: Actor,
    *,
    rule: str,
    why: str = "",
    rules_id: int | None = None,
    by_panel: bool = False,
) -> Moderation:
    made = Moderation.objects.create(
        showing=showing,
        outcome=outcome,
        rule=rule,
        rules_id=rules_id,
        why=why,
        salt=new_salt(),
        decided_on=clock_for(showing.contribution).today(),
        by_panel=by_panel,
        **byline(by),
    )
    facts = {"contribution": showing.contribution.code, "outcome": str(outcome), "rule": rule, "by_panel": by_panel}
    audit.record(VoiceEvent.MODERATED, by=by, target=made, facts={**facts, "sealed": seals.seal(made)})
    return made


def _show(showing: Showing, made: Moderation, spans: Spans, by: Actor) -> None:
    """What anybody may read from now on: the texts that its author agreed to, without what is left out."""
    contribution, readable = showing.contribution, made.outcome in READABLE
    texts = showing_text.agreed(contribution, showing) if readable else {}
    showing.pieces = {key: [list(span) for span in spans.get(key, ())] for key in texts}
    showing.rule, showing.decided_on = made.rule, made.decided_on
    showing.version += 1
    changed = ("pieces", "rule", "decided_on", "version")
    if showing.state == made.outcome:  # decided again, with other parts left out
        showing.save(update_fields=list(changed))
    else:
        move(showing, made.outcome, lifecycle=SHOWING, statuses=ShowingStatus, by=by, changed=changed)
    contribution.public_on = (contribution.public_on or made.decided_on) if readable else None
    contribution.version += 1
    contribution.save(update_fields=["public_on", "version"])


def _locked(showing: Showing) -> Showing:
    """The words first, then what becomes of them: every verb holds them in this order."""
    contribution = locked(showing.contribution)
    found = Showing.everything.select_for_update(no_key=True).get(pk=showing.pk)
    found.contribution = contribution
    if contribution.restricted:
        raise NotYours
    return found
