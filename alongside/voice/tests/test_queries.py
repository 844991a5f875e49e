"""Who sees what, what is public, how long people wait, and that it costs the same however much there is."""

from __future__ import annotations

import statistics
import sys

import pytest
import time_machine
from django.core.cache import cache
from django.db import connection
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.errors import NotYours
from alongside.people.models import Consent
from alongside.voice import queries, rules, services
from alongside.voice.models import Contribution
from alongside.voice.queries.figures import median_of
from alongside.voice.shapes import Uses
from tests import cast as casting
from tests import make

from .factories import PUBLIC, REASON, answered, for_them, fresh, said, said_by_nobody, told
from .showing_factories import in_public
from .test_changes import changed


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    cache.clear()


@pytest.mark.parametrize(
    ("who", "seen"),
    [
        ("coordinator", {"team", "other", "mine"}),
        ("board", {"team", "other", "mine"}),
        ("manager", {"team", "mine"}),
        ("staff", {"team", "mine"}),
        ("cora", {"mine"}),
        ("dev", set()),
        ("finance", set()),
        ("administrator", set()),
        ("public", set()),
        ("stranger", set()),
    ],
)
def test_who_sees_what_was_said(cast, who, seen) -> None:
    rows = {
        "team": said_by_nobody(cast)[0],
        "other": said_by_nobody(cast, unit=cast.units["other_team"])[0],
        "mine": said(cast),
    }
    actor = cast.actor(who)
    assert set(queries.contributions_for(actor)) == {rows[name] for name in seen}
    assert set(queries.owed_for(actor)) == {rows[name] for name in seen if who != "cora"}
    for name, row in rows.items():
        if name in seen:
            assert queries.contribution_for(actor, row.code) == row
        else:
            with pytest.raises(NotYours):
                queries.contribution_for(actor, row.code)


@pytest.mark.parametrize(("role", "works"), [("concerns_contact", False), ("finance", True)])
def test_whoever_reads_concerns_does_not_work_here_for_it(cast, role, works) -> None:
    """Contributors may choose one of themselves: they stay on their side, and may be on the panel."""
    casting.member(cast.org, cast.users["cora"], role)
    assert queries.works_here_too(cast.people["cora"]) == works
    assert rules.works_here(cast.actor("cora")) == works


def test_a_contributor_who_also_works_here_sees_both(cast) -> None:
    cast.org.memberships.create(user=cast.users["cora"], role="coordinator")
    other = said_by_nobody(cast)[0]
    assert other in queries.contributions_for(cast.actor("cora"))


def test_what_is_owed_by_name(cast) -> None:
    mine = said(cast, unit=None, decision=make.decision(cast))
    said(cast)
    assert list(queries.owed_by_me(cast.actor("manager"))) == [mine]
    assert list(queries.owed_for(cast.actor("manager"), mine=True)) == [mine]
    assert list(queries.owed_by_me(cast.actor("public"))) == []


def test_the_lists_of_the_desk(cast) -> None:
    with time_machine.travel(make.days(-30), tick=False):
        unread, waiting = said(cast), said(cast)
        answered(waiting, cast)
    known = told(cast)
    today = timezone.localdate()
    actor = cast.actor("coordinator")
    assert list(queries.not_yet_told(actor)) == [waiting]
    assert list(queries.not_yet_read(actor, today)) == [unread]
    assert list(queries.overdue(cast.org.pk, today)) == [unread]
    assert known not in queries.owed_for(actor)


def test_said_about_a_decision_and_at_its_sessions(cast) -> None:
    decision = make.decision(cast)
    session = make.meeting(cast, make.opportunity(cast, decision))
    rows = [said(cast, unit=None, decision=decision), said(cast, unit=None, meeting=session)]
    said(cast)
    assert list(queries.said_about_decision(cast.actor("manager"), decision.pk)) == rows
    assert list(queries.said_at_meeting(cast.actor("manager"), session.pk)) == rows[1:]
    assert list(queries.said_about_decision(cast.actor("dev"), decision.pk)) == []


# In public.


def test_in_public_stands_what_may_and_what_its_author_knows(cast) -> None:
    shown = in_public(cast)
    nameless, _code = said_by_nobody(cast, uses=PUBLIC)
    in_public(cast, nameless)
    answered(fresh(nameless), cast)
    assert nameless not in queries.public_heard(cast.org)  # nobody has opened the page of the code
    services.told_by_code(contribution=fresh(nameless), by=queries.holder_of(nameless))
    told(cast)  # not allowed
    unknown = said(cast, uses=PUBLIC)
    in_public(cast, unknown)
    answered(unknown, cast)  # nobody has told the author
    gone = in_public(cast)
    services.withdraw(contribution=gone, by=cast.actor("cora"))
    assert set(queries.public_heard(cast.org)) == {shown, nameless}
    assert list(queries.public_heard(cast.other)) == []


