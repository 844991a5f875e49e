"""Accounts with a name: of staff, and of whoever took part and wants to say it openly. Each with its event."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils import timezone

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_author

from .. import queries, rules
from ..events import CandourEvent as Event
from ..models import ANSWERS, LadderChosen, OpenPulse, PulseRound
from .pulses import Given, _check, _locked, use_turn


@transaction.atomic
def answer_openly(*, pulse: PulseRound, given: Given, words: str = "", by: Actor) -> OpenPulse:
    """Instead of with the others, not beside it: whoever is counted there and named here would give the rest away."""
    hold_author(by)
    pulse = _locked(pulse, by)
    person = rules.check_themself(by)
    _check(pulse, given, words)
    use_turn(pulse, person)
    return _keep(pulse, given, words, by, person=person)


@transaction.atomic
def answer_as_staff(*, pulse: PulseRound, given: Given, words: str = "", by: Actor) -> OpenPulse:
    pulse = _locked(pulse, by)
    rules.check_staff(by, pulse, queries.was_there(pulse, by.person_id))
    _check(pulse, given, words)
    rules.check_not_yet(OpenPulse.objects.filter(round=pulse, user=by.user_id).exists())
    return _keep(pulse, given, words, by)


def _keep(pulse: PulseRound, given: Given, words: str, by: Actor, person: int | None = None) -> OpenPulse:
    made = OpenPulse.objects.create(
        round=pulse,
        person_id=person,
        user_id=None if person else by.user_id,
        by_staff=person is None,
        words=words.strip(),
        **{name: given.get(name) for name in ANSWERS},
        **byline(by),
    )
    audit.record(Event.OPEN_ACCOUNT, by=by, target=made, facts={"pulse": pulse.code, "by_staff": made.by_staff})
    return made


@transaction.atomic
def take_back(*, account: OpenPulse, by: Actor) -> OpenPulse:
    account = OpenPulse.objects.select_for_update(of=("self",), no_key=True).get(pk=account.pk)
    rules.check_take_back(by, account)
    blank(account, timezone.localdate())
    audit.record(Event.OPEN_ACCOUNT_BACK, by=by, target=account, facts={})
    return account


def blank(account: OpenPulse, today: date) -> None:
    """Everything they said goes. That there was an account stays."""
    for name in ANSWERS:
        setattr(account, name, None)
    account.words, account.taken_back_on = "", account.taken_back_on or today
    account.save(update_fields=[*ANSWERS, "words", "taken_back_on"])


@transaction.atomic
def choose_ladder(*, ladder: str, from_day: date, by: Actor) -> LadderChosen:
    """From that day on roles are called so. What people answered is a number and stays as it is."""
    organisation = Organisation.objects.get(pk=by.organisation_id or 0)
    rules.check_ladder(by, ladder, from_day, organisations.clock_of(organisation).today())
    made = LadderChosen.objects.create(organisation=organisation, ladder=ladder, effective_on=from_day, **byline(by))
    audit.record(Event.LADDER_CHOSEN, by=by, target=made, facts={"ladder": ladder, "from": from_day.isoformat()})
    return made
