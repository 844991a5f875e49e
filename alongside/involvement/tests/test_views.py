"""The pages: what they show to whom, and what they say when something cannot be done."""

from __future__ import annotations

import re

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from alongside.core.dates import long_day
from alongside.involvement import queries, services
from alongside.involvement.models import (
    AgendaItem,
    Arrangement,
    Attendance,
    Interest,
    InvolvementRequest,
    Meeting,
    Opportunity,
    Paper,
    Place,
)
from alongside.people.models import Consent
from tests import make
from tests.make import days

from . import steps
from .browsing import ASK, post, went

# What cannot be done says why, and loses nothing.


def test_where_nothing_waits_one_sentence_says_what_begins_it(cast, client_as) -> None:
    """And not six boxes without a heading."""
    client = client_as("coordinator")
    page = client.get("/harbour/involvement/").content.decode()
    assert page.count("al-empty") == 1 and "It begins with a request" in page
    make.opportunity(cast, make.decision(cast))
    assert "It begins with a request" not in client.get("/harbour/involvement/").content.decode()


def test_asking_needs_what_would_still_change(cast, client_as) -> None:
    decision = make.decision(cast)
    data = {**ASK, "why": "", "sponsor": cast.users["manager"].code}
    response = post(client_as("staff"), f"/harbour/ask/{decision.code}/", **data)
    assert response.status_code == 422
    text = response.content.decode()
    assert "If nothing would, there is nothing to ask people for." in text
    assert "The questions and the choice." in text
    assert not InvolvementRequest.objects.exists()


def test_a_form_sent_twice_asks_once(cast, client_as) -> None:
    client, decision = client_as("staff"), make.decision(cast)
    data = {**ASK, "sponsor": cast.users["manager"].code, "once": "0" * 32}
    first, second = (client.post(f"/harbour/ask/{decision.code}/", data) for _ in range(2))
    assert first["Location"] == second["Location"]
    assert InvolvementRequest.objects.count() == 1


def test_those_who_asked_find_it_again(cast, client_as) -> None:
    decision = make.decision(cast, title="A new rota")
    refused = make.request(cast, decision, state="refused", reason="Two days is too short.")
    text = re.sub(r"\s+", " ", client_as("manager").get("/harbour/ask/").content.decode())
    assert "What you and your team asked for" in text
    assert f"/harbour/involvement/requests/{refused.code}/" in text
    assert text.count("Refused") == 2  # beside the decision, which can be asked for again, and in their own list


def test_what_stands_in_the_way_of_opening_is_said(cast, client_as) -> None:
    opportunity = steps.written(cast, can_change="", pay="")
    client, page = client_as("coordinator"), f"/harbour/involvement/opportunities/{opportunity.code}/"
    assert "Write what is missing" in client.get(page).content.decode()
    response = client.get(f"/harbour/candour/open/{opportunity.code}/")
    assert response.status_code == 409
    assert "what is paid" in response.content.decode()
    assert client.post(f"/harbour/candour/open/{opportunity.code}/").status_code == 422
    opportunity.refresh_from_db()
    assert opportunity.state == "draft"


def test_two_people_change_an_opportunity_at_once(cast, client_as) -> None:
    opportunity, client = steps.written(cast), client_as("coordinator")
    url = f"/harbour/involvement/opportunities/{opportunity.code}/change/"
    page = client.get(url).content.decode()
    seen = re.search(r'name="seen" value="(\d+)"', page)
    services.change_opportunity(
        opportunity=opportunity, words={"where": "Online"}, seen=1, by=cast.actor("coordinator")
    )
    data = {**steps.ADVERT, "advert": "My own words.", "seats": "2", "seen": seen and seen[1]}
    response = client.post(url, data)
    assert response.status_code == 422
    assert "My own words." in response.content.decode()
    opportunity.refresh_from_db()
    assert opportunity.where == "Online"


def test_a_step_that_is_not_there(cast, client_as) -> None:
    opportunity = make.opportunity(cast)
    url = f"/harbour/involvement/opportunities/{opportunity.code}/explode/"
    assert client_as("coordinator").get(url).status_code == 404


@pytest.mark.parametrize("note", ["", "x" * 2001, "\x00null", "🙂 مرحبا", "<script>alert(1)</script>"])
def test_any_words_with_interest(cast, client_as, note) -> None:
    opportunity, client = make.opportunity(cast), client_as("cora")
    response = post(client, f"/harbour/open/{opportunity.code}/interested/", note=note)
    assert response.status_code == (422 if len(note) > 2000 else 303)
    if response.status_code == 303:
        assert Interest.objects.get().note == note.replace("\x00", "")
        text = client_as("coordinator").get(f"/harbour/involvement/opportunities/{opportunity.code}/").content.decode()
        assert "<script>alert" not in text


