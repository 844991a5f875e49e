"""Wording the statements and agreeing to the words; asking, counting one answer more, writing down what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import transaction
from django.db.models import F

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core import crowding, small_groups
from alongside.core.actor import Actor, Kind
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation, Unit

from ..events import JourneyEvent as Event
from ..models.statements import (
    STEPS,
    Rated,
    RatingMark,
    RatingRound,
    Statement,
    StatementAgreement,
    side_of_answer,
)
from ..queries import statements as reading
from ..queries.touchpoints import as_plain
from ..rules import statements as rules
from .common import as_written, whose


@transaction.atomic
def write_statement(*, text: str, unit: Unit | None = None, by: Actor) -> Statement:
    organisation = _locked_organisation(by)
    rules.check_word(by, organisation.pk, unit)
    others = list(reading.open_of(organisation.pk, unit))
    rules.check_room(len(others))
    made = _made(organisation, unit, text, others, by)
    audit.record(Event.STATEMENT_WRITTEN, by=by, target=made, facts={"unit": unit.code if unit else ""})
    return made


def _locked_organisation(by: Actor) -> Organisation:
    """Wordings are written one after the other, so that none stands there twice."""
    found = Organisation.objects.select_for_update(no_key=True).filter(pk=by.organisation_id or 0).first()
    if found is None:
        raise NotYours
    return found


def _made(
    organisation: Organisation,
    unit: Unit | None,
    text: str,
    others: list[Statement],
    by: Actor,
    of: Statement | None = None,
) -> Statement:
    text = " ".join(as_written(text).split())
    rules.check_text(text, {row.text.casefold() for row in others})
    return Statement.objects.create(
        organisation=organisation,
        unit=unit,
        text=text,
        number=of.number + 1 if of else 1,
        position=of.position if of else 1 + max((row.position for row in others), default=0),
        written_on=organisations.clock_of(organisation).today(),
        instead_of=of,
        **byline(by),
    )


@transaction.atomic
def reword_statement(*, statement: Statement, text: str, why: str, by: Actor) -> Statement:
    """Other words are another statement: nobody has agreed to it yet, and the old one keeps its numbers. A round that
    is under way goes on with the old words."""
    row = _worded(statement, by)
    others = list(reading.open_of(row.organisation_id, row.unit))
    _end(row, why, by)
    made = _made(row.organisation, row.unit, text, others, by, of=row)
    facts = {"unit": row.unit.code if row.unit else "", "instead_of": row.code}
    audit.record(Event.STATEMENT_WRITTEN, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def end_statement(*, statement: Statement, why: str, by: Actor) -> Statement:
    row = _worded(statement, by)
    _end(row, why, by)
    return row


def _worded(statement: Statement, by: Actor) -> Statement:
    _locked_organisation(by)
    row = _locked(statement, by)
    if not rules.can_word(by, row.unit_id):
        raise NotYours
    rules.check_open(row)
    return row


def _locked(statement: Statement, by: Actor) -> Statement:
    rows = Statement.objects.select_for_update(of=("self",), no_key=True).select_related("organisation", "unit")
    row = rows.filter(pk=statement.pk, organisation=by.organisation_id).first()
    if row is None:
        raise NotYours
    return row


def _end(row: Statement, why: str, by: Actor) -> None:
    rules.check_why(why := as_written(why))
    row.ended_on, row.ended_why = organisations.clock_of(row.organisation).today(), why
    row.save(update_fields=["ended_on", "ended_why"])
    audit.record(Event.STATEMENT_ENDED, by=by, target=row, facts={"on": row.ended_on.isoformat()})


@transaction.atomic
def agree_statement(*, statement: Statement, agrees: bool, by: Actor) -> StatementAgreement:
    """They may say otherwise at any time: what they last said counts."""
    row = _locked(statement, by)
    rules.check_agree(by, row)
    own = whose(by)
    side = own.pop("side")
    facts = {"agrees": agrees, "side": side, "said_on": organisations.clock_of(row.organisation).today(), **byline(by)}
    said, _fresh = StatementAgreement.objects.update_or_create(statement=row, **own, defaults=facts)
    event = Event.STATEMENT_AGREED if agrees else Event.STATEMENT_NOT_AGREED
    audit.record(event, by=by, target=said, facts={"statement": row.code, "side": str(side)})
    return said


# Asking.


@transaction.atomic
def ask_for_ratings(*, until: date, unit: Unit | None = None, by: Actor) -> RatingRound:
    """With the words to which those who take part have agreed, as they stand today."""
    organisation = _locked_organisation(by)
    rules.check_ask(by, organisation.pk)
    if unit is not None and unit.organisation_id != organisation.pk:
        raise NotYours
    clock = organisations.clock_of(organisation)
    today = clock.today()
    statements = reading.agreed_of(organisation.pk, unit)
    rules.check_asking(len(statements), reading.open_round(organisation.pk, unit) is not None, until, today)
    made = RatingRound.objects.create(
        organisation=organisation,
        unit=unit,
        least=clock.settings.pulse_threshold,
        opened_on=today,
        closes_on=until,
        **byline(by),
    )
    Rated.objects.bulk_create(Rated(round=made, statement=row, position=n) for n, row in enumerate(statements, 1))
    facts = {"unit": unit.code if unit else "", "until": until.isoformat(), "statements": [s.code for s in statements]}
    audit.record(Event.RATING_ASKED, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def rate(*, found: RatingRound, given: Mapping[str, int], by: Actor, browser: str = "", asker: str = "") -> None:
    """One answer more in each of the numbers: no row, no event, no time. Once each: a person, or a browser.

    `given` by the code of what is rated; `asker`: the address from which somebody without an account comes.
    """
    found = _locked_round(found, by)
    rules.check_rate(by, found, _today(found))
    nobody = by.kind == Kind.PUBLIC
    digest = reading.mark_of(found, browser=browser) if nobody else reading.mark_of(found, person=by.person_id)
    if not digest:
        raise NotYours
    had = RatingMark.objects.filter(round=found, digest=digest).exists()
    if nobody and asker:
        crowding.check_answer(asker, found.organisation_id, f"rating {found.code}", begins=not had)
    rules.check_turn(had)
    _count_in(found, given)
    RatingMark.objects.create(round=found, digest=digest)


@transaction.atomic
def type_in_rating(*, found: RatingRound, given: Mapping[str, int], by: Actor) -> None:
    """One sheet of paper. How many were typed in stands beside the numbers; what is on it is no event either."""
    found = _locked_round(found, by)
    rules.check_type_in(by, found, _today(found))
    _count_in(found, given)
    RatingRound.objects.filter(pk=found.pk).update(typed=F("typed") + 1)


def _locked_round(found: RatingRound, by: Actor) -> RatingRound:
    rows = RatingRound.objects.select_for_update(of=("self",), no_key=True).select_related("organisation")
    row = rows.filter(pk=found.pk, organisation=by.organisation_id).first()
    if row is None:
        raise NotYours
    return row


def _today(found: RatingRound) -> date:
    return organisations.clock_of(found.organisation).today()


def _count_in(found: RatingRound, given: Mapping[str, int]) -> None:
    rated = {row.code: row.pk for row in Rated.objects.filter(round=found)}
    rules.check_answers(given, rated)
    for step in set(given.values()):
        same = [rated[code] for code, value in given.items() if value == step]
        Rated.objects.filter(pk__in=same).update(**{f"n{step}": F(f"n{step}") + 1})


@transaction.atomic
def close_ratings(*, found: RatingRound, by: Actor) -> RatingRound:
    """What may be shown is written down; the numbers behind it and who had their turn go."""
    found = _locked_round(found, by)
    clock = organisations.clock_of(found.organisation)
    rules.check_close(found, clock.today())
    if found.closed_on is not None:
        return found
    found.least = max(found.least, clock.settings.pulse_threshold)  # where it rose meanwhile, the higher one holds
    rows = list(Rated.objects.filter(round=found).order_by("position").select_related("statement"))
    for row in rows:
        shown = small_groups.sided({step: getattr(row, f"n{step}") for step in STEPS}, side_of_answer, found.least)
        row.shown = as_plain(shown) if shown else None
        row.n4 = row.n3 = row.n2 = row.n1 = 0
    Rated.objects.bulk_update(rows, ["shown", "n4", "n3", "n2", "n1"])
    RatingMark.objects.filter(round=found).delete()
    found.closed_on = clock.today()
    found.save(update_fields=["closed_on", "least"])
    facts = {"shown": {row.statement.code: row.shown for row in rows}, "fewer_than": found.least}
    audit.record(Event.RATING_OVER, by=by, target=found, facts=facts)
    return found


def close_ratings_that_are_over(*, organisation: Organisation, by: Actor) -> int:
    today = organisations.clock_of(organisation).today()
    over = list(RatingRound.objects.filter(organisation=organisation, closed_on__isnull=True, closes_on__lt=today))
    for found in over:
        close_ratings(found=found, by=by)
    return len(over)
