"""What was said and what is owed for it. Every question starts from who asks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, prefetch_related_objects
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor
from alongside.core.codes import tidy
from alongside.core.dates import AGE_EDGES
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Unit

from ..models import (
    Answer,
    AnswersMe,
    Attachment,
    Challenge,
    ChangeSource,
    Chase,
    Contribution,
    ContributionStatus,
    Escalation,
    RenderingDoubt,
    Telling,
    Verdict,
    Via,
)
from ..models.contributions import ANSWERED
from ..models.contributions import RECEIVED as NEW
from .readers import eyes_of

WITH_NAMES = ("unit", "owner", "person")
With = Callable[[QuerySet[Contribution]], QuerySet[Contribution]]
ABOUT = ("decision", "meeting", "question", "letterbox")


def contributions_for(actor: Actor) -> QuerySet[Contribution]:
    """Staff: what was said to their units. Contributors: what they said themselves. The public: nothing."""
    visible = _ledger_of(actor)
    if actor.person_id and visible:
        visible |= Q(person=actor.person_id)
    return eyes_of(actor).asked(_of(actor).filter(visible).select_related(*WITH_NAMES))


def ledger_for(actor: Actor, mine: bool = False) -> QuerySet[Contribution]:
    """What was said to the units whose listening ledger the actor may see; `mine`: handed to them by name."""
    # By name the way leads over the unit, so that it begins at the owner's index and not at the organisation's.
    rows = _of_owner(actor).select_related("owner") if mine else _of(actor)
    return eyes_of(actor).asked(rows.filter(_ledger_of(actor)).select_related("unit"))


def ledger_units(actor: Actor) -> QuerySet[Unit]:
    """The units whose ledger the actor may see, closed ones too: what they owe stays owed."""
    units, seen = organisations.all_units_of(actor), actor.units_for(P.SEE_VOICES)
    return units if seen is None else units.filter(pk__in=seen)


def owed_for(actor: Actor, mine: bool = False, unit: str = "") -> QuerySet[Contribution]:
    """Something is still owed to the author: read, answered or told. Longest waiting first. `unit`: of one, by code."""
    units = actor.units_for(P.SEE_VOICES)
    if unit:
        units = frozenset(ledger_units(actor).filter(code=unit).values_list("pk", flat=True))
    if mine or units is None:
        return ledger_for(actor, mine).filter(owed=True).order_by("received_on", "id")
    # Units belong to one organisation. Named as well, it would lead past the index of what is owed.
    rows = Contribution.objects.filter(unit__in=units, owed=True)
    return eyes_of(actor).asked(rows.select_related("unit")).order_by("received_on", "id")


def owed_by_me(actor: Actor) -> QuerySet[Contribution]:
    """What was handed to the actor by name, or came to a decision of theirs."""
    rows = _of_owner(actor).filter(owed=True)
    return rows.select_related(*WITH_NAMES).order_by("due_on", "id")


def anything_said(actor: Actor) -> bool:
    """Has anybody ever said anything to the actor's units?"""
    return ledger_for(actor).exists()


def not_yet_told(actor: Actor) -> QuerySet[Contribution]:
    """Answered, and nobody has told the one who said it. Longest waiting first.

    Whoever took a code home from the public page, or was sent it by e-mail, can be told by nobody: the answer waits
    on their page for them.
    """
    return to_be_told(ledger_for(actor)).order_by("received_on", "id")


