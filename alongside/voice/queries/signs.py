"""What this room knows that signs of tokenism are looked for in: for `candour`. Counts and codes, no words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, Count, OuterRef, Q, QuerySet, Subquery, Value

from alongside.core.keyset import first_of
from alongside.decisions.models import Taken
from alongside.decisions.queries.signs import Chosen
from alongside.involvement.models import Meeting

from ..models import AnswerKind, Challenge, ChallengeKind, Change, Contribution, ContributionKind, Shaped, Via
from ..models.changes import CHALLENGED
from ..models.contributions import ANSWERED
from .standing import EVER_DENIED, standing_so

MOST_CODES = 20
WRONG = ("unanswered", "untold", "no_say")
ACCOUNTS = ("not_answered", "not_said", "denied_changes", "denied_shaped", "denied_agenda")
TAKEN_UP = (AnswerKind.ADOPTED, AnswerKind.ADAPTED)
THERE = Q(withdrawn_on__isnull=True)
# Nobody can tell whoever took a code home: the answer waits on their page for them.
FOR_A_CODE = Q(via__in=[Via.PUBLIC_PAGE, Via.EMAIL], person__isnull=True)


@dataclass(frozen=True)
class Some:
    """How many, and the codes of some of them."""

    n: int = 0
    codes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Voiced:
    due: int = 0  # answered, or its day has come
    young: int = 0  # its day has not come
    unanswered: Some = field(default_factory=Some)  # and its day has come
    taken_up: int = 0
    answered: int = 0  # and its author can be told
    untold: Some = field(default_factory=Some)
    untold_young: int = 0
    stories: int = 0  # shown to everybody
    no_say: Some = field(default_factory=Some)  # of them: no say and no answer
    stories_young: int = 0
    not_answered: Some = field(default_factory=Some)  # its author says so, and nobody has answered that
    not_said: Some = field(default_factory=Some)  # “that is not what I said”
    denied_changes: Some = field(default_factory=Some)
    denied_shaped: Some = field(default_factory=Some)  # by the codes of what was said
    denied_agenda: Some = field(default_factory=Some)
    led_somewhere: frozenset[int] = frozenset()  # decisions of which something came


def voiced_in(chosen: Chosen, told_days: int) -> Voiced:
    """In three questions for a year of them; one more for one decision, about its sessions."""
    rows = _said(chosen).filter(THERE)
    conditions = _conditions(chosen.today, chosen.today - timedelta(days=told_days))
    counted = rows.aggregate(**{name: Count("pk", filter=condition) for name, condition in conditions.items()})
    codes = _codes(chosen, rows, {name: conditions[name] for name in WRONG if counted[name]})
    return Voiced(
        due=counted["due"],
        young=counted["young"],
        unanswered=Some(counted["unanswered"], codes["unanswered"]),
        taken_up=counted["taken_up"],
        answered=counted["answered"],
        untold=Some(counted["untold"], codes["untold"]),
        untold_young=counted["untold_young"],
        stories=counted["stories"],
        no_say=Some(counted["no_say"], codes["no_say"]),
        stories_young=counted["stories_young"],
        **{name: Some(len(codes[name]), codes[name]) for name in ACCOUNTS},
        led_somewhere=_led_somewhere(chosen),
    )


def _said(chosen: Chosen) -> QuerySet[Contribution]:
    """About the decision or at a session about it; or received in those days."""
    if not chosen.one:
        days = (chosen.first, min(chosen.last, chosen.today))
        return Contribution.objects.filter(chosen.here(), received_on__range=days)
    # Their numbers first: with a question inside the question PostgreSQL reads every row for it.
    sessions = list(Meeting.objects.filter(opportunity__decision=chosen.decision).values_list("pk", flat=True))
    return Contribution.objects.filter(Q(decision=chosen.decision) | Q(meeting__in=sessions))


def _conditions(today: date, told_by: date) -> dict[str, Q]:
    unanswered = Q(answered_on__isnull=True)
    over = Q(answer_by__lt=today)
    story = Q(kind=ContributionKind.EXPERIENCE, public_on__isnull=False)
    without = Q(decision__taken__in=[Taken.WITHOUT, Taken.EXCEPTED])
    waits = Q(state=ANSWERED, told_on__isnull=True) & ~FOR_A_CODE
    return {
        "due": ~unanswered | over,
        "young": unanswered & ~over,
        "unanswered": unanswered & over,
        "taken_up": Q(answer_kind__in=TAKEN_UP),
        "answered": ~unanswered & (~FOR_A_CODE | Q(told_on__isnull=False)) & ~(waits & Q(answered_on__gt=told_by)),
        "untold": waits & Q(answered_on__lte=told_by),
        "untold_young": waits & Q(answered_on__gt=told_by),
        "stories": story & (~unanswered | over | without),
        "no_say": story & (unanswered & over | without),
        "stories_young": story & unanswered & ~over & ~without,
    }


def _codes(chosen: Chosen, said: QuerySet[Contribution], wrong: dict[str, Q]) -> dict[str, tuple[str, ...]]:
    """Some of what went wrong, and all that authors say themselves, by what it is; in one question.

    A mark counts until it is answered; a denial stands.
    """
    newest = Challenge.objects.filter(contribution=OuterRef("pk")).order_by("-id").values("kind")[:1]
    marks = said.filter(disputed=True).annotate(mark=Subquery(newest))
    not_mine = Q(mark=ChallengeKind.NOT_WHAT_I_SAID)
    denied = Shaped.objects.filter(_shaped(chosen), disputed_on__isnull=False, contribution__restricted=False)
    on_agenda = Q(agenda_item__isnull=False)
    changes = standing_so(Change.objects.filter(_changes(chosen)), CHALLENGED)
    parts = [
        *(_coded(first_of(said.filter(condition), MOST_CODES), name, "code") for name, condition in wrong.items()),
        _coded(marks.filter(~not_mine), "not_answered", "code"),
        _coded(marks.filter(not_mine | Q(words_denied=True)), "not_said", "code"),
        _coded(changes, "denied_changes", "code"),
        _coded(denied.filter(~on_agenda), "denied_shaped", "contribution__code"),
        _coded(denied.filter(on_agenda), "denied_agenda", "contribution__code"),
    ]
    found: dict[str, list[str]] = {name: [] for name in (*WRONG, *ACCOUNTS)}
    for name, code in parts[0].union(*parts[1:], all=True):
        found[name].append(code)
    return {name: tuple(codes) for name, codes in found.items()}


def _coded(rows: QuerySet[Any], name: str, code: str) -> QuerySet[Any, Any]:
    return rows.order_by().values_list(Value(name, CharField()), code)


def _changes(chosen: Chosen) -> Q:
    """Of the decision; or of those days, in those units."""
    if chosen.one:
        return Q(decision=chosen.decision)
    return chosen.here() & Q(since__range=(chosen.first, chosen.last))


def _shaped(chosen: Chosen) -> Q:
    if chosen.one:
        return Q(decision=chosen.decision)
    return chosen.here("decision__") & Q(shaped_on__range=(chosen.first, chosen.last))


def _led_somewhere(chosen: Chosen) -> frozenset[int]:
    """Decisions of which something came: something said was taken up, shaped it, or a change stands undenied."""
    among = chosen.among("decision__")
    taken_up = Contribution.objects.filter(THERE, among, answer_kind__in=TAKEN_UP, disputed=False)
    at_session = Contribution.objects.filter(
        THERE, chosen.among("meeting__opportunity__decision__"), answer_kind__in=TAKEN_UP, disputed=False
    )
    changes = Change.objects.filter(among).exclude(EVER_DENIED, state=CHALLENGED)
    shaped = Shaped.objects.filter(among, disputed_on__isnull=True, contribution__restricted=False)
    first, *rest = (
        taken_up.values_list("decision", flat=True),
        at_session.values_list("meeting__opportunity__decision", flat=True),
        changes.values_list("decision", flat=True),
        shaped.values_list("decision", flat=True),
    )
    return frozenset(first.order_by().union(*(rows.order_by() for rows in rest)))
