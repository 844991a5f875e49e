"""Concerns that are late, counted, told to others, taken back or forgotten."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.candour import personal
from alongside.candour.models import (
    AskedContact,
    ConcernMessage,
    ConcernName,
    ConcernOutcome,
    ConcernSummary,
    InvolvementConcern,
)
from alongside.candour.queries import concerns as queries
from alongside.candour.services import concern_contacts, concern_telling
from alongside.candour.services import concerns as verbs
from alongside.core.actor import system
from alongside.core.errors import NotYours, Refused
from alongside.post.models import Message
from tests.house.access import ROLES

from .concerning import TODAY, WORDS, answered, holder, raised, reader, seen_by, told

pytestmark = pytest.mark.django_db


# Late.


def late_by(concern: InvolvementConcern, days: int) -> None:
    day = TODAY(-days)
    InvolvementConcern.objects.filter(pk=concern.pk).update(acknowledge_by=day, due_on=day)


def test_the_reader_is_reminded_and_the_board_hears_only_that_one_is_late(cast) -> None:
    concern, _code = raised(cast)
    Message.objects.all().delete()
    late_by(concern, 2)
    by = system(cast.org.pk)
    for _twice in (1, 2):
        assert concern_contacts.chase_concerns(organisation=cast.org, by=by) == 1
    assert [m.to_user for m in Message.objects.filter(kind=verbs.MESSAGE)] == [cast.users["Rhoda Penhale"].pk]
    assert not queries.figures(cast.actor("board"), TODAY(0), 10).late
    late_by(concern, 20)
    for _twice in (1, 2):
        concern_contacts.chase_concerns(organisation=cast.org, by=by)
    sent = [each for each in Message.objects.all() if "late" in each.subject]
    assert {m.to_user for m in sent} == {cast.users["board"].pk, cast.users["coordinator"].pk}
    assert len(sent) == 2
    assert all("Zanzibar" not in m.body and concern.code not in m.body + m.link for m in Message.objects.all())
    assert queries.figures(cast.actor("board"), TODAY(0), 10).late
    verbs.acknowledge_concern(concern=concern, by=reader(cast))
    assert not queries.figures(cast.actor("board"), TODAY(0), 10).late


@pytest.mark.parametrize("who", sorted(set(ROLES) - {"coordinator", "board", "stranger"}))
def test_others_do_not_even_count(cast, who: str) -> None:
    with pytest.raises(NotYours):
        queries.figures(cast.actor(who), TODAY(0), 10)


@pytest.mark.parametrize(("number", "least"), [(0, 0), (1, 0), (9, 0), (10, 10), (19, 10), (23, 20)])
def test_how_many_is_rounded_and_of_months_that_are_over(cast, number: int, least: int) -> None:
    concern, _code = raised(cast)
    before = TODAY(0).replace(day=1) - timedelta(days=1)
    rows = [
        InvolvementConcern(
            **{
                field.attname: getattr(concern, field.attname)
                for field in InvolvementConcern._meta.fields
                if field.name not in ("id", "code", "follow_digest", "raised_on")
            },
            follow_digest=f"{n}",
            raised_on=before,
        )
        for n in range(number)
    ]
    InvolvementConcern.objects.bulk_create(rows)
    figures = queries.figures(cast.actor("board"), TODAY(0), 10)
    assert figures.raised.least == least
    assert (figures.waiting is None) == (number < 10)
    if figures.waiting:
        assert figures.waiting["under_four"].least == least


# Told to others.


def test_told_by_the_one_who_raised_it_and_replied_to_once(cast) -> None:
    concern, _code = told(cast)
    summary = queries.summaries_shown(cast.org.pk).get()
    with pytest.raises(NotYours):
        concern_telling.reply_to_summary(summary=summary, words="Yes.", role="Chair", by=cast.actor("manager"))
    concern_telling.reply_to_summary(summary=summary, words="It is so.", role="Chair", by=cast.actor("board"))
    with pytest.raises(Refused):
        concern_telling.reply_to_summary(summary=summary, words="No.", role="Chair", by=cast.actor("coordinator"))
    with pytest.raises(Refused):
        concern_telling.write_summary(concern=concern, words="Otherwise.", by=holder(concern))
    concern_telling.take_down_summary(concern=concern, by=holder(concern))
    summary.refresh_from_db()
    assert (summary.words, summary.reply) == ("", "")
    assert not queries.summaries_shown(cast.org.pk).exists()


def test_a_draft_is_nobodys(cast) -> None:
    concern, _code = answered(cast)
    concern_telling.write_summary(concern=concern, words="Not yet.", by=holder(concern))
    summary = ConcernSummary.objects.get()
    with pytest.raises(NotYours):
        concern_telling.reply_to_summary(summary=summary, words="Hm.", role="Chair", by=cast.actor("board"))
    with pytest.raises(NotYours):
        queries.summary_shown(cast.org.pk, summary.code)


def test_nothing_is_told_before_there_is_an_answer(cast) -> None:
    concern, _code = raised(cast)
    with pytest.raises(Refused):
        concern_telling.write_summary(concern=concern, words="Now.", by=holder(concern))


# Gone.


def all_words() -> str:
    kept = [*InvolvementConcern.objects.values_list("words", "settled_words")]
    kept += [*ConcernMessage.objects.values_list("words"), *ConcernOutcome.objects.values_list("words", "different")]
    return str([*kept, *ConcernSummary.objects.values_list("words", "reply"), *ConcernName.objects.values()])


def test_taken_back_it_is_gone(cast) -> None:
    concern, _code = told(cast)
    verbs.write_to_reader(concern=concern, words="Zanzibar again.", by=holder(concern))
    verbs.take_back_concern(concern=concern, by=holder(concern))
    assert "Zanzibar" not in all_words()
    assert "board" not in all_words()
    assert seen_by(reader(cast)) == []
    with pytest.raises(Refused):
        verbs.write_to_reader(concern=concern, words="x", by=holder(concern))


def test_forgotten_and_a_copy(cast) -> None:
    concern, _code = raised(cast, who="cora", show="name", person=cast.people["cora"])
    copy = personal.export(cast.people["cora"].pk)
    assert copy["raised_with_your_name"][0]["words"] == WORDS
    assert copy["asked_who_reads_concerns"][0]["agrees"] is True
    personal.erase(cast.people["cora"].pk, cast.actor("cora"))
    assert all_words() == str([("", "")])
    concern.refresh_from_db()
    assert concern.state == "taken_back"
    assert AskedContact.objects.filter(person=None, agrees=True).count() == 1
    assert queries.contacts_on(cast.org.pk, TODAY(0)).exists()