def test_whoever_takes_back_the_permission_is_not_shown(cast) -> None:
    shown = in_public(cast)
    consent = Consent.objects.create(
        person=cast.people["cora"], purpose="words_public", wording="Yes.", given_on=make.days(-9)
    )
    assert list(queries.public_heard(cast.org)) == [shown]
    Consent.objects.filter(pk=consent.pk).update(withdrawn_on=make.days(0))
    assert list(queries.public_heard(cast.org)) == []
    services.change_uses(contribution=shown, uses=Uses(public=False), by=cast.actor("cora"))
    Consent.objects.create(person=cast.people["cora"], purpose="words_public", wording="Yes.", given_on=make.days(0))
    assert list(queries.public_heard(cast.org)) == []


def test_a_name_stands_there_only_with_both_permissions(cast) -> None:
    in_public(cast, uses=Uses(public=True, credit=True))

    def names() -> list[str]:
        return [heard.by for heard in queries.heard_entries(cast.org, queries.public_heard(cast.org))]

    assert names() == ["Somebody"]
    Consent.objects.create(person=cast.people["cora"], purpose="credit", wording="Yes.", given_on=make.days(-9))
    assert names() == ["Cora"]
    services.change_uses(contribution=Contribution.objects.get(), uses=PUBLIC, by=cast.actor("cora"))
    assert names() == ["Somebody"]


def test_a_new_answer_is_public_only_once_the_author_knows_it(cast) -> None:
    contribution = in_public(cast)
    services.challenge(contribution=contribution, kind="not_true", words="Look again.", by=cast.actor("cora"))
    answered(contribution, cast, reason="We looked again, and you are right.")

    def reasons() -> list[str]:
        (heard,) = queries.heard_entries(cast.org, queries.public_heard(cast.org))
        assert [str(mark.title) for mark in heard.challenges] == ["That is not true"]
        return [answer.reason for answer in heard.answers]

    assert reasons() == [REASON]
    services.tell(contribution=contribution, channel="phone", by=cast.actor("staff"))
    assert len(reasons()) == 2


def test_done_not_done_and_disputed(cast) -> None:
    done = in_public(cast)
    refused = said(cast, uses=PUBLIC)
    answered(refused, cast, kind="not_adopted")
    services.tell(contribution=refused, channel="phone", by=cast.actor("staff"))
    in_public(cast, refused)
    rows = queries.public_heard(cast.org)
    assert list(queries.heard_as(rows, "adopted")) == [done]
    assert list(queries.heard_as(rows, "not_adopted")) == [refused]
    apart = ("questioned", "not-answered", "denied")
    assert [list(queries.heard_as(rows, each)) for each in apart] == [[], [], []]
    change = changed(cast, done)
    services.give_verdict(change=change, contribution=done, kind="challenged", by=cast.actor("cora"))
    services.challenge(contribution=fresh(refused), kind="not_true", by=cast.actor("cora"))
    assert [list(queries.heard_as(rows, each)) for each in apart] == [[refused], [refused], [done]]
    answered(refused, cast, kind="not_adopted", reason="We looked again, and it stays as it is.")
    assert [list(queries.heard_as(rows, each)) for each in apart] == [[refused], [], [done]]


def test_the_public_page_asks_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    for _ in range(4):
        changed(cast, in_public(cast, uses=Uses(public=True, credit=True)))
    client = client_as("public")
    client.get("/harbour/heard/")
    cache.clear()
    with django_assert_max_num_queries(15):
        page = client.get("/harbour/heard/").content.decode()
    assert page.count("al-voice__words") == 4
    assert "Cora" not in page
    assert "Done and not done" in page


# Changes.


def test_who_sees_a_change(cast) -> None:
    private, public = changed(cast, told(cast)), changed(cast, in_public(cast))
    seen = {who: set(queries.changes_for(cast.actor(who))) for who in ("board", "staff", "cora", "dev", "public")}
    assert seen == {
        "board": {private, public},
        "staff": {private, public},
        "cora": {private, public},
        "dev": {public},
        "public": {public},
    }
    with pytest.raises(NotYours):
        queries.change_for(cast.actor("stranger"), public.code)


def test_the_words_behind_a_change_are_not_shown_to_everybody(client_as, cast) -> None:
    open_words, closed_words = in_public(cast), said(cast, words="Not for everybody.")
    change = changed(cast, open_words, closed_words)
    services.give_verdict(
        change=change, contribution=closed_words, kind="challenged", words="A secret.", by=cast.actor("cora")
    )
    url = f"/harbour/changes/{change.code}/"
    page = client_as("public").get(url).content.decode()
    assert open_words.words in page
    assert "Not for everybody." not in page
    assert "A secret." not in page
    assert "Disputed" in page
    assert "Not for everybody." in client_as("staff").get(url).content.decode()


# How long people wait.


