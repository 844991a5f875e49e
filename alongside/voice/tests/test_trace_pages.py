"""Traces and the list of changes: who reads which words, what is only counted, and how much is asked."""

from __future__ import annotations

from typing import Any

import pytest

from alongside.home.services import reminders
from alongside.people.models import Consent
from alongside.post.models import Message
from alongside.voice import queries, services
from alongside.voice.models import ChangeSource, Contribution
from alongside.voice.shapes import Recheck, Uses
from alongside.voice.tallies import Said, tally
from tests import make

from .factories import PUBLIC, said, said_by_nobody, told
from .showing_factories import decided, in_public
from .test_changes import changed

HOW = "The third line of the advert was written from this."


def text(client: Any, url: str) -> str:
    response = client.get(url)
    assert response.status_code == 200, url
    return " ".join(response.content.decode().split())


def shaped(cast, contribution, decision=None, **values: Any):
    what = services.What(decision or make.decision(cast))
    facts = {"how": HOW, "role": "Team manager", "by": cast.actor("manager"), **values}
    return services.say_shaped(what=what, contributions=[contribution], **facts)[0]


@pytest.mark.parametrize(
    ("asked", "said_so", "words"),
    [
        (3, [Said("confirmed", "real")] * 2, ["2 of 3 say it is a real change.", "1 of 3 has not said yet."]),
        (1, [Said("confirmed", "tweak")], ["1 of 1 says it is a small tweak."]),
        (1, [Said("challenged")], ["1 of 1 says it is not so."]),
        (1, [Said("confirmed")], ["1 of 1 says it is so."]),
        (2, [], ["Nobody who asked for it has said yet whether it is so."]),
        (1, [Said("confirmed", "real", True)], ["1 of 1 spoke about the text before it was corrected."]),
        (0, [], []),
    ],
)
def test_a_tally_is_said_in_words(asked, said_so, words) -> None:
    assert tally(asked, said_so).sentences() == words


def test_the_newest_word_of_each_author_counts(cast) -> None:
    mine, theirs = told(cast), told(cast, person=cast.people["dev"], by=cast.actor("dev"))
    change = changed(cast, mine, theirs)
    services.give_verdict(change=change, contribution=mine, kind="challenged", by=cast.actor("cora"))
    services.give_verdict(change=change, contribution=mine, kind="confirmed", size="real", by=cast.actor("cora"))
    found = queries.tallies_of([change.pk])[change.pk]
    assert (found.asked, found.real, found.not_so, found.silent) == (2, 1, 0, 1)


def test_words_are_read_by_whom_their_author_lets(client_as, cast) -> None:
    public = in_public(cast, words="Everybody may read this.")
    inside = told(cast, words="Only inside, please.", person=cast.people["dev"], by=cast.actor("dev"))
    close = told(
        cast, words="Only to answer me.", person=cast.people["eoin"], by=cast.actor("eoin"), uses=Uses(inside=False)
    )
    gone = told(cast, words="I take this back.", person=cast.people["dev"], by=cast.actor("dev"))
    change = changed(cast, public, inside, close, gone)
    services.withdraw(contribution=gone, by=cast.actor("dev"))
    url = f"/harbour/changes/{change.code}/trace/"
    seen = {
        "manager": {public, inside, close},
        "board": {public, inside},
        "public": {public},
        "dev": {public, inside},
        "eoin": {public, close},
    }
    for who, rows in seen.items():
        page = text(client_as(who), url)
        for row in (public, inside, close):
            assert (row.words in page) == (row in rows), (who, row.words)
        assert "I take this back" not in page
        assert ("Taken back by its author" in page) == (who in ("manager", "board", "dev")), who
    assert "Other words are not shown here" in text(client_as("public"), url)
    assert "3 more" not in text(client_as("public"), url)


