"""Settings: every wrong value is answered with a sentence that says what to write instead."""

import re
import stat
from pathlib import Path
from types import SimpleNamespace

import pytest

from alongside.config import environment
from alongside.config.environment import Environment, WrongSetting

ROOT = Path(__file__).parents[3]


def env(**values: str) -> Environment:
    return Environment(Path("/nowhere"), values)


@pytest.mark.parametrize(
    ("values", "read", "said"),
    [
        ({"ALONGSIDE_MODE": "prod"}, lambda e: e.mode(), "Write one of: development, production."),
        ({"ALONGSIDE_DEBUG": "maybe"}, lambda e: e.yes("ALONGSIDE_DEBUG"), "Write yes or no."),
        ({"ALONGSIDE_PROXIES": "one"}, lambda e: e.number("ALONGSIDE_PROXIES", 0), "Write a whole number."),
        ({"ALONGSIDE_PROXIES": "-1"}, lambda e: e.number("ALONGSIDE_PROXIES", 0), "Write a whole number."),
        ({"ALONGSIDE_PROXIES": "²"}, lambda e: e.number("ALONGSIDE_PROXIES", 0), "Write a whole number."),
        ({"ALONGSIDE_LOG": "loud"}, lambda e: e.log_level(), "Write one of: DEBUG, INFO"),
        ({"ALONGSIDE_ADDRESS": "alongside.example.org"}, lambda e: e.address(), "like https://"),
        ({"ALONGSIDE_ADDRESS": "ftp://example.org"}, lambda e: e.address(), "like https://"),
        ({"ALONGSIDE_HOSTS": "https://example.org"}, lambda e: e.hosts(), "without https://"),
        ({"ALONGSIDE_HOSTS": "example.org:8000"}, lambda e: e.hosts(), "without a port"),
        ({"ALONGSIDE_HOSTS": "one two"}, lambda e: e.hosts(), "commas between them"),
        ({"DATABASE_URL": "mysql://a@b/c"}, lambda e: e.database(), "must look like postgresql://"),
        ({"DATABASE_URL": "postgresql://host"}, lambda e: e.database(), "must look like postgresql://"),
        ({"DATABASE_URL": "postgresql://h:port/name"}, lambda e: e.database(), "must look like postgresql://"),
        ({"DATABASE_URL": "postgresql://h:99999/name"}, lambda e: e.database(), "must look like postgresql://"),
        ({"ALONGSIDE_MAIL": "mail.example.org"}, lambda e: e.mail(), "must look like smtp://"),
        ({"ALONGSIDE_MAIL": "smtp://"}, lambda e: e.mail(), "must look like smtp://"),
        ({"ALONGSIDE_MAIL": "smtp://host:many"}, lambda e: e.mail(), "must look like smtp://"),
        ({"ALONGSIDE_MAIL": "file://"}, lambda e: e.mail(), "must look like smtp://"),
        ({"ALONGSIDE_MAIL": "http://[broken"}, lambda e: e.mail(), "must look like smtp://"),
    ],
)
def test_what_is_wrong_and_what_to_write(values, read, said) -> None:
    with pytest.raises(WrongSetting, match=re.escape(said)) as wrong:
        read(env(**values))
    assert next(iter(values)) in str(wrong.value)


@pytest.mark.parametrize(
    ("values", "read", "expected"),
    [
        ({}, lambda e: e.mode(), "development"),
        ({"ALONGSIDE_MODE": " production "}, lambda e: e.mode(), "production"),
        ({}, lambda e: e.yes("ALONGSIDE_DEBUG"), False),
        ({"ALONGSIDE_DEBUG": "YES"}, lambda e: e.yes("ALONGSIDE_DEBUG"), True),
        ({"ALONGSIDE_DEBUG": ""}, lambda e: e.yes("ALONGSIDE_DEBUG", default=True), False),
        ({"ALONGSIDE_PROXIES": ""}, lambda e: e.number("ALONGSIDE_PROXIES", 2), 2),
        ({"ALONGSIDE_PROXIES": "3"}, lambda e: e.number("ALONGSIDE_PROXIES", 2), 3),
        ({"ALONGSIDE_LOG": "INFO"}, lambda e: e.log_level(), "INFO"),
        ({}, lambda e: e.address(), "http://localhost:8000"),
        ({"ALONGSIDE_ADDRESS": "https://a.example/"}, lambda e: e.address(), "https://a.example"),
        ({}, lambda e: e.hosts(), []),
        ({"ALONGSIDE_HOSTS": "a.example, .b.example,[::1]"}, lambda e: e.hosts(), ["a.example", ".b.example", "[::1]"]),
    ],
)
def test_what_is_right(values, read, expected) -> None:
    assert read(env(**values)) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("smtp://u:p%40ss@mail.example:25", {"EMAIL_PORT": 25, "EMAIL_HOST_PASSWORD": "p@ss", "EMAIL_USE_TLS": True}),
        ("smtp://mail.example", {"EMAIL_PORT": 587, "EMAIL_HOST_USER": "", "EMAIL_USE_SSL": False}),
        ("smtps://mail.example", {"EMAIL_PORT": 465, "EMAIL_USE_SSL": True, "EMAIL_USE_TLS": False}),
        ("smtp://127.0.0.1:1025?tls=no", {"EMAIL_PORT": 1025, "EMAIL_USE_TLS": False, "EMAIL_TIMEOUT": 20}),
        ("file:///var/mail%20box", {"EMAIL_FILE_PATH": "/var/mail box"}),
        ("console:", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}),
        ("", {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}),
    ],
)
def test_mail(url, expected) -> None:
    made = env(ALONGSIDE_MAIL=url).mail()
    assert {name: made[name] for name in expected} == expected


