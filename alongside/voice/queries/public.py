"""What a stranger may see: what came of what people said, and the page of somebody who holds a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from alongside.accounts.roles import ROLES
from alongside.core import guessing, lookups
from alongside.core.actor import Actor, Grant, Kind
from alongside.core.codes import tidy
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Level, Organisation, Unit
from alongside.people import queries as people
from alongside.people.models import Person, Purpose

from .. import rules, showing_text
from ..models import Answer, Challenge, Change, ChangeSource, Contribution, Slip
from ..models.answers import STILL_OWED
from ..models.changes import CHALLENGED, LAPSED
from .ledger import with_everything, with_what_came
from .readers import Reader, took_back

# Of the answer, and of what came of it: they are not the same.
QUESTIONED, UNANSWERED, DENIED = "questioned", "not-answered", "denied"
PURPOSES = {
    "inside": Purpose.WORDS_INSIDE,
    "commissioners": Purpose.WORDS_COMMISSIONERS,
    "public": Purpose.WORDS_PUBLIC,
    "credit": Purpose.CREDIT,
}


def digest_of_code(code: str) -> str:
    """How a follow code is kept. `code` is tidy."""
    return lookups.digest(code, salt="follow")


def public_actor(organisation: Organisation) -> Actor:
    """Nobody in particular: whoever speaks without a name, though they may have signed in."""
    return Actor(kind=Kind.PUBLIC, organisation_id=organisation.pk)


def units_to_speak_about(organisation: Organisation) -> QuerySet[Unit]:
    """What the public may choose from. Support for one person is not named to everybody."""
    return organisations.units_of(public_actor(organisation)).exclude(level=Level.ONE_TO_ONE)


def contribution_by_follow(organisation: Organisation, typed: str, asker: str, whole: bool = True) -> Contribution:
    """What belongs to a code, however it was typed. Raises NotYours, the same for a wrong code and for too
    many wrong ones; `asker` is the address from which they come. Refused, with a word on why, for the code of a
    paper form that waits to be typed in.
    """
    guessing.check(asker, organisation.pk)
    digest = digest_of_code(tidy(typed))
    found = _followed(organisation, whole).filter(follow_digest=digest).first() if typed else None
    if found is None and Slip.objects.filter(organisation=organisation, digest=digest, used_on__isnull=True).exists():
        raise Refused(
            _("Nobody has typed in your form yet. Your code is right: try again in a few days."), field="code"
        )
    if found is None:
        guessing.missed(asker, organisation.pk)
        raise NotYours
    return found


def _followed(organisation: Organisation, whole: bool) -> QuerySet[Contribution]:
    rows = Contribution.everything.filter(organisation=organisation).select_related(
        "organisation", "unit", "decision", "question"
    )
    return with_everything(rows) if whole else with_what_came(rows)


def holder_of(contribution: Contribution) -> Actor:
    """Whoever came with the code of this contribution: they may do what its author may do, and nothing else."""
    return Actor(
        kind=Kind.CODE_HOLDER,
        organisation_id=contribution.organisation_id,
        grants=frozenset({Grant(rules.follow_permission(contribution))}),
    )


# What came of it, for everybody.


def public_heard(organisation: Organisation | int) -> QuerySet[Contribution]:
    """Told to its author, seen by them as others see it, decided on by somebody, not taken back. Newest first.

    Whoever has taken back their permission to show their words is not shown, whatever they ticked earlier.
    """
    rows = Contribution.objects.filter(
        organisation=organisation, public_on__isnull=False, told_on__isnull=False, withdrawn_on__isnull=True
    ).exclude(took_back(Reader.ANYONE))
    return (
        rows.select_related("unit", "person", "question", "showing")
        .prefetch_related(*_what_came_of_it())
        .order_by("-told_on", "-id")
    )


def _what_came_of_it() -> tuple[Any, ...]:
    """Only answers that the author knows."""
    told = Answer.objects.filter(tellings__isnull=False, tellings__came_back__isnull=True)
    told = told.exclude(kind__in=STILL_OWED).distinct().order_by("id")
    return (
        Prefetch("answers", told, to_attr="told_answers"),
        "challenges",
        Prefetch("changes", ChangeSource.objects.select_related("change").order_by("id")),
    )


@dataclass(frozen=True)
class Mark:
    """What its author says about an answer. That they said it is always shown; their words once they are decided on."""

    title: Any
    words: SafeString
    made_on: date


@dataclass(frozen=True)
class Heard:
    """One thing that was said, and all that came of it which its author knows."""

    contribution: Contribution
    words: SafeString  # as it was decided that everybody may read them
    rendering: SafeString
    by: str  # a name only where they allow it
    answers: list[Answer]
    challenges: list[Mark]
    changes: list[Change]


def heard_entries(organisation: Organisation, rows: Iterable[Contribution]) -> list[Heard]:
    """`rows` of public_heard."""
    listed = list(rows)
    named = {row.person_id for row in listed if row.credit and row.person_id}
    credited = people.who_allow(named, Purpose.CREDIT)
    return [_heard(row, credited) for row in listed]


def _heard(row: Contribution, credited: set[int]) -> Heard:
    texts, nothing = showing_text.readable(row, row.showing), SafeString("")
    return Heard(
        row,
        texts.get(showing_text.WORDS, nothing),
        texts.get(showing_text.RENDERING, nothing),
        _by(row, credited),
        row.told_answers,  # type: ignore[attr-defined]
        [
            Mark(mark.get_kind_display(), texts.get(showing_text.key_of(mark), nothing), mark.made_on)
            for mark in row.challenges.all()
        ],
        [source.change for source in row.changes.all()],
    )


def _by(row: Contribution, credited: set[int]) -> str:
    """A group is not named: in a small one everybody would be recognised."""
    if row.person and row.credit and row.person_id in credited:
        return people.shown_name(row.person)
    return _("A group") if row.group_name else _("Somebody")


# Before somebody speaks.


def myself(actor: Actor) -> Person:
    return people.my_person(actor)


def allows(actor: Actor) -> set[str]:
    """What somebody on the register allows as a rule: ticked already when they say something."""
    now = people.consents_in_force(actor.person_id or 0)
    return {use for use, purpose in PURPOSES.items() if purpose in now}


def who_helps(organisation: Organisation) -> list[str]:
    """By their jobs, not their names: whom to ask for when somebody may be at risk."""
    jobs = organisations.users_with(organisation.pk, "safeguarding").values_list("job", flat=True)
    return sorted({job for job in jobs if job})


def who_safeguards(organisation: Organisation) -> str:
    """By role, for a sentence: “the safeguarding lead” where nobody has a job written down."""
    return ", ".join(who_helps(organisation)) or str(ROLES["safeguarding"].name)


def days_if_said(clock: organisations.Clock) -> dict[str, date]:
    """By when it is read and answered, if it is said today."""
    today = clock.today()
    return {
        "read_by": clock.read_by(today),
        "contact_by": clock.contact_by(today),
        "looked_at_by": clock.looked_at_by(today),
        "answer_by": clock.answer_by(today),
    }


def heard_as(rows: QuerySet[Contribution], came: str) -> QuerySet[Contribution]:
    """Only those with one kind of answer, or of which it was said that the answer is not right, or that what came of it
    is not so. Beginning at these, which are few beside all that can be read."""
    few = {
        QUESTIONED: Challenge.objects.values("contribution"),
        UNANSWERED: Contribution.objects.filter(disputed=True).values("pk"),
        DENIED: ChangeSource.objects.filter(change__state__in=(CHALLENGED, LAPSED)).values("contribution"),
    }
    return rows.filter(pk__in=few[came]) if came in few else rows.filter(answer_kind=came)
