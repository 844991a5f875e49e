"""The debts of a team that does nothing rise by themselves, week by week, from a reminder to the board."""

from __future__ import annotations

from datetime import timedelta

import pytest
import time_machine

from alongside.accounts.models import User
from alongside.home.services import run_tasks
from alongside.organisation import queries as organisations
from alongside.organisation import services as organisation_services
from alongside.organisation.models import Membership
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Contribution, Escalation
from alongside.voice.tests.factories import answered, fresh, said
from alongside.voice.tests.owing_factories import noted
from tests import make


def on(day: int):
    return time_machine.travel(make.days(0) + timedelta(days=day, hours=12), tick=False)


def messages(cast, who: str, kind: str) -> int:
    return Message.objects.filter(to_user=cast.users[who].pk, kind=kind).count()


def test_a_team_that_does_nothing_lives_through_the_weeks(cast, client_as) -> None:
    contribution = said(cast, words="The lift stands still since May.")
    due = (contribution.due_on - make.days(0)).days
    for day in range(due + 1):
        with on(day):
            run_tasks()
    assert not Escalation.objects.exists()
    steps = []
    for day in range(due + 1, due + 30):
        with on(day):
            run_tasks()
            run_tasks()  # twice is once
            steps.append(fresh(contribution).risen)
    assert steps[0] == 1 and steps[5] == 1 and steps[6] == 2 and steps[19] == 2 and steps[20] == 3 == steps[-1]
    assert [(row.step, (row.on - row.due_on).days) for row in Escalation.objects.order_by("id")] == [
        (1, 1),
        (2, 7),
        (3, 21),
    ]
    assert messages(cast, "manager", "owed") >= 4  # nobody is named, so the role that answers is reminded, weekly
    assert 3 <= messages(cast, "manager", "late") == messages(cast, "coordinator", "late") <= 5
    with on(due + 30):
        page = client_as("manager").get(f"/harbour/voices/{contribution.code}/").content.decode()
        assert page.index("was reminded") < page.index("manages them was told") < page.index("It went on the board")
        assert "Manager, Crisis line" in page
        board = client_as("board").get("/harbour/board/").content.decode()
        assert "The lift stands still since May." in board.split("So late that it rose")[1]


def test_the_board_reads_how_many_there_are_and_finds_all_of_them(cast, client_as) -> None:
    for number in range(11):
        said(cast, words=f"This is the {number}. time that I say it.")
    on_time = said(cast, words="This is said in time.")
    Contribution.objects.exclude(pk=on_time.pk).update(board_since=make.days(0))
    page = client_as("board").get("/harbour/board/").content.decode()
    assert "11 answers. The oldest:" in page and "10. time" not in page
    assert "/harbour/voices/?risen=board" in page
    listed = client_as("board").get("/harbour/voices/?risen=board").content.decode()
    assert "10. time" in listed and "This is said in time." not in listed


def test_after_a_week_of_silence_it_stands_where_it_should(cast) -> None:
    contribution = said(cast)
    due = (contribution.due_on - make.days(0)).days
    with on(due + 40):
        assert run_tasks()["steps that late answers rose"] == 3
        assert fresh(contribution).board_since == make.days(0)
        assert run_tasks()["steps that late answers rose"] == 0


def test_an_answer_or_a_note_takes_it_down_and_the_next_debt_rises_anew(cast, client_as) -> None:
    contribution = said(cast)
    with on(70):
        run_tasks()
        assert fresh(contribution).board_since
        noted(contribution, cast, until=make.days(20))
        row = fresh(contribution)
        assert (row.risen, row.board_since) == (0, None) and row.due_on > make.days(0)
        run_tasks()
        assert fresh(contribution).risen == 0
    with on(42 + 91 + 3):
        run_tasks()
        assert fresh(contribution).risen == 1  # the quarter is over, and nobody has heard anything
        answered(contribution, cast)
        run_tasks()
        assert fresh(contribution).risen == 0
    assert Escalation.objects.count() == 4  # what happened stays on its page


