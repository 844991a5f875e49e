"""Several people say something about themselves in the same moment: what somebody takes back is gone all the same, and
which count an answer stood in is not lost."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import transaction

from alongside.core import periods
from alongside.core.actor import Actor, Kind
from alongside.people import queries, services
from alongside.people.models import EqualityAnswer, EqualityQuestion, Person
from alongside.people.services.equality import forget_equality
from tests.at_once import at_once, only_where_there_are_several_connections
from tests.cast import Cast

from .equality_factories import fill, people, say

QUARTER = periods.of_day(periods.QUARTER, date(2026, 5, 1), 4)


@pytest.fixture(autouse=True)
def several() -> None:
    only_where_there_are_several_connections()


def themself(cast: Cast, person: Person) -> Actor:
    roles = frozenset({"contributor"})
    return Actor(kind=Kind.USER, organisation_id=cast.org.pk, user_id=None, person_id=person.pk, roles=roles)


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("forgotten", [False, True])
def test_taking_back_while_others_answer(cast: Cast, sex: EqualityQuestion, forgotten: bool) -> None:
    some = people(cast, 40)
    fill(cast, sex, {"Female": 20, "Male": 15}, some)
    leaving, *answering = some[0], *some[35:40]

    def answers(person: Person):
        return lambda: say(person, sex, "Female", themself(cast, person))

    def goes() -> None:
        if forgotten:
            with transaction.atomic():
                forget_equality(leaving)
        else:
            services.take_back_equality(person=leaving, by=themself(cast, leaving))

    done = at_once(goes, *(answers(person) for person in answering))
    assert done == [None] * len(done)
    assert not EqualityAnswer.objects.filter(key=queries.key_of(sex, leaving.pk)).exists()
    assert EqualityAnswer.objects.count() == 35 - 1 + len(answering)


@pytest.mark.django_db(transaction=True)
def test_counting_while_others_answer(cast: Cast, sex: EqualityQuestion) -> None:
    """An answer that forgot that it was counted would be taken for a new one, and two counts for less alike."""
    some = people(cast, 40)
    fill(cast, sex, {"Female": 20, "Male": 15}, some)
    counted, answering = {each.pk for each in some[:35]}, some[35:40]

    def answers(person: Person):
        return lambda: say(person, sex, "Female", themself(cast, person))

    def counts() -> None:
        by = cast.actor("coordinator")
        services.count_make_up(organisation=cast.org, period=QUARTER, took_part=lambda _a, _b: counted, by=by)

    done = at_once(counts, *(answers(person) for person in answering))
    assert done == [None] * len(done)
    keys = [queries.key_of(sex, number) for number in counted]
    assert EqualityAnswer.objects.filter(key__in=keys, counted_in=1).count() == len(counted)
