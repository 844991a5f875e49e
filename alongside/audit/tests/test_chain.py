"""The log shows every hand that went behind it, and lets content be erased."""

from enum import StrEnum
from types import SimpleNamespace

import pytest

from alongside.audit import queries, services
from alongside.audit.models import Content, Event, Head, Row
from alongside.core.actor import system

CHAIN = 7


class ThingEvent(StrEnum):
    MADE = "made"
    IMPORTED = "imported"


ThingEvent.__module__ = "alongside.thing.events"


def thing(code: str = "t1") -> SimpleNamespace:
    return SimpleNamespace(code=code, _meta=SimpleNamespace(label_lower="thing.thing"))


def write(number: int = 5) -> None:
    for n in range(number):
        services.record(ThingEvent.MADE, by=system(CHAIN), target=thing(f"t{n}"), facts={"n": n})


def findings(head: str = "") -> list[str]:
    found = [*queries.broken_links(CHAIN, head), *queries.broken_contents(CHAIN)]
    return [f"{finding.seq}: {finding.message}" for finding in found]


def test_an_untouched_chain_verifies(db) -> None:
    write()
    assert findings() == []
    assert findings(queries.head_of(CHAIN)) == []


def test_chains_do_not_mix(db) -> None:
    write(2)
    services.record(ThingEvent.MADE, by=system(8), target=thing(), facts={})
    assert Event.objects.get(chain=8).seq == 1
    assert queries.chains() == [CHAIN, 8]


def test_an_edited_event_is_named(db) -> None:
    write()
    Event.objects.filter(seq=3).update(actor_id=99)
    assert findings() == ["3: event 3 was changed after it was written"]


def test_a_deleted_event_is_named(db) -> None:
    write()
    Content.objects.filter(event__seq=3).delete()
    Event.objects.filter(seq=3).delete()
    assert findings()[0] == "3: event 3 is missing: the next one found is 4"


def test_the_last_event_cannot_be_cut_off(db) -> None:
    write()
    head = queries.head_of(CHAIN)
    Content.objects.filter(event__seq=5).delete()
    Event.objects.filter(seq=5).delete()
    assert findings()[0] == "4: the chain ends at event 4, which is not where it should end"
    last = Event.objects.get(seq=4)
    Head.objects.filter(chain=CHAIN).update(seq=4, hash=last.hash)
    assert findings() == []  # a head moved back with it hides the cut …
    assert findings(head) == ["None: the head that was given is not in this chain: it was cut or replaced"]


def test_swapped_events_are_named(db) -> None:
    write()
    third, fourth = Event.objects.get(seq=3), Event.objects.get(seq=4)
    Event.objects.filter(pk=third.pk).update(seq=99)
    Event.objects.filter(pk=fourth.pk).update(seq=3)
    Event.objects.filter(pk=third.pk).update(seq=4)
    assert findings()[0] == "3: event 3 does not follow from the event before it"


def test_edited_content_is_named(db) -> None:
    write()
    Content.objects.filter(event__seq=2).update(facts={"n": 100})
    assert findings() == ["2: what event 2 says was changed"]


def test_content_that_vanished_is_named(db) -> None:
    write()
    Content.objects.filter(event__seq=2).delete()
    assert findings() == ["2: what event 2 said is gone, and no erasure is on record"]


def test_erased_content_still_verifies(db) -> None:
    write()
    erased = services.erase(by=system(CHAIN), target_type="thing.thing", targets=["t2"], why="asked by its author")
    assert erased == 1
    assert not Content.objects.filter(event__target="t2", event__room="thing").exists()
    assert findings() == []
    assert queries.erased_targets(CHAIN, "thing.thing") == {"t2"}


def test_an_erasure_covers_only_what_it_names(db) -> None:
    write()
    services.erase(by=system(CHAIN), target_type="thing.thing", targets=["t2"], why="asked")
    Content.objects.filter(event__seq=2).delete()
    assert findings() == ["2: what event 2 said is gone, and no erasure is on record"]


def test_the_rows_of_an_import_are_sealed(db) -> None:
    rows = [services.SealedRow(f"r{n}", f"{n:064d}") for n in range(3)]
    services.record(ThingEvent.IMPORTED, by=system(CHAIN), target=thing(), rows=rows)
    assert findings() == []
    Row.objects.filter(number=2).update(commitment="0" * 64)
    assert findings() == ["1: the rows of import 1 were changed"]


def test_a_deleted_import_row_is_found(db) -> None:
    rows = [services.SealedRow(f"r{n}", f"{n:064d}") for n in range(3)]
    services.record(ThingEvent.IMPORTED, by=system(CHAIN), target=thing(), rows=rows)
    Row.objects.filter(number=3).delete()
    assert findings() == ["1: the rows of import 1 were changed"]


@pytest.mark.django_db(transaction=True)
def test_a_change_that_fails_leaves_no_event() -> None:
    from django.db import transaction

    with pytest.raises(RuntimeError), transaction.atomic():
        services.record(ThingEvent.MADE, by=system(CHAIN), target=thing())
        raise RuntimeError
    assert not Event.objects.exists()
    assert queries.chains() == []


def test_a_chain_that_has_not_begun_is_whole(db) -> None:
    assert findings() == []


def test_a_chain_that_was_emptied_is_not(db) -> None:
    write()
    Content.objects.all().delete()
    Event.objects.all().delete()
    assert findings()[0] == "0: the chain ends at event 0, which is not where it should end"
