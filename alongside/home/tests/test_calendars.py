"""Somebody's calendar in another program: by a secret address, and only what they may see when it is read."""

from __future__ import annotations

import logging
from datetime import timedelta
from typing import Any

import icalendar
import pytest
from django.test import Client

from alongside.config.logs import WithoutSecrets
from alongside.core.actor import Actor, Kind, Medium
from alongside.core.errors import Refused
from alongside.home import services
from alongside.home.models import CalendarKey
from alongside.home.personal import export
from alongside.home.queries import calendars as queries
from alongside.home.services.forgetting import forget
from alongside.involvement import services as involvement
from alongside.involvement.models import Arrangement, Meeting, Place
from alongside.organisation.models import Membership
from tests import make
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def made(cast: Cast, who: str = "cora", calendar: str = "sessions", **values: Any) -> str:
    return f"/me/calendar/{services.make_calendar(calendar=calendar, by=cast.actor(who), **values)}.ics"


def entries(url: str) -> dict[str, Any]:
    response = Client().get(url)
    assert response.status_code == 200, response.status_code
    return {str(one["UID"]): one for one in icalendar.Calendar.from_ical(response.content).walk("VEVENT")}


@pytest.fixture
def session(cast: Cast) -> Meeting:
    at = make.opportunity(cast)
    make.place(cast, "cora", at)
    meeting = make.meeting(cast, at, on=make.days(7), recorded_by=cast.users["coordinator"])
    Arrangement.objects.create(meeting=meeting, person=cast.people["cora"], what="A lift.", due_on=make.days(5))
    return meeting


def uid(meeting: Meeting) -> str:
    return f"session-{meeting.code}@alongside"


class TestOwnSessions:
    def test_day_hour_and_place_and_nothing_about_anybody(self, cast: Cast, session: Meeting) -> None:
        url = made(cast)
        (found,) = entries(url).values()
        assert (found["SUMMARY"], found["LOCATION"]) == ("Interview day", "Harbour House, room 2")
        assert found["DTSTART"].dt == session.starts_at and found["DTEND"].dt == session.ends_at
        assert str(found["URL"]).endswith(f"/harbour/sessions/{session.code}/")
        text = Client().get(url).content.decode()
        assert not any(word in text for word in ("lift", "Cora", "Whitlock", "cora@"))

    def test_only_busy(self, cast: Cast, session: Meeting) -> None:
        text = Client().get(made(cast, shows="busy")).content.decode()
        assert "SUMMARY:Busy" in text and not any(word in text for word in ("Interview", "Harbour", "harbour", "room"))

    def test_of_nobody_else(self, cast: Cast, session: Meeting) -> None:
        assert entries(made(cast, "dev")) == {} and entries(made(cast, "board")) == {}
        assert list(entries(made(cast, "coordinator"))) == [uid(session)]  # who set it
        assert list(entries(made(cast, "manager"))) == [uid(session)]  # whose decision it is

    @pytest.mark.parametrize("state", ["offered", "declined", "withdrawn"])
    def test_without_a_yes_it_is_not_there(self, cast: Cast, session: Meeting, state: str) -> None:
        url = made(cast)
        day = make.days(-1) if state == "withdrawn" else None
        Place.objects.update(state=state, withdrawn_on=day)
        assert entries(url) == {}

    def test_moved_and_called_off_keep_their_name(self, cast: Cast, session: Meeting) -> None:
        url, by = made(cast), cast.actor("coordinator")
        before = entries(url)[uid(session)]
        starts = session.starts_at + timedelta(days=1)
        values = {"title": session.title, "place": session.place, "starts_at": starts}
        involvement.change_meeting(meeting=session, ends_at=starts + timedelta(hours=2), seen=1, by=by, **values)
        moved = entries(url)[uid(session)]
        assert moved["DTSTART"].dt == starts and moved["SEQUENCE"] > before["SEQUENCE"]
        session.refresh_from_db()
        involvement.cancel_meeting(meeting=session, by=by)
        off = entries(url)[uid(session)]
        assert off["STATUS"] == "CANCELLED" and off["SEQUENCE"] > moved["SEQUENCE"]

    def test_long_past_and_far_away_are_left_out(self, cast: Cast, session: Meeting) -> None:
        for days in (-90, 700):
            make.meeting(cast, session.opportunity, on=make.days(days))
        assert list(entries(made(cast))) == [uid(session)]


