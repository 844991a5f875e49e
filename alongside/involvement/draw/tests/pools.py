"""Small pools for properties: any quotas, any rules, any weights."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import strategies as st

from alongside.involvement.draw import Apart, Candidate, MustInclude, Needs, NeverAlone, Panel, Quota, Together

FEATURES = {"age": ("young", "old"), "role": ("carer", "member", "both"), "area": ("north", "south")}
NAMES = tuple(f"p{number:02}" for number in range(12))


@st.composite
def people(draw, most: int = 12) -> tuple[Candidate, ...]:
    number = draw(st.integers(1, most))
    values = st.fixed_dictionaries({name: st.sampled_from(found) for name, found in FEATURES.items()})
    weights = st.sampled_from((64, 64, 64, 16, 4))
    return tuple(Candidate(NAMES[n], draw(values), draw(weights), draw(st.booleans())) for n in range(number))


@st.composite
def quotas(draw, seats: int) -> tuple[Quota, ...]:
    found = []
    for feature, values in FEATURES.items():
        for value in values:
            if draw(st.booleans()):
                least = draw(st.integers(0, min(seats, 2)))
                found.append(Quota(feature, value, least, draw(st.integers(least, seats))))
    return tuple(found)


@st.composite
def rules(draw, number: int):
    pairs = st.lists(st.sampled_from(NAMES[:number]), min_size=2, max_size=2, unique=True)
    found = (
        [draw(st.sampled_from((Together, Needs, Apart)))(*draw(pairs)) for _ in range(draw(st.integers(0, 2)))]
        if number > 1
        else []
    )
    if draw(st.booleans()):
        found.append(NeverAlone("role", "carer"))
    if draw(st.integers(0, 4)) == 0:
        found.append(MustInclude(draw(st.sampled_from(NAMES[:number]))))
    return tuple(found)


@st.composite
def asked(draw, objective) -> tuple[Panel, tuple[Candidate, ...]]:
    pool = draw(people())
    seats = draw(st.integers(1, min(len(pool), 5)))
    share = draw(st.sampled_from((None, None, Fraction(3, 5))))
    panel = Panel(seats, draw(quotas(seats)), draw(rules(len(pool))), objective, first_turn_share=share)
    return panel, pool
