"""Settings come from the environment or from one file, `alongside.env`, in the data folder.

The environment wins. A wrong value stops the start with a sentence that says what to write instead.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

YES = {"1", "yes", "true", "on"}
NO = {"0", "no", "false", "off", ""}
MODES = ("development", "production")


class WrongSetting(Exception):
    """A setting cannot be used; the message names it and says what to write."""


def read_file(path: Path) -> dict[str, str]:
    """`NAME=value` a line, `#` for remarks. Raises WrongSetting with the line's number."""
    found: dict[str, str] = {}
    if not path.exists():
        return found
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, sign, value = text.partition("=")
        if not sign:
            raise WrongSetting(f"{path}, line {number}: write NAME=value, found: {text[:40]}")
        found[name.strip()] = value.strip().strip("\"'")
    return found


@dataclass
class Environment:
    """What this installation was told."""

    data: Path
    values: dict[str, str] = field(default_factory=dict)

    @classmethod
    def load(cls) -> Environment:
        data = Path(os.environ.get("ALONGSIDE_DATA", "data")).absolute()
        return cls(data=data, values={**read_file(data / "alongside.env"), **os.environ})

    def text(self, name: str, default: str = "") -> str:
        return self.values.get(name, default)

    def yes(self, name: str, default: bool = False) -> bool:
        value = self.values.get(name)
        if value is None:
            return default
        if value.lower() in YES:
            return True
        if value.lower() in NO:
            return False
        raise WrongSetting(f"{name} is “{value}”. Write yes or no.")

    def number(self, name: str, default: int) -> int:
        value = self.values.get(name, str(default))
        try:
            return int(value)
        except ValueError:
            raise WrongSetting(f"{name} is “{value}”. Write a whole number.") from None

    def mode(self) -> str:
        value = self.text("ALONGSIDE_MODE", "development")
        if value not in MODES:
            raise WrongSetting(f"ALONGSIDE_MODE is “{value}”. Write one of: {', '.join(MODES)}.")
        return value

    def hosts(self) -> list[str]:
        return [h.strip() for h in self.text("ALONGSIDE_HOSTS").split(",") if h.strip()]

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
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
        },
    }


def postgres(url: str) -> dict[str, object]:
    """postgresql://user:password@host:port/name; a socket folder may stand in `?host=`."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"} or not parts.path.strip("/"):
        raise WrongSetting("DATABASE_URL must look like postgresql://user:password@host:5432/name.")
    extra = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": extra.pop("host", parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "OPTIONS": extra,
    }


def mail_settings(url: str) -> dict[str, object]:
    """smtp://user:password@host:587 (STARTTLS), smtps://…:465 (TLS), console: or file:///folder."""
    if url in {"", "console:"}:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    parts = urlsplit(url)
    if parts.scheme == "file":
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": parts.path,
        }
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
        raise WrongSetting("ALONGSIDE_MAIL must look like smtp://user:password@host:587.")
    plain = "tls=no" in parts.query
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if parts.scheme == "smtps" else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp" and not plain,
        "EMAIL_TIMEOUT": 20,
    }
