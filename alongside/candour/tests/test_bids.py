"""The verbs of bids: what is held against what, what is sealed, who reads it, what is owed afterwards."""

from __future__ import annotations

import json
from decimal import Decimal

import pytest

from alongside.candour import personal
from alongside.candour import services as claims
from alongside.candour.models import Bid, BidAnswer, BidAsked, BidLook, BidRecord, Signature
from alongside.candour.queries import bid_people as people
from alongside.candour.queries import bids as queries
from alongside.candour.queries.bids_sealed import broken_bids
from alongside.candour.services import bid_awards, bid_people
from alongside.candour.services import bids as services
from alongside.candour.standards.bidding import Reads, When, Why
from alongside.core.actor import Medium
from alongside.core.dates import add_months
from alongside.core.errors import Refused
from alongside.organisation import queries as organisations
from alongside.post.models import Message
from tests import make

from .bidding import WORDS, asked_before, bid_of, of, sent, terms

pytestmark = pytest.mark.django_db


def read(cast, bid) -> queries.Against:
    return queries.against_record(cast.actor("manager"), bid, organisations.clock_of(cast.org))


def reads(cast, bid) -> tuple[Reads, tuple[Why, ...]]:
    """Of the first sentence that needs the record."""
    finding = next(each.found.finding for each in read(cast, bid).sentences if each.found.finding)
    return finding.reads, finding.whys


def test_two_who_shared_it_in_time_support_it(cast) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    assert reads(cast, bid) == (Reads.SUPPORTED, ())
    found = read(cast, bid)
    assert [line.when for line in found.lines] == [When.BEFORE] and found.lines[0].places == 2
    assert [each.found.finding is None for each in found.sentences] == [False, True]


@pytest.mark.parametrize(
    "who, values, why",
    [
        (("cora", "dev"), {"role": 3}, Why.LESS),
        (("cora",), {}, Why.ONE),
        ((), {}, Why.NOBODY),  # an activity with no contributors at all
        (("cora", "dev"), {"days": 10}, Why.LATE),
    ],
)
def test_what_the_record_does_not_support_says_why(cast, who, values, why) -> None:
    assert reads(cast, bid_of(cast, asked_before(cast, *who, **values))) == (Reads.NOT, (why,))


def test_whoever_came_after_it_was_sent_was_not_asked_before_it(cast) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"), submit_on=make.days(-70))
    assert reads(cast, bid) == (Reads.NOT, (Why.AFTER,))
    assert read(cast, bid).lines[0].when == When.AFTER


def test_a_decision_for_which_nothing_was_opened_is_named(cast) -> None:
    bid = bid_of(cast)
    assert reads(cast, bid) == (Reads.NOT, (Why.NOTHING,)) and read(cast, bid).lines == []
    decision = make.decision(cast, title="Who answers at night")
    records = queries.Records(decisions=(decision,))
    bid = services.change_bid(bid=bid, terms=terms(records=records), by=cast.actor("manager"))
    line = read(cast, bid).lines[0]
    assert (line.title, line.when, line.code, line.decision) == ("Who answers at night", When.NEVER, "", decision.code)


def test_by_hand_stands_beside_the_record_and_is_only_our_word(cast) -> None:
    bid = bid_of(cast)
    by = cast.actor("manager")
    bid_people.write_down_asked(bid=bid, who="The Tuesday group", asked_on=make.days(-60), by=by)
    bid_people.write_down_asked(bid=bid, who="The carers", never=True, by=by)
    assert reads(cast, bid) == (Reads.SAID, (Why.HAND,))
    found = read(cast, bid)
    clock = organisations.clock_of(cast.org)
    when = [queries.when_by_hand(row, found, clock)[0] for row in found.told.rows]
    assert when == [When.BEFORE, When.NEVER]


def test_bad_bids_are_named(cast) -> None:
    by = cast.actor("manager")
    bad = [
        (terms(submit_on=None), "by which day"),
        (terms(title=" "), "what it is for"),
        (terms(funder=""), "asked for the money"),
        (terms(words=" "), "word for word"),
        (terms(words="x" * 20_001), "more than we can keep"),
        (terms(promised=Decimal(-1)), "nothing or more"),
    ]
    for each, says in bad:
        with pytest.raises(Refused, match=says):
            services.make_bid(unit=cast.units["team"], terms=each, by=by)
    for who in ("cora", "board", "safeguarding", "public"):
        with pytest.raises(Refused, match="Only those who keep"):
            services.make_bid(unit=cast.units["team"], terms=terms(), by=cast.actor(who))
    assert not Bid.objects.exists()
    bid = bid_of(cast)
    for values, says in (
        ({}, "who was asked"),
        ({"who": "Some"}, "when they were asked"),
        ({"who": "Some", "asked_on": make.days(1)}, "that has been"),
        ({"who": "Some", "asked_on": make.days(-1), "never": True}, "Not both"),
    ):
        with pytest.raises(Refused, match=says):
            bid_people.write_down_asked(bid=bid, by=by, **values)


