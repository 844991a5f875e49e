"""What did not hold, or is disputed, is owed again: to whom, since when, and why (docs/decisions/0010)."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.post import services as post

from ..events import VoiceEvent
from ..models import Change, ChangeSource, Contribution, ContributionStatus, Reopening
from ..models.contributions import ANSWERED, CHALLENGED, CONTRIBUTION, TOLD, WITHDRAWN
from . import change_messages, messages
from .common import clock_for, locked
from .giving import set_due


def reopen(change: Change, to: Iterable[Contribution], cause: str, *, by: Actor, by_author: bool) -> list[Reopening]:
    """The debt to each author is open again on its first clock. Whatever is owed already stays owed."""
    made = []
    for contribution in to:
        if contribution.state == WITHDRAWN:
            continue
        made.append(_note(change, contribution, cause, by, by_author))
        if contribution.state in (ANSWERED, TOLD):
            _owe_again(contribution, by)
        if not by_author:
            change_messages.to_author_about_reopening(contribution, change)
    return made


def locked_sources(change_id: int) -> list[Contribution]:
    """All out of which a change came: to be taken before the change is."""
    sources = ChangeSource.objects.filter(change=change_id).select_related("contribution").order_by("contribution_id")
    return [locked(source.contribution) for source in sources]


def _note(change: Change, contribution: Contribution, cause: str, by: Actor, by_author: bool) -> Reopening:
    made = Reopening.objects.create(
        change=change,
        contribution=contribution,
        cause=cause,
        by_author=by_author,
        reopened_on=clock_for(contribution).today(),
        **byline(by),
    )
    facts = {"change": change.code, "cause": str(cause), "by_author": by_author}
    audit.record(VoiceEvent.REOPENED, by=by, target=contribution, facts=facts)
    return made


def _owe_again(contribution: Contribution, by: Actor) -> None:
    """An answer that was not sent yet would tell them what is no longer so; and that it answered them, is no longer so
    either. The day is the first one, so what was late before is late now, and rises from the bottom.
    """
    post.drop_keys(contribution.organisation_id, [messages.key_of_answer(one) for one in contribution.answers.all()])
    contribution.answers_me_on = None
    contribution.version += 1
    changed = ("answers_me_on", "version")
    move(contribution, CHALLENGED, lifecycle=CONTRIBUTION, statuses=ContributionStatus, by=by, changed=changed)
    contribution.risen, contribution.board_since = 0, None
    set_due(contribution, clock_for(contribution))
    change_messages.to_owner_about_reopening(contribution)
