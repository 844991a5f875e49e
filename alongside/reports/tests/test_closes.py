"""Closing a period: two people, no silence, and nothing that is closed changes."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import IntegrityError, transaction

from alongside.audit.models import Content, Event
from alongside.config.commands import close_, verify_
from alongside.core import periods
from alongside.core.errors import NotYours, Refused
from alongside.organisation import services as organisations
from alongside.organisation.models import Membership
from alongside.post.models import Message
from alongside.reports import personal, services
from alongside.reports.models import CloseSignature, PeriodClose, PeriodSheet
from alongside.reports.queries import closed_value, closes
from alongside.reports.values import Sheet
from alongside.voice.tests.factories import said
from tests import cast as casting
from tests import make
from tests.cast import Cast

from . import closing
from .closing import chosen, frozen, last_month, sign_both

pytestmark = pytest.mark.django_db


def findings(cast: Cast) -> list[str]:
    return [each["message"] for each in verify_.check(cast.org.pk, "harbour", "")["findings"]]


def subjects(**of: Any) -> list[str]:
    return [message.subject for message in Message.objects.filter(**of)]


def test_two_sides_sign_and_with_the_second_it_is_closed(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    services.sign(close=close, by=cast.actor("cora"), seen=1)
    close.refresh_from_db()
    assert close.state == "signed" and closed_value(cast.org, last_month(), "figures") is None
    close = services.sign(close=close, by=cast.actor("coordinator"), seen=1)
    sheet = PeriodSheet.objects.get()
    said_of = list(Content.objects.filter(event__name="period_signature").values_list("facts", flat=True))
    assert close.state == "frozen" and [each["digest"] for each in said_of] == [sheet.digest] * 2
    assert hashlib.sha256(sheet.content.encode()).hexdigest() == sheet.digest
    closed = Event.objects.get(name="period_closed")
    assert close.head == closed.hash and closed.content.facts["digest"] == sheet.digest
    assert findings(cast) == []
    assert [status.state for status in close.statuses.order_by("id")] == ["draft", "checked", "signed", "frozen"]


def test_the_same_as_was_counted_and_read_by_name(cast: Cast) -> None:
    found = closed_value(cast.org, frozen(cast).days, "figures")
    assert found and isinstance(found.value, Sheet) and found.value.period == last_month().slug
    assert found.version == 1 and [each.side for each in found.signatures] == ["coordinator", "contributors"]
    assert closed_value(cast.org, last_month(1), "figures") is None


def test_silence_closes_nothing(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    services.sign(close=close, by=cast.actor("coordinator"))
    with time_machine.travel(datetime(2031, 1, 1, 12, tzinfo=UTC)):
        services.remind_of_closes(organisation=cast.org)
    close.refresh_from_db()
    assert close.state == "signed"


def test_declined_with_words_and_thought_again(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    services.sign(close=close, by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="Write what is not right"):
        services.decline(close=close, words=" ", by=cast.actor("cora"))
    services.decline(close=close, words="Two sessions are not in it.", by=cast.actor("cora"))
    close.refresh_from_db()
    assert close.state == "declined" and any(each.endswith("was not signed") for each in subjects())
    with pytest.raises(Refused, match="You have said so"):
        services.decline(close=close, words="Again.", by=cast.actor("cora"))
    close = services.sign(close=close, by=cast.actor("cora"))
    assert close.state == "frozen"
    assert list(CloseSignature.objects.order_by("id").values_list("says", flat=True)) == [
        "signed",
        "declined",
        "signed",
    ]


def test_counted_again_it_is_signed_again(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    services.sign(close=close, by=cast.actor("cora"), seen=1)
    services.count_again(close=close, by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="checks it first"):
        services.sign(close=close, by=cast.actor("cora"))
    services.check(close=close, by=cast.actor("coordinator"))
    with pytest.raises(Refused) as refused:
        services.sign(close=close, by=cast.actor("cora"), seen=1)
    assert refused.value.field == "seen"
    services.sign(close=close, by=cast.actor("coordinator"))
    close.refresh_from_db()
    assert close.state == "signed" and sign_for(cast, close).state == "frozen" and findings(cast) == []


def sign_for(cast: Cast, close: PeriodClose) -> PeriodClose:
    return services.sign(close=close, by=cast.actor("cora"), seen=2)


@pytest.mark.parametrize("who", ["manager", "board", "dev", "administrator", "stranger"])
def test_nobody_else_signs_or_checks(cast: Cast, who: str) -> None:
    chosen(cast)
    close = closing.checked(cast)
    for verb in (services.sign, services.check, services.count_again):
        with pytest.raises((NotYours, Refused)):
            verb(close=close, by=cast.actor(who))  # type: ignore[operator]
    close.refresh_from_db()
    assert close.state == "checked" and not CloseSignature.objects.exists()


def test_one_person_never_signs_for_both(cast: Cast) -> None:
    """Chosen, signed, and then made coordinator: that is still one person."""
    chosen(cast)
    close = closing.checked(cast)
    services.sign(close=close, by=cast.actor("cora"))
    casting.member(cast.org, cast.users["cora"], "coordinator")
    with pytest.raises(Refused, match="two different people"):
        services.sign(close=close, by=cast.actor("cora"))
    Membership.objects.filter(user=cast.users["cora"], role="coordinator").delete()


def test_a_role_in_the_team_ends_that_somebody_signs(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    casting.member(cast.org, cast.users["cora"], "staff")
    with pytest.raises(NotYours):
        services.sign(close=close, by=cast.actor("cora"))


def test_nobody_signs_on_behalf(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    by = cast.actor("cora").for_person(cast.people["cora"].pk, "phone")  # type: ignore[arg-type]
    with pytest.raises(NotYours):
        services.sign(close=close, by=by)


def test_not_before_it_is_over_by_the_clocks_of_the_organisation(cast: Cast) -> None:
    """Half past midnight on 1 April in London is half past eleven on 31 March by the clocks of the server."""
    closing.here_since_long(cast)
    march = periods.read("2026-03", 4)
    assert march
    with time_machine.travel(datetime(2026, 3, 31, 22, 30, tzinfo=UTC), tick=False):
        close = services.begin_close(period=march, by=cast.actor("coordinator"))
        with pytest.raises(Refused, match="is not over yet"):
            services.check(close=close, by=cast.actor("coordinator"))
    with time_machine.travel(datetime(2026, 3, 31, 23, 30, tzinfo=UTC), tick=False):
        assert services.check(close=close, by=cast.actor("coordinator")).number == 1


def test_begun_twice_and_closed_twice(cast: Cast) -> None:
    chosen(cast)
    close = closing.checked(cast)
    with pytest.raises(Refused, match="is being closed already"):
        services.begin_close(period=last_month(), by=cast.actor("coordinator"))
    close = sign_both(cast, close)
    with pytest.raises(Refused, match="It is closed already"):
        services.sign(close=close, by=cast.actor("cora"))
    with pytest.raises(Refused, match="ask there to open it again"):
        services.begin_close(period=last_month(), by=cast.actor("coordinator"))
    values = {
        "organisation": cast.org,
        "kind": "month",
        "period": close.period,
        "first": close.first,
        "last": close.last,
    }
    with pytest.raises(IntegrityError), transaction.atomic():
        PeriodClose.objects.create(**values)
    PeriodClose.objects.create(**values, version=2, replaces=close)
    with pytest.raises(IntegrityError), transaction.atomic():
        PeriodClose.objects.create(**values, version=3)


@pytest.mark.parametrize("period", ["2026-q1", "2025"])
def test_quarters_and_years_and_times_without_anything(cast: Cast, period: str) -> None:
    found = periods.read(period, 4)
    with time_machine.travel(datetime(2026, 11, 27, 12, tzinfo=UTC)):
        close = frozen(cast, found)
        value = closed_value(cast.org, close.days, "figures")
    assert value and value.value.figure("coverage").row("with").number == 0


def test_to_come_and_before_the_organisation_came(cast: Cast) -> None:
    with pytest.raises(Refused, match="came here later"):
        services.begin_close(period=last_month(), by=cast.actor("coordinator"))
    with pytest.raises(Refused, match="have not come yet"):
        services.begin_close(period=last_month().after.after, by=cast.actor("coordinator"))


def test_five_years_later_the_same_whatever_became_of_units_and_signers(cast: Cast) -> None:
    closing.here_since_long(cast)
    make.decision(cast, state="decided", decided_on=last_month().first, taken="without", opened_on=date(2025, 1, 1))
    close = frozen(cast)
    before = closed_value(cast.org, close.days, "map")
    organisations.change_unit(
        unit=cast.units["team"],
        name="Night line",
        level="service",
        parent=cast.units["board"],
        by=cast.actor("administrator"),
    )
    personal.erase(cast.people["cora"].pk, cast.actor("coordinator"))
    with time_machine.travel(datetime(2031, 12, 1, 12, tzinfo=UTC)):
        after = closed_value(cast.org, close.days, "map")
        told = close_.gather(cast.org, close.period)
    assert before and after and after.plain == before.plain
    assert [each["who"] for each in told["signatures"]][1] == "Signed by a contributor"
    assert "It is as we know it." not in json.dumps(told) + repr(list(CloseSignature.objects.values()))
    assert findings(cast) == []


@pytest.mark.parametrize(
    ("change", "found"),
    [
        (lambda: PeriodSheet.objects.update(content="{}"), "were changed after they were checked"),
        (lambda: PeriodClose.objects.update(head="0" * 64), "was changed after it was closed"),
        (lambda: PeriodClose.objects.update(state="draft", frozen_at=None, head=""), "is not any more"),
        (
            lambda: CloseSignature.objects.filter(side="contributors").update(says="declined"),
            "was changed after it was given",
        ),
        (lambda: CloseSignature.objects.filter(side="contributors").update(words="All is well."), "was changed after"),
        (lambda: CloseSignature.objects.filter(side="contributors").delete(), "is gone"),
    ],
)
def test_what_was_changed_behind_it_is_found(cast: Cast, change: Any, found: str) -> None:
    frozen(cast)
    change()
    assert any(found in each for each in findings(cast))


def test_the_signer_is_told_and_may_stop(cast: Cast) -> None:
    signer = chosen(cast)
    closing.checked(cast)
    assert any(each.endswith("is ready for you to read") for each in subjects(to_person=cast.people["cora"].pk))
    services.end_signer(signer=signer, by=cast.actor("cora"))
    with pytest.raises(NotYours):
        services.sign(close=PeriodClose.objects.get(), by=cast.actor("cora"))


def test_contributors_choose_and_nobody_alone(cast: Cast) -> None:
    dev = services.Answer(cast.people["dev"], True)
    noor = services.Answer(cast.people["noor"], False)
    for asked, field in (
        ([dev], "asked"),
        ([dev, noor], "asked"),
        ([dev, services.Answer(cast.people["cora"], True)], "asked"),
    ):
        with pytest.raises(Refused) as refused:
            chosen(cast, asked=asked)
        assert refused.value.field == field
    with pytest.raises(Refused, match="sign-in of their own"):
        chosen(cast, "noor")
    with pytest.raises(Refused, match="Two years"):
        chosen(cast, until_day=make.days(0) + timedelta(days=800))


def test_those_who_were_asked_can_end_it(cast: Cast) -> None:
    signer = chosen(cast)
    asked = list(signer.asked.all())
    assert closes.rules.side_of(cast.actor("cora"), closes.signs_for_contributors(cast.actor("cora"), make.days(0)))
    services.deny_signer(asked=asked[0], by=cast.actor("dev"))
    assert closes.signs_for_contributors(cast.actor("cora"), make.days(0)) is not None  # two others stand
    services.deny_signer(asked=asked[2], by=cast.actor("eoin"))
    assert closes.signs_for_contributors(cast.actor("cora"), make.days(0)) is None


def test_the_command_prints_the_text_and_how_it_stands(cast: Cast, capsys: Any) -> None:
    said(cast)
    close = frozen(cast)
    found = close_.gather(cast.org, close.period)
    close_.tell(found)
    printed = capsys.readouterr().out
    assert f"Digest: {PeriodSheet.objects.get().digest}" in printed and close.head in printed
    assert "Signed by Cora, whom contributors chose" in printed and found["text"]["parts"]["late"]["lines"] == []
