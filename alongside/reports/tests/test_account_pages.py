"""The pages and files of an account: who reads them, how heavy they are, what they ask of the database."""

from __future__ import annotations

import csv
import gzip
import io
import json
import re
from datetime import timedelta
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from alongside.config.commands import report_
from alongside.reports.models import AccountReply, PublicAccount
from tests.cast import Cast

from .accounting import REPLY, drafted, here, last_year, published, replied
from .test_map import decided

pytestmark = pytest.mark.django_db
FIRST = last_year().first
KB = 1000


@pytest.fixture
def year(cast: Cast) -> PublicAccount:
    """Decisions on every level and of every kind, one reply with a name and one without."""
    for number, (unit, kind) in enumerate(
        (u, k) for u in ("board", "services", "team") for k in ("recruitment", "policy")
    ):
        decided(cast, FIRST + timedelta(days=40 * number), unit=cast.units[unit], kind=cast.kinds[kind])
    published(cast)
    replied(cast, name="Cora W.")
    replied(cast, "dev", "It was better than last year.")
    return PublicAccount.objects.get()


def text(client_as: Any, url: str, who: str = "public") -> str:
    response = client_as(who).get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def test_in_the_order_of_what_matters(client_as: Any, year: PublicAccount) -> None:
    page = text(client_as, here())
    parts = ("bumps", "changed", "claims", "replies", "without", "figures", "map", "check")
    order = [page.index(f'id="{name}"') for name in parts]
    assert order == sorted(order)
    for words in ("Cora W.", REPLY, "nobody has signed them", "Published by Alma Reyes", "al-map", "Not shown, so"):
        assert words in page, words
    assert "Dev" not in page and "Whitlock" not in page


def test_how_heavy_it_is_and_what_it_asks(
    cast: Cast, client_as: Any, year: PublicAccount, django_assert_max_num_queries: Any
) -> None:
    client = client_as("public")
    with django_assert_max_num_queries(15):
        page = client.get(here()).content
    print(f"the account: {len(page) / KB:.1f} kB of HTML, {len(gzip.compress(page)) / KB:.1f} kB as it is sent")  # noqa: T201  a figure
    assert len(page) < 40 * KB


def test_nothing_keeps_it_in_between(client_as: Any, year: PublicAccount) -> None:
    for url in (here(), here("replies"), here("versions", "1"), "/harbour/account/"):
        assert "no-store" in client_as("public").get(url)["Cache-Control"], url


@pytest.mark.parametrize("who", ["public", "stranger", "cora", "staff"])
def test_what_is_being_written_does_not_exist(cast: Cast, client_as: Any, who: str) -> None:
    drafted(cast)
    for url in (here(), here("draft"), here("write"), here("publish"), here("reply"), f"{here()}data.json"):
        assert client_as(who).get(url).status_code == 404, url
    assert "Our year" not in text(client_as, "/harbour/account/", who)


@pytest.mark.parametrize(
    "path",
    [
        *("0000/", "9999/", "1999/", "20x5/", "20255/", "0000/draft/", "9999/write/", "2025/versions/0/"),
        *(
            "{year}/versions/2/",
            "{year}/versions/01/",
            "{year}/data.xml",
            "{year}/2019-q1/data.csv",
            "{year}/versions/x/",
        ),
        *("{year}/replies/0000000000/hold/", "{year}/draft/data.csv"),
    ],
)
def test_addresses_of_nothing(client_as: Any, year: PublicAccount, path: str) -> None:
    assert client_as("coordinator").get(f"/harbour/account/{path.format(year=last_year().slug)}").status_code == 404


