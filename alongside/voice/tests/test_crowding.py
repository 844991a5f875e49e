"""Too much from one place: nothing fills the ledger, nobody loses a sentence, nothing is claimed that is not so."""

from __future__ import annotations

import pytest

from alongside.core import crowding, guessing, tallies
from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.core.models import Tally
from alongside.voice import queries
from alongside.voice.models import Contribution

from .factories import said_by_nobody

pytestmark = pytest.mark.django_db
PLACE = "198.51.100.7"


def say(client, words: str, where: str = PLACE, **more):
    data = {"kind": "idea", "words": words, "uses": ["inside"], "once": new_token(), **more}
    return client.post("/harbour/say/", data, REMOTE_ADDR=where)


def test_two_hundred_in_a_minute_do_not_fill_the_ledger(client_as, cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 20
    client = client_as("public")
    answers = [say(client, f"The tea was cold on day {n} of this long week.").status_code for n in range(200)]
    assert answers.count(303) == Contribution.objects.count() == 20
    refused = say(client, "These words must not be lost, whoever else was here.")
    assert refused.status_code == 422
    page = refused.content.decode()
    assert "this is not kept yet" in page and "Wait ten minutes" in page
    assert "These words must not be lost" in page
    assert say(client, "The tea was cold.", where="198.51.100.8").status_code == 303


def test_a_wait_is_enough(client_as, cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 1
    client = client_as("public")
    assert say(client, "The first of many long sentences.").status_code == 303
    assert say(client, "The second of many long sentences.").status_code == 422
    Tally.objects.update(until="2020-01-01T00:00Z")
    assert say(client, "The second of many long sentences.").status_code == 303


def test_no_limit_is_no_limit(client_as, cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 0
    client = client_as("public")
    assert {say(client, f"Sentence number {n} of very many.").status_code for n in range(30)} == {303}


def test_the_same_words_five_hundred_times_are_one_voice(client_as, cast, settings) -> None:
    settings.MOST_FROM_ONE_PLACE = 0
    client = client_as("public")
    words = "The bus does not stop here any more, and nobody was asked."
    answers = [say(client, words if n % 2 else words.upper()) for n in range(500)]
    assert Contribution.objects.count() == 1
    page = answers[-1].content.decode()
    assert "We have these very words already" in page
    assert "The bus does not stop here" in page.replace("\n", " ") or "THE BUS DOES NOT STOP HERE" in page
    assert say(client, f"{words} I walk now.").status_code == 303
    assert say(client, words, where="198.51.100.8").status_code == 303


def test_few_words_are_said_by_many(client_as, cast) -> None:
    client = client_as("public")
    answers = [say(client, "Fine, thank you").status_code for _n in range(8)]
    assert answers.count(303) == crowding.MOST_OF_FEW


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("198.51.100.7", "198.51.100.7"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("unknown", "unknown"),
    ],
)
def test_one_place(address, place) -> None:
    assert crowding.place_of(address) == place


def test_no_address_is_kept(client_as, cast) -> None:
    client = client_as("public")
    say(client, "The tea was cold all week.")
    client.get("/harbour/follow/0000-0000-0000-0000/", REMOTE_ADDR=PLACE)
    kept = str(list(Tally.objects.values()))
    assert Tally.objects.count() == 4
    assert PLACE not in kept and "tea" not in kept


def test_old_counts_are_forgotten(cast) -> None:
    tallies.add("a", 60)
    tallies.add("b", -1)
    assert tallies.count("a") == 1 and tallies.count("b") == 0
    assert tallies.forget_old() == 1
    assert [tallies.add("a", 60), tallies.add("b", 60), tallies.add("a", 60)] == [2, 1, 3]


def test_many_wrong_codes_everywhere_keep_nobody_out_who_has_one(cast, monkeypatch) -> None:
    monkeypatch.setattr(guessing, "ATTACK", 20)
    contribution, code = said_by_nobody(cast)
    for n in range(20):
        guessing.missed(f"198.51.100.{n}", cast.org.pk)
    assert queries.contribution_by_follow(cast.org, code, PLACE) == contribution
    for _n in range(3):
        guessing.missed(PLACE, cast.org.pk)
    with pytest.raises(guessing.NotYours):
        queries.contribution_by_follow(cast.org, code, PLACE)
    assert queries.contribution_by_follow(cast.org, code, "203.0.113.9") == contribution


def test_what_is_refused_was_not_counted(cast) -> None:
    from django.db import transaction

    crowding.check(PLACE, cast.org.pk, "say", "The bus does not stop here.")
    for _n in range(3):
        with pytest.raises(Refused), transaction.atomic():
            crowding.check(PLACE, cast.org.pk, "say", "The bus does not stop here.")
    assert tallies.count(tallies.key_of("said", cast.org.pk, PLACE)) == 1
