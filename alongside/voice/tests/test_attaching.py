"""Files beside words and changes: kept, sealed, handed out to those who may read the words, gone with them."""

from __future__ import annotations

import base64

import pytest
from django.db import transaction

from alongside.audit import queries as audit
from alongside.audit.models import Event
from alongside.config.commands import verify_
from alongside.core.errors import NotYours, Refused
from alongside.core.media import keeping
from alongside.home.services.forgetting import everything_about
from alongside.home.services.tasks import run_tasks
from alongside.voice import personal, queries, services
from alongside.voice.models import Attachment, Reading
from alongside.voice.shapes import Uses

from .factories import for_them, fresh, new_file, raised, said, said_by_nobody, told
from .test_changes import changed

pytestmark = pytest.mark.usefixtures("locks_in_order")


@pytest.fixture(autouse=True)
def folder(tmp_path, settings):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path / "media"


def on_disk(folder) -> list[str]:
    return sorted(path.name for path in folder.glob("*"))


def findings(cast) -> list[str]:
    return [finding["message"] for finding in verify_.check(cast.org.pk, "harbour", "")["findings"]]


def test_a_file_comes_with_the_words_and_is_sealed(cast, folder) -> None:
    row = said(cast, files=[new_file()])
    file = row.attachments.get()
    assert on_disk(folder) == [file.file] and keeping.read(file.file) == new_file().file.data
    event = Event.objects.get(name="file_added")
    assert (event.target, event.actor_id) == (file.code, cast.users["cora"].pk)
    assert findings(cast) == []


@pytest.mark.parametrize(
    ("go_behind", "found"),
    [
        (lambda row: keeping.path_of(row.file).write_bytes(b"another"), "was changed after it was kept"),
        (lambda row: keeping.path_of(row.file).unlink(), "is gone"),
        (lambda row: Attachment.objects.update(label="Something else."), "was changed after it was written"),
        (lambda row: Attachment.objects.update(digest="0" * 64), "was changed after it was written"),
        (lambda row: Attachment.objects.all().delete(), "is gone"),
    ],
)
def test_whoever_goes_behind_it_is_found_out(cast, go_behind, found) -> None:
    go_behind(said(cast, files=[new_file()]).attachments.get())
    assert any(found in message for message in findings(cast))


def test_taking_words_back_takes_the_files(cast, folder, django_capture_on_commit_callbacks) -> None:
    row = said(cast, files=[new_file(), new_file("The second.")])
    with django_capture_on_commit_callbacks(execute=True):
        services.withdraw(contribution=row, by=cast.actor("cora"))
    assert on_disk(folder) == []
    left = Attachment.objects.first()
    assert (left.file, left.digest, left.salt, left.label) == ("", "", "", "") and left.removed_on
    assert findings(cast) == []
    assert not any("flip chart" in str(content) for content in audit.facts_named(cast.org.pk, "voice", "file_added"))


def test_a_withdrawal_that_is_undone_keeps_the_file(cast, folder) -> None:
    row = said(cast, files=[new_file()])
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        services.withdraw(contribution=row, by=cast.actor("cora"))
        1 / 0  # noqa: B018
    assert len(on_disk(folder)) == 1 and findings(cast) == []


def test_being_forgotten_takes_them_and_a_copy_has_them(cast, folder, django_capture_on_commit_callbacks) -> None:
    said(cast, files=[new_file()])
    person = cast.people["cora"]
    listed = everything_about(person)["voice"][0]["files"]
    assert listed[0]["what_is_on_it"].startswith("A flip chart")
    assert base64.b64decode(listed[0]["content"]) == new_file().file.data
    with django_capture_on_commit_callbacks(execute=True):
        personal.erase(person.pk, cast.actor("cora"))
    assert on_disk(folder) == [] and findings(cast) == []


def test_what_is_refused_leaves_nothing_on_the_disk(cast, folder) -> None:
    with pytest.raises(Refused, match="in words what is on it"):
        said(cast, files=[new_file(), new_file(" ")])
    with pytest.raises(Refused, match="5 files already"):
        said(cast, files=[new_file(str(number)) for number in range(6)])
    assert on_disk(folder) == [] and not Attachment.objects.exists()


def test_what_no_row_points_at_is_swept(cast, folder) -> None:
    said(cast, files=[new_file()])
    lost = keeping.write(b"lost")
    keeping.path_of(lost).touch()
    import os

    os.utime(keeping.path_of(lost), (1, 1))
    assert run_tasks()["files without a home removed"] == 1
    assert lost not in on_disk(folder) and len(on_disk(folder)) == 1


