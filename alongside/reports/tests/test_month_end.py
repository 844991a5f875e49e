"""The month end, by those it concerns: what goes with somebody, who reads what was signed, and what waits for whom."""

from __future__ import annotations

import importlib
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from alongside.core.errors import Refused
from alongside.decisions.models import DecisionStatus
from alongside.home.queries.mine import needs_me
from alongside.reports import personal, services
from alongside.reports.close_plain import told_plainly
from alongside.reports.models import AskedSigner, CloseSignature, PeriodClose, PeriodReopening, PeriodSigner
from alongside.reports.packs.board import nothing_there
from alongside.reports.queries.packs import Pieces
from alongside.reports.values import Sheet
from alongside.voice.tests.factories import said
from tests import make
from tests.cast import Cast

from . import closing
from .closing import chosen, frozen, last_month
from .test_close_pages import at, read
from .test_closes import findings, subjects
from .test_map import decided

pytestmark = pytest.mark.django_db
GONE = "The words that stood here were taken back by whoever wrote them."


def forget(cast: Cast, who: str = "cora") -> None:
    personal.erase(cast.people[who].pk, cast.actor("coordinator"))


# What goes with somebody.


def test_what_others_wrote_of_whom_they_chose_goes_with_them(cast: Cast, client_as: Any) -> None:
    chosen(cast, how_chosen="Cora had the most hands.")
    held = personal.export(cast.people["cora"].pk)["chosen_to_sign_for_contributors"]
    assert held[0]["how"] == "Cora had the most hands."
    forget(cast)
    row = PeriodSigner.objects.get()
    assert (row.person, row.shown_as, row.how_chosen) == (None, "", "")
    assert {(each.said, each.agrees) for each in row.asked.all()} == {("", True)}  # that they agreed stays
    page = read(client_as("coordinator"), "/harbour/periods/signers/")
    assert "Somebody who has left" in page and "It went with them." in page
    assert "She reads well." not in page and "most hands" not in page
    assert "somebody who has left since" in read(client_as("dev"), "/harbour/periods/signers/")


def test_of_those_who_have_left_before_it_goes_too(cast: Cast) -> None:
    frozen(cast)
    CloseSignature.objects.filter(side="contributors").update(person=None, words="", salt="", words_gone=False)
    PeriodSigner.objects.update(person=None)
    migration = importlib.import_module("alongside.reports.migrations.0007_month_end")
    migration.forget_what_tells_of_them(apps, None)
    migration.say_where_words_stood(apps, None)
    assert PeriodSigner.objects.get().how_chosen == ""
    assert set(AskedSigner.objects.values_list("said", flat=True)) == {""}
    assert not CloseSignature.objects.filter(words_gone=True).exists()  # there were none


@pytest.mark.parametrize("verb", [services.sign, services.decline])
def test_where_words_stood_the_page_says_so(cast: Cast, client_as: Any, verb: Any) -> None:
    chosen(cast)
    close = closing.checked(cast)
    verb(close=close, words="I was there, and five others.", by=cast.actor("cora"))
    assert GONE not in read(client_as("board"), at())
    forget(cast)
    page = read(client_as("board"), at())
    assert GONE in page and "five others" not in page
    assert findings(cast) == []


def test_without_words_nothing_was_there(cast: Cast) -> None:
    chosen(cast)
    services.sign(close=closing.checked(cast), by=cast.actor("cora"))
    forget(cast)
    assert not CloseSignature.objects.filter(words_gone=True).exists()


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (Pieces(), "Nobody who takes part has written here"),
        (Pieces(gone_before=1), "taken back by whoever wrote it"),
        (Pieces(gone_before=2), "taken back by those who wrote it"),
        (Pieces(held=1, gone_before=1), ""),
        (Pieces(gone=1), ""),
    ],
)
def test_a_pack_does_not_say_that_nobody_wrote_when_somebody_did(found: Pieces, told: str) -> None:
    said_of = nothing_there(found)
    assert told in said_of and bool(told) == bool(said_of)


# Opening again.


def asked_by(cast: Cast, who: str) -> PeriodReopening:
    return services.ask_to_reopen(close=frozen(cast), reason="A panel is missing.", by=cast.actor(who))


def test_nobody_asks_when_nobody_could_answer(cast: Cast, client_as: Any) -> None:
    close = frozen(cast)
    services.end_signer(signer=PeriodSigner.objects.get(), by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="Nobody signs for contributors now"):
        services.ask_to_reopen(close=close, reason="A panel is missing.", by=cast.actor("coordinator"))
    assert "nobody does now" in read(client_as("coordinator"), at())
    assert client_as("coordinator").post(at("reopen/"), {"reason": "A panel is missing."}).status_code == 422


def test_the_coordinator_says_why_it_stays_closed(cast: Cast, client_as: Any) -> None:
    row = asked_by(cast, "cora")
    client = client_as("coordinator")
    assert client.post(at("reopen/refuse/"), {"words": " "}).status_code == 422
    client.post(at("reopen/refuse/"), {"words": "The <b>panel</b> was in the week after."})
    row.refresh_from_db()
    assert row.state == "refused" and findings(cast) == []
    assert "The &lt;b&gt;panel&lt;/b&gt; was in the week after." in read(client_as("cora"), at())
    assert any("stays closed" in each for each in subjects(to_person=cast.people["cora"].pk))


