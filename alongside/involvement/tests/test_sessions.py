"""Sessions, what is arranged for them, papers, and who came."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone

from alongside.audit.models import Event
from alongside.core.errors import Refused
from alongside.involvement import personal, queries, services
from alongside.involvement.models import Arrangement, Attendance, Interest, Meeting
from alongside.post.models import Message
from tests import cast as casting
from tests import make
from tests.make import days

from . import steps
from .test_services import last_event, refused, told


@pytest.fixture
def both(cast):
    """Cora, who needs a taxi, and Dev have accepted."""
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora", "dev")
    for who in ("cora", "dev"):
        steps.taken(cast, opportunity, who)
    return opportunity


def change(cast, meeting: Meeting, **values) -> Meeting:
    known = {name: getattr(meeting, name) for name in ("title", "starts_at", "ends_at", "place")}
    given = {**known, "seen": meeting.version, "by": cast.actor("coordinator"), **values}
    return services.change_meeting(meeting=meeting, **given)


def test_setting_a_session_arranges_what_people_need(cast, both) -> None:
    meeting = steps.session(cast, both)
    arrangement = meeting.arrangements.get()
    assert (arrangement.what, arrangement.person) == ("A taxi", cast.people["cora"])
    assert arrangement.owner == cast.users["coordinator"]
    assert arrangement.due_on < meeting.held_on
    assert told("meeting_set") == {cast.people["cora"].pk, cast.people["dev"].pk}
    assert last_event()[1] == "meeting_set"


def test_accepting_arranges_for_the_sessions_that_are_set(cast) -> None:
    steps.need(cast, "cora", "A taxi")
    opportunity = steps.closed(cast, "cora")
    steps.session(cast, opportunity)
    make.meeting(cast, opportunity, days(-3))
    steps.taken(cast, opportunity, "cora")
    assert Arrangement.objects.count() == 1


def test_a_need_told_later_is_arranged_by_the_daily_task_once(cast, both) -> None:
    meeting = steps.session(cast, both)
    steps.need(cast, "dev", "A quiet room")
    assert services.arrange_what_is_missing() == 1
    assert services.arrange_what_is_missing() == 0
    assert set(meeting.arrangements.values_list("person", flat=True)) == {cast.people[w].pk for w in ("cora", "dev")}


@pytest.mark.parametrize(("gap", "least"), [(20, 2), (1, 0), (0, 0)])
def test_due_two_working_days_before_or_today(cast, both, gap, least) -> None:
    meeting = steps.session(cast, both, days(gap)) if gap else None
    if meeting is None:
        starts = timezone.now() + timedelta(minutes=5)
        if starts.date() != timezone.now().date():
            pytest.skip("five minutes to midnight")
        by = cast.actor("coordinator")
        meeting = services.set_meeting(
            opportunity=both, title="X", starts_at=starts, ends_at=starts + timedelta(hours=1), place="X", by=by
        )
    due = meeting.arrangements.get().due_on
    assert timezone.localdate() <= due <= meeting.held_on - timedelta(days=least)


def test_an_end_before_the_start(cast, both) -> None:
    with pytest.raises(Refused) as caught:
        services.set_meeting(
            opportunity=both,
            title="X",
            starts_at=steps.at(days(5), 12),
            ends_at=steps.at(days(5), 11),
            place="X",
            by=cast.actor("coordinator"),
        )
    assert caught.value.field == "until"


@pytest.mark.parametrize("start", [1, 0])
def test_an_hour_that_clocks_leave_out(cast, both, start) -> None:
    """In the night to 28 March 2027 it is three o'clock in London when it would be two."""
    zone, day = ZoneInfo("Europe/London"), (2027, 3, 28)
    starts, ends = datetime(*day, start, 30, tzinfo=zone), datetime(*day, start + 1, 30, tzinfo=zone)
    with pytest.raises(Refused) as caught:
        services.set_meeting(
            opportunity=both, title="X", starts_at=starts, ends_at=ends, place="X", by=cast.actor("coordinator")
        )
    assert caught.value.field == ("start" if start else "until") and "there is no 1:30am" in caught.value.reason