def test_what_the_record_does_not_support_is_never_sent_unseen(cast) -> None:
    bid, by = bid_of(cast, asked_before(cast, "cora")), cast.actor("manager")
    with pytest.raises(Refused, match="does not support all"):
        services.send_bid(bid=bid, sent_on=make.days(0), by=by)
    with pytest.raises(Refused, match="Somebody changed"):
        services.send_bid(bid=bid, sent_on=make.days(0), despite="So.", seen=7, by=by)
    with pytest.raises(Refused, match="today, or a day before"):
        services.send_bid(bid=bid, sent_on=make.days(1), despite="So.", by=by)
    bid = services.send_bid(bid=bid, sent_on=make.days(0), despite="The deadline was today.", by=by)
    assert (bid.state, bid.unsupported, bid.despite) == ("sent", 1, "The deadline was today.")
    assert bid.checked == [
        {
            "text": "The night line was co-produced.",
            "words": ["co-produced"],
            "needs": 5,
            "reads": "not",
            "whys": ["one"],
        }
    ]
    with pytest.raises(Refused, match="stays as it was sent"):
        services.change_bid(bid=bid, terms=terms(), by=by)


def test_a_bid_that_is_supported_needs_no_reason(cast) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    bid = services.send_bid(bid=bid, sent_on=make.days(0), despite="Never mind.", by=cast.actor("manager"))
    assert (bid.unsupported, bid.despite) == (0, "")


def test_what_was_sent_is_sealed(cast) -> None:
    bid = sent(cast, "cora", "dev", promised=Decimal("12000.50"), promised_words="A paid chair.")
    assert list(broken_bids(cast.org.pk)) == []
    Bid.objects.filter(pk=bid.pk).update(promised=Decimal("2000.50"))
    assert [each.message for each in broken_bids(cast.org.pk)] == [f"bid {bid.code} was changed after it was written"]


def test_somebody_changed_it_meanwhile(cast) -> None:
    bid = bid_of(cast)
    services.change_bid(bid=bid, terms=terms(title="Four years"), by=cast.actor("manager"), seen=1)
    with pytest.raises(Refused, match="Somebody changed"):
        services.change_bid(bid=bid, terms=terms(), by=cast.actor("manager"), seen=1)


def test_those_who_were_asked_are_told_once(cast) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    by = cast.actor("manager")
    assert bid_people.show_bid(bid=bid, by=by) == 2
    assert bid_people.show_bid(bid=bid, by=by) == 0
    services.send_bid(bid=bid, sent_on=make.days(0), by=by)
    assert Message.objects.filter(kind="bid_asked").count() == 2
    assert of(bid, cast, "cora").asked_on == make.days(-60)


def test_whoever_is_named_by_hand_reads_it_and_denies_it(cast) -> None:
    bid = bid_of(cast, asked_before(cast, "cora", "dev"))
    bid_people.write_down_asked(
        bid=bid, person=cast.people["eoin"], asked_on=make.days(-40), what="By phone.", by=cast.actor("manager")
    )
    row = of(bid, cast, "eoin")
    assert row in people.my_bids([cast.people["eoin"].pk])
    with pytest.raises(Refused, match="each for themselves"):
        bid_people.answer_bid(asked=row, so=False, by=cast.actor("cora"))
    with pytest.raises(Refused, match="each for themselves"):
        bid_people.answer_bid(asked=row, so=True, by=cast.actor("manager"))
    bid_people.answer_bid(asked=row, so=False, words="Nobody rang me.", by=cast.actor("eoin"))
    assert reads(cast, bid) == (Reads.NOT, (Why.DENIED,))  # it stands over what the record would support
    assert [each.words for each in read(cast, bid).told.against] == ["Nobody rang me."]
    assert Message.objects.filter(kind="bid_not_so", to_user=cast.users["manager"].pk).exists()
    assert list(broken_bids(cast.org.pk)) == []
    bid_people.answer_bid(asked=row, so=True, by=cast.actor("eoin"))
    assert reads(cast, bid)[0] == Reads.SUPPORTED and not BidAnswer.objects.exclude(words="").exists()
    bid_people.take_back_bid_answer(asked=row, by=cast.actor("eoin"))
    assert not read(cast, bid).told.against and list(broken_bids(cast.org.pk)) == []


