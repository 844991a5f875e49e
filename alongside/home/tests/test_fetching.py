"""E-mail as a way in, against a real mailbox: what is kept, answered, set aside; and a stop at the worst moment."""

from __future__ import annotations

import io
import re
from email.message import EmailMessage

import pytest
from django.core import mail
from PIL import Image

from alongside.config.commands import verify_
from alongside.core.mailing import Box, BoxError
from alongside.core.mailing.box import Where
from alongside.core.tests.test_mailing import AUTOMATIC, letter, notice
from alongside.home.services import writing_back
from alongside.home.services.fetching import fetch
from alongside.organisation import queries as organisations
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Attachment, Contribution, Letterbox, Mail
from alongside.voice.tests.factories import answered
from tests import dovecot

pytestmark = pytest.mark.skipif(not dovecot.installed(), reason="apt-get install dovecot-imapd")


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    made = dovecot.start(tmp_path_factory.mktemp("dovecot"))
    yield made
    made.stop()


@pytest.fixture
def mailbox(server, tmp_path, settings, cast):
    settings.MAIL_IN, settings.MEDIA_ROOT = server.facts, tmp_path
    server.empty()
    return server


def run(mailbox, **facts):
    where = {name: value for name, value in mailbox.facts.items() if name != "address"}
    with Box(Where(**{**where, **facts})) as box:
        return fetch(box)


def to_harbour(text: str = "The door is heavy.\n", **heads: str) -> EmailMessage:
    return letter(text, **{"To": "say+harbour@example.org", **heads})


def code_in(sent) -> str:
    return re.search(r"Your code is ([0-9a-z ]{19})", sent.body)[1]


def test_words_are_kept_answered_and_taken_out_of_the_mailbox(mailbox, cast) -> None:
    mailbox.put(to_harbour("The door is heavy.\n\n-- \nJo\n").as_bytes())
    done = run(mailbox)
    assert (done.kept, done.aside, done.waiting, done.failed) == (1, 0, 0, 0)
    row = Contribution.objects.get()
    assert (row.words, row.about, row.via, row.person_id) == ("The door is heavy.", "The door", "email", None)
    assert row.mail.rest == "-- \nJo" and row.mail.address == "jo@example.net"
    assert mailbox.flags() == []
    (sent,) = mail.outbox
    assert sent.to == ["jo@example.net"] and "Nobody watches this mailbox" in sent.body
    assert sent.extra_headers["Auto-Submitted"] == "auto-replied"
    code = code_in(sent)
    assert queries.contribution_by_follow(cast.org, code, "test").pk == row.pk
    assert code.replace(" ", "") not in str(Contribution.objects.values().get()) + str(Mail.objects.values().get())
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []


def test_a_from_line_signs_nothing(mailbox, cast) -> None:
    mailbox.put(to_harbour(From="Cora Whitlock <cora@example.org>").as_bytes())
    run(mailbox)
    row = Contribution.objects.get()
    assert row.person_id is None and row.recorded_by_id is None and not row.credit


def test_where_it_goes_stands_behind_the_plus(mailbox, cast) -> None:
    box = Letterbox.objects.create(
        organisation=cast.org, title="The kitchen", unit=cast.units["team"], kind="idea", address="k3v9qd"
    )
    mailbox.put(
        to_harbour("One.", To="say+harbour.k3v9qd@example.org").as_bytes(),
        to_harbour("Two.", To=f"Us <SAY+harbour.{cast.units['team'].code}@example.org>").as_bytes(),
        to_harbour("Three.", To="x@y.org", Delivered_To="say+harbour@example.org").as_bytes(),
        to_harbour("Four.", To="say+nobody@example.org").as_bytes(),
        to_harbour("Five.", To="say@example.org").as_bytes(),
    )
    done = run(mailbox)
    found = {row.words: (row.unit_id, row.letterbox_id) for row in Contribution.objects.all()}
    assert found == {
        "One.": (cast.units["team"].pk, box.pk),
        "Two.": (cast.units["team"].pk, None),
        "Three.": (organisations.top_unit(cast.org.pk).pk, None),
    }
    assert done.aside == 2 and sum("Flagged" in flags for flags in mailbox.flags()) == 2


