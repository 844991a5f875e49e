"""Withdrawals, reasons and previews; who can be in a draw at all."""

from datetime import date

import pytest

from alongside.involvement.draw import (
    Candidate,
    Impossible,
    Panel,
    Quota,
    Reason,
    Standing,
    Together,
    Why,
    check,
    explain,
    plan,
    preview,
    redraw,
    turn_weight,
    why_not,
)

ROLES = ["carer"] * 3 + ["member"] * 17
PEOPLE = tuple(
    Candidate(f"p{n:02}", {"role": role, "area": "north" if n % 2 else "south"}) for n, role in enumerate(ROLES)
)
QUOTAS = (Quota("role", "carer", 2, 2, bend=2), Quota("area", "north", 2, 2, bend=1))
PANEL = Panel(4, QUOTAS)


def test_confirmed_people_stay_and_those_who_left_are_gone() -> None:
    lottery = redraw(PANEL, PEOPLE, ["p00", "p05"], ["p01"])
    assert all({"p00", "p05"} < {*ticket} for ticket in lottery.tickets)
    assert lottery.counts.get("p01", 0) == 0
    assert lottery.bent == ()
    assert check(lottery, PANEL, PEOPLE) == ()


def test_the_first_in_the_order_bends_first_and_no_further_than_it_must() -> None:
    lottery = redraw(PANEL, PEOPLE, ["p05", "p07", "p09"], [])
    assert lottery.bent == (Quota("role", "carer", 1, 2), Quota("area", "north", 2, 3))
    assert redraw(PANEL, PEOPLE, ["p05", "p07"], ["p01", "p02"]).bent == (Quota("role", "carer", 1, 2),)
    assert check(lottery, PANEL, PEOPLE) == ()
    one = redraw(PANEL, PEOPLE, ["p01", "p03", "p05"], [])
    assert one.bent == (Quota("area", "north", 2, 3),)


def test_nothing_bends_without_an_order_or_against_the_wish() -> None:
    rigid = Panel(4, tuple(Quota(q.feature, q.value, q.least, q.most) for q in QUOTAS))
    for panel, bend in ((rigid, True), (PANEL, False)):
        with pytest.raises(Impossible) as raised:
            redraw(panel, PEOPLE, ["p01", "p03", "p05"], [], bend=bend)
        assert raised.value.contradiction.quotas


def test_everybody_withdraws() -> None:
    with pytest.raises(Impossible) as raised:
        redraw(PANEL, PEOPLE, [], [person.id for person in PEOPLE])
    assert raised.value.contradiction.missing == 4


def test_somebody_cannot_be_kept_and_gone() -> None:
    with pytest.raises(ValueError, match="p01"):
        redraw(PANEL, PEOPLE, ["p01"], ["p01"])


def test_who_is_left_of_a_pair_is_said_to_be_the_difficulty() -> None:
    panel = Panel(4, rules=(Together("p00", "p01"),))
    with pytest.raises(Impossible) as raised:
        redraw(panel, PEOPLE, ["p00"], ["p01"])
    assert Together("p00", "p01") in raised.value.contradiction.rules


def test_the_reason_is_the_quota_that_binds() -> None:
    people = tuple(Candidate(f"p{n:02}", {"role": "carer" if n < 20 else "member"}) for n in range(30))
    panel = Panel(4, (Quota("role", "carer", 1, 2), Quota("role", "member", 0, 4)))
    lottery = plan(panel, people)
    held, lifted = explain(lottery, panel, people, "p00"), explain(lottery, panel, people, "p29")
    assert (held.kind, held.quota, held.how_many, held.one_in) == (Why.QUOTA, panel.quotas[0], 20, 10)
    assert lifted.tickets > held.tickets
    assert (held.lowest, held.of) == (min(lottery.counts.values()), 1000)


def test_nothing_is_said_about_a_small_group() -> None:
    people = tuple(Candidate(f"p{n:02}", {"role": "carer" if n < 3 else "member"}) for n in range(30))
    panel = Panel(6, (Quota("role", "carer", 1, 1),))
    lottery = plan(panel, people)
    told = explain(lottery, panel, people, "p00")
    assert (told.kind, told.quota, told.how_many) == (Why.PRIVATE, None, None)
    assert told.highest == max(lottery.counts[f"p{n:02}"] for n in range(3, 30))  # three people have more
    assert explain(lottery, panel, people, "p00", threshold=3).quota == panel.quotas[0]


def test_other_reasons() -> None:
    people = (*PEOPLE, Candidate("busy", {"role": "member"}, weight=turn_weight(2)), Candidate("spent", {}, weight=1))
    panel = Panel(1, tickets=50)
    lottery = plan(panel, people)
    kinds = {name: explain(lottery, panel, people, name).kind for name in ("p00", "busy", "spent")}
    assert kinds == {"p00": Why.EVEN, "busy": Why.NONE, "spent": Why.NONE}
    assert explain(plan(Panel(2), people), Panel(2), people, "busy").kind == Why.TURNS
    assert explain(plan(Panel(22), people), Panel(22), people, "spent").kind == Why.CERTAIN
    with pytest.raises(ValueError, match="nobody"):
        explain(lottery, panel, people, "nobody")


def test_a_preview_says_what_holds_the_lowest_chance_down_and_what_a_quota_costs() -> None:
    people = tuple(Candidate(f"p{n:02}", {"role": "carer" if n < 20 else "member", "area": "x"}) for n in range(30))
    quotas = (Quota("role", "carer", 1, 2), Quota("area", "x", 0, 6))
    shown = preview(Panel(6, quotas), people)
    assert (shown.lowest, shown.holding, shown.how_many) == (pytest.approx(0.1), quotas[0], 20)
    assert shown.highest == pytest.approx((6 - 1.9) / 10, abs=0.02)
    assert shown.without == {"area": pytest.approx(0.1), "role": pytest.approx(0.2)}
    free = preview(Panel(6), people)
    assert (free.lowest, free.highest, free.holding) == (pytest.approx(0.2), pytest.approx(0.2), None)


def test_a_preview_is_a_ceiling_for_the_plan() -> None:
    shown, lottery = preview(PANEL, PEOPLE), plan(PANEL, PEOPLE)
    assert lottery.lowest <= lottery.bound <= shown.lowest + 1e-9


def test_every_reason_why_not() -> None:
    assert why_not(Standing()) == ()
    assert why_not(Standing(available=False, trained=False)) == (Reason.NOT_AVAILABLE, Reason.TRAINING)
    rest = Standing(conflict=True, over_limit=True, resting=date(2027, 3, 4))
    assert why_not(rest) == (Reason.CONFLICT, Reason.LIMIT, Reason.RESTING)


@pytest.mark.parametrize(("turns", "weight"), [(-1, 64), (0, 64), (1, 16), (2, 4), (3, 1), (4, 1), (400, 1)])
def test_turns_to_weight(turns: int, weight: int) -> None:
    assert turn_weight(turns) == weight
