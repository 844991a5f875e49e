"""Moments of a service: written by both sides, ended and reworded without touching what was told; told by anybody,
counted once and only with enough others, taken back, erased."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from alongside.config.commands import verify_
from alongside.core.actor import Actor, Kind, system
from alongside.core.errors import NotYours, Refused
from alongside.core.small_groups import Sided
from alongside.home.services import forgetting
from alongside.journey import personal, services
from alongside.journey.models import Telling, TouchCount, Touchpoint
from alongside.journey.queries import touchpoints as queries
from alongside.journey.rules import touchpoints as rules
from alongside.post.models import Message
from tests import make

from .touch_factories import LATER, at, by_phone, counted, many, moment, nobody, read, told

WORDS = "Zanzibar: nobody rang back for nine days."


def names(cast, unit: str = "team") -> list[str]:
    return [row.name for row in queries.open_of(cast.units[unit])]


def whole(cast) -> list[str]:
    return verify_.check(cast.org.pk, "harbour", "")["findings"]


# Moments.


def test_both_sides_write_them_in_their_order(cast) -> None:
    wait = moment(cast, "The wait")
    moment(cast, "The first call", "cora")
    moment(cast, "The assessment", after=wait)
    assert names(cast) == ["The first call", "The wait", "The assessment"]
    assert list(Touchpoint.objects.order_by("position").values_list("side", flat=True)) == ["people", "staff", "staff"]
    services.move_touchpoint(touchpoint=wait, after=None, by=cast.actor("manager"))
    assert names(cast)[0] == "The wait"


@pytest.mark.parametrize("name", ["", " \u200b ", "x" * 121, "the first CALL"])
def test_names_that_cannot_be(cast, name) -> None:
    moment(cast)
    with pytest.raises(Refused):
        moment(cast, name)


@pytest.mark.parametrize("who", ["finance", "safeguarding", "public", "stranger"])
def test_who_writes_none(cast, who) -> None:
    with pytest.raises(NotYours):
        moment(cast, "A moment", who, unit=cast.units["team"])


@pytest.mark.parametrize("who", ["cora", "finance", "stranger", "public"])
def test_only_those_who_keep_the_unit_end_move_and_reword(cast, who) -> None:
    found = moment(cast)
    by = cast.actor(who)
    with pytest.raises(NotYours):
        services.end_touchpoint(touchpoint=found, why="Because.", by=by)
    with pytest.raises(NotYours):
        services.reword_touchpoint(touchpoint=found, name="Other", about="", why="Because.", by=by)
    with pytest.raises(NotYours):
        services.move_touchpoint(touchpoint=found, after=None, by=by)


def test_in_other_words_it_is_another_and_what_was_told_stays(cast) -> None:
    found, last = moment(cast, "The waiting list"), moment(cast, "The goodbye", after=None)
    services.move_touchpoint(touchpoint=last, after=found, by=cast.actor("manager"))
    many(cast, found, [-2, -2, -1, 1, 2])
    made = services.reword_touchpoint(
        touchpoint=found, name="The wait", about="", why="Nobody knows a list.", by=cast.actor("manager")
    )
    found.refresh_from_db()
    assert names(cast) == ["The wait", "The goodbye"] and made.instead_of == found
    assert (found.name, found.ended_why) == ("The waiting list", "Nobody knows a list.")
    (count,) = counted(cast)
    assert count.touchpoint == found and count.of == 5
    with pytest.raises(Refused):
        told(cast, found)
    with pytest.raises(Refused):
        services.end_touchpoint(touchpoint=found, why="Again.", by=cast.actor("manager"))


def test_an_end_needs_a_reason_and_twenty_are_enough(cast) -> None:
    found = moment(cast)
    with pytest.raises(Refused) as refused:
        services.end_touchpoint(touchpoint=found, why=" ", by=cast.actor("manager"))
    assert refused.value.field == "why"
    for n in range(rules.MOST_OPEN - 1):
        moment(cast, f"Moment {n}")
    with pytest.raises(Refused):
        moment(cast, "One too many")


def test_support_for_one_person_and_what_is_closed_have_none(cast) -> None:
    unit = cast.units["team"]
    found = moment(cast)
    unit.closed_on = make.days(0)
    unit.save()
    with pytest.raises(Refused):
        moment(cast, "The wait")
    with pytest.raises(Refused):
        told(cast, found)
    unit.closed_on, unit.level = None, "one_to_one"
    unit.save()
    with pytest.raises(Refused):
        moment(cast, "The wait")


# Telling.


def test_told_by_anybody_by_themselves_and_for_somebody(cast) -> None:
    found = moment(cast)
    assert told(cast, found).digest
    own = told(cast, found, -1, "cora", words=WORDS, named=True)
    assert (own.person, own.digest, own.recorded_by) == (cast.people["cora"], "", cast.users["cora"])
    theirs = told(cast, found, -2, "noor", by=by_phone(cast, "noor"))
    assert (theirs.medium, theirs.person) == ("phone", cast.people["noor"])
    assert told(cast, found, named=True).named is False  # nobody has no name
    assert whole(cast) == []


@pytest.mark.parametrize(
    "who, person",
    [("dev", "cora"), ("coordinator", "cora"), ("staff", None), ("cora", None), ("stranger", None), ("finance", None)],
)
def test_nobody_tells_it_as_somebody_else(cast, who, person) -> None:
    """Nobody named is only who comes without a name; for somebody else it needs to be said how they told it."""
    found = moment(cast)
    felt = services.Felt(1)
    with pytest.raises(NotYours):
        services.tell_touch(
            touchpoint=found, felt=felt, person=cast.people[person] if person else None, by=cast.actor(who)
        )


@pytest.mark.parametrize(
    "felt, words, audience", [(3, "", "here"), (1, "x" * 20_000, "here"), (1, "Words", "everybody")]
)
def test_what_cannot_be_told(cast, felt, words, audience) -> None:
    with pytest.raises(Refused):
        told(cast, moment(cast), felt, words=words, audience=audience)
    assert not Telling.objects.exists()


def test_words_are_kept_as_they_are_and_what_cannot_be_seen_is_none(cast) -> None:
    found = moment(cast)
    assert told(cast, found, words="<b>Help</b> 🙈\r\nme").words == "<b>Help</b> 🙈\nme"
    assert told(cast, found, words=" \u200b\u200d ").words == ""


def test_the_same_person_twice_counts_once(cast) -> None:
    found = moment(cast)
    first = told(cast, found, 1, "cora")
    with pytest.raises(Refused) as refused:
        told(cast, found, -2, "cora")
    assert refused.value.field == "moment"
    with pytest.raises(IntegrityError), transaction.atomic():
        Telling.objects.create(
            organisation=cast.org, touchpoint=found, person=cast.people["cora"], felt=1, told_on=make.days(0)
        )
    services.take_back_telling(telling=first, by=cast.actor("cora"))
    told(cast, found, -2, "cora")
    many(cast, found, [1, 1, -1, -1])
    assert counted(cast)[0].of == 5
    told(cast, found, 2, "cora")  # these three months are counted: the next ones are another time


# Counting.


@pytest.mark.parametrize(
    "felt, shown",
    [
        ([], None),
        ([2], None),
        ([2, 2, -1, -1], None),
        ([2, 2, 1, -1, -1], Sided(5, {"good": 3, "bad": 2}, {2: 2, 1: 1, -1: 2})),
        ([-2, -2, -2, -1, -1], Sided(5, {"bad": 4})),  # all on one side: at least all but one
        ([-2, -2, -2, -1, 0], Sided(5, {"bad": 4})),
    ],
)
def test_nothing_of_fewer_than_five_and_nobody_can_be_worked_out(cast, felt, shown) -> None:
    many(cast, moment(cast), felt)
    found = counted(cast)
    assert [queries.of_plain(row.shown) for row in found] == ([shown] if shown else [])


def test_not_before_the_three_months_are_over_and_only_once(cast) -> None:
    found = moment(cast)
    many(cast, found, [1, 1, 1, -1, -1])
    services.count_what_was_told(organisation=cast.org, by=system(cast.org.pk))
    assert not TouchCount.objects.exists()
    assert len(counted(cast)) == len(counted(cast)) == 1


def test_what_is_too_little_waits_for_what_comes_next(cast) -> None:
    found = moment(cast)
    many(cast, found, [1, 1, -1])
    assert counted(cast) == []
    with at(LATER):
        many(cast, found, [2, -2])
    (count,) = counted(cast, 2 * LATER)
    assert count.of == 5 and (count.last - count.first) > timedelta(days=100)


def test_what_comes_after_a_count_is_never_added_to_it(cast) -> None:
    """Whoever looks before and after sees no difference that one person made."""
    found = moment(cast)
    many(cast, found, [1, 1, 1, -1, -1])
    before = counted(cast)[0].shown
    with at(LATER):
        told(cast, found, -2)
    (count,) = counted(cast, 2 * LATER)
    assert count.shown == before


def test_a_higher_threshold_holds_for_what_is_counted_from_then_on(cast) -> None:
    cast.org.settings.update(pulse_threshold=6)
    many(cast, moment(cast), [1, 1, 1, -1, -1])
    assert counted(cast) == []


@given(st.lists(st.lists(st.sampled_from([2, 1, 0, -1, -2]), min_size=5, max_size=9), max_size=5))
def test_what_everybody_sees_never_changes_by_fewer_than_ten(parts) -> None:
    counts = [
        TouchCount(
            last=make.days(n),
            first=make.days(n),
            of=len(felt),
            shown=queries.as_plain(queries.small_groups.sided({f: felt.count(f) for f in felt}, str, 5)),
        )
        for n, felt in enumerate(parts)
    ]
    seen = [sum(block.shown.of for block in queries.blocks_of(counts[:n], 10)) for n in range(len(counts) + 1)]
    steps = [after - before for before, after in zip(seen, seen[1:], strict=False)]
    assert all(step == 0 or step >= 10 for step in steps)


# Words.


def words_seen(cast, who: str, unit: str = "team") -> set[str]:
    return {row.words for row in queries.words_for(cast.actor(who), cast.units[unit].pk)}


def test_words_are_for_whom_their_teller_chose_once_somebody_has_read_them(cast) -> None:
    found = moment(cast)
    tellings = {each: told(cast, found, words=each, audience=each) for each in ("team", "here", "anyone")}
    assert all(not words_seen(cast, who) for who in ("public", "cora", "staff", "coordinator"))
    assert queries.to_read(cast.actor("coordinator")).count() == 3 and not queries.to_read(cast.actor("staff"))
    for telling in tellings.values():
        read(cast, telling)
    assert words_seen(cast, "public") == {"anyone"} == words_seen(cast, "stranger") | {"anyone"}
    assert words_seen(cast, "cora") == words_seen(cast, "finance") == {"anyone", "here"}
    assert words_seen(cast, "staff") == words_seen(cast, "coordinator") == {"anyone", "here", "team"}


def test_held_back_with_a_reason_that_its_teller_reads(cast) -> None:
    telling = told(cast, moment(cast), -2, "cora", words=WORDS, audience="anyone")
    with pytest.raises(Refused):
        read(cast, telling, hold=True)
    with pytest.raises(NotYours):
        services.read_telling(telling=telling, by=cast.actor("staff"))
    read(cast, telling, hold=True, held_why="It names somebody.")
    assert not words_seen(cast, "public") | words_seen(cast, "staff")
    assert queries.my_telling(cast.actor("cora"), telling.code).held_why == "It names somebody."
    assert Message.objects.get(kind="telling_held_back").to_person == cast.people["cora"].pk
    read(cast, telling)
    assert words_seen(cast, "public") == {WORDS}


def test_whoever_moderates_hears_of_words_that_wait_once_a_day(cast) -> None:
    telling = told(cast, moment(cast), words=WORDS)
    assert services.remind_of_words(organisation=cast.org) == 0  # told today
    with at(timedelta(days=1)):
        assert [services.remind_of_words(organisation=cast.org) for _ in range(2)] == [1, 0]
    assert Message.objects.get(kind="moments_unread").to_user == cast.users["coordinator"].pk
    read(cast, telling)
    with at(timedelta(days=2)):
        assert services.remind_of_words(organisation=cast.org) == 0


# Taking back.


def test_taken_back_by_its_teller_or_with_the_code_and_by_nobody_else(cast) -> None:
    found = moment(cast)
    own, theirs = told(cast, found, 1, "cora", words=WORDS), told(cast, found, 1, words=WORDS)
    for who in ("dev", "coordinator", "manager", "public", "stranger"):
        with pytest.raises(NotYours):
            services.take_back_telling(telling=own, by=cast.actor(who))
        with pytest.raises(NotYours):
            services.take_back_telling(telling=theirs, by=cast.actor(who))
    services.take_back_telling(telling=own, by=cast.actor("cora"))
    holder = Actor(kind=Kind.CODE_HOLDER, organisation_id=cast.org.pk)
    services.take_back_telling(telling=theirs, by=holder, by_code=True)
    rows = Telling.objects.values_list("felt", "words", "salt")
    assert set(rows) == {(None, "", "")} and whole(cast) == []
    with pytest.raises(NotYours):
        services.take_back_telling(telling=theirs, by=holder, by_code=True)


def test_on_the_phone_it_is_taken_back_for_them(cast) -> None:
    telling = told(cast, moment(cast), 1, "noor", by=by_phone(cast, "noor"))
    services.take_back_telling(telling=telling, by=by_phone(cast, "noor"))
    assert Telling.objects.get().felt is None


def test_only_what_was_written_down_for_them_is_taken_back_for_them(cast) -> None:
    found = moment(cast)
    told(cast, found, 1, "cora")
    told(cast, found, -2, "noor", by=by_phone(cast, "noor"))
    with pytest.raises(Refused):
        services.take_back_for(touchpoint=found, by=by_phone(cast, "cora"))
    with pytest.raises(NotYours):
        services.take_back_for(touchpoint=found, by=cast.actor("board").for_person(cast.people["noor"].pk, "phone"))
    assert services.take_back_for(touchpoint=found, by=by_phone(cast, "noor")) == 1
    assert list(Telling.objects.order_by("id").values_list("felt", flat=True)) == [1, None]


def test_a_code_finds_its_own_and_only_until_it_is_taken_back(cast) -> None:
    _row, code = services.tell_touch(
        touchpoint=moment(cast), felt=services.Felt(-1), by=nobody(cast), code="0123456789abcdef"
    )
    found = queries.telling_by_code(cast.org, "0123-4567 89AB-CDEF", "192.0.2.7")
    assert found.felt == -1
    for typed in ("", "0123456789abcdeg", "x" * 16):
        with pytest.raises(NotYours):
            queries.telling_by_code(cast.org, typed, "192.0.2.7")
    with pytest.raises(NotYours):
        queries.telling_by_code(cast.other, code, "192.0.2.8")
    by = Actor(kind=Kind.CODE_HOLDER, organisation_id=cast.org.pk)
    services.take_back_telling(telling=found, by=by, by_code=True)
    with pytest.raises(NotYours):
        queries.telling_by_code(cast.org, code, "192.0.2.9")


def test_what_is_taken_back_before_is_not_counted_and_after_stays_a_number(cast) -> None:
    found = moment(cast)
    many(cast, found, [1, 1, 1, -1, -1])
    services.take_back_telling(telling=told(cast, found, -2, "cora"), by=cast.actor("cora"))
    theirs = told(cast, found, -2, "dev", words=WORDS)
    (count,) = counted(cast)
    assert count.of == 6
    services.take_back_telling(telling=theirs, by=cast.actor("dev"))
    count.refresh_from_db()
    assert count.of == 6 and counted(cast) == [count] and whole(cast) == []


def test_forgotten_with_the_person_and_in_their_copy_before(cast) -> None:
    found = moment(cast)
    telling = told(cast, found, -2, "cora", words=WORDS)
    read(cast, telling, hold=True, held_why="Zanzibar is a name.")
    assert "Zanzibar: nobody" in repr(personal.export(cast.people["cora"].pk))
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    telling.refresh_from_db()
    assert (telling.person, telling.felt, telling.words, telling.held_why) == (None, None, "", "")
    assert whole(cast) == [] and "Zanzibar" not in repr(personal.export(cast.people["cora"].pk))


def test_words_of_feelings_are_the_organisations_and_the_scale_stays(cast) -> None:
    given = {"very_good": "Safe", "good": "Fine", "both": "Mixed", "bad": "Lost", "very_bad": "Alone"}
    with pytest.raises(NotYours):
        services.name_feelings(words=given, by=cast.actor("manager"))
    with pytest.raises(Refused):
        services.name_feelings(words={**given, "bad": "alone"}, by=cast.actor("coordinator"))
    made = services.name_feelings(words=given, by=cast.actor("coordinator"))
    assert queries.feelings_of(cast.org.pk, make.days(0)) == made
    assert queries.feelings_of(cast.other.pk, make.days(0)) is None