@pytest.mark.parametrize("heads", AUTOMATIC, ids=str)
def test_a_loop_ends_here(mailbox, cast, heads) -> None:
    mailbox.put(to_harbour(**{name.replace("-", "_"): value for name, value in heads.items()}).as_bytes())
    done = run(mailbox)
    assert (done.kept, done.aside, len(mail.outbox)) == (0, 1, 0)
    assert run(mailbox).aside == 0  # a flag is looked at by somebody, not by us again


def test_our_own_addresses_are_never_answered(mailbox, cast, settings) -> None:
    settings.DEFAULT_FROM_EMAIL = "Harbour <alongside@example.org>"
    own = ("say@example.org", "say+harbour@example.org", "alongside@example.org")
    mailbox.put(*(to_harbour(From=address).as_bytes() for address in own))
    assert run(mailbox).aside == 3 and mail.outbox == []


def test_a_program_that_hides_is_stopped_by_the_limit(mailbox, cast) -> None:
    mailbox.put(*(to_harbour(f"I am away, number {number}.").as_bytes() for number in range(25)))
    done = run(mailbox)
    assert (done.kept, done.aside, len(mail.outbox), done.waiting) == (20, 5, 5, 15)
    assert run(mailbox).known == 15 and len(mail.outbox) == 5  # nothing twice; those wait for the hour to pass


def test_the_same_e_mail_twice_is_kept_once_and_two_with_one_name_are_two(mailbox, cast) -> None:
    one = to_harbour(Message_ID="<a@b>").as_bytes()
    other = to_harbour("Something else.", Message_ID="<a@b>").as_bytes()
    mailbox.put(one, b"Received: by another way\r\n" + one, other)
    done = run(mailbox)
    assert (done.kept, done.known, Contribution.objects.count(), len(mail.outbox)) == (2, 1, 2, 2)


@pytest.mark.parametrize("where", ["before it is kept", "before writing back", "before it is taken out"])
def test_a_stop_in_the_middle_loses_nothing_and_keeps_nothing_twice(mailbox, cast, monkeypatch, where) -> None:
    mailbox.put(to_harbour().as_bytes())

    def stop(*args, **kwargs):
        raise KeyboardInterrupt

    target = {
        "before it is kept": ("alongside.voice.services.mails._kept", stop),
        "before writing back": ("alongside.home.services.writing_back.acknowledge", stop),
        "before it is taken out": ("alongside.core.mailing.box.Box.remove", stop),
    }[where]
    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(*target)
        run(mailbox)
    assert "Deleted" not in str(mailbox.flags())
    run(mailbox)
    assert Contribution.objects.count() == 1 and len(mail.outbox) == 1 and mailbox.flags() == []
    assert queries.contribution_by_follow(cast.org, code_in(mail.outbox[0]), "test") == Contribution.objects.get()


def test_a_mail_server_that_is_away_is_tried_again(mailbox, cast, monkeypatch) -> None:
    mailbox.put(to_harbour().as_bytes())
    with monkeypatch.context() as patched:
        patched.setattr(writing_back.EmailMessage, "send", lambda self: (_ for _ in ()).throw(OSError("away")))
        assert run(mailbox).waiting == 1
    done = run(mailbox)
    assert (done.known, done.waiting, len(mail.outbox), mailbox.flags()) == (1, 0, 1, [])


def photo() -> bytes:
    made = io.BytesIO()
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 48.0, 0.0)})
    Image.new("RGB", (20, 10), "orange").save(made, "JPEG", exif=exif)
    return made.getvalue()


def test_a_photo_is_kept_without_its_place_and_what_cannot_be_is_said(mailbox, cast) -> None:
    made = to_harbour()
    made.add_attachment(photo(), "image", "jpeg", filename="door.jpg")
    made.add_attachment(b"PK\x03\x04 bomb", "application", "zip", filename="all.zip")
    mailbox.put(made.as_bytes())
    run(mailbox)
    file = Attachment.objects.get()
    assert file.kind == "jpeg" and file.label.startswith("It came with an e-mail.")
    assert "Not everything that came with it could be kept" in mail.outbox[0].body
    assert "packed files" in mail.outbox[0].body


