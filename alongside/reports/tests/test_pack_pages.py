"""A board pack as it is read: what went wrong first, in whose words, by whose leave; each part within few questions."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.journey import services as journey
from alongside.journey.models import Entry
from alongside.reports import packs, services
from alongside.voice import services as voices
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import raised
from tests import make
from tests.cast import Cast

from .packing import BUMP, PIECE, WHY, WORDS, asked, base, issued, lived, month, read, stands, wrote

pytestmark = pytest.mark.django_db
FEW = 15


def text(client_as: Any, who: str, url: str, status: int = 200) -> str:
    response = client_as(who).get(url)
    assert response.status_code == status, (url, response.status_code)
    return str(response.content.decode())


def everything(client_as: Any, who: str, here: str) -> str:
    return "".join(text(client_as, who, url) for url in (here, *(f"{here}{slug}/" for slug in packs.PARTS)))


def test_what_went_wrong_stands_first_and_by_name(cast: Cast, client_as: Any) -> None:
    here = base(lived(cast))
    first = text(client_as, "board", here)
    assert "had waited more than twelve weeks" in first and "The longest wait: 120 days." in first
    assert first.index("What went wrong") < first.index("What is different now") < first.index("What is asked of you")
    assert "1 decision was taken without people although it may not be." in first
    bumps = text(client_as, "board", f"{here}bumps/")
    assert WORDS in bumps and BUMP in bumps and "Cora" in bumps and "Waited 120 days" in bumps
    without = text(client_as, "board", f"{here}without/")
    assert all(words in without for words in ("Who leads the night team", WHY, "Allowed by: Trustee.", "A new rota"))
    changed = text(client_as, "board", f"{here}changed/")
    assert "We ask before we buy" in changed and "Ask us before you buy chairs." in changed
    everywhere = everything(client_as, "board", here)
    assert "This is mine alone." not in everywhere and "<svg" in everywhere


def test_taken_back_is_gone_from_every_part_and_said(cast: Cast, client_as: Any) -> None:
    here = base(lived(cast))
    assert WORDS in everything(client_as, "board", here)
    voices.withdraw(contribution=Contribution.objects.get(words=WORDS), by=cast.actor("cora"))
    entry = Entry.objects.get(text__bump=BUMP)
    journey.share_entry(entry=entry, shared=journey.Shared("private"), by=cast.actor("cora"))
    after = everything(client_as, "board", here)
    assert WORDS not in after and BUMP not in after


def test_a_frozen_reference_says_that_it_was_taken_back(cast: Cast) -> None:
    """The value stays as it was; the words are read at every reading."""
    found = read(cast, period=lived(cast))
    voices.withdraw(contribution=Contribution.objects.get(words=WORDS), by=cast.actor("cora"))
    entry = Entry.objects.get(text__bump=BUMP)
    journey.take_back_entry(entry=entry, by=cast.actor("cora"))
    told = repr(packs.part_of(found.reading, "bumps"))
    assert "(withdrawn by its author)" in told and "1 more was there when this was gathered." in told
    assert WORDS not in told and BUMP not in told


def test_what_is_before_the_safeguarding_lead_is_nowhere(cast: Cast, client_as: Any) -> None:
    here = base(lived(cast))
    row = raised(cast).contribution
    Contribution.everything.filter(pk=row.pk).update(received_on=make.days(-130), said_on=make.days(-130))
    for who in ("board", "coordinator"):
        assert row.words not in everything(client_as, who, here) and row.code not in everything(client_as, who, here)


def test_contributors_read_what_everybody_may_once_the_board_has_it(cast: Cast, client_as: Any) -> None:
    lived(cast)
    period = month()
    make.contribution(cast, words=WORDS, received_on=make.days(-220), said_on=make.days(-220))
    assert client_as("cora").get(base(period)).status_code == 404
    issued(cast, period)
    assert WORDS in everything(client_as, "staff", base(period))
    theirs = everything(client_as, "dev", base(period))
    assert WORDS not in theirs and "Their words are not shown here." in theirs


def test_words_lead_to_their_page_for_those_who_can_open_it(cast: Cast, client_as: Any) -> None:
    lived(cast)
    old = {"received_on": make.days(-220), "said_on": make.days(-220)}
    words = make.contribution(cast, words=WORDS, unit=cast.units["other_team"], **old)
    issued(cast)
    for who in ("coordinator", "board", "manager", "staff"):
        page = everything(client_as, who, base(month()))
        opens = client_as(who).get(f"/harbour/voices/{words.code}/").status_code == 200
        assert WORDS in page and (f"/voices/{words.code}/" in page) == opens, who
        assert opens == (who in ("coordinator", "board"))


def test_what_is_different_is_read_as_its_own_page_is(cast: Cast, client_as: Any) -> None:
    """By those who work here; by whoever said what it came of; by others only where words about it are public."""
    lived(cast)
    said, day = make.contribution(cast, words="The rail is loose.", person=cast.people["dev"]), month().first
    make.changed(cast, said, what="A rail for one of us", since=day)
    issued(cast)
    for who, reads in (("staff", True), ("dev", True), ("cora", False)):
        page = everything(client_as, who, base(month()))
        assert ("A rail for one of us" in page) == reads, who
    assert "1 more was there when this was gathered" in page


def test_a_decision_for_staff_alone_has_no_name_for_others(cast: Cast, client_as: Any) -> None:
    lived(cast)
    day = month().first
    make.decision(
        cast, title="Whom we dismiss", audience="staff", state="decided", decided_on=day, taken="without", opened_on=day
    )
    hidden = make.decision(cast, audience="staff", opened_on=day)
    refused = {"state": "refused", "reason": "It is too late.", "answered_on": day}
    make.request(cast, hidden, what="Talk about closing the night team", **refused)
    issued(cast)
    for title in ("Whom we dismiss", "Talk about closing the night team"):
        assert title in everything(client_as, "board", base(month()))
        theirs = everything(client_as, "cora", base(month()))
        assert title not in theirs and "not yours to see" in theirs


def test_a_month_without_any_decision(cast: Cast, client_as: Any) -> None:
    found = everything(client_as, "board", base(month(3)))
    assert "Nothing was decided in these days." in found and "No decision is on the calendar in these days." in found
    assert client_as("board").get(f"{base(month(3))}pack.pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize("asked_for", ["2026-13", "1999-01", "2999", "2026-q5", "pieces-of", "02026"])
def test_no_such_period(cast: Cast, client_as: Any, asked_for: str) -> None:
    for steps in ("", "pack.pdf", "bumps/", "asks/new/"):
        assert client_as("coordinator").get(f"/harbour/packs/{asked_for}/{steps}").status_code == 404
    assert client_as("cora").get(f"/harbour/packs/{asked_for}/piece/").status_code == 404
    assert client_as("coordinator").get(f"{base(month())}praise/").status_code == 404


def test_a_year_and_a_quarter_have_packs_too(cast: Cast, client_as: Any) -> None:
    day = make.days(0)
    year = day.year if day.month >= 4 else day.year - 1
    assert "Board pack" in text(client_as, "board", f"/harbour/packs/{year}/")
    assert "Board pack" in text(client_as, "board", f"/harbour/packs/{year}-q1/")


def test_from_writing_to_the_board_and_back(cast: Cast, client_as: Any) -> None:
    here, cora = base(month()), client_as("cora")
    assert cora.post(f"{here}piece/", {"words": "", "seen": "0"}).status_code == 422
    assert cora.post(f"{here}piece/", {"words": PIECE, "seen": "0", "named": "on"}).status_code == 303
    assert PIECE.split("\n")[0] not in everything(client_as, "board", here)
    assert "The board will read" in text(client_as, "cora", f"{here}piece/ready/")
    assert cora.post(f"{here}piece/ready/", {"seen": "1"}).status_code == 303
    assert client_as("cora").get(f"{here}piece/ready/").status_code == 404
    shown = text(client_as, "board", f"{here}contributors/")
    assert "We are tired of saying it." in shown and "Không ai hỏi chúng tôi." in shown and "Cora" in shown
    coordinator = client_as("coordinator")
    posted = {"what": "Fill the seat.", "who": "The chair", "by_day": f"{make.days(30):%d/%m/%Y}"}
    assert coordinator.post(f"{here}asks/new/", posted).status_code == 303
    assert "Fill the seat." in text(client_as, "coordinator", here)
    assert coordinator.post(f"{here}issue/").status_code == 303
    assert client_as("coordinator").get(f"{here}issue/").status_code == 404
    assert "We are tired of saying it." in text(client_as, "dev", f"{here}contributors/")
    assert cora.post(f"{here}piece/back/").status_code == 303
    after = text(client_as, "dev", f"{here}contributors/")
    assert "tired" not in after and "has taken it back since" in after


def test_what_came_of_it_page_by_page(cast: Cast, client_as: Any) -> None:
    ask = asked(cast)
    here = f"{base(month())}asks/{ask.code}/"
    assert "Leave it out" in text(client_as, "coordinator", here) and "Leave it out" not in text(
        client_as, "board", here
    )
    assert client_as("board").get(f"{here}came/").status_code == 404
    issued(cast)
    assert client_as("board").post(f"{here}came/", {"state": "done", "words": "Yes."}).status_code == 422
    assert client_as("board").post(f"{here}came/", {"state": "agreed", "words": "In May."}).status_code == 303
    assert "In May." in text(client_as, "cora", here)
    for steps in ("change/", "leave-out/"):
        assert client_as("coordinator").get(f"{here}{steps}").status_code == 404
    other = f"/harbour/packs/{month(2).slug}/asks/{ask.code}/"
    assert client_as("board").get(other).status_code == 404


def test_held_back_page_by_page(cast: Cast, client_as: Any) -> None:
    piece = stands(cast)
    wrote(cast, "dev")
    lead = client_as("safeguarding")
    listed = text(client_as, "safeguarding", "/harbour/packs/pieces/")
    assert piece.code in listed and listed.count("/packs/pieces/") <= 3
    url = f"/harbour/packs/pieces/{piece.code}/"
    assert lead.post(url, {"why": ""}).status_code == 422
    assert lead.post(url, {"why": "It says where she lives."}).status_code == 303
    assert "held back by the safeguarding lead" in text(client_as, "board", f"{base(month())}contributors/")
    assert "It says where she lives." in text(client_as, "cora", f"{base(month())}piece/")
    assert lead.post(url).status_code == 303
    assert "tired of saying it" in text(client_as, "board", f"{base(month())}contributors/")


def test_few_questions(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    """What was counted is kept while nothing happens; the words are read each time."""
    period = lived(cast)
    stands(cast, period=period)
    asked(cast, period)
    client, here = client_as("board"), base(period)
    client.get(here)
    for steps in ("", *(f"{slug}/" for slug in packs.PARTS)):
        with django_assert_max_num_queries(FEW):
            assert client.get(f"{here}{steps}").status_code == 200
    cora = client_as("cora")
    for url in ("/harbour/packs/", f"{here}piece/"):
        with django_assert_max_num_queries(FEW):
            assert cora.get(url).status_code == 200


def test_an_address_that_came_in_a_message_opens(cast: Cast, client_as: Any) -> None:
    piece = stands(cast)
    assert "tired" in text(client_as, "safeguarding", f"/harbour/packs/pieces/{piece.code}/")
    services.take_back_piece(piece=piece, by=cast.actor("cora"))
    assert client_as("safeguarding").get(f"/harbour/packs/pieces/{piece.code}/").status_code == 404
