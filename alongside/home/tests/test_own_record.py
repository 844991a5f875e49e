"""Somebody's own record: what may stand in it, what they choose, and what is signed."""

import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.audit.models import Event
from alongside.core.actor import Medium
from alongside.core.errors import NotYours, Refused
from alongside.home import record_file
from alongside.home.own_record import Line, Setting, Wanted, as_shown, composed, duration, hours_of, seen_as, without
from alongside.home.queries import own_record as queries
from alongside.home.queries.record_check import Finding, checked
from alongside.home.services import forgetting, own_records
from alongside.organisation import services as organisations
from alongside.organisation.models import SigningKey
from alongside.people.models import Training, TrainingDone
from alongside.voice import services as voice
from alongside.voice.tests.factories import answered, said
from tests import make
from tests.make import days

ARABIC, VIETNAMESE = "فاطمة الزهراء", "Nguyễn Thị Hồng Ánh"
SETTING = Setting("Harbour House", "https://alongside.example/harbour/", date(2026, 11, 27), "en-gb", ["Crisis line"])


@pytest.fixture
def lived(cast):
    """Cora had a place, came to a session, said something that was answered and changed something, and was trained."""
    opportunity = make.opportunity(cast, state="filled")
    make.attended(make.meeting(cast, opportunity), make.place(cast, "cora", opportunity, role=5))
    row = said(cast)
    answered(row, cast)
    make.changed(cast, row, what="Nobody on the Crisis line needs a car", state="confirmed")
    training = Training.objects.create(organisation=cast.org, name="Interviewing")
    TrainingDone.objects.create(person=cast.people["cora"], training=training, done_on=days(-40))
    return row


def keys(cast, who="cora") -> list[str]:
    return [line.key.split("-")[0] for line in queries.lines_of(cast.people[who])]


def wanted(cast, **values) -> Wanted:
    found = {"keys": {line.key for line in queries.lines_of(cast.people["cora"])}, "name": "Cora Whitlock", **values}
    return Wanted(**found)


def make_it(cast, who="cora", **values):
    asked = {"person": cast.people["cora"], "wanted": wanted(cast, **values), "setting": SETTING}
    facts = own_records.compose(**asked, by=cast.actor("cora"))
    return own_records.make_own_record(**asked, seen=seen_as(facts), by=cast.actor(who))


def as_file(signed) -> bytes:
    return record_file.written(signed.facts, signed.signature_text)


def check(cast, data: bytes, who="public") -> Finding:
    return checked(cast.actor(who), data).finding


# What may stand in it.


def test_everything_of_theirs_and_nothing_of_others(cast, lived) -> None:
    assert keys(cast) == ["place", "session", "said", "change", "training"]
    assert keys(cast, "dev") == []


def test_hours_count_preparation_and_are_of_what_is_shown(cast, lived) -> None:
    lines = queries.lines_of(cast.people["cora"])
    assert hours_of(lines).startswith("Time in all: ") and "to prepare" in hours_of(lines)
    assert hours_of([line for line in lines if line.part == "said"]) == ""


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(0, "0 minutes"), (1, "1 minute"), (60, "1 hour"), (61, "1 hour and 1 minute"), (150, "2 hours and 30 minutes")],
)
def test_time_in_words(minutes, words) -> None:
    assert duration(minutes) == words


def test_what_is_taken_back_or_before_the_safeguarding_lead_is_not_in_it(cast, lived) -> None:
    other = said(cast, words="Something else.")
    voice.withdraw(contribution=lived, by=cast.actor("cora"))
    voice.raise_concern(contribution=other, by=cast.actor("manager"), why="It worries me.")
    assert keys(cast) == ["place", "session", "training"]


@pytest.mark.parametrize("state", ["claimed", "challenged", "lapsed"])
def test_a_change_is_theirs_only_when_it_is_confirmed(cast, lived, state) -> None:
    lived.changes.get().change.__class__.objects.update(state=state)
    assert "change" not in keys(cast)


def test_training_written_down_by_mistake_is_not_in_it(cast, lived) -> None:
    TrainingDone.objects.update(struck_on=days(0))
    assert "training" not in keys(cast)


# What is chosen.


