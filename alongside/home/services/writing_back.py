"""Two e-mails to whoever wrote without being on the register: that it is here, with their code; and that there is an
answer. They go out at once, as codes to sign in do: the outbox knows people by their number, and keeps no code.
"""

from __future__ import annotations

import re
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from alongside.core import follow_codes
from alongside.core.dates import long_day
from alongside.core.mailing import Arrived
from alongside.voice.models import Mail
from alongside.voice.queries import mails as voice
from alongside.voice.services import mails as words

MOST_AN_HOUR = 5  # to one address; the next ones wait in the mailbox
MOST_TOLD = 200
MESSAGE_ID = re.compile(r"<[^<>\s]{1,200}>")


def acknowledge(mail: Mail, code: str, arrived: Arrived, refused: list[str]) -> bool:
    """True when nothing is left to do: they know their code, or they have taken their words back."""
    if mail.acknowledged_at or not mail.address:
        return True
    if voice.acknowledged_in_an_hour(mail.address) >= MOST_AN_HOUR or not words.claim_mail(mail):
        return False
    if not _send(mail, "", _subject(mail, _("we have what you wrote")), _body(mail, code, refused), arrived.message_id):
        words.let_go(mail)
        return False
    words.mail_acknowledged(mail)
    return True


def _subject(mail: Mail, what: str) -> str:
    return f"{mail.organisation.name}: {what}"


def _body(mail: Mail, code: str, refused: list[str]) -> str:
    said, slug = mail.contribution, mail.organisation.slug
    link = f"{settings.ASSUME_PUBLIC_ADDRESS}/{slug}/follow/{follow_codes.in_groups(code, '-')}/"
    parts = [
        _("Hello,"),
        _("We have what you wrote. Somebody reads it by %(read)s. You get an answer, and the reason, by %(day)s.")
        % {"read": long_day(said.read_by), "day": long_day(said.answer_by)},
        _("Nobody watches this mailbox, day or night. Is somebody in danger now? Ring 999. %(help)s")
        % {"help": " ".join(mail.organisation.help_now.split())},
        _("Your code is %(code)s. With it you see the answer, say that it is not right, or take your words back:")
        % {"code": follow_codes.in_groups(code)},
        link,
        _("Anyone who has this code can do that too. We do not keep it: without this e-mail it is lost."),
    ]
    if refused:
        parts.append(_("Not everything that came with it could be kept:"))
        parts += [f"- {reason}" for reason in refused]
    parts.append(_("Did you not write to us? Then somebody used your address. You need not do anything."))
    return "\n\n".join([*parts, mail.organisation.name])


def tell_of_answers() -> int:
    """Once for each answer. What it says is only on the page of their code: an address can be anybody's."""
    return sum(_tell(mail) for mail in voice.mail_to_tell()[:MOST_TOLD])


def _tell(mail: Mail) -> int:
    answer = str(mail.newest_answer)  # type: ignore[attr-defined]
    if not mail.address or not words.claim_mail(mail):
        return 0
    facts = {
        "day": long_day(mail.contribution.said_on),
        "at": f"{settings.ASSUME_PUBLIC_ADDRESS}/{mail.organisation.slug}/follow/",
    }
    body = "\n\n".join(
        [
            _("Hello,"),
            _("You wrote to us on %(day)s. There is an answer, and the reason for it.") % facts,
            _("Open the link in our first e-mail to you, or write your code here: %(at)s") % facts,
            _("Is it not right? You can say so there, and then we have to look at it again."),
            mail.organisation.name,
        ]
    )
    if not _send(mail, answer, _subject(mail, _("there is an answer for you")), body, ""):
        words.let_go(mail)
        return 0
    words.mail_told(mail, answer)
    return 1


def _send(mail: Mail, part: str, subject: str, body: str, reply_to: str) -> bool:
    """The same e-mail sent twice has the same name, so that it is shown once."""
    host = own_address().rpartition("@")[2] or "localhost"
    headers = {"Message-ID": f"<alongside.mail.{mail.key[:16]}{part}@{host}>", "Auto-Submitted": "auto-replied"}
    if MESSAGE_ID.fullmatch(reply_to):
        headers |= {"In-Reply-To": reply_to, "References": reply_to}
    try:
        with timezone.override(mail.organisation.time_zone), translation.override(settings.LANGUAGE_CODE):
            EmailMessage(" ".join(subject.split()), body, to=[mail.address], headers=headers).send()
    except (OSError, smtplib.SMTPException):
        return False
    return True


def own_address() -> str:
    return parseaddr(settings.DEFAULT_FROM_EMAIL)[1].lower()