def to_be_told(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    waiting = Q(via__in=[Via.PUBLIC_PAGE, Via.EMAIL], person__isnull=True)
    return rows.filter(~waiting, state=ANSWERED)


def never_answered(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """Without what had an answer and is owed another one, or is to be told."""
    return rows.filter(answered_on__isnull=True)


def answered_in(rows: QuerySet[Contribution], first: date, last: date) -> QuerySet[Contribution]:
    """Whose first answer was given in these days. Nothing is answered before it is received: so the way through the
    newest begins there, and not today."""
    return rows.filter(received_on__lte=last, answered_on__range=(first, last), answer_days__isnull=False)


def challenged(actor: Actor) -> QuerySet[Contribution]:
    """Its author does not accept the answer, whatever came after it but a new answer. Longest waiting first."""
    return ledger_for(actor).filter(disputed=True).order_by("received_on", "id")


def not_yet_read(actor: Actor, today: date) -> QuerySet[Contribution]:
    """Past the day by which somebody should have said that it is here."""
    return owed_for(actor).filter(state=NEW, acknowledge_by__lt=today)


def overdue(organisation_id: int, today: date) -> QuerySet[Contribution]:
    """For reminders: everything in one organisation whose day has passed, longest waiting first."""
    rows = Contribution.objects.filter(organisation=organisation_id, owed=True, due_on__lt=today)
    return rows.select_related(*WITH_NAMES).order_by("due_on", "id")


def contribution_for(actor: Actor, code: str) -> Contribution:
    return _one(contributions_for(actor), code)


def entry_for(actor: Actor, code: str, whole: bool = True) -> Contribution:
    """One line of the ledger, for those who may see the ledger there."""
    found = _one(ledger_for(actor), code, whole, with_owing, with_answers)
    _read_rare(found)
    return found


def entries_named(actor: Actor, codes: str) -> list[Contribution]:
    """By their addresses or codes, as somebody typed or copied them one after the other."""
    wanted = list(dict.fromkeys(tidy(_code_in(each)) for each in codes.replace(",", " ").split()))
    found = {row.code: row for row in ledger_for(actor).filter(code__in=wanted)}
    if missing := [code for code in wanted if code not in found]:
        raise Refused(_("Nothing was said here with the code %(code)s.") % {"code": missing[0][:20]}, field="others")
    return [found[code] for code in wanted]


def _code_in(text: str) -> str:
    """Of an address the part behind "voices"; anything else is a code already."""
    _before, there, after = text.partition("/voices/")
    return re.split(r"[/?#]", after, maxsplit=1)[0] if there else text


def said_by(person_ids: Iterable[int]) -> QuerySet[Contribution]:
    """What somebody said, in every organisation that they belong to, newest first: all of it, for its author."""
    rows = Contribution.everything.filter(person__in=list(person_ids))
    return rows.select_related("unit", "organisation", "question").order_by("-received_on", "-id")


def said_in(person_ids: Iterable[int], code: str, whole: bool = True) -> Contribution:
    return _one(said_by(person_ids), code, whole)


def said_about_decision(actor: Actor, decision_id: int) -> QuerySet[Contribution]:
    """What the actor may see of what was said about a decision, or at a session about it; oldest first."""
    about = Q(decision=decision_id) | Q(meeting__opportunity__decision=decision_id)
    return with_questions(contributions_for(actor)).filter(about).order_by("received_on", "id")


def said_at_meeting(actor: Actor, meeting_id: int) -> QuerySet[Contribution]:
    return contributions_for(actor).filter(meeting=meeting_id).order_by("received_on", "id")


def with_everything(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """For one page about each: answers with how they were told, challenges, changes with their verdicts."""
    return with_answers(rows).prefetch_related(Prefetch("challenges", _challenges()))


def _challenges() -> QuerySet[Challenge]:
    return Challenge.objects.select_related("recorded_by").order_by("id")


def with_answers(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """The same without challenges."""
    answers = Answer.objects.select_related("recorded_by", "passing").order_by("id")
    tellings = Telling.objects.select_related("recorded_by", "came_back").order_by("id")
    verdicts = Verdict.objects.select_related("recorded_by").order_by("id")
    changes = ChangeSource.objects.select_related("change").order_by("id")
    return rows.prefetch_related(
        Prefetch("answers", answers),
        Prefetch("answers__tellings", tellings),
        Prefetch("changes", changes),
        Prefetch("changes__change__verdicts", verdicts),
    )


def with_what_came(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """For its author, and for a trace: answers, and changes with what people say about them."""
    changes = ChangeSource.objects.select_related("change").order_by("id")
    verdicts = Verdict.objects.select_related("recorded_by").order_by("id")
    added = Contribution.everything.filter(adds_to=OuterRef("pk"))
    return rows.annotate(extended=Exists(added)).prefetch_related(
        Prefetch("answers", Answer.objects.select_related("passing").order_by("id")),
        Prefetch("challenges", _challenges()),
        Prefetch("changes", changes),
        Prefetch("changes__change__verdicts", verdicts),
    )


def with_owing(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """Beside it for staff: chases, and what most contributions have none of. Which of it there is, is asked with the
    row, and only that is read (`_read_rare`)."""
    chases = Chase.objects.select_related("recorded_by").order_by("id")
    return rows.annotate(
        has_challenges=Exists(Challenge.objects.filter(contribution=OuterRef("pk"))),
        has_marks=Exists(AnswersMe.objects.filter(contribution=OuterRef("pk"))),
        has_doubts=Exists(RenderingDoubt.objects.filter(contribution=OuterRef("pk"))),
        has_risen=Exists(Escalation.objects.filter(contribution=OuterRef("pk"))),
        has_files=Exists(Attachment.objects.filter(contribution=OuterRef("pk"))),
        extended=Exists(Contribution.everything.filter(adds_to=OuterRef("pk"))),
    ).prefetch_related(Prefetch("answers__passing__chases", chases))


def _read_rare(found: Any) -> None:
    """What its author said of an answer, edited versions in doubt, how far it has risen."""
    rare: tuple[tuple[str, bool, QuerySet[Any]], ...] = (
        ("challenges", found.has_challenges, _challenges()),
        ("answers_me", found.has_marks, AnswersMe.objects.select_related("recorded_by")),
        ("rendering_doubts", found.has_doubts, RenderingDoubt.objects.all()),
        ("escalations", found.has_risen, Escalation.objects.all()),
    )
    wanted = [Prefetch(name, rows.order_by("id") if there else rows.none()) for name, there, rows in rare]
    prefetch_related_objects([found], *wanted)


def history_of(contribution: Contribution) -> list[ContributionStatus]:
    """Every move, oldest first, with who wrote it down."""
    return list(contribution.statuses.select_related("recorded_by").order_by("id"))


def received_between(rows: QuerySet[Contribution], today: date, band: str) -> QuerySet[Contribution]:
    return rows.filter(waited_so_long(today, band))


def waited_so_long(today: date, band: str) -> Q:
    """Those that have waited so long: "0-6", "6-12" or "over-12" weeks."""
    six, twelve = (today - timedelta(days=edge) for edge in AGE_EDGES)
    aged = {"0-6": Q(received_on__gt=six), "6-12": Q(received_on__lte=six) & Q(received_on__gt=twelve)}
    return aged.get(band, Q(received_on__lte=twelve))


def with_questions(rows: QuerySet[Contribution]) -> QuerySet[Contribution]:
    """For a list in which what was asked stands beside what was said."""
    return rows.select_related("question")


def _of(actor: Actor) -> QuerySet[Contribution]:
    return Contribution.objects.filter(organisation=actor.organisation_id)


def _of_owner(actor: Actor) -> QuerySet[Contribution]:
    return Contribution.objects.filter(owner=actor.user_id or 0, unit__organisation=actor.organisation_id)


def _ledger_of(actor: Actor) -> Q:
    units = actor.units_for(P.SEE_VOICES)
    if units is None:
        return Q()
    return Q(unit__in=units) if units else Q(pk__in=[])


def _one(
    rows: QuerySet[Contribution],
    code: str,
    whole: bool = True,
    also: With = lambda rows: rows,
    everything: With = with_everything,
) -> Contribution:
    fetched = everything if whole else with_what_came
    rows = rows.select_related("organisation", *WITH_NAMES, *ABOUT, "showing", "contact_wish")
    contribution = also(fetched(rows).filter(code=code)).first()
    if contribution is None:
        raise NotYours
    return contribution
