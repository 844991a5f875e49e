"""The pages that show several rooms: what stands on them, for whom, and what they cost."""

from __future__ import annotations

import pytest

from alongside.core.actor import Medium
from alongside.decisions import services as decisions
from alongside.decisions.models import TakenWithout
from alongside.decisions.taking import WithoutPeople
from alongside.involvement import services as involvement
from alongside.people import services as people
from alongside.post import services as post
from alongside.voice import services as voice
from tests import make

from .access import stuck

MOST_QUERIES = 15


@pytest.fixture
def busy(cast):
    make.busy(cast)
    return cast


PAGES = [
    ("public", "/harbour/"),
    ("cora", "/harbour/"),
    ("manager", "/harbour/owed/"),
    ("coordinator", "/harbour/owed/"),
    ("coordinator", "/harbour/desk/"),
    ("manager", "/harbour/board/"),
    ("board", "/harbour/board/"),
    ("administrator", "/harbour/record/"),
    ("coordinator", "/harbour/outbox/"),
]


@pytest.mark.parametrize(("who", "url"), PAGES, ids=lambda value: str(value).strip("/").replace("/", "-"))
def test_a_page_costs_few_queries(busy, client_as, django_assert_max_num_queries, who, url) -> None:
    client = client_as(who)
    with django_assert_max_num_queries(MOST_QUERIES):
        assert client.get(url).status_code == 200


@pytest.mark.parametrize("who", ["cora", "manager", "coordinator", "board"])
def test_a_decision_costs_few_queries(busy, client_as, django_assert_max_num_queries, who) -> None:
    from alongside.decisions.models import Decision

    decision = Decision.objects.get(title="Support worker 0")
    client = client_as(who)
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get(f"/harbour/decisions/{decision.code}/").content.decode()
    assert "What can still change" in page and "We moved 0" in page


def read(client_as, who: str, url: str) -> str:
    return client_as(who).get(url).content.decode()


def test_owed_shows_why_it_is_mine(busy, client_as) -> None:
    page = read(client_as, "manager", "/harbour/owed/")
    assert "The bus does not stop there any more 0." in page
    assert "You answer for it, by your role: Manager, Crisis line." in page


def test_a_vacancy_stands_on_the_managers_page_until_people_are_asked(cast, client_as) -> None:
    decision = make.decision(cast, title="Nobody asked yet")
    make.decision(cast, unit=cast.units["other_team"], title="Of another team")
    page = read(client_as, "manager", "/harbour/owed/")
    assert "Nobody asked yet" in page and "Of another team" not in page
    make.opportunity(cast, decision)
    assert "Nobody asked yet" not in read(client_as, "manager", "/harbour/owed/")


def test_staff_of_another_team_owe_nothing_of_this(busy, cast, client_as) -> None:
    from tests.cast import member, user

    cast.users["other"] = user("Omar Other", "Worker")
    member(cast.org, cast.users["other"], "staff", cast.units["other_team"])
    assert "The bus" not in read(client_as, "other", "/harbour/owed/")


def test_the_desk_shows_debts_requests_and_sessions(busy, client_as) -> None:
    page = read(client_as, "coordinator", "/harbour/desk/")
    for words in ("Over 12 weeks", "Look at the policy 0", "Interviews 0", "Crisis line"):
        assert words in page


@pytest.mark.parametrize(
    ("who", "back"), [("public", "/harbour/"), ("cora", "/harbour/decisions/"), ("board", "/harbour/decisions/")]
)
def test_a_decision_leads_back_to_what_its_reader_can_open(cast, client_as, who, back) -> None:
    decision = make.decision(cast, audience="public")
    page = read(client_as, who, f"/harbour/decisions/{decision.code}/")
    assert page.split('class="govuk-back-link')[1].split('href="')[1].split('"')[0] == back
    assert client_as(who).get(back).status_code == 200


def test_a_reserved_decision_without_people_stands_on_the_desk_until_they_are_asked(cast, client_as) -> None:
    decision = make.decision(cast, title="Nobody asked yet")
    assert "Nobody asked yet" in read(client_as, "coordinator", "/harbour/desk/")
    make.opportunity(cast, decision)
    assert "Nobody asked yet" not in read(client_as, "coordinator", "/harbour/desk/")


def test_the_desk_says_whom_an_email_did_not_reach(cast, client_as) -> None:
    stuck(cast)
    assert f"{cast.people['noor'].known_as}: Hello" in client_as("coordinator").get("/harbour/desk/").content.decode()


