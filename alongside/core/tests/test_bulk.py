"""Rows in bulk are the rows that the ORM would have made."""

from datetime import UTC, datetime

from alongside.audit.models import Event, Head, Row
from alongside.core import bulk


def event(**values) -> Event:
    said = {"chain": 1, "seq": 1, "at": datetime(2026, 3, 27, 9, 30, tzinfo=UTC), "commitment": "c", "hash": "h"}
    return Event.objects.create(**{**said, **values})


def test_the_same_as_one_by_one(db) -> None:
    values = {"chain": 7, "at": datetime(2026, 3, 27, 9, 30, 1, 250, tzinfo=UTC), "name": "O'Brien %s ünï 🪴"}
    event(**values, seq=1)
    said = {"commitment": "c", "hash": "h", **values}
    bulk.insert(Event, [{**said, "seq": 2}, {**said, "seq": 3, "actor_id": 4}])
    one, two, three = Event.objects.order_by("seq").values()
    for row in (one, two, three):
        del row["id"], row["seq"]
    assert one == two
    assert three == {**one, "actor_id": 4}


def test_keys_are_given_by_number(db) -> None:
    about = event()
    bulk.insert(Row, [{"event_id": about.pk, "number": n, "target": "t", "commitment": "c"} for n in range(3)])
    assert [row.number for row in about.rows.order_by("number")] == [0, 1, 2]


def test_a_key_that_is_not_counted_up_by_itself(db) -> None:
    bulk.insert(Head, [{"chain": 9, "seq": 3}])
    assert Head.objects.get(pk=9).seq == 3


def test_no_rows_is_no_work(db, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        bulk.insert(Head, [])
