"""Settings come from the environment or from one file, `alongside.env`, in the data folder.

The environment wins. A wrong value or an unknown name stops the start with a sentence that says what to write instead.
"""

from __future__ import annotations

import os
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off", ""}
MODES = ("development", "production")
THEMES = ("standard", "analysis")  # how themes are learned
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL")
PREFIX = "ALONGSIDE_"
# Every setting there is; docs/settings.md says what each does.
KNOWN = (
    *("ALONGSIDE_ADDRESS", "ALONGSIDE_BEHIND_TLS_PROXY", "ALONGSIDE_COLLECTED", "ALONGSIDE_DATA"),
    *("ALONGSIDE_DEBUG", "ALONGSIDE_DEMONSTRATION", "ALONGSIDE_HOSTS", "ALONGSIDE_LOG", "ALONGSIDE_LOOKUP_KEY"),
    *("ALONGSIDE_MAIL", "ALONGSIDE_MAIL_FROM", "ALONGSIDE_MODE", "ALONGSIDE_PROXIES", "ALONGSIDE_SECRET_KEY"),
    "ALONGSIDE_MOST_FROM_ONE_PLACE",
    *("ALONGSIDE_NOTIFY_KEY", "ALONGSIDE_NOTIFY_ADDRESS", "ALONGSIDE_NOTIFY_EMAIL", "ALONGSIDE_NOTIFY_TEXT"),
    "ALONGSIDE_NOTIFY_LETTER",
    *("ALONGSIDE_MAIL_IN", "ALONGSIDE_MAIL_IN_ADDRESS"),
    *("ALONGSIDE_FILES", "ALONGSIDE_FILE_KINDS", "ALONGSIDE_FILE_MB"),
    "ALONGSIDE_THEMES",
    "DATABASE_URL",
)
SHORTEST_SECRET = 32
FILE_KINDS = ("photo", "recording", "document")
PREPARE_AFTER = 5  # times that a statement was sent
LARGEST_FILE_MB = 50  # of each file no more than 64 MB is ever written to the disk (core/media/uploading.py)


class WrongSetting(Exception):
    """A setting cannot be used; the message names it and says what to write."""


def read_file(path: Path) -> dict[str, str]:
    """`NAME=value` a line, `#` for remarks. Raises WrongSetting with the line's number."""
    found: dict[str, str] = {}
    if not path.exists():
        return found
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (UnicodeDecodeError, OSError) as error:
        raise WrongSetting(f"{path} cannot be read: save it as plain text (UTF-8).") from error
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.strip().startswith("#"):
            continue
        name, sign, value = line.partition("=")
        if not sign:
            raise WrongSetting(f"{path}, line {number}: write NAME=value, found: {line.strip()[:40]}")
        check_known(name.strip(), f"{path}, line {number}: ")
        found[name.strip()] = value.strip().strip("\"'")
    return found


def check_known(name: str, where: str = "") -> None:
    """A misspelt setting would be silently without effect."""
    if name in KNOWN:
        return
    near = get_close_matches(name.upper(), KNOWN, n=1, cutoff=0.5)
    hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(KNOWN)}."
    raise WrongSetting(f"{where}There is no setting {name[:60]}. {hint}")


