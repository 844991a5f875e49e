"""A bit more: of both only when both say so, with a sign, and never the end."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alongside.config.commands.verify_ import check
from alongside.core.errors import NotYours, Refused
from alongside.journey import aim_words, queries, services
from alongside.journey.models import AIM, OPEN, REACHED, SAID, STOPPED, STUCK, Aim, AimWord, Says
from alongside.journey.rules import aims as rules
from alongside.post.models import Message

from .factories import aim, of_both


def whose(cast, made: Aim) -> str:
    return aim_words.whose(queries.aim_for(cast.actor("coordinator"), made.code))


def say(cast, made: Aim, who: str, says: str, words: str = "Four times this spring.") -> AimWord:
    return services.say_where(aim=made, says=says, words=words, by=cast.actor(who))


def test_one_side_alone_is_one_side_alone(cast) -> None:
    made = aim(cast)
    assert whose(cast, made) == "staff"
    services.agree(aim=made, agrees=True, by=cast.actor("board"))
    assert whose(cast, made) == "staff"
    services.agree(aim=made, agrees=True, by=cast.actor("cora"))
    assert whose(cast, made) == "both"
    services.agree(aim=made, agrees=False, by=cast.actor("cora"))
    assert whose(cast, made) == "staff"


def test_an_aim_of_those_who_take_part(cast) -> None:
    made = aim(cast, "cora")
    assert whose(cast, made) == "people"
    services.agree(aim=made, agrees=True, by=cast.actor("coordinator"))
    assert whose(cast, made) == "both"


@pytest.mark.parametrize(
    ("values", "field"),
    [({"sign": ""}, "sign"), ({"sign": "​"}, "sign"), ({"what": " "}, "what"), ({"what": "x" * 2001}, "what")],
)
def test_an_aim_needs_words_and_a_sign(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        aim(cast, **values)
    assert refused.value.field == field


@pytest.mark.parametrize(
    ("who", "unit", "may"),
    [
        ("cora", None, True),
        ("cora", "team", True),
        ("coordinator", None, True),
        ("board", None, True),
        ("manager", "team", True),
        ("staff", "team", True),
        ("manager", None, False),
        ("staff", "other_team", False),
        ("finance", None, False),
        ("administrator", "team", False),
    ],
)
def test_who_sets_one(cast, who, unit, may) -> None:
    if may:
        assert aim(cast, who, unit=cast.units[unit] if unit else None).state == OPEN
    else:
        with pytest.raises(Refused):
            aim(cast, who, unit=cast.units[unit] if unit else None)


@pytest.mark.parametrize("who", ["public", "stranger"])
def test_nobody_from_outside(cast, who) -> None:
    made = aim(cast)
    for verb in (
        lambda: services.agree(aim=made, agrees=True, by=cast.actor(who)),
        lambda: say(cast, made, who, "stuck"),
    ):
        with pytest.raises(NotYours):
            verb()
    assert not queries.aims_for(cast.actor("public")).exists()


def test_not_for_another_organisation_or_a_closed_unit(cast) -> None:
    with pytest.raises(NotYours):
        aim(cast, unit=cast.units["elsewhere"])
    team = cast.units["team"]
    team.closed_on = team.organisation.made_at.date()
    with pytest.raises(Refused):
        aim(cast, unit=team)


def test_reached_needs_a_word_of_both(cast) -> None:
    made = of_both(cast)
    say(cast, made, "coordinator", "reached")
    made.refresh_from_db()
    assert made.state == SAID
    with pytest.raises(Refused):
        say(cast, made, "board", "reached")
    assert Message.objects.filter(kind="aim_reached", to_person=cast.people["cora"].pk).count() == 1
    assert list(queries.waiting_for_people([cast.people["cora"].pk])) == [made]
    say(cast, made, "cora", "reached", "Ours was first, three times.")
    made.refresh_from_db()
    assert made.state == REACHED
    assert not queries.waiting_for_people([cast.people["cora"].pk]).exists()


def test_not_yet_says_the_other_side(cast) -> None:
    made = of_both(cast)
    say(cast, made, "cora", "reached")
    say(cast, made, "coordinator", "not_yet", "Only once.")
    made.refresh_from_db()
    assert made.state == OPEN


@pytest.mark.parametrize("says", Says.values)
def test_every_word_needs_a_reason(cast, says) -> None:
    with pytest.raises(Refused):
        rules.check_reason(says, "  ")


def reached(cast) -> Aim:
    made = of_both(cast)
    say(cast, made, "coordinator", "reached")
    say(cast, made, "cora", "reached")
    made.refresh_from_db()
    return made


def test_reached_asks_for_the_next(cast) -> None:
    made, actor = reached(cast), cast.actor("coordinator")
    (line,) = aim_words.lines(queries.aims_of(actor, None, 9), {}, "harbour")
    assert line.asks_next
    following = aim(cast, after=made, what="Every second item.")
    assert {each.asks_next for each in aim_words.lines(queries.aims_of(actor, None, 9), {}, "harbour")} == {False}
    assert queries.read_aim(actor, made).next == following
    with pytest.raises(Refused):
        aim(cast, after=made, what="Another next one.")
    with pytest.raises(Refused):
        say(cast, made, "coordinator", "slipped")


def test_no_next_while_it_is_on_the_way_or_elsewhere(cast) -> None:
    with pytest.raises(Refused):
        aim(cast, after=aim(cast))
    with pytest.raises(Refused):
        aim(cast, after=reached(cast), unit=cast.units["team"])


def test_it_can_slip_back(cast) -> None:
    made = reached(cast)
    say(cast, made, "cora", "slipped", "Not since June.")
    made.refresh_from_db()
    assert made.state == OPEN


def test_stopping_is_for_those_who_keep_it(cast) -> None:
    made = of_both(cast)
    with pytest.raises(Refused):
        say(cast, made, "cora", "stopped")
    say(cast, made, "coordinator", "stopped")
    made.refresh_from_db()
    assert made.state == STOPPED
    own = aim(cast, "cora", what="Ours alone.")
    say(cast, own, "cora", "stopped")


def test_nothing_ends() -> None:
    assert AIM.ends() == []


def test_the_record_holds_and_finds_a_change(cast) -> None:
    made = reached(cast)
    assert check(cast.org.pk, "harbour", "")["findings"] == []
    Aim.objects.filter(pk=made.pk).update(sign="Anything at all.")
    AimWord.objects.filter(aim=made).update(words="All is well.")
    assert len(check(cast.org.pk, "harbour", "")["findings"]) == 3


SIDES = ("coordinator", "cora")


@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(st.tuples(st.sampled_from(SIDES), st.sampled_from(Says.values)), max_size=8))
def test_reached_only_ever_after_both(cast, steps) -> None:
    """Whatever is said by whom in whatever order: it stands as reached only when the last two words are “reached”,
    one of each side."""
    made = of_both(cast)
    for who, says in steps:
        try:
            say(cast, Aim.objects.get(pk=made.pk), who, says)
        except Refused:
            continue
    now = Aim.objects.get(pk=made.pk)
    words = list(now.words.order_by("-id")[:2])
    both = [word.says for word in words] == ["reached", "reached"] and len({word.side for word in words}) == 2
    assert (now.state == REACHED) == both
    assert now.state in (OPEN, STUCK, SAID, REACHED, STOPPED)
