"""Questions, and what each member thinks: kept apart, handed in, sealed, and opened once all are in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline
from alongside.accounts.models import User
from alongside.audit import sealing
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused

from .. import queries, rules
from ..events import PanelEvent as Event
from ..models import (
    Candidate,
    Mark,
    Opinion,
    PanelMember,
    PanelQuestion,
    Place,
    Recruitment,
    Round,
    Score,
    Sheet,
    Step,
)
from ..models.recruitment import NOW
from .panel_steps import held, open_if_all_in, open_sheets_of, reach, takes_part


@transaction.atomic
def write_question(
    *,
    recruitment: Recruitment,
    words: str,
    shows: str,
    place: Place | None = None,
    user: User | None = None,
    by: Actor,
) -> PanelQuestion:
    """`place` or `user` wrote it. `shows`: what a good answer shows; that is what is scored."""
    recruitment = held(recruitment)
    _check_question(recruitment, by)
    members = queries.members_of(recruitment)
    if place is not None and not any(member.place_id == place.pk for member in members):
        raise Refused(_("They are not on this panel."), field="who")
    if not rules.may_hold(by, recruitment.decision):
        place, user = _own_seat(members, by)
    last = recruitment.questions.aggregate(last=Max("position"))["last"] or 0
    question = PanelQuestion.objects.create(
        recruitment=recruitment,
        position=last + 1,
        words=words,
        shows=shows,
        place=place,
        user=None if place else user,
        **byline(by),
    )
    reach(recruitment, Step.QUESTIONS, NOW, by=by)
    takes_part(recruitment, Step.QUESTIONS, place, by=by)
    facts = {"question": question.code, "lived_experience": place is not None}
    audit.record(Event.QUESTION_WRITTEN, by=by, target=recruitment, facts=facts)
    return question


def _own_seat(members: list[PanelMember], by: Actor) -> tuple[Place | None, User | None]:
    """Whoever only sits on the panel writes in their own name."""
    me = next(each for each in members if rules.is_own(by, each))
    return me.place, me.user


def _check_question(recruitment: Recruitment, by: Actor) -> None:
    me = next((each for each in queries.members_of(recruitment) if rules.is_own(by, each)), None)
    rules.check_can_write_question(by, recruitment, me, queries.any_scores(recruitment))


@transaction.atomic
def remove_question(*, question: PanelQuestion, by: Actor) -> None:
    recruitment = held(question.recruitment)
    _check_question(recruitment, by)
    code = question.code
    PanelQuestion.objects.filter(pk=question.pk).delete()
    audit.record(Event.QUESTION_REMOVED, by=by, target=recruitment, facts={"question": code})


def _sheet(member: PanelMember, round: str, by: Actor) -> tuple[Recruitment, PanelMember, Sheet]:
    """The member's own sheet, made when it is first written on; both rows as they are now."""
    recruitment = held(member.recruitment)
    members = queries.members_of(recruitment)
    member = next(each for each in members if each.pk == member.pk)
    sheet = queries.sheet_of(member, round)
    writer = next((each for each in members if rules.is_seat_of(by, each)), None)
    writer_waits = not rules.is_own(by, member) and queries.still_to_hand_in(writer, round)
    rules.check_can_fill_in(by, member, round, sheet, writer_waits)
    if sheet is None:
        sheet = Sheet.objects.create(member=member, round=round, **byline(by))
    elif rules.is_own(by, member) and sheet.medium:
        sheet.medium, sheet.recorded_by_id = "", by.user_id  # from now on it is theirs alone
        sheet.save(update_fields=["medium", "recorded_by"])
    return recruitment, member, sheet


@transaction.atomic
def mark_candidate(*, member: PanelMember, candidate: Candidate, opinion: str, why: str, by: Actor) -> Mark:
    """Whether this member would invite the candidate, and why in a word. Changed at will until it is handed in."""
    recruitment, _member, sheet = _sheet(member, Round.SHORTLIST, by)
    if candidate.pk not in queries.wanted(recruitment, Round.SHORTLIST):
        raise Refused(_("This candidate is not on the list any more."))
    if opinion not in Opinion.values:
        raise Refused(_("Choose yes, no or not sure."), field="opinion")
    found, _made = Mark.objects.update_or_create(
        sheet=sheet, candidate=candidate, defaults={"opinion": opinion, "why": why}
    )
    return found


@transaction.atomic
def give_scores(*, member: PanelMember, candidate: Candidate, values: Mapping[int, int], by: Actor) -> Sheet:
    """For each question, by its number. Changed at will until the sheet is handed in."""
    recruitment, _member, sheet = _sheet(member, Round.SCORES, by)
    questions = {each.pk: each for each in queries.questions_of(recruitment)}
    if not queries.candidates_to_score(recruitment).filter(pk=candidate.pk).exists():
        raise Refused(_("This candidate is not on the list any more."))
    if set(values) != set(questions):
        raise Refused(_("The questions have changed. Look again, and give a score for each."))
    for number, value in values.items():
        rules.check_value(value, recruitment.scale_most)
        Score.objects.update_or_create(
            sheet=sheet, candidate=candidate, question=questions[number], defaults={"value": value}
        )
    reach(recruitment, Step.SCORES, NOW, by=by)
    return sheet


@transaction.atomic
def hand_in_sheet(*, member: PanelMember, round: str, by: Actor) -> Sheet:
    """From here on nobody changes it; the log keeps a commitment. The last one to come opens all."""
    recruitment, member, sheet = _sheet(member, round, by)
    wanted = queries.wanted(recruitment, round)
    rules.check_whole(len(wanted), len(wanted & queries.given(sheet, round)))
    _drop_others(sheet, wanted)
    sheet.handed_in_at, sheet.salt = timezone.now(), sealing.new_salt()
    sheet.medium = str(by.medium or "")
    sheet.save(update_fields=["handed_in_at", "salt", "medium"])
    takes_part(recruitment, round, member.place, by=by)  # a round has the name of its stage
    facts = {"round": str(round), "sealed": sealing.commitment(sheet.salt, queries.sheet_text(sheet))}
    audit.record(Event.HANDED_IN, by=by, target=sheet, facts=facts)
    open_if_all_in(recruitment, by=by)
    return sheet


def _drop_others(sheet: Sheet, wanted: set[Any]) -> None:
    """Somebody withdrew after they were marked or scored here: what nobody asks for any more is not handed in."""
    if sheet.round == Round.SHORTLIST:
        sheet.marks.exclude(candidate__in=wanted).delete()
        return
    for each in sheet.scores.all():
        if (each.candidate_id, each.question_id) not in wanted:
            each.delete()


@transaction.atomic
def open_sheets(*, recruitment: Recruitment, round: str, by: Actor) -> Recruitment:
    """Where nobody is left to wait for: the last one gave their place back."""
    recruitment = held(recruitment)
    waiting = queries.waiting_for(recruitment, queries.members_of(recruitment), round)
    rules.check_can_open_sheets(by, recruitment, round, len(waiting.handed_in), len(waiting.waiting))
    open_sheets_of(recruitment, round, by=by)
    return recruitment
