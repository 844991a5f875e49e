"""The pages of a close: what each says to whom, bad input, and what they cost."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest

from alongside.core.dates import long_day
from alongside.reports import services
from alongside.reports.models import CloseSignature, PeriodClose, PeriodSheet, PeriodSigner
from alongside.voice.tests.factories import said
from tests import make
from tests.cast import Cast

from . import closing
from .closing import chosen, frozen, last_month
from .test_map import decided

pytestmark = pytest.mark.django_db


def at(step: str = "") -> str:
    return f"/harbour/periods/{last_month().slug}/{step}"


def read(client: Any, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return str(response.content.decode())


def test_from_a_draft_to_closed_in_the_browser_of_both(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    closing.here_since_long(cast)
    client, other = client_as("coordinator"), client_as("cora")
    offered = f'value="{last_month().slug}"'
    assert offered in read(client, "/harbour/periods/new/")
    begun = client.post("/harbour/periods/new/", {"period": last_month().slug})
    assert begun["Location"] == at() and offered not in read(client, "/harbour/periods/new/")
    assert "I have checked the figures" in read(client, at())
    assert "I have checked" not in read(other, at())
    client.post(at("check/"))
    client.post(at("sign/"), {"words": "We asked too late, twice.", "seen": "1"})
    page = read(other, at())
    assert "Signed by Alma Reyes, Co-production coordinator" in page and "We asked too late, twice." in page
    other.post(at("sign/"), {"name": "Cora", "words": "", "seen": "1"})
    page = read(client, at())
    assert "Signed by Cora, whom contributors chose" in page and "Nothing on this page changes any more" in page
    close = PeriodClose.objects.get()
    assert close.head in page and PeriodSheet.objects.get().digest in page


def test_declining_shows_the_words_and_needs_them(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    closing.checked(cast)
    client = client_as("cora")
    wrong = client.post(at("decline/"), {"words": "", "seen": "1"})
    assert wrong.status_code == 422 and "Write what is not right" in wrong.content.decode()
    client.post(at("decline/"), {"words": "<b>Two</b> are missing.", "name": "", "seen": "1"})
    page = read(client_as("board"), at())
    assert "&lt;b&gt;Two&lt;/b&gt; are missing." in page and "a contributor whom contributors chose" in page
    assert "It stays open." in page and "Nothing closes by itself" in page
    close = services.count_again(close=PeriodClose.objects.get(), by=cast.actor("coordinator"))
    services.check(close=close, by=cast.actor("coordinator"))
    page = read(client_as("board"), at()).split("What was said of it before it was counted again")[1]
    assert "&lt;b&gt;Two&lt;/b&gt; are missing." in page


def test_signed_after_it_was_counted_again_is_refused_on_the_page(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    close = closing.checked(cast)
    services.count_again(close=close, by=cast.actor("coordinator"))
    services.check(close=close, by=cast.actor("coordinator"))
    answer = client_as("cora").post(at("sign/"), {"name": "", "words": "Mine.", "seen": "1"})
    text = answer.content.decode()
    assert answer.status_code == 422 and "counted again while you read" in text and "Mine." in text
    assert not CloseSignature.objects.exists()


def test_days_before_the_organisation_came_here_are_not_offered(cast: Cast, client_as: Any) -> None:
    """They could only be refused."""
    before = f'value="{last_month().slug}"'
    assert before not in read(client_as("coordinator"), "/harbour/periods/new/")
    closing.here_since_long(cast)
    assert before in read(client_as("coordinator"), "/harbour/periods/new/")


@pytest.mark.parametrize("what", ["", "2026-13", "9999-01", "x"])
def test_a_period_that_is_none(cast: Cast, client_as: Any, what: str) -> None:
    assert client_as("coordinator").post("/harbour/periods/new/", {"period": what}).status_code == 422
    if what:
        assert client_as("coordinator").get(f"/harbour/periods/{what}/").status_code == 404


def test_an_older_version_says_so_and_the_new_one_says_what_changed(cast: Cast, client_as: Any) -> None:
    close = frozen(cast)
    row = services.ask_to_reopen(close=close, reason="A panel was never written down.", by=cast.actor("cora"))
    assert "Say yes" in read(client_as("coordinator"), at())
    new = services.agree_to_reopen(asked=row, by=cast.actor("coordinator"))
    decided(cast, last_month().first)
    services.check(close=new, by=cast.actor("coordinator"))
    page = read(client_as("board"), at())
    assert "A panel was never written down." in page and "0 of 0" in page and "Both sides agreed." in page
    assert "This is an older version" in read(client_as("board"), at("1/"))
    assert client_as("board").get(at("3/")).status_code == 404
    listed, slug = read(client_as("board"), "/harbour/periods/"), last_month().slug
    assert f'href="{slug}/"' in listed and f'href="{slug}/1/"' in listed and f'href="{slug}/2/"' not in listed


def test_the_text_for_computers_has_the_digest(cast: Cast, client_as: Any) -> None:
    frozen(cast)
    answer = client_as("board").get(at("1/close.json"))
    assert hashlib.sha256(answer.content).hexdigest() == PeriodSheet.objects.get().digest
    assert "no-store" in answer["Cache-Control"]


def test_the_figures_and_the_map_of_what_is_closed_say_so(cast: Cast, client_as: Any) -> None:
    frozen(cast)
    for page in ("figures", "map"):
        url = f"/harbour/{page}/?period={last_month().slug}"
        assert "What was closed and signed" in read(client_as("board"), url)
        assert "What was closed and signed" in read(client_as("manager"), url)
        assert "was closed on" not in read(client_as("board"), f"/harbour/{page}/?period={last_month(1).slug}")


def test_who_signs_and_how_they_were_chosen(cast: Cast, client_as: Any) -> None:
    client = client_as("coordinator")
    values = {
        "person": cast.people["cora"].code,
        "shown_as": "Cora",
        "how_chosen": "Hands up.",
        "from_day": long_day(make.days(0)),
        "until_day": long_day(make.days(300)),
        "name1": cast.people["dev"].code,
        "agrees1": "yes",
        "name2": "Nobody Known",
        "agrees2": "yes",
    }
    wrong = client.post("/harbour/periods/signers/new/", values)
    assert wrong.status_code == 422 and "Nobody who is active on the register" in wrong.content.decode()
    client.post(
        "/harbour/periods/signers/new/", {**values, "name2": cast.people["noor"].code, "said2": "She is careful."}
    )
    assert PeriodSigner.objects.get().person == cast.people["cora"]
    page = read(client_as("dev"), "/harbour/periods/signers/")
    assert "Signs now." in page and "You agreed." in page and "She is careful." not in page and "Noor" not in page
    assert "She is careful." in read(client, "/harbour/periods/signers/")


def test_whoever_signs_finds_the_closed_periods_from_their_own_page(cast: Cast, client_as: Any) -> None:
    cora, dev, link = client_as("cora"), client_as("dev"), 'href="/harbour/periods/"'
    signers = "/harbour/periods/signers/"
    for client in (cora, dev):
        assert f'href="{signers}"' in read(client, "/me/")
    frozen(cast)
    assert link in read(cora, signers) and link in read(dev, signers)
    services.end_signer(signer=PeriodSigner.objects.get(), by=cast.actor("cora"))
    assert link in read(cora, signers)  # whoever signed one keeps seeing that
    assert last_month().name in read(cora, "/harbour/periods/")


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    said(cast)
    frozen(cast, last_month(1))
    close = frozen(cast)
    services.ask_to_reopen(close=close, reason="Look again.", by=cast.actor("cora"))
    for who, url in (
        ("board", at()),
        ("cora", at()),
        ("cora", at("1/")),
        ("dev", at()),
        ("board", "/harbour/periods/"),
        ("cora", "/harbour/periods/signers/"),
    ):
        client = client_as(who)
        with django_assert_max_num_queries(15):
            assert client.get(url).status_code == 200