def test_debts_by_age_and_unit(cast) -> None:
    for days, unit in ((0, "team"), (41, "team"), (42, "team"), (83, "other_team"), (84, "other_team")):
        said(cast, unit=cast.units[unit], received_on=make.days(-days), by=for_them(cast), via="written_down")
    told(cast)
    today = timezone.localdate()
    found = {each.unit.name: dict(each.counts) for each in queries.owed_by_age(cast.actor("coordinator"), today)}
    assert found == {
        "Crisis line": {"0-6": 2, "6-12": 1, "over-12": 0},
        "Peer support": {"0-6": 0, "6-12": 1, "over-12": 1},
    }
    assert [each.unit.name for each in queries.owed_by_age(cast.actor("staff"), today)] == ["Crisis line"]
    assert queries.owed_by_age(cast.actor("stranger"), today) == []
    totals = queries.ages_of(queries.owed_by_age(cast.actor("board"), today))
    assert totals == {"0-6": 2, "6-12": 2, "over-12": 1}


def test_a_count_stops_and_says_so(cast, monkeypatch, client_as) -> None:
    monkeypatch.setattr(sys.modules["alongside.voice.queries.figures"], "MOST_COUNTED", 2)
    monkeypatch.setattr(queries, "MOST_COUNTED", 2)
    for _ in range(4):
        said(cast)
    (found,) = queries.owed_by_age(cast.actor("staff"), timezone.localdate())
    assert (found.counts["0-6"], found.capped) == (2, True)
    assert "2 or more" in client_as("staff").get("/harbour/voices/").content.decode()


def test_median_and_worst_stand_beside_who_still_waits(cast) -> None:
    with time_machine.travel(make.days(-20), tick=False):
        rows = [said(cast) for _ in range(3)]
        waiting = said(cast)
        answered(rows[0], cast)
    for row in rows[1:]:
        answered(row, cast)
    today = timezone.localdate()
    times = queries.answer_times(cast.org.pk, today)
    slow = fresh(rows[1]).answer_days
    assert (times.answered, times.median, times.worst, times.oldest_waiting) == (3, slow, slow, waiting.received_on)
    assert queries.answer_times(cast.other.pk, today).median is None


def test_what_was_answered_more_than_a_year_ago_does_not_count(cast) -> None:
    with time_machine.travel(make.days(-400), tick=False):
        told(cast)
    assert queries.answer_times(cast.org.pk, timezone.localdate()).answered == 0


@pytest.mark.parametrize("many", [0, 1000], ids=["kept", "counted afresh"])
def test_nobody_is_said_not_to_wait_while_somebody_does(cast, monkeypatch, many) -> None:
    monkeypatch.setattr(sys.modules["alongside.voice.queries.figures"], "MANY", many)
    today = timezone.localdate()
    assert queries.answer_times(cast.org.pk, today).oldest_waiting is None
    waiting = said(cast)
    assert queries.answer_times(cast.org.pk, today).oldest_waiting == waiting.received_on


def test_the_first_answer_counts_at_once(cast) -> None:
    row, today = said(cast), timezone.localdate()
    assert queries.answer_times(cast.org.pk, today).answered == 0
    answered(row, cast)
    assert queries.answer_times(cast.org.pk, today).answered == 1


@given(st.lists(st.integers(0, 300), min_size=1, max_size=60))
def test_the_median_is_the_median(days) -> None:
    counts = {value: days.count(value) for value in set(days)}
    assert median_of(counts) == statistics.median(days)


def test_figures_for_the_command_line(cast) -> None:
    told(cast)
    said(cast, received_on=make.days(-50), by=for_them(cast))
    found = queries.figures(cast.org)
    assert found["all"] == 2
    assert found["by_state"]["told"] == 1
    assert found["by_state"]["withdrawn"] == 0
    assert found["owed_by_age_weeks"] == {"0-6": 0, "6-12": 1, "over-12": 0}
    assert (found["median_working_days"], found["worst_working_days"]) == (0, 0)


@pytest.mark.skipif(connection.vendor != "sqlite", reason="reads SQLite's plans")
@pytest.mark.parametrize(
    ("rows", "index"),
    [
        (lambda cast: queries.owed_for(cast.actor("coordinator"))[:26], "contribution_owed"),
        (lambda cast: queries.owed_for(cast.actor("staff"))[:26], "contribution_waiting"),
        (lambda cast: queries.owed_for(cast.actor("board"), unit=cast.units["team"].code)[:26], "contribution_waiting"),
        (lambda cast: queries.owed_for(cast.actor("manager"), mine=True)[:26], "contribution_of_owner"),
        (lambda cast: queries.not_yet_told(cast.actor("board"))[:26], "contribution_by_state"),
        (lambda cast: queries.heard_as(queries.public_heard(cast.org), "adopted")[:11], "contribution_heard_as"),
        (lambda cast: queries.ledger_for(cast.actor("board")).order_by("-received_on", "-pk")[:26], "newest"),
        (lambda cast: queries.owed_by_me(cast.actor("manager"))[:26], "contribution_owed_by"),
        (lambda cast: queries.overdue(cast.org.pk, make.days(0))[:26], "contribution_due"),
        (lambda cast: queries.public_heard(cast.org)[:11], "contribution_heard"),
        (lambda cast: queries.said_by([1])[:26], "contribution_of_person"),
    ],
)
def test_lists_walk_along_an_index(cast, rows, index) -> None:
    plan = rows(cast).explain()
    assert index in plan
    assert "USE TEMP B-TREE FOR ORDER BY" not in plan