def test_putting_it_off_takes_nothing_down(cast) -> None:
    contribution = said(cast)
    with on(70):
        run_tasks()
        answered(contribution, cast, kind="deferred", defer_until=make.days(60))
        assert fresh(contribution).board_since


def test_what_was_taken_back_or_is_before_safeguarding_rises_nowhere(cast) -> None:
    gone, apart = said(cast), said(cast)
    services.withdraw(contribution=gone, by=cast.actor("cora"))
    services.raise_concern(contribution=apart, by=cast.actor("manager"))
    with on(100):
        run_tasks()
    assert not Escalation.objects.exists()


def test_what_somebody_had_goes_back_to_the_role_when_they_leave(cast) -> None:
    contribution = said(cast)
    services.hand_over(contribution=contribution, owner=cast.users["staff"], by=cast.actor("manager"))
    assert run_tasks()["answers handed back"] == 0
    membership = Membership.objects.get(user=cast.users["staff"])
    organisation_services.end_role(membership=membership, by=cast.actor("administrator"))
    assert run_tasks()["answers handed back"] == 1
    row = fresh(contribution)
    assert row.owner is None and row.answer_by == contribution.answer_by
    assert run_tasks()["answers handed back"] == 0


def test_from_the_moment_their_role_ends_it_is_the_role_s(cast, client_as) -> None:
    """The rooms below cannot hand it back in the verb, so nobody looks at it as theirs until the night does."""
    contribution = said(cast)
    services.hand_over(contribution=contribution, owner=cast.users["staff"], by=cast.actor("manager"))
    page, owed = f"/harbour/voices/{contribution.code}/", "/harbour/owed/"
    assert "Sam Okafor" in client_as("manager").get(page).content.decode()
    assert "Crisis line owes it: Support worker." in client_as("manager").get(owed).content.decode()
    with on(36):
        membership = Membership.objects.get(user=cast.users["staff"])
        organisation_services.end_role(membership=membership, by=cast.actor("administrator"))
        shown = client_as("manager").get(page).content.decode()
        assert "Manager, Crisis line (Mo Haddad)" in shown and "Sam Okafor" not in shown.split("What happened")[0]
        mine = client_as("manager").get(owed).content.decode()
        assert "You answer for it, by your role: Manager, Crisis line." in mine
        answered(contribution, cast)
        services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
        assert not messages(cast, "staff", "answer_challenged")  # nobody writes to them any more
        due = fresh(contribution).due_on  # how far off that is, holidays decide
        debts = dict(queries.debts_by_owner(cast.org, due))
        assert list(debts) == [cast.users["manager"].pk] and debts[cast.users["manager"].pk].number == 1


@pytest.mark.parametrize(
    ("gone", "title", "climbed"),
    [
        ((), "Manager, Crisis line", False),
        (("manager",), "Staff, Crisis line", False),
        (("manager", "staff"), "Co-production coordinator", True),
    ],
)
def test_the_role_that_answers_climbs_until_somebody_has_it(cast, gone, title, climbed) -> None:
    Membership.objects.filter(user__in=[cast.users[who] for who in gone]).update(until=make.days(0))
    found = organisations.Answerers(cast.org.pk).of(cast.units["team"])
    assert found and (found.title, found.climbed) == (title, climbed)


def test_that_nobody_answers_stands_on_the_desk(cast, client_as) -> None:
    said(cast)
    assert "Nobody answers for Crisis line" not in client_as("coordinator").get("/harbour/desk/").content.decode()
    Membership.objects.filter(role__in=["manager", "staff"]).update(until=make.days(0))
    page = client_as("coordinator").get("/harbour/desk/").content.decode()
    assert "Nobody answers for Crisis line" in page and "Until somebody does, it is with Services" in page
    User.objects.filter(pk=cast.users["coordinator"].pk).update(is_active=False)
    assert organisations.Answerers(cast.org.pk).of(cast.units["team"]) is None