def test_names_of_services_are_left_out_and_their_own_words_stay(cast, lived) -> None:
    lived.__class__.everything.filter(pk=lived.pk).update(words="The Crisis line never rang.")
    whole = json.dumps(make_it(cast).facts)
    assert "Nobody on the Crisis line needs a car" in whole
    facts = make_it(cast, services=False).facts
    told = {line["what"] for part in facts["parts"] for line in part["lines"]}
    assert "Nobody on a service needs a car" in told and "The Crisis line never rang." in told
    rest = json.dumps(facts).replace("The Crisis line never rang.", "")
    assert "Crisis line" not in rest


@pytest.mark.parametrize(
    ("text", "is_now"),
    [
        ("The crisis line closes.", "a service closes."),
        ("CRISIS LINE, night", "a service, night"),
        ("Crisis liners", "Crisis liners"),
        ("A. B* (C)", "A. B* (C)"),
        ("Meet at A. B*", "Meet at a service"),
    ],
)
def test_taking_names_out(text, is_now) -> None:
    assert without(text, ["Crisis line", "A. B*"] if "(C)" not in text else ["Nothing"]) == is_now


def test_lines_and_parts_that_are_not_chosen_are_not_there(cast, lived) -> None:
    key = f"said-{lived.code}"
    facts = make_it(cast, keys={key}, words={key: ARABIC, "training-x": "Not theirs."}).facts
    assert [part["part"] for part in facts["parts"]] == ["said"]
    assert facts["parts"][0]["lines"][0]["own_words"] == ARABIC and "Not theirs." not in json.dumps(facts)


def test_a_line_of_somebody_else_is_not_found_whatever_is_posted(cast, lived) -> None:
    theirs = said(cast, words="Dev's words.", person=cast.people["dev"], by=cast.actor("dev"))
    with pytest.raises(Refused, match="at least one line"):
        make_it(cast, keys={f"said-{theirs.code}"})


# Who may make it.


@pytest.mark.parametrize("who", ["dev", "coordinator", "manager", "administrator", "public", "stranger"])
def test_nobody_else_makes_it(cast, lived, who) -> None:
    with pytest.raises(NotYours):
        make_it(cast, who=who)


def test_not_even_on_their_behalf(cast, lived) -> None:
    asked = {"person": cast.people["cora"], "wanted": wanted(cast), "setting": SETTING}
    with pytest.raises(NotYours):
        own_records.compose(**asked, by=cast.actor("coordinator").for_person(cast.people["cora"].pk, Medium.PHONE))


def test_it_is_signed_only_as_it_was_seen(cast, lived) -> None:
    waiting = said(cast, words="Still waiting.")
    asked = {"person": cast.people["cora"], "wanted": wanted(cast), "setting": SETTING, "by": cast.actor("cora")}
    seen = seen_as(own_records.compose(**asked))
    answered(waiting, cast)
    with pytest.raises(Refused, match="has changed since you looked"):
        own_records.make_own_record(**asked, seen=seen)


def test_nothing_of_it_is_kept_and_the_log_says_only_that_something_was_signed(cast, lived) -> None:
    make_it(cast, words={"did": "Zanzibar"})
    event = Event.objects.latest("id")
    assert event.name == "signed" and event.target_type == "organisation.signingkey"
    assert "Zanzibar" not in str(event.content.facts) and "Cora" not in str(event.content.facts)


# Checking it.


def test_true_and_unchanged_for_anybody(cast, lived) -> None:
    data = as_file(make_it(cast, name=VIETNAMESE, words={"did": ARABIC}))
    assert check(cast, data) == check(cast, data, "dev") == Finding.TRUE
    assert VIETNAMESE.encode() in data and ARABIC.encode() in data


def test_spaces_between_do_not_count_and_a_mark_before_it_neither(cast, lived) -> None:
    data = as_file(make_it(cast))
    packed = json.dumps(json.loads(data), separators=(",", ":")).encode()
    assert check(cast, packed) == check(cast, b"\xef\xbb\xbf" + data.replace(b"\n", b"\r\n")) == Finding.TRUE


def test_one_byte_anywhere_is_found(cast, lived) -> None:
    data = as_file(make_it(cast, keys={f"said-{lived.code}"}))
    plain = json.loads(data)
    for place in range(len(data)):
        one = data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :]
        finding = check(cast, one)
        if finding == Finding.TRUE:  # a space became another one, or a sign became the same sign written otherwise
            assert json.loads(one) == plain
    assert check(cast, data.replace(b"Cora", b"Dora", 1)) == Finding.CHANGED


