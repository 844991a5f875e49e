"""E-mail as a way in: read the mailbox, keep the words, write back, and only then take it out of the mailbox.

Whatever stops in between leaves the e-mail where it is: the next run knows it again, keeps it no second time, and goes
on where this one stopped. What no human wrote is never answered; it is set aside with a flag for somebody to look at.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import media
from alongside.core.errors import Refused
from alongside.core.mailing import Arrived, Box, BoxError, read
from alongside.post import queries as outbox
from alongside.post import services as post
from alongside.voice.queries import mails as voice
from alongside.voice.queries.mails import Place
from alongside.voice.services import mails as words
from alongside.voice.shapes import ByMail, NewFile

from . import writing_back

log = logging.getLogger(__name__)
MOST_BYTES = 50 * 1024 * 1024
MOST_AN_HOUR = 20  # of one sender; more is a loop, or an attack, and waits for somebody
CAME_BACK = gettext_lazy("The mail server of the address sent it back.")
UNLABELLED = gettext_lazy("It came with an e-mail. Nobody has yet said in words what is on it.")


@dataclass
class Fetched:
    kept: int = 0
    known: int = 0  # kept by an earlier run, which stopped
    aside: int = 0
    returned: int = 0  # messages of ours that did not arrive
    waiting: int = 0  # kept, and nobody could be written back to yet
    failed: int = 0
    told: int = 0


def fetch(box: Box, most: int = 500) -> Fetched:
    done = Fetched()
    for uid in box.waiting()[:most]:
        try:
            _one(box, uid, done)
        except BoxError:
            raise
        except Exception as error:  # one e-mail must not stop the others; it stays where it is
            log.warning("An e-mail could not be read: %s", type(error).__name__)
            done.failed += 1
    done.told = writing_back.tell_of_answers()
    return done


def _one(box: Box, uid: bytes, done: Fetched) -> None:
    raw = box.whole(uid) if box.size(uid) <= MOST_BYTES else b""
    if raw is None:
        return
    arrived = read(raw)
    if arrived.notice:
        _came_back(box, uid, arrived, done)
        return
    place = _place(arrived)
    if not raw or place is None or not is_from_somebody(arrived):
        _aside(box, uid, done)
        return
    _keep(box, uid, arrived, place, done)


def _aside(box: Box, uid: bytes, done: Fetched) -> None:
    box.set_aside(uid)
    done.aside += 1


def is_from_somebody(arrived: Arrived) -> bool:
    """Not from a program, and not from one of our own addresses: to those nothing is ever answered."""
    own = {writing_back.own_address(), settings.MAIL_IN["address"].lower()}
    return bool(arrived.sender) and not arrived.automatic and _bare(arrived.sender) not in own


def _bare(address: str) -> str:
    """Without what stands behind a plus."""
    local, _at, host = address.lower().rpartition("@")
    return f"{local.partition('+')[0]}@{host}"


def _place(arrived: Arrived) -> Place | None:
    """Behind the plus of the first address of ours that it went to."""
    ours = [address for address in arrived.to if _bare(address) == settings.MAIL_IN["address"].lower()]
    named = [address.rpartition("@")[0].partition("+")[2] for address in ours]
    return voice.place_named(next((plus for plus in named if plus), ""))


def _came_back(box: Box, uid: bytes, arrived: Arrived, done: Fetched) -> None:
    number = post.bounced(outbox.code_in(arrived.notice), why=str(CAME_BACK), lasting=arrived.lasting)
    done.returned += number
    if number:
        box.remove(uid)
    else:
        _aside(box, uid, done)


def _keep(box: Box, uid: bytes, arrived: Arrived, place: Place, done: Fetched) -> None:
    files, refused = _files(arrived)
    said = ByMail(arrived.key, arrived.sender, arrived.subject, arrived.words.own, arrived.words.rest, tuple(files))
    if not _known(arrived, place) and voice.kept_in_an_hour(arrived.sender) >= MOST_AN_HOUR:
        _aside(box, uid, done)
        return
    try:
        mail, code, fresh = words.keep_mail(
            organisation=place.organisation, mail=said, unit=place.unit, letterbox=place.letterbox
        )
    except Refused:  # there is nothing in it that anybody could answer
        _aside(box, uid, done)
        return
    done.kept, done.known = done.kept + fresh, done.known + (not fresh)
    if writing_back.acknowledge(mail, code, arrived, refused):
        box.remove(uid)
    else:
        done.waiting += 1


def _known(arrived: Arrived, place: Place) -> bool:
    key = voice.key_of_mail(place.organisation.pk, arrived.key)
    return voice.mail_known(place.organisation.pk, key) is not None


def _files(arrived: Arrived) -> tuple[list[NewFile], list[str]]:
    """Those that can be kept, and why the others cannot."""
    kept: list[NewFile] = []
    refused: list[str] = []
    for file in arrived.files:
        try:
            kept.append(_clean(file.data, file.name, len(kept)))
        except Refused as why:
            refused.append(why.reason)
    return kept, refused


def _clean(data: bytes, name: str, held: int) -> NewFile:
    if len(data) > settings.FILES["most_mb"] * 1024 * 1024:
        raise Refused(_("It is larger than %(most)s MB.") % {"most": settings.FILES["most_mb"]})
    if held >= settings.FILES["most"] - 1:  # one place is left for words that are too long
        raise Refused(_("There were too many files."))
    return NewFile(media.clean(data, name, settings.FILES["families"]), str(UNLABELLED))