def test_databases() -> None:
    made = env(DATABASE_URL="postgresql://al%40x:s%2Fcret@db.example:5433/along?sslmode=require").database()
    assert made["NAME"] == "along"
    assert (made["USER"], made["PASSWORD"], made["HOST"], made["PORT"]) == ("al@x", "s/cret", "db.example", "5433")
    assert made["OPTIONS"]["sslmode"] == "require"
    socket = env(DATABASE_URL="postgresql:///along?host=/run/pg").database()
    assert socket["HOST"] == "/run/pg" and set(socket["OPTIONS"]) == {"server_side_binding", "prepare_threshold"}
    assert env().database()["NAME"] == "/nowhere/alongside.sqlite3"


# The file.


def test_the_file(tmp_path) -> None:
    path = tmp_path / "alongside.env"
    assert environment.read_file(path) == {}
    path.write_text("\ufeff# remark\n\n ALONGSIDE_HOSTS = 'a.example' \nDATABASE_URL=postgresql://h/n?a=b\n", "utf-8")
    assert environment.read_file(path) == {"ALONGSIDE_HOSTS": "a.example", "DATABASE_URL": "postgresql://h/n?a=b"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"ALONGSIDE_HOSTS=a\nALONGSIDE_DEBUG yes\n", "line 2: write NAME=value, found: ALONGSIDE_DEBUG yes"),
        (b"ALONGSIDE_HOST=a\n", "line 1: There is no setting ALONGSIDE_HOST. Did you mean ALONGSIDE_HOSTS?"),
        (b"alongside_mail=smtp://h\n", "Did you mean ALONGSIDE_MAIL?"),
        (b"PATH=/usr/bin\n", "There is no setting PATH"),
        (b"\xff\xfeA\x00L\x00", "save it as plain text (UTF-8)"),
    ],
)
def test_a_wrong_file(tmp_path, text, said) -> None:
    path = tmp_path / "alongside.env"
    path.write_bytes(text)
    with pytest.raises(WrongSetting, match=re.escape(said)):
        environment.read_file(path)


def test_the_environment_wins(tmp_path, monkeypatch) -> None:
    (tmp_path / "alongside.env").write_text("ALONGSIDE_HOSTS=file.example\nALONGSIDE_LOG=INFO\n")
    monkeypatch.setenv("ALONGSIDE_DATA", str(tmp_path))
    monkeypatch.setenv("ALONGSIDE_HOSTS", "env.example")
    loaded = Environment.load()
    assert (loaded.data, loaded.hosts(), loaded.log_level()) == (tmp_path, ["env.example"], "INFO")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("ALONGSIDE_HOST", "Did you mean ALONGSIDE_HOSTS?"),
        ("ALONGSIDE_SECRETKEY", "Did you mean ALONGSIDE_SECRET_KEY?"),
        ("ALONGSIDE_EMAIL", "Did you mean ALONGSIDE_MAIL?"),
        ("ALONGSIDE_XYZZYQ_PLUGH_9", "There is no setting"),
    ],
)
def test_a_misspelt_name_stops_the_start(monkeypatch, name, hint) -> None:
    monkeypatch.setenv(name, "x")
    with pytest.raises(WrongSetting, match=re.escape(hint)):
        Environment.load()


# The key.


