"""Common ground: what is asked, what comes next for somebody, and what everybody said. Counts, never who."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

from django.db.models import Count, Exists, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from alongside.accounts.permissions import Permission as P
from alongside.core import lookups
from alongside.core.actor import Actor
from alongside.core.errors import NotYours
from alongside.core.inputs import tidy_text

from .. import opinions
from ..models import Answer, Choice, CommonGround, Statement, Vote, Voter, WhoAnswers, WhyNot
from ..models.together import NOT_SHOWN, OPEN_NOW, OVER, SHOWN, WAITING
from ..opinion_groups import Shut
from ..opinions import Found, Tally
from ..rules import together as rules

SHOWN_DAYS = 200


def grounds_for(actor: Actor) -> QuerySet[CommonGround]:
    """Staff: what their units asked, newest first, with what waits to be read and how many took part."""
    units = actor.units_for(P.SEE_VOICES)
    rows = CommonGround.objects.filter(organisation=actor.organisation_id)
    rows = rows if units is None else rows.filter(unit__in=units)
    waiting = Statement.objects.filter(ground=OuterRef("pk"), state=WAITING)
    return (
        rows.select_related("unit", "result")
        .annotate(took_part=_number(Voter.objects.filter(ground=OuterRef("pk"))), waiting=_number(waiting, "ground"))
        .order_by("-opened_on", "-id")
    )


def _number(rows: QuerySet[Any], by: str = "ground") -> Any:
    counted = rows.order_by().values(by).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)


def ground_for(actor: Actor, code: str) -> CommonGround:
    """For those who keep it."""
    found = grounds_for(actor).select_related("organisation", "decision").filter(code=code).first()
    if found is None or not rules.can_keep(actor, found.unit_id):
        raise NotYours
    return found


def ground_to_answer(actor: Actor, code: str) -> CommonGround:
    """For those whom it asks, and what came of it afterwards."""
    rows = CommonGround.objects.filter(organisation=actor.organisation_id, code=code)
    found = rows.select_related("organisation", "unit", "result").first()
    if found is None:
        raise NotYours
    rules.check_may_answer(actor, found)
    return found


def asked_now(actor: Actor, today: date) -> QuerySet[CommonGround]:
    """What somebody can answer today: the public sees what anyone may answer."""
    rows = CommonGround.objects.filter(organisation=actor.organisation_id, state=OPEN_NOW, closes_on__gte=today)
    if actor.person_id is None:
        rows = rows.filter(audience=WhoAnswers.ANYONE)
    return rows.order_by("closes_on", "id")


def over_lately(actor: Actor, today: date) -> QuerySet[CommonGround]:
    """Newest first, for as long as an answer, and a better one, may take."""
    since = today - timedelta(days=SHOWN_DAYS)
    rows = CommonGround.objects.filter(organisation=actor.organisation_id, state=OVER, closed_on__gte=since)
    if actor.person_id is None:
        rows = rows.filter(audience=WhoAnswers.ANYONE)
    return rows.filter(result__isnull=False).order_by("-closed_on", "-id")


def voter_digest(ground: CommonGround, actor: Actor, token: str) -> str:
    """Who answers, in a way that says nothing to anybody without our key: a person on the register where only they
    are asked, else a browser. Empty when there is neither.
    """
    if ground.audience == WhoAnswers.REGISTER:
        return lookups.digest(f"person {actor.person_id}", salt=f"voter {ground.code}") if actor.person_id else ""
    return lookups.digest(f"browser {token}", salt=f"voter {ground.code}") if token else ""


def writer_digest(ground: CommonGround, token: str) -> str:
    """Of the browser that wrote a statement. Another key than for voting, so that the two cannot be put together."""
    return lookups.digest(f"browser {token}", salt=f"writer {ground.code}") if token else ""


@dataclass(frozen=True)
class Turn:
    """What somebody sees: the next statement they have not answered (None: they have answered all), and how many."""

    statement: Statement | None
    answered: int
    all: int


def next_for(ground: CommonGround, digest: str) -> Turn:
    """In an order of their own, so that the first statements are not answered by everybody and the last by nobody."""
    shown = shown_in(ground)
    voted = Vote.objects.filter(voter__ground=ground, voter__digest=digest, statement__state=SHOWN)
    answered = set(voted.values_list("statement", flat=True)) if digest else set()
    order = Random(f"{ground.code} {digest}").sample(shown, len(shown))  # noqa: S311  an order, nothing secret
    return Turn(next((each for each in order if each.pk not in answered), None), len(answered), len(shown))


def statement_of(ground: CommonGround, code: str) -> Statement:
    found = Statement.objects.filter(ground=ground, code=code).select_related("ground").first()
    if found is None:
        raise NotYours
    return found


def written_by(ground: CommonGround, digest: str) -> QuerySet[Statement]:
    """What somebody added from this browser, whatever became of it."""
    rows = Statement.objects.filter(ground=ground, writer_digest=digest) if digest else Statement.objects.none()
    return rows.order_by("-id")


def statements_of(ground: CommonGround) -> QuerySet[Statement]:
    """For those who keep it: what waits first."""
    return Statement.objects.filter(ground=ground).order_by("-state", "id")


def statements_to_read(actor: Actor) -> QuerySet[Statement]:
    """What nobody has read yet, of the questions that the actor keeps and that are open."""
    units = actor.units_for(P.ANSWER)
    rows = Statement.objects.filter(ground__organisation=actor.organisation_id or 0, ground__state=OPEN_NOW)
    rows = rows if units is None else rows.filter(ground__unit__in=units)
    return rows.filter(state=WAITING)


def how_many_statements(ground: CommonGround) -> int:
    return Statement.objects.filter(ground=ground).count()


def said_already(ground: CommonGround, words: str) -> Statement | None:
    """The same words, whatever their capitals and full stops: then there is something to answer already."""
    wanted = _plain(words)
    rows = Statement.objects.filter(ground=ground, state__in=[WAITING, SHOWN]).order_by("id")
    return next((row for row in rows if _plain(row.words) == wanted), None)


def _plain(words: str) -> str:
    return " ".join(lookups.folded_words(tidy_text(words)))


# What everybody said.


@dataclass(frozen=True)
class Result:
    """Plain counts of every statement that is shown, and what they say."""

    took_part: int
    tallies: Sequence[Tally]
    not_shown: int

    @property
    def found(self) -> Found:
        return opinions.sorted_out(self.tallies)


def result_of(ground: CommonGround) -> Result:
    """In three questions, however many answered."""
    took_part = Voter.objects.filter(Exists(Vote.objects.filter(voter=OuterRef("pk"))), ground=ground).count()
    rows = Statement.objects.filter(ground=ground, state=SHOWN)
    counted = rows.annotate(
        agree=Count("votes", filter=Q(votes__choice=Choice.AGREE)),
        disagree=Count("votes", filter=Q(votes__choice=Choice.DISAGREE)),
        passed=Count("votes", filter=Q(votes__choice=Choice.PASS)),
    ).order_by("id")
    tallies = [Tally(row.code, row.words, row.agree, row.disagree, row.passed, took_part) for row in counted]
    hidden = Statement.objects.filter(ground=ground, state=NOT_SHOWN).count()
    return Result(took_part, tallies, hidden)


def votes_of(ground: CommonGround) -> dict[int, dict[str, int]]:
    """Every answer to what is shown, for finding groups: {voter: {statement's code: choice}}."""
    found: dict[int, dict[str, int]] = {}
    rows = Vote.objects.filter(statement__ground=ground, statement__state=SHOWN)
    for voter, statement, choice in rows.values_list("voter", "statement__code", "choice").iterator():
        found.setdefault(voter, {})[statement] = choice
    return found


@dataclass(frozen=True)
class ShownGroup:
    """One group of opinion: how many, and what sets them apart. The letters say nothing about who they are."""

    letter: str
    size: int
    apart: Sequence[tuple[str, int, int]]  # a statement's words, how many of the group agree and disagree


def groups_of(ground: CommonGround, result: Result) -> tuple[list[ShownGroup], str]:
    """What was found when it was over, and if nothing, which gate was shut (of `Shut`)."""
    kept = ground.groups or {}
    words = {tally.code: tally.words for tally in result.tallies}
    shown = [
        ShownGroup(
            "ABCDE"[n],
            group["size"],
            [(words[code], *group["counts"][code]) for code in group["apart"] if code in words],
        )
        for n, group in enumerate(kept.get("groups", ()))
    ]
    return shown, "" if shown else kept.get("shut") or Shut.FEW_VOTERS


def without_groups(organisation_id: int) -> list[CommonGround]:
    """Over, and nobody has looked for groups yet: for the nightly task."""
    rows = CommonGround.objects.filter(organisation=organisation_id, state=OVER, groups__isnull=True)
    return list(rows.order_by("id"))


def to_close(organisation_id: int, today: date) -> list[CommonGround]:
    rows = CommonGround.objects.filter(organisation=organisation_id, state=OPEN_NOW, closes_on__lt=today)
    return list(rows.select_related("organisation", "unit").order_by("id"))


def not_shown_by_reason(ground: CommonGround) -> list[tuple[str, int]]:
    """How many statements are not shown, by reason, the commonest first."""
    rows = Statement.objects.filter(ground=ground, state=NOT_SHOWN).order_by().values_list("why_not")
    counted = rows.annotate(n=Count("pk")).order_by("-n", "why_not")
    return [(str(WhyNot(why).label), number) for why, number in counted]


def answer_to(ground: CommonGround) -> Answer | None:
    """What the organisation says to what came out, once it has said it."""
    if ground.result_id is None:
        return None
    return Answer.objects.filter(contribution=ground.result_id).order_by("-id").first()


def shown_in(ground: CommonGround) -> list[Statement]:
    return list(Statement.objects.filter(ground=ground, state=SHOWN).order_by("id"))
