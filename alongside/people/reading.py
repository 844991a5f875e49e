"""A list of people in a file: what its columns may be called, and each row as somebody. Looks at the file alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.core import sheets
from alongside.core.actor import Medium
from alongside.core.errors import Refused
from alongside.core.importing import Cells
from alongside.core.inputs import is_phone
from alongside.core.sheets import Problem, Sheet

from .keys import reference_key, row_key
from .models import ACTIVE, ENQUIRED, LEFT, PAUSED, STATES, WELCOMED, ChannelKind, NeedKind, OfferKind, Purpose
from .texts import good_address
from .wording import PURPOSE_OF_CHANNEL

FIELDS: dict[str, Sequence[str]] = {
    "reference": ("id", "ref", "number", "person id", "member number"),
    "name": ("full name", "person", "contributor"),
    "first_name": ("first name", "forename", "given name"),
    "last_name": ("last name", "surname", "family name"),
    "called": ("known as", "preferred name", "first name to use", "likes to be called"),
    "email": ("e-mail", "email address", "e-mail address"),
    "phone": ("telephone", "tel", "phone number", "landline"),
    "text": ("mobile", "mobile number", "mobile phone", "sms", "text message"),
    "post": ("address", "postal address", "post address"),
    "route_in": ("route in", "how they came", "how did you hear", "referred by", "source"),
    "needs": ("access needs", "need", "adjustments"),
    "offers": ("offer", "skills", "interests", "experience"),
    "status": ("state", "stage"),
    "joined": ("joined on", "date joined", "since", "start date"),
    "consents": ("consent", "allows", "permissions"),
    "consent_date": ("consent date", "date of consent", "consented on"),
    "consent_from": ("consent from", "consent taken from", "how consent was given"),
}
MOST_NAMED = 10  # rows in one note
NAMES = ("name", "first_name", "last_name")
USUAL = (ENQUIRED, WELCOMED, ACTIVE)
LOST_ZERO = re.compile(r"[12378]\d{8,9}", re.ASCII)  # a number in the UK without the 0 that it begins with
SHOWN: dict[str, Any] = {
    "name": gettext_lazy("Needed, unless first and last names have columns of their own. One name is enough."),
    "first_name": gettext_lazy("Where names stand in two columns."),
    "last_name": gettext_lazy("The same."),
    "called": gettext_lazy("What they want to be called."),
    "email": gettext_lazy("An e-mail address."),
    "phone": gettext_lazy("A phone number with its area code."),
    "text": gettext_lazy("A mobile number for text messages."),
    "post": gettext_lazy("A postal address."),
    "route_in": gettext_lazy("How they came to be here."),
    "needs": gettext_lazy(
        "What makes taking part possible. Separate several with ; or a new line. “send:”, “meet:” or “arrange:” before "
        "one says what it is about."
    ),
    "offers": gettext_lazy(
        "What they bring. Separate several with ; or a new line. “skill:”, “experience:”, “interest:”, “language:” or "
        "“time:” before one says what it is."
    ),
    "status": gettext_lazy("enquired, welcomed, active, paused or left. Empty means enquired."),
    "joined": gettext_lazy("The day they came, like 27 March 2026."),
    "consents": gettext_lazy("What they allow: email, phone, text, post, inside, commissioners, public, credit."),
    "consent_date": gettext_lazy("The day on which they said so. Without it no consent is kept."),
    "consent_from": gettext_lazy("paper, letter, email, phone or in person. Without it no consent is kept."),
    "reference": gettext_lazy("Your own number for them, so that the next file finds them again."),
}
STATUS_WORDS = {
    **{state: state for state in STATES},
    "new": ENQUIRED,
    "enquiry": ENQUIRED,
    "interested": ENQUIRED,
    "inducted": WELCOMED,
    "current": ACTIVE,
    "on hold": PAUSED,
    "resting": PAUSED,
    "inactive": LEFT,
    "closed": LEFT,
}
MEDIUM_WORDS = {
    **{str(medium): str(medium) for medium in Medium},
    "paper form": "paper",
    "form": "paper",
    "telephone": "phone",
    "phone call": "phone",
    "e-mail": "email",
    "in person": "in_person",
    "face to face": "in_person",
    "spoken": "in_person",
}
CONSENT_WORDS = {
    **{purpose.value: purpose.value for purpose in Purpose},
    "email": Purpose.CONTACT_EMAIL,
    "e-mail": Purpose.CONTACT_EMAIL,
    "phone": Purpose.CONTACT_PHONE,
    "telephone": Purpose.CONTACT_PHONE,
    "text": Purpose.CONTACT_TEXT,
    "sms": Purpose.CONTACT_TEXT,
    "post": Purpose.CONTACT_POST,
    "letter": Purpose.CONTACT_POST,
    "inside": Purpose.WORDS_INSIDE,
    "internal": Purpose.WORDS_INSIDE,
    "commissioners": Purpose.WORDS_COMMISSIONERS,
    "public": Purpose.WORDS_PUBLIC,
    "credit": Purpose.CREDIT,
    "name": Purpose.CREDIT,
}


@dataclass(frozen=True)
class Entry:
    """Somebody, as one row says."""

    row: int
    key: str
    name: str
    called: str
    addresses: dict[str, str]
    route_in: str
    state: str
    joined_on: date | None
    needs: list[tuple[str, str]]
    offers: list[tuple[str, str]]
    consents: list[str]
    consent_on: date | None
    consent_from: str

    def sealed(self) -> dict[str, Any]:
        """What the event log commits to: the row, without its place in the file."""
        facts = {**asdict(self), "joined_on": str(self.joined_on or ""), "consent_on": str(self.consent_on or "")}
        return {name: value for name, value in facts.items() if name != "row"}


@dataclass
class Plan:
    """What a file asks for. Nothing is done while there is a problem."""

    entries: list[Entry] = field(default_factory=list)
    repeated: int = 0
    notes: list[str] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    usual: str = ENQUIRED


def read_people(sheet: Sheet, mapping: Mapping[str, str] | None = None, usual: str = "") -> Plan:
    """The rows of a sheet as people; `usual` is where they stand when it does not say so.

    Raises SheetError when the file as a whole cannot be used.
    """
    matched = sheets.match_columns(sheet.columns, FIELDS, dict(mapping or {}))
    if len(matched.missing(NAMES)) == len(NAMES):
        words = _("No column holds the names. Call one “name”, or say which one it is.")
        raise sheets.SheetError(words, unknown=matched.unknown)
    plan = Plan(unknown=matched.unknown, usual=usual if usual in USUAL else ENQUIRED)
    seen: dict[str, int] = {}
    for row in sheet.rows:
        entry = _entry(Cells(row, matched, plan.problems), plan)
        if entry.key in seen:
            plan.repeated += 1
            facts = {"row": entry.row, "first": seen[entry.key]}
            plan.notes.append(_("Row %(row)s is the same person as row %(first)s: taken once.") % facts)
        elif entry.name:
            seen[entry.key] = entry.row
            plan.entries.append(entry)
    plan.problems.extend(sheet.problems)
    plan.problems.sort(key=lambda problem: problem.row or 0)
    plan.notes[:0] = sheet.notes
    plan.notes.extend(_status_notes(matched, plan))
    _note_shared_addresses(plan)
    _note_nowhere_to_reach(plan)
    return plan


def _entry(cells: Cells, plan: Plan) -> Entry:
    name, reference = _name(cells), cells.line("reference")
    if name.startswith("="):
        cells.wrong("name", _("This is a formula, not a name. Write the name."))
    kinds = ("email", "phone", "text", "post")
    addresses = {kind: address for kind in kinds if (address := _address(cells, kind, plan))}
    consents, consent_on = _consents(cells), cells.day("consent_date")
    consent_from = cells.one_of("consent_from", MEDIUM_WORDS)
    today = timezone.localdate()
    for column, day in (("consent_date", consent_on), ("joined", joined := cells.day("joined"))):
        if day and day > today:
            cells.wrong(column, _("This day has not come yet."))
    if consents and not (consent_on and consent_from):
        consents = []
        plan.notes.append(_no_consent(cells.row.number))
    return Entry(
        row=cells.row.number,
        key=reference_key(reference) if reference else row_key(name, addresses),
        name=name,
        called=cells.line("called"),
        addresses=addresses,
        route_in=cells.line("route_in"),
        state=cells.one_of("status", STATUS_WORDS) or plan.usual,
        joined_on=joined,
        needs=_several(cells, "needs", NeedKind.values, NeedKind.ARRANGE),
        offers=_several(cells, "offers", OfferKind.values, OfferKind.SKILL),
        consents=consents,
        consent_on=consent_on,
        consent_from=consent_from,
    )


def _name(cells: Cells) -> str:
    parts = [part for part in (cells.line("first_name", limit=99), cells.line("last_name", limit=99)) if part]
    return cells.line("name", required=not parts) or " ".join(parts)


def _no_consent(row: int) -> str:
    return _("Row %(row)s: no consent is kept, because the day it was given or what it was taken from is missing.") % {
        "row": row
    }


def _status_notes(matched: sheets.Matched, plan: Plan) -> list[str]:
    if "status" in matched.by_field:
        return []
    words = _("No column says where people stand. Each is kept as “%(state)s”; choose the file again to change that.")
    return [words % {"state": STATES[plan.usual]}]


def _with_its_zero(text: str) -> str:
    """A spreadsheet that takes a phone number for a sum drops the 0 that it begins with."""
    return f"0{text}" if LOST_ZERO.fullmatch(text) and is_phone(f"0{text}") else text


def _address(cells: Cells, kind: str, plan: Plan) -> str:
    text = written = cells.text(kind, limit=1000).strip()
    if kind in ("phone", "text") and (text := _with_its_zero(written)) != written:
        facts = {"row": cells.row.number, "column": cells.matched.by_field[kind]}
        plan.notes.append(_("Row %(row)s: the number under “%(column)s” had lost its first 0. It is put back.") % facts)
    try:
        return good_address(ChannelKind(kind), text) if text else ""
    except Refused as refused:
        cells.wrong(kind, refused.reason)
        return ""


def _consents(cells: Cells) -> list[str]:
    found: list[str] = []
    for part in re.split(r"[;,|\n]", cells.text("consents", limit=1000)):
        word = " ".join(part.split()).casefold()
        if word and word not in CONSENT_WORDS:
            facts = {"text": word[:40], "words": "email, phone, text, post, inside, commissioners, public, credit"}
            cells.wrong("consents", _("“%(text)s” is not one of: %(words)s.") % facts)
        elif word:
            found.append(str(CONSENT_WORDS[word]))
    return list(dict.fromkeys(found))


def _several(cells: Cells, name: str, kinds: Iterable[str], usual: str) -> list[tuple[str, str]]:
    """Their own words, one by one: “send: large print; a quiet room”."""
    found = []
    for part in re.split(r"[;\n]", cells.text(name, limit=4000)):
        kind, colon, words = part.partition(":")
        known = colon and kind.strip().casefold() in kinds
        text = (words if known else part).strip()
        if len(text) > 2000:
            cells.wrong(name, _("One of these has more than 2,000 characters. Shorten it."))
        elif text:
            found.append((kind.strip().casefold() if known else str(usual), text))
    return found


def _note_shared_addresses(plan: Plan) -> None:
    rows: dict[str, list[int]] = {}
    for entry in plan.entries:
        if email := entry.addresses.get("email"):
            rows.setdefault(email.casefold(), []).append(entry.row)
    for shared in rows.values():
        if len(shared) > 1:
            facts = {"rows": ", ".join(map(str, shared[:MOST_NAMED]))}
            plan.notes.append(_("Rows %(rows)s have the same e-mail address. Each is kept as a person.") % facts)


def _note_nowhere_to_reach(plan: Plan) -> None:
    """Such a permission is kept: on their page, too, it may come before the number or address."""
    words = _(
        "“%(what)s” is allowed, but the file has no number or address for it. Add one on their page. Rows: %(rows)s."
    )
    for kind, purpose in PURPOSE_OF_CHANNEL.items():
        rows = [each.row for each in plan.entries if purpose in each.consents and kind not in each.addresses]
        if rows:
            more = ", …" if len(rows) > MOST_NAMED else ""
            plan.notes.append(words % {"what": purpose.label, "rows": ", ".join(map(str, rows[:MOST_NAMED])) + more})