def test_moving_a_session_means_arranging_again(cast, both) -> None:
    meeting = steps.session(cast, both)
    services.mark_arranged(arrangement=meeting.arrangements.get(), by=cast.actor("coordinator"))
    same = change(cast, meeting, title="Interviews")
    assert meeting.arrangements.get().state == "arranged"
    assert not told("meeting_changed")
    moved = change(cast, same, starts_at=steps.at(days(25)), ends_at=steps.at(days(25), 12))
    assert moved.held_on == days(25)
    assert meeting.arrangements.get().state == "to_do"
    assert told("meeting_changed") == {cast.people["cora"].pk, cast.people["dev"].pk}
    with pytest.raises(Refused) as caught:
        change(cast, moved, seen=1)
    assert caught.value.field == "seen"


def test_cancelling(cast, both) -> None:
    meeting, by = steps.session(cast, both), cast.actor("coordinator")
    meeting = services.cancel_meeting(meeting=meeting, by=by)
    assert meeting.arrangements.get().state == "not_needed"
    assert told("meeting_cancelled") == {cast.people["cora"].pk, cast.people["dev"].pk}
    refused(services.cancel_meeting, meeting=meeting, by=by)
    refused(services.add_agenda_item, meeting=meeting, title="X", person=cast.people["cora"], by=cast.actor("cora"))


def test_what_was_begun_is_not_cancelled(cast, both) -> None:
    meeting = steps.past(steps.session(cast, both))
    refused(services.cancel_meeting, meeting=meeting, by=cast.actor("coordinator"))


# Whether it was met.


