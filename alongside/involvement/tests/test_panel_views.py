"""The pages of a panel: what they show to whom, what they cost, and what they say when something cannot be done."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.involvement import queries, services
from alongside.involvement.models import Candidate, PanelChoice, Score, Step
from alongside.involvement.services import candidates
from tests import make
from tests.make import days

from . import panel_steps as steps
from .browsing import post, went

NAME, CONTACT = "Name 0", "candidate0@example.org"


def read(client_as, who: str, url: str) -> str:
    response = client_as(who).get(url)
    assert response.status_code == 200, (who, url, response.status_code)
    return response.content.decode()


# Who reads what.


def test_the_name_stays_with_those_who_invite(cast, client_as) -> None:
    panel = steps.seated(cast)
    code = steps.applied(panel, 1)[0].code
    for who in ("manager", "coordinator"):
        text = read(client_as, who, f"{panel.job}candidates/{code}/")
        assert NAME in text and CONTACT in text
    for url in (panel.url, f"{panel.url}candidates/{code}/", f"{panel.url}sheets/shortlist/{code}/", panel.job):
        text = read(client_as, "cora", url)
        assert NAME not in text and CONTACT not in text
    assert client_as("cora").get(f"{panel.job}candidates/{code}/").status_code == 404


def test_nobody_reads_an_application_before_they_agreed(cast, client_as) -> None:
    recruitment = steps.begun(cast)
    place = make.place(cast, "cora", make.opportunity(cast, recruitment.decision, state="filled"))
    member = services.add_member(recruitment=recruitment, place=place, by=cast.actor("coordinator"))
    panel = steps.Panel(cast, recruitment, {"cora": member})
    url = f"{panel.url}candidates/{steps.applied(panel, 1)[0].code}/"
    assert client_as("cora").get(url).status_code == 404
    went(post(client_as("cora"), f"{panel.url}agree/"))
    assert steps.APPLICATION in read(client_as, "cora", url)


def test_whoever_left_reads_no_more(cast, client_as) -> None:
    panel = steps.seated(cast)
    url = f"{panel.url}candidates/{steps.applied(panel, 1)[0].code}/"
    services.withdraw_place(place=panel.member("dev").place, by=cast.actor("dev"))
    assert client_as("dev").get(url).status_code == 404
    assert "You are not on this panel any more" in read(client_as, "dev", panel.url)


def test_the_board_reads_stages_and_no_names(cast, client_as) -> None:
    panel = steps.all_in(cast, cora={"A": 5}, manager={"A": 2})
    stage = queries.stage_of(panel.recruitment, "need")
    place = panel.member("cora").place
    services.move_stage(stage=stage, state="done", role=5, places=[place], seen=stage.version, by=cast.actor("manager"))
    for url in (panel.job, *(f"{panel.job}stages/{step}/" for step in ("need", "shortlist", "scores", "review"))):
        assert "Cora" not in read(client_as, "board", url)
    assert "shares the decision" in read(client_as, "board", panel.job)


def test_a_file_goes_out_under_the_letter(cast, client_as) -> None:
    panel, client = steps.seated(cast), client_as("coordinator")
    file = SimpleUploadedFile("Jo Bloggs.txt", b"Ten years.")
    data = {"name": "Jo", "contact": "", "application": "", "file": file, "confirmed": "on"}
    went(post(client, f"{panel.job}candidates/add/", **data))
    candidate = Candidate.objects.get()
    response = client_as("cora").get(f"{panel.url}candidates/{candidate.code}/file/")
    assert response["Content-Disposition"] == 'attachment; filename="candidate-A.txt"'
    assert b"".join(response.streaming_content) == b"Ten years."
    assert client_as("eoin").get(f"{panel.url}candidates/{candidate.code}/file/").status_code == 404
    candidate.file.delete(save=False)


# What cannot be done says why.


def test_a_file_that_is_too_big(cast, client_as, monkeypatch) -> None:
    monkeypatch.setattr(candidates, "LARGEST_PAPER", 10)
    panel = steps.seated(cast)
    file = SimpleUploadedFile("long.pdf", b"x" * 11)
    data = {"name": "Jo", "contact": "", "application": "", "file": file, "confirmed": "on"}
    response = post(client_as("coordinator"), f"{panel.job}candidates/add/", **data)
    assert response.status_code == 422 and "larger than 20 MB" in response.content.decode()


def test_a_way_to_reach_them_is_said_and_may_be_none(cast, client_as) -> None:
    panel, client = steps.seated(cast), client_as("coordinator")
    data = {"name": "Jo", "contact": "", "application": "Post code LS7 4AB was my round.", "confirmed": "on"}
    response = post(client, f"{panel.job}candidates/add/", **data)
    text = response.content.decode()
    assert response.status_code == 422 and "LS7 4AB" in text and "I looked" in text
    went(post(client, f"{panel.job}candidates/add/", **data, looked_at="on"))


@pytest.mark.parametrize("value", ["6", "-1", "x", ""])
def test_a_score_that_is_none(cast, client_as, value) -> None:
    panel = steps.invited(cast, "cora", "manager", candidates=1)
    questions = panel.questions()
    data = {questions[0].code: "3", questions[1].code: value}
    response = post(client_as("cora"), f"{panel.url}sheets/scores/{panel.candidate('A').code}/", **data)
    assert response.status_code == 422 and not Score.objects.exists()


def test_a_choice_that_differs_keeps_what_was_written(cast, client_as) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, manager={"A": 1, "B": 5})
    data = {"candidate": panel.candidate("B").code, "reason": "", "start_by": "1 December 2030"}
    response = post(client_as("manager"), f"{panel.job}choice/", **data)
    assert response.status_code == 422 and "1 December 2030" in response.content.decode()
    assert not PanelChoice.objects.exists()
    went(post(client_as("manager"), f"{panel.job}choice/", **{**data, "reason": "B can start now."}))
    decision = read(client_as, "cora", f"/harbour/decisions/{panel.recruitment.decision.code}/")
    assert "B can start now." in decision and "had put A first" in decision


def test_what_is_not_there(cast, client_as) -> None:
    panel = steps.seated(cast)
    for url in ("stages/lunch/", "follow-up/started/", "candidates/nobody/", "panel/nobody/", "open/lunch/"):
        assert client_as("coordinator").get(panel.job + url).status_code == 404
    for url in ("sheets/lunch/", "sheets/scores/nobody/", "result/", "shortlist/", "questions/nobody/remove/"):
        assert client_as("cora").get(panel.url + url).status_code == 404
    decision = make.decision(cast)
    assert client_as("coordinator").get(f"/harbour/decisions/{decision.code}/job/").status_code == 404


def test_a_member_writes_questions_in_their_own_name(cast, client_as) -> None:
    panel = steps.seated(cast)
    dev = panel.member("dev").place.code
    data = {"words": "Why here?", "shows": "Knows us.", "who": dev}
    went(post(client_as("cora"), f"{panel.url}questions/", **data))
    (question,) = panel.questions()
    assert question.place_id == panel.member("cora").place_id


# What a page costs.


def full(cast) -> steps.Panel:
    panel = steps.all_in(
        cast,
        cora={"A": 5, "B": 1, "C": 2},
        dev={"A": 5, "B": 1, "C": 2},
        noor={"A": 5, "B": 1, "C": 2},
        manager={"A": 1, "B": 5, "C": 2},
    )
    services.choose_candidate(
        recruitment=panel.fresh(),
        candidate=panel.candidate("B"),
        reason="B can start now.",
        start_by=days(9),
        by=cast.actor("manager"),
    )
    services.review_panel(member=panel.member("cora"), worked="Time.", change="", by=cast.actor("cora"))
    return panel


@pytest.mark.parametrize("who", ["cora", "manager", "board"])
def test_stages_ask_few_questions(cast, client_as, who, django_assert_max_num_queries) -> None:
    panel, client = full(cast), client_as(who)
    for step in Step.values:
        with django_assert_max_num_queries(15):
            assert client.get(f"{panel.job}stages/{step}/").status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get(panel.job).status_code == 200


@pytest.mark.parametrize("url", ["", "result/", "shortlist/", "review/"])
def test_a_member_asks_few_questions(cast, client_as, url, django_assert_max_num_queries) -> None:
    panel, client = full(cast), client_as("cora")
    with django_assert_max_num_queries(15):
        assert client.get(panel.url + url).status_code == 200


def test_a_sheet_asks_few_questions(cast, client_as, django_assert_max_num_queries) -> None:
    panel, client = steps.invited(cast, "cora", "manager", candidates=4, questions=6), client_as("cora")
    for url in ("sheets/scores/", f"sheets/scores/{panel.candidate('A').code}/"):
        with django_assert_max_num_queries(15):
            assert client.get(panel.url + url).status_code == 200


def test_lists_ask_few_questions(cast, client_as, django_assert_max_num_queries) -> None:
    panel, client = full(cast), client_as("coordinator")
    steps.begun(cast, title="Another job")
    for url in ("/harbour/panels/", f"{panel.job}panel/"):
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200
