"""Files on pages: chosen, refused with the rest of the form kept, shown, handed out with care."""

from __future__ import annotations

import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from alongside.core.forms import new_token
from alongside.core.tests.test_media import BAD, HERE, SECRET, with_place
from alongside.voice.models import Attachment, Contribution

from .factories import WORDS, new_file, said, said_by_nobody

SAY = "/harbour/say/"
LABEL = "A flip chart: the door is too heavy."


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "media"


def photo(name: str = "beach.jpg", data: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, with_place() if data is None else data, content_type="image/jpeg")


def say(client, **values):
    facts = {"kind": "concern", "words": WORDS, "unit": "", "once": new_token(), **values}
    return client.post(SAY, {name: value for name, value in facts.items() if value is not None})


def test_a_photo_with_a_place_is_kept_without_it(client_as, cast, folder) -> None:
    assert say(client_as("public"), file=photo(), file_label=LABEL).status_code == 303
    (stored,) = folder.iterdir()
    data = stored.read_bytes()
    again = Image.open(io.BytesIO(data))
    assert SECRET not in data and not again.getexif() and not again.getexif().get_ifd(0x8825)
    file = Attachment.objects.get()
    assert (file.label, file.kind, file.contribution.words) == (LABEL, "jpeg", WORDS)


@pytest.mark.parametrize("which", ["empty", "a page that says it is a photo", "a zip bomb", "many dots"])
def test_a_refused_file_gives_the_form_back_filled(client_as, cast, folder, which) -> None:
    data, name, reason = BAD[which]
    answer = say(client_as("public"), file=SimpleUploadedFile(name, data), file_label=LABEL)
    page = answer.content.decode()
    assert answer.status_code == 422 and reason in page
    assert WORDS in page and LABEL in page
    assert not Contribution.objects.exists() and not folder.exists()


def test_too_large_is_said_so_and_fills_no_disk(client_as, cast, settings) -> None:
    settings.FILES = {**settings.FILES, "most_mb": 1}
    large = SimpleUploadedFile("a.wav", b"RIFF" + bytes(1024 * 1024 + 1))
    assert "larger than 1 MB" in say(client_as("public"), file=large, file_label=LABEL).content.decode()


def test_a_file_needs_words_and_a_mistake_elsewhere_says_choose_again(client_as, cast) -> None:
    page = say(client_as("public"), file=photo(), file_label="").content.decode()
    assert "Write in words what is on it." in page
    page = say(client_as("public"), words=" ", file=photo(), file_label=LABEL).content.decode()
    assert "Choose the file again: it was not kept." in page
    page = say(client_as("public"), words=" ").content.decode()
    assert "Choose the file again" not in page


def test_names_are_not_kept(client_as, cast, folder) -> None:
    for name in ("../../etc/passwd.jpg", "photo\u202egpj.exe.jpg", "Jo Bloggs.jpg"):
        words = f"The light in the hall is broken, as on {name}."
        assert say(client_as("public"), words=words, file=photo(name), file_label=LABEL).status_code == 303
    assert all(re.fullmatch(r"[0-9a-z]{26}", path.name) for path in folder.iterdir())
    assert Attachment.objects.count() == 3


def test_it_is_handed_out_under_our_type_and_name(client_as, cast) -> None:
    row = said(cast, files=[new_file()])
    file = row.attachments.get()
    answer = client_as("cora").get(f"/me/said/{row.code}/files/{file.code}/")
    assert answer.content == new_file().file.data
    assert answer["Content-Type"] == "image/jpeg"
    assert answer["Content-Disposition"] == f'inline; filename="photo-{file.code}.jpg"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "no-store"
    assert "sandbox" in answer["Content-Security-Policy"] and "'none'" in answer["Content-Security-Policy"]


def test_documents_are_only_saved(client_as, cast) -> None:
    pdf = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"
    client = client_as("cora")
    say(client, named="yes", file=SimpleUploadedFile("a.pdf", pdf), file_label="The letter.")
    file = Attachment.objects.get()
    at = f"/me/said/{file.contribution.code}/"
    assert client.get(f"{at}files/{file.code}/")["Content-Disposition"].startswith("attachment;")
    assert "Save the document" in client.get(at).content.decode()


