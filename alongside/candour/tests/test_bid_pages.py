"""The pages of bids: what stands on them, for whom, with how many questions."""

from __future__ import annotations

import pytest

from alongside.candour.models import Bid, BidAsked, Claim
from alongside.candour.queries.facts import facts_of
from alongside.candour.services import bid_awards, bid_people
from alongside.candour.standards import Count, Limits, Ref
from alongside.decisions.queries.signs import Chosen
from tests import make

from .access_bids import won
from .bidding import WORDS, asked_before, bid_of, of, sent

pytestmark = pytest.mark.django_db
LIST, NEW = "/harbour/candour/bids/", "/harbour/candour/bids/new/"
MOST_QUERIES = 15


def filled(cast, **values: object) -> dict[str, object]:
    return {
        "title": "Three more years",
        "funder": "The Weir Fund",
        "submit_on": str(make.days(20)),
        "words": WORDS,
        "rests_on": "",
        "promised": "£12,000.50",
        "promised_words": "A paid chair.",
        "unit": cast.units["team"].code,
        **values,
    }


def read(client_as, who: str, url: str) -> str:
    response = client_as(who).get(url)
    assert response.status_code == 200
    return response.content.decode()


def test_written_down_it_is_held_against_the_record_at_once(cast, client_as) -> None:
    meeting = asked_before(cast, "cora")
    response = client_as("manager").post(NEW, filled(cast, rests_on=f"/x/{meeting.opportunity.decision.code}/"))
    assert response.status_code == 303
    page = read(client_as, "board", response["Location"])
    assert "The record does not support the one sentence that needs it." in page
    assert "One person came." in page and "£12,000.50" in page and "A paid chair." in page
    assert "“co-produced”" in page and "Before it, in time" in page and "1 person was offered a place" in page
    assert cast.people["cora"].name not in page


@pytest.mark.parametrize(
    "changed, says",
    [
        ({"submit_on": ""}, "Without a day nobody can say who was asked before it"),
        ({"submit_on": "soon"}, "day"),
        ({"words": ""}, "word for word"),
        ({"promised": "12,000.505"}, "pounds and pence"),
        ({"rests_on": "nothing-like-it"}, "We do not know “nothing-like-it”"),
        ({"title": ""}, "What is it for"),
    ],
)
def test_bad_input_is_said_where_it_is(cast, client_as, changed: dict[str, str], says: str) -> None:
    response = client_as("manager").post(NEW, filled(cast, **changed))
    assert response.status_code == 422 and says in response.content.decode()
    assert not Bid.objects.exists()


def test_it_rests_on_what_people_were_asked_about_and_on_no_session(cast, client_as) -> None:
    response = client_as("manager").post(NEW, filled(cast, rests_on=asked_before(cast, "cora").code))
    assert response.status_code == 422 and "rests on decisions and opportunities" in response.content.decode()


def test_an_activity_without_anybody_is_named_plainly(cast, client_as) -> None:
    meeting = asked_before(cast)
    page = read(client_as, "manager", f"{LIST}{bid_of(cast, meeting).code}/")
    assert "Nobody was offered a place in it." in page and "Nobody who takes part came to any of it" in page
    decision = make.decision(cast)
    bid = bid_of(cast)
    bid.records.create(decision=decision)
    assert "Nothing was opened for it, so nobody was asked." in read(client_as, "manager", f"{LIST}{bid.code}/")
    assert "It rests on nothing that is written down here" in read(client_as, "manager", f"{LIST}{bid_of(cast).code}/")


def test_what_is_not_supported_stands_above_the_button(cast, client_as) -> None:
    bid = bid_of(cast, asked_before(cast, "cora"))
    url = f"{LIST}{bid.code}/send/"
    page = read(client_as, "manager", url)
    assert "The record does not support this:" in page and "The night line was co-produced." in page
    data = {"sent_on": str(make.days(0)), "seen": "1", "despite": ""}
    response = client_as("manager").post(url, data)
    assert response.status_code == 422 and "write why it is sent like this" in response.content.decode()
    assert client_as("manager").post(url, {**data, "despite": "The deadline was today."}).status_code == 303
    page = read(client_as, "board", f"{LIST}{bid.code}/")
    assert "The deadline was today." in page and "Not all supported" in read(client_as, "board", LIST)
    assert client_as("manager").get(url).status_code == 404


