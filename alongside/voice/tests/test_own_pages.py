"""Somebody's own page: their words, where they are, the last word. It stays theirs when their role has ended."""

from __future__ import annotations

import pytest

from alongside.core.forms import new_token
from alongside.organisation.models import Membership
from alongside.people.models import Consent
from alongside.voice import services
from alongside.voice.models import Verdict
from tests import make

from .factories import REASON, WORDS, answered, for_them, fresh, said, said_by_nobody, told
from .test_changes import changed


def test_what_i_said_newest_first_and_nobody_elses(client_as, cast) -> None:
    said(cast, words="The first.")
    said(cast, words="The second.")
    said(cast, words="Not mine.", person=cast.people["dev"], by=cast.actor("dev"))
    page = client_as("cora").get("/me/said/").content.decode()
    assert page.index("The second.") < page.index("The first.")
    assert "Not mine." not in page


def test_somebody_on_no_register_has_said_nothing(client_as, cast) -> None:
    assert "not said anything" in client_as("staff").get("/me/said/").content.decode()


@pytest.mark.parametrize(
    ("step", "shown"),
    [
        (lambda row, cast: None, "Somebody reads it by"),
        (lambda row, cast: services.acknowledge(contribution=row, by=cast.actor("staff")), "Somebody has read it"),
        (lambda row, cast: answered(row, cast, kind="deferred", defer_until=make.days(70)), "put off its answer"),
        (lambda row, cast: answered(row, cast), "There is an answer"),
        (lambda row, cast: services.withdraw(contribution=row, by=cast.actor("cora")), "You took it back"),
    ],
)
def test_where_it_is_who_has_it_until_when(client_as, cast, step, shown) -> None:
    contribution = said(cast)
    step(contribution, cast)
    page = client_as("cora").get(f"/me/said/{contribution.code}/").content.decode()
    assert shown in page
    if contribution.state != "withdrawn" and fresh(contribution).state != "withdrawn":
        assert "Crisis line" in page
        assert WORDS in page


def test_the_answer_can_be_questioned_from_there(client_as, cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    assert REASON in client.get(base).content.decode()
    client.post(f"{base}challenge/", {"kind": "not_an_answer", "words": "When?", "once": new_token()})
    assert "When?" in client.get(base).content.decode()
    assert "owes you a new answer" in client.get(base).content.decode()


def test_i_have_read_it_saves_somebody_a_call(client_as, cast) -> None:
    contribution = said(cast)
    answered(contribution, cast)
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    client.post(f"{base}read/", {"once": new_token()})
    assert fresh(contribution).state == "told"
    assert client.get(f"{base}read/").status_code == 404


def test_a_change_is_confirmed_or_not(client_as, cast) -> None:
    contribution = told(cast)
    change = changed(cast, contribution)
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    assert "Is it so?" in client.get(base).content.decode()
    values = {"kind": "confirmed", "size": "tweak", "words": "A bit.", "once": new_token()}
    client.post(f"{base}changes/{change.code}/", values)
    verdict = Verdict.objects.get()
    assert (verdict.kind, verdict.size, fresh(change).state) == ("confirmed", "tweak", "confirmed")
    assert "A bit." in client.get(base).content.decode()


def test_how_they_are_used_and_taken_back(client_as, cast) -> None:
    contribution = told(cast)
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    client.post(f"{base}uses/", {"uses": ["public", "credit"], "once": new_token()})
    row = fresh(contribution)
    assert (row.use_inside, row.use_public, row.credit) == (False, True, True)
    page = client.get(f"{base}take-back/").content.decode()
    assert "textarea" not in page  # there is no box for a reason
    client.post(f"{base}take-back/", {"once": new_token()})
    assert WORDS not in client.get(base).content.decode()


def test_what_was_written_down_for_me_says_by_whom_and_from_what(client_as, cast) -> None:
    contribution = said(cast, by=for_them(cast), via="written_down")
    page = client_as("cora").get(f"/me/said/{contribution.code}/").content.decode()
    assert "Alma Reyes" in page
    assert "a phone call" in page


def test_it_stays_theirs_when_their_role_has_ended(client_as, cast) -> None:
    contribution = said(cast)
    Membership.objects.filter(user=cast.users["cora"]).delete()
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    assert client.get(base).status_code == 200
    client.post(f"{base}take-back/", {"once": new_token()})
    assert fresh(contribution).words == ""


@pytest.mark.parametrize("count", [1, 12])
def test_my_pages_ask_few_questions(client_as, cast, count, django_assert_max_num_queries) -> None:
    for _ in range(count):
        contribution = told(cast)
        changed(cast, contribution)
    client = client_as("cora")
    client.get("/me/said/")
    with django_assert_max_num_queries(9):
        assert client.get("/me/said/").status_code == 200
    with django_assert_max_num_queries(15):
        assert client.get(f"/me/said/{contribution.code}/").status_code == 200
    with django_assert_max_num_queries(13):
        assert client.get("/harbour/say/").status_code == 200


@pytest.mark.parametrize(
    ("credit", "allowed", "said_so"),
    [
        (False, True, "Those who answer you see your name. Nobody else does."),
        (True, False, "Nobody else does: you do not allow that under “About me”."),
        (True, True, "it may stand beside your words wherever they are shown."),
    ],
)
def test_who_sees_my_name_is_said_as_it_is_today(client_as, cast, credit, allowed, said_so) -> None:
    row = said(cast)
    type(row).objects.filter(pk=row.pk).update(credit=credit)
    if allowed:
        Consent.objects.create(person=cast.people["cora"], purpose="credit", wording="Yes.", given_on=make.days(-9))
    assert said_so in client_as("cora").get(f"/me/said/{row.code}/").content.decode()


def test_without_a_name_nobody_sees_one(client_as, cast) -> None:
    _row, code = said_by_nobody(cast)
    page = client_as("public").get(f"/harbour/follow/{code}/").content.decode()
    assert "You gave no name, so nobody sees one." in page
