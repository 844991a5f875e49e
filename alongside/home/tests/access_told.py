"""Who may open the pages about what only a hand can bring to somebody."""

from alongside.people.models import Channel, Consent
from alongside.people.wording import PURPOSE_OF_CHANNEL
from alongside.post import services
from alongside.post.models import Message
from tests import make
from tests.cast import Cast
from tests.house.access import Access

KEEPER = {"coordinator"}
WORKS_HERE = {"coordinator", "staff", "manager", "board", "finance", "safeguarding", "administrator"}
ADDRESSES = {"phone": "01632 960 001", "post": "1 Quay Road\nHarbour\nYO1 1AA", "text": "07700 900 001"}


def reachable_by(cast: Cast, kind: str, who: str = "noor", preferred: bool = True) -> None:
    person = cast.people[who]
    Channel.objects.update_or_create(
        person=person, kind=kind, defaults={"address": ADDRESSES[kind], "preferred": preferred}
    )
    Consent.objects.create(person=person, purpose=PURPOSE_OF_CHANNEL[kind], wording="Yes.", given_on=make.days(-9))


def waiting(cast: Cast, kind: str, who: str = "noor", **values) -> Message:
    """A message on the list of those to ring, or among the letters."""
    person = cast.people[who].pk
    given = {"subject": "There is an answer", "body": "We changed it.", **values}
    made = services.queue("hello", organisation=cast.org.pk, to_person=person, **given)
    assert made is not None
    for message in services.claim():
        services.by_hand(message, channel=kind)
    made.refresh_from_db()
    return made


def by_phone(cast: Cast) -> str:
    reachable_by(cast, "phone")
    waiting(cast, "phone")
    return f"/harbour/outbox/calls/{cast.people['noor'].code}/"


def posted(cast: Cast) -> str:
    message = waiting(cast, "post")
    services.told_otherwise(message, channel="post", posted=True)
    return f"/harbour/outbox/{message.code}/came-back/"


TOLD = [
    Access("<slug:org>/outbox/calls/", lambda cast: "/harbour/outbox/calls/", KEEPER),
    Access("<slug:org>/outbox/calls/<slug:code>/", by_phone, KEEPER),
    Access("<slug:org>/outbox/letters/", lambda cast: "/harbour/outbox/letters/", KEEPER),
    Access("<slug:org>/outbox/letters/print/", lambda cast: "/harbour/outbox/letters/print/", KEEPER),
    Access("<slug:org>/outbox/<slug:code>/came-back/", posted, KEEPER),
    Access("<slug:org>/owed/how-often/", lambda cast: "/harbour/owed/how-often/", WORKS_HERE),
]
