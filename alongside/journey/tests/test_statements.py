"""“I statements”: worded by those who keep a unit, asked only once contributors agreed, answered once and by nobody in
particular, shown round by round under the threshold not at all, and never in other words than those answered."""

from datetime import timedelta

import pytest

from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.core.small_groups import Sided
from alongside.home.services import forgetting
from alongside.journey import personal, services
from alongside.journey.models import Rated, RatingMark, RatingRound, Statement, StatementAgreement
from alongside.journey.queries import statements as queries
from alongside.journey.queries import touchpoints
from alongside.journey.queries.touchpoints import of_plain
from alongside.organisation import queries as organisations
from tests import cast as casting
from tests import make

from .touch_factories import answered, asking, at, nobody, over, statement


def shown(found: RatingRound) -> list[Sided | None]:
    return [of_plain(row.shown) if row.shown else None for row in queries.rated_in(found)]


def lines(cast, who: str = "cora", unit: str = "team") -> list[queries.OverTime]:
    return queries.over_time(cast.actor(who), cast.units[unit], organisations.clock_of(cast.org))


# Words.


@pytest.mark.parametrize("text", ["", " \u200b", "x" * 301, "i can get HELP when I need it."])
def test_words_that_cannot_be(cast, text) -> None:
    statement(cast)
    with pytest.raises(Refused) as refused:
        statement(cast, text)
    assert refused.value.field == "text"


@pytest.mark.parametrize("who", ["cora", "board", "finance", "public", "stranger"])
def test_who_words_none(cast, who) -> None:
    if who == "board":
        statement(cast, who=who)  # whoever decides may, everywhere
        return
    with pytest.raises(NotYours):
        statement(cast, who=who, agreed=False)


def test_nobody_is_asked_with_words_that_only_staff_agreed_to(cast) -> None:
    made = statement(cast, agreed=False)
    services.agree_statement(statement=made, agrees=True, by=cast.actor("manager"))
    services.agree_statement(statement=made, agrees=True, by=cast.actor("cora"))
    with pytest.raises(Refused) as refused:
        asking(cast)
    assert "Two people who take part" in refused.value.reason
    by_phone = cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE)
    services.agree_statement(statement=made, agrees=True, by=by_phone)
    assert [row.statement for row in queries.rated_in(asking(cast))] == [made]


def test_who_agreed_says_otherwise(cast) -> None:
    made = statement(cast)
    services.agree_statement(statement=made, agrees=False, by=cast.actor("cora"))
    agreed = queries.agreed_to(cast.actor("cora"), made)
    assert (agreed.people, agreed.staff, agreed.mine) == (1, 0, False)
    with pytest.raises(Refused):
        asking(cast)


@pytest.mark.parametrize("who", ["finance", "stranger", "public"])
def test_who_has_no_say_in_the_words(cast, who) -> None:
    made = statement(cast)
    with pytest.raises((NotYours, Refused)):
        services.agree_statement(statement=made, agrees=True, by=cast.actor(who))


def test_nobody_agrees_for_somebody_but_whoever_runs_it(cast) -> None:
    made = statement(cast, agreed=False)
    for who in ("staff", "manager", "dev"):
        with pytest.raises(NotYours):
            by = cast.actor(who).for_person(cast.people["noor"].pk, Medium.PHONE)
            services.agree_statement(statement=made, agrees=True, by=by)


def test_reworded_half_way_the_old_words_keep_their_numbers(cast) -> None:
    old = statement(cast)
    found = asking(cast)
    answered(cast, found, [4, 4, 3, 1])
    new = services.reword_statement(
        statement=old, text="I get help on the day.", why="“Need” is whose?", by=cast.actor("manager")
    )
    answered_too = found.rated.get()
    services.rate(found=found, given={answered_too.code: 1}, by=nobody(cast), browser="f" * 32)
    over(cast, found)
    assert shown(found) == [Sided(5, {"yes": 3, "no": 2}, {4: 2, 3: 1, 1: 2})]
    (line,) = lines(cast)
    assert line.statement == new and [each.wording for each in line.rounds] == [old] and line.reworded
    with pytest.raises(Refused):  # nobody has agreed to the new words
        asking(cast)
    assert [row.text for row in queries.wordings_of(old)] == [new.text, old.text] and new.number == 2
    with pytest.raises(Refused):
        services.agree_statement(statement=old, agrees=True, by=cast.actor("cora"))


