"""What I and my units owe, oldest first, and why each is mine."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.utils.translation import gettext as _

from alongside.core import parts
from alongside.core.actor import Actor
from alongside.core.keyset import first_of
from alongside.decisions import queries as decisions
from alongside.home.parts import Line, Section
from alongside.involvement import queries as involvement
from alongside.voice import queries as voice
from alongside.voice.models import Contribution

from . import safety
from .coming import without_people
from .mine import said_in_short, short

MOST = 10
# What a line shows of it, and where its unit stands.
SAID = (*voice.NEEDED, "code", "received_on", "answer_by", "unit__name", "unit__path", "owner__job", "question__text")
SOON = timedelta(days=14)


def answers(actor: Actor) -> list[Contribution]:
    """The oldest answers that this actor's units owe; one more than is shown."""
    rows = voice.owed_for(actor).exclude(state="answered").select_related("unit", "owner", "question")
    return list(first_of(rows.only(*SAID), MOST + 1))


def owed_sections(actor: Actor, today: date, slug: str) -> list[Section]:
    holders = voice.debts.Holders(actor.organisation_id or 0)
    return [
        safety.to_do(actor, today, slug),
        _answers(actor, _said(actor, answers(actor), holders, today, slug), slug),
        _not_told(_said(actor, not_told(actor), holders, today, slug)),
        _to_chase(actor, today, slug),
        _outcomes(actor, today, slug),
        without_people(actor, today, slug),
        _arrangements(actor, today, slug),
        _panels(actor, today, slug),
        _checks(actor, today, slug),
    ]


def why_mine(actor: Actor, contribution: Contribution, holders: voice.debts.Holders) -> str:
    """Somebody who was named; or the role that answers there, which nobody has to be named for."""
    if contribution.owner_id == actor.user_id:
        return _("You answer for it.")
    facts = {"unit": contribution.unit.name}
    if contribution.owner and contribution.owner.job and holders.named(contribution):
        return _("%(unit)s owes it: %(who)s.") % {**facts, "who": contribution.owner.job}
    answering = holders.by_role(contribution)
    if answering is None:
        return _("%(unit)s owes it, and nobody answers for it there.") % facts
    if actor.user_id in answering.users:
        return _("You answer for it, by your role: %(role)s.") % {"role": answering.title}
    return _("It is with whoever has this role: %(role)s.") % {"role": answering.title}


def _said(
    actor: Actor, rows: Sequence[Contribution], holders: voice.debts.Holders, today: date, slug: str
) -> list[Line]:
    return [
        Line(
            said_in_short(row, voice.words_or_why(actor, row)),
            f"/{slug}/voices/{row.code}/",
            _("%(why)s Answer by %(day)s.") % {"why": why_mine(actor, row, holders), "day": parts.day(row.answer_by)},
            age=(today - row.received_on).days,
            tag=(_("Late"), "late") if row.answer_by < today else None,
        )
        for row in rows
    ]


def _answers(actor: Actor, lines: list[Line], slug: str) -> Section:
    more = (_("All of them, in the listening ledger"), f"/{slug}/voices/") if len(lines) > MOST else None
    empty = "" if lines else _no_answer(actor)
    return Section("answers", _("Answers"), lines[:MOST], empty, more)


def _no_answer(actor: Actor) -> str:
    """Nothing is owed, or nothing was ever said: then there is something to do first."""
    if voice.anything_said(actor):
        return _("No answer is owed.")
    return _("Nothing has been said yet. Put the address of “Say something” where people see it.")


def not_told(actor: Actor) -> list[Contribution]:
    return list(first_of(voice.not_yet_told(actor).select_related("unit", "owner", "question").only(*SAID), MOST))


def _not_told(lines: list[Line]) -> Section:
    empty = _("Everybody who was answered was told.")
    return Section("told", _("Answered, and the person does not know yet"), lines, empty)


def _to_chase(actor: Actor, today: date, slug: str) -> Section:
    """Passed on to somebody outside, who is to be asked again by now: it is still owed."""
    lines = [
        Line(
            short(row.contribution.words),
            f"/{slug}/voices/{row.contribution.code}/",
            _("%(who)s has had it since %(day)s.") % {"who": row.passed_to, "day": parts.day(row.passed_on)},
            age=(today - row.contribution.received_on).days,
        )
        for row in voice.answering.to_chase(actor, today)[:MOST]
    ]
    empty = _("Nobody outside has to be asked again now.")
    return Section("chase", _("Passed on: ask again"), lines, empty)


def _outcomes(actor: Actor, today: date, slug: str) -> Section:
    """Decisions past their day: what was decided, and why, is owed to those who took part."""
    rows = decisions.outcomes_owed(actor).select_related(None).select_related("unit")
    lines = [
        Line(
            row.title,
            f"/{slug}/decisions/{row.code}/outcome/",
            row.unit.name,
            age=(today - row.due_on).days if row.due_on else None,
        )
        for row in first_of(rows.only("title", "code", "due_on", "unit__name"), MOST)
    ]
    return Section("outcomes", _("Outcomes"), lines, _("No decision is past its day."))


def _arrangements(actor: Actor, today: date, slug: str) -> Section:
    rows = involvement.arrangements_waiting(actor, today + SOON)[:MOST]
    lines = [Line(row.what, f"/{slug}/sessions/{row.meeting.code}/", row.meeting.title, row.due_on) for row in rows]
    return Section("arrangements", _("To arrange"), lines, _("Nothing is to be arranged in the next two weeks."))


def _panels(actor: Actor, today: date, slug: str) -> Section:
    """Panels gave their time to choose somebody: they hear whether they started, and whether they stayed."""
    lines = [
        Line(
            row.choice.recruitment.decision.title,
            f"/{slug}/decisions/{row.choice.recruitment.decision.code}/job/follow-up/{row.question}/",
            row.get_question_display(),
            age=(today - row.due_on).days,
        )
        for row in first_of(involvement.follow_ups_due(actor, today), MOST)
    ]
    return Section("panels", _("Panels that wait to hear"), lines, _("Every panel has heard what it is owed."))


def _checks(actor: Actor, today: date, slug: str) -> Section:
    """An announced change is no change until somebody has looked again."""
    lines = [
        Line(
            short(row.change.what),
            f"/{slug}/changes/{row.change.code}/look/",
            row.unit.name,
            row.due_on if row.due_on > today else None,
            age=(today - row.due_on).days if row.due_on <= today else None,
            tag=(_("Late"), "late") if row.due_on < today else None,
        )
        for row in voice.checks_due(actor, today + SOON)[:MOST]
    ]
    more = (_("All that are to be looked at"), f"/{slug}/changes/?check=due") if len(lines) == MOST else None
    title, empty = _("Changes to look at again"), _("No change is to be looked at in the next two weeks.")
    return Section("checks", title, lines, empty, more)