# Who sees what.


def test_a_stranger_reads_the_advert_and_no_name(cast, client_as) -> None:
    opportunity = make.opportunity(cast)
    make.place(cast, "cora", opportunity)
    text = client_as("public").get(f"/harbour/open/{opportunity.code}/").content.decode()
    assert opportunity.can_change in text
    for name in ("Cora", "Alma", "alma@example.org", opportunity.decision.title):
        assert name not in text


def test_with_nothing_to_ask_about_the_way_to_the_calendar_is_there(cast, client_as) -> None:
    page = client_as("manager").get("/harbour/ask/").content.decode()
    assert "No decision that may not be taken without people is waiting." in page
    assert 'href="/harbour/decisions/new/"' in page


def test_whoever_can_be_asked_has_a_name_and_perhaps_a_job(cast, client_as) -> None:
    opportunity = steps.opened(cast)
    page = f"/harbour/open/{opportunity.code}/"
    assert "Ask Alma Reyes, Co-production coordinator. They" in client_as("cora").get(page).content.decode()
    type(cast.users["coordinator"]).objects.update(job="")
    assert "Ask Alma Reyes. They" in client_as("cora").get(page).content.decode()


def test_an_advert_that_was_never_opened_is_not_there(cast, client_as) -> None:
    opportunity = make.opportunity(cast, state="draft", opened_on=None)
    assert client_as("cora").get(f"/harbour/open/{opportunity.code}/").status_code == 404


def test_the_board_sees_numbers_and_no_names(cast, client_as) -> None:
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora", "dev")
    steps.taken(cast, opportunity, "cora")
    meeting = steps.session(cast, opportunity)
    board = client_as("board")
    for page in (f"involvement/opportunities/{opportunity.code}", f"sessions/{meeting.code}", "involvement"):
        text = board.get(f"/harbour/{page}/").content.decode()
        assert "Cora" not in text
        assert "A taxi" not in text
    assert "1 of 2 seats taken" in board.get(f"/harbour/involvement/opportunities/{opportunity.code}/").content.decode()


def test_one_participant_does_not_see_what_another_needs(cast, client_as) -> None:
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora", "dev")
    for who in ("cora", "dev"):
        steps.taken(cast, opportunity, who)
    meeting = steps.session(cast, opportunity)
    hers = Arrangement.objects.get()
    dev = client_as("dev")
    text = dev.get(f"/harbour/sessions/{meeting.code}/").content.decode()
    assert "A taxi" not in text
    assert "Cora" not in text
    assert dev.get(f"/harbour/sessions/{meeting.code}/arrangements/{hers.code}/").status_code == 404
    assert dev.get(f"/harbour/places/{Place.objects.get(person=cast.people['cora']).code}/").status_code == 404


def test_the_agenda_says_who_raised_what(cast, client_as) -> None:
    opportunity = steps.closed(cast, "cora", "dev")
    for who in ("cora", "dev"):
        steps.taken(cast, opportunity, who)
    meeting = steps.session(cast, opportunity)
    page = f"/harbour/sessions/{meeting.code}/"
    went(post(client_as("cora"), f"{page}agenda/", title="Why do you need a car for this job?"))
    went(post(client_as("staff"), f"{page}agenda/", title="Welcome", raised_by="me"))
    assert AgendaItem.objects.get(position=1).raised_by_person == cast.people["cora"]
    assert "raised by you" in client_as("cora").get(page).content.decode()
    assert "raised by somebody who takes part" in client_as("dev").get(page).content.decode()
    assert "raised by Cora" in client_as("staff").get(page).content.decode()


def test_a_paper_goes_out_as_a_file_and_only_to_those_who_may(cast, client_as) -> None:
    opportunity = steps.closed(cast, "cora", "dev")
    steps.taken(cast, opportunity, "cora")
    meeting = steps.session(cast, opportunity)
    page = f"/harbour/sessions/{meeting.code}/"
    upload = SimpleUploadedFile("questions <1>.pdf", b"<script>alert(1)</script>", content_type="text/html")
    went(post(client_as("staff"), f"{page}papers/", title="Questions", file=upload))
    paper = Paper.objects.get()
    assert re.fullmatch(r"papers/[0-9a-z]{26}", paper.file.name)
    response = client_as("cora").get(f"/harbour/papers/{paper.code}/")
    assert b"".join(response.streaming_content) == b"<script>alert(1)</script>"
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Content-Type"] == "application/octet-stream"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert client_as("dev").get(f"/harbour/papers/{paper.code}/").status_code == 404
    went(post(client_as("staff"), f"{page}papers/sent/", on=long_day(days(0)), same="no", difference="The scores"))
    assert "Not the same for everybody" in client_as("cora").get(page).content.decode()


