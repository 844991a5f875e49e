"""The verbs of claims: who is asked, who may sign, what stays, what goes."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from alongside.candour import personal, queries, seals, services
from alongside.candour.claim_words import standing_sentences
from alongside.candour.models import Account, Claim, ClaimText, Signature, SignatureStatus
from alongside.candour.queries import Records
from alongside.candour.standing import Lapse, Stands
from alongside.core.actor import Medium, system
from alongside.core.errors import NotYours, Refused
from alongside.decisions.models import Decision
from alongside.involvement.models import Attendance
from alongside.post.models import Message
from alongside.voice import services as voice
from alongside.voice.tests.factories import said
from tests import make

from .claiming import TEXT, claimed, crowd, met, wording

pytestmark = pytest.mark.django_db


def broken(cast) -> list[str]:
    return [found.message for found in queries.broken_claims(cast.org.pk)]


def test_those_who_were_there_are_asked_and_nobody_else(cast) -> None:
    story = claimed(cast, "cora", "dev")
    away = make.place(cast, "eoin", story.meeting.opportunity)
    make.attended(story.meeting, away, came=False)
    assert {row.person_id for row in Signature.objects.all()} == {cast.people["cora"].pk, cast.people["dev"].pk}
    message = Message.objects.get(to_person=cast.people["cora"].pk, kind="claim_asked")
    assert TEXT in message.body and "that is not a yes" in message.body
    assert message.link == f"/me/claims/{story.of('cora').code}/"
    assert story.version().standing.stands == Stands.OWN


def test_whose_words_brought_a_change_is_asked_too(cast) -> None:
    words = said(cast, person=cast.people["eoin"], by=cast.actor("eoin"))
    change = make.changed(cast, words)
    assert queries.were_there(Records(changes=(change,))) == {cast.people["eoin"].pk}
    voice.withdraw(contribution=words, by=cast.actor("eoin"))
    assert queries.were_there(Records(changes=(change,))) == set()


def test_signed_with_words_and_a_name(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name=" Cora  Whitlock ", words="I wrote two of the questions myself.")
    version = story.version()
    assert version.standing.stands == Stands.SIGNED
    assert (version.standing.signed, version.standing.least_signed, version.standing.asked) == (None, 1, 2)
    assert list(version.signers) == ["Cora Whitlock"]
    assert [row.words for row in version.accounts] == ["I wrote two of the questions myself."]
    assert broken(cast) == []


def test_unnamed_of_two_gives_nobody_away(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora")
    alone = standing_sentences(story.version())
    assert alone[0] == "Signed by at least 1 of the 2 people who were there."
    story.sign("dev")
    assert standing_sentences(story.version()) == alone


def test_a_page_with_names_reads_the_same_whatever_an_unnamed_one_signs(cast) -> None:
    story = claimed(cast, "cora", "dev", "eoin")
    story.sign("cora", name="Cora")
    before = standing_sentences(story.version())
    story.sign("dev")
    assert standing_sentences(story.version()) == before
    assert "Signed with their name: Cora." in before


def test_unnamed_of_many_is_counted(cast) -> None:
    story = claimed(cast, "cora", "dev", *crowd(cast, 4))
    story.sign("cora")
    assert standing_sentences(story.version()) == ["Signed by 1 of the 6 people who were there."]


def test_no_event_and_no_row_names_who_stays_unnamed(cast) -> None:
    from alongside.audit.models import Event

    story = claimed(cast, "cora", "dev")
    story.sign("cora", words="It is so.")
    user = cast.users["cora"].pk
    assert not Event.objects.filter(actor_id=user).exists()
    assert not SignatureStatus.objects.filter(recorded_by=user).exists()
    assert not Account.objects.filter(recorded_by=user).exists()


def test_somebody_who_was_not_there_cannot_sign(cast) -> None:
    story = claimed(cast, "cora", "dev")
    with pytest.raises(NotYours):
        queries.signature_of([cast.people["eoin"].pk], story.of("cora").code)
    with pytest.raises(Refused, match="each for themselves"):
        services.sign(signature=story.of("cora"), by=cast.actor("dev"))
    with pytest.raises(Refused, match="each for themselves"):
        services.sign(signature=story.of("cora"), by=cast.actor("coordinator"))
    Attendance.objects.filter(place__person=cast.people["cora"]).update(came=False)
    with pytest.raises(Refused, match="Only those who were there"):
        services.sign(signature=story.of("cora"), by=cast.actor("cora"))


def test_nobody_is_kept_from_disputing_by_being_written_out_of_the_room(cast) -> None:
    story = claimed(cast, "cora", "dev")
    Attendance.objects.filter(place__person=cast.people["cora"]).update(came=False)
    story.dispute("cora", words="We were told, not asked.")
    assert story.version().standing.stands == Stands.DISPUTED


def test_whoever_is_written_down_later_is_asked_then_once(cast) -> None:
    story = claimed(cast, "cora", "dev")
    make.attended(story.meeting, make.place(cast, "eoin", story.meeting.opportunity))
    by = system(cast.org.pk)
    assert services.ask_those_missing(organisation=cast.org, by=by) == 1
    assert services.ask_those_missing(organisation=cast.org, by=by) == 0
    assert story.of("eoin").state == "asked"


def test_a_dispute_prints_and_nobody_can_take_it_away(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora")
    story.dispute("dev", words="We were shown the rota when it was printed.")
    version = story.version()
    assert version.standing.stands == Stands.DISPUTED
    assert version.against == [("", "We were shown the rota when it was printed.")]
    told = "Disputed: of the 2 people who were there, at least 1 says that it is not true."
    assert standing_sentences(version)[0] in (told, told.replace("at least ", ""))
    assert Message.objects.filter(kind="claim_disputed", to_user=cast.users["manager"].pk).exists()
    for who in ("manager", "coordinator", "cora", "board"):
        with pytest.raises(Refused):
            services.take_back_signature(signature=story.of("dev"), by=cast.actor(who))
    services.end_claim(claim=story.claim, by=cast.actor("manager"))
    assert story.version().against == [("", "We were shown the rota when it was printed.")]
    assert queries.claim_shown(cast.actor("public"), story.claim.code)


def test_taken_back_is_gone_at_once_also_when_it_is_no_longer_said(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora Whitlock", words="I was glad of it.")
    services.end_claim(claim=story.claim, by=cast.actor("manager"))
    services.take_back_signature(signature=story.of("cora"), by=cast.actor("cora"))
    assert story.version().standing.stands == Stands.OWN
    assert not Account.objects.exclude(words="").exists()
    assert (story.of("cora").name, story.of("cora").named) == ("", False)
    assert broken(cast) == []
    with pytest.raises(Refused, match="no longer said"):
        story.sign("cora")


def test_other_words_are_another_version_that_asks_again(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora")
    old = story.of("cora")
    records = Records(decisions=(story.decision,))
    services.restate_claim(
        claim=story.claim,
        wording=wording(records, text="We asked two people."),
        why="Less is true.",
        by=cast.actor("manager"),
    )
    assert story.version().standing.stands == Stands.OWN
    first = queries.versions_of([ClaimText.objects.get(number=1)], 5, make.days(0))[0]
    assert first.standing.stands == Stands.SIGNED and list(first.signers) == ["Cora"]
    assert story.of("cora").state == "asked"
    with pytest.raises(Refused, match="something else by now"):
        services.sign(signature=old, by=cast.actor("cora"))
    services.take_back_signature(signature=old, by=cast.actor("cora"))
    dropped = Message.objects.get(key=f"claim-asked:{old.code}")
    assert dropped.state == "dropped"
    assert broken(cast) == []


def test_bad_claims_are_named(cast) -> None:
    story = claimed(cast)
    records, by = Records(decisions=(story.decision,)), cast.actor("manager")
    claim = Claim.objects.get()
    bad = [
        (wording(records, text=" "), "word for word"),
        (wording(records, text="x" * 2001), "too long"),
        (wording(records, level=7), "which part"),
        (wording(Records()), "what it rests on"),
        (wording(records, reply_by=make.days(0)), "after today"),
        (wording(records, ends_on=make.days(-1)), "after today"),
        (wording(records), "what it says already"),
    ]
    for words, says in bad:
        with pytest.raises(Refused, match=says):
            services.restate_claim(claim=claim, wording=words, why="So.", by=by)
    with pytest.raises(Refused, match="why it says something else"):
        services.restate_claim(claim=claim, wording=wording(records, level=2), why=" ", by=by)
    with pytest.raises(Refused, match="Somebody changed this"):
        services.restate_claim(claim=claim, wording=wording(records, level=2), why="So.", by=by, seen=7)
    with pytest.raises(Refused, match="Only those who work"):
        services.restate_claim(claim=claim, wording=wording(records, level=2), why="So.", by=cast.actor("cora"))
    assert ClaimText.objects.count() == 1


def test_an_activity_without_anybody_stays_the_organisations_claim(cast) -> None:
    decision = make.decision(cast)
    claim = services.make_claim(
        unit=cast.units["team"],
        outlet="report",
        audience="Everybody",
        wording=wording(Records(decisions=(decision,))),
        by=cast.actor("manager"),
    )
    version = queries.versions_of([queries.newest_text(claim)], 5, make.days(0))[0]
    assert standing_sentences(version) == ["This is the organisation’s claim.", "Nobody who was there could be asked."]


def test_it_lapses_with_the_decision_and_nobody_can_sign_what_has_lapsed(cast) -> None:
    story = claimed(cast, "cora", "dev")
    Decision.objects.filter(pk=story.decision.pk).update(state="planned", decided_on=None, taken="")
    assert list(story.version().lapses) == [Lapse.DECISION]
    with pytest.raises(Refused, match="no longer so"):
        story.sign("cora")
    story.dispute("dev", words="It was never so.")
    services.ask_those_missing(organisation=cast.org, by=system(cast.org.pk))
    services.ask_those_missing(organisation=cast.org, by=system(cast.org.pk))
    assert Message.objects.filter(kind="claim_lapsed").count() == 1


def test_it_lapses_on_its_day_and_not_before(cast) -> None:
    story = claimed(cast, "cora", "dev", ends_on=make.days(10))
    at = lambda days: queries.versions_of([story.text], 5, make.days(days))[0].lapses  # noqa: E731
    assert list(at(10)) == [] and list(at(11)) == [Lapse.DATE]


def test_a_dispute_against_a_dispute_once_and_both_stand(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", name="Cora", words="We wrote it together.")
    story.dispute("dev", words="We did not.")
    against = Account.objects.get(kind="disputed")
    by = cast.actor("cora")
    services.reply(account=against, signature=story.of("cora"), words="You left before we did.", by=by)
    with pytest.raises(Refused, match="replied to this already"):
        services.reply(account=against, signature=story.of("cora"), words="And again.", by=by)
    answer = Account.objects.get(kind="reply")
    with pytest.raises(Refused, match="a reply already"):
        services.reply(account=answer, signature=story.of("dev"), words="I did not leave.", by=cast.actor("dev"))
    own = Account.objects.get(kind="signed")
    with pytest.raises(Refused, match="your own words"):
        services.reply(account=own, signature=story.of("cora"), words="Yes.", by=by)
    services.reply_for_organisation(
        account=against, role="Team manager", words="We see it so.", by=cast.actor("manager")
    )
    with pytest.raises(Refused, match="replied to this already"):
        services.reply_for_organisation(account=against, role="Manager", words="More.", by=cast.actor("manager"))
    found = story.version().accounts[0]
    assert [row.words for row in found.shown_replies] == ["You left before we did.", "We see it so."]
    assert Message.objects.filter(kind="claim_reply", to_person=cast.people["dev"].pk).count() == 2
    assert broken(cast) == []


def test_whoever_said_nothing_has_nothing_to_reply(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.dispute("dev", words="It is not so.")
    with pytest.raises(Refused, match="Sign it first"):
        services.reply(account=Account.objects.get(), signature=story.of("cora"), words="It is.", by=cast.actor("cora"))


def test_whoever_is_forgotten_stays_one_person(cast) -> None:
    story = claimed(cast, "cora", "dev", *crowd(cast, 5))
    story.sign("cora", name="Cora Whitlock", words="I was glad of it.")
    held = json.dumps(personal.export(cast.people["cora"].pk))
    assert "I was glad of it." in held and TEXT in held
    personal.erase(cast.people["cora"].pk, cast.actor("cora"))
    version = story.version()
    assert (version.standing.signed, version.standing.asked) == (1, 7)
    assert list(version.signers) == [] and list(version.accounts) == []
    assert version.text.text == TEXT and broken(cast) == []


def test_written_down_for_somebody_who_told_us(cast) -> None:
    story = claimed(cast, "noor", "dev")
    by = cast.actor("coordinator").for_person(cast.people["noor"].pk, Medium.PHONE)
    services.sign(signature=story.of("noor"), by=by, name="Noor")
    assert story.of("noor").recorded_by_id == cast.users["coordinator"].pk
    assert any("written down for them" in each for each in standing_sentences(story.version()))
    assert Message.objects.filter(kind="claim_written_down", to_person=cast.people["noor"].pk).exists()
    with pytest.raises(Refused):
        services.sign(signature=story.of("dev"), by=by)
    manager = cast.actor("manager").for_person(cast.people["dev"].pk, Medium.PHONE)
    with pytest.raises(Refused):
        services.sign(signature=story.of("dev"), by=manager)


def test_verify_finds_what_was_changed_after_it_was_signed(cast) -> None:
    story = claimed(cast, "cora", "dev")
    story.sign("cora", words="It is so.")
    story.dispute("dev", words="It is not.")
    assert broken(cast) == []
    ClaimText.objects.update(text="We co-produced everything.")
    Account.objects.filter(kind="disputed").update(words="It is fine.")
    found = broken(cast)
    assert f"claim {story.text.code} was changed after it was written" in found
    assert any(each.startswith("account of a claim") for each in found)


def test_the_seal_can_be_worked_out_by_anybody(cast) -> None:
    import hashlib

    text = claimed(cast).text
    says = json.dumps(seals.says_of(text), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert hashlib.sha256(f"{text.salt}\0{says}".encode()).hexdigest() == seals.seal_text(text)


def test_a_disputed_claim_is_an_account_that_signs_are_read_with(cast) -> None:
    from alongside.candour.queries.facts import facts_of
    from alongside.candour.standards import Limits
    from alongside.decisions.queries.signs import Chosen

    story = claimed(cast, "cora", "dev")
    year = Chosen(cast.org.pk, make.days(0), make.days(-200), make.days(100))
    one = replace(year, decision=story.decision.pk)
    other = replace(year, decision=met(cast).opportunity.decision.pk)
    assert facts_of(year, Limits()).accounts.not_co_produced.found == 0
    story.dispute("dev")
    assert [facts_of(each, Limits()).accounts.not_co_produced.found for each in (year, one, other)] == [1, 1, 0]
    services.take_back_signature(signature=story.of("dev"), by=cast.actor("dev"))
    assert facts_of(year, Limits()).accounts.not_co_produced.found == 0
