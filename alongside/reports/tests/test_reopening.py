"""Opening a closed period again: by both, with a reason; what was closed stays, and the new one says what changed."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.core.errors import NotYours, Refused
from alongside.reports import personal, services
from alongside.reports.models import PeriodClose, PeriodReopening
from alongside.reports.queries import closed_value, closes
from tests import make
from tests.cast import Cast

from .closing import frozen, last_month, sign_both
from .test_closes import findings, subjects

pytestmark = pytest.mark.django_db
REASON = "The panel of the second week was never written down."


def asked(cast: Cast, who: str = "cora") -> tuple[PeriodClose, PeriodReopening]:
    close = frozen(cast)
    return close, services.ask_to_reopen(close=close, reason=REASON, by=cast.actor(who))


@pytest.mark.parametrize(("one", "other"), [("cora", "coordinator"), ("coordinator", "cora")])
def test_one_asks_the_other_agrees_and_both_versions_can_be_read(cast: Cast, one: str, other: str) -> None:
    old, row = asked(cast, one)
    with pytest.raises(Refused, match="Your side has asked"):
        services.agree_to_reopen(asked=row, by=cast.actor(one))
    new = services.agree_to_reopen(asked=row, by=cast.actor(other))
    assert (new.version, new.replaces, new.state) == (2, old, "draft")
    assert closed_value(cast.org, last_month(), "figures").version == 1  # type: ignore[union-attr]
    make.decision(cast, state="decided", decided_on=last_month().first, taken="without", opened_on=date(2025, 1, 1))
    services.check(close=new, by=cast.actor("coordinator"))
    sign_both(cast, PeriodClose.objects.get(pk=new.pk))
    read = closes.close_to_read(cast.actor("board"), new.period, None, make.days(0))
    changed = {each.what: (each.before, each.after) for each in closes.changed_since(read) or ()}
    assert changed["All decisions: Taken without people"] == ("0 of 0", "1 of 1 (100%)")
    assert changed["Team: Recruitment"] == ("–", "0 of 1 with people, 0 not yet taken")
    assert not any(what.startswith("Said to us") for what in changed)
    before = closes.close_to_read(cast.actor("board"), new.period, 1, make.days(0))
    assert before.part("figures").figure("coverage").row("without").number == 0
    assert closed_value(cast.org, last_month(), "figures").version == 2  # type: ignore[union-attr]
    assert findings(cast) == []


def test_no_reason_no_asking_and_no_second_one(cast: Cast) -> None:
    close, _row = asked(cast)
    with pytest.raises(Refused, match="Somebody has asked already"):
        services.ask_to_reopen(close=close, reason=REASON, by=cast.actor("coordinator"))
    services.drop_asking(asked=PeriodReopening.objects.get(), by=cast.actor("cora"))
    with pytest.raises(Refused) as refused:
        services.ask_to_reopen(close=close, reason="  ", by=cast.actor("coordinator"))
    assert refused.value.field == "reason"


def test_a_no_leaves_it_closed(cast: Cast) -> None:
    close, row = asked(cast, "coordinator")
    assert [each[:5] for each in subjects(to_person=cast.people["cora"].pk)].count("Shall") == 1
    services.refuse_to_reopen(asked=row, by=cast.actor("cora"))
    with pytest.raises(Refused, match="answered already"):
        services.agree_to_reopen(asked=row, by=cast.actor("cora"))
    assert PeriodClose.objects.get() == close


@pytest.mark.parametrize("who", ["board", "manager", "dev", "stranger"])
def test_nobody_else_asks_or_answers(cast: Cast, who: str) -> None:
    close, row = asked(cast)
    for verb in (services.agree_to_reopen, services.refuse_to_reopen, services.drop_asking):
        with pytest.raises(NotYours):
            verb(asked=row, by=cast.actor(who))  # type: ignore[operator]
    with pytest.raises(NotYours):
        services.ask_to_reopen(close=close, reason=REASON, by=cast.actor(who))


def test_the_reason_of_somebody_who_is_forgotten_is_gone(cast: Cast) -> None:
    _close, row = asked(cast)
    services.agree_to_reopen(asked=row, by=cast.actor("coordinator"))
    assert personal.export(cast.people["cora"].pk)["asked_to_open_again"][0]["reason"] == REASON
    personal.erase(cast.people["cora"].pk, cast.actor("coordinator"))
    row.refresh_from_db()
    assert (row.reason, row.person, row.state) == ("", None, "agreed")
    assert findings(cast) == []
