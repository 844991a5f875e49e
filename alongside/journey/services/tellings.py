"""Telling what a moment was like, taking it back, reading the words before others do, and counting once."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.accounts.bylines import byline
from alongside.audit import services as audit
from alongside.audit.sealing import new_salt
from alongside.core import follow_codes, periods, small_groups
from alongside.core.actor import Actor
from alongside.core.codes import new_code
from alongside.core.errors import NotYours
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people.holding import hold_author
from alongside.people.models import Person
from alongside.post import services as post

from .. import seals
from ..events import JourneyEvent as Event
from ..models.touchpoints import Telling, TellingAudience, TouchCount, Touchpoint, side_of_feeling
from ..queries import touchpoints as reading
from ..rules import touchpoints as rules
from .common import as_written


@dataclass(frozen=True)
class Felt:
    felt: int
    words: str = ""
    audience: str = TellingAudience.TEAM
    named: bool = False


@transaction.atomic
def tell_touch(
    *, touchpoint: Touchpoint, felt: Felt, by: Actor, person: Person | None = None, code: str = ""
) -> tuple[Telling, str]:
    """The second is the code of whoever has no name here: kept as a digest, shown once."""
    if person:
        hold_author(by, person.pk)
    rows = Touchpoint.objects.select_for_update(of=("self",), no_key=True).select_related("organisation", "unit")
    row = rows.filter(pk=touchpoint.pk, organisation=by.organisation_id).first()
    if row is None or (person and (person.organisation_id != row.organisation_id or person.erased_on)):
        raise NotYours
    rules.check_tell(by, row, person.pk if person else None)
    words = as_written(felt.words)
    rules.check_told(felt.felt, words, felt.audience)
    rules.check_once(person is not None and reading.uncounted_of(row, person.pk).exists())
    code = "" if person else code or new_code(follow_codes.LENGTH)
    made = Telling.objects.create(
        organisation=row.organisation,
        touchpoint=row,
        person=person,
        digest=reading.digest_of(row.organisation_id, code) if code else "",
        felt=felt.felt,
        words=words,
        audience=felt.audience,
        named=felt.named and person is not None,
        told_on=organisations.clock_of(row.organisation).today(),
        salt=new_salt(),
        **byline(by),
    )
    facts = {"touchpoint": row.code, "sealed": seals.seal(made)}
    audit.record(Event.TOUCH_TOLD, by=by, target=made, facts=facts)
    return made, code


@transaction.atomic
def take_back_telling(*, telling: Telling, by: Actor, by_code: bool = False) -> Telling:
    """`by_code`: they came with the right code. What was counted already stays a number among many."""
    row = _locked(telling, by)
    rules.check_take_back(by, row, by_code)
    audit.record(Event.TOUCH_TAKEN_BACK, by=by, target=row)
    blank_telling(row, by, "taken back")
    return row


@transaction.atomic
def take_back_for(*, touchpoint: Touchpoint, by: Actor) -> int:
    """All that was written down of a moment for the one whose wish it is now. What they told themselves is theirs."""
    rows = list(reading.written_down_for(touchpoint, by.on_behalf_of or 0))
    rules.check_anything(bool(rows))
    for row in rows:
        take_back_telling(telling=row, by=by)
    return len(rows)


def _locked(telling: Telling, by: Actor) -> Telling:
    rows = Telling.objects.select_for_update(of=("self",), no_key=True).select_related(
        "organisation", "touchpoint__unit"
    )
    row = rows.filter(pk=telling.pk, organisation=by.organisation_id).first()
    if row is None:
        raise NotYours
    return row


def blank_telling(row: Telling, by: Actor, why: str) -> None:
    row.felt, row.words, row.held_why, row.salt, row.named = None, "", "", "", False
    row.taken_back_on = organisations.clock_of(row.organisation).today()
    row.save(update_fields=["felt", "words", "held_why", "salt", "named", "taken_back_on"])
    audit.erase(by=by, target_type=Telling._meta.label_lower, targets=[row.code], why=why)


@transaction.atomic
def read_telling(*, telling: Telling, held_why: str = "", hold: bool = False, by: Actor) -> Telling:
    """From now on those read it whom its teller chose; or nobody does, and they are told why."""
    row = _locked(telling, by)
    rules.check_read(by, row)
    why = as_written(held_why) if hold else ""
    if hold:
        rules.check_held_why(why)
    row.read_on, row.held_why = organisations.clock_of(row.organisation).today(), why
    row.save(update_fields=["read_on", "held_why"])
    audit.record(Event.TOUCH_READ, by=by, target=row, facts={"held": hold})
    if hold and row.person_id:
        _tell_held(row)
    return row


def _tell_held(row: Telling) -> None:
    post.queue(
        "telling_held_back",
        organisation=row.organisation_id,
        to_person=row.person_id,
        subject=_("Your words are not shown to others for now"),
        body=_("You told us what something was like. It counts all the same. Its page says why others do not read it."),
        link=f"/{row.organisation.slug}/what-it-is-like/mine/{row.code}/",
        key=f"telling held {row.code} {row.read_on}",
    )


def remind_of_words(*, organisation: Organisation) -> int:
    """Once a day, those who moderate, while something waits to be read since yesterday: it may be about help."""
    today = organisations.clock_of(organisation).today()
    number = reading.waiting_words(organisation.pk, today)
    if not number:
        return 0
    subject = ngettext("%(n)d thing waits to be read by you", "%(n)d things wait to be read by you", number)
    made = [
        post.queue(
            "moments_unread",
            organisation=organisation.pk,
            to_user=user,
            subject=subject % {"n": number},
            body=_("Somebody told what a service was like for them, and nobody has read it yet."),
            link=f"/{organisation.slug}/what-it-is-like/words/",
            key=f"moments unread {user} {today}",
        )
        for user in organisations.users_with(organisation.pk, "coordinator").values_list("pk", flat=True)
    ]
    return sum(each is not None for each in made)


# Counting.


def count_what_was_told(*, organisation: Organisation, by: Actor) -> int:
    """What was told up to the end of the last quarter, of each moment of which enough people have told. Twice does no
    harm. Whatever is too little waits with what comes next, unseen."""
    clock = organisations.clock_of(organisation)
    starts, least = clock.settings.year_starts_month, clock.settings.pulse_threshold
    last = periods.of_day(periods.QUARTER, clock.today(), starts).before.last
    return sum(
        _count(touchpoint, last, least, starts, by) for touchpoint in reading.waiting(organisation.pk, last, least)
    )


@transaction.atomic
def _count(touchpoint: int, last: date, least: int, starts: int, by: Actor) -> int:
    row = Touchpoint.objects.select_for_update(no_key=True).get(pk=touchpoint)
    rows = Telling.objects.filter(
        touchpoint=row, counted__isnull=True, taken_back_on__isnull=True, told_on__lte=last
    ).order_by("told_on")
    told = list(rows.values_list("pk", "felt", "told_on"))
    shown = small_groups.sided(Counter(felt for _pk, felt, _on in told if felt is not None), side_of_feeling, least)
    if shown is None or TouchCount.objects.filter(touchpoint=row, last=last).exists():
        return 0
    made = TouchCount.objects.create(
        touchpoint=row,
        first=periods.of_day(periods.QUARTER, told[0][2], starts).first,
        last=last,
        of=shown.of,
        least=least,
        shown=reading.as_plain(shown),
        **byline(by),
    )
    Telling.objects.filter(pk__in=[pk for pk, _felt, _on in told]).update(counted=made)
    facts = {"touchpoint": row.code, "last": last.isoformat(), "shown": made.shown}
    audit.record(Event.TOUCH_COUNTED, by=by, target=made, facts=facts)
    return 1