def test_by_hand_and_by_record_stand_beside_each_other(cast, client_as) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    url = f"{LIST}{bid.code}/asked/"
    data = {"who": "The Tuesday group", "asked_on": str(make.days(-3)), "what": "At their table."}
    assert client_as("manager").post(url, data).status_code == 303
    assert (
        client_as("coordinator")
        .post(url, {"person": cast.people["eoin"].code, "asked_on": str(make.days(-40))})
        .status_code
        == 303
    )
    page = read(client_as, "coordinator", f"{LIST}{bid.code}/")
    assert "The Tuesday group" in page and "In the rush before it" in page and "Eoin" in page
    assert "Eoin" not in read(client_as, "finance", f"{LIST}{bid.code}/")
    assert client_as("manager").post(url, {"who": "Some"}).status_code == 422


def test_of_whom_it_speaks_reads_and_denies_it(cast, client_as) -> None:
    bid = sent(cast, "cora", "dev")
    code = of(bid, cast, "cora").code
    page = read(client_as, "cora", "/me/")
    assert f"/me/bids/{code}/" in page and "speaks of you" in page
    page = read(client_as, "cora", f"/me/bids/{code}/")
    assert (
        "The night line was co-produced." in page and "The Weir Fund" in page and "You were asked about it on" in page
    )
    assert client_as("cora").post(f"/me/bids/{code}/not-so/", {"words": "I was told, not asked."}).status_code == 303
    page = read(client_as, "finance", f"{LIST}{bid.code}/")
    assert "I was told, not asked." in page and "stands over every number" in page
    assert cast.people["cora"].name not in page
    assert f"/me/bids/{code}/" not in read(client_as, "cora", "/me/")
    assert client_as("cora").post(f"/me/bids/{code}/take-back/").status_code == 303
    assert "I was told" not in read(client_as, "finance", f"{LIST}{bid.code}/")


def test_a_sentence_is_given_to_those_who_were_there(cast, client_as) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    url = f"{LIST}{bid.code}/sign/0/"
    assert url in read(client_as, "manager", f"{LIST}{bid.code}/")
    data = {"level": "5", "reply_by": str(make.days(14))}
    assert client_as("manager").post(url, data).status_code == 303
    claim = Claim.objects.get()
    assert f"/candour/claims/{claim.code}/" in read(client_as, "manager", f"{LIST}{bid.code}/")
    assert f"/candour/bids/{bid.code}/" in read(client_as, "manager", f"/harbour/candour/claims/{claim.code}/")
    assert client_as("manager").get(f"{LIST}{bid.code}/sign/9/").status_code == 404


def test_what_is_owed_stands_first_and_the_desk_leads_there(cast, client_as) -> None:
    bid = won(cast)
    assert "Owed a look" in read(client_as, "finance", LIST)
    assert 'href="/harbour/candour/bids/"' in read(client_as, "coordinator", "/harbour/desk/")
    look = bid.looks.order_by("months")[0]
    data = {"kept": "no", "happened": "Nobody was paid.", "going": "no", "role": "Finance"}
    assert client_as("finance").post(f"{LIST}{bid.code}/look/{look.code}/", data).status_code == 303
    assert "Owed a look" not in read(client_as, "finance", LIST)
    page = read(client_as, "cora", f"/me/bids/{of(bid, cast, 'cora').code}/")
    assert "Nobody was paid." in page and "£1 awarded" in page


def test_what_was_not_won_owes_no_look(cast, client_as) -> None:
    bid, by = sent(cast, "cora", on=make.days(-300)), cast.actor("finance")
    page = f"{LIST}{bid.code}/"
    assert "Once it is won" in read(client_as, "manager", page)
    bid_awards.write_award(bid=bid, won=False, decided_on=make.days(-200), by=by)
    told = read(client_as, "manager", page)
    assert "It was not won" in told and "Once it is won" not in told