@dataclass
class Environment:
    """What this installation was told."""

    data: Path
    values: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Environment:
        for name in os.environ:
            if name.startswith(PREFIX):
                check_known(name)
        data = Path(os.environ.get("ALONGSIDE_DATA") or "data").absolute()
        return cls(data=data, values={**read_file(data / "alongside.env"), **os.environ})

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, "").strip() or default

    def yes(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name)
        if value is None:
            return default
        if value.strip().lower() in YES:
            return True
        if value.strip().lower() in NO:
            return False
        raise WrongSetting(f"{name} is “{value}”. Write yes or no.")

    def number(self, name: str, default: int) -> int:
        value = self.text(name, str(default))
        if not re.fullmatch(r"\d{1,4}", value, re.ASCII):
            raise WrongSetting(f"{name} is “{value}”. Write a whole number.")
        return int(value)

    def one_of(self, name: str, allowed: tuple[str, ...], default: str) -> str:
        value = self.text(name, default)
        if value not in allowed:
            raise WrongSetting(f"{name} is “{value}”. Write one of: {', '.join(allowed)}.")
        return value

    def mode(self) -> str:
        return self.one_of("ALONGSIDE_MODE", MODES, "development")

    def log_level(self) -> str:
        return self.one_of("ALONGSIDE_LOG", LEVELS, "WARNING")

    def themes(self) -> str:
        way = self.one_of("ALONGSIDE_THEMES", THEMES, "standard")
        if way == "analysis" and find_spec("sklearn") is None:
            raise WrongSetting('ALONGSIDE_THEMES is “analysis”, which needs: pip install "alongside[analysis]"')
        return way

    def address(self) -> str:
        """Where the pages are for the world, for links in messages."""
        value = self.text("ALONGSIDE_ADDRESS", "http://localhost:8000").rstrip("/")
        if not re.fullmatch(r"https?://[^/\s]+(/\S*)?", value):
            raise WrongSetting(f"ALONGSIDE_ADDRESS is “{value}”. Write it like https://alongside.example.org.")
        return value

    def hosts(self) -> list[str]:
        hosts = [host.strip() for host in self.text("ALONGSIDE_HOSTS").split(",") if host.strip()]
        for host in hosts:
            if not re.fullmatch(r"\.?[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)*|\[[0-9a-fA-F:]+\]|\*", host):
                raise WrongSetting(
                    f"ALONGSIDE_HOSTS has “{host}”. Write names with commas between them, without https:// "
                    "and without a port: alongside.example.org."
                )
        return hosts

    def secret_key(self) -> str:
        """From ALONGSIDE_SECRET_KEY, or the data folder's `key` file, which is made once."""
        if given := self.text("ALONGSIDE_SECRET_KEY"):
            return given
        path = self.data / "key"
        if path.exists():
            return path.read_text().strip()
        return ""

    def database(self) -> dict[str, object]:
        url = self.text("DATABASE_URL")
        return postgres(url) if url else sqlite(self.data / "alongside.sqlite3")

    def mail(self) -> dict[str, object]:
        return mail_settings(self.text("ALONGSIDE_MAIL"))

    def mail_in(self) -> dict[str, Any]:
        return mail_in_settings(self.text("ALONGSIDE_MAIL_IN"), self.text("ALONGSIDE_MAIL_IN_ADDRESS"))

    def files(self) -> dict[str, Any]:
        """What may be kept beside what somebody says: how large, how many, of what kind."""
        most_mb, most = self.number("ALONGSIDE_FILE_MB", 20), self.number("ALONGSIDE_FILES", 5)
        if not 1 <= most_mb <= LARGEST_FILE_MB:
            raise WrongSetting(f"ALONGSIDE_FILE_MB is {most_mb}. Write a number from 1 to {LARGEST_FILE_MB}.")
        kinds = [kind.strip() for kind in self.text("ALONGSIDE_FILE_KINDS", ",".join(FILE_KINDS)).split(",")]
        if wrong := [kind for kind in kinds if kind not in FILE_KINDS]:
            names = ", ".join(FILE_KINDS)
            raise WrongSetting(f"ALONGSIDE_FILE_KINDS has “{wrong[0]}”. Write some of: {names}.")
        return {"most_mb": most_mb, "most": most, "families": tuple(kinds)}

    def notify(self) -> dict[str, Any]:
        return notify_settings(self.values)


def make_key(data: Path) -> Path:
    """The secret of this installation, readable by its owner alone. Never replaces one."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "key"
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path
    with os.fdopen(handle, "w") as file:
        file.write(secrets.token_urlsafe(48))
    return path


def sqlite(path: Path) -> dict[str, object]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "CONN_MAX_AGE": 60,  # opening it reads the whole schema, which takes as long as a quarter of a page
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA secure_delete=ON;",
        },
    }


def _split(url: str, wrong: str) -> tuple[SplitResult, int | None]:
    """The parts of an address and its port; a port that is no number raises only when it is asked for."""
    try:
        parts = urlsplit(url)
        return parts, parts.port
    except ValueError:
        raise WrongSetting(wrong) from None


def postgres(url: str) -> dict[str, object]:
    """postgresql://user:password@host:port/name; a socket folder may stand in `?host=`."""
    wrong = "DATABASE_URL must look like postgresql://user:password@host:5432/name."
    parts, port = _split(url, wrong)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise WrongSetting(wrong)
    extra = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.pop("host", parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        # Statements are planned once for each connection: to plan takes PostgreSQL as long as to answer.
        "OPTIONS": {"server_side_binding": True, "prepare_threshold": PREPARE_AFTER} | extra,
    }


def mail_settings(url: str) -> dict[str, object]:
    """smtp://user:password@host:587 (STARTTLS), smtps://…:465 (TLS), console: or file:///folder."""
    wrong = "ALONGSIDE_MAIL must look like smtp://user:password@host:587."
    if url in {"", "console:"}:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts, port = _split(url, wrong)
    if parts.scheme == "file" and parts.path.strip("/"):
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": unquote(parts.path),
        }
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise WrongSetting(wrong)
    plain = dict(parse_qsl(parts.query)).get("tls", "").lower() in NO - {""}
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not plain,
        "EMAIL_TIMEOUT": 20,
    }


