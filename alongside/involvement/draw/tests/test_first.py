import pytest

from alongside.involvement.draw import Candidate, Leximin, Maximin, Panel, Quota, TwoSided, check, plan

PEOPLE = tuple(Candidate(f"p{n}", {"role": "carer" if n < 3 else "member"}) for n in range(10))
QUOTAS = (Quota("role", "carer", 1, 1), Quota("role", "member", 2, 2))


@pytest.mark.parametrize("objective", [TwoSided(), Leximin(), Maximin()])
def test_a_small_pool(objective) -> None:
    panel = Panel(3, QUOTAS, objective=objective)
    lottery = plan(panel, PEOPLE)
    assert lottery.bound == pytest.approx(2 / 7)
    assert check(lottery, panel, PEOPLE) == ()
