"""One e-mail, taken apart: who it says it is from, to whom, its words, its files; or that no human wrote it."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parseaddr
from typing import cast

from ..inputs import tidy_text
from .html_text import text_of_html
from .wording import Words, part

MOST_PARTS = 200
MOST_TEXT = 2_000_000  # bytes of one text that are read; a person writes a hundredth of it
ADDRESS = re.compile(r"[^@\s<>()\",;:\\]+@[A-Za-z0-9.-]+")
LISTED = ("List-Id", "List-Unsubscribe", "List-Post")
BULK = {"bulk", "junk", "list", "auto_reply"}
DELIVERED = ("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc")
OWN = re.compile(r"<alongside\.", re.IGNORECASE)
STATUS = re.compile(r"^Status:\s*([245])\.\d+\.\d+", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class File:
    name: str
    data: bytes


@dataclass(frozen=True)
class Arrived:
    message_id: str
    key: str  # the same for the same e-mail, by whatever way it came
    sender: str  # what its From line says, which proves nothing
    to: tuple[str, ...]
    subject: str
    words: Words
    files: tuple[File, ...] = ()
    decoration: int = 0  # pictures that belong to how it looks
    automatic: bool = False  # no human wrote it: it is never answered
    notice: str = ""  # what a mail server gives back, whose message did not arrive
    lasting: bool = field(default=False)


def read(raw: bytes) -> Arrived:
    message = cast(EmailMessage, message_from_bytes(raw, policy=default))
    notice, lasting = _notice(message)
    files, decoration = _files(message)
    return Arrived(
        message_id=_header(message, "Message-ID").strip(),
        key=_key(message, raw),
        sender=_sender(message),
        to=tuple(_addresses(message)),
        subject=" ".join(tidy_text(_header(message, "Subject")).split()),
        words=part(_text(message)),
        files=tuple(files),
        decoration=decoration,
        automatic=_automatic(message),
        notice=notice,
        lasting=lasting,
    )


def _header(message: EmailMessage, name: str) -> str:
    """A broken header can make the parser raise; then it reads as empty."""
    try:
        return str(message.get(name, ""))
    except Exception:  # the library raises what it likes on hostile headers
        return ""


def _key(message: EmailMessage, raw: bytes) -> str:
    """Its name, who and when, and all that is in it. Two ways lead to two heads and one body."""
    found = hashlib.sha256()
    for name in ("Message-ID", "From", "Date", "Subject"):
        found.update(f"{_header(message, name)}\0".encode(errors="replace"))
    found.update(re.split(rb"\r?\n\r?\n", raw, maxsplit=1)[-1].replace(b"\r\n", b"\n").strip())
    return found.hexdigest()


def _sender(message: EmailMessage) -> str:
    found = parseaddr(_header(message, "Reply-To"))[1] or parseaddr(_header(message, "From"))[1]
    return found if len(found) < 255 and ADDRESS.fullmatch(found) else ""


def _addresses(message: EmailMessage) -> Iterator[str]:
    for name in DELIVERED:
        try:
            values = [str(value) for value in message.get_all(name, [])]
        except Exception:  # noqa: S112  as above: a head that cannot be read names nobody
            continue
        yield from (address.lower() for _name, address in getaddresses(values) if "@" in address)


def _automatic(message: EmailMessage) -> bool:
    """What a program sent, a list, or this program itself; and what says that nobody is to answer (an empty sender)."""
    return (
        _header(message, "Auto-Submitted").strip().lower().split(";")[0] not in ("", "no")
        or _header(message, "Precedence").strip().lower() in BULK
        or any(message.get(name) is not None for name in LISTED)
        or message.get("X-Autoreply") is not None
        or message.get("X-Autorespond") is not None
        or _header(message, "Return-Path").strip() == "<>"
        or OWN.match(_header(message, "Message-ID").strip()) is not None
        or message.get_content_type() == "multipart/report"
    )


def _notice(message: EmailMessage) -> tuple[str, bool]:
    """The head of our message that a mail server could not deliver, and whether that is for good."""
    if message.get_content_type() != "multipart/report":
        return "", False
    status, head = "", ""
    for piece in _parts(message):
        kind = piece.get_content_type()
        if kind == "message/delivery-status":
            status = str(piece)
        elif kind in ("message/rfc822", "text/rfc822-headers") and not head:
            head = str(piece)[:20_000]
    found = STATUS.search(status)
    return (head, found is not None and found[1] == "5") if found and found[1] != "2" else ("", False)


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, piece in enumerate(message.walk()):
        if number >= MOST_PARTS:
            return
        yield cast(EmailMessage, piece)


def _text(message: EmailMessage) -> str:
    """As it was written, when it was written as plain text; else what its HTML says."""
    plain = [_decoded(piece) for piece in _bodies(message, "text/plain")]
    if any(text.strip() for text in plain):
        return "\n".join(plain)
    return "\n".join(text_of_html(_decoded(piece)) for piece in _bodies(message, "text/html"))


def _bodies(message: EmailMessage, kind: str) -> Iterator[EmailMessage]:
    if message.get_content_type() == "multipart/report":
        return
    for piece in _parts(message):
        if piece.get_content_type() == kind and not _is_file(piece):
            yield piece


def _decoded(piece: EmailMessage) -> str:
    """A charset that is wrong or unknown loses no word: what cannot be read otherwise is read as Western European."""
    data = _payload(piece)[:MOST_TEXT]
    for charset in (piece.get_content_charset() or "utf-8", "utf-8"):
        try:
            return tidy_text(data.decode(charset))
        except (LookupError, UnicodeDecodeError):
            continue
    return tidy_text(data.decode("cp1252", errors="replace"))


def _payload(piece: EmailMessage) -> bytes:
    found = piece.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _is_file(piece: EmailMessage) -> bool:
    return piece.get_content_disposition() == "attachment" or bool(piece.get_filename())


def _files(message: EmailMessage) -> tuple[list[File], int]:
    """Pictures inside the HTML are how it looks (a logo, a signature), not what somebody sent."""
    inside = {id(piece) for whole in _parts(message) if _is_look(whole) for piece in whole.walk()}
    files, decoration = [], 0
    for piece in _parts(message):
        kind = piece.get_content_maintype()
        if kind in ("multipart", "message") or (kind == "text" and not _is_file(piece)):
            continue
        if id(piece) in inside and (piece.get("Content-ID") or piece.get_content_disposition() != "attachment"):
            decoration += 1
        else:
            files.append(File(str(piece.get_filename() or "")[-200:], _payload(piece)))
    return files, decoration


def _is_look(piece: EmailMessage) -> bool:
    return piece.get_content_type() == "multipart/related"