def test_the_key_is_made_once(tmp_path) -> None:
    data = tmp_path / "new"
    assert Environment(data).secret_key() == ""
    path = environment.make_key(data)
    first = path.read_text()
    environment.make_key(data)
    assert path.read_text() == first
    assert len(first) >= 60
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert Environment(data).secret_key() == first
    assert Environment(data, {"ALONGSIDE_SECRET_KEY": "given"}).secret_key() == "given"


# Before serving to the world.

SAFE = {
    "MODE": "production",
    "DEFAULT_SECRET": "the-default",
    "SECRET_KEY": "s" * 50,
    "DEBUG": False,
    "DEMONSTRATION": False,
    "ALLOWED_HOSTS": ["alongside.example.org"],
    "BEHIND_TLS_PROXY": True,
    "ASSUME_PUBLIC_ADDRESS": "https://alongside.example.org",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "DEFAULT_FROM_EMAIL": "alongside@example.org",
}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({}, []),
        ({"SECRET_KEY": "the-default"}, ["no secret key", "short"]),
        ({"SECRET_KEY": "short"}, ["short"]),
        ({"DEBUG": True}, ["ALONGSIDE_DEBUG"]),
        ({"DEMONSTRATION": True}, ["ALONGSIDE_DEMONSTRATION"]),
        ({"ALLOWED_HOSTS": []}, ["ALONGSIDE_HOSTS is empty"]),
        ({"ALLOWED_HOSTS": ["*"]}, ["every name"]),
        ({"BEHIND_TLS_PROXY": False}, ["ALONGSIDE_BEHIND_TLS_PROXY"]),
        ({"ASSUME_PUBLIC_ADDRESS": "http://localhost:8000"}, ["ALONGSIDE_ADDRESS"]),
        ({"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}, ["ALONGSIDE_MAIL"]),
        ({"DEFAULT_FROM_EMAIL": "alongside@localhost"}, ["ALONGSIDE_MAIL_FROM"]),
    ],
)
def test_what_is_not_safe(change, said) -> None:
    found = environment.production_problems(SimpleNamespace(**{**SAFE, **change}))
    assert len(found) == len(said)
    for sentence, words in zip(found, said, strict=True):
        assert words in sentence
        assert sentence.endswith(".")


def test_at_home_anything_goes() -> None:
    everything = {**SAFE, "MODE": "development", "DEBUG": True, "SECRET_KEY": "the-default", "ALLOWED_HOSTS": []}
    assert environment.production_problems(SimpleNamespace(**everything)) == []


# The page about it.


def test_every_setting_is_on_the_page() -> None:
    page = (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `([A-Z_]+)`", page, re.MULTILINE)) == set(environment.KNOWN)


def test_every_setting_is_known() -> None:
    """Whatever the code asks for by name is a setting that check_known lets through."""
    sources = (ROOT / "alongside").glob("**/*.py")
    named = {name for path in sources for name in re.findall(r"\"(ALONGSIDE_[A-Z_]+)\"", path.read_text("utf-8"))}
    named -= set(re.findall(r"\"(ALONGSIDE_[A-Z_0-9]+)\"", Path(__file__).read_text("utf-8")))
    assert named - set(environment.KNOWN) - {environment.PREFIX} == set()


UUID = "0a1b2c3d-0000-4000-8000-0123456789ab"
NOTIFY_KEY = f"our-key-{UUID}-{UUID}"


def test_notify_is_off_until_it_is_set() -> None:
    assert env().notify() == {"key": "", "address": environment.NOTIFY, "templates": {}}
    found = env(ALONGSIDE_NOTIFY_KEY=NOTIFY_KEY, ALONGSIDE_NOTIFY_TEXT=UUID).notify()
    assert (found["key"], found["templates"]) == (NOTIFY_KEY, {"text": UUID})


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"ALONGSIDE_NOTIFY_KEY": "secret", "ALONGSIDE_NOTIFY_TEXT": UUID}, "copy the whole of it"),
        ({"ALONGSIDE_NOTIFY_KEY": NOTIFY_KEY}, "at least one of"),
        ({"ALONGSIDE_NOTIFY_TEXT": UUID}, "Set ALONGSIDE_NOTIFY_KEY"),
        ({"ALONGSIDE_NOTIFY_KEY": NOTIFY_KEY, "ALONGSIDE_NOTIFY_EMAIL": "welcome"}, "not the ID of a template"),
        ({"ALONGSIDE_NOTIFY_ADDRESS": "http://example.org"}, "Leave it out"),
    ],
)
def test_what_of_notify_is_wrong(values, said) -> None:
    with pytest.raises(WrongSetting, match=said) as wrong:
        env(**values).notify()
    assert NOTIFY_KEY not in str(wrong.value)