def test_a_paper_that_is_too_large(cast, client_as) -> None:
    meeting = make.meeting(cast, make.opportunity(cast), days(5))
    upload = SimpleUploadedFile("large.pdf", b"x" * (20 * 1024 * 1024 + 1))
    response = post(client_as("staff"), f"/harbour/sessions/{meeting.code}/papers/", title="Large", file=upload)
    assert response.status_code == 422
    assert not Paper.objects.exists()


@pytest.mark.parametrize("name", ["setup.exe", "page.html", "questions.pdf.js", "questions"])
def test_a_paper_is_something_to_read(cast, client_as, name) -> None:
    meeting = make.meeting(cast, make.opportunity(cast), days(5))
    upload = SimpleUploadedFile(name, b"x")
    response = post(client_as("staff"), f"/harbour/sessions/{meeting.code}/papers/", title="Questions", file=upload)
    assert response.status_code == 422
    assert "A paper is a document, a picture or a recording" in response.content.decode()
    assert not Paper.objects.exists()


@pytest.mark.parametrize("sent_on", [None, days(0)], ids=["before it went out", "after"])
def test_the_wrong_paper_is_removed_for_good(cast, client_as, sent_on, django_capture_on_commit_callbacks) -> None:
    opportunity = make.opportunity(cast, state="filled")
    make.place(cast, "cora", opportunity)
    meeting = make.meeting(cast, opportunity, days(5))
    paper = Paper.objects.create(meeting=meeting, title="Scores", file_name="scores.pdf", sent_on=sent_on)
    paper.file.save("", ContentFile(b"%PDF"))
    page, storage, name = f"/harbour/sessions/{meeting.code}/", paper.file.storage, paper.file.name
    assert f"/harbour/papers/{paper.code}/remove/" in client_as("staff").get(page).content.decode()
    assert "/remove/" not in client_as("cora").get(page).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        went(post(client_as("staff"), f"/harbour/papers/{paper.code}/remove/"))
    assert client_as("cora").get(f"/harbour/papers/{paper.code}/").status_code == 404
    assert not storage.exists(name)
    assert ("Scores" in client_as("cora").get(page).content.decode()) == bool(sent_on)


def test_whoever_gave_their_place_back_reads_no_papers(cast, client_as) -> None:
    opportunity = make.opportunity(cast, state="filled")
    place = make.place(cast, "cora", opportunity, state="withdrawn", withdrawn_on=days(-1))
    meeting = make.meeting(cast, opportunity, days(0))
    paper = Paper.objects.create(meeting=meeting, title="Those who applied", file_name="names.pdf")
    paper.file.save("", ContentFile(b"%PDF"))
    client, url = client_as("cora"), f"/harbour/papers/{paper.code}/"
    assert client.get(url).status_code == 404
    assert "Those who applied" not in client.get(f"/harbour/sessions/{meeting.code}/").content.decode()
    make.attended(meeting, place)
    assert client.get(url).status_code == 200


@pytest.mark.parametrize(
    ("allowed", "words"),
    [(True, "Offered. They are told today."), (False, "Offered. No e-mail may reach them: tell them yourself.")],
)
def test_an_offer_says_how_it_is_heard_of(cast, client_as, allowed, words) -> None:
    opportunity, person = steps.closed(cast, "cora"), cast.people["cora"]
    if not allowed:
        Consent.objects.filter(person=person).update(withdrawn_on=days(0))
    url = f"/harbour/involvement/opportunities/{opportunity.code}/"
    client = client_as("coordinator")
    went(post(client, f"{url}offer/{person.code}/", because="You have not had a turn.", deliver="5"))
    assert words in client.get(url).content.decode()


@pytest.mark.parametrize("came", [True, False])
def test_nobody_is_to_be_told_where_nobody_took_part(cast, client_as, came) -> None:
    decision = make.decision(cast, kind=cast.kinds["policy"])
    if came:
        opportunity = make.opportunity(cast, decision, state="filled")
        make.attended(make.meeting(cast, opportunity, days(-1)), make.place(cast, "cora", opportunity))
    client, url = client_as("manager"), f"/harbour/decisions/{decision.code}/"
    went(post(client, f"{url}outcome/", outcome="Two doors.", reason="It is safer.", decided_on=long_day(days(0))))
    assert ("We write to those who took part" in client.get(url).content.decode()) is came


def test_why_without_people_is_not_called_optional(cast, client_as) -> None:
    url = f"/harbour/decisions/{make.decision(cast).code}/outcome/"
    page = client_as("coordinator").get(url).content.decode()
    assert re.search(r"Why is it taken without people\?\s*</label>", page)


