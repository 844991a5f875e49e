"""A change is claimed with evidence, and those who said it say whether it is so."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.audit.models import Event
from alongside.core.errors import NotYours, Refused
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import Change
from tests import make

from .factories import for_them, fresh, said, said_by_nobody, told

pytestmark = pytest.mark.usefixtures("locks_in_order")


def changed(cast, *contributions, **values: Any) -> Change:
    facts = {
        "what": "The job description no longer asks for a car.",
        "evidence": "See the advert of 3 May on the page about jobs.",
        "since": make.days(0),
        "contributions": contributions,
        "by": cast.actor("manager"),
        **values,
    }
    return services.record_change(**facts)


def test_a_change_says_what_it_came_of_and_asks_whether_it_is_so(cast) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    assert (change.state, change.unit) == ("claimed", contribution.unit)
    message = Message.objects.get(kind="change_to_confirm")
    assert (message.to_person, message.link) == (cast.people["cora"].pk, f"/me/said/{contribution.code}/")
    assert Event.objects.latest("seq").name == "change_recorded"
    assert [source.change for source in queries.to_confirm([cast.people["cora"].pk])] == [change]


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"what": "  "}, "what"),
        ({"evidence": ""}, "evidence"),
        ({"evidence": "Done."}, "evidence"),
        ({"since": make.days(1)}, "since"),
    ],
)
def test_a_change_without_its_facts_is_refused(cast, values, field) -> None:
    with pytest.raises(Refused) as refused:
        changed(cast, said(cast), **values)
    assert refused.value.field == field


@pytest.mark.parametrize(
    "typed", ["{0} {1}", "https://example.org/harbour/voices/{0}/, /harbour/voices/{1}/answer/?x=1", " {1}\n{0},{1} "]
)
def test_other_words_are_named_by_their_addresses_or_codes(cast, typed) -> None:
    rows = [said(cast), said(cast)]
    found = queries.entries_named(cast.actor("manager"), typed.format(*(row.code for row in rows)))
    assert {row.pk for row in found} == {row.pk for row in rows} and len(found) == 2


def test_an_address_of_nothing_that_was_said_names_nothing(cast) -> None:
    with pytest.raises(Refused) as refused:
        queries.entries_named(cast.actor("manager"), "https://example.org/harbour/voices/")
    assert refused.value.field == "others"


def test_what_came_of_a_session_came_of_its_decision(cast) -> None:
    meeting = make.meeting(cast, make.opportunity(cast))
    assert changed(cast, said(cast, meeting=meeting)).decision == meeting.opportunity.decision


def test_a_change_comes_of_something(cast) -> None:
    with pytest.raises(Refused):
        changed(cast)
    with pytest.raises(Refused):
        changed(cast, said(cast), by=cast.actor("cora"))
    gone = said(cast)
    services.withdraw(contribution=gone, by=cast.actor("cora"))
    with pytest.raises(Refused):
        changed(cast, gone)


def test_the_one_who_said_it_confirms(cast) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    verdict = services.give_verdict(
        change=change,
        contribution=contribution,
        kind="confirmed",
        size="tweak",
        words="Small, but yes.",
        by=cast.actor("cora"),
    )
    assert (verdict.size, verdict.words, fresh(change).state) == ("tweak", "Small, but yes.", "confirmed")
    assert list(queries.to_confirm([cast.people["cora"].pk])) == []
    with pytest.raises(Refused, match="already"):
        services.give_verdict(change=change, contribution=contribution, kind="confirmed", by=cast.actor("cora"))


def test_once_disputed_it_stands_as_disputed(cast) -> None:
    mine, theirs = told(cast), said(cast, person=cast.people["dev"], by=cast.actor("dev"))
    change = changed(cast, mine, theirs)
    services.give_verdict(change=change, contribution=mine, kind="confirmed", by=cast.actor("cora"))
    services.give_verdict(change=change, contribution=theirs, kind="challenged", size="real", by=cast.actor("dev"))
    assert fresh(change).state == "challenged"
    services.give_verdict(change=change, contribution=theirs, kind="confirmed", by=cast.actor("dev"))
    assert fresh(change).state == "challenged"
    assert list(change.verdicts.order_by("id").values_list("kind", "size")) == [
        ("confirmed", ""),
        ("challenged", ""),
        ("confirmed", ""),
    ]


@pytest.mark.parametrize("who", ["dev", "manager", "coordinator", "public"])
def test_nobody_else_confirms_for_them(cast, who) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    with pytest.raises(Refused):
        services.give_verdict(change=change, contribution=contribution, kind="confirmed", by=cast.actor(who))


def test_a_verdict_by_code_and_on_behalf(cast) -> None:
    nameless, _code = said_by_nobody(cast)
    noors = said(cast, person=cast.people["noor"], by=for_them(cast, "noor"), via="written_down")
    change = changed(cast, nameless, noors)
    services.give_verdict(change=change, contribution=nameless, kind="confirmed", by=queries.holder_of(nameless))
    verdict = services.give_verdict(change=change, contribution=noors, kind="challenged", by=for_them(cast, "noor"))
    assert (verdict.medium, verdict.person) == ("phone", cast.people["noor"])


def test_a_change_that_came_of_other_words_is_not_theirs(cast) -> None:
    change, other = changed(cast, told(cast)), said(cast)
    with pytest.raises(NotYours):
        services.give_verdict(change=change, contribution=other, kind="confirmed", by=cast.actor("cora"))
