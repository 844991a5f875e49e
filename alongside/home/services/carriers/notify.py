"""GOV.UK Notify: e-mails, text messages and letters, for public bodies that use it (the extra `notify`).

The words are ours; the templates there hold nothing but ((subject)) and ((body)). Notify says what became of each.
"""

from __future__ import annotations

from typing import Any

import phonenumbers
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .base import Gone, LookUp, NoSuchAddress, NotTaken, Parcel, TryLater
from .wording import plain_text, short_text, subject_of, text_of

ARRIVED = {"delivered", "received"}
NO_SUCH = {"permanent-failure"}
NOT_NOW = {"temporary-failure", "technical-failure", "cancelled", "validation-failed", "virus-scan-failed"}
LINES = 7  # the most an address on a letter may have
WHY = {
    "permanent-failure": gettext_lazy("GOV.UK Notify says that there is no such address or number."),
    "temporary-failure": gettext_lazy("The mailbox was full, or the phone was off for days."),
    "technical-failure": gettext_lazy("GOV.UK Notify could not send it."),
    "cancelled": gettext_lazy("The letter was cancelled before it was printed."),
    "validation-failed": gettext_lazy("GOV.UK Notify could not print the letter."),
    "virus-scan-failed": gettext_lazy("GOV.UK Notify could not print the letter."),
}
LONGEST_TEXT = 612  # four parts: what Notify sends at most without asking


class Notify:
    finds = True

    def __init__(self, key: str, address: str, templates: dict[str, str]) -> None:
        from notifications_python_client.errors import APIError
        from notifications_python_client.notifications import NotificationsAPIClient

        self.errors = APIError
        client: Any = NotificationsAPIClient
        self.client = client(key, base_url=address, timeout=20)
        self.templates = templates
        self.down = ""

    def carry(self, parcel: Parcel) -> Gone:
        if self.down:
            raise TryLater(self.down)
        send = {"email": self._email, "text": self._text, "post": self._letter}[parcel.channel]
        try:
            answer = send(parcel)
        except self.errors as error:
            raise self._what_it_means(error, parcel.channel) from None
        return Gone(str(answer["id"]))

    def _email(self, parcel: Parcel) -> Any:
        words = {"subject": subject_of(parcel), "body": plain_text(parcel)}
        return self.client.send_email_notification(
            parcel.address, self.templates["email"], personalisation=words, reference=parcel.batch
        )

    def _text(self, parcel: Parcel) -> Any:
        words = {"body": short_text(parcel)[:LONGEST_TEXT]}
        return self.client.send_sms_notification(
            international(parcel.address), self.templates["text"], personalisation=words, reference=parcel.batch
        )

    def _letter(self, parcel: Parcel) -> Any:
        lines = address_lines(parcel.name, parcel.address)
        words = {f"address_line_{number}": line for number, line in enumerate(lines, start=1)}
        words |= {"subject": subject_of(parcel), "body": text_of(parcel)}
        return self.client.send_letter_notification(
            self.templates["post"], personalisation=words, reference=parcel.batch
        )

    def _what_it_means(self, error: Any, channel: str) -> Exception:
        """Notify's answers: 400 wrong, 403 not allowed, 429 too many, 500 and more: its own trouble."""
        code, facts = error.status_code, {"code": error.status_code}
        if code == 400 and _about_address(error):
            why = _("GOV.UK Notify cannot use this address or number as it is written.")
            return NoSuchAddress(why, stop="unreadable")
        if code == 400:
            return NotTaken(_("GOV.UK Notify refuses it (%(code)s). Look at its templates.") % facts)
        if code in (401, 403):
            self.down = _("GOV.UK Notify does not accept our key (%(code)s). Look at the settings.") % facts
            return TryLater(self.down)
        if code == 429:
            self.down = _("GOV.UK Notify takes no more for now (%(code)s).") % facts
            return TryLater(self.down)
        if code >= 500:
            return TryLater(_("GOV.UK Notify cannot be reached (%(code)s).") % facts)
        return NotTaken(_("GOV.UK Notify refuses it (%(code)s).") % facts)

    def find(self, batch: str) -> Gone | None:
        """By our own reference: so nothing is sent twice after a program stopped in the middle."""
        try:
            found = self.client.get_all_notifications(reference=batch)["notifications"]
        except self.errors as error:
            raise TryLater(_("GOV.UK Notify cannot be reached (%(code)s).") % {"code": error.status_code}) from None
        return Gone(str(found[0]["id"])) if found else None

    def look_up(self, provider_id: str) -> LookUp:
        try:
            state = str(self.client.get_notification_by_id(provider_id)["status"])
        except self.errors as error:
            return LookUp("unknown", str(error.status_code))
        if state in ARRIVED:
            return LookUp("arrived")
        if state in NO_SUCH:
            return LookUp("no such", str(WHY[state]))
        if state in NOT_NOW:
            return LookUp("not now", str(WHY[state]))
        return LookUp("on its way")

    def close(self) -> None:
        self.client.request_session.close()


def _about_address(error: Any) -> bool:
    """Notify names the field that it cannot use: email_address, phone_number, or a line of the address."""
    told = error.message
    texts = [str(each.get("message", "")) for each in told] if isinstance(told, list) else [str(told)]
    return any(name in text for text in texts for name in ("email_address", "phone_number", "address_line", "postcode"))


def international(number: str) -> str:
    """As Notify and the networks read it; as it was written when we cannot read it ourselves."""
    try:
        return phonenumbers.format_number(phonenumbers.parse(number, "GB"), phonenumbers.PhoneNumberFormat.E164)
    except phonenumbers.NumberParseException:
        return number


def address_lines(name: str, address: str) -> list[str]:
    """The name, then what they wrote, line by line: at most seven, the last with the postcode."""
    lines = [" ".join(line.split()) for line in address.replace(",", "\n").splitlines()]
    lines = [name, *(line for line in lines if line)]
    if len(lines) > LINES:
        lines = [*lines[: LINES - 2], ", ".join(lines[LINES - 2 : -1]), lines[-1]]
    return lines
