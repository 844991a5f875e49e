"""Common ground: ask many, let them add and answer, close it, and owe an answer to what they said."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.bylines import begin, byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core import crowding
from alongside.core.actor import Actor, system
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Decision
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from .. import opinion_groups, queries, seals, warning_words
from ..events import VoiceEvent
from ..models import (
    Choice,
    CommonGround,
    CommonGroundStatus,
    Contribution,
    ContributionKind,
    Statement,
    StatementStatus,
    Via,
    Vote,
    Voter,
    WhoAnswers,
)
from ..models.together import COMMON_GROUND, NOT_SHOWN, OVER, SHOWN, STATEMENT, TAKEN_BACK
from ..queries import together
from ..rules import together as rules
from .common import as_said
from .saying import say


@transaction.atomic
def open_ground(
    *,
    question: str,
    use: str,
    closes_on: date,
    by: Actor,
    unit: Unit | None = None,
    decision: Decision | None = None,
    audience: str = WhoAnswers.ANYONE,
    read_first: bool = True,
    statements: Sequence[str] = (),
) -> CommonGround:
    """Ask many one question. The first statements are the organisation's own, and say so."""
    organisation = organisations.organisation_of(by)
    unit = decision.unit if decision else unit or organisations.top_unit(organisation.pk)
    if unit.organisation_id != organisation.pk:
        raise NotYours
    rules.check_keep(by, unit.pk)
    today = organisations.clock_of(organisation).today()
    rules.check_days(today, closes_on)
    ground = CommonGround.objects.create(
        organisation=organisation,
        unit=unit,
        decision=decision,
        question=question,
        use=use,
        audience=audience,
        read_first=read_first,
        opened_on=today,
        closes_on=closes_on,
        **byline(by),
    )
    begin(ground, statuses=CommonGroundStatus, by=by, on=today)
    facts = {"unit": unit.code, "audience": str(audience), "closes_on": closes_on.isoformat()}
    audit.record(VoiceEvent.GROUND_OPENED, by=by, target=ground, facts=facts)
    for words in dict.fromkeys(line.strip() for line in statements if line.strip()):
        rules.check_statement(words)
        _add(ground, words, by=by, by_staff=True, shown=True)
    return ground


@transaction.atomic
def add_statement(*, ground: CommonGround, words: str, by: Actor, token: str = "") -> Statement:
    """Anyone may add one. It is nobody's by name; `token` is of the browser that may take it back."""
    ground = _locked(ground)
    rules.check_add(by, ground, organisations.clock_of(ground.organisation).today())
    rules.check_statement(words := as_said(words).strip())
    if together.said_already(ground, words):
        raise Refused(_("Somebody has said that already, in the same words. You can agree with it."), field="words")
    rules.check_room(together.how_many_statements(ground))
    staff = rules.can_keep(by, ground.unit_id)
    grave = warning_words.hits(words, queries.words_of(ground.organisation_id))
    writer = by if staff else replace(by, user_id=None, person_id=None)
    shown = staff or not (ground.read_first or grave)
    return _add(ground, words, by=writer, by_staff=staff, shown=shown, token=token)


def _add(ground: CommonGround, words: str, *, by: Actor, by_staff: bool, shown: bool, token: str = "") -> Statement:
    made = Statement.objects.create(
        ground=ground,
        words=words,
        salt=new_salt(),
        by_staff=by_staff,
        writer_digest=together.writer_digest(ground, token),
        added_on=organisations.clock_of(ground.organisation).today(),
        **byline(by),
    )
    begin(made, statuses=StatementStatus, by=by, on=made.added_on)
    facts = {"common_ground": ground.code, "sealed": seals.seal(made)}
    audit.record(VoiceEvent.STATEMENT_ADDED, by=by, target=made, facts=facts)
    if shown:
        _move(made, SHOWN, by)
    return made


@transaction.atomic
def read_statement(*, statement: Statement, show: bool, by: Actor, why_not: str = "") -> Statement:
    """Let everybody answer it, or say why not. What is not shown is counted on the page, by its reason."""
    statement = (
        Statement.objects.select_for_update(no_key=True).select_related("ground__organisation").get(pk=statement.pk)
    )
    rules.check_read(by, statement)
    if not show and not why_not:
        raise Refused(_("Say why it is not shown. That it disagrees with us is no reason."), field="why_not")
    to = SHOWN if show else NOT_SHOWN
    statement.why_not = "" if show else why_not
    _move(statement, to, by, "why_not")
    facts = {"state": to, "why_not": str(statement.why_not)}
    audit.record(VoiceEvent.STATEMENT_READ, by=by, target=statement, facts=facts)
    return statement


@transaction.atomic
def take_back_statement(*, statement: Statement, token: str, by: Actor) -> Statement:
    """The words go, for good, and the answers to them with them."""
    statement = (
        Statement.objects.select_for_update(no_key=True).select_related("ground__organisation").get(pk=statement.pk)
    )
    rules.check_take_back(statement, together.writer_digest(statement.ground, token))
    statement.words = statement.salt = statement.why_not = ""
    Vote.objects.filter(statement=statement).delete()
    nobody = replace(by, user_id=None, person_id=None)
    _move(statement, TAKEN_BACK, nobody, "words", "salt", "why_not")
    label = statement._meta.label_lower
    audit.erase(by=nobody, target_type=label, targets=[statement.code], why="taken back by its author")
    audit.record(VoiceEvent.STATEMENT_TAKEN_BACK, by=nobody, target=statement, facts={})
    return statement


