"""Opening what is token on its face: by whom, with what reason, and that it is counted."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.audit.models import Event
from alongside.candour import queries, services
from alongside.candour.models import Cleared
from alongside.candour.standards import MARKS, Face, marks_of
from alongside.core.errors import Refused
from alongside.involvement import services as involvement
from alongside.involvement.clearance import Clearance
from alongside.involvement.models import Opportunity
from tests import make
from tests.cast import Cast

FAIR = {"can_change": True, "hear_back": True, "seats": 2, "prep_minutes": 60, "prep_paid": True}


@pytest.mark.parametrize(
    ("changed", "marks"),
    [
        ({}, ()),
        ({"can_change": False}, ("nothing_to_change",)),
        ({"hear_back": False}, ("no_way_back",)),
        ({"seats": 1}, ("lone_seat",)),
        ({"prep_paid": False}, ("unpaid_prep",)),
        ({"prep_paid": False, "prep_minutes": 0}, ()),  # nothing to prepare
        ({"prep_paid": None}, ()),  # nobody has said: that is not a no
        ({"can_change": False, "hear_back": False, "seats": 1, "prep_paid": False}, tuple(MARKS)),
    ],
)
def test_the_face_of_it(changed: dict[str, Any], marks: tuple[str, ...]) -> None:
    assert marks_of(Face(**{**FAIR, **changed})) == marks


pytest_db = pytest.mark.django_db


def draft(cast: Cast, **values: Any) -> Opportunity:
    return make.opportunity(cast, **{"state": "draft", "opened_on": None, **values})


@pytest_db
def test_what_is_fair_opens_without_a_name(cast) -> None:
    opened = services.clear_and_open(opportunity=draft(cast), reason="Just so.", by=cast.actor("coordinator"))
    assert (opened.state, opened.cleared_reason) == ("open", "")
    assert not Cleared.objects.exists()


TOKEN = {"can_change": "", "hear_back": ""}


@pytest_db
@pytest.mark.parametrize(
    ("reason", "who", "says"),
    [
        ("", "coordinator", "Write down why"),
        ("  ", "coordinator", "Write down why"),
        ("The law asks for it.", None, "stands behind it"),
        ("The law asks for it.", "staff", "stands behind it"),
        ("The law asks for it.", "stranger", "stands behind it"),
    ],
)
def test_what_is_token_needs_a_reason_and_a_name(cast, reason: str, who: str | None, says: str) -> None:
    opportunity = draft(cast, **TOKEN)
    with pytest.raises(Refused, match=says):
        services.clear_and_open(
            opportunity=opportunity,
            reason=reason,
            allowed_by=cast.users[who] if who else None,
            by=cast.actor("coordinator"),
        )
    opportunity.refresh_from_db()
    assert opportunity.state == "draft" and not Cleared.objects.exists()


@pytest_db
def test_with_both_it_opens_is_kept_and_counted(cast) -> None:
    opened = services.clear_and_open(
        opportunity=draft(cast, **TOKEN),
        reason="The law asks for it, and the plan is fixed.",
        allowed_by=cast.users["board"],
        by=cast.actor("coordinator"),
    )
    row = Cleared.objects.get()
    assert (row.opportunity, row.marks, row.who_allowed) == (opened, ["nothing_to_change", "no_way_back"], "Trustee")
    assert opened.cleared_reason == row.reason
    assert queries.figures(cast.org) == {"all": 1, "nothing_to_change": 1, "no_way_back": 1}
    assert Event.objects.filter(name="opportunity_cleared", target=row.code).exists()


@pytest_db
@pytest.mark.parametrize("state", ["decided", "dropped"])
def test_nobodys_reason_opens_what_is_decided(cast, state: str) -> None:
    facts = {"state": state, **({"decided_on": make.days(-1), "taken": "without"} if state == "decided" else {})}
    opportunity = draft(cast, about=make.decision(cast, **facts))
    with pytest.raises(Refused, match="would change nothing"):
        services.clear_and_open(
            opportunity=opportunity,
            reason="All the same.",
            allowed_by=cast.users["board"],
            by=cast.actor("coordinator"),
        )


@pytest_db
def test_a_clearance_is_for_one_opportunity_as_it_stands(cast) -> None:
    one, other = draft(cast), draft(cast)
    for stale in (Clearance(other.pk, one.version), Clearance(one.pk, one.version + 1)):
        with pytest.raises(Refused, match="Somebody changed this"):
            involvement.open_opportunity(opportunity=one, clearance=stale, by=cast.actor("coordinator"))


@pytest_db
def test_what_was_opened_fairly_stays_so(cast) -> None:
    opened = services.clear_and_open(opportunity=draft(cast, prep_paid=True), by=cast.actor("coordinator"))
    for words in ({"seats": 1, "lone_seat_reason": "One came."}, {"prep_paid": False}, {"can_change": ""}):
        with pytest.raises(Refused):
            involvement.change_opportunity(
                opportunity=opened, words=words, seen=opened.version, by=cast.actor("coordinator")
            )


@pytest_db
def test_the_database_lets_nothing_open_without_words_or_a_reason(cast) -> None:
    opportunity = draft(cast, **TOKEN)
    with pytest.raises(IntegrityError), transaction.atomic():
        Opportunity.objects.filter(pk=opportunity.pk).update(state="open")


@pytest_db
def test_the_page_says_what_is_wrong_and_people_read_why(cast, client_as) -> None:
    opportunity = draft(cast, can_change="")
    client, page = client_as("coordinator"), f"/harbour/candour/open/{opportunity.code}/"
    assert "It does not say what can still change" in client.get(page).content.decode()
    assert client.post(page, {"reason": "", "allowed_by": ""}).status_code == 422
    sent = {"reason": "The plan is fixed; we want you to know it.", "allowed_by": str(cast.users["board"].pk)}
    assert client.post(page, sent).status_code == 303
    advert = client_as("public").get(f"/harbour/open/{opportunity.code}/").content.decode()
    assert "The plan is fixed; we want you to know it." in advert and "Nothing, as far as it is written" in advert
    board = client_as("board").get("/harbour/board/").content.decode()
    assert "The plan is fixed" in board and "Behind it stands: Trustee." in board


@pytest_db
def test_somebody_elsewhere_cannot_open_it(cast, client_as) -> None:
    page = f"/harbour/candour/open/{draft(cast).code}/"
    assert client_as("stranger").get(page).status_code == 404
    assert client_as("stranger").get("/elsewhere/candour/open/nothing/").status_code == 404
