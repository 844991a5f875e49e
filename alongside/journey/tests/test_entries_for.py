"""What somebody without an account learned, written down for them: theirs, marked so, gone when they say so."""

import pytest

from alongside.config.commands import verify_
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.journey import personal, services
from alongside.journey.models import Entry
from alongside.journey.rules import entries as rules

from .factories import BUMP, learned, taken_down

URL = "/harbour/journey/entries/"


def test_it_is_theirs_and_says_how_it_came(cast) -> None:
    entry = taken_down(cast)
    assert (entry.person, entry.user, entry.side, entry.medium) == (cast.people["noor"], None, "people", "phone")
    assert entry.recorded_by == cast.users["coordinator"] and BUMP in repr(personal.export(entry.person.pk))
    assert not rules.is_author(cast.actor("coordinator"), entry)
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []


@pytest.mark.parametrize("who", ["staff", "manager", "board", "cora", "stranger"])
def test_by_nobody_but_whoever_runs_involvement(cast, who) -> None:
    with pytest.raises(NotYours):
        taken_down(cast, by=cast.actor(who).for_person(cast.people["noor"].pk, Medium.PHONE))
    assert not Entry.objects.exists()


@pytest.mark.parametrize("audience", ["private", "some", "press"])
def test_only_what_others_may_read(cast, audience) -> None:
    with pytest.raises(Refused) as refused:
        taken_down(cast, audience=audience)
    assert refused.value.field == "audience"


def test_for_nobody_who_is_not_on_the_register_here(cast) -> None:
    with pytest.raises(NotYours):
        taken_down(cast, by=cast.actor("coordinator").for_person(987654, Medium.PHONE))


def test_taken_back_for_them_and_for_nobody_else(cast) -> None:
    theirs, coras = taken_down(cast), learned(cast)
    by = cast.actor("coordinator")
    for entry, person in ((theirs, "cora"), (coras, "noor")):
        with pytest.raises(NotYours):
            services.take_back_entry(entry=entry, by=by.for_person(cast.people[person].pk, Medium.PHONE))
    with pytest.raises(NotYours):
        services.take_back_entry(entry=theirs, by=by)
    services.take_back_entry(entry=theirs, by=by.for_person(cast.people["noor"].pk, Medium.PHONE))
    theirs.refresh_from_db()
    assert theirs.taken_back_on and theirs.text.bump == ""
    assert verify_.check(cast.org.pk, "harbour", "")["findings"] == []


def test_on_pages(cast, client_as) -> None:
    runs = client_as("coordinator")
    asked = {"person": cast.people["noor"].code, "medium": "phone", "about": "me", "bump": BUMP, "audience": "members"}
    asked["on"] = "1/11/2025"
    assert runs.post(f"{URL}take-down/", asked).status_code == 422  # nobody said that she agreed
    assert "Write down what somebody told you" in runs.get(URL).content.decode()
    runs.post(f"{URL}take-down/", {**asked, "agreed": "on"})
    page = f"{URL}{Entry.objects.get().code}/"
    shown = client_as("dev").get(page).content.decode()
    assert BUMP in shown and "Written down by somebody who works here" in shown and "take-back/for" not in shown
    assert runs.post(f"{page}take-back/for/", {}).status_code == 422
    runs.post(f"{page}take-back/for/", {"medium": "phone"})
    assert client_as("dev").get(page).status_code == 404
