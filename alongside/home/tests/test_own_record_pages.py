"""The pages of somebody's own record, and the one on which anybody checks it."""

import json
import re
import subprocess
import time
from datetime import date
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import paper
from alongside.home.queries import own_record as queries
from alongside.organisation import services as organisations
from alongside.people import services as people
from alongside.voice.tests.factories import answered, said
from tests import make

WORDS = "Fatima فاطمة الزهراء, Nguyễn Thị Hồng Ánh 😀"
DOC = Path(__file__).parents[3] / "docs" / "checking-a-record.md"


def text(response) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


@pytest.fixture
def url(cast) -> str:
    return f"/me/record/{cast.people['cora'].code}/"


@pytest.fixture
def lived(cast):
    opportunity = make.opportunity(cast, state="filled")
    make.attended(make.meeting(cast, opportunity), make.place(cast, "cora", opportunity, role=5))
    row = said(cast, words=WORDS)
    answered(row, cast)
    return row


def everything(cast, **values) -> dict:
    lines = queries.lines_of(cast.people["cora"])
    posted = {"part": ["did", "said", "changed", "learned"], "line": [line.key for line in lines]}
    return {**posted, "name": "Cora Whitlock", "services": "with", **values}


def seen(response) -> str:
    return re.search(r'name="seen" value="(\w+)"', response.content.decode())[1]


def taken(client, url, posted, step="file"):
    return client.post(url, {**posted, "step": step, "seen": seen(client.post(url, posted))})


def test_choose_look_and_take_the_file(cast, lived, client_as, url) -> None:
    client = client_as("cora")
    assert "Only you can see this page" in text(client.get("/me/record/"))
    posted = everything(cast, **{f"words-said-{lived.code}": "I am proud\nof this. <b>"})
    preview = client.post(url, posted)
    assert "I am proud of this. &lt;b&gt;" in text(preview) and "The paper cannot show these letters" in text(preview)
    assert "😀" in text(preview) and preview["Cache-Control"] == "no-store"
    file = taken(client, url, posted)
    assert file["Content-Disposition"].endswith('.json"') and file["Cache-Control"] == "no-store"
    found = json.loads(file.content)["record"]
    assert found["address"].endswith("/harbour/") and WORDS in file.content.decode()
    checked = client_as("public").post("/harbour/record-check/", {"file": SimpleUploadedFile("a.json", file.content)})
    assert "True and unchanged. Harbour House signed this on" in text(checked) and "I am proud of this." in text(
        checked
    )
    pasted = client_as("public").post("/harbour/record-check/", {"text": file.content.decode().replace("Cora", "Dora")})
    assert "Changed after it was signed" in text(pasted) and "Dora" not in text(pasted).split("Or paste")[0]


def test_the_paper_is_tagged_and_has_a_title_and_a_language(cast, lived, client_as, url) -> None:
    posted = everything(cast, **{"words-did": "فاطمة الزهراء"})
    response = taken(client_as("cora"), url, posted, "paper")
    pdf = response.content
    assert pdf.startswith(b"%PDF-") and response["Content-Type"] == "application/pdf"
    for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang(en-GB)", b"/DisplayDocTitle true", b"pdfuaid:part"):
        assert mark in pdf, mark
    assert pdf.count(b"+NotoSans") >= 2


def test_what_changed_meanwhile_is_shown_again(cast, client_as, url) -> None:
    row = said(cast, words="Still waiting.")
    client, posted = client_as("cora"), everything(cast)
    before = seen(client.post(url, posted))
    answered(row, cast)
    again = client.post(url, {**posted, "step": "paper", "seen": before})
    assert "Something in it has changed since you looked" in text(again) and "We have taken the car" in text(again)
    assert client.post(url, {**posted, "step": "paper", "seen": seen(again)})["Content-Type"] == "application/pdf"


def test_change_something_keeps_what_was_chosen(cast, lived, client_as, url) -> None:
    posted = everything(cast, part=["said"], services="without", step="change", **{"words-said": "Mine."})
    page = client_as("cora").post(url, posted).content.decode()
    assert ">Mine.</textarea>" in page and 'value="said" id="part-said" checked' in page
    assert 'id="part-did" checked' not in page


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"part": []}, "Choose at least one line."),
        ({"line": ["said-nothing", "place-"]}, "Choose at least one line."),
        ({"name": "Somebody Else"}, "Choose an answer"),
        ({"words-did": "x" * 301}, "can be 300 letters long"),
    ],
)
def test_bad_input(cast, lived, client_as, url, values, told) -> None:
    response = client_as("cora").post(url, everything(cast, **values))
    assert response.status_code == 422 and (told in text(response) or "put right" in text(response))


def test_nobody_else_opens_it(cast, lived, client_as, url) -> None:
    for who in ("dev", "coordinator", "manager", "administrator"):
        assert client_as(who).get(url).status_code == 404
        assert client_as(who).post(url, {**everything(cast), "step": "file"}).status_code == 404


