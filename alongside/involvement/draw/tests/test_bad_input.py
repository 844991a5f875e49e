"""Everything that can be asked wrongly: said plainly, with what would make it possible."""

import pytest

from alongside.involvement.draw import (
    Apart,
    Candidate,
    Impossible,
    Leximin,
    Maximin,
    MustInclude,
    NeverAlone,
    Panel,
    Quota,
    Together,
    TwoSided,
    Why,
    check,
    explain,
    plan,
    preview,
)

AGES = ("young", "young", "young", "old", "old", "old", "old", "old")
PEOPLE = tuple(Candidate(f"p{n}", {"age": age, "role": "carer" if n % 2 else "member"}) for n, age in enumerate(AGES))
OBJECTIVES = [TwoSided(), Leximin(), Maximin()]


def contradiction(panel, people=PEOPLE):
    with pytest.raises(Impossible) as raised:
        plan(panel, people)
    shown = preview(panel, people)
    assert shown.contradiction == raised.value.contradiction
    return raised.value.contradiction


def test_quotas_that_contradict_each_other_are_named_with_the_smallest_change() -> None:
    quotas = (Quota("age", "young", 2, 3), Quota("age", "old", 2, 5), Quota("role", "carer", 0, 3))
    found = contradiction(Panel(3, quotas))
    assert found.quotas == quotas[:2]
    assert [(q.feature, q.least + q.most) for q in found.change] in ([("age", 4)], [("age", 6)])
    assert sum(q.least for q in found.change) == 1
    assert "age young 2 to 3" in found.words


def test_after_the_smallest_change_there_is_a_panel() -> None:
    quotas = (Quota("age", "young", 3, 3), Quota("role", "carer", 3, 3))
    found = contradiction(Panel(3, quotas))
    changed = {(q.feature, q.value): q for q in found.change}
    panel = Panel(3, tuple(changed.get((q.feature, q.value), q) for q in quotas))
    assert check(plan(panel, PEOPLE), panel, PEOPLE) == ()


def test_fewer_people_than_seats() -> None:
    assert contradiction(Panel(9)).missing == 1
    assert contradiction(Panel(3), ()).missing == 3


def test_a_quota_for_a_value_that_nobody_has() -> None:
    quota = Quota("age", "middle", 1, 2)
    assert contradiction(Panel(2, (quota,))).quotas == (quota,)
    lottery = plan(Panel(2, (Quota("age", "middle", 0, 2), Quota("height", "tall", 0, 1))), PEOPLE)
    assert set(lottery.counts.values()) == {250}


def test_rules_that_contradict_each_other() -> None:
    rules = (Together("p0", "p1"), Apart("p0", "p1"), MustInclude("p0"))
    found = contradiction(Panel(3, (Quota("age", "old", 0, 3),), rules))
    assert (found.rules, found.quotas, found.change) == (rules, (), ())


def test_somebody_who_must_be_there_but_is_not_in_the_pool() -> None:
    assert contradiction(Panel(2, rules=(MustInclude("nobody"),))).rules == (MustInclude("nobody"),)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_one_person(objective) -> None:
    lottery = plan(Panel(1, objective=objective), PEOPLE[:1])
    assert lottery.tickets == (("p0",),) * 1000
    assert (lottery.lowest, lottery.highest) == (1, 1)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_as_many_people_as_seats(objective) -> None:
    assert set(plan(Panel(8, objective=objective), PEOPLE).counts.values()) == {1000}


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_people_who_are_alike_have_the_same_number_of_tickets(objective) -> None:
    people = tuple(Candidate(f"p{n:03}", {"age": "old"}) for n in range(125))
    assert set(plan(Panel(8, objective=objective), people).counts.values()) == {64}


def test_somebody_in_no_valid_panel_is_told_why() -> None:
    """Only p9 is both young and in the north; the quotas leave no room for both."""
    people = (*PEOPLE, Candidate("p9", {"age": "young", "role": "chair"}))
    quotas = (Quota("age", "young", 1, 1), Quota("role", "chair", 0, 1), Quota("role", "carer", 1, 1))
    panel = Panel(2, quotas, (NeverAlone("role", "chair"),))
    lottery = plan(panel, people)
    assert lottery.counts["p9"] == 0
    assert explain(lottery, panel, people, "p9").kind == Why.UNREACHABLE
    shut = Panel(2, (Quota("role", "chair", 0, 0), Quota("age", "young", 0, 2)))
    assert preview(shut, people).unreachable == (("p9", (Quota("role", "chair", 0, 0),)),)
    assert plan(shut, people).lowest == pytest.approx(0.25)


def test_five_thousand_people() -> None:
    values = {"age": ("young", "middle", "old"), "role": ("carer", "member"), "area": ("north", "south", "east")}
    people = tuple(
        Candidate(
            f"p{n:04}", {name: found[n * 7 // (k + 1) % len(found)] for k, (name, found) in enumerate(values.items())}
        )
        for n in range(5000)
    )
    panel = Panel(20, (Quota("age", "young", 8, 9), Quota("role", "carer", 4, 8), Quota("area", "north", 2, 5)))
    assert preview(panel, people).lowest > 0
    lottery = plan(panel, people)
    assert lottery.gap < 1e-4
    assert check(lottery, panel, people) == ()


def test_the_limit_is_in_rounds_and_returns_what_there_is_with_its_gap() -> None:
    people = tuple(Candidate(f"p{n}", {"age": "old" if n % 3 else "young", "role": str(n % 4)}) for n in range(12))
    panel = Panel(4, (Quota("age", "old", 1, 2), Quota("role", "1", 0, 1)), (Together("p1", "p2"), Apart("p3", "p5")))
    lottery = plan(panel, people, limit=0)
    assert (lottery.rounds, check(lottery, panel, people)) == (0, ())
    assert 0 <= lottery.gap < 1
    assert lottery == plan(panel, people, limit=0)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Panel(0),
        lambda: Panel(2, tickets=0),
        lambda: Panel(2, (Quota("age", "old", 0, 1), Quota("age", "old", 0, 2))),
        lambda: Quota("age", "old", 2, 1),
        lambda: Candidate("p", weight=0),
        lambda: Together("p0", "p0"),
        lambda: plan(Panel(1), (PEOPLE[0], PEOPLE[0])),
    ],
)
def test_what_makes_no_sense_is_refused(wrong) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        wrong()