def test_a_name_that_stands_twice_is_no_such_file(cast, lived) -> None:
    data = as_file(make_it(cast)).decode()
    shown = data.replace('"person"', '"person": "Somebody else", "person"', 1)
    assert check(cast, shown.encode()) == Finding.BROKEN


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-1.7 something",
        b"\xff\xfe\x00",
        b"[" * 100_000,
        b'{"record": {}, "signature": 5}',
        b'{"record": [], "signature": ""}',
        b'{"record": {"key": "x", "n": NaN}, "signature": ""}',
        b'{"record": {"key": "\\ud800"}, "signature": ""}',
        b'{"record": {"n": ' + b"9" * 5000 + b'}, "signature": ""}',
        b'{"record": {}, "signature": "", "more": 1}',
        b"null",
    ],
)
def test_broken_files(cast, data) -> None:
    assert check(cast, data) == Finding.BROKEN


@pytest.mark.parametrize("key", [None, 5, "", "x" * 2000, {"a": 1}, "aaaaaaaaaa"])
def test_not_ours(cast, key) -> None:
    assert check(cast, json.dumps({"record": {"key": key}, "signature": "AAAA"}).encode()) == Finding.NOT_OURS


@pytest.mark.parametrize("signature", ["", "AAAA", "not base64!", "é", "A" * 88])
def test_ours_with_a_signature_that_is_none(cast, lived, signature) -> None:
    record = make_it(cast).facts
    assert check(cast, record_file.written(record, signature)) == Finding.CHANGED


def test_of_another_organisation_it_is_not_ours(cast, lived) -> None:
    assert check(cast, as_file(make_it(cast)), "stranger") == Finding.NOT_OURS


def test_something_else_that_we_signed_is_no_record(cast) -> None:
    signed = organisations.sign(what="a test", facts={"record": "something else"}, by=cast.actor("coordinator"))
    assert check(cast, as_file(signed)) == Finding.NOT_OURS


def test_it_stays_true_when_the_person_is_forgotten(cast, lived) -> None:
    data = as_file(make_it(cast))
    forgetting.forget(person=cast.people["cora"], by=cast.actor("cora"))
    assert check(cast, data) == Finding.TRUE


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_is_written_can_be_read_again(what, own) -> None:
    lines = [Line("a", "did", what, date(2026, 1, 2), (own,))]
    facts = composed(lines, Wanted({"a"}, "Cora", words={"a": own}), SETTING)
    try:
        data = record_file.written(facts, "c2ln")
    except UnicodeEncodeError:  # half a letter: no form lets it in
        return
    assert record_file.read(data).record == facts
    assert as_shown(facts)["made_on"] == "27 November 2026"


# The key.


def test_the_key_is_made_once_and_its_secret_half_is_not_in_the_database(cast, lived, settings) -> None:
    first, second = make_it(cast), make_it(cast)
    key = SigningKey.objects.get()
    assert first.facts["key"] == second.facts["key"] == key.code and first.signature == second.signature
    assert "PRIVATE" not in key.sealed and key.public.startswith("-----BEGIN PUBLIC KEY-----")


def test_a_new_secret_key_means_a_new_key_and_the_old_signature_is_still_good(cast, lived, settings) -> None:
    data = as_file(make_it(cast))
    settings.SECRET_KEY = "another one, for everybody was signed out"
    again = as_file(make_it(cast))
    assert SigningKey.objects.count() == 2 and SigningKey.objects.filter(ended_on=None).count() == 1
    assert check(cast, data) == check(cast, again) == Finding.TRUE


@pytest.mark.parametrize(("stolen", "finding"), [(False, Finding.TRUE), (True, Finding.STOLEN)])
def test_another_key_and_one_that_somebody_else_had(cast, lived, stolen, finding) -> None:
    data = as_file(make_it(cast))
    organisations.new_key(by=cast.actor("administrator"), stolen=stolen)
    assert check(cast, data) == finding
    assert SigningKey.objects.filter(sealed="").count() == 1  # nothing is left of the old secret half
