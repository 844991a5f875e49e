"""E-mails of every sort: what is in them, whose words they are, and which no human wrote."""

from __future__ import annotations

from email.message import EmailMessage

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.mailing import read
from alongside.core.mailing.html_text import text_of_html
from alongside.core.mailing.wording import part


def letter(text: str = "The door is heavy.\n", **heads: str) -> EmailMessage:
    made = EmailMessage()
    facts = {"From": "Jo Bloggs <jo@example.net>", "To": "say@example.org", "Subject": "The door", **heads}
    for name, value in facts.items():
        made[name.replace("_", "-")] = value
    made.set_content(text)
    return made


def test_the_words_of_a_plain_e_mail() -> None:
    found = read(letter().as_bytes())
    assert (found.sender, found.subject, found.words.own) == ("jo@example.net", "The door", "The door is heavy.")
    assert found.to == ("say@example.org",) and not found.automatic and not found.files


@pytest.mark.parametrize(
    ("text", "own", "rest"),
    [
        ("Hello.\n\nOn Mon, 2 Mar 2026 at 10:00, Sam <s@x.org> wrote:\n> Old.\n", "Hello.", "> Old."),
        ("Hello.\n\nOn Mon, 2 Mar 2026 at 10:00, Sam Long Name\n<s@x.org> wrote:\n> Old.\n", "Hello.", "> Old."),
        ("> Is it so?\nNo.\n> And this?\nYes.\n", "No.\nYes.", "> Is it so?\n> And this?"),
        ("Hello.\n-- \nJo Bloggs\n01632 960118\n", "Hello.", "Jo Bloggs"),
        ("Hello.\n\n-----Original Message-----\nFrom: Sam\nOld.", "Hello.", "Old."),
        ("Hello.\n\nFrom: Sam\nSent: Monday\nTo: Jo\nOld.", "Hello.", "Old."),
        ("From: the heart, this is what I want to say.\nMore.", "From: the heart", ""),
        ("> Only a quotation.\n", "> Only a quotation.", ""),
    ],
)
def test_their_own_words_and_the_rest(text, own, rest) -> None:
    found = part(text)
    assert found.own.startswith(own) and rest in found.rest
    assert "Old." not in found.own and "01632" not in found.own


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r")))
def test_no_word_is_lost(text: str) -> None:
    found = part(text)
    both = " ".join((found.own, found.rest)).split()
    assert sorted(both) == sorted(text.split())


def test_html_alone_is_read_as_text() -> None:
    html = (
        "<html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script><p>The&nbsp;door is "
        "<b>heavy</b>.</p><ul><li>and</li><li>cold</li></ul><blockquote><div>Old.</div></blockquote></body></html>"
    )
    made = letter()
    made.set_content(html, subtype="html")
    found = read(made.as_bytes())
    assert found.words.own == "The door is heavy.\n\n- and\n\n- cold" and found.words.rest == "> Old."
    assert "alert" not in text_of_html(html)


def test_plain_text_comes_before_html() -> None:
    made = letter()
    made.add_alternative("<p>Something else</p>", subtype="html")
    assert read(made.as_bytes()).words.own == "The door is heavy."


@pytest.mark.parametrize(
    ("charset", "data", "said"),
    [
        ("iso-8859-1", "Grüße".encode("latin-1"), "Grüße"),
        ("utf-8", "Grüße".encode("latin-1"), "Grüße"),  # it says one thing and is another
        ("no-such-charset", "Grüße".encode(), "Grüße"),
        ("utf-8", b"a\xff\xfeb\x00c", "aÿþbc"),
    ],
)
def test_a_broken_charset_loses_no_word(charset, data, said) -> None:
    raw = b"From: a@example.net\r\nContent-Type: text/plain; charset=" + charset.encode() + b"\r\n\r\n" + data
    assert read(raw).words.own == said


