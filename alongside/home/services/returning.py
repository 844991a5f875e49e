"""What came back, what may have gone, what arrived: each of them ends on a desk or with somebody who knows."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core.actor import system
from alongside.people import queries as people
from alongside.people import services as people_services
from alongside.people.models import Stop
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.post.models import Message, Outcome
from alongside.voice import queries as voice

from ..said import code_of
from .carriers import Carriers, Gone, LookUp, TryLater
from .telling import ANSWER, note_not_told, note_told

UNSURE = gettext_lazy("It may have gone, or not: the program stopped while it was being sent.")
STOPS = {"phone": Stop.WRONG_NUMBER, "post": Stop.RETURNED}
MOST_ASKED = 200  # in one run
AT_ONCE = 500
MOST_RETURNS = 3  # after which no more is tried by itself
A_DAY = timedelta(days=1)


# What may have gone.


def find_unsure(carriers: Carriers) -> None:
    """A program stopped between handing over and writing it down. Who can say whether it left is asked."""
    for message in post.unsure():
        carrier = carriers.of.get(message.channel)
        if carrier is None or not carrier.finds:
            post.given_up(message, reason=str(UNSURE), outcome=Outcome.UNSURE)
            continue
        try:
            gone = carrier.find(message.batch)
        except TryLater:
            continue
        _found(message, gone)


def _found(message: Message, gone: Gone | None) -> None:
    if gone is None:
        post.not_gone(message)
    else:
        post.sent(message, channel=message.channel, provider_id=gone.provider_id)


# What arrived.


def ask_what_arrived(carriers: Carriers) -> None:
    """Several messages in one e-mail are asked about once."""
    if carriers.notify is None:
        return
    known: dict[str, LookUp] = {}
    for message in outbox.on_its_way()[:MOST_ASKED]:
        if message.provider_id not in known:
            known[message.provider_id] = carriers.notify.look_up(message.provider_id)
        _take_in(message, known[message.provider_id])


@transaction.atomic
def _take_in(message: Message, found: LookUp) -> None:
    if found.state == "arrived":
        if post.arrived(message):
            note_told(message, message.channel)
    elif found.state in ("no such", "not now"):
        post.came_back([message], why=found.why, lasting=found.state == "no such")
    else:
        post.looked_at(message)


# What came back.


def settle() -> int:
    """Everything that follows from what came back, once: whoever was thought to know is told anew, another way."""
    return sum(settle_one(message) for message in outbox.returned()[:MOST_ASKED])


@transaction.atomic
def settle_one(message: Message) -> int:
    last = outbox.tries_of([message])[0]
    note_not_told(message, last.why)
    if last.outcome in (Outcome.BOUNCED, Outcome.WRONG):
        stop(message, STOPS.get(message.channel, Stop.NO_SUCH))
    if message.kind == ANSWER and not voice.waits_to_be_told(code_of(message)):
        post.drop([message])
        return 1
    reason = _("It came back. %(why)s") % {"why": last.why}
    again = timezone.now() + (A_DAY if last.outcome == Outcome.NOT_NOW else timedelta())
    possible = message.to_person is not None and _another_way(message)
    post.settled(message, reason=reason, again=again if possible else None)
    return 1


def _another_way(message: Message) -> bool:
    """A pause or a mended address is found out when it goes. What comes back again and again needs somebody."""
    if outbox.times_returned(message) >= MOST_RETURNS:
        return False
    reach = people.reach_of(message.to_person or 0)
    return reach is not None and (bool(reach.ways) or reach.reason == "paused")


def stop(message: Message, why: str) -> None:
    """Nothing more goes there, unless the address was written anew since it was used."""
    if message.to_person is None:
        return
    person = people.person_of_number(message.to_person)
    used_at = message.sent_at or message.claimed_at or timezone.now()
    if person is not None:
        by = system(message.organisation_number)
        people_services.stop_channel(person=person, kind=message.channel, why=why, by=by, used_at=used_at)


# What nobody can be rung or written to about any more.


def recheck_by_hand() -> int:
    """A pause, a withdrawn permission, a wrong number: what way there is now is asked anew."""
    rows, number = list(outbox.all_by_hand().order_by("id")), 0
    for some in (rows[start : start + AT_ONCE] for start in range(0, len(rows), AT_ONCE)):
        reached = people.reach_of_many({message.to_person or 0 for message in some})
        gone = [m for m in some if (reach := reached.get(m.to_person or 0)) is None or reach.way(m.channel) is None]
        number += post.recheck(gone) if gone else 0
    return number