def test_what_happened_on_one_day_stands_in_its_order(cast, client_as) -> None:
    decision = make.decision(cast, opened_on=make.days(0))
    opportunity = make.opportunity(cast, decision, state="filled")
    make.attended(make.meeting(cast, opportunity, make.days(0)), make.place(cast, "cora", opportunity))
    decision.state, decision.taken, decision.outcome, decision.decided_on = "decided", "without", "Two.", make.days(0)
    decision.save()
    text = client_as("manager").get(f"/harbour/decisions/{decision.code}/").content.decode()
    assert text.index("Put on the calendar") < text.index("1 person came") < text.index("Decided: ")


def test_the_board_counts_with_without_and_excepted(cast, client_as) -> None:
    board, day = cast.actor("board"), make.days(0)
    plain = {"outcome": "Done.", "reason": "Because.", "decided_on": day, "by": board, "seen": 1}
    decisions.record_outcome(decision=make.decision(cast, kind=cast.kinds["policy"]), taken=WithoutPeople(), **plain)
    decisions.record_outcome(
        decision=make.decision(cast, title="In a hurry"),
        taken=WithoutPeople(reason="The post would have been lost.", allowed_by=board.user_id),
        **plain,
    )
    page = read(client_as, "board", "/harbour/board/")
    assert "In a hurry" in page and "The post would have been lost." in page and "Trustee" in page
    assert TakenWithout.objects.count() == 1


def test_the_decision_shows_who_was_asked_and_what_they_said(busy, client_as) -> None:
    from alongside.decisions.models import Decision

    code = Decision.objects.get(title="Support worker 1").code
    page = read(client_as, "manager", f"/harbour/decisions/{code}/")
    for words in ("Ask for involvement", "The bus does not stop there any more 1.", "We moved 1", "Session cora"):
        assert words in page


def test_a_contributor_does_not_read_what_others_said(busy, client_as) -> None:
    from alongside.decisions.models import Decision

    code = Decision.objects.get(title="Support worker 1").code
    assert "The bus does not stop" not in read(client_as, "dev", f"/harbour/decisions/{code}/")
    assert "The bus does not stop" in read(client_as, "cora", f"/harbour/decisions/{code}/")


def test_the_story_of_a_person_shows_what_came_of_it(busy, cast, client_as) -> None:
    page = read(client_as, "coordinator", f"/harbour/people/{cast.people['cora'].code}/story/")
    assert "Help choose a support worker" in page and "4 hours, preparation included" in page


def test_the_public_page_says_how_to_say_something_and_names_nobody(busy, cast, client_as) -> None:
    page = read(client_as, "public", "/harbour/")
    assert "Say something" in page and "Recruitment" in page and "0113 496 0999" in page
    for person in cast.people.values():
        assert person.name not in page


def test_the_public_page_shows_what_came_of_what_was_said(cast, client_as) -> None:
    manager = cast.actor("manager")
    said = make.contribution(cast, state="acknowledged", use_public=True)
    showing = voice.confirm(contribution=said, by=cast.actor("cora"))
    voice.moderate(showing=showing, outcome="shown", by=cast.actor("coordinator"))
    assert said.words not in read(client_as, "public", "/harbour/")
    voice.answer(contribution=said, kind="adopted", reason="We took the line out.", role="Team manager", by=manager)
    voice.tell(contribution=said, channel="phone", on=make.days(0), by=manager)
    page = read(client_as, "public", "/harbour/")
    assert said.words in page and "We took the line out." in page and "Cora" not in page


def test_the_outcome_goes_onto_the_timeline(cast, client_as) -> None:
    decision = make.decision(cast)
    opportunity = make.opportunity(cast, decision)
    for who in ("cora", "dev"):
        make.attended(make.meeting(cast, opportunity), make.place(cast, who, opportunity))
    manager = cast.actor("manager")
    involvement.record_outcome_with(
        decision=decision,
        outcome="Priya starts in May.",
        reason="She listened.",
        decided_on=make.days(0),
        seen=1,
        by=manager,
    )
    page = read(client_as, "board", f"/harbour/decisions/{decision.code}/")
    assert "Taken with people" in page and "Priya starts in May." in page
    assert "What was open" in page and "What can still change" not in page


def test_my_page_costs_few_queries(busy, client_as, django_assert_max_num_queries) -> None:
    client = client_as("cora")
    with django_assert_max_num_queries(MOST_QUERIES):
        page = client.get("/me/").content.decode()
    for words in ("What needs you", "Is this true?", "Interviews 0", "The bus does not stop", "Help choose"):
        assert words in page


def test_staff_of_one_organisation_begin_where_they_work(cast, client_as) -> None:
    assert client_as("manager").get("/me/")["Location"] == "/harbour/owed/"
    assert client_as("coordinator").get("/me/")["Location"] == "/harbour/desk/"
    assert client_as("board").get("/me/")["Location"] == "/harbour/board/"
    assert client_as("safeguarding").get("/me/")["Location"] == "/harbour/safeguarding/"


