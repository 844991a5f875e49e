"""Somebody rang, or printed and posted: what became of it is written down, and what follows from it is done."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.accounts.permissions import Permission as P
from alongside.accounts.roles import CONTRIBUTOR
from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.organisation.models import Organisation
from alongside.people import queries as people
from alongside.people.models import Person, Stop
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import ByHand, Message, Outcome, Rhythm
from alongside.voice import services as voice

from ..events import HomeEvent
from ..said import code_of
from . import returning
from .telling import ANSWER, tell_another_way

PHONE, POST = ByHand.PHONE, ByHand.POST
NOT_REACHED = (Outcome.NO_ANSWER, Outcome.LEFT_WORD)
TEN = time(10, 0)


def check_by_hand(by: Actor) -> None:
    """Addresses, and what is said to whom, are for the one who keeps the register."""
    if not (by.can(P.RUN_INVOLVEMENT) and by.can(P.KEEP_REGISTER)):
        raise Refused(_("The co-production coordinator rings people and writes letters. Ask them."))


@transaction.atomic
def record_call(
    *, person: Person, outcome: str, by: Actor, told: Collection[str] = (), again: datetime | None = None
) -> int:
    """`told`: the codes of what they have heard. Not reached, it stays on the list until `again`, or a working day."""
    check_by_hand(by)
    waiting = list(outbox.by_hand_to(by.organisation_id or 0, PHONE, person.pk).order_by("id"))
    if not waiting:
        raise Refused(_("Nothing waits to be told them by phone any more."))
    if outcome == Outcome.TOLD:
        return _heard([message for message in waiting if message.code in told], by)
    if outcome == Outcome.WRONG:
        _came_back(waiting, _("Somebody else answered: the number is wrong."), by, Outcome.WRONG)
    elif outcome in NOT_REACHED:
        _not_reached(person, waiting, outcome, by, again)
    else:
        raise Refused(_("Choose what became of the call."), field="outcome")
    audit.record(HomeEvent.RUNG, by=by, target=person, facts={"outcome": str(outcome), "messages": len(waiting)})
    return len(waiting)


def _heard(messages: Sequence[Message], by: Actor) -> int:
    if not messages:
        raise Refused(_("Tick what they have heard."), field="told")
    for message in messages:
        tell_another_way(message=message, channel=PHONE, by=by)
    return len(messages)


def _not_reached(person: Person, messages: Sequence[Message], outcome: str, by: Actor, again: datetime | None) -> None:
    if outcome == Outcome.LEFT_WORD and not people.hearing_of(person).leave_word:
        raise Refused(_("They have not said that we may leave word. Next time, say only that you will ring again."))
    if again is not None and again <= timezone.now():
        raise Refused(_("That is over. Write a day that is still to come, or leave it empty."), field="again_on")
    moment = again or _next_working_day(person)
    for message in messages:
        post.tried(message, outcome=outcome, by_user=by.user_id, again=moment)


def _next_working_day(person: Person) -> datetime:
    clock = organisations.clock_of(person.organisation)
    return timezone.make_aware(datetime.combine(clock.after_working_days(clock.today(), 1), TEN))


def _came_back(messages: Sequence[Message], why: str, by: Actor, outcome: str = "") -> None:
    post.came_back(messages, why=why, lasting=True, outcome=outcome, by_user=by.user_id)
    for message in messages:
        message.refresh_from_db()
        returning.settle_one(message)


@transaction.atomic
def letters_posted(*, people_codes: Collection[str], upto: str, on: date, by: Actor) -> int:
    """Whose letters were on the printed page. `upto`: the newest message there; what came since is not in them."""
    check_by_hand(by)
    today, last = timezone.localdate(), _printed(upto, by)
    if on > today or on < today - timedelta(days=60):
        raise Refused(_("Write the day on which you posted them: today, or a day before."), field="on")
    persons = people.people_for(by).filter(code__in=people_codes).values_list("pk", flat=True)
    rows = outbox.by_hand_in(by.organisation_id or 0, POST).filter(to_person__in=list(persons), pk__lte=last)
    done = sum(_posted(message, on, by) for message in rows.order_by("id"))
    if not done:
        raise Refused(
            _("Tick the letters that you posted. Those that were written down already are not here any more.")
        )
    return done


def _printed(upto: str, by: Actor) -> int:
    last = outbox.messages_of(by.organisation_id or 0).filter(code=upto).values_list("pk", flat=True).first()
    if last is None:
        raise Refused(_("Open the page of letters again, and then say which of them you posted."))
    return last


def _posted(message: Message, on: date, by: Actor) -> bool:
    if not post.told_otherwise(message, channel=POST, by_user=by.user_id, posted=True):
        return False
    if message.kind == ANSWER:
        voice.told_by_message(code_of(message), POST, on)
    facts = {"kind": message.kind, "channel": str(POST), "on": on.isoformat()}
    audit.record(HomeEvent.TOLD_ANOTHER_WAY, by=by, target=message, facts=facts)
    return True


@transaction.atomic
def letter_returned(*, message: Message, by: Actor) -> None:
    """It lies on the desk again: they do not know what it said, and nothing more is sent to that address."""
    check_by_hand(by)
    if not post.came_back([message], why=_("The letter came back."), lasting=True, by_user=by.user_id):
        raise Refused(_("This letter is not among those that were posted any more."))
    message.refresh_from_db()
    returning.settle_one(message)
    audit.record(HomeEvent.LETTER_RETURNED, by=by, target=message, facts={"kind": message.kind, "why": Stop.RETURNED})


@transaction.atomic
def choose_rhythm(*, organisation: Organisation, often: str, by: Actor) -> None:
    """Somebody who works here, or reads concerns from outside, chooses for themselves."""
    if by.user_id is None or by.organisation_id != organisation.pk or not by.roles - {CONTRIBUTOR}:
        raise Refused(_("Sign in as somebody who works here."))
    if often not in (Rhythm.AT_ONCE, Rhythm.DAILY):
        raise Refused(_("Choose how often we may write."), field="often")
    post.set_rhythm(organisation=organisation.pk, user=by.user_id, often=often)
    audit.record(HomeEvent.RHYTHM_CHOSEN, by=by, target=organisation, facts={"often": str(often)})