@pytest.mark.parametrize(
    ("asked", "status", "part"),
    [
        ("", 200, slice(0, None)),
        ("bytes=0-9", 206, slice(0, 10)),
        ("bytes=100-", 206, slice(100, None)),
        ("bytes=-20", 206, slice(-20, None)),
        ("bytes=0-", 200, slice(0, None)),
        ("bytes=9-1", 200, slice(0, None)),
        ("bytes=0-1,5-6", 200, slice(0, None)),
        ("bytes=999999999999-", 200, slice(0, None)),
        ("bytes=-", 200, slice(0, None)),
    ],
)
def test_players_may_ask_for_a_part(client_as, cast, asked, status, part) -> None:
    client = client_as("cora")
    voice = SimpleUploadedFile("memo.m4a", (HERE / "voice.m4a").read_bytes())
    say(client, named="yes", file=voice, file_label="I say that the door is heavy.")
    file = Attachment.objects.get()
    at = f"/me/said/{file.contribution.code}/files/{file.code}/"
    whole = client.get(at).content
    answer = client.get(at, headers={"range": asked})
    assert (answer.status_code, answer.content) == (status, whole[part])
    assert answer["Content-Type"] == "audio/mp4" and SECRET not in whole


def test_the_holder_of_a_code_sees_adds_and_takes_away(client_as, cast, folder, django_capture_on_commit_callbacks):
    _row, code = said_by_nobody(cast)
    client, at = client_as("public"), f"/harbour/follow/{code}/"
    assert "Add a photo, a recording or a paper" in client.get(at).content.decode()
    answer = client.post(f"{at}attach/", {"file": photo(), "file_label": LABEL, "once": new_token()})
    assert answer.status_code == 303
    file = Attachment.objects.get()
    page = client.get(at).content.decode()
    assert f'alt="{LABEL}"' in page and f"{at}files/{file.code}/take-away/" in page
    given = client.get(f"{at}files/{file.code}/")
    assert given.status_code == 200 and given["Referrer-Policy"] == "no-referrer"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{at}files/{file.code}/take-away/", {"once": new_token()})
    assert client.get(f"{at}files/{file.code}/").status_code == 404 and list(folder.iterdir()) == []


def test_staff_see_it_beside_the_words(client_as, cast) -> None:
    row = said(cast, files=[new_file()])
    page = client_as("manager").get(f"/harbour/voices/{row.code}/").content.decode()
    file = row.attachments.get()
    assert f'<img src="/harbour/voices/{row.code}/files/{file.code}/" alt="{LABEL}"' in page
    assert "take-away" not in page  # it is not theirs


def test_on_the_page_for_everybody_no_file_is_shown(client_as, cast) -> None:
    assert "files/" not in client_as("public").get("/harbour/heard/").content.decode()


def test_written_down_for_somebody_with_a_photo_of_the_flip_chart(client_as, cast) -> None:
    facts = {"who": "group", "group_name": "The Tuesday group", "medium": "paper", "unit": cast.units["team"].code}
    facts |= {"kind": "idea", "words": WORDS, "file": photo(), "file_label": LABEL, "once": new_token()}
    assert client_as("manager").post("/harbour/voices/new/", facts).status_code == 303
    file = Attachment.objects.get()
    assert file.medium == "paper" and file.contribution.group_name == "The Tuesday group"


def test_what_shows_a_change(client_as, cast) -> None:
    from .factories import told
    from .test_changes import changed

    change = changed(cast, told(cast))
    client, at = client_as("manager"), f"/harbour/changes/{change.code}/"
    assert f"{at}attach/" in client.get(at).content.decode()
    client.post(f"{at}attach/", {"file": photo(), "file_label": "The new door.", "once": new_token()})
    file = Attachment.objects.get()
    assert 'alt="The new door."' in client_as("cora").get(at).content.decode()
    client.post(f"{at}files/{file.code}/take-away/", {"once": new_token()})
    assert client.get(f"{at}files/{file.code}/").status_code == 404