def _move(statement: Statement, to: str, by: Actor, *changed: str) -> None:
    move(statement, to, lifecycle=STATEMENT, statuses=StatementStatus, by=by, changed=changed)


@transaction.atomic
def vote(*, ground: CommonGround, statement: Statement, choice: int, digest: str, by: Actor, asker: str = "") -> None:
    """Kept as the latest answer of this voter. Deliberately without an event and without a time. `asker`: the address
    from which it came, where anybody may answer."""
    # Held: whoever takes it back deletes its answers, and would not see this one.
    statement = Statement.objects.select_for_update(no_key=True).get(pk=statement.pk)
    rules.check_vote(by, ground, statement, organisations.clock_of(ground.organisation).today())
    if not digest:
        raise NotYours
    voter, begins = Voter.objects.get_or_create(ground=ground, digest=digest)
    if asker and ground.audience == WhoAnswers.ANYONE:
        crowding.check_answer(asker, ground.organisation_id, ground.code, begins=begins)
    Vote.objects.update_or_create(voter=voter, statement=statement, defaults={"choice": Choice(choice)})


@transaction.atomic
def type_in_sheet(*, ground: CommonGround, choices: Mapping[str, int], by: Actor) -> int:
    """The answers of one sheet of paper; returns how many. That a sheet came in is on record, what it says is not."""
    ground = _locked(ground)
    rules.check_keep(by, ground.unit_id)
    rules.check_open(ground, organisations.clock_of(ground.organisation).today())
    statements = {row.code: row for row in Statement.objects.filter(ground=ground, state=SHOWN)}
    given = {code: choice for code, choice in choices.items() if code in statements}
    if not given:
        raise Refused(_("Nothing is ticked on this sheet. Choose at least one answer."))
    voter = Voter.objects.create(ground=ground, digest=secrets.token_hex(16))
    Vote.objects.bulk_create(
        Vote(voter=voter, statement=statements[code], choice=Choice(choice)) for code, choice in given.items()
    )
    audit.record(VoiceEvent.SHEET_TYPED_IN, by=by, target=ground, facts={})
    return len(given)


@transaction.atomic
def close_ground(*, ground: CommonGround, by: Actor) -> CommonGround:
    """It is over. What people said becomes one voice, owed an answer like any other; who answered stays unknown."""
    ground = _locked(ground)
    rules.check_close(by, ground)
    result = together.result_of(ground)
    ground.closed_on = organisations.clock_of(ground.organisation).today()
    if result.took_part:
        ground.result = _said_together(ground, result)
    move(
        ground,
        OVER,
        lifecycle=COMMON_GROUND,
        statuses=CommonGroundStatus,
        by=by,
        changed=("closed_on", "result"),
    )
    counts = {each.code: [each.agree, each.disagree, each.passed] for each in result.tallies}
    facts = {"took_part": result.took_part, "counts": counts, "result": ground.result.code if ground.result else ""}
    audit.record(VoiceEvent.GROUND_CLOSED, by=by, target=ground, facts=facts)
    return ground


def _said_together(ground: CommonGround, result: together.Result) -> Contribution:
    """In numbers. The statements are not repeated: whoever takes one back has taken it back here too."""
    found, took_part = result.found, result.took_part
    facts = {
        "question": ground.question,
        "people": ngettext("%(n)d person", "%(n)d people", took_part) % {"n": took_part},
        "all": len(result.tallies),
        "together": len(found.together),
        "apart": len(found.apart),
    }
    words = _(
        "%(people)s answered “%(question)s”. Of %(all)s statements, nearly everyone says the same to %(together)s, "
        "and people differ on %(apart)s. Each statement, with how many agree and disagree, stands on the page of the "
        "question."
    )
    return say(
        kind=ContributionKind.EXPERIENCE,
        words=words % facts,
        unit=None if ground.decision else ground.unit,
        decision=ground.decision,
        group_name=_("Those who answered one question together"),
        via=Via.TOGETHER,
        by=system(ground.organisation_id),
    )[0]


def look_for_groups(*, ground: CommonGround) -> None:
    """Once, when it is over and no answer changes any more. It may take seconds, so no row is held meanwhile."""
    found = opinion_groups.find(together.votes_of(ground))
    ground.groups = {
        "voters": found.voters,
        "stability": found.stability,
        "shut": found.shut,
        "groups": [
            {
                "size": group.size,
                "counts": group.counts,
                "apart": [code for code, _agrees in opinion_groups.sets_apart(found, number)],
            }
            for number, group in enumerate(found.groups)
        ],
    }
    ground.save(update_fields=["groups"])


def close_what_is_over(organisation_id: int, today: date) -> int:
    """For the daily task. Safe to run twice."""
    closed = 0
    for ground in together.to_close(organisation_id, today):
        try:
            close_ground(ground=ground, by=system(organisation_id))
        except Refused:  # somebody closed it a moment ago
            continue
        closed += 1
    for ground in together.without_groups(organisation_id):
        look_for_groups(ground=ground)
    return closed


def _locked(ground: CommonGround) -> CommonGround:
    return (
        CommonGround.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation", "unit")
        .get(pk=ground.pk)
    )
