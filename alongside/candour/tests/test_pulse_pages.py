"""The form, the sheet, and the two accounts beside each other."""

from __future__ import annotations

import re
from typing import Any

import pytest

from alongside.candour import services
from alongside.candour.models import OpenPulse, Pulse, PulseMark, PulseRound
from alongside.core.actor import system
from alongside.core.models import Once
from tests import make
from tests.cast import Cast

from .pulsing import ALL_NO, ALL_YES, answer, asked, attend, close, people

pytestmark = pytest.mark.django_db
YEAR = "/harbour/candour/accounts/"


@pytest.fixture
def pulse(cast: Cast) -> PulseRound:
    """Cora and six others were there, and a role was agreed with them."""
    at = make.opportunity(cast)
    meeting = make.meeting(cast, at)
    make.attended(meeting, make.place(cast, "cora", at, role=5))
    attend(cast, at, meeting, people(cast, 6))
    return services.ask_how_it_was(opportunity=at, meeting=meeting, by=system(cast.org.pk))


def accounts(pulse: PulseRound) -> str:
    return f"/harbour/candour/activities/{pulse.opportunity.code}/"


def test_whoever_was_there_answers_once_and_no_form_is_kept(cast: Cast, client_as: Any, pulse: PulseRound) -> None:
    client, url = client_as("cora"), f"/harbour/pulses/{pulse.code}/"
    assert url in client.get("/me/").content.decode()
    page = client.get(url).content.decode()
    assert "I could disagree" in page and 'name="once"' not in page and "only if 5 or more" in page
    assert client.post(url, {}).status_code == 422
    assert client.post(url, {"heard": "4", "role_design": "2", "words": "Fine."}).status_code == 303
    assert Pulse.objects.get().role_design == 2 and not Once.objects.exists()
    assert "You have had your turn" in client.get(url).content.decode()
    assert client.post(url, {"heard": "1"}).status_code == 422
    assert url not in client.get("/me/").content.decode()
    assert Pulse.objects.get().heard == 4


def test_openly_and_back(cast: Cast, client_as: Any, pulse: PulseRound) -> None:
    client, url = client_as("cora"), f"/harbour/pulses/{pulse.code}/"
    client.post(url, {"heard": "1", "words": "I was told.", "openly": "on"})
    assert "Take it back" in client.get(url).content.decode() and not Pulse.objects.exists()
    close(cast, pulse)
    page = client_as("manager").get(accounts(pulse)).content.decode()
    assert "Cora says openly" in page and "I was told." in page
    assert "I was told." not in client_as("dev").get(accounts(pulse)).content.decode()  # does not take part
    assert client.post(f"{url}back/").status_code == 303
    assert "I was told." not in client_as("manager").get(accounts(pulse)).content.decode()
    assert OpenPulse.objects.get().words == ""


def test_a_sheet_without_signing_in(cast: Cast, client_as: Any, pulse: PulseRound) -> None:
    url = f"/harbour/pulses/{pulse.code}/sheets/"
    page = client_as("coordinator").post(url, {"people": [cast.people["cora"].code]}).content.decode()
    code = re.search(r"al-paper__code[^>]*>(\w{12})<", page)
    assert code and "I was heard" in page and "Cora" not in page
    public = client_as("public")
    assert "No sheet has this code" in public.post("/harbour/pulse/", {"code": "nothing"}).content.decode()
    assert "I was heard" in public.post("/harbour/pulse/", {"code": code[1].upper()}).content.decode()
    sent = {"code": code[1], "heard_asked": "1", "heard": "2"}
    assert public.post("/harbour/pulse/", sent)["Location"] == "/harbour/pulse/done/"
    assert "No sheet has this code" in public.post("/harbour/pulse/", sent).content.decode()
    assert Pulse.objects.count() == 1
    assert (
        "had their turn" in client_as("coordinator").post(url, {"people": [cast.people["cora"].code]}).content.decode()
    )


def test_on_the_phone(cast: Cast, client_as: Any, pulse: PulseRound) -> None:
    url = f"/harbour/pulses/{pulse.code}/phone/{cast.people['cora'].code}/"
    assert client_as("coordinator").post(url, {"heard": "3"}).status_code == 303
    assert Pulse.objects.count() == PulseMark.objects.count() == 1
    assert (
        client_as("coordinator").get(url.replace(cast.people["cora"].code, cast.people["dev"].code)).status_code == 404
    )


def test_both_accounts_stand_beside_each_other(cast: Cast, client_as: Any) -> None:
    pulse, who = asked(cast, 6)
    manager = client_as("manager")
    assert manager.post(f"/harbour/pulses/{pulse.code}/", {"heard": "4", "role_design": "5"}).status_code == 303
    for person in who[:5]:
        answer(cast, pulse, person, ALL_NO, "Nobody asked what we want.")
    page = manager.get(accounts(pulse)).content.decode()
    assert "Nobody asked" not in page and "at most" not in page  # while it is open neither side reads the other
    close(cast, pulse)
    page = manager.get(accounts(pulse)).content.decode()
    assert "<svg" in page and "shares the decision" in page and "at least 4" in page and "at most 1 of 5" in page
    assert "1 of 1" in page  # staff say that people were heard
    assert "Nobody asked" not in page  # free words are for those who run it
    assert "Nobody asked" in client_as("coordinator").get(accounts(pulse)).content.decode()
    year = client_as("board").get(YEAR).content.decode()
    assert "at most 1 of 5" in year and accounts(pulse) in year
    signs = client_as("board").get("/harbour/candour/").content.decode()
    assert "some said no: 4 out of 4" in signs


def test_four_answers_show_nothing_and_offer_a_conversation(cast: Cast, client_as: Any) -> None:
    pulse, who = asked(cast, 6)
    for person in who[:4]:
        answer(cast, pulse, person, ALL_NO, "Too few.")
    close(cast, pulse)
    page = client_as("coordinator").get(accounts(pulse)).content.decode()
    assert "Fewer than 5" in page and "outside the team" in page and "too few to show" in page
    assert "Too few." not in page and "at most" not in page
    assert "too few answered" in client_as("board").get(YEAR).content.decode()


def test_alone_it_is_said_before_anybody_answers(cast: Cast, client_as: Any) -> None:
    at = make.opportunity(cast)
    meeting = make.meeting(cast, at)
    make.attended(meeting, make.place(cast, "cora", at))
    made = services.ask_how_it_was(opportunity=at, meeting=meeting, by=system(cast.org.pk))
    assert "the only one" in client_as("cora").get(f"/harbour/pulses/{made.code}/").content.decode()


def test_other_words_and_no_contributors(cast: Cast, client_as: Any) -> None:
    at = make.opportunity(cast)
    page = client_as("coordinator").get(f"/harbour/candour/activities/{at.code}/").content.decode()
    assert "staff alone are not an account" in page
    sent = {"ladder": "arnstein", "from_day": str(make.days(0))}
    assert client_as("coordinator").post(f"{YEAR}words/", sent).status_code == 303
    assert "Arnstein" in client_as("board").get(YEAR).content.decode()


def test_few_questions_however_much_there_is(cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
    for _n in range(3):
        made, who = asked(cast, 5)
        for person in who:
            answer(cast, made, person, ALL_YES)
        close(cast, made)
    asked(cast, 2, at=made.opportunity)
    for url, who_reads in ((YEAR, "board"), (accounts(made), "manager"), ("/harbour/candour/", "board")):
        client = client_as(who_reads)
        with django_assert_max_num_queries(15):
            assert client.get(url).status_code == 200