class TestDecisions:
    def test_all_days_by_what_each_may_see_now(self, cast: Cast) -> None:
        open_one = make.decision(cast)
        hidden = make.decision(cast, audience="staff", unit=cast.units["other_team"], title="The night rota")
        seen = {who: made(cast, who, "decisions") for who in ("cora", "manager", "board")}
        names = {who: set(entries(url)) for who, url in seen.items()}
        mine, theirs = f"decision-{open_one.code}@alongside", f"decision-{hidden.code}@alongside"
        assert names == {"cora": {mine}, "manager": {mine}, "board": {mine, theirs}}
        found = entries(seen["board"])[mine]
        assert found["DTSTART"].dt == open_one.due_on and found["TRANSP"] == "TRANSPARENT"
        Membership.objects.filter(user=cast.users["board"]).update(until=make.days(0))
        assert Client().get(seen["board"]).status_code == 404

    def test_decided_dropped_and_without_a_day(self, cast: Cast) -> None:
        done = make.decision(cast, state="decided", taken="without", decided_on=make.days(-3))
        off = make.decision(cast, state="dropped")
        make.decision(cast, due_on=None)
        found = entries(made(cast, "board", "decisions"))
        assert {str(one["SUMMARY"])[:8] for one in found.values()} == {"Decided:", "Not goin"}
        assert found[f"decision-{done.code}@alongside"]["DTSTART"].dt == make.days(-3)
        assert found[f"decision-{off.code}@alongside"]["STATUS"] == "CANCELLED"


class TestAddress:
    def test_it_is_kept_nowhere_and_a_new_one_ends_it(self, cast: Cast, session: Meeting) -> None:
        first = made(cast)
        secret = first.split("/")[-1].removesuffix(".ics")
        assert len(secret) == queries.LENGTH and secret not in repr(list(CalendarKey.objects.values()))
        second = made(cast)
        assert Client().get(first).status_code == 404 and Client().get(second).status_code == 200
        services.stop_calendar(calendar="sessions", by=cast.actor("cora"))
        assert Client().get(second).status_code == 404
        assert services.stop_calendar(calendar="sessions", by=cast.actor("cora")) is None

    def test_it_ends_with_the_sign_in(self, cast: Cast, session: Meeting) -> None:
        url = made(cast)
        forget(person=cast.people["cora"], by=cast.actor("cora"))
        assert Client().get(url).status_code == 404 and not CalendarKey.objects.exists()

    def test_forgotten_on_one_register_and_working_elsewhere(self, cast: Cast, session: Meeting) -> None:
        url = made(cast)
        Membership.objects.create(organisation=cast.other, user=cast.users["cora"], role="finance")
        forget(person=cast.people["cora"], by=cast.actor("cora"))
        assert entries(url) == {}

    @pytest.mark.parametrize("secret", ["x", "0" * 32, "%00", "a" * 500, "0" * 31 + "é", "..%2f.."])
    def test_one_that_never_was(self, cast: Cast, secret: str) -> None:
        response = Client().get(f"/me/calendar/{secret}.ics")
        assert response.status_code == 404 and b"harbour" not in response.content

    def test_wrong_ones_take_the_same_steps(self, cast: Cast, django_assert_num_queries: Any) -> None:
        stopped = made(cast)
        services.stop_calendar(calendar="sessions", by=cast.actor("cora"))
        for url in (stopped, "/me/calendar/nothing.ics", f"/me/calendar/{'0' * 32}.ics"):
            with django_assert_num_queries(3):
                Client().get(url)

    def test_too_many_wrong_ones_and_no_right_one_works_from_there(self, cast: Cast, session: Meeting) -> None:
        url = made(cast)
        for n in range(queries.MOST_WRONG):
            Client().get(f"/me/calendar/wrong{n}.ics")
        assert Client().get(url).status_code == 404
        assert Client(REMOTE_ADDR="198.51.100.7").get(url).status_code == 200

    def test_read_too_often(self, cast: Cast, monkeypatch: Any) -> None:
        monkeypatch.setattr(queries, "MOST_READ", 2)
        url = made(cast)
        codes = [Client().get(url).status_code for _ in range(3)]
        assert codes == [200, 200, 429]

    @pytest.mark.parametrize("who", ["public", "stranger"])
    def test_the_address_is_all_it_needs(self, cast: Cast, client_as: Any, session: Meeting, who: str) -> None:
        response = client_as(who).get(made(cast))
        assert response.status_code == 200 and not response.cookies
        assert response["Cache-Control"] == "private, no-cache" and response["X-Robots-Tag"] == "noindex"
        assert response["Content-Type"] == "text/calendar; charset=utf-8"

    def test_head_and_what_has_not_changed(self, cast: Cast, session: Meeting) -> None:
        url = made(cast)
        first = Client().get(url)
        assert Client().head(url)["ETag"] == first["ETag"] and Client().head(url).content == b""
        again = Client().get(url, headers={"if-none-match": first["ETag"]})
        assert again.status_code == 304 and again.content == b"" and again["Cache-Control"] == "private, no-cache"
        assert Client().get(url, headers={"if-modified-since": first["Last-Modified"]}).status_code == 304
        Meeting.objects.update(title="Another day")
        assert Client().get(url, headers={"if-none-match": first["ETag"]}).status_code == 200
        assert Client().post(url).status_code == 405

    def test_few_questions_however_much_there_is(self, cast: Cast, django_assert_max_num_queries: Any) -> None:
        at = make.opportunity(cast)
        make.place(cast, "cora", at)
        for n in range(30):
            make.meeting(cast, at, on=make.days(n))
        url = made(cast)
        with django_assert_max_num_queries(9):
            assert len(entries(url)) == 30


