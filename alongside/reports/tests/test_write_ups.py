"""A write-up: who writes what, when it is shown, and what is gone when its author is."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.candour.rules.concerns import READER
from alongside.core.errors import NotYours, Refused
from alongside.home.services import forgetting
from alongside.involvement.models import Opportunity
from alongside.post.models import Message
from alongside.reports import personal, queries, services
from alongside.reports.models import POINTS, SHOWN, WRITING, Side, WriteUp, WriteUpText
from alongside.voice import services as voices
from alongside.voice.tests.factories import answered, said
from tests import cast as casting
from tests import make
from tests.cast import Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("locks_in_order")]
BAD = "Nobody told us what came of it."


@pytest.fixture
def activity(cast: Cast) -> Opportunity:
    at = make.opportunity(cast)
    make.place(cast, "cora", at)
    return at


def write(cast: Cast, at: Opportunity, who: str, words: str = BAD, **more: Any) -> WriteUpText:
    return services.write(opportunity=at, point=more.pop("point", "results"), words=words, by=cast.actor(who), **more)


def both(cast: Cast, at: Opportunity) -> WriteUp:
    write(cast, at, "manager", "The rota changed.")
    return write(cast, at, "cora").write_up


def page(client_as: Any, who: str, at: Opportunity) -> str:
    return str(client_as(who).get(f"/harbour/write-ups/{at.code}/").content.decode())


def test_side_by_side_and_neither_reaches_the_other(cast: Cast, activity: Opportunity) -> None:
    both(cast, activity)
    make.place(cast, "dev", activity)
    write(cast, activity, "dev", "It was fine.")
    write(cast, activity, "coordinator", "The rota changed in May.")  # staff share one
    assert [(text.side, text.words) for text in WriteUpText.objects.order_by("id")] == [
        ("staff", "The rota changed in May."),
        ("others", BAD),
        ("others", "It was fine."),
    ]
    coras = next(text for text in WriteUpText.objects.all() if text.words == BAD)
    for who in ("manager", "coordinator", "dev", "eoin"):
        with pytest.raises(Refused):
            services.take_back_text(text=coras, by=cast.actor(who))
    with pytest.raises(Refused):
        services.take_back_text(text=WriteUpText.objects.get(side=Side.STAFF), by=cast.actor("cora"))


@pytest.mark.parametrize("who", ["dev", "board", "finance", "public", "stranger"])
def test_nobody_else_writes(cast: Cast, activity: Opportunity, who: str) -> None:
    with pytest.raises(Refused):
        write(cast, activity, who)


@pytest.mark.parametrize(
    ("state", "said_yes", "came", "writes"),
    [
        ("offered", False, False, False),
        ("withdrawn", False, False, False),  # gave back what they never said yes to
        ("withdrawn", True, False, True),
        ("declined", False, False, False),
        ("offered", False, True, True),  # offered anew to somebody who was there
        ("withdrawn", False, True, True),
        ("accepted", False, False, True),
    ],
)
def test_who_was_only_offered_a_place_took_no_part(
    cast: Cast, activity: Opportunity, state: str, said_yes: bool, came: bool, writes: bool
) -> None:
    place = make.place(cast, "dev", activity, state=state)
    if said_yes:
        place.statuses.create(state="accepted", effective_on=make.days(-8))
    if came:
        make.attended(make.meeting(cast, activity), place)
    assert (queries.side_of(cast.actor("dev"), activity) == Side.OTHERS) == writes


@pytest.mark.parametrize("values", [{"words": " "}, {"words": "x" * 5001}, {"point": "praise"}, {"seen": 3}])
def test_bad_input(cast: Cast, activity: Opportunity, values: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        write(cast, activity, "cora", **{"words": BAD, **values})
    assert not WriteUpText.objects.exists()


def test_two_at_once_is_said(cast: Cast, activity: Opportunity) -> None:
    write(cast, activity, "manager", "First.", seen=0)
    with pytest.raises(Refused, match="Somebody changed this"):
        write(cast, activity, "coordinator", "Second.", seen=0)


def test_not_before_anybody_can_take_part(cast: Cast) -> None:
    with pytest.raises(Refused, match="nothing to write up"):
        write(cast, make.opportunity(cast, state="draft", opened_on=None), "manager")


def test_shown_when_both_say_so_and_with_both_or_not_at_all(cast: Cast, activity: Opportunity) -> None:
    found = write(cast, activity, "manager", "All went well.").write_up
    with pytest.raises(Refused, match="Each side"):
        services.say_ready(write_up=found, by=cast.actor("manager"))
    write(cast, activity, "cora")
    services.say_ready(write_up=found, by=cast.actor("manager"))
    with pytest.raises(Refused, match="Your side has said so"):
        services.say_ready(write_up=found, by=cast.actor("coordinator"))
    assert services.say_ready(write_up=found, by=cast.actor("cora")).state == SHOWN
    with pytest.raises(Refused):
        services.say_ready(write_up=found, by=cast.actor("cora"))
    write(cast, activity, "manager", "All went really well.")
    found.refresh_from_db()
    assert (found.state, found.said_by, found.shown_on) == (WRITING, "", None)


def test_either_side_takes_it_back(cast: Cast, activity: Opportunity) -> None:
    found = both(cast, activity)
    with pytest.raises(Refused):
        services.back_to_writing(write_up=found, by=cast.actor("cora"))
    for who in ("cora", "manager"):
        services.say_ready(write_up=found, by=cast.actor(who))
    with pytest.raises(Refused):
        services.back_to_writing(write_up=found, by=cast.actor("dev"))
    assert services.back_to_writing(write_up=found, by=cast.actor("cora")).state == WRITING


def test_who_reads_it(cast: Cast, activity: Opportunity) -> None:
    found = both(cast, activity)
    for who in ("dev", "board", "public"):
        with pytest.raises(NotYours):
            queries.write_up_to_read(cast.actor(who), activity.code)
    for who in ("cora", "manager"):
        services.say_ready(write_up=found, by=cast.actor(who))
    for who in ("dev", "board"):
        assert queries.write_up_to_read(cast.actor(who), activity.code).side is None
        assert list(queries.shown_write_ups(cast.actor(who))) == [found]
    for who in ("public", "stranger"):
        with pytest.raises(NotYours):
            queries.write_up_to_read(cast.actor(who), activity.code)


def test_whoever_comes_from_outside_reads_none(cast: Cast, activity: Opportunity) -> None:
    """Also of a decision that everybody may see: a write-up is shown to those who belong here."""
    found = both(cast, activity)
    for who in ("cora", "manager"):
        services.say_ready(write_up=found, by=cast.actor(who))
    type(activity.decision).objects.filter(pk=activity.decision_id).update(audience="public")
    cast.users["outside"] = casting.user("outside Penhale")
    casting.member(cast.org, cast.users["outside"], READER)
    with pytest.raises(NotYours):
        queries.write_up_to_read(cast.actor("outside"), activity.code)
    assert not queries.shown_write_ups(cast.actor("outside")).exists()


def test_staff_who_took_part_write_for_those_who_took_part(cast: Cast, activity: Opportunity) -> None:
    assert queries.side_of(cast.actor("manager"), activity) == Side.STAFF
    assert queries.side_of(cast.actor("cora"), activity) == Side.OTHERS


def test_the_database_keeps_one_text_of_staff(cast: Cast, activity: Opportunity) -> None:
    text = write(cast, activity, "manager")
    with pytest.raises(IntegrityError), transaction.atomic():
        WriteUpText.objects.create(
            write_up=text.write_up, point=text.point, side="staff", words="Another.", written_on=make.days(0)
        )


def test_forgotten_and_gone_while_the_other_side_stays(cast: Cast, activity: Opportunity, client_as: Any) -> None:
    both(cast, activity)
    person = cast.people["cora"]
    assert personal.export(person.pk)["written_up"][0]["words"] == BAD
    forgetting.forget(person=person, by=cast.actor("cora"))
    assert personal.export(person.pk)["written_up"] == []
    shown = page(client_as, "manager", activity)
    assert BAD not in shown and "The rota changed." in shown


def test_with_those_of_one_side_forgotten_it_is_not_shown(cast: Cast, activity: Opportunity) -> None:
    """It is shown with both or not at all, also where whoever spoke for one side was forgotten."""
    write_up = both(cast, activity)
    for who in ("manager", "cora"):
        services.say_ready(write_up=write_up, by=cast.actor(who))
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    write_up.refresh_from_db()
    assert write_up.state == WRITING and write_up.statuses.count() == 4


def test_what_the_record_says_beside_it(cast: Cast, activity: Opportunity, client_as: Any) -> None:
    row = said(cast, words="The door sticks.", decision=activity.decision)
    answered(row, cast)
    shown = page(client_as, "manager", activity)
    assert "The door sticks." in shown and "1 of 1 things that were said" in shown
    assert all(str(words) in shown for words in POINTS.values()) and "GRIPP2" in shown
    voices.withdraw(contribution=row, by=cast.actor("cora"))
    assert "The door sticks." not in page(client_as, "manager", activity)


def test_words_for_those_who_work_here_are_not_for_others_who_took_part(
    cast: Cast, activity: Opportunity, client_as: Any
) -> None:
    make.place(cast, "dev", activity)
    said(cast, words="The door sticks.", decision=activity.decision)
    assert "The door sticks." in page(client_as, "manager", activity)
    assert "The door sticks." not in page(client_as, "dev", activity)


def test_the_pages_from_beginning_to_end(cast: Cast, activity: Opportunity, client_as: Any) -> None:
    base = f"/harbour/write-ups/{activity.code}/"
    for who, more in (("cora", {"named": "on"}), ("manager", {})):
        client = client_as(who)
        assert client.post(f"{base}results/", {"words": "", "seen": "0"}).status_code == 422
        assert client.post(f"{base}results/", {"words": f"By {who}.", "seen": "0", **more}).status_code == 303
        assert client.get(f"{base}nothing/").status_code == 404
    assert "By cora." in page(client_as, "manager", activity) and ">Cora," in page(client_as, "manager", activity)
    for who in ("manager", "cora"):
        assert client_as(who).post(f"{base}ready/").status_code == 303
    assert activity.title in client_as("dev").get("/harbour/write-ups/").content.decode()
    assert "Write to this" not in page(client_as, "dev", activity)
    assert client_as("cora").post(f"{base}results/back/").status_code == 303
    assert client_as("dev").get(base).status_code == 404


def test_few_questions(cast: Cast, activity: Opportunity, client_as: Any, django_assert_max_num_queries: Any) -> None:
    both(cast, activity)
    for _n in range(2):
        answered(said(cast, decision=activity.decision), cast)
    client = client_as("manager")
    with django_assert_max_num_queries(30):
        assert client.get(f"/harbour/write-ups/{activity.code}/").status_code == 200


def ready_to() -> set[tuple[int | None, int | None]]:
    return set(Message.objects.filter(kind="write_up_ready").values_list("to_person", "to_user"))


def test_the_other_side_hears_that_one_is_ready(cast: Cast, activity: Opportunity) -> None:
    write_up = both(cast, activity)
    make.place(cast, "dev", activity)
    services.say_ready(write_up=write_up, by=cast.actor("manager"))
    assert ready_to() == {(cast.people["cora"].pk, None), (cast.people["dev"].pk, None)}
    services.back_to_writing(write_up=write_up, by=cast.actor("cora"))
    Message.objects.all().delete()
    services.say_ready(write_up=write_up, by=cast.actor("cora"))
    assert ready_to() == {(None, cast.users["manager"].pk)}
    body = Message.objects.get(kind="write_up_ready").body
    assert BAD not in body and "Cora" not in body


def test_once_a_day_however_often_it_is_said(cast: Cast, activity: Opportunity) -> None:
    write_up = both(cast, activity)
    for _time in range(3):
        services.say_ready(write_up=write_up, by=cast.actor("manager"))
        services.back_to_writing(write_up=write_up, by=cast.actor("manager"))
    assert Message.objects.filter(kind="write_up_ready").count() == 1