def test_an_end_needs_a_reason_and_twelve_are_enough(cast) -> None:
    made = statement(cast, agreed=False)
    with pytest.raises(Refused):
        services.end_statement(statement=made, why="", by=cast.actor("manager"))
    services.end_statement(statement=made, why="It was two things.", by=cast.actor("manager"))
    assert lines(cast) == []  # never asked, so there is nothing to keep
    for n in range(12):
        statement(cast, f"Number {n}", agreed=False)
    with pytest.raises(Refused):
        statement(cast, "One too many", agreed=False)


# Asking.


@pytest.mark.parametrize("days, fits", [(13, False), (14, True), (120, True), (121, False)])
def test_how_long_people_have(cast, days, fits) -> None:
    statement(cast)
    if fits:
        assert asking(cast, make.days(days)).closes_on == make.days(days)
    else:
        with pytest.raises(Refused) as refused:
            asking(cast, make.days(days))
        assert refused.value.field == "until"


def test_one_asking_at_a_time_and_of_the_whole_beside_its_parts(cast) -> None:
    statement(cast)
    statement(cast, unit=None, who="board")
    asking(cast)
    asking(cast, unit=None)
    for unit in (cast.units["team"], None):
        with pytest.raises(Refused):
            asking(cast, unit=unit)


@pytest.mark.parametrize("who", ["manager", "cora", "board", "public", "stranger"])
def test_only_those_who_run_involvement_ask(cast, who) -> None:
    statement(cast)
    with pytest.raises(NotYours):
        services.ask_for_ratings(until=make.days(20), unit=cast.units["team"], by=cast.actor(who))


# Answering.


def test_once_each_and_nothing_of_an_answer_is_kept_but_a_number(cast) -> None:
    statement(cast)
    found = asking(cast)
    code = found.rated.get().code
    services.rate(found=found, given={code: 4}, by=cast.actor("cora"))
    for by, browser in ((cast.actor("cora"), ""), (nobody(cast), "a" * 32)):
        if browser:
            services.rate(found=found, given={code: 1}, by=by, browser=browser)
        with pytest.raises(Refused) as refused:
            services.rate(found=found, given={code: 2}, by=by, browser=browser)
        assert "had your turn" in refused.value.reason
    row = Rated.objects.get()
    assert (row.n4, row.n3, row.n2, row.n1) == (1, 0, 0, 1) and row.shown is None
    fields = {field.name for field in RatingMark._meta.get_fields()}
    assert fields == {"id", "round", "digest"}  # no time, no person, no answer


def test_whoever_works_here_does_not_rate_and_nobody_without_a_browser(cast) -> None:
    statement(cast)
    found = asking(cast)
    given = {found.rated.get().code: 4}
    for who in ("staff", "manager", "coordinator", "board"):
        with pytest.raises(Refused):
            services.rate(found=found, given=given, by=cast.actor(who))
    with pytest.raises(NotYours):
        services.rate(found=found, given=given, by=cast.actor("stranger"))
    with pytest.raises(NotYours):
        services.rate(found=found, given=given, by=nobody(cast))


@pytest.mark.parametrize("given", [{}, {"elsewhere": 4}, {"": 1}, None])
def test_answers_that_are_none(cast, given) -> None:
    statement(cast)
    found = asking(cast)
    if given is None:
        given = {found.rated.get().code: 5}
    with pytest.raises(Refused):
        services.rate(found=found, given=given, by=cast.actor("cora"))
    assert not RatingMark.objects.exists()


