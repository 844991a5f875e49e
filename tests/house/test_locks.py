"""The order in which rows are taken is written down, and the watch sees who does otherwise."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import transaction

from alongside.audit.models import Head
from alongside.organisation.models import Organisation
from alongside.people.models import Consent, Person
from tests import locks

LIST = """
| 1 | `people.Person` | `people.Consent` | somebody |
| 2 | `audit.Head` | | the end of the log |
"""


def test_every_row_of_the_list_is_there_and_the_log_is_last() -> None:
    order = locks.order()
    assert list(order.place)[-1] == "audit.Head"
    for name in {*order.place, *order.parts}:
        assert apps.get_model(name)._meta.label == name
    assert not order.place.keys() & order.parts.keys()


@pytest.mark.parametrize(
    ("first", "then", "wrong"),
    [
        (Organisation, Person, 0),
        (Person, Organisation, 1),
        (Person, Person, 0),
    ],
)
def test_the_watch_sees_a_bad_example(cast, first, then, wrong) -> None:
    watch = locks.Watch(locks.order())
    with locks.watched(watch), transaction.atomic():
        for model in (first, then):
            model.objects.select_for_update().first()
    assert len(watch.wrong) == wrong


def test_each_transaction_begins_anew_and_what_has_no_place_is_named(cast) -> None:
    watch = locks.Watch(locks.Order.of(LIST))
    with locks.watched(watch):
        for model in (Person, Organisation):
            with transaction.atomic():
                model.objects.select_for_update().first()
        assert watch.wrong == []
        with transaction.atomic():
            Person.objects.select_for_update().first()
            Organisation.objects.select_for_update().first()
    assert watch.wrong == [
        "organisation.Organisation has no place in docs/locks.md (people.Person, then organisation.Organisation)"
    ]


def test_a_part_is_taken_while_its_whole_is_held(cast) -> None:
    watch = locks.Watch(locks.Order.of(LIST))
    with locks.watched(watch):
        with transaction.atomic():
            Person.objects.select_for_update().first()
            Consent.objects.select_for_update().first()
            Head.objects.select_for_update().first()
        assert watch.wrong == []
        with transaction.atomic():
            Consent.objects.select_for_update().first()
    assert len(watch.wrong) == 1 and "people.Consent is taken while none of people.Person is held" in watch.wrong


@pytest.mark.parametrize("late", [Person, Consent])
def test_after_the_log_nothing_is_taken_not_even_what_is_held(cast, late) -> None:
    watch = locks.Watch(locks.Order.of(LIST))
    with locks.watched(watch), transaction.atomic():
        for model in (Person, Head, late):
            model.objects.select_for_update().first()
    assert watch.wrong == [f"{late._meta.label} is taken after audit.Head, which is the last"]