def test_what_is_before_the_safeguarding_lead_is_not_there(client_as, cast) -> None:
    mine, secret = (
        told(cast),
        told(cast, words="Zanzibar.", person=cast.people["dev"], by=cast.actor("dev"), uses=PUBLIC),
    )
    change = changed(cast, mine, secret, recheck=Recheck(make.days(1)))
    services.say_held(change=change, contribution=secret, result="held", words="Zanzibar.", by=cast.actor("dev"))
    shaped(cast, secret, decision := make.decision(cast), how="Zanzibar stands in line three of it.")
    services.raise_concern(contribution=secret, by=cast.actor("manager"), why="It worries me.")
    for who in ("manager", "board", "cora"):
        for url in (
            f"changes/{change.code}/",
            f"changes/{change.code}/trace/",
            f"decisions/{decision.code}/trace/",
            "changes/",
        ):
            page = text(client_as(who), f"/harbour/{url}")
            assert "Zanzibar" not in page and secret.code not in page, (who, url)
    assert queries.tallies_of([change.pk])[change.pk].asked == 1
    assert "Zanzibar" in text(client_as("dev"), f"/me/said/{secret.code}/trace/")


def test_a_name_stands_beside_words_only_when_its_author_wants_that(client_as, cast) -> None:
    url = f"/harbour/changes/{changed(cast, in_public(cast, uses=Uses(public=True, credit=True))).code}/trace/"
    assert "Cora" not in text(client_as("public"), url)  # ticked once, and not allowed under “About me”
    Consent.objects.create(person=cast.people["cora"], purpose="credit", wording="Yes.", given_on=make.days(-1))
    assert "Cora" in text(client_as("public"), url)


def test_what_is_left_out_for_everybody_is_left_out_here(client_as, cast) -> None:
    showing = decided(cast, "covered", words="Mo Haddad locks the door at nine.")
    url = f"/harbour/changes/{changed(cast, showing.contribution).code}/trace/"
    page = text(client_as("public"), url)
    assert "Haddad locks the door" in page and "left out: a name" in page and "Mo Haddad" not in page
    assert "Mo Haddad locks the door" in text(client_as("manager"), url)


def test_many_are_counted_by_unit_and_month(client_as, cast, django_assert_max_num_queries) -> None:
    about = make.decision(cast)
    first = make.contribution(cast, decision=about, words="The first of many.")
    rows = [
        Contribution(
            **{
                field.attname: getattr(first, field.attname)
                for field in Contribution._meta.concrete_fields
                if field.name not in ("id", "code", "owed", "said_on", "uid")
            },
            said_on=min(first.received_on, make.days(-100 + number % 90)),
        )
        for number in range(500)
    ]
    Contribution.objects.bulk_create(rows)
    change = changed(cast, first, decision=about)
    ChangeSource.objects.bulk_create([ChangeSource(change=change, contribution=row) for row in rows[:200]])
    services.say_shaped(
        what=services.What(about), contributions=[first], how=HOW, role="Manager", by=cast.actor("manager")
    )
    client = client_as("coordinator")
    for url in (f"/harbour/decisions/{about.code}/trace/", f"/harbour/changes/{change.code}/trace/"):
        client.get(url)
        with django_assert_max_num_queries(15):
            page = text(client, url)
        assert page.count("al-flow__box ") < 50
        assert "things said to Crisis line" in page
        on = page.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
        with django_assert_max_num_queries(15):
            text(client, url + on)


def test_pages_about_one_change_ask_few_questions(client_as, cast, django_assert_max_num_queries) -> None:
    mine, theirs = told(cast), told(cast, person=cast.people["dev"], by=cast.actor("dev"))
    change = changed(cast, mine, theirs, recheck=Recheck(make.days(30)))
    services.give_verdict(change=change, contribution=mine, kind="confirmed", size="real", by=cast.actor("cora"))
    services.say_held(change=change, contribution=mine, result="partly", by=cast.actor("cora"))
    shaped(cast, mine)
    for who, url in (
        ("manager", f"/harbour/changes/{change.code}/"),
        ("manager", f"/harbour/changes/{change.code}/trace/"),
        ("manager", "/harbour/changes/"),
        ("manager", f"/harbour/voices/{mine.code}/"),
        ("manager", f"/harbour/voices/{mine.code}/trace/"),
        ("cora", f"/me/said/{mine.code}/"),
        ("cora", f"/me/said/{mine.code}/trace/"),
    ):
        client = client_as(who)
        client.get(url)
        with django_assert_max_num_queries(15):
            text(client, url)