def test_too_many_from_one_place_are_not_counted(cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 3
    statement(cast)
    found = asking(cast)
    given = {found.rated.get().code: 1}
    for n in range(3):
        services.rate(found=found, given=given, by=nobody(cast), browser=f"{n:032x}", asker="192.0.2.7")
    with pytest.raises(Refused) as refused:
        services.rate(found=found, given=given, by=nobody(cast), browser="f" * 32, asker="192.0.2.7")
    assert "from where you are" in refused.value.reason
    assert Rated.objects.get().n1 == 3


def test_sheets_are_typed_in_and_how_many_stands_with_it(cast) -> None:
    statement(cast)
    found = asking(cast)
    given = {found.rated.get().code: 2}
    services.type_in_rating(found=found, given=given, by=cast.actor("staff"))
    for who in ("cora", "board", "public", "stranger"):
        with pytest.raises(NotYours):
            services.type_in_rating(found=found, given=given, by=cast.actor(who))
    found.refresh_from_db()
    assert (found.typed, Rated.objects.get().n2) == (1, 1)


# When it is over.


@pytest.mark.parametrize(
    "values, expected",
    [
        ([], None),
        ([4], None),
        ([4, 4, 1, 1], None),
        ([4, 4, 1, 1, 2], Sided(5, {"yes": 2, "no": 3}, {4: 2, 2: 1, 1: 2})),
        ([4, 4, 4, 3, 3], Sided(5, {"yes": 4})),
        ([1, 1, 1, 2, 4], Sided(5, {"no": 4})),
    ],
)
def test_what_is_shown_of_how_many(cast, values, expected) -> None:
    statement(cast)
    found = asking(cast)
    answered(cast, found, values)
    over(cast, found)
    assert shown(found) == [expected]
    row = Rated.objects.get()
    assert (row.n4, row.n3, row.n2, row.n1) == (0, 0, 0, 0)  # what is not shown is not kept
    assert not RatingMark.objects.exists() and found.closed_on


def test_before_it_is_over_nobody_ends_it_or_sees_anything(cast) -> None:
    statement(cast)
    found = asking(cast)
    answered(cast, found, [4, 4, 3, 1, 1, 1])
    with pytest.raises(Refused):
        services.close_ratings(found=found, by=cast.actor("coordinator"))
    (line,) = lines(cast)
    assert not line.rounds
    with at(timedelta(days=21)), pytest.raises(Refused):
        services.rate(found=found, given={found.rated.get().code: 4}, by=cast.actor("cora"))


def test_a_threshold_that_rose_meanwhile_holds(cast) -> None:
    statement(cast)
    found = asking(cast)
    answered(cast, found, [4, 4, 3, 1, 1, 1])
    cast.org.settings.update(pulse_threshold=7)
    over(cast, found)
    assert shown(found) == [None] and found.least == 7


def test_everybody_else_reads_only_what_more_answered(cast) -> None:
    statement(cast)
    found = asking(cast)
    answered(cast, found, [4, 4, 3, 1, 1, 1])
    over(cast, found)
    assert lines(cast)[0].rounds[0].shown.of == 6
    assert lines(cast, "public")[0].rounds[0].shown is None
    with at(timedelta(days=22)):
        more = asking(cast, make.days(40))
        answered(cast, more, [4] * 6 + [1] * 6)
        with at(timedelta(days=41)):
            services.close_ratings_that_are_over(organisation=cast.org, by=cast.actor("coordinator"))
    assert [each.shown and each.shown.of for each in lines(cast, "public")[0].rounds] == [None, 12]


def test_whoever_comes_from_outside_reads_no_more_than_anybody(cast) -> None:
    casting.member(cast.org, cast.users["stranger"], "concerns_contact")
    outside = organisations.actor_for(cast.users["stranger"], cast.org.pk)
    clock = organisations.clock_of(cast.org)
    for least_for in (queries.least_for, touchpoints.least_for):
        least = [least_for(actor, clock) for actor in (cast.actor("cora"), outside, cast.actor("public"))]
        assert least == [clock.settings.pulse_threshold, *[clock.settings.outside_threshold] * 2]


def test_forgotten_that_somebody_agreed_stays_without_who(cast) -> None:
    made = statement(cast)
    assert "I can get help" in repr(personal.export(cast.people["cora"].pk))
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    assert queries.agreed_to(cast.actor("dev"), made).people == 2
    assert StatementAgreement.objects.filter(person=cast.people["cora"]).count() == 0
    assert "I can get help" not in repr(personal.export(cast.people["cora"].pk))


def test_strangers_find_none_of_it(cast) -> None:
    statement(cast)
    found = asking(cast)
    stranger = cast.actor("stranger")
    with pytest.raises(NotYours):
        queries.round_for(stranger, found.code)
    with pytest.raises(NotYours):
        queries.statement_for(stranger, Statement.objects.get().code)
    assert queries.running(stranger, make.days(0)) == []
