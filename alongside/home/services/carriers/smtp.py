"""E-mail through a mail server, as plain text: it is read by every program, aloud, and at any size."""

from __future__ import annotations

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.utils.translation import gettext as _

from alongside.post import queries as outbox

from .base import Gone, LookUp, NoSuchAddress, NotTaken, Parcel, TryLater
from .wording import plain_text, subject_of

NO_SUCH = {550, 551, 553}  # the mailbox is not there, or not any more (RFC 5321, 4.2.3)


class Smtp:
    """A server that cannot be reached is not asked again in the same run: each attempt takes twenty seconds."""

    finds = False

    def __init__(self) -> None:
        self.mail = get_connection()
        self.down = ""

    def carry(self, parcel: Parcel) -> Gone:
        if self.down:
            raise TryLater(self.down)
        try:
            self.mail.open()
        except (OSError, smtplib.SMTPException) as error:
            self.down = _("The mail server cannot be reached: %(error)s.") % {"error": type(error).__name__}
            raise TryLater(self.down) from None
        try:
            self._letter(parcel).send()
        except smtplib.SMTPRecipientsRefused as refused:
            raise _refused(max(code for code, _text in refused.recipients.values())) from None
        except smtplib.SMTPResponseException as error:
            self.close()
            raise _not_taken(error.smtp_code) from None
        except (OSError, smtplib.SMTPException) as error:
            self.close()
            raise TryLater(type(error).__name__) from None
        return Gone()

    def _letter(self, parcel: Parcel) -> EmailMessage:
        host = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].rpartition("@")[2] or "localhost"
        return EmailMessage(
            subject=subject_of(parcel),
            body=plain_text(parcel),
            to=[parcel.address],
            headers={
                # Always the same for the same letter: who gets it twice keeps it once, and what comes back names it.
                "Message-ID": outbox.message_id(parcel.batch, host),
                "Auto-Submitted": "auto-generated",
            },
            connection=self.mail,
        )

    def find(self, batch: str) -> Gone | None:
        return None

    def look_up(self, provider_id: str) -> LookUp:
        return LookUp("unknown")

    def close(self) -> None:
        self.mail.close()


def _refused(code: int) -> Exception:
    if code in NO_SUCH:
        return NoSuchAddress(_("The mail server says that there is no such address (%(code)s).") % {"code": code})
    if code >= 500:
        return NotTaken(_("The mail server does not take it for this address (%(code)s).") % {"code": code})
    return TryLater(_("The mail server asks to try again later (%(code)s).") % {"code": code})


def _not_taken(code: int) -> Exception:
    if code >= 500:
        return NotTaken(_("The mail server does not take this message (%(code)s).") % {"code": code})
    return TryLater(_("The mail server asks to try again later (%(code)s).") % {"code": code})