def test_written_down_for_somebody_who_told_us(cast) -> None:
    bid = sent(cast, "noor", "dev")
    row = of(bid, cast, "noor")
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE)
    bid_people.answer_bid(asked=row, so=False, words="Nobody asked me.", by=by)
    assert reads(cast, bid) == (Reads.NOT, (Why.DENIED,))
    assert Message.objects.filter(kind="bid_written_down", to_person=cast.people["noor"].pk).exists()
    with pytest.raises(Refused):
        bid_people.answer_bid(asked=of(bid, cast, "dev"), so=True, by=by)
    manager = cast.actor("manager").for_person(cast.people["dev"].pk, Medium.PHONE)
    with pytest.raises(Refused):
        bid_people.answer_bid(asked=of(bid, cast, "dev"), so=True, by=manager)


def test_a_denied_hand_counts_for_nothing(cast) -> None:
    bid = bid_of(cast)
    bid_people.write_down_asked(bid=bid, person=cast.people["cora"], asked_on=make.days(-40), by=cast.actor("manager"))
    assert reads(cast, bid)[0] == Reads.SAID
    bid_people.answer_bid(asked=of(bid, cast, "cora"), so=False, by=cast.actor("cora"))
    assert reads(cast, bid) == (Reads.NOT, (Why.DENIED,))


def test_forgotten_somebody_stays_one_who_was_asked(cast) -> None:
    bid = sent(cast, "cora", "dev")
    row = of(bid, cast, "cora")
    bid_people.answer_bid(asked=row, so=False, words="I was not.", by=cast.actor("cora"))
    held = json.dumps(personal.export(cast.people["cora"].pk))
    assert "I was not." in held and "The Weir Fund" in held
    personal.erase(cast.people["cora"].pk, cast.actor("cora"))
    row.refresh_from_db()
    assert row.person_id is None and not BidAnswer.objects.exclude(words="").exists()
    assert BidAsked.objects.filter(bid=bid).count() == 2 and list(broken_bids(cast.org.pk)) == []


def test_a_sentence_becomes_a_claim_and_a_dispute_of_it_stays(cast) -> None:
    bid, by = bid_of(cast, asked_before(cast, "cora", "dev")), cast.actor("manager")
    text = "The night line was co-produced."
    claim = bid_awards.ask_to_sign(
        bid=bid, unit=cast.units["team"], sentence=text, level=5, reply_by=make.days(10), by=by
    )
    assert (claim.outlet, claim.audience) == ("bid", "The Weir Fund")
    assert read(cast, bid).sentences[0].claim.claim == claim and reads(cast, bid)[0] == Reads.SUPPORTED
    signature = Signature.objects.get(person=cast.people["dev"])
    claims.dispute(signature=signature, words="It was not.", by=cast.actor("dev"))
    assert reads(cast, bid) == (Reads.NOT, (Why.DISPUTED,))
    claims.end_claim(claim=claim, by=by)
    assert reads(cast, bid) == (Reads.NOT, (Why.DISPUTED,))  # no longer said is not no longer disputed


def test_a_claim_disputed_elsewhere_on_the_same_record_counts(cast) -> None:
    from .claiming import wording

    meeting = asked_before(cast, "cora", "dev")
    bid, by = bid_of(cast, meeting), cast.actor("manager")
    records = queries.Records(meetings=(meeting,))
    claims.make_claim(unit=cast.units["team"], outlet="website", audience="All", wording=wording(records), by=by)
    claims.dispute(signature=Signature.objects.get(person=cast.people["dev"]), by=cast.actor("dev"))
    assert reads(cast, bid) == (Reads.NOT, (Why.DISPUTED,))


def won(cast, **values) -> Bid:
    bid = sent(cast, "cora", "dev", on=make.days(-400), submit_on=make.days(-400), **values)
    return bid_awards.write_award(
        bid=bid, won=True, decided_on=make.days(-200), amount=Decimal("90000.00"), by=cast.actor("finance")
    )