def test_contributors_may_say_why_and_it_goes_with_them(cast: Cast, client_as: Any) -> None:
    row = asked_by(cast, "coordinator")
    services.refuse_to_reopen(asked=row, words="It is right as it is.", by=cast.actor("cora"))
    held = personal.export(cast.people["cora"].pk)["did_not_want_it_opened_again"]
    assert held == [{"period": last_month().slug, "your_words": "It is right as it is."}]
    forget(cast)
    page = read(client_as("board"), at())
    assert GONE in page and "It is right as it is." not in page and findings(cast) == []


def test_whoever_asked_hears_that_it_is_open(cast: Cast) -> None:
    services.agree_to_reopen(asked=asked_by(cast, "cora"), by=cast.actor("coordinator"))
    assert any("is opened again" in each for each in subjects(to_person=cast.people["cora"].pk))


# Who reads what.


def test_whoever_signs_reads_a_few_plain_sentences_first(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    decided(cast, last_month().first)
    closing.checked(cast)
    page = read(client_as("cora"), at())
    assert "1 thing was decided." in page and "If you sign" in page and "Sign the figures" in page
    assert "Median" not in page and len(page) < 20_000
    assert "standing=without" in page and f'href="{at("1/")}"' in page
    assert "Median" in read(client_as("cora"), at("1/")) and "If you sign" not in read(client_as("board"), at())


def test_those_in_whose_name_it_was_signed_read_what_is_closed(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    close = closing.checked(cast)
    assert client_as("dev").get(at()).status_code == 404  # not before it is closed
    services.decline(close=close, words="Two are missing.", by=cast.actor("cora"))
    services.count_again(close=close, by=cast.actor("coordinator"))
    services.check(close=close, by=cast.actor("coordinator"))
    closing.sign_both(cast, PeriodClose.objects.get())
    for who in ("dev", "manager"):
        client = client_as(who)
        page = read(client, at()) + read(client, at("1/"))
        assert "Nothing on this page changes any more" in page
        assert f'href="{last_month().slug}/"' in read(client, "/harbour/periods/")
        assert page.count("Two are missing.") == 2 and page.count("It is as we know it.") == 2
        assert "close.json" not in page and client.get(at("1/close.json")).status_code == 404
    CloseSignature.objects.update(for_all_here=False)  # written when only those read it who see the figures
    page = read(client_as("dev"), at())
    assert "Not signed by" in page and "Two are missing." not in page and "It is as we know it." not in page
    assert "Two are missing." in read(client_as("board"), at())


def test_the_month_before_that_was_not_closed_is_named(cast: Cast, client_as: Any) -> None:
    frozen(cast)
    page = read(client_as("board"), at())
    assert f"{last_month(1).name} was not closed" in page
    assert "No month before this one was closed" in page


def test_what_came_late_is_named_to_whoever_may_see_it(cast: Cast, client_as: Any) -> None:
    frozen(cast, before := last_month(1))
    row = make.decision(cast, state="decided", decided_on=before.first, taken="without", opened_on=date(2025, 1, 1))
    DecisionStatus.objects.create(decision=row, state="decided", effective_on=before.first)
    heard = said(cast, said_on=before.last, received_on=before.last)
    frozen(cast)
    page = read(client_as("board"), at())
    assert f"/harbour/decisions/{row.code}/" in page and f"/harbour/voices/{heard.code}/" in page
    page = read(client_as("dev"), at())
    assert heard.code not in page


# For whom something waits.


def needs(cast: Cast, who: str = "cora") -> list[str]:
    found = needs_me([cast.people[who].pk], [], [], make.days(0))
    return [line.title for line in found.lines]


def test_a_wish_to_open_again_is_on_my_page_and_in_the_list(cast: Cast, client_as: Any) -> None:
    row = asked_by(cast, "coordinator")
    title = f"Shall the figures of {last_month().name} be opened again?"
    assert title in needs(cast) and title not in needs(cast, "dev")
    assert "Somebody asks to open it again" in read(client_as("board"), "/harbour/periods/")
    services.refuse_to_reopen(asked=row, by=cast.actor("cora"))
    assert title not in needs(cast)


def test_what_is_not_closed_is_on_the_desk_until_it_is(cast: Cast, client_as: Any) -> None:
    chosen(cast)
    client, name = client_as("coordinator"), last_month().name
    close = closing.begun(cast)

    def desk() -> str:
        return read(client, "/harbour/desk/")

    assert f"{name} is over: check its figures" in desk()
    services.check(close=close, by=cast.actor("coordinator"))
    assert f"{name} is checked, and nobody has signed it yet" in desk()
    services.decline(close=close, words="Two are missing.", by=cast.actor("cora"))
    assert f"Contributors do not sign {name} as it is" in desk()
    services.sign(close=close, by=cast.actor("cora"))
    assert f"Contributors have signed {name}" in desk()
    assert f"Contributors have signed {name}" in " ".join(subjects(to_user=cast.users["coordinator"].pk))
    close = services.sign(close=close, by=cast.actor("coordinator"))
    assert name not in desk()
    services.ask_to_reopen(close=close, reason="A panel is missing.", by=cast.actor("cora"))
    assert f"Contributors ask to open {name} again" in desk()


def test_whose_word_it_is_that_somebody_was_chosen(cast: Cast, client_as: Any) -> None:
    frozen(cast)
    for url in ("/harbour/periods/signers/", at("1/")):
        assert "Alma Reyes wrote down on" in read(client_as("dev"), url)


def test_nothing_is_said_plainly_of_what_was_not_counted() -> None:
    sheet = Sheet("2026-10", "October 2026", "2026-10-01", "2026-10-31", "", "", "2026-11-01", "9am", ())
    sentences = [words for part in told_plainly(sheet) for words in part.sentences]
    assert "Nothing was decided." in sentences and not any("came to something" in each for each in sentences)