def test_its_author_adds_one_later_and_it_is_read_again(cast) -> None:
    row = said(cast)
    services.read(contribution=row, by=cast.actor("staff"))
    services.attach(contribution=row, file=new_file(), by=cast.actor("cora"))
    row = fresh(row)
    assert row.read_on is None and row.version > 1
    services.read(contribution=row, by=cast.actor("manager"))
    assert Reading.objects.filter(contribution=row).count() == 2


def test_nobody_adds_for_the_author_without_saying_how_they_know(cast) -> None:
    row = said(cast)
    for who in ("staff", "coordinator", "dev", "public"):
        with pytest.raises(Refused, match="Only the one who said it"):
            services.attach(contribution=row, file=new_file(), by=cast.actor(who))
    made = services.attach(contribution=row, file=new_file(), by=for_them(cast))
    assert made.medium == "phone"


def test_nothing_is_added_to_what_was_taken_back(cast) -> None:
    row = services.withdraw(contribution=said(cast), by=cast.actor("cora"))
    with pytest.raises(Refused, match="taken it back"):
        services.attach(contribution=row, file=new_file(), by=cast.actor("cora"))


def test_one_file_is_taken_away_by_its_author(cast, folder, django_capture_on_commit_callbacks) -> None:
    row = said(cast, files=[new_file(), new_file("The second.")])
    first = row.attachments.first()
    with pytest.raises(Refused, match="Only the one who said it"):
        services.remove_file(attachment=first, by=cast.actor("manager"))
    with django_capture_on_commit_callbacks(execute=True):
        services.remove_file(attachment=first, by=cast.actor("cora"))
    assert len(on_disk(folder)) == 1 and [one.label for one in queries.files_of(row)] == ["The second."]
    with pytest.raises(Refused, match="taken away before"):
        services.remove_file(attachment=first, by=cast.actor("cora"))
    with pytest.raises(NotYours):
        queries.file_of(row, first.code)
    assert findings(cast) == []


def test_what_shows_a_change_is_added_by_those_who_answer_there(cast) -> None:
    change = changed(cast, told(cast))
    with pytest.raises(Refused):
        services.attach_evidence(change=change, files=[new_file()], by=cast.actor("cora"))
    made = services.attach_evidence(change=change, files=[new_file()], by=cast.actor("manager"))
    assert queries.evidence_for(cast.actor("cora"), change.code, made[0].code) == made[0]
    services.remove_file(attachment=made[0], by=cast.actor("manager"))
    assert findings(cast) == []


def test_words_that_may_not_be_used_inside_hide_their_files(cast, client_as) -> None:
    row = said(cast, uses=Uses(inside=False), files=[new_file()])
    at = f"/harbour/voices/{row.code}/files/{row.attachments.get().code}/"
    assert client_as("manager").get(at).status_code == 200
    assert client_as("board").get(at).status_code == 404
    assert "flip chart" not in client_as("board").get(f"/harbour/voices/{row.code}/").content.decode()


def test_before_the_safeguarding_lead_it_is_nowhere_else(cast, client_as) -> None:
    concern = raised(cast, files=[new_file()])
    file = Attachment.objects.get()
    own, here = f"/harbour/voices/{concern.contribution.code}/", f"/harbour/safeguarding/{concern.code}/"
    for who in ("staff", "manager", "coordinator", "board", "public"):
        assert client_as(who).get(f"{own}files/{file.code}/").status_code == 404
        assert client_as(who).get(f"{here}files/{file.code}/").status_code == 404
    assert client_as("safeguarding").get(f"{here}files/{file.code}/").status_code == 200
    assert "flip chart" in client_as("safeguarding").get(here).content.decode()
    log = client_as("coordinator").get(f"/harbour/record/?about={file.code}").content.decode()
    assert "file_added" not in log and "Nothing matches" in log


def test_a_file_is_found_only_beside_its_own_words(cast, client_as) -> None:
    said(cast, files=[new_file()])
    file, other = Attachment.objects.get(), said(cast)
    assert client_as("cora").get(f"/me/said/{other.code}/files/{file.code}/").status_code == 404
    _row, code = said_by_nobody(cast)
    assert client_as("public").get(f"/harbour/follow/{code}/files/{file.code}/").status_code == 404
