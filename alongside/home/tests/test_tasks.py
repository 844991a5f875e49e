"""What is due runs once, however often it is run."""

import pytest

from alongside.core import runs
from alongside.home.queries.daily import TASKS
from alongside.home.services import Unfinished, run_tasks, tasks
from alongside.post.models import Message
from tests import make


def written(cast, who: str, kind: str) -> int:
    return Message.objects.filter(to_user=cast.users[who].pk, kind=kind).count()


def test_an_empty_installation_has_nothing_to_do(db) -> None:
    assert set(run_tasks().values()) == {0}


def test_the_one_who_was_named_is_reminded_once_a_week(cast) -> None:
    make.contribution(cast, owner=cast.users["staff"])
    make.contribution(cast, owner=cast.users["staff"])
    run_tasks()
    run_tasks()
    assert written(cast, "staff", "owed") == 1
    message = Message.objects.get(to_user=cast.users["staff"].pk)
    assert message.subject == "2 people are waiting for your answer"
    assert message.body == "Each is listed on your page, oldest first."


@pytest.mark.parametrize(("ago", "said"), [(8, "1 week ago."), (40, "5 weeks ago.")])
def test_a_reminder_says_how_long_ago_where_it_is_a_while(cast, ago, said) -> None:
    make.contribution(cast, owner=cast.users["staff"], received_on=make.days(-ago), said_on=make.days(-ago))
    run_tasks()
    body = Message.objects.get(to_user=cast.users["staff"].pk, kind="owed").body
    assert body == f"The oldest was said {said} Each is listed on your page, oldest first."


def test_what_is_late_goes_to_managers_and_coordinators_of_that_unit(cast) -> None:
    late = {
        "said_on": make.days(-90),
        "received_on": make.days(-90),
        "answer_by": make.days(-48),
        "due_on": make.days(-48),
    }
    make.contribution(cast, **late)
    make.contribution(cast, **late, unit=cast.units["other_team"])
    run_tasks()
    run_tasks()
    assert written(cast, "manager", "late") == 1  # of their own team only
    assert written(cast, "coordinator", "late") == 1  # of both, in one message
    body = Message.objects.get(to_user=cast.users["coordinator"].pk, kind="late").body
    assert "Crisis line: 1" in body and "Peer support: 1" in body
    assert written(cast, "staff", "late") == 0


def test_what_is_not_late_disturbs_nobody(cast) -> None:
    make.contribution(cast)
    run_tasks()
    assert not Message.objects.filter(kind="late").exists()


def test_an_opportunity_closes_after_its_last_day(cast) -> None:
    over = make.opportunity(cast, closes_on=make.days(-1))
    assert run_tasks()["opportunities closed"] == 1
    over.refresh_from_db()
    assert over.state == "closed"
    assert run_tasks()["opportunities closed"] == 0


def test_everybody_with_a_place_is_reminded_of_a_session_once(cast) -> None:
    opportunity = make.opportunity(cast, state="filled")
    make.place(cast, "cora", opportunity)
    make.place(cast, "dev", opportunity, state="declined")
    make.meeting(cast, opportunity, on=make.days(2))
    make.meeting(cast, opportunity, on=make.days(9))
    assert run_tasks()["session reminders written"] == 1
    assert run_tasks()["session reminders written"] == 0
    message = Message.objects.get(kind="session_near")
    assert message.to_person == cast.people["cora"].pk
    assert "Interview day" in message.body and "You need no reason" in message.body


def test_one_that_goes_wrong_does_not_keep_the_others_from_being_done(cast, monkeypatch, caplog) -> None:
    words = "what Cora wrote"

    def wrong(_here: object, _today: object) -> int:
        raise ValueError(words)

    monkeypatch.setitem(tasks.OF_ONE, "asked how it was", wrong)
    make.contribution(cast, owner=cast.users["staff"])
    with pytest.raises(Unfinished) as error:
        run_tasks()
    assert set(error.value.failed) == {"asked how it was"} and error.value.done["reminders written"] == 1
    assert written(cast, "staff", "owed") == 1
    assert "asked how it was: ValueError" in caplog.text and words not in caplog.text
    assert runs.last(TASKS) is None