def test_a_signature_of_twenty_megabytes_is_not_kept(mailbox, cast) -> None:
    made = to_harbour()
    made.add_alternative("<p>The door is heavy.</p><img src='cid:logo'>", subtype="html")
    made.get_payload()[1].add_related(bytes(20 * 1024 * 1024), "image", "png", cid="<logo>")
    mailbox.put(made.as_bytes())
    assert run(mailbox).kept == 1
    assert not Attachment.objects.exists() and Contribution.objects.get().words == "The door is heavy."


def test_forty_thousand_characters_lose_none(mailbox, cast) -> None:
    words = "".join(f"{number:04} and the door is heavy\n" for number in range(1600)).strip()
    mailbox.put(to_harbour(words).as_bytes())
    run(mailbox)
    from alongside.core.media import keeping

    assert len(words) > 40_000 and words.startswith(Contribution.objects.get().words[:19_000])
    assert keeping.read(Attachment.objects.get().file).decode() == words


@pytest.mark.parametrize(("text", "subject", "kept"), [("", "The door is heavy", 1), ("  \n", "", 0), ("👍", "", 1)])
def test_hardly_any_words(mailbox, cast, text, subject, kept) -> None:
    mailbox.put(to_harbour(text, Subject=subject).as_bytes())
    done = run(mailbox)
    assert (done.kept, done.aside) == (kept, 1 - kept)


def test_what_did_not_arrive_comes_back_to_the_outbox(mailbox, cast) -> None:
    facts = {"organisation_number": cast.org.pk, "to_person": cast.people["cora"].pk, "kind": "note"}
    made = Message.objects.create(**facts, subject="x", body="y", state="sent", channel="email", batch="abcdefgh12")
    mailbox.put(notice(), notice().replace(b"abcdefgh12", b"0000000000"))
    done = run(mailbox)
    assert (done.returned, done.aside, Message.objects.get(pk=made.pk).state) == (1, 1, "returned")
    assert len(mailbox.flags()) == 1


def test_its_author_learns_that_there_is_an_answer(mailbox, cast, client_as) -> None:
    mailbox.put(to_harbour(To=f"say+harbour.{cast.units['team'].code}@example.org").as_bytes())
    run(mailbox)
    row = Contribution.objects.get()
    assert row.words in client_as("coordinator").get(f"/harbour/voices/{row.code}/").content.decode()
    answered(row, cast)
    assert run(mailbox).told == 1 and run(mailbox).told == 0
    first, second = mail.outbox
    assert "There is an answer" in second.body and row.words not in second.body
    page = client_as("public").get(re.search(r"https?://[^/]+(\S+/follow/[0-9a-z-]{19}/)", first.body)[1])
    assert "We have taken the car out" in page.content.decode()
    row.refresh_from_db()
    assert row.state == "told"


def test_taken_back_the_address_goes_too_and_it_is_not_kept_anew(mailbox, cast) -> None:
    raw = to_harbour("The door is heavy.\n-- \nJo\n").as_bytes()
    mailbox.put(raw)
    run(mailbox)
    row = Contribution.objects.get()
    services.withdraw(contribution=row, by=queries.holder_of(row))
    left = Mail.objects.get()
    assert (left.address, left.rest, left.sender) == ("", "", "")
    mailbox.put(raw)
    assert run(mailbox).known == 1 and Contribution.objects.count() == 1 and len(mail.outbox) == 1


def test_a_wrong_password_says_so_without_it(mailbox, cast) -> None:
    with pytest.raises(BoxError, match="cannot be opened") as error:
        run(mailbox, password="wrong-secret")
    assert "wrong-secret" not in str(error.value)
    with pytest.raises(BoxError, match="no folder"):
        run(mailbox, folder="Elsewhere")
