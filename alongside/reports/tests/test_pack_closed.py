"""The pack of a closed period: what was frozen, who signed it and the head of the event log; and still no words."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from alongside.core.dates import long_day
from alongside.decisions.models import Decision
from alongside.home.services import forgetting
from alongside.reports import packs
from alongside.reports.models import BoardPack, PackGiven, PeriodClose
from alongside.reports.packs.opening import front_of
from alongside.voice import services as voices
from alongside.voice.models import Contribution
from tests import make
from tests.cast import Cast

from .closing import frozen
from .packing import WORDS, base, issued, month, read

pytestmark = pytest.mark.django_db


@pytest.fixture
def closed(cast: Cast) -> PeriodClose:
    day = month().first
    make.decision(cast, title="A new rota", state="decided", decided_on=day, taken="without", opened_on=day)
    make.contribution(cast, words=WORDS, received_on=make.days(-220), said_on=make.days(-220))
    return frozen(cast, month())


def test_it_says_who_signed_which_version(cast: Cast, client_as: Any, closed: PeriodClose) -> None:
    shown = client_as("board").get(base(month())).content.decode()
    assert "version 1" in shown and closed.head in shown and "not closed yet" not in shown
    assert "Signed by Alma Reyes, Co-production coordinator" in shown and "Cora, whom contributors chose" in shown
    assert f'href="/harbour/periods/{month().slug}/"' in shown
    assert "not closed yet" in client_as("board").get(base(month(0))).content.decode()


def test_given_to_the_board_before_it_was_closed(cast: Cast, closed: PeriodClose) -> None:
    """And before what the board was given was kept."""
    issued(cast)
    PackGiven.objects.all().delete()
    assert front_of(read(cast), cast.org)[1].startswith("Given to the board on")
    BoardPack.objects.update(issued_on=month().last)
    told = front_of(read(cast), cast.org)[1]
    assert "before these numbers were closed on" in told and long_day(month().last) in told


def test_the_day_on_which_it_was_closed_is_that_of_its_own_clocks(cast: Cast, closed: PeriodClose) -> None:
    """Half past midnight in summer is still the day before in UTC."""
    issued(cast)
    PackGiven.objects.all().delete()
    BoardPack.objects.update(issued_on=date(2026, 6, 30))
    PeriodClose.objects.update(frozen_at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC))
    front = front_of(read(cast), cast.org)
    assert "before these numbers were closed on 1 July 2026" in front[1] and "Closed on 1 July 2026" in front[2]


def test_later_facts_do_not_change_it(cast: Cast, closed: PeriodClose) -> None:
    before = read(cast).pack
    make.decision(cast, state="decided", decided_on=month().first, taken="without", opened_on=month().first)
    Decision.objects.filter(title="A new rota").update(taken="excepted")
    assert read(cast).pack == before and len(before.without) == 1


def test_words_that_were_taken_back_since_are_gone_from_it(cast: Cast, client_as: Any, closed: PeriodClose) -> None:
    sheet = closed.sheets.get()
    assert WORDS not in sheet.content
    assert WORDS in repr(packs.part_of(read(cast).reading, "bumps"))
    voices.withdraw(contribution=Contribution.objects.get(words=WORDS), by=cast.actor("cora"))
    told = repr(packs.part_of(read(cast).reading, "bumps"))
    assert WORDS not in told and "(withdrawn by its author)" in told


def test_signed_by_somebody_who_was_forgotten_since(cast: Cast, client_as: Any, closed: PeriodClose) -> None:
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    shown = client_as("board").get(base(month())).content.decode()
    assert "Signed by a contributor" in shown and "Cora" not in shown


def test_few_questions_of_a_closed_one(
    cast: Cast, client_as: Any, closed: PeriodClose, django_assert_max_num_queries: Any
) -> None:
    client = client_as("board")
    for steps in ("", *(f"{slug}/" for slug in packs.PARTS)):
        with django_assert_max_num_queries(15):
            assert client.get(f"{base(month())}{steps}").status_code == 200