def test_giving_a_place_back_costs_no_turn(cast) -> None:
    opportunity = steps.closed(cast, "cora")
    place = steps.taken(cast, opportunity, "cora")
    coordinator = cast.actor("coordinator")
    turns = lambda: queries.interested_in(coordinator, opportunity).get().turns  # noqa: E731
    assert turns() == 1
    services.withdraw_place(place=place, by=cast.actor("cora"))
    assert turns() == 0


def test_attendance_can_be_put_right(cast, client_as) -> None:
    opportunity = make.opportunity(cast, state="filled")
    place = make.place(cast, "cora", opportunity)
    meeting = make.meeting(cast, opportunity, days(-1))
    url, client = f"/harbour/sessions/{meeting.code}/attendance/", client_as("coordinator")
    assert post(client, url).status_code == 422
    went(post(client, url, **{f"came_{place.code}": "yes", f"minutes_{place.code}": "60"}))
    went(post(client, url, **{f"came_{place.code}": "no"}))
    assert Attendance.objects.get().came is False


def test_the_outcome_page_says_why_it_does_not_count(cast, client_as) -> None:
    decision = make.decision(cast)
    opportunity = make.opportunity(cast, decision, state="filled")
    low = make.place(cast, "cora", opportunity, role=2)
    make.attended(make.meeting(cast, opportunity, days(-2)), low)
    text = client_as("manager").get(f"/harbour/decisions/{decision.code}/outcome/").content.decode()
    assert "this counts as taken without people" in text
    assert "in a role that is less than" in text
    assert "Only the coordinator or the board can record why it could not wait." in text
    text = client_as("board").get(f"/harbour/decisions/{decision.code}/outcome/").content.decode()
    assert "Cora" not in text


def test_a_reserved_decision_without_people_needs_a_reason(cast, client_as) -> None:
    decision, client = make.decision(cast), client_as("coordinator")
    url = f"/harbour/decisions/{decision.code}/outcome/"
    data = {"outcome": "Done.", "reason": "Because.", "decided_on": long_day(days(0))}
    assert post(client, url, **data).status_code == 422
    allowed = cast.users["coordinator"].code
    went(post(client, url, **data, taken_without_reason="The post had to be filled.", allowed_by=allowed))
    decision.refresh_from_db()
    assert decision.taken == "excepted"


def test_my_places_everywhere(cast, client_as, django_assert_max_num_queries) -> None:
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora", "dev")
    steps.taken(cast, opportunity, "cora")
    steps.session(cast, opportunity)
    client = client_as("cora")
    with django_assert_max_num_queries(13):
        text = client.get("/me/places/").content.decode()
    assert "Interview day" in text
    assert "A taxi" in text


# Few questions to the database, however long the list.


@pytest.fixture
def busy(cast):
    """Twelve of everything on one page."""
    for number in range(12):
        decision = make.decision(cast, title=f"Decision {number}")
        make.request(cast, decision)
        opportunity = make.opportunity(cast, decision, state="filled")
        for who in cast.people:
            make.place(cast, who, opportunity)
            Interest.objects.create(opportunity=opportunity, person=cast.people[who], said_on=days(-3))
        meeting = make.meeting(cast, opportunity, days(3))
        past = make.meeting(cast, opportunity, days(-3))
        for who, state in (("cora", "to_do"), ("dev", "not_met")):
            Arrangement.objects.create(meeting=past, person=cast.people[who], what="Taxi", due_on=days(-5), state=state)
        Paper.objects.create(meeting=meeting, title="Questions")
    return cast


@pytest.mark.parametrize(
    ("who", "page", "most"),
    [
        ("coordinator", "involvement/", 14),
        ("coordinator", "involvement/requests/", 9),
        ("coordinator", "involvement/opportunities/", 9),
        ("coordinator", "ask/", 11),
        ("coordinator", "involvement/opportunities/{opportunity}/", 14),
        ("coordinator", "sessions/{session}/", 15),
        ("coordinator", "places/{place}/", 13),
        ("cora", "open/", 10),
        ("cora", "open/{opportunity}/", 13),
        ("cora", "places/{place}/", 15),
        ("cora", "sessions/{session}/", 15),
        ("manager", "decisions/{decision}/outcome/", 15),
    ],
)
def test_few_queries(busy, client_as, who, page, most, django_assert_max_num_queries) -> None:
    opportunity = Opportunity.objects.select_related("decision").order_by("id").last()
    session = Meeting.objects.filter(opportunity=opportunity, starts_at__gt=timezone.now()).get()
    place = Place.objects.get(opportunity=opportunity, person=busy.people["cora"])
    url = page.format(
        opportunity=opportunity.code, session=session.code, place=place.code, decision=opportunity.decision.code
    )
    client = client_as(who)
    with django_assert_max_num_queries(most):
        assert client.get(f"/harbour/{url}").status_code == 200
