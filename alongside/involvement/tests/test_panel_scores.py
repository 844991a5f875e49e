"""Marks, scores and the choice: sealed until all are in, and what comes after."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.audit.models import Event
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.decisions import services as decisions
from alongside.involvement import personal, queries, services
from alongside.involvement.models import (
    Candidate,
    FollowUp,
    Mark,
    PanelChoice,
    PanelReview,
    Round,
    Score,
    Sheet,
)
from alongside.post.models import Message
from tests.make import days

from . import panel_steps as steps


def logged(name: str) -> int:
    return Event.objects.filter(room="involvement", name=name).count()


def told(kind: str) -> int:
    return Message.objects.filter(kind=kind).count()


# Sheets.


def test_the_shortlist_opens_when_all_are_in(cast) -> None:
    panel = steps.seated(cast)
    steps.applied(panel)
    steps.marked(panel, "cora", "dev")
    assert panel.fresh().shortlist_opened_on is None
    with pytest.raises(Refused, match="Not everybody"):
        services.agree_shortlist(recruitment=panel.recruitment, candidates=[], reason="", by=cast.actor("coordinator"))
    steps.marked(panel, "manager", opinion="no")
    assert panel.fresh().shortlist_opened_on is not None
    assert told("sheets_opened") == 3 and logged("sheet_handed_in") == 3
    rows = queries.marks_of(queries.panel_for(cast.actor("cora"), panel.recruitment.code))
    assert [[mark.opinion for _member, mark in row.marks] for row in rows] == [["yes", "yes", "no"]] * 2


def test_an_empty_shortlist(cast) -> None:
    panel = steps.seated(cast)
    steps.applied(panel)
    steps.marked(panel)
    with pytest.raises(Refused, match="at least one candidate"):
        services.agree_shortlist(
            recruitment=panel.fresh(), candidates=["nobody"], reason="", by=cast.actor("coordinator")
        )


def test_no_candidates_nothing_to_hand_in(cast) -> None:
    panel = steps.seated(cast)
    for round in Round.values:
        with pytest.raises(Refused, match="nothing to hand in"):
            services.hand_in_sheet(member=panel.member("cora"), round=round, by=cast.actor("cora"))


def test_half_a_sheet(cast) -> None:
    panel = steps.invited(cast)
    steps.scored(panel, "cora", {"A": 3}, hand_in=False)
    with pytest.raises(Refused, match="2 answers are still missing"):
        services.hand_in_sheet(member=panel.member("cora"), round=Round.SCORES, by=cast.actor("cora"))
    assert not Sheet.objects.filter(round=Round.SCORES, handed_in_at__isnull=False).exists()


@pytest.mark.parametrize("value", [-1, 6])
def test_a_score_out_of_range(cast, value) -> None:
    panel = steps.invited(cast)
    with pytest.raises(Refused, match="from 0 to 5"):
        steps.scored(panel, "cora", {"A": value})
    assert not Score.objects.exists()


def test_handing_in_is_for_good(cast) -> None:
    panel = steps.invited(cast)
    steps.scored(panel, "cora", {"A": 3, "B": 4})
    for again in (lambda: steps.scored(panel, "cora", {"A": 5}), lambda: steps.scored(panel, "cora", {})):
        with pytest.raises(Refused, match="It stays as it is"):
            again()
    with pytest.raises(Refused, match="same for all"):
        steps.asked(panel, 1)


def test_nobody_writes_down_what_a_member_has_begun_themselves(cast) -> None:
    panel = steps.invited(cast)
    steps.scored(panel, "cora", {"A": 3}, hand_in=False)
    by = cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.PHONE)
    values = {each.pk: 5 for each in panel.questions()}
    with pytest.raises(Refused, match="theirs alone"):
        services.give_scores(member=panel.member("cora"), candidate=panel.candidate("A"), values=values, by=by)


def test_a_writer_on_the_panel_hands_in_first(cast) -> None:
    panel = steps.seated(cast, "noor", "coordinator")
    steps.applied(panel, 1)
    with pytest.raises(Refused, match="Hand in your own sheet first"):
        steps.marked(panel, "noor")
    steps.marked(panel, "coordinator", "noor")
    assert panel.fresh().shortlist_opened_on is not None


def test_two_hand_in_at_once_open_it_once(cast) -> None:
    panel = steps.invited(cast, "cora", "manager")
    stale = panel.member("manager")
    steps.scored(panel, "manager", {"A": 1, "B": 2}, hand_in=False)
    steps.scored(panel, "cora", {"A": 3, "B": 4})
    services.hand_in_sheet(member=stale, round=Round.SCORES, by=cast.actor("manager"))
    assert panel.fresh().scores_opened_on is not None
    assert logged("sheets_opened") == 2  # the shortlist, and the scores once
    with pytest.raises(Refused, match="open already"):
        services.open_sheets(recruitment=panel.recruitment, round=Round.SCORES, by=cast.actor("coordinator"))


def test_somebody_who_falls_ill_is_not_waited_for(cast) -> None:
    panel = steps.invited(cast)
    for who in ("cora", "manager"):
        steps.scored(panel, who, {"A": 3, "B": 4})
    assert panel.fresh().scores_opened_on is None
    services.stand_down(member=panel.member("dev"), reason="Unwell.", by=cast.actor("coordinator"))
    assert panel.fresh().scores_opened_on is not None
    with pytest.raises(Refused, match="nobody can join"):
        services.add_member(recruitment=panel.recruitment, user=cast.users["staff"], by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="Those count"):
        services.stand_down(member=panel.member("cora"), reason="No.", by=cast.actor("coordinator"))


def test_a_place_given_back_is_not_waited_for_either(cast) -> None:
    panel = steps.invited(cast)
    for who in ("cora", "manager"):
        steps.scored(panel, who, {"A": 3, "B": 4})
    services.withdraw_place(place=panel.member("dev").place, by=cast.actor("dev"))
    by = cast.actor("coordinator")
    services.open_sheets(recruitment=panel.fresh(), round=Round.SCORES, by=by)
    assert panel.fresh().scores_opened_on is not None


def test_opening_too_early(cast) -> None:
    panel = steps.invited(cast)
    with pytest.raises(Refused, match="Not everybody"):
        services.open_sheets(recruitment=panel.recruitment, round=Round.SCORES, by=cast.actor("coordinator"))


def test_a_candidate_who_withdraws_is_left_out(cast) -> None:
    panel = steps.invited(cast, "cora", "manager")
    steps.scored(panel, "cora", {"A": 3, "B": 4}, hand_in=False)
    services.withdraw_candidate(candidate=panel.candidate("B"), by=cast.actor("coordinator"))
    steps.scored(panel, "cora", {"A": 3})
    assert set(Score.objects.values_list("candidate__label", flat=True)) == {"A"}
    with pytest.raises(Refused, match="not on the list"):
        steps.scored(panel, "manager", {"B": 4})


# The choice.


def choose(panel, label, reason="", **values):
    candidate = panel.candidate(label) if label else None
    values = {"start_by": days(40) if label else None, "by": panel.cast.actor("manager"), **values}
    return services.choose_candidate(recruitment=panel.recruitment, candidate=candidate, reason=reason, **values)


def test_the_contributors_first_choice_needs_no_reason(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, dev={"A": 4, "B": 4}, manager={"A": 0, "B": 5})
    choice = choose(panel, "A")
    assert (choice.differs, choice.contributors_first, choice.staff_first) == (False, "A", "B")
    assert not queries.divergences(cast.actor("board"), days(-1)).exists()


def test_another_choice_needs_one_and_everybody_reads_it(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, manager={"A": 0, "B": 5})
    with pytest.raises(Refused, match="The contributors put A first"):
        choose(panel, "B", "  ")
    assert not PanelChoice.objects.exists()
    choice = choose(panel, "B", "B has done this work before.")
    assert choice.differs
    bodies = list(Message.objects.filter(kind="choice_made").values_list("body", flat=True))
    assert len(bodies) == 2 and all("B has done this work before." in body for body in bodies)
    found = queries.divergences(cast.actor("board"), days(-1)).get()
    assert (found.candidate.label, found.reason) == ("B", "B has done this work before.")
    assert queries.divergence_of(panel.recruitment.decision) == found
    assert not queries.divergences(cast.actor("stranger"), days(-1)).exists()


def test_a_tie_is_said_and_either_is_theirs(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 4}, dev={"A": 3, "B": 4}, manager={"A": 0, "B": 5})
    assert choose(panel, "B").contributors_first == "A, B"


def test_nobody_gets_it_only_with_a_reason(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 0, "B": 0}, manager={"A": 0, "B": 1})
    with pytest.raises(Refused, match="why nobody gets the job"):
        choose(panel, None)
    choose(panel, None, "None of them wants nights.")
    assert not FollowUp.objects.exists()
    assert queries.divergences(cast.actor("board"), days(-1)).count() == 1


def test_a_second_choice_says_why(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 4}, manager={"A": 5, "B": 4})
    choose(panel, "A")
    with pytest.raises(Refused):
        choose(panel, "B")
    choose(panel, "B", "A turned it down.")
    assert queries.choice_of(panel.recruitment).candidate.label == "B"
    assert FollowUp.objects.count() == 1 and PanelChoice.objects.count() == 2


def test_no_choice_before_the_scores_are_open(cast) -> None:
    panel = steps.invited(cast)
    with pytest.raises(Refused, match="not open yet"):
        choose(panel, "A")
    with pytest.raises(Refused, match="Only those who decide"):
        choose(panel, "A", by=cast.actor("staff"))


# Afterwards.


def test_they_started_and_are_still_there(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, manager={"A": 5, "B": 1})
    choose(panel, "A")
    by = cast.actor("manager")
    assert not queries.follow_ups_due(by, days(39)).exists()
    due = queries.follow_ups_due(by, days(40)).get()
    services.answer_follow_up(follow_up=due, answer=True, on=days(0), by=by)
    with pytest.raises(Refused, match="told already"):
        services.answer_follow_up(follow_up=due, answer=True, on=days(0), by=by)
    later = queries.follow_ups_due(by, days(200)).get()
    assert later.question == "six_months" and later.due_on == days(0) + timedelta(weeks=26)
    services.answer_follow_up(follow_up=later, answer=False, on=days(0), by=by)
    assert not queries.follow_ups_due(by, days(900)).exists()
    assert told("panel_followed_up") == 4
    assert queries.stage_of(panel.recruitment, "feedback").state == "done"


def test_words_about_the_panel_belong_to_their_author(cast) -> None:
    panel = steps.seated(cast)
    cora = cast.actor("cora")
    with pytest.raises(Refused, match="at least one"):
        services.review_panel(member=panel.member("cora"), worked="", change=" ", by=cora)
    services.review_panel(member=panel.member("cora"), worked="Time to read.", change="", by=cora)
    with pytest.raises(Refused):
        services.review_panel(member=panel.member("cora"), worked="Mine.", change="", by=cast.actor("manager"))
    assert personal.export(cast.people["cora"].pk)["panels"][0]["looking_back"]["worked"] == "Time to read."
    personal.erase(cast.people["cora"].pk, cora)
    review = PanelReview.objects.get()
    assert (review.worked, review.change) == ("", "")
    assert not panel.member("cora").takes_part


# What is kept of candidates goes.


def test_data_go_when_the_time_is_over(cast) -> None:
    panel = steps.all_in(cast, cora={"A": 5, "B": 1}, manager={"A": 5, "B": 1})
    panel.candidate("A")
    choose(panel, "A")
    assert panel.fresh().remove_on == days(180)
    assert services.remove_candidates_data(days(179)) == 0
    assert services.remove_candidates_data(days(180)) == 2
    assert services.remove_candidates_data(days(181)) == 0
    assert set(Candidate.objects.values_list("name", "contact", "application", "file")) == {("", "", "", "")}
    assert set(Mark.objects.values_list("why", flat=True)) == {""}
    assert Score.objects.count() == 8
    assert (panel.fresh().removed_count, logged("candidate_data_removed")) == (2, 1)
    assert told("delete_copies") == 2
    with pytest.raises(NotYours):
        queries.candidate_for(cast.actor("cora"), queries.panel_for(cast.actor("cora"), panel.recruitment.code), "x")
    assert list(queries.broken_sheets(cast.org.pk)) == []


def test_data_go_too_where_the_decision_ended_without_a_choice(cast) -> None:
    panel = steps.seated(cast)
    steps.applied(panel)
    assert services.remove_candidates_data(days(900)) == 0
    decision = panel.recruitment.decision
    decisions.drop_decision(decision=decision, reason="No money.", seen=decision.version, by=cast.actor("manager"))
    assert services.remove_candidates_data(days(179)) == 0
    assert services.remove_candidates_data(days(181)) == 2