def test_the_words_are_the_coordinators_to_set(cast, client_as) -> None:
    url = f"{LIST}words/set/"
    page = read(client_as, "coordinator", url)
    assert "co-produc*" in page
    data = {"level3": "night line\n\nlived experience", "why": "Ours.", "from_day": str(make.days(0))}
    assert client_as("coordinator").post(url, data).status_code == 303
    page = read(client_as, "finance", f"{LIST}words/")
    assert "night line, lived experience" in page and "co-produc" not in page and "Ours." in page
    assert client_as("coordinator").post(url, {**data, "level3": ""}).status_code == 422


def test_the_pages_cost_few_questions(cast, client_as, django_assert_max_num_queries) -> None:
    bids = [sent(cast, "cora", "dev", words=WORDS * 4) for _n in range(3)]
    bid = won(cast)
    for who in ("cora", "dev"):
        bid_people.answer_bid(asked=of(bid, cast, who), so=who == "cora", words="So.", by=cast.actor(who))
    bid_awards.ask_to_sign(
        bid=bid,
        unit=cast.units["team"],
        sentence="The night line was co-produced.",
        level=5,
        reply_by=make.days(9),
        by=cast.actor("manager"),
    )
    mine = BidAsked.objects.get(bid=bid, person=cast.people["cora"]).code
    pages = [("manager", LIST), ("manager", f"{LIST}{bid.code}/"), ("finance", f"{LIST}{bids[0].code}/")]
    pages += [("cora", "/me/bids/"), ("cora", f"/me/bids/{mine}/"), ("cora", "/me/"), ("coordinator", "/harbour/desk/")]
    pages += [
        ("board", f"/harbour/decisions/{bid.records.get().decision.code}/signs/"),
        ("board", "/harbour/candour/"),
    ]
    for who, url in pages:
        client = client_as(who)
        with django_assert_max_num_queries(MOST_QUERIES):
            assert client.get(url).status_code == 200, url


# What signs are told.


def year(cast) -> Chosen:
    return Chosen(cast.org.pk, make.days(0), make.days(-300), make.days(100))


@pytest.mark.parametrize(
    "who, days, sends, counted",
    [
        (("cora", "dev"), 60, True, (1, 0, 0)),
        (("cora", "dev"), 10, True, (1, 1, 0)),  # in the rush before it
        (("cora", "dev"), 10, False, (1, 1, 0)),  # that can be seen before it is sent
    ],
)
def test_the_sign_reads_what_is_written_of_a_bid(cast, who, days: int, sends: bool, counted) -> None:
    meeting = asked_before(cast, *who, days=days)
    bid = bid_of(cast, meeting)
    if sends:
        from alongside.candour.services import bids as services

        services.send_bid(bid=bid, sent_on=make.days(0), despite="So.", by=cast.actor("manager"))
    found = facts_of(year(cast), Limits()).bids
    assert (found.all, found.found, found.young) == counted
    assert found.refs == ((Ref("bid", bid.code),) if counted[1] else ())


def test_a_bid_that_is_still_to_be_sent_and_of_which_nobody_was_asked_is_young(cast) -> None:
    bid = bid_of(cast, submit_on=make.days(30))
    bid.records.create(decision=make.decision(cast))
    assert facts_of(year(cast), Limits()).bids == Count(0, 0, young=1)
    Bid.objects.update(submit_on=make.days(-1))
    assert facts_of(year(cast), Limits()).bids.found == 1


def test_nothing_going_any_more_is_believed_whatever_was_planned(cast) -> None:
    bid = won(cast)
    assert (facts_of(year(cast), Limits()).outside or Count()).found == 0
    look = bid.looks.order_by("months")[0]
    bid_awards.look_again(
        look=look, kept="no", going="no", happened="It closed.", role="Finance", by=cast.actor("finance")
    )
    outside = facts_of(year(cast), Limits()).outside
    assert outside.all + outside.young == 1
