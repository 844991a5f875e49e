"""Co-audits: a sample that nobody chose, compared by those who look, and a finding that is owed an answer."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as some

from alongside.audit import sealing
from alongside.audit.models import Content, Event
from alongside.candour import personal, sampling
from alongside.candour.models import CoAudit, CoAuditComparison, CoAuditor, CoAuditSecret
from alongside.candour.queries import co_audits as queries
from alongside.candour.services import co_audit_findings as findings
from alongside.candour.services import co_audits as verbs
from alongside.core.errors import NotYours, Refused
from alongside.voice import services as voice
from alongside.voice.models import Contribution
from alongside.voice.tests.factories import answered, said
from tests import make
from tests.house.access import ROLES

from .co_auditing import asked, closed, compared, decided, drawn, found, sample, set_up, told

pytestmark = pytest.mark.django_db


# The sample, pure.


@settings(max_examples=60, deadline=None)
@given(some.binary(min_size=32, max_size=32), some.text(max_size=20), some.integers(1, 60), some.data())
def test_each_record_once_and_the_same_for_everybody(secret, public, records, data) -> None:
    wanted = data.draw(some.integers(0, records))
    places = sampling.drawn(secret, public, records, wanted)
    assert len({*places}) == wanted
    assert all(1 <= place <= records for place in places)
    assert places == sampling.drawn(secret, public, records, wanted)
    assert places[:-1] == sampling.drawn(secret, public, records, max(0, wanted - 1))


def test_all_alike() -> None:
    counts = dict.fromkeys(range(1, 6), 0)
    for number in range(2000):
        for place in sampling.drawn(b"x" * 32, str(number), 5, 2):
            counts[place] += 1
    assert all(700 < count < 900 for count in counts.values())


def test_a_proof_that_was_changed_is_found_out(cast) -> None:
    decided(cast)
    proof = queries.proof_of(drawn(cast))
    assert sampling.verify(proof) == ()
    listed = proof["document"]
    for wrong in (
        {"drawn": proof["drawn"][::-1]},
        {"document": {**listed, "records": [*listed["records"][1:], "0" * 64]}},
        {"document": {**listed, "records": listed["records"][:1] * 5}},
        {"document": {**listed, "wanted": 99}},
        {"secret": "no"},
    ):
        assert sampling.verify({**proof, **wrong})
    others = [sampling.verify({**proof, "public": str(number)}) for number in range(418, 448)]
    assert any(others)  # now and then another number draws the same
    assert sampling.verify({})


# Setting up.


def test_a_time_with_nothing_in_it(cast) -> None:
    decided(cast)
    with pytest.raises(Refused, match="nothing of this kind"):
        set_up(cast, first_day=make.days(-400), last_day=make.days(-300))
    with pytest.raises(Refused, match="nothing of this kind"):
        set_up(cast, of_what="claim")


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"wanted": 6}, "only 5"),
        ({"wanted": 0}, "1 to"),
        ({"wanted": 51}, "1 to"),
        ({"first_day": make.days(1), "last_day": make.days(0)}, "before the first"),
        ({"last_day": make.days(1)}, "has not come"),
    ],
)
def test_bad_input(cast, values, words: str) -> None:
    decided(cast)
    with pytest.raises(Refused, match=words):
        set_up(cast, **values)


def test_more_than_a_list_may_have(cast, monkeypatch) -> None:
    from alongside.candour.rules import co_audits as rules

    decided(cast)
    monkeypatch.setattr(rules, "MOST_LISTED", 4)
    with pytest.raises(Refused, match="shorter time"):
        set_up(cast)


def test_nobody_looks_alone_and_nobody_twice(cast) -> None:
    decided(cast)
    cora = cast.people["cora"]
    for people in ([], [cora], [cora, cora]):
        with pytest.raises(Refused):
            set_up(cast, people=people)
    audit = set_up(cast)
    verbs.say_whether_you_look(auditor=CoAuditor.objects.get(person=cora), says_yes=True, by=cast.actor("cora"))
    with pytest.raises(Refused, match="two have said yes"):
        closed(cast, audit)
    with pytest.raises(Refused, match="twice"):
        verbs.ask_to_look(audit=audit, people=[cora], by=cast.actor("coordinator"))


def test_of_one_part_with_those_below_it(cast) -> None:
    decided(cast, 3)
    decided(cast, 2, unit=cast.units["other_team"])
    days = (make.days(-20), make.days(0))
    counts = [
        len(queries.records_of(cast.org.pk, "decision", unit, *days))
        for unit in (None, cast.units["services"], cast.units["other_team"], cast.units["elsewhere"])
    ]
    assert counts == [5, 5, 2, 0]


@pytest.mark.parametrize("who", sorted(set(ROLES) - {"coordinator", "stranger"}))
def test_only_who_works_with_contributors_sets_it_up(cast, who: str) -> None:
    decided(cast)
    with pytest.raises(NotYours):
        set_up(cast, by=cast.actor(who))


def test_what_is_restricted_or_taken_back_is_in_no_list(cast) -> None:
    rows = [answered(said(cast, words=f"Voice {n}."), cast) for n in range(3)]
    found_in = queries.records_of(cast.org.pk, "voice", None, make.days(-5), make.days(0))
    assert len(found_in) == 3
    voice.raise_concern(contribution=rows[0].contribution, by=cast.actor("manager"), why="A worry.")
    voice.withdraw(contribution=rows[1].contribution, by=cast.actor("cora"))
    assert len(queries.records_of(cast.org.pk, "voice", None, make.days(-5), make.days(0))) == 1


# The draw.


def test_the_list_is_promised_before_the_number_and_says_nothing(cast) -> None:
    rows = decided(cast)
    audit = closed(cast)
    listed = audit.document["records"]
    assert len(listed) == 5
    assert not any(row.code in str(audit.document) for row in rows)
    assert audit.secret == ""
    record = audit.records.order_by("place").first()
    assert listed[0] == sealing.commitment(record.salt, record.ref)
    assert CoAuditSecret.objects.count() == 1
    assert "secret" not in str(Content.objects.values_list("facts", flat=True))
    verbs.draw_sample(audit=audit, number="4 17", again="417", by=cast.actor("dev"))
    assert not CoAuditSecret.objects.exists()
    assert [each.turn for each in sample(audit)] == [1, 2]


@pytest.mark.parametrize(("number", "again"), [("4", "4"), ("417", "418"), ("red", "red"), ("", "")])
def test_a_number_that_is_none(cast, number: str, again: str) -> None:
    decided(cast)
    audit = closed(cast)
    with pytest.raises(Refused):
        verbs.draw_sample(audit=audit, number=number, again=again, by=cast.actor("cora"))


def test_not_before_its_time_and_only_once(cast) -> None:
    decided(cast)
    audit = asked(cast)
    past = timezone.now() - timedelta(minutes=1)
    with pytest.raises(Refused):
        verbs.close_list(audit=audit, number_from="room", number_source="Balls", number_at=past, by=cast.actor("cora"))
    audit = closed(cast, audit)
    CoAudit.objects.filter(pk=audit.pk).update(number_at=timezone.now() + timedelta(hours=1))
    with pytest.raises(Refused, match="Come back"):
        verbs.draw_sample(audit=audit, number="417", again="417", by=cast.actor("cora"))
    CoAudit.objects.filter(pk=audit.pk).update(number_at=past)
    verbs.draw_sample(audit=audit, number="417", again="417", by=cast.actor("cora"))
    with pytest.raises(Refused, match="already"):
        verbs.draw_sample(audit=audit, number="500", again="500", by=cast.actor("cora"))


@pytest.mark.parametrize("who", sorted(set(ROLES) - {"cora"}) + ["eoin"])
def test_staff_do_none_of_it(cast, who: str) -> None:
    decided(cast)
    audit = compared(cast)
    by = cast.actor(who)
    for verb in (
        lambda: findings.compare(record=sample(audit)[0], found="so", by=by),
        lambda: findings.write_finding(audit=audit, words="All is well.", by=by),
        lambda: findings.reopen_co_audit(audit=audit, why="No.", by=by),
        lambda: findings.tell_co_audit(audit=audit, words="All is well.", by=by),
        lambda: verbs.draw_sample(audit=audit, number="1", again="1", by=by),
    ):
        with pytest.raises(NotYours):
            verb()


def test_set_aside_only_while_nobody_can_know(cast) -> None:
    decided(cast)
    audit = closed(cast)
    with pytest.raises(Refused):
        verbs.set_co_audit_aside(audit=audit, why="We do not like it.", by=cast.actor("coordinator"))
    with pytest.raises(Refused):
        verbs.set_co_audit_aside(audit=audit, why=" ", by=cast.actor("cora"))
    verbs.set_co_audit_aside(audit=audit, why="The balls were lost.", by=cast.actor("cora"))
    other = drawn(cast)
    with pytest.raises(Refused):
        verbs.set_co_audit_aside(audit=other, why="Too late.", by=cast.actor("cora"))


# Comparing and finding.


def test_each_says_their_own_until_there_is_a_finding(cast) -> None:
    decided(cast)
    audit = drawn(cast)
    first, second = sample(audit)
    for who, says in (("cora", "so"), ("cora", "not"), ("dev", "partly")):
        findings.compare(record=first, found=says, words=f"{who} says.", by=cast.actor(who))
    assert sorted(CoAuditComparison.objects.values_list("found", flat=True)) == ["not", "partly"]
    with pytest.raises(Refused, match="1 of the records"):
        findings.write_finding(audit=audit, words="Well.", by=cast.actor("cora"))
    with pytest.raises(Refused):
        findings.compare(record=second, found="perhaps", by=cast.actor("cora"))
    not_drawn = audit.records.filter(turn=None).first()
    with pytest.raises(Refused):
        findings.compare(record=not_drawn, found="so", by=cast.actor("cora"))
    findings.compare(record=second, found="so", by=cast.actor("dev"))
    result = queries.result_of(audit)
    assert [n for _label, n in result.rows] == [1, 1, 1, 0]
    assert (result.drawn, result.differ) == (2, 1)
    findings.write_finding(audit=audit, words="Half of it.", by=cast.actor("dev"))
    with pytest.raises(Refused, match="stands"):
        findings.compare(record=first, found="so", by=cast.actor("cora"))


def test_a_finding_is_a_debt_like_any_other(cast) -> None:
    decided(cast)
    audit = found(cast)
    row = Contribution.objects.get(about__contains="Did it happen?")
    assert (row.person, row.state, row.unit) == (cast.people["cora"], "received", cast.units["board"])
    assert row.answer_by > make.days(20)
    voice.answer(
        contribution=row,
        kind="adopted",
        reason="Both happen by May, and Mo says so at each meeting.",
        role="Chair",
        by=cast.actor("coordinator"),
    )
    shown = queries.findings_of(cast.actor("board"), audit, None)[0]
    assert shown.words == "Neither of the two had happened."
    assert [each.kind for each in shown.answers] == ["adopted"]
    voice.tell(contribution=row, channel="on_page", by=cast.actor("cora"))
    voice.challenge(contribution=row, kind="not_true", words="Not yet.", by=cast.actor("cora"))
    assert queries.findings_of(cast.actor("board"), audit, None)[0].owed


@pytest.mark.parametrize(
    ("who", "reads"), [("cora", True), ("dev", True), ("board", True), ("staff", True), ("eoin", False)]
)
def test_a_finding_is_read_by_those_who_looked_and_those_who_work_here(cast, client_as, who, reads) -> None:
    decided(cast)
    audit = found(cast)
    page = client_as(who).get(f"/harbour/co-audits/{audit.code}/").content.decode()
    assert ("Neither of the two had happened." in page) == reads
    assert ("not for everybody to read, or they are gone" in page) != reads


def test_two_write_the_same_finding_at_once(cast) -> None:
    decided(cast)
    audit = compared(cast)
    audit.refresh_from_db()
    seen = audit.version
    findings.write_finding(audit=audit, words="Neither.", seen=seen, by=cast.actor("cora"))
    with pytest.raises(Refused, match="while you wrote"):
        findings.write_finding(audit=audit, words="Neither of them.", seen=seen, by=cast.actor("dev"))
    with pytest.raises(Refused, match="finding already"):
        findings.write_finding(audit=audit, words="Neither of them.", by=cast.actor("dev"))
    assert Contribution.objects.count() == 1


def test_opened_again_the_first_finding_stays(cast) -> None:
    decided(cast)
    audit = found(cast)
    with pytest.raises(Refused):
        findings.reopen_co_audit(audit=audit, why="", by=cast.actor("dev"))
    findings.reopen_co_audit(audit=audit, why="The second did happen, in June.", by=cast.actor("dev"))
    with pytest.raises(Refused):
        findings.reopen_co_audit(audit=audit, why="Again.", by=cast.actor("dev"))
    findings.compare(record=sample(audit)[1], found="so", by=cast.actor("dev"))
    findings.write_finding(audit=audit, words="One of two, in the end.", by=cast.actor("dev"))
    assert [each.finding.number for each in queries.findings_of(cast.actor("board"), audit, None)] == [2, 1]
    assert Contribution.objects.filter(about__contains="Did it happen?").count() == 2


def test_a_record_that_is_gone_stays_as_that(cast) -> None:
    rows = [answered(said(cast, words=f"Zanzibar {n}."), cast) for n in range(2)]
    audit = drawn(cast, of_what="voice")
    first, second = sample(audit)
    cora, manager = cast.actor("cora"), cast.actor("coordinator")
    findings.compare(record=first, found="not", words="About Zanzibar.", by=cora)
    findings.show_for_audit(record=first, words="Zanzibar was painted.", by=manager)
    gone = Contribution.objects.get(code=first.ref.split(":")[1])
    voice.withdraw(contribution=gone, by=cora)
    voice.raise_concern(
        contribution=Contribution.objects.get(code=second.ref.split(":")[1]), by=cast.actor("manager"), why="A worry."
    )
    seen = queries.sample_of(manager, audit, None)
    assert [each.gone for each in seen] == [True, True]
    assert [(each.behind, each.was, each.shown) for each in seen] == [(None, "", ()), (None, "", ())]
    with pytest.raises(Refused, match="gone"):
        findings.compare(record=second, found="so", by=cora)
    with pytest.raises(NotYours):
        findings.show_for_audit(record=second, words="More.", by=manager)
    assert queries.not_compared(audit) == 0
    findings.write_finding(audit=audit, words="Both are gone.", by=cora)
    assert queries.result_of(audit).gone == 2
    assert sampling.verify(queries.proof_of(audit)) == ()
    assert len(rows) == 2


def test_what_somebody_may_not_open_is_named_to_nobody(cast) -> None:
    decided(cast, audience="staff")
    audit = drawn(cast)
    assert [each.behind for each in queries.sample_of(cast.actor("cora"), audit, None)] == [None, None]
    assert all(each.behind for each in queries.sample_of(cast.actor("manager"), audit, None))


@pytest.mark.parametrize("who", ["cora", "staff", "board", "finance", "administrator"])
def test_who_shows_something_of_a_record(cast, who: str) -> None:
    decided(cast)
    record = sample(drawn(cast))[0]
    with pytest.raises(NotYours):
        findings.show_for_audit(record=record, words="So it was.", by=cast.actor(who))
    with pytest.raises(Refused):
        findings.show_for_audit(record=record, words=" ", by=cast.actor("coordinator"))


# Saying yes, and no; being told; being forgotten.


def test_only_who_was_asked_says_yes(cast) -> None:
    decided(cast)
    set_up(cast)
    auditor = CoAuditor.objects.get(person=cast.people["cora"])
    for who in ("dev", "coordinator", "stranger"):
        with pytest.raises(NotYours):
            verbs.say_whether_you_look(auditor=auditor, says_yes=True, by=cast.actor(who))
    verbs.say_whether_you_look(auditor=auditor, says_yes=False, by=cast.actor("cora"))
    with pytest.raises(Refused):
        verbs.say_whether_you_look(auditor=auditor, says_yes=False, by=cast.actor("cora"))


def test_whoever_looks_no_more_does_nothing_more(cast) -> None:
    decided(cast)
    audit = compared(cast)
    auditor = CoAuditor.objects.get(person=cast.people["cora"])
    verbs.say_whether_you_look(auditor=auditor, says_yes=False, by=cast.actor("cora"))
    with pytest.raises(Refused, match="too late"):
        verbs.say_whether_you_look(auditor=auditor, says_yes=True, by=cast.actor("cora"))
    with pytest.raises(NotYours):
        findings.write_finding(audit=audit, words="Neither.", by=cast.actor("cora"))
    assert CoAuditComparison.objects.count() == 2


def test_told_once_and_taken_down(cast) -> None:
    decided(cast)
    audit = told(cast)
    with pytest.raises(Refused):
        findings.tell_co_audit(audit=audit, words="Again.", by=cast.actor("cora"))
    findings.tell_no_more(audit=audit, by=cast.actor("cora"))
    audit.refresh_from_db()
    assert (audit.summary, audit.told_on) == ("", None)


def test_forgotten_and_a_copy(cast) -> None:
    decided(cast)
    audit = told(cast)
    copy = personal.export(cast.people["cora"].pk)["co_audits"]
    assert copy[0]["you_compared"][0]["words"] == "Nobody had heard of it."
    assert personal.export(cast.people["dev"].pk)["co_audits"][0]["you_told_everybody"].startswith("We looked")
    for who in ("cora", "dev"):
        personal.erase(cast.people[who].pk, cast.actor(who))
    audit.refresh_from_db()
    assert audit.summary == ""
    assert {*CoAuditComparison.objects.values_list("found", "words")} == {("not", "")}
    assert not CoAuditor.objects.filter(person__isnull=False).exists()
    assert Event.objects.filter(name="erased").exists()
