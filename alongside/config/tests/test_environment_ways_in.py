"""The settings of files and of the mailbox: what is taken, and what stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from alongside.config.environment import Environment, WrongSetting


def env(**values: str) -> Environment:
    return Environment(Path("nowhere"), {f"ALONGSIDE_{name}": value for name, value in values.items()})


def test_files_have_good_defaults_and_can_be_narrowed() -> None:
    assert env().files() == {"most_mb": 20, "most": 5, "families": ("photo", "recording", "document")}
    assert env(FILE_KINDS="photo", FILE_MB="5", FILES="0").files() == {"most_mb": 5, "most": 0, "families": ("photo",)}


def test_a_mailbox_with_a_password_of_any_letters() -> None:
    found = env(MAIL_IN="imaps://say%40example.org:a%3Ab%2Fc@mail.example.org/In%20box").mail_in()
    assert (found["address"], found["password"], found["folder"]) == ("say@example.org", "a:b/c", "In box")
    assert (found["port"], found["safety"]) == (993, "tls")
    assert env(MAIL_IN="imap://u:p@h", MAIL_IN_ADDRESS="Say@example.org").mail_in()["address"] == "say@example.org"
    assert env().mail_in() == {"address": ""}


@pytest.mark.parametrize(
    "values",
    [
        {"FILE_MB": "0"},
        {"FILE_MB": "99"},
        {"FILE_KINDS": "photo,film"},
        {"MAIL_IN": "pop3://u:p@h"},
        {"MAIL_IN": "imaps://h/INBOX"},
        {"MAIL_IN": "imaps://u:p@h:port"},
        {"MAIL_IN": "imaps://u:p@h"},  # whose address is it?
        {"MAIL_IN": "imaps://u:p@h", "MAIL_IN_ADDRESS": "say+harbour@example.org"},
        {"MAIL_IN_ADDRESS": "say@example.org"},
    ],
    ids=str,
)
def test_a_wrong_value_stops_the_start_without_the_password(values) -> None:
    with pytest.raises(WrongSetting) as error:
        both = env(**values)
        both.files()
        both.mail_in()
    assert ":p@" not in str(error.value)
