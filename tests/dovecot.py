"""A real mailbox on this computer: Dovecot on a free port, with its own folder, for the time of a test."""

from __future__ import annotations

import imaplib
import os
import pwd
import shutil
import socket
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

USER, PASSWORD = "say@example.org", "a:pass/word@"
WAIT = 20  # seconds


@dataclass
class Mailbox:
    port: int
    folder: Path
    process: subprocess.Popen[bytes]

    @property
    def facts(self) -> dict[str, object]:
        """As `settings.MAIL_IN` has them."""
        where = {"host": "127.0.0.1", "port": self.port, "user": USER, "password": PASSWORD}
        return {"address": USER, **where, "folder": "INBOX", "safety": "none"}

    def open(self) -> imaplib.IMAP4:
        server = imaplib.IMAP4("127.0.0.1", self.port, timeout=WAIT)
        server.login(USER, PASSWORD)
        server.select("INBOX")
        return server

    def put(self, *letters: bytes) -> None:
        server = self.open()
        for letter in letters:
            answer, _said = server.append("INBOX", "", imaplib.Time2Internaldate(time.time()), letter)
            assert answer == "OK"
        server.logout()

    def flags(self) -> list[str]:
        """Of everything that is there, in its order."""
        server = self.open()
        _answer, numbers = server.search(None, "ALL")
        _answer, found = server.fetch("1:*", "(FLAGS)") if numbers[0] else ("OK", [])
        server.logout()
        return [piece.decode() for piece in found if piece]

    def empty(self) -> None:
        server = self.open()
        for number in server.search(None, "ALL")[1][0].split():
            server.store(number, "+FLAGS", r"(\Deleted)")
        server.expunge()
        server.logout()

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(WAIT)


def installed() -> bool:
    return binary() is not None


def binary() -> str | None:
    return shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin")


def start(folder: Path) -> Mailbox:
    """As root it hands the mail to `nobody`, since Dovecot keeps none for root; as anybody else, to them."""
    root = os.geteuid() == 0
    user = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
    port = _free_port()
    (folder / "mail").mkdir(parents=True)
    own = "" if root else f"default_internal_user = {user.pw_name}\ndefault_login_user = {user.pw_name}\n"
    config = folder / "dovecot.conf"
    config.write_text(
        f"""
protocols = imap
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/log
ssl = no
disable_plaintext_auth = no
listen = 127.0.0.1
{own}
first_valid_uid = 1
mail_location = maildir:{folder}/mail/box
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={user.pw_uid} gid={user.pw_gid} home={folder}/mail
}}
service imap-login {{
  chroot =
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = 0
  }}
}}
service anvil {{
  chroot =
}}
"""
    )
    if root:
        _let_in(folder, user.pw_uid, user.pw_gid)
    command = [str(binary()), "-F", "-c", str(config)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    mailbox = Mailbox(port, folder, process)
    _wait(mailbox)
    return mailbox


def _let_in(folder: Path, uid: int, gid: int) -> None:
    os.chown(folder / "mail", uid, gid)
    for each in (folder, *folder.parents):
        if each.stat().st_uid == 0 and each != Path("/"):
            each.chmod(each.stat().st_mode | 0o711)


def _wait(mailbox: Mailbox) -> None:
    end = time.monotonic() + WAIT
    while True:
        try:
            mailbox.open().logout()
            return
        except (OSError, imaplib.IMAP4.error) as error:
            if time.monotonic() > end or mailbox.process.poll() is not None:
                log = mailbox.folder / "log"
                mailbox.process.kill()
                raise AssertionError(f"{error}: {log.read_text() if log.exists() else 'no log'}") from None
            time.sleep(0.1)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