def test_nobody_yet_is_told_whom_to_ask(cast, client_as) -> None:
    from tests.cast import user

    cast.users["new"] = user("Nia New")
    assert "Nobody has added you" in read(client_as, "new", "/me/")


# Who is who, for those who may see it.


@pytest.mark.parametrize(("who", "shown"), [("coordinator", "Cora Whitlock"), ("administrator", "Contributor")])
def test_the_record_names_staff_and_whoever_takes_part_only_for_the_register(cast, client_as, who, shown) -> None:
    people.add_offer(person=cast.people["cora"], kind="skill", words="x", by=cast.actor("cora"))
    people.add_offer(
        person=cast.people["noor"],
        kind="skill",
        words="x",
        by=cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE),
    )
    page = read(client_as, who, "/harbour/record/")
    assert shown in page and "Alma Reyes, from a phone call" in page
    assert ("Cora Whitlock" in page) is (who == "coordinator")
    assert "user " not in page.split("What was done")[-1]


def test_the_outbox_says_who_of_the_staff_is_written_to(cast, client_as) -> None:
    for user in (cast.users["manager"], cast.users["stranger"]):
        post.queue("owed", organisation=cast.org.pk, to_user=user.pk, subject="Owed", body="Answers.")
    page = read(client_as, "administrator", "/harbour/outbox/")
    assert "Mo Haddad" in page and "Team manager" in page
    assert "Stella" not in page and "Somebody who is not here any more" in page


# Where nothing was ever done, the page says what to do first.


def test_nothing_owed_and_nothing_said_are_two_things(cast, client_as) -> None:
    assert "Nothing has been said yet. Put the address" in read(client_as, "staff", "/harbour/owed/")
    make.contribution(cast, state="told", told_on=make.days(-1))
    assert "No answer is owed." in read(client_as, "staff", "/harbour/owed/")


def test_the_desk_leads_to_what_waits_and_tells_shortly_of_what_does_not(cast, client_as) -> None:
    """Everything that is on it stands once, and what is beside it leads there."""
    page = client_as("coordinator").get("/harbour/desk/")
    waiting, quiet = page.context["waiting"], page.context["quiet"]
    words = page.content.decode()
    assert waiting and quiet and not {each.name for each in waiting} & {each.name for each in quiet}
    for section in waiting:
        assert words.count(f'id="{section.name}"') == words.count(f'href="#{section.name}"') == 1
    for section in quiet:
        assert f'id="{section.name}"' not in words and str(section.empty) in words


def test_forgetting_somebody_can_be_left(cast, client_as) -> None:
    code = cast.people["cora"].code
    page = read(client_as, "coordinator", f"/harbour/people/{code}/forget/")
    assert f'href="/harbour/people/{code}/">Go back, change nothing' in page


ASKED = [
    ({"open_part": "The hours.", "decider": "Mo"}, {}, ("The hours.", "Mo")),
    ({"open_part": "", "decider": ""}, {}, ("The questions and who gets the job.", "The panel")),
    ({"open_part": "", "decider": ""}, {"opened_on": None, "state": "draft"}, ("Not said yet", "Not said yet")),
    ({"open_part": "", "decider": ""}, {"state": "cancelled"}, ("Not said yet", "Not said yet")),
]


@pytest.mark.parametrize(("itself", "advert", "read_there"), ASKED)
def test_a_decision_says_what_people_were_asked_in_with(cast, client_as, itself, advert, read_there) -> None:
    """Otherwise they read here that nobody has said what can change, and there what can."""
    decision = make.decision(cast, **itself)
    make.opportunity(cast, decision, **advert)
    page = read(client_as, "cora", f"/harbour/decisions/{decision.code}/")
    facts = page[page.index("What can still change") : page.index("What happened, in order")]
    assert all(words in facts for words in read_there)


def test_on_my_page_words_stand_with_the_day_they_were_said(cast, client_as) -> None:
    """What came in with a list reached us long after."""
    make.contribution(cast, said_on=make.days(-200), received_on=make.days(0))
    said = client_as("cora").get("/me/").content.decode()
    assert f'datetime="{make.days(-200).isoformat()}"' in said and f'datetime="{make.days(0).isoformat()}"' not in said


@pytest.mark.parametrize(
    ("who", "url"), [("cora", "/me/"), ("coordinator", "/harbour/desk/"), ("staff", "/harbour/owed/")]
)
def test_a_short_reply_stands_after_what_was_asked(cast, client_as, who, url) -> None:
    """Words from a survey say nothing by themselves."""
    from alongside.voice.services import question_of

    make.contribution(cast, words="Yes, twice.", question=question_of("Did you wait?", cast.actor("staff")))
    assert "Did you wait? Yes, twice." in read(client_as, who, url)
