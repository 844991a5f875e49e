import pytest

from alongside.core.actor import system
from alongside.core.errors import Refused
from alongside.people import queries, services
from alongside.people.models import ACTIVE, ENQUIRED, LEFT, PAUSED, Pause
from alongside.post import services as post
from tests.make import days


def test_a_pause_and_its_end(cast, cora, herself, events):
    services.pause(person=cora, by=herself)
    cora.refresh_from_db()
    assert (cora.state, queries.may_contact(cora.pk).reason) == (PAUSED, "paused")
    message = post.queue("note", organisation=cast.org.pk, to_person=cora.pk, subject="s", body="b")
    post.held(message, reason="paused")
    services.resume(person=cora, by=herself)
    cora.refresh_from_db()
    message.refresh_from_db()
    assert (cora.state, message.state, queries.may_contact(cora.pk).kind) == (ACTIVE, "queued", "email")
    assert events() == [("paused", cora.code), ("resumed", cora.code)]
    assert [row.state for row in queries.status_history(cora)] == [ACTIVE, PAUSED]


def test_there_is_nowhere_to_put_a_reason():
    fields = {field.name for field in Pause._meta.get_fields()}
    assert fields == {"id", "person", "since", "until", "ended_on", "recorded_at", "recorded_by", "by_kind", "medium"}


def test_back_to_where_they_were(alma, herself):
    person = services.add_person(name="Rosa", by=alma)
    speaking = alma.for_person(person.pk, "phone")
    services.pause(person=person, by=speaking)
    assert services.resume(person=person, by=speaking).state == ENQUIRED


def test_pausing_again_changes_the_end(cora, herself):
    services.pause(person=cora, by=herself)
    services.pause(person=cora, until=days(9), by=herself)
    assert [(row.until, row.ended_on) for row in Pause.objects.all()] == [(days(9), None)]


@pytest.mark.parametrize("until", [days(0), days(-1)])
def test_a_pause_ends_later_than_today(cora, herself, until):
    with pytest.raises(Refused) as refused:
        services.pause(person=cora, until=until, by=herself)
    assert refused.value.field == "until"
    assert not Pause.objects.exists()


def test_what_has_no_pause_cannot_end_it(cora, herself):
    with pytest.raises(Refused):
        services.resume(person=cora, by=herself)


def test_somebody_who_left_does_not_pause(cora, herself):
    services.move_person(person=cora, to=LEFT, by=herself)
    with pytest.raises(Refused):
        services.pause(person=cora, by=herself)


def paused_until(cora, herself, until):
    services.pause(person=cora, until=days(1), by=herself)
    Pause.objects.update(since=days(-30), until=until)


def task(organisation):
    return services.end_pauses_that_are_over(today=days(0), by=system(organisation.pk))


def test_the_daily_task_ends_what_is_over_once(cast, cora, herself, events):
    paused_until(cora, herself, days(0))
    assert (task(cast.other), task(cast.org), task(cast.org)) == (0, 1, 0)
    cora.refresh_from_db()
    assert (cora.state, Pause.objects.get().ended_on) == (ACTIVE, days(0))
    assert events()[-1] == ("resumed", cora.code)


def test_the_daily_task_leaves_the_others(cast, cora, herself):
    paused_until(cora, herself, days(1))
    services.pause(person=cast.people["dev"], by=cast.actor("dev"))
    assert task(cast.org) == 0


def test_a_pause_is_over_on_its_day_without_the_task(cora, herself):
    paused_until(cora, herself, days(0))
    assert queries.may_contact(cora.pk).possible
    assert queries.may_contact(cora.pk, on=days(-1)).reason == "paused"