def test_the_list_of_changes_is_narrowed(client_as, cast) -> None:
    due = changed(cast, told(cast), what="The lamp burns.", recheck=Recheck(make.days(1)))
    due.check_days.update(due_on=make.days(0))
    changed(cast, told(cast), what="The bench is there.", recheck=Recheck(make.days(9)))
    changed(cast, said(cast, unit=cast.units["other_team"]), what="The phone rings.", by=cast.actor("coordinator"))
    client, url = client_as("coordinator"), "/harbour/changes/"
    lines = ("The lamp burns.", "The bench is there.", "The phone rings.")
    for asked, found in (
        ("", (1, 1, 1)),
        ("?check=due", (1, 0, 0)),
        ("?check=set", (1, 1, 0)),
        ("?check=none", (0, 0, 1)),
        (f"?unit={cast.units['other_team'].code}", (0, 0, 1)),
        ("?state=confirmed", (0, 0, 0)),
        ("?kind=policy", (0, 0, 0)),
        ("?check=nonsense&state=nonsense&after=nonsense", (1, 1, 1)),
    ):
        page = text(client, url + asked)
        assert tuple(int(line in page) for line in lines) == found, asked


def test_anyone_sees_a_change_once_words_about_it_are_public(client_as, cast) -> None:
    changed(cast, in_public(cast), what="The lamp burns.")
    changed(cast, told(cast, uses=PUBLIC), what="The bench is there.")
    page = text(client_as("public"), "/harbour/changes/")
    assert "The lamp burns." in page and "The bench is there." not in page and "The organisation says so" in page


def test_its_author_denies_what_is_said_of_their_words(client_as, cast) -> None:
    contribution = told(cast)
    row = shaped(cast, contribution)
    client, base = client_as("cora"), f"/me/said/{contribution.code}/"
    assert HOW in text(client, base)
    assert client.post(f"{base}shaped/{row.code}/", {"words": "I said the opposite."}).status_code == 303
    assert "You said that it is not so." in text(client, base) and "I said the opposite." in text(client, base)
    page = text(client_as("manager"), f"/harbour/decisions/{row.decision.code}/trace/")
    assert "1 author says that it is not so" in page
    assert client_as("dev").get(f"{base}shaped/{row.code}/").status_code == 404


def test_staff_say_what_words_shaped_from_the_page_of_the_words(client_as, cast) -> None:
    about = make.decision(cast)
    contribution = said(cast, unit=None, decision=about)
    client, url = client_as("manager"), f"/harbour/decisions/{about.code}/shaped/"
    assert f"{url}?voice={contribution.code}" in text(client, f"/harbour/voices/{contribution.code}/")
    assert "checked" in text(client, f"{url}?voice={contribution.code}")
    values = {"what": "decision", "voices": [contribution.code], "others": "", "how": "Noted.", "role": "Manager"}
    assert client.post(url, values).status_code == 422
    assert client.post(url, {**values, "how": HOW, "others": "nothere123"}).status_code == 422
    assert client.post(url, {**values, "how": HOW}).status_code == 303
    assert contribution.shaped.get().how == HOW


def test_by_code_without_an_account(client_as, cast) -> None:
    contribution, code = said_by_nobody(cast)
    change = changed(cast, contribution, recheck=Recheck(make.days(30)))
    shaped(cast, contribution)
    client, base = client_as("public"), f"/harbour/follow/{code}/"
    page = text(client, f"{base}trace/")
    assert change.what in page and HOW in page
    assert client.get(f"{base}trace/")["Cache-Control"] == "no-store"
    assert client.post(f"{base}changes/{change.code}/held/", {"result": "gone", "words": "Shut."}).status_code == 303
    assert "Shut." in text(client, f"{base}trace/")


def test_words_that_are_taken_back_are_gone_from_its_own_page_too(client_as, cast) -> None:
    contribution = told(cast)
    changed(cast, contribution)
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    page = text(client_as("cora"), f"/me/said/{contribution.code}/trace/")
    assert contribution.words not in page and "Taken back by its author" in page


def test_a_reminder_goes_to_those_who_answer_there_once_a_week(cast) -> None:
    change = changed(cast, told(cast), recheck=Recheck(make.days(1)))
    change.check_days.update(due_on=make.days(-1))
    for _ in range(2):
        reminders.remind_of_checks(cast.org, make.days(0))
    told_to = Message.objects.filter(kind="check_owed").values_list("to_user", flat=True)
    assert sorted(told_to) == sorted(cast.users[who].pk for who in ("manager", "coordinator"))
    assert Message.objects.filter(kind="change_check").count() == 1
