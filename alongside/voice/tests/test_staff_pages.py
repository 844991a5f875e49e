"""The ledger and the acts of staff: few queries, nothing typed is lost, and why not is said."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile

from alongside.core import lookups
from alongside.core.errors import NotYours
from alongside.core.forms import new_token
from alongside.people.models import NameToken
from alongside.people.queries import name_salt
from alongside.voice import queries, services
from alongside.voice.models import Change, Contribution
from alongside.voice.shapes import Uses
from tests import cast as casting
from tests import make

from .factories import REASON, WORDS, answered, fresh, said, said_by_nobody, told
from .test_changes import changed


def answer(contribution: Contribution, **values) -> dict[str, object]:
    facts = {"kind": "adopted", "reason": REASON, "role": "Manager", "seen": contribution.version}
    return {**facts, "once": new_token(), **values}


def test_what_is_owed_longest_comes_first(client_as, cast) -> None:
    for days, words in ((3, "The third."), (90, "The first."), (50, "The second.")):
        with time_machine.travel(make.days(-days), tick=False):
            said(cast, words=words)
    page = client_as("staff").get("/harbour/voices/").content.decode()
    assert page.index("The first.") < page.index("The second.") < page.index("The third.")


def test_the_ledger_is_filtered_and_told_rows_are_out_of_the_way(client_as, cast) -> None:
    waiting = said(cast, words="I wait.")
    done = told(cast, words="I know.")
    services.hand_over(contribution=waiting, owner=cast.users["staff"], by=cast.actor("staff"))
    client = client_as("staff")

    def shown(query: str) -> tuple[bool, bool]:
        page = client.get(f"/harbour/voices/{query}").content.decode()
        return "I wait." in page, "I know." in page

    assert shown("") == (True, False)
    assert shown("?state=all") == (True, True)
    assert shown("?state=told") == (False, True)
    assert shown("?age=over-12") == (False, False)
    assert shown("?whose=me") == (True, False)
    assert shown(f"?unit={cast.units['team'].code}") == (True, False)
    client = client_as("coordinator")
    assert shown(f"?unit={cast.units['services'].code}") == (False, False)
    assert shown("?state=nonsense&age=nonsense&unit=nonsense") == (True, False)
    assert client.get(f"/harbour/voices/{done.code}/").status_code == 200


def test_what_somebody_allows_is_theirs_to_say_and_not_ticked_before(client_as, cast) -> None:
    page = client_as("staff").get("/harbour/voices/new/").content.decode()
    assert "Tick what they said themselves." in page
    uses = page[page.index("How may we use their words?") : page.index("In which language?")]
    assert 'name="uses"' in uses and "checked" not in uses


def test_staff_see_only_what_was_said_to_their_units(client_as, cast) -> None:
    other = said(cast, words="To somebody else.", unit=cast.units["other_team"])
    client = client_as("staff")
    assert "To somebody else." not in client.get("/harbour/voices/?state=all").content.decode()
    assert client.get(f"/harbour/voices/{other.code}/").status_code == 404
    assert "To somebody else." in client_as("board").get("/harbour/voices/").content.decode()


def test_words_that_are_only_for_those_who_answer(client_as, cast) -> None:
    contribution = said(cast, words="Between us.", uses=Uses(inside=False))
    for who, seen in (("staff", True), ("board", False)):
        client = client_as(who)
        for url in ("/harbour/voices/", f"/harbour/voices/{contribution.code}/"):
            assert ("Between us." in client.get(url).content.decode()) is seen, (who, url)


@pytest.mark.parametrize("count", [2, 25])
def test_a_list_page_asks_few_questions_however_long_it_is(
    client_as, cast, count, django_assert_max_num_queries
) -> None:
    for n in range(count):
        said(cast, words=f"Number {n}.")
    client = client_as("coordinator")
    client.get("/harbour/voices/")
    with django_assert_max_num_queries(13):
        assert client.get("/harbour/voices/").status_code == 200


def test_a_page_of_one_asks_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    contribution = told(cast)
    for _ in range(3):
        changed(cast, contribution)
        services.challenge(contribution=contribution, kind="not_true", by=cast.actor("cora"))
        answered(contribution, cast)
        services.tell(contribution=contribution, channel="phone", by=cast.actor("staff"))
    client = client_as("coordinator")
    client.get("/harbour/voices/")
    with django_assert_max_num_queries(15):
        assert client.get(f"/harbour/voices/{contribution.code}/").status_code == 200


def test_an_answer_from_the_page(client_as, cast) -> None:
    contribution = said(cast)
    url = f"/harbour/voices/{contribution.code}/answer/"
    assert "Support worker, Crisis line" in client_as("staff").get(url).content.decode()
    response = client_as("staff").post(url, answer(contribution), follow=True)
    assert REASON in response.content.decode()
    assert fresh(contribution).state == "answered"


def test_the_second_who_answers_is_told_and_keeps_their_words(client_as, cast) -> None:
    contribution = said(cast)
    url = f"/harbour/voices/{contribution.code}/answer/"
    typed = answer(contribution, reason="Something that took me half an hour to write.")
    client_as("staff").post(url, answer(contribution))
    response = client_as("manager").post(url, typed)
    page = response.content.decode()
    assert response.status_code == 422
    assert "while you were writing" in page
    assert "half an hour" in page
    assert REASON in page  # what the first one answered
    assert contribution.answers.count() == 1


def test_noted_comes_back_to_be_made_better(client_as, cast) -> None:
    contribution = said(cast)
    url = f"/harbour/voices/{contribution.code}/answer/"
    response = client_as("staff").post(url, answer(contribution, reason="Noted, thank you."))
    assert response.status_code == 422
    assert "not an answer yet" in response.content.decode()


def test_an_answer_to_what_was_taken_back_meanwhile(client_as, cast) -> None:
    contribution = said(cast)
    typed = answer(contribution, reason="Something that took me half an hour to write.")
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    response = client_as("staff").post(f"/harbour/voices/{contribution.code}/answer/", typed)
    page = response.content.decode()
    assert "taken it back" in page
    assert "half an hour" in page
    assert WORDS not in page


def test_the_same_answer_twice_is_one(client_as, cast) -> None:
    contribution = said(cast)
    typed = answer(contribution)
    for _ in range(2):
        response = client_as("staff").post(f"/harbour/voices/{contribution.code}/answer/", typed)
        assert response.status_code == 303
    assert contribution.answers.count() == 1


def test_reading_telling_and_handing_over(client_as, cast) -> None:
    contribution = said(cast)
    base, client = f"/harbour/voices/{contribution.code}/", client_as("manager")
    client.post(f"{base}acknowledge/", {"once": new_token()})
    assert fresh(contribution).state == "acknowledged"
    values = {"owner": cast.users["staff"].code, "unit": cast.units["team"].code, "seen": 2, "once": new_token()}
    assert client.post(f"{base}hand-over/", values).status_code == 303
    assert fresh(contribution).owner == cast.users["staff"]
    answered(contribution, cast)
    client.post(f"{base}tell/", {"channel": "phone", "on": make.days(0).isoformat(), "once": new_token()})
    assert fresh(contribution).state == "told"


def test_an_edited_version_and_a_change(client_as, cast) -> None:
    first, second = told(cast), said(cast)
    base, client = f"/harbour/voices/{first.code}/", client_as("manager")
    client.post(f"{base}rendering/", {"rendering": "Shorter.", "seen": first.version, "once": new_token()})
    assert "Shorter." in client.get(base).content.decode()
    values = {
        "what": "No car is asked for.",
        "before": "The advert asked for a driving licence.",
        "kind": "job_description",
        "check_on": make.days(60).isoformat(),
        "evidence": "The advert of 3 May.",
        "since": "today",
        "others": "nonsense",
        "once": new_token(),
    }
    assert client.post(f"{base}change/", values).status_code == 422
    values |= {"since": make.days(0).isoformat(), "others": "nothere123"}
    assert "nothere123" in client.post(f"{base}change/", values).content.decode()
    response = client.post(f"{base}change/", {**values, "others": f" {second.code.upper()} , {first.code}"})
    change = Change.objects.get()
    assert response["Location"] == f"/harbour/changes/{change.code}/"
    assert {source.contribution for source in change.sources.all()} == {first, second}


# Writing down what somebody said.


def written(**values) -> dict[str, object]:
    facts = {"who": "nobody", "medium": "phone", "kind": "idea", "words": WORDS, "uses": ["inside"]}
    return {**facts, "once": new_token(), **values}


def test_for_somebody_on_the_register_by_name_or_code(client_as, cast) -> None:
    client, unit = client_as("coordinator"), cast.units["team"].code
    for person in cast.people.values():
        for digest in lookups.digests_to_store(person.name, name_salt(cast.org.pk)):
            NameToken.objects.create(person=person, digest=digest)
    for typed in ("eoin", cast.people["eoin"].code):
        client.post("/harbour/voices/new/", written(who="person", person=typed, unit=unit))
    assert [row.person for row in Contribution.objects.all()] == [cast.people["eoin"]] * 2
    assert {row.medium for row in Contribution.objects.all()} == {"phone"}
    for typed, told_so in (("nobody here", "Nobody on the register"), ("", "Say who it was")):
        page = client.post("/harbour/voices/new/", written(who="person", person=typed, unit=unit)).content.decode()
        assert told_so in page
        assert WORDS in page


def test_for_nobody_named_staff_get_the_code_to_hand_on(client_as, cast) -> None:
    response = client_as("staff").post("/harbour/voices/new/", written(unit=cast.units["team"].code), follow=True)
    assert "Give this code to the one who said it" in response.content.decode()
    contribution = Contribution.objects.get()
    assert (contribution.via, contribution.recorded_by) == ("written_down", cast.users["staff"])


def test_a_group_has_a_name(client_as, cast) -> None:
    values = written(who="group", unit=cast.units["team"].code)
    assert client_as("staff").post("/harbour/voices/new/", values).status_code == 422
    client_as("staff").post("/harbour/voices/new/", {**values, "group_name": "Tuesday group"})
    assert Contribution.objects.get().group_name == "Tuesday group"


def test_the_day_it_reached_us_starts_the_clock(client_as, cast) -> None:
    received = make.days(-9)
    values = written(unit=cast.units["team"].code, received_on=received.isoformat(), said_on="")
    client_as("staff").post("/harbour/voices/new/", values)
    assert Contribution.objects.get().received_on == received


def test_staff_without_the_register_choose_from_those_who_were_there(client_as, cast) -> None:
    opportunity = make.opportunity(cast)
    make.place(cast, "dev", opportunity)
    session = make.meeting(cast, opportunity)
    client, url = client_as("staff"), f"/harbour/voices/new/?session={session.code}"
    page = client.get(url).content.decode()
    assert cast.people["dev"].called in page
    assert cast.people["cora"].code not in page
    client.post(url, written(who="person", was_there=cast.people["dev"].code))
    contribution = Contribution.objects.get()
    assert (contribution.person, contribution.meeting, contribution.owner) == (
        cast.people["dev"],
        session,
        cast.users["manager"],
    )


def test_those_who_were_there_are_named_where_they_are_worked_with(cast) -> None:
    """Not to a member of the board who manages another team."""
    opportunity = make.opportunity(cast)
    make.place(cast, "dev", opportunity)
    session, dev = make.meeting(cast, opportunity), cast.people["dev"]
    casting.member(cast.org, cast.users["board"], "manager", cast.units["other_team"])
    for who, there in (("staff", [dev]), ("coordinator", [dev]), ("board", [])):
        assert queries.were_there(cast.actor(who), session) == there
    assert queries.person_named(cast.actor("staff"), dev.code, session) == dev
    with pytest.raises(NotYours):
        queries.person_named(cast.actor("board"), dev.code, session)


def test_the_last_word_is_written_down_for_them(client_as, cast) -> None:
    contribution = told(cast)
    base, client = f"/harbour/voices/{contribution.code}/", client_as("staff")
    assert client.post(f"{base}challenge/", {"kind": "not_true", "once": new_token()}).status_code == 422
    client.post(f"{base}challenge/", {"kind": "not_true", "medium": "letter", "once": new_token()})
    mark = contribution.challenges.get()
    assert (mark.medium, mark.recorded_by, mark.person) == ("letter", cast.users["staff"], cast.people["cora"])
    assert "a letter" in client_as("cora").get(f"/me/said/{contribution.code}/").content.decode()


def test_somebody_without_a_name_rings_and_takes_it_back(client_as, cast) -> None:
    contribution, _code = said_by_nobody(cast)
    url = f"/harbour/voices/{contribution.code}/take-back/"
    client_as("staff").post(url, {"medium": "phone", "once": new_token()})
    assert fresh(contribution).state == "withdrawn"


def test_a_file_is_looked_at_and_brought_in(client_as, cast) -> None:
    client = client_as("coordinator")
    file = SimpleUploadedFile("said.csv", b"Comment,Team\nThe door is heavy.,Crisis line\n")
    preview = client.post("/harbour/voices/import/", {"file": file, "once": new_token()})["Location"]
    assert "New" in client.get(preview).content.decode()
    assert not Contribution.objects.exists()
    client.post(preview, {"do": "import", "once": new_token()})
    assert Contribution.objects.get().words == "The door is heavy."


def test_the_column_of_words_is_chosen_on_the_page(client_as, cast) -> None:
    client = client_as("coordinator")
    file = SimpleUploadedFile("said.csv", b"What could we do better?,Team\nThe door is heavy.,Crisis line\n")
    preview = client.post("/harbour/voices/import/", {"file": file, "once": new_token()})["Location"]
    assert 'name="column" value="What could we do better?"' in client.get(preview).content.decode()
    matched = f"{preview}?{urlencode({'column': 'What could we do better?', 'field': 'words'})}"
    client.post(matched, {"do": "import", "once": new_token()})
    assert Contribution.objects.get().words == "The door is heavy."


def test_late_is_said_on_the_authors_page(client_as, cast) -> None:
    with time_machine.travel(make.days(-80), tick=False):
        contribution = said(cast)
    page = client_as("cora").get(f"/me/said/{contribution.code}/").content.decode()
    assert "That day has passed" in page
    assert (fresh(contribution).answer_by - contribution.received_on) >= timedelta(weeks=6)
