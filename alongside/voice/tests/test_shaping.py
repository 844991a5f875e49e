"""Staff say what somebody's words shaped; the author sees it and can say that it is not so."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.audit.models import Event
from alongside.core.errors import NotYours, Refused
from alongside.involvement.models import AgendaItem, Paper
from alongside.post.models import Message
from alongside.voice import queries, rules, services
from alongside.voice.models import Shaped
from tests import make

from .factories import for_them, fresh, raised, said, said_by_nobody, told

pytestmark = pytest.mark.usefixtures("locks_in_order")

HOW = "The third line of the advert was written from this."


def shape(cast, *contributions, **values: Any) -> list[Shaped]:
    facts = {"how": HOW, "role": "Team manager, Crisis line", "by": cast.actor("manager"), **values}
    what = facts.pop("what", None) or services.What(make.decision(cast))
    return services.say_shaped(what=what, contributions=contributions, **facts)


def test_each_author_is_told_once(cast) -> None:
    mine, theirs = said(cast), said(cast, person=cast.people["dev"], by=cast.actor("dev"))
    what = services.What(make.decision(cast))
    made = shape(cast, mine, theirs, what=what)
    assert [row.contribution for row in made] == [mine, theirs]
    assert Event.objects.latest("seq").name == "shaped_said"
    message = Message.objects.filter(kind="words_shaped").order_by("id")[0]
    assert (
        "Support worker, Crisis line" in message.body and HOW in message.body and message.link.endswith(mine.code + "/")
    )
    with pytest.raises(Refused, match="already"):
        shape(cast, mine, what=what)
    assert len(shape(cast, mine, said(cast), what=what)) == 1


def test_a_paper_that_went_out_and_an_agenda_item(cast) -> None:
    meeting = make.meeting(cast, make.opportunity(cast))
    about = meeting.opportunity.decision
    paper = Paper.objects.create(meeting=meeting, title="The draft advert")
    item = AgendaItem.objects.create(meeting=meeting, position=1, title="Do we need a car?")
    contribution = said(cast)
    with pytest.raises(Refused, match="not gone out"):
        shape(cast, contribution, what=services.What(about, paper=paper))
    Paper.objects.update(sent_on=make.days(0))
    paper.refresh_from_db()
    shape(cast, contribution, what=services.What(about, paper=paper))
    shape(cast, contribution, what=services.What(about, agenda_item=item))
    shape(cast, contribution, what=services.What(about))
    assert contribution.shaped.count() == 3


@pytest.mark.parametrize("how", ["", " ", "Noted.", "x" * 20_001])
def test_it_says_how_anybody_can_see_it(cast, how) -> None:
    with pytest.raises(Refused) as refused:
        shape(cast, said(cast), how=how)
    assert refused.value.field == "how"


def test_what_cannot_be_said_to_have_shaped_it(cast) -> None:
    with pytest.raises(Refused):
        shape(cast)
    gone = said(cast)
    services.withdraw(contribution=gone, by=cast.actor("cora"))
    elsewhere = said(cast, unit=cast.units["other_team"])
    for row in (gone, elsewhere, raised(cast).contribution):
        with pytest.raises(Refused):
            shape(cast, row)
    foreign = make.decision(cast, organisation=cast.other, unit=cast.units["elsewhere"], kind=cast.kinds["elsewhere"])
    with pytest.raises(NotYours):
        shape(cast, said(cast), what=services.What(foreign))


@pytest.mark.parametrize("who", ["cora", "board", "finance", "public", "stranger"])
def test_who_may_not_say_it(cast, who) -> None:
    contribution = said(cast)
    with pytest.raises((Refused, NotYours)):
        shape(cast, contribution, by=cast.actor(who))


def test_its_author_disputes_it_for_good(cast) -> None:
    contribution = told(cast)
    row = shape(cast, contribution)[0]
    made = services.dispute_shaped(
        shaped=row, contribution=contribution, words="I said the opposite.", by=cast.actor("cora")
    )
    assert (made.words, fresh(row).disputed_on) == ("I said the opposite.", make.days(0))
    with pytest.raises(Refused, match="already"):
        services.dispute_shaped(shaped=row, contribution=contribution, by=cast.actor("cora"))
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    assert (fresh(made).words, fresh(row).disputed_on) == ("", make.days(0))
    assert list(queries.broken_seals(cast.org.pk)) == []


@pytest.mark.parametrize("who", ["dev", "manager", "coordinator", "public"])
def test_nobody_else_disputes_it(cast, who) -> None:
    contribution = told(cast)
    row = shape(cast, contribution)[0]
    with pytest.raises(Refused):
        services.dispute_shaped(shaped=row, contribution=contribution, by=cast.actor(who))
    assert not rules.can_dispute_shaped(cast.actor("cora"), said(cast), row)


def test_by_code_and_on_behalf(cast) -> None:
    nameless, _code = said_by_nobody(cast)
    noors = said(cast, person=cast.people["noor"], by=for_them(cast, "noor"), via="written_down")
    first, second = shape(cast, nameless, noors)
    services.dispute_shaped(shaped=first, contribution=nameless, by=queries.holder_of(nameless))
    assert services.dispute_shaped(shaped=second, contribution=noors, by=for_them(cast, "noor")).medium == "phone"