def test_not_met_is_an_incident_that_is_told_and_listed(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    arrangement = meeting.arrangements.get()
    assert refused(services.mark_not_met, arrangement=arrangement, happened=" ", by=by).field == "happened"
    services.mark_not_met(arrangement=arrangement, happened="No taxi came.", by=by)
    assert told("arrangement_not_met") == {cast.users["coordinator"].pk}
    assert [row.pk for row in queries.not_met(by, days(-30))] == [arrangement.pk]
    assert queries.how_many_not_met(cast.actor("board"), days(-30)) == 1
    assert "No taxi" not in Message.objects.get(kind="arrangement_not_met").body


def test_their_word_stands_over_staff(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    arrangement = services.mark_met(arrangement=meeting.arrangements.get(), by=by)
    arrangement = services.mark_not_met(arrangement=arrangement, happened="", by=cast.actor("cora"))
    assert (arrangement.state, arrangement.said_by_person) == ("not_met", True)
    refused(services.mark_met, arrangement=arrangement, by=by)
    again = services.mark_met(arrangement=arrangement, by=steps.told_by(cast, "cora"))
    assert (again.state, again.said_by_person) == ("met", True)


def test_what_is_waiting(cast, both) -> None:
    meeting, coordinator = steps.session(cast, both), cast.actor("coordinator")
    assert list(queries.arrangements_waiting(coordinator, days(5))) == []
    assert len(queries.arrangements_waiting(coordinator, days(25))) == 1
    assert len(queries.arrangements_waiting(cast.actor("staff"), days(25))) == 0
    services.mark_arranged(arrangement=meeting.arrangements.get(), by=coordinator)
    assert list(queries.arrangements_waiting(coordinator, days(25))) == []
    steps.past(meeting)
    assert len(queries.arrangements_waiting(coordinator, days(0))) == 1, "nobody said whether it was met"


def test_something_for_one_session_only(cast, both) -> None:
    meeting, by = steps.session(cast, both), cast.actor("coordinator")
    given = {"meeting": meeting, "what": "A phone call the day before", "owner": None, "due_on": None, "by": by}
    services.add_arrangement(person=cast.people["dev"], **given)
    assert last_event()[1] == "arrangement_added"
    refused(services.add_arrangement, person=cast.people["eoin"], **given)


# Papers and agenda.


def test_papers_that_were_not_the_same(cast, both) -> None:
    meeting, by = steps.session(cast, both), cast.actor("staff")
    given = {"meeting": meeting, "on": days(0), "by": by}
    refused(services.send_papers, same_for_everyone=True, difference="", **given)
    paper = services.add_paper(meeting=meeting, title="Scores", file=None, by=by)
    assert refused(services.send_papers, same_for_everyone=False, difference="", **given).field == "difference"
    tomorrow = {**given, "on": days(1)}
    assert refused(services.send_papers, same_for_everyone=True, difference="", **tomorrow).field == "on"
    assert services.send_papers(same_for_everyone=False, difference="The old scores", **given) == 1
    paper.refresh_from_db()
    assert (paper.sent_on, paper.same_for_everyone, paper.difference) == (days(0), False, "The old scores")
    assert told("papers_sent") == {cast.people["cora"].pk, cast.people["dev"].pk}


def test_only_those_who_take_part_put_things_on_the_agenda(cast, both) -> None:
    meeting = steps.session(cast, both)
    for number, who in enumerate(("cora", "dev"), 1):
        item = services.add_agenda_item(meeting=meeting, title="Cars", person=cast.people[who], by=cast.actor(who))
        assert item.position == number
    values = {"meeting": meeting, "title": "Cars"}
    refused(services.add_agenda_item, person=cast.people["eoin"], by=cast.actor("eoin"), **values)
    refused(services.add_agenda_item, person=cast.people["cora"], by=cast.actor("dev"), **values)
    steps.past(meeting)
    refused(services.add_agenda_item, person=cast.people["cora"], by=cast.actor("cora"), **values)


# Afterwards.


def test_nobody_came_before_the_session(cast, both) -> None:
    meeting = steps.session(cast, both)
    rows = [services.Came(place, True) for place in queries.could_attend(meeting)]
    refused(services.record_attendance, meeting=meeting, rows=rows, by=cast.actor("coordinator"))


def test_who_came_and_the_time_it_took(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    first, second = queries.could_attend(meeting)
    rows = [services.Came(first, True, 180, 60), services.Came(second, False, 180, 45)]
    services.record_attendance(meeting=meeting, rows=rows, by=by)
    found = {row.place_id: (row.came, row.minutes, row.prep_minutes) for row in Attendance.objects.all()}
    assert found == {first.pk: (True, 180, 60), second.pk: (False, 0, 45)}
    services.record_attendance(meeting=meeting, rows=rows[:1], by=by)
    assert Attendance.objects.count() == 2
    assert Event.objects.filter(name="attendance_recorded").count() == 2


def test_a_session_that_is_over_waits_until_it_is_written_down(cast, both, client_as) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    assert [row.pk for row in queries.sessions_to_write_down(by, days(-30))] == [meeting.pk]
    assert list(queries.sessions_to_write_down(cast.actor("board"), days(-30))) == []
    rows = [services.Came(place, True, 180, 60) for place in queries.could_attend(meeting)]
    services.record_attendance(meeting=meeting, rows=rows, by=by)
    assert list(queries.sessions_to_write_down(by, days(-30))) == []
    page = client_as("cora").get(f"/harbour/sessions/{meeting.code}/").content.decode()
    assert "You came: 180 minutes there, and 60 minutes to get ready." in page


@pytest.mark.parametrize(("who", "leads"), [("coordinator", "voices/new"), ("staff", "voices/new"), ("cora", "say")])
def test_what_was_said_is_written_down_from_the_page_of_the_session(cast, both, client_as, who, leads) -> None:
    meeting, client = steps.session(cast, both), client_as(who)
    page, there = f"/harbour/sessions/{meeting.code}/", f"/harbour/{leads}/?session={meeting.code}"
    assert there not in client.get(page).content.decode()
    steps.past(meeting)
    assert there in client.get(page).content.decode()
    assert client.get(there).status_code == 200


@pytest.mark.parametrize("also", ["board", "finance", "safeguarding", "administrator"])
def test_whoever_works_in_another_team_too_reads_no_names_by_way_of_it(cast, both, client_as, also) -> None:
    """They see every decision, and write down what is said to the team in which they work: this is not theirs."""
    casting.member(cast.org, cast.users[also], "manager", cast.units["other_team"])
    meeting, client = steps.past(steps.session(cast, both)), client_as(also)
    there = f"/harbour/voices/new/?session={meeting.code}"
    page = client.get(f"/harbour/sessions/{meeting.code}/")
    assert page.status_code == 200 and there not in page.content.decode()
    form, dev = client.get(there).content.decode(), cast.people["dev"]
    assert dev.called not in form and dev.code not in form


def test_of_a_session_that_is_over_nothing_is_said_of_what_people_need(cast, both, client_as) -> None:
    meeting = steps.past(steps.session(cast, both))
    page = client_as("coordinator").get(f"/harbour/sessions/{meeting.code}/").content.decode()
    assert "Nobody who comes has told us" not in page


@pytest.mark.parametrize(("minutes", "prep"), [(1441, 0), (-1, 0), (0, 99_999)])
def test_times_that_cannot_be(cast, both, minutes, prep) -> None:
    meeting = steps.past(steps.session(cast, both))
    rows = [services.Came(queries.could_attend(meeting)[0], True, minutes, prep)]
    refused(services.record_attendance, meeting=meeting, rows=rows, by=cast.actor("coordinator"))
    assert not Attendance.objects.exists()


def test_only_those_who_had_a_place_that_day(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    elsewhere = make.place(cast, "eoin", make.opportunity(cast))
    refused(services.record_attendance, meeting=meeting, rows=[services.Came(elsewhere, True)], by=by)
    place = queries.my_place_in(cast.actor("cora"), both)
    assert place is not None
    services.withdraw_place(place=place, by=cast.actor("cora"))
    assert place.pk in {each.pk for each in queries.could_attend(meeting)}, "gave it back after the session"


def test_notes_of_two_people_at_once(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    services.check_in(meeting=meeting, words="Nervous, and curious.", seen=meeting.version, by=by)
    assert refused(services.debrief, meeting=meeting, words="Good.", seen=meeting.version, by=by).field == "seen"
    meeting.refresh_from_db()
    services.debrief(meeting=meeting, words="Good.", seen=meeting.version, by=by)
    meeting.refresh_from_db()
    assert (meeting.check_in, meeting.debrief, meeting.debriefed_on) == (
        "Nervous, and curious.",
        "Good.",
        timezone.localdate(),
    )


# Taken away, and forgotten.


def test_everything_is_theirs_to_take_and_can_be_forgotten(cast, both) -> None:
    meeting, by = steps.past(steps.session(cast, both)), cast.actor("coordinator")
    steps.past(meeting, days(-1))
    person = cast.people["cora"]
    Interest.objects.filter(person=person).update(note="I was on a panel.")
    rows = [services.Came(place, True, 180, 60) for place in queries.could_attend(meeting)]
    services.record_attendance(meeting=meeting, rows=rows, by=by)
    meeting.refresh_from_db()
    services.debrief(meeting=meeting, words="Cora was tired.", seen=meeting.version, by=by)
    copy = personal.export(person.pk)
    assert copy["arrangements"][0]["what"] == "A taxi"
    assert copy["interested_in"][0]["note"] == "I was on a panel."
    assert copy["places"][0]["sessions"][0]["debrief"] == "Cora was tired."
    assert personal.erase(person.pk, by) == 1
    left = str(personal.export(person.pk))
    for words in ("A taxi", "I was on a panel.", "Cora was tired.", "You have not had a turn"):
        assert words not in left
    assert queries.my_place_in(cast.actor("cora"), both).state == "withdrawn"
    assert personal.erase(person.pk, by) == 1
    standing = queries.people_before(both.decision, days(0))
    assert standing.people == 2, "that somebody took part stays true"
