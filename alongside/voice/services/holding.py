"""Whether a change held: days on which somebody looks, what they saw, and what those who said it see."""

from __future__ import annotations

from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.accounts.bylines import byline, move
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core.actor import Actor, system
from alongside.core.dates import add_months, long_day
from alongside.core.errors import NotYours, Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation

from .. import phrases, rules, seals
from ..events import VoiceEvent
from ..models import Cause, Change, ChangeStatus, CheckDay, Contribution, Held, Sighting
from ..models.changes import CHALLENGED, CHANGE, CONFIRMED, LAPSED
from ..shapes import Recheck
from . import change_messages
from .common import as_said, clock_for, locked
from .reopening import locked_sources, reopen


@transaction.atomic
def plan_checks(*, change: Change, recheck: Recheck, by: Actor) -> CheckDay:
    """Set the next day on which somebody looks. A day that is set already stays: it cannot be put off."""
    change = (
        Change.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation", "unit")
        .get(pk=change.pk)
    )
    rules.check_plan(by, change)
    return set_check_days(change, recheck, by, organisations.clock_of(change.organisation).today())


def set_check_days(change: Change, recheck: Recheck, by: Actor, today: date) -> CheckDay:
    rules.check_recheck(recheck, change.since, today)
    unit = recheck.unit or change.unit
    if unit.organisation_id != change.organisation_id:
        raise NotYours
    if waiting := change.check_days.filter(done_on__isnull=True).first():
        facts = {"day": long_day(waiting.due_on)}
        text = _("A day is set already, and it is not put off: %(day)s. Look then, or before.")
        raise Refused(text % facts, field="check_on")
    change.check_every, change.check_until = recheck.every, recheck.until
    change.save(update_fields=["check_every", "check_until"])
    made = CheckDay.objects.create(
        organisation=change.organisation, change=change, unit=unit, due_on=recheck.first, **byline(by)
    )
    facts = {
        "change": change.code,
        "due_on": recheck.first.isoformat(),
        "unit": unit.code,
        "every": str(recheck.every),
        "until": recheck.until.isoformat() if recheck.until else "",
    }
    audit.record(VoiceEvent.CHECK_SET, by=by, target=made, facts=facts)
    return made


@transaction.atomic
def look(*, check_day: CheckDay, result: str, words: str, role: str, by: Actor) -> Sighting:
    """The unit says what it saw. What did not hold is owed again to everybody out of whose words it came: their words
    are taken first, as those do who say themselves whether it held."""
    sources = [] if rules.comes_back(result) else locked_sources(check_day.change_id)
    check_day, change = _locked(check_day)
    rules.check_look(by, check_day)
    rules.check_seen_there(words := as_said(words))
    today = organisations.clock_of(change.organisation).today()
    made = _found(check_day, None, result, words, role, today, by)
    check_day.done_on = today
    check_day.save(update_fields=["done_on"])
    _set_next(check_day, change, today, by)
    if not rules.comes_back(result):
        if change.state != CHALLENGED:
            _to(change, LAPSED, by)
        reopen(change, sources, _cause(result), by=by, by_author=False)
    else:
        change_messages.to_authors_about_check(change, made)
    return made


@transaction.atomic
def say_held(*, change: Change, contribution: Contribution, result: str, by: Actor, words: str = "") -> Sighting:
    """Somebody out of whose words it came says whether it is still so. They may say so again whenever it differs."""
    contribution = locked(contribution)
    day = day_to_speak_of(change)
    if day is None:
        raise Refused(_("No day has been set on which anybody looks. You can say whether it is so all the same."))
    check_day, change = _locked(day)
    rules.check_say_held(by, contribution, change)
    if not change.sources.filter(contribution=contribution).exists():
        raise NotYours
    before = check_day.sightings.filter(contribution=contribution).order_by("-id").first()
    if before and before.result == result:
        raise Refused(_("You have said so already. It is on the page."))
    if words := as_said(words) if phrases.can_be_seen(words) else "":
        rules.check_words(words)
    made = _found(check_day, contribution, result, words, "", clock_for(contribution).today(), by)
    if rules.comes_back(result):
        if change.state == LAPSED:  # it is there again, says somebody who knows
            _to(change, CONFIRMED, by)
    else:
        _to(change, CHALLENGED, by)
        reopen(change, [contribution], _cause(result), by=by, by_author=True)
    return made


def day_to_speak_of(change: Change) -> CheckDay | None:
    """The newest day that has come; before the first has come, the one that is set."""
    today = organisations.clock_of(change.organisation).today()
    rows = change.check_days.all()
    return rows.filter(due_on__lte=today).order_by("-due_on", "-id").first() or rows.order_by("due_on").first()


def ask_whether_it_held(organisation: Organisation, today: date) -> int:
    """When the day has come, those who said it are asked too. Safe to run twice; how many days were asked about."""
    with transaction.atomic():
        waiting = CheckDay.objects.select_for_update(of=("self",), no_key=True).filter(
            organisation=organisation, done_on__isnull=True, asked_on__isnull=True, due_on__lte=today
        )
        days = list(waiting.select_related("change").order_by("pk"))
        for day in days:
            day.asked_on = today
            day.save(update_fields=["asked_on"])
            change_messages.to_authors_about_check_day(day)
            facts = {"change": day.change.code}
            audit.record(VoiceEvent.CHECK_ASKED, by=system(organisation.pk), target=day, facts=facts)
    return len(days)


def _locked(check_day: CheckDay) -> tuple[CheckDay, Change]:
    change = (
        Change.objects.select_for_update(of=("self",), no_key=True)
        .select_related("organisation")
        .get(pk=check_day.change_id)
    )
    found = CheckDay.objects.select_for_update(of=("self",), no_key=True).get(pk=check_day.pk)
    found.change = change
    return found, change


def _found(
    check_day: CheckDay, said: Contribution | None, result: str, words: str, role: str, today: date, by: Actor
) -> Sighting:
    made = Sighting.objects.create(
        check_day=check_day,
        contribution=said,
        person=said.person if said else None,
        result=result,
        words=words,
        salt=new_salt(),
        role=role,
        found_on=today,
        **byline(by),
    )
    facts = {"change": check_day.change.code, "result": str(result), "contribution": said.code if said else ""}
    audit.record(VoiceEvent.FOUND, by=by, target=made, facts={**facts, "sealed": seals.seal(made)})
    return made


def _set_next(done: CheckDay, change: Change, today: date, by: Actor) -> None:
    """Counted from the day that was due, not from the day on which somebody came round to it."""
    if not change.check_every or change.check_until is None:
        return
    number = 1
    while (due := add_months(done.due_on, number * change.check_every)) <= today:
        number += 1
    if due <= change.check_until:
        made = CheckDay.objects.create(
            organisation=change.organisation, change=change, unit=done.unit, due_on=due, **byline(by)
        )
        facts = {"change": change.code, "due_on": due.isoformat(), "unit": done.unit.code}
        audit.record(VoiceEvent.CHECK_SET, by=by, target=made, facts=facts)


def _cause(result: str) -> Cause:
    return Cause.PARTLY if result == Held.PARTLY else Cause.GONE


def _to(change: Change, state: str, by: Actor) -> None:
    if change.state != state:
        move(change, state, lifecycle=CHANGE, statuses=ChangeStatus, by=by)