def test_the_data_keep_to_the_schema_that_is_published(client_as: Any, year: PublicAccount) -> None:
    schema = json.loads(text(client_as, "/harbour/account/schema.json"))
    Draft202012Validator.check_schema(schema)
    documents = [
        json.loads(text(client_as, f"{here()}{part}data.json"))
        for part in ("", "versions/1/", f"{last_year().slug}-q2/")
    ]
    for document in documents:
        Draft202012Validator(schema).validate(document)
    whole, first, quarter = documents
    assert whole == first and {row["period"] for row in quarter["rows"]} == {f"{last_year().slug}-q2"}
    assert [row for row in whole["rows"] if row in quarter["rows"]] == quarter["rows"]
    bad = {**whole, "rows": [{**whole["rows"][0], "status": "suppressed"}]}
    assert not Draft202012Validator(schema).is_valid(bad)


def test_csv_says_the_same(client_as: Any, year: PublicAccount) -> None:
    response = client_as("public").get(f"{here()}data.csv")
    rows = list(csv.DictReader(io.StringIO(response.content.decode("utf-8-sig"))))
    listed = json.loads(text(client_as, f"{here()}data.json"))["rows"]
    assert rows == [{name: "" if cell is None else str(cell) for name, cell in row.items()} for row in listed]
    assert f"harbour-{last_year().slug}-version-1.csv" in response["Content-Disposition"]


def test_each_column_of_its_lists_has_a_name(client_as: Any, year: PublicAccount) -> None:
    asked = re.findall(r'href="(\?file=csv[^"]*)"', text(client_as, here()))
    response: Any = client_as("public").get(here() + asked[-1].replace("&amp;", "&"))
    body = b"".join(response) if response.streaming else response.content
    assert body.decode("utf-8-sig").splitlines()[0] == "Which,What is counted,How many"


def test_the_command_writes_the_same(cast: Cast, client_as: Any, year: PublicAccount) -> None:
    assert json.loads(report_.account(cast.org, last_year().slug, ".json")) == json.loads(
        text(client_as, f"{here()}data.json")
    )
    assert report_.account(cast.org, last_year().slug, ".csv") == client_as("public").get(f"{here()}data.csv").content
    for asked, kind in (("1999", ".json"), ("x", ".csv"), (last_year().slug, ".pdf")):
        with pytest.raises(report_.WrongUse):
            report_.account(cast.org, asked, kind)


def test_linked_from_where_people_look(client_as: Any, year: PublicAccount) -> None:
    assert "/harbour/account/" in text(client_as, "/harbour/")
    assert "/harbour/account/" in text(client_as, "/harbour/figures/", "board")
    assert here() in text(client_as, "/harbour/account/")
    assert here("draft") in text(client_as, "/harbour/account/", "coordinator")


def test_written_published_and_replied_to_on_pages(cast: Cast, client_as: Any) -> None:
    board, cora = client_as("board"), client_as("cora")
    bad = board.post(here("write"), {"title": "", "introduction": "Too late."})
    assert bad.status_code == 422 and "Give it a title." in bad.content.decode()
    assert board.post(here("write"), {"title": "Our year", "introduction": "Too late.", "seen": "0"}).status_code == 303
    assert board.post(here("publish"), {"seen": "1"}).status_code == 303
    assert "not closed" in text(client_as, here("publish"), "board")
    assert cora.post(here("reply"), {"words": REPLY, "name": "", "seen": "0"}).status_code == 303
    assert REPLY not in text(client_as, here())
    assert "Show it to everybody" in text(client_as, here("reply"), "cora")
    assert cora.post(here("reply", "show")).status_code == 303
    assert REPLY in text(client_as, here()) and "Somebody who takes part" in text(client_as, here("replies"))
    code = AccountReply.objects.get().code
    assert (
        client_as("coordinator").post(here("replies", code, "hold"), {"why": "It names somebody."}).status_code == 303
    )
    page = text(client_as, here())
    assert REPLY not in page and "1 reply is held back" in page
    assert "It names somebody." in text(client_as, here("reply"), "cora")
    assert "It names somebody." in text(client_as, here("replies"), "coordinator")
    assert "It names somebody." not in text(client_as, here("replies"), "board")
    assert client_as("coordinator").post(here("replies", code, "hold")).status_code == 303
    assert cora.post(here("reply", "back")).status_code == 303
    assert "1 reply that stood here was taken back" in text(client_as, here())