def mail_in_settings(url: str, address: str) -> dict[str, Any]:
    """imaps://user:password@host/INBOX (TLS) or imap://… (STARTTLS): the mailbox that people write to."""
    if not url and not address:
        return {"address": ""}
    wrong = "ALONGSIDE_MAIL_IN must look like imaps://user:password@host/INBOX."
    parts, port = _split(url, wrong)
    if parts.scheme not in {"imap", "imaps"} or not (parts.hostname and parts.username and parts.password):
        raise WrongSetting(wrong)
    user = unquote(parts.username)
    address = address or user
    if not re.fullmatch(r"[^@\s+]+@[^@\s]+", address):
        raise WrongSetting(
            f"ALONGSIDE_MAIL_IN_ADDRESS is “{address}”. Write the address: say@example.org, without a plus."
        )
    plain = dict(parse_qsl(parts.query)).get("tls", "").lower() in NO - {""}
    return {
        "address": address.lower(),
        "host": parts.hostname,
        "port": port or (993 if parts.scheme == "imaps" else 143),
        "user": user,
        "password": unquote(parts.password),
        "folder": unquote(parts.path.strip("/")) or "INBOX",
        "safety": "tls" if parts.scheme == "imaps" else "none" if plain else "starttls",
    }


NOTIFY = "https://api.notifications.service.gov.uk"
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
TEMPLATES = {"email": "ALONGSIDE_NOTIFY_EMAIL", "text": "ALONGSIDE_NOTIFY_TEXT", "post": "ALONGSIDE_NOTIFY_LETTER"}


def notify_settings(values: Mapping[str, str]) -> dict[str, Any]:
    """GOV.UK Notify: its key, and the template for each channel that goes that way; without a key, nothing does."""
    key = values.get("ALONGSIDE_NOTIFY_KEY", "").strip()
    if key and not re.fullmatch(rf"\S+-{UUID.pattern}-{UUID.pattern}", key, re.IGNORECASE):
        raise WrongSetting("ALONGSIDE_NOTIFY_KEY does not look like a key of GOV.UK Notify: copy the whole of it.")
    address = values.get("ALONGSIDE_NOTIFY_ADDRESS", "").strip().rstrip("/") or NOTIFY
    if not re.fullmatch(r"https://[^/\s]+|http://(localhost|127\.0\.0\.1)(:\d+)?", address):
        raise WrongSetting(f"ALONGSIDE_NOTIFY_ADDRESS is “{address}”. Leave it out, or write it like {NOTIFY}.")
    given = {channel: values.get(name, "").strip() for channel, name in TEMPLATES.items()}
    templates = {channel: template for channel, template in given.items() if template}
    for channel, template in templates.items():
        if not UUID.fullmatch(template):
            raise WrongSetting(f"{TEMPLATES[channel]} is not the ID of a template: copy it from GOV.UK Notify.")
    if bool(key) != bool(templates):
        raise WrongSetting(f"Set ALONGSIDE_NOTIFY_KEY and at least one of {', '.join(TEMPLATES.values())}, or none.")
    return {"key": key, "address": address, "templates": templates}


def production_problems(settings: Any) -> list[str]:
    """Why this must not be served to the world as it is set; empty when it may, and in development."""
    if settings.MODE != "production":
        return []
    secret = settings.SECRET_KEY
    checks = (
        (secret == settings.DEFAULT_SECRET, "There is no secret key: set ALONGSIDE_SECRET_KEY."),
        (len(secret) < SHORTEST_SECRET, f"The secret key is short: use {SHORTEST_SECRET} characters or more."),
        (settings.DEBUG, "ALONGSIDE_DEBUG is on and shows the inside of the program: take it out."),
        (settings.DEMONSTRATION, "ALONGSIDE_DEMONSTRATION is on and lets anybody become anybody: take it out."),
        (not settings.ALLOWED_HOSTS, "ALONGSIDE_HOSTS is empty: write the names under which the pages are reached."),
        ("*" in settings.ALLOWED_HOSTS, "ALONGSIDE_HOSTS allows every name: write the real ones."),
        (
            not settings.BEHIND_TLS_PROXY,
            "ALONGSIDE_BEHIND_TLS_PROXY is not set: put a server with a certificate (https) in front, and write yes.",
        ),
        (
            "localhost" in settings.ASSUME_PUBLIC_ADDRESS,
            "ALONGSIDE_ADDRESS is not set: links in messages would lead nowhere.",
        ),
        (
            settings.EMAIL_BACKEND.endswith("console.EmailBackend"),
            "ALONGSIDE_MAIL is not set: codes to sign in would reach nobody.",
        ),
        (
            settings.EMAIL_BACKEND.endswith("smtp.EmailBackend") and settings.DEFAULT_FROM_EMAIL.endswith("@localhost"),
            "ALONGSIDE_MAIL_FROM is not set: mail servers turn away letters from localhost. Write your own address.",
        ),
    )
    return [sentence for wrong, sentence in checks if wrong]
