"""What is written to people about a claim because a day is near, or because it is no longer said; and the list."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alongside.candour import queries, services
from alongside.candour.models import Claim, ClaimText, Signature
from alongside.candour.standing import Stands
from alongside.decisions.models import Decision
from alongside.post.models import Message
from tests import make

from .claiming import claimed

pytestmark = pytest.mark.django_db


def near(story, days: int) -> None:
    """Asked a while ago; it helps to hear from them in so many days."""
    ClaimText.objects.filter(claim=story.claim).update(reply_by=make.days(days))
    Signature.objects.update(asked_on=make.days(0) - timedelta(days=17))


def reminded() -> list[int]:
    return sorted(Message.objects.filter(kind="claim_reminder").values_list("to_person", flat=True))


def test_one_reminder_to_those_who_said_nothing(cast) -> None:
    story = claimed(cast, "cora", "dev")
    assert services.remind_of_claims(organisation=cast.org) == 0  # three weeks are left
    near(story, 3)
    story.sign("cora")
    assert services.remind_of_claims(organisation=cast.org) == 1
    assert services.remind_of_claims(organisation=cast.org) == 0
    assert reminded() == [cast.people["dev"].pk]


@pytest.mark.parametrize("days", [-1, 5])
def test_neither_early_nor_afterwards(cast, days: int) -> None:
    near(claimed(cast, "cora", "dev"), days)
    assert services.remind_of_claims(organisation=cast.org) == 0


def test_nobody_is_reminded_of_what_has_lapsed_or_is_no_longer_said(cast) -> None:
    lapsed, ended = claimed(cast, "cora"), claimed(cast, "dev")
    near(lapsed, 2)
    near(ended, 2)
    Decision.objects.filter(pk=lapsed.decision.pk).update(state="planned", decided_on=None, taken="")
    services.end_claim(claim=ended.claim, by=cast.actor("manager"))
    assert services.remind_of_claims(organisation=cast.org) == 0


def test_whoever_said_something_hears_that_it_is_no_longer_said(cast) -> None:
    story = claimed(cast, "cora", "dev", "eoin")
    story.sign("cora")
    story.dispute("dev", words="It is not so.")
    services.end_claim(claim=story.claim, by=cast.actor("manager"))
    told = Message.objects.filter(kind="claim_ended").values_list("to_person", flat=True)
    assert set(told) == {cast.people["cora"].pk, cast.people["dev"].pk}


def test_the_list_by_who_stands_behind_it(cast, client_as) -> None:
    signed, disputed, own, ended = (claimed(cast, "cora", "dev") for _n in range(4))
    signed.sign("cora")
    disputed.sign("cora")
    disputed.dispute("dev")
    ended.sign("cora")
    services.end_claim(claim=ended.claim, by=cast.actor("manager"))
    found = {each: list(queries.standing_as(Claim.objects.all(), each)) for each in Stands}
    assert found == {
        Stands.SIGNED: [signed.claim],
        Stands.DISPUTED: [disputed.claim],
        Stands.OWN: [own.claim],
    }
    page = client_as("manager").get("/harbour/candour/claims/?stands=disputed").content.decode()
    assert disputed.claim.code in page and own.claim.code not in page
