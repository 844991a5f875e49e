"""One thing that was said as a timeline: everything that happened to it, and what is still to come."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.core.dates import long_day
from alongside.core.parts import Moment

from . import progress
from .models import Answer, Challenge, Change, Chase, Contribution, ContributionStatus, Passing, Telling, Verdict
from .models.contributions import ACKNOWLEDGED, OWED, RECEIVED, WITHDRAWN
from .queries import Mark


def of(contribution: Contribution, statuses: list[ContributionStatus], today: date, reads: bool = True) -> list[Moment]:
    """`contribution` with everything about it fetched. By day: what happened, and what is or was due. `reads`: whoever
    reads this reads its words; what its author wrote afterwards is theirs as the words are.
    """
    moments = [
        *_beginning(contribution),
        *_moves(statuses),
        *(_answer(answer) for answer in contribution.answers.all()),
        *(each for answer in contribution.answers.all() for one in answer.tellings.all() for each in _telling(one)),
        *(_challenge(mark, reads) for mark in contribution.challenges.all()),
        *_owing(contribution, today),
        *_changes(contribution, reads),
        *_due(contribution, today),
    ]
    return sorted(moments, key=lambda moment: moment.at or today)


def with_whom(contribution: Contribution) -> Passing | None:
    """Who has it now, when it was passed on."""
    passings = (getattr(answer, "passing", None) for answer in contribution.answers.all())
    return next((passing for passing in passings if passing and passing.ended_on is None), None)


def _owing(contribution: Contribution, today: date) -> Iterator[Moment]:
    for answer in contribution.answers.all():
        if passing := getattr(answer, "passing", None):
            yield from _passing(passing, today)
    for mark in contribution.answers_me.all():
        yield Moment(mark.made_on, _("This answers me"), by=mark.written_down, tone="done")
    for doubt in contribution.rendering_doubts.all():
        yield Moment(timezone.localtime(doubt.recorded_at).date(), _("The edited version was taken off"), tone="quiet")
        if doubt.agreed_on:
            yield Moment(doubt.agreed_on, _("They agreed with the edited version"), tone="done")
    for step in contribution.escalations.all():
        yield Moment(step.on, step.get_step_display(), step.to, tone="late")


def _passing(passing: Passing, today: date) -> Iterator[Moment]:
    title = _("Passed on to %(who)s") % {"who": passing.passed_to}
    yield Moment(passing.passed_on, title, passing.asked, tone="waiting")
    for chase in passing.chases.all():
        yield Moment(chase.chased_on, _("They were asked again"), by=_who(chase), tone="waiting")
    if passing.ended_on:
        yield Moment(passing.ended_on, passing.get_end_display(), passing.passed_to, tone="quiet")
        return
    late = passing.chase_by < today
    title = _("They were to be asked again by this day") if late else _("They are to be asked again, by this day")
    yield Moment(passing.chase_by, title, passing.passed_to, tone="late" if late else "waiting", coming=not late)


def heard(answers: list[Answer], challenges: list[Mark], changes: list[Change], slug: str) -> list[Moment]:
    """What came of it, for everybody: no name but the role that answers."""
    found = [*map(_answer, answers), *map(_challenge_of_nobody, challenges)]
    found += [_change(change, slug) for change in changes]
    return sorted(found, key=lambda moment: str(moment.at))


def _beginning(contribution: Contribution) -> Iterator[Moment]:
    by = contribution.written_down
    if contribution.said_on != contribution.received_on:
        yield Moment(contribution.said_on, _("It was said"))
    yield Moment(contribution.received_on, _("It reached us"), by=by, tone="open")


def _moves(statuses: list[ContributionStatus]) -> Iterator[Moment]:
    for row in statuses:
        if row.state == ACKNOWLEDGED:
            yield Moment(row.effective_on, _("Somebody read it and said that it is here"), by=_who(row))
        if row.state == WITHDRAWN:
            yield Moment(row.effective_on, _("Taken back by the one who said it"), by=row.written_down, tone="quiet")


def _answer(answer: Answer) -> Moment:
    _words, tone = progress.ANSWERS[answer.kind]
    text = answer.reason
    if answer.next_step and answer.defer_until:
        next_step = _("Next, by %(day)s: %(what)s") % {"day": long_day(answer.defer_until), "what": answer.next_step}
        text = f"{text}\n\n{next_step}"
    return Moment(
        answer.answered_on, answer.get_kind_display(), text, _joined(answer.role, answer.brought_in), tone=tone
    )


def _joined(*parts: str) -> str:
    return ". ".join(part for part in parts if part)


def _telling(telling: Telling) -> Iterator[Moment]:
    back = getattr(telling, "came_back", None)
    title = _("They were told, %(channel)s") % {"channel": telling.get_channel_display()}
    yield Moment(
        telling.told_on, title, by=_joined(_who(telling), telling.brought_in), tone="quiet" if back else "done"
    )
    if back:
        why = back.why or _("We thought so, and it came back.")
        yield Moment(back.came_back_on, _("They were not told after all"), why, tone="late")


def _challenge(mark: Challenge, reads: bool) -> Moment:
    return Moment(mark.made_on, mark.get_kind_display(), mark.words if reads else "", mark.written_down, tone="late")


def _changes(contribution: Contribution, reads: bool) -> Iterator[Moment]:
    for source in contribution.changes.all():
        change = source.change
        yield _change(change, contribution.organisation.slug)
        for verdict in change.verdicts.all():
            if verdict.contribution_id == contribution.pk:
                yield _verdict(verdict, reads)


def _change(change: Change, slug: str) -> Moment:
    words, tone = progress.CHANGES[change.stands]
    return Moment(
        change.since, _("Something is different"), change.what, words, f"/{slug}/changes/{change.code}/", tone
    )


def _challenge_of_nobody(mark: Mark) -> Moment:
    return Moment(mark.made_on, mark.title, mark.words, _("The one who said it"), tone="late")


def _verdict(verdict: Verdict, reads: bool) -> Moment:
    tone = "done" if verdict.kind == "confirmed" else "late"
    words = verdict.words if reads else ""
    return Moment(verdict.given_on, verdict.get_kind_display(), words, verdict.written_down, tone=tone)


def _due(contribution: Contribution, today: date) -> Iterator[Moment]:
    if contribution.state not in OWED:
        return
    if contribution.state == RECEIVED and contribution.acknowledge_by >= today:
        yield Moment(contribution.acknowledge_by, _("Somebody has read it, by this day"), coming=True)
    if contribution.told_on is None or contribution.state != "answered":
        late = contribution.answer_by < today
        title = _("The answer was due") if late else _("The answer is due")
        yield Moment(contribution.answer_by, title, tone="late" if late else "waiting", coming=not late)


def _who(row: ContributionStatus | Telling | Chase) -> str:
    return row.recorded_by.get_full_name() if row.recorded_by else ""
