"""Who reads whose words: as rows are asked, as the database is asked, and as others quote them. One table for all."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alongside.core.actor import Actor, system
from alongside.people import services as people
from alongside.people.models import Purpose
from alongside.voice import queries, rules, services
from alongside.voice.models import Contribution
from alongside.voice.queries import NEEDED, Reader, searching
from alongside.voice.queries.readers import inside
from alongside.voice.shapes import Uses
from tests import cast as casting

from .factories import fresh, said
from .showing_factories import in_public

# What was said to the crisis line, and who of those who may know of it reads its words.
ANSWERS = {"staff", "manager", "coordinator"}
WORKS = ANSWERS | {"board", "both"}
TABLE = {
    "open": WORKS,
    "kept": ANSWERS,  # "only to answer me"
    "refused": ANSWERS,  # by Dev, who took it back on the register for all that he says
    "asked_again": WORKS,  # by Eoin, who took it back and allows it again
    "nobody": WORKS,
    "public": WORKS,
}
QUOTED = {
    Reader.INSIDE: {"open", "asked_again", "nobody", "public"},
    Reader.COMMISSIONERS: set(),
    Reader.ANYONE: {"public"},
}


@pytest.fixture
def rows(cast) -> dict[str, Contribution]:
    dev, eoin = ({"person": cast.people[who], "by": cast.actor(who)} for who in ("dev", "eoin"))
    found = {
        "open": said(cast),
        "kept": said(cast, uses=Uses(inside=False)),
        "refused": said(cast, **dev),
        "asked_again": said(cast, **eoin),
        "nobody": said(cast, person=None, by=cast.actor("public")),
        "public": in_public(cast),
    }
    for who in ("dev", "eoin"):
        allows = {"person": cast.people[who], "purpose": Purpose.WORDS_INSIDE, "by": cast.actor(who)}
        people.withdraw_consent(**allows)
        if who == "eoin":
            people.give_consent(**allows)
    return found


def reader(cast, who: str) -> Actor:
    """`both`: on the board, and manages a team that answers for none of it."""
    if who != "both":
        return cast.actor(who)
    casting.member(cast.org, cast.users["board"], "manager", cast.units["other_team"])
    return cast.actor("board")


@pytest.mark.parametrize("who", sorted(WORKS))
def test_rows_and_the_database_say_the_same(cast, rows, who) -> None:
    actor = reader(cast, who)
    knows = queries.contributions_for(actor)
    assert set(knows) == set(rows.values())
    reads = {name for name, who_reads in TABLE.items() if who in who_reads}
    assert {name for name, row in rows.items() if rules.may_read_words(actor, knows.get(pk=row.pk))} == reads
    in_database = knows.filter(queries.eyes_of(actor).words())
    assert {name for name, row in rows.items() if row in in_database} == reads
    shown = dict(knows.annotate(shown=queries.eyes_of(actor).shown()).values_list("code", "shown"))
    assert {name for name, row in rows.items() if shown[row.code] == row.words} == reads
    assert {shown[row.code] for row in rows.values()} <= {queries.kept_words(), *(row.words for row in rows.values())}
    assert set(searching.readable_for(actor)) == set(in_database)
    listed = {row.code: queries.words_or_why(actor, row) for row in queries.ledger_for(actor).only(*NEEDED, "code")}
    assert listed == shown


@pytest.mark.parametrize("who", ["cora", "dev", "finance", "safeguarding", "administrator", "public", "stranger"])
def test_whoever_sees_no_ledger_knows_of_nothing_here(cast, rows, who) -> None:
    actor = cast.actor(who)
    assert not queries.ledger_for(actor).exists() and not searching.readable_for(actor).exists()
    own = {row for row in rows.values() if row.person_id is not None and row.person_id == actor.person_id}
    assert set(queries.contributions_for(actor)) == own
    assert all(rules.may_read_words(actor, row) for row in queries.contributions_for(actor))


@pytest.mark.parametrize("who", ["cora", "dev", "finance", "safeguarding", "administrator", "public"])
def test_whoever_sees_no_ledger_has_no_words_of_it_by_their_eyes(cast, rows, who) -> None:
    """Of rows that no rule kept from them first, too."""
    actor, every = cast.actor(who), Contribution.objects.order_by("id")
    eyes = queries.eyes_of(actor)
    asked = {row.pk for row in eyes.asked(every) if rules.may_read_words(actor, row)}
    assert set(every.filter(eyes.words()).values_list("pk", flat=True)) == asked
    shown = dict(every.annotate(shown=eyes.shown()).values_list("pk", "shown"))
    assert {pk for pk, words in shown.items() if words != queries.kept_words()} == asked
    assert rows["kept"].pk not in asked or who == "cora"
    assert rows["refused"].pk not in asked or who == "dev"


@pytest.mark.parametrize("for_whom", list(Reader))
def test_who_is_quoted(cast, rows, for_whom) -> None:
    found = queries.quotes(cast.org.pk, [row.code for row in rows.values()], for_whom)
    assert {name for name, row in rows.items() if row.code in found} == QUOTED[for_whom]


def test_what_is_learned_from_is_what_may_be_quoted_inside(cast, rows) -> None:
    assert {name for name, row in rows.items() if row in Contribution.objects.filter(inside())} == QUOTED[Reader.INSIDE]


@pytest.mark.parametrize(
    ("roles", "reads"),
    [
        ({"contributor"}, Reader.ANYONE),
        ({"concerns_contact"}, Reader.ANYONE),
        ({"concerns_contact", "contributor"}, Reader.ANYONE),
        ({"finance"}, Reader.INSIDE),
        ({"contributor", "staff"}, Reader.INSIDE),
        (set(), Reader.ANYONE),
    ],
)
def test_as_whom_somebody_reads(cast, roles, reads) -> None:
    assert queries.eyes_of(replace(cast.actor("cora"), roles=frozenset(roles))).reader == reads


def test_a_file_that_nobody_in_particular_asks_for_is_read_inside(cast) -> None:
    assert queries.eyes_of(system(cast.org.pk)).reader == Reader.INSIDE


def test_whoever_answers_for_all_that_they_see_asks_nothing_of_rows(cast, rows, django_assert_num_queries) -> None:
    for who in ("manager", "coordinator"):
        assert "consent" not in str(queries.ledger_for(cast.actor(who)).query)
    board = cast.actor("board")
    with django_assert_num_queries(1):
        assert any(rules.may_read_words(board, row) for row in queries.ledger_for(board))


def test_taken_back_words_are_read_by_nobody(cast, rows) -> None:
    services.withdraw(contribution=fresh(rows["open"]), by=cast.actor("cora"))
    for who in ("board", "manager"):
        row = queries.contributions_for(cast.actor(who)).get(pk=rows["open"].pk)
        assert queries.words_or_why(cast.actor(who), row) == "Taken back by the one who said it"