def test_what_was_promised_is_owed_a_look_after_it_was_won(cast) -> None:
    bid = won(cast, promised=Decimal(5000))
    looks = queries.looks_of(bid)
    assert [each.due_on for each in looks] == [add_months(make.days(-200), 6), add_months(make.days(-200), 12)]
    owed = list(queries.looks_owed(cast.actor("board"), make.days(0)))
    assert owed == [looks[0]]
    assert bid_awards.remind_of_bids(organisation=cast.org) >= 1
    assert bid_awards.remind_of_bids(organisation=cast.org) == 0
    told = {"look": looks[0], "kept": "partly", "going": "no", "role": "Team manager", "by": cast.actor("manager")}
    with pytest.raises(Refused, match="Write something first"):
        bid_awards.look_again(**told, happened=" ")
    bid_awards.look_again(**told, happened="The chair was paid for two months.")
    with pytest.raises(Refused, match="already"):
        bid_awards.look_again(**told, happened="It was fine.")
    assert not queries.looks_owed(cast.actor("board"), make.days(0)).exists()
    assert Message.objects.filter(kind="bid_news", to_person=cast.people["cora"].pk).count() == 2


def test_an_award_that_turns_out_otherwise(cast) -> None:
    bid, by = won(cast), cast.actor("manager")
    bid = bid_awards.write_award(bid=bid, won=False, decided_on=make.days(-190), by=by)
    assert (bid.state, bid.awarded) == ("lost", None) and not queries.looks_due(cast.org.pk, make.days(900)).exists()
    bid_awards.write_award(bid=bid, won=True, decided_on=make.days(-100), amount=Decimal(1), by=by)
    assert BidLook.objects.count() == 2
    assert queries.looks_of(bid)[0].due_on == add_months(make.days(-100), 6)


def test_bad_awards_are_named(cast) -> None:
    by = cast.actor("manager")
    unsent = bid_of(cast)
    with pytest.raises(Refused):
        bid_awards.write_award(bid=unsent, won=True, decided_on=make.days(0), amount=Decimal(1), by=by)
    bid = sent(cast)
    for values, says in (
        ({"won": True, "decided_on": make.days(-1), "amount": Decimal(1)}, "sent after that day"),
        ({"won": True, "decided_on": make.days(1), "amount": Decimal(1)}, "that has been"),
        ({"won": True, "decided_on": make.days(0)}, "how much"),
        ({"won": False, "decided_on": make.days(0), "amount": Decimal(1)}, "nothing was won"),
    ):
        with pytest.raises(Refused, match=says):
            bid_awards.write_award(bid=bid, by=by, **values)


def test_an_organisation_sets_its_own_words_from_a_day_on(cast) -> None:
    by = cast.actor("coordinator")
    bid = sent(cast, on=make.days(-5), submit_on=make.days(-5))
    words = {3: ["night line"]}
    for each, day, why, says in (
        ({}, make.days(0), "So.", "at least one word"),
        ({3: ["*"]}, make.days(0), "So.", "only a star"),
        (words, make.days(-1), "So.", "today or a later day"),
        (words, make.days(0), " ", "Write why"),
    ):
        with pytest.raises(Refused, match=says):
            services.set_bid_words(words=each, why=why, from_day=day, by=by)
    with pytest.raises(Refused, match="Only the coordinator"):
        services.set_bid_words(words=words, why="So.", from_day=make.days(0), by=cast.actor("manager"))
    services.set_bid_words(words=words, why="It stands for people here.", from_day=make.days(0), by=by)
    assert read(cast, bid).sentences[0].found.words == ("co-produced",)  # it was sent before
    assert read(cast, bid_of(cast)).sentences[0].found.words == ("night line",)


def test_dropped_stays_readable_for_those_who_were_told(cast) -> None:
    bid = sent(cast, "cora", "dev")
    services.drop_bid(bid=bid, by=cast.actor("manager"))
    assert people.my_bids([cast.people["cora"].pk]).count() == 1
    assert not people.bids_waiting([cast.people["cora"].pk]).exists()


def test_what_it_rests_on_is_written_anew(cast) -> None:
    first, second = asked_before(cast, "cora", "dev"), asked_before(cast, "cora")
    bid = bid_of(cast, first)
    services.change_bid(bid=bid, terms=terms(second), by=cast.actor("manager"))
    assert [row.decision for row in BidRecord.objects.filter(bid=bid)] == [second.opportunity.decision]
    assert bid.words == WORDS