class TestWhose:
    @pytest.mark.parametrize(
        "by",
        [Actor(Kind.PUBLIC), Actor(Kind.SYSTEM), Actor(Kind.USER, user_id=1).for_person(5, Medium.PHONE)],
        ids=["nobody", "system", "for somebody else"],
    )
    def test_nobody_makes_one_for_somebody_else(self, by: Actor) -> None:
        for act in (services.make_calendar, services.stop_calendar):
            with pytest.raises(Refused):
                act(calendar="sessions", by=by)
        assert not CalendarKey.objects.exists()

    @pytest.mark.parametrize("values", [{"calendar": "everything"}, {"calendar": "sessions", "shows": "names"}])
    def test_what_there_is_not(self, cast: Cast, values: dict[str, str]) -> None:
        with pytest.raises(Refused):
            services.make_calendar(by=cast.actor("cora"), **values)

    def test_their_own_copy_says_that_there_is_one(self, cast: Cast) -> None:
        url = made(cast)
        (row,) = export(cast.users["cora"].pk)["calendar_addresses"]
        assert row["stopped_on"] is None and url.split("/")[-1][:8] not in repr(row)


class TestPages:
    def test_shown_once(self, cast: Cast, client_as: Any, session: Meeting) -> None:
        client = client_as("cora")
        assert "what you need to take part" in client.get("/me/calendar/").content.decode()
        page = client.post("/me/calendar/sessions/", {"shows": "all"})
        address = page.content.decode().split('tabindex="0">')[1].split("</code>")[0]
        assert entries(address.partition("://")[2].partition("/")[1] + address.partition("://")[2].partition("/")[2])
        assert page["Cache-Control"] == "no-store" and page["Referrer-Policy"] == "no-referrer"
        later = client.get("/me/calendar/").content.decode()
        assert "There is an address." in later and address not in later
        assert client.post("/me/calendar/sessions/stop/", follow=True).status_code == 200
        assert "There is an address." not in client.get("/me/calendar/").content.decode()

    def test_what_was_not_chosen(self, cast: Cast, client_as: Any) -> None:
        client = client_as("cora")
        assert client.post("/me/calendar/sessions/", {"shows": "names"}).status_code == 422
        assert client.get("/me/calendar/everything/").status_code == 404
        assert client.get("/me/calendar/sessions/stop/").status_code == 404
        assert not CalendarKey.objects.exists()

    def test_few_questions(self, cast: Cast, client_as: Any, django_assert_max_num_queries: Any) -> None:
        client = client_as("cora")
        with django_assert_max_num_queries(9):
            assert client.get("/me/calendar/").status_code == 200


def test_no_log_holds_an_address(cast: Cast, caplog: Any, settings: Any) -> None:
    url = made(cast)
    services.stop_calendar(calendar="sessions", by=cast.actor("cora"))
    with caplog.at_level(logging.DEBUG):
        Client().get(url)
        Client().get("/harbour/nowhere/")
    assert "/harbour/nowhere/" in caplog.text and url not in caplog.text
    record = logging.LogRecord("django", logging.ERROR, "", 1, "Internal Server Error: %s", (url,), None)
    assert WithoutSecrets().filter(record) and record.getMessage() == "Internal Server Error: /me/calendar/….ics"
    assert settings.LOGGING["handlers"]["console"]["filters"] == ["without_secrets"]


def test_what_is_too_much_says_so(cast: Cast, session: Meeting, monkeypatch: Any) -> None:
    make.meeting(cast, session.opportunity, on=make.days(9))
    monkeypatch.setattr(queries, "MOST", 1)
    url = made(cast)
    assert list(entries(url)) == [uid(session)]
    text = Client().get(url).content.decode().replace("\r\n ", "")
    assert "the later ones are not in it" in text


def test_what_is_just_enough_says_nothing_of_more(cast: Cast, session: Meeting, monkeypatch: Any) -> None:
    monkeypatch.setattr(queries, "MOST", 1)
    assert "the later ones" not in Client().get(made(cast)).content.decode().replace("\r\n ", "")