def test_a_signature_picture_is_how_it_looks_and_a_photo_is_sent() -> None:
    made = letter()
    made.add_alternative("<p>The door is heavy.</p><img src='cid:logo'>", subtype="html")
    made.get_payload()[1].add_related(bytes(20 * 1024 * 1024), "image", "png", cid="<logo>", filename="logo.png")
    made.add_attachment(b"\xff\xd8\xff photo", "image", "jpeg", filename="../door\u202egpj.jpg")
    found = read(made.as_bytes())
    assert found.words.own == "The door is heavy." and found.decoration == 1
    assert [file.data for file in found.files] == [b"\xff\xd8\xff photo"]


AUTOMATIC = (
    {"Auto-Submitted": "auto-replied"},
    {"Auto-Submitted": "auto-generated; owner=x"},
    {"Precedence": "bulk"},
    {"Precedence": "list"},
    {"List-Id": "<all.example.org>"},
    {"List-Unsubscribe": "<https://example.org>"},
    {"X-Autoreply": "yes"},
    {"Return-Path": "<>"},
    {"Message-ID": "<alongside.mail.0123456789abcdef@example.org>"},
)


@pytest.mark.parametrize("heads", AUTOMATIC, ids=str)
def test_what_no_human_wrote(heads) -> None:
    assert read(letter(**{name.replace("-", "_"): value for name, value in heads.items()}).as_bytes()).automatic


def test_an_answer_to_us_is_from_a_human() -> None:
    found = read(letter(In_Reply_To="<alongside.mail.0123456789abcdef@example.org>", Auto_Submitted="no").as_bytes())
    assert not found.automatic


def notice(status: str = "5.1.1") -> bytes:
    return (
        "From: MAILER-DAEMON@example.net\r\nTo: say@example.org\r\nReturn-Path: <>\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="x"\r\n\r\n'
        "--x\r\nContent-Type: text/plain\r\n\r\nIt did not arrive.\r\n"
        "--x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\n"
        f"Final-Recipient: rfc822; a@b.org\r\nAction: failed\r\nStatus: {status}\r\n\r\n"
        "--x\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <alongside.abcdefgh12@example.org>\r\n\r\n"
        "--x--\r\n"
    ).encode()


@pytest.mark.parametrize(("status", "lasting"), [("5.1.1", True), ("4.2.2", False)])
def test_what_came_back_names_our_message(status, lasting) -> None:
    found = read(notice(status))
    assert "alongside.abcdefgh12@" in found.notice and found.lasting is lasting and found.automatic


def test_that_it_arrived_is_no_failure() -> None:
    assert read(notice("2.0.0")).notice == ""


def test_the_same_e_mail_by_two_ways_is_one_and_other_words_are_another() -> None:
    one = letter(Message_ID="<a@b>").as_bytes()
    assert read(one).key == read(b"Received: by another\r\n" + one).key
    assert read(one).key != read(letter("Other words.", Message_ID="<a@b>").as_bytes()).key


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\r\n\r\n",
        b"\xff\xfe\x00\x00",
        b"From: =?utf-8?q?=FF?= <\r\nTo: @@@\r\nSubject: =?x?x?x?=\r\nDate: never\r\n\r\n",
        b"From: a@example.net\r\nContent-Type: multipart/mixed\r\n\r\nno boundary",
        b"Content-Type: multipart/mixed; boundary=x\r\n\r\n" + b"--x\r\nContent-Type: text/plain\r\n\r\na\r\n" * 3000,
        b"Content-Transfer-Encoding: base64\r\n\r\n!!!!",
        b"From: <a@b.org>, <c@d.org>\r\n\r\nx",
    ],
)
def test_anything_can_be_read(raw) -> None:
    found = read(raw)
    assert len(found.key) == 64 and "\n" not in found.sender


@given(st.binary(max_size=2000))
def test_any_bytes_can_be_read(raw: bytes) -> None:
    read(raw)