def test_no_word_that_contributors_never_see(cast, lived, client_as, url) -> None:
    client = client_as("cora")
    for page in (client.get(url), client.post(url, everything(cast)), client.get("/me/")):
        shown = text(page)
        for word in ("client", "case", "user", "record", "submit", "stakeholder"):
            assert not re.search(rf"\b{word}s?\b", shown, re.IGNORECASE), word


def test_nothing_yet(cast, client_as, url) -> None:
    page = text(client_as("cora").get(url))
    assert "There is nothing here yet" in page and "See how it will be" not in page
    assert client_as("cora").post(url, everything(cast)).status_code == 422


def test_whoever_leaves_is_offered_it_first_and_has_it_afterwards(cast, lived, client_as, url) -> None:
    client, own = client_as("cora"), f"/me/about/{cast.people['cora'].code}/"
    for page in (f"{own}leave/", f"{own}forget/", own, "/me/"):
        assert "/me/record/" in client.get(page).content.decode(), page
    people.move_person(person=cast.people["cora"], to="left", by=cast.actor("cora"))
    assert "Take with me what I did" in text(client.get(own))
    assert json.loads(taken(client, url, everything(cast)).content)["record"]["person"] == "Cora Whitlock"


def test_the_check_page_knows_a_paper_a_broken_and_a_huge_file(client_as) -> None:
    client, url = client_as("public"), "/harbour/record-check/"
    assert client.post(url, {}).status_code == 422
    for content in (b"%PDF-1.7", b"\x00\xff" * 999, b"{" * 70_000):
        told = text(client.post(url, {"file": SimpleUploadedFile("x.json", content)}))
        assert "This is not such a file, or it is broken" in told
    huge = client.post(url, {"file": SimpleUploadedFile("x.json", b"0" * (10 * 1024 * 1024 + 1))})
    assert huge.status_code == 422 and "larger than 10 MB" in text(huge)
    assert client.post(url, {"text": "0" * 3_000_000}).status_code in (400, 413, 422)


def test_the_key_is_published(cast, client_as) -> None:
    client = client_as("public")
    assert "We have not signed anything yet" in text(client.get("/harbour/key/"))
    key = organisations.new_key(by=cast.actor("administrator"))
    assert key.public.split()[3][:20] in text(client.get("/harbour/key/"))
    assert client.get(f"/harbour/key/{key.code}/").content.decode() == key.public
    organisations.new_key(by=cast.actor("administrator"), stolen=True)
    assert "Do not rely on this key" in text(client.get("/harbour/key/"))


def test_anybody_can_check_it_without_us(cast, lived, client_as, url, tmp_path) -> None:
    """The very commands of docs/checking-a-record.md."""
    file = taken(client_as("cora"), url, everything(cast))
    (tmp_path / "my-record.json").write_bytes(file.content)
    key = client_as("public").get(f"/harbour/key/{json.loads(file.content)['record']['key']}/")
    (tmp_path / "key.pem").write_bytes(key.content)
    commands = re.search(r"```sh\n(.*?)```", DOC.read_text(), re.DOTALL)[1]
    run = {"shell": True, "cwd": tmp_path, "capture_output": True, "text": True}
    assert "Signature Verified Successfully" in subprocess.run(commands, check=True, **run).stdout
    (tmp_path / "my-record.json").write_text(file.content.decode().replace("Cora", "Dora"))
    assert "Signature Verified" not in subprocess.run(commands, check=False, **run).stdout


def test_five_hundred_lines(cast, client_as, url, django_assert_max_num_queries) -> None:
    """And what it costs: as many questions as for one line."""
    for number in range(500):
        make.contribution(cast, words=f"{number} قلت إنه يجب أن يكون هناك مصعد.", said_on=date(2026, 1, 1))
    client = client_as("cora")
    client.get(url)
    posted = everything(cast, **{f"words-{line.key}": WORDS * 5 for line in queries.lines_of(cast.people["cora"])})
    started = time.monotonic()
    with django_assert_max_num_queries(15):
        assert client.post(url, posted).status_code == 200
    pdf = taken(client, url, posted, "paper")
    assert pdf["Content-Type"] == "application/pdf" and time.monotonic() - started < 15


def test_what_it_costs(cast, lived, client_as, url, django_assert_max_num_queries) -> None:
    client = client_as("cora")
    client.get(url)
    with django_assert_max_num_queries(15):
        assert client.get(url).status_code == 200


def test_letters_that_cannot_be_drawn_are_boxes() -> None:
    assert paper.cannot_show("Nguyễn فاطمة Łódź 😀😀 中") == ["😀", "中"]
    assert paper.shown({"a": ["x😀"]}) == {"a": ["x�"]}
    assert [paper.directed(words)["rtl"] for words in ("", "12 فاطمة", "Cora فاطمة", "שלום")] == [
        False,
        True,
        False,
        True,
    ]
