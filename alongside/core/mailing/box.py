"""One mailbox over IMAP. Nothing is marked before whoever asks says that it is kept."""

from __future__ import annotations

import imaplib
import re
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

SIZE = re.compile(rb"RFC822\.SIZE (\d+)")
TIMEOUT = 30


class BoxError(Exception):
    """The mailbox cannot be used; the message holds no password."""


@dataclass(frozen=True)
class Where:
    """How to get there, as the setting says."""

    host: str
    port: int
    user: str
    password: str
    folder: str
    safety: str  # "tls", "starttls" or "none"


class Box:
    def __init__(self, where: Where) -> None:
        self.where = where
        self.server: Any = None
        self.removes_one = False

    def __enter__(self) -> Self:
        try:
            self.server = self._connect()
            self.server.login(self.where.user, self.where.password)
            self.removes_one = b"UIDPLUS" in self.server.capability()[1][0].upper().split()
        except (OSError, imaplib.IMAP4.error) as error:
            self._leave()
            raise BoxError(f"The mailbox cannot be opened: {_said(error)}") from None
        if self.server.select(_quoted(self.where.folder))[0] != "OK":
            self._leave()
            raise BoxError(f"There is no folder {self.where.folder} in the mailbox.")
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._leave()

    def _connect(self) -> imaplib.IMAP4:
        where = self.where
        if where.safety == "tls":
            return imaplib.IMAP4_SSL(where.host, where.port, ssl_context=_tls(), timeout=TIMEOUT)
        server = imaplib.IMAP4(where.host, where.port, timeout=TIMEOUT)
        if where.safety == "starttls":
            server.starttls(_tls())
        return server

    def _leave(self) -> None:
        """Without CLOSE, which would remove what somebody else marked."""
        if self.server is not None:
            try:
                self.server.logout()
            except (OSError, imaplib.IMAP4.error):
                self.server = None

    def waiting(self) -> list[bytes]:
        """What was neither kept nor set aside, oldest first, whether or not somebody has looked at it."""
        return list(self._ask("SEARCH", None, "UNDELETED", "UNFLAGGED")[0].split())

    def size(self, uid: bytes) -> int:
        found = SIZE.search(b" ".join(_bytes(self._ask("FETCH", uid, "(RFC822.SIZE)"))))
        return int(found[1]) if found else 0

    def whole(self, uid: bytes) -> bytes | None:
        """Without marking it as seen. None when it is gone: another run was quicker."""
        for piece in self._ask("FETCH", uid, "(BODY.PEEK[])"):
            if isinstance(piece, tuple):
                return bytes(piece[1])
        return None

    def set_aside(self, uid: bytes) -> None:
        """For somebody to look at: it stays, with a flag."""
        self._ask("STORE", uid, "+FLAGS", r"(\Seen \Flagged)")

    def remove(self, uid: bytes) -> None:
        """Only this one; a server that cannot do that removes it when its owner tidies up."""
        self._ask("STORE", uid, "+FLAGS", r"(\Seen \Deleted)")
        if self.removes_one:
            self._ask("EXPUNGE", uid)

    def _ask(self, *words: Any) -> list[Any]:
        try:
            answer, found = self.server.uid(*words)
        except (OSError, imaplib.IMAP4.error) as error:
            raise BoxError(f"The mailbox does not answer: {_said(error)}") from None
        if answer != "OK":
            raise BoxError(f"The mailbox does not do {words[0]}.")
        return [piece for piece in found if piece is not None] or [b""]


def _tls() -> ssl.SSLContext:
    return ssl.create_default_context()


def _quoted(folder: str) -> str:
    plain = folder.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _said(error: Exception) -> str:
    text = error.args[0] if error.args and isinstance(error, imaplib.IMAP4.error) else str(error)
    return text.decode(errors="replace") if isinstance(text, bytes) else str(text)


def _bytes(found: list[Any]) -> Iterator[bytes]:
    for piece in found:
        yield piece[0] if isinstance(piece, tuple) else piece
