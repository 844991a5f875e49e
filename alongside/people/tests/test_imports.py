import csv
import io

import pytest
import xlsxwriter

from alongside.audit import sealing
from alongside.audit.models import Event, Row
from alongside.core.actor import system
from alongside.core.errors import Refused
from alongside.core.sheets import SheetError, read_sheet
from alongside.people import imports, personal, queries, services
from alongside.people.models import AccessNeed, Channel, Consent, Pause, Person
from alongside.people.reading import read_people
from tests.make import days

HEAD = (
    "Name,Known as,Email,Telephone,Mobile,Address,Route in,Needs,Offers,Status,Joined,"
    "Consents,Consent date,Consent from"
)
ROSA = (
    'Rosa Delgado,Rosie,rosa@example.org,0113 496 0123,07700 900123,"1 High Street\nLeeds",A poster,'
    '"send: Large print; A quiet room","Language: Spanish\nListening",Active,27/03/2025,'
    '"email; inside",27 March 2025,Paper form'
)
LIST = f"{HEAD}\n{ROSA}\nنور,,,,,,,,,,,,,\n"


@pytest.fixture
def run(cast, alma, tmp_path):
    def run(content, by=alma, mapping=None, dry_run=False, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return imports.run_import(path, cast.org, by, mapping or {}, dry_run)

    return run


def about_rows(report):
    """The notes but for the one that says where people stand when no column does."""
    return [note for note in report.notes if not note.startswith("No column says where people stand.")]


def counted(cast):
    return Person.objects.filter(organisation=cast.org).count()


def workbook(rows):
    target = io.BytesIO()
    with xlsxwriter.Workbook(target) as book:
        page = book.add_worksheet()
        for place, row in enumerate(rows):
            page.write_row(place, 0, row)
    return target.getvalue()


def test_a_list_comes_in(cast, run, alma):
    report = run(LIST)
    assert (report.done, dict(report.counts)) == (True, {"new": 2, "here": 0, "repeated": 0})
    rosa = queries.find(queries.people_for(alma), "rosie delgado", cast.org.pk).get()
    assert (rosa.name, rosa.called, rosa.state, rosa.route_in) == ("Rosa Delgado", "Rosie", "active", "A poster")
    assert rosa.joined_on.isoformat() == "2025-03-27"
    assert [(c.kind, c.address, c.preferred) for c in queries.channels_of(rosa)] == [
        ("email", "rosa@example.org", True),
        ("text", "07700 900123", False),
        ("phone", "0113 496 0123", False),
        ("post", "1 High Street\nLeeds", False),
    ]
    assert [(n.kind, n.words) for n in queries.needs_in_force(rosa)] == [
        ("send", "Large print"),
        ("arrange", "A quiet room"),
    ]
    assert [(o.kind, o.words) for o in queries.offers_in_force(rosa)] == [
        ("language", "Spanish"),
        ("skill", "Listening"),
    ]
    assert queries.consents_in_force(rosa) == {"contact_email", "words_inside"}
    consent = queries.consent_history(rosa)[0]
    assert (consent.given_on.isoformat(), consent.medium) == ("2025-03-27", "paper")
    assert consent.wording.startswith("From a list")
    assert [row.state for row in queries.status_history(rosa)] == ["active"]


def test_one_event_with_a_sealed_row_for_each_person(cast, run, alma):
    run(LIST)
    (event,) = Event.objects.filter(name="people_imported")
    rows = {row.target: row.commitment for row in Row.objects.filter(event=event)}
    people = Person.objects.exclude(source="")
    assert set(rows) == {person.code for person in people}
    plan = read_people(read_sheet(io.BytesIO(LIST.encode()), "list.csv"))
    for entry in plan.entries:
        person = people.get(source=entry.key)
        assert rows[person.code] == sealing.commitment(person.salt, sealing.canonical(entry.sealed()))


def test_the_same_file_twice_changes_nothing(cast, run):
    run(LIST)
    before = personal.export(Person.objects.order_by("-pk").first().pk)
    report = run(LIST)
    assert dict(report.counts) == {"new": 0, "here": 2, "repeated": 0}
    assert counted(cast) == 6
    assert personal.export(Person.objects.order_by("-pk").first().pk) == before
    assert Event.objects.filter(name="people_imported").count() == 1


def test_a_dry_run_says_the_same_and_does_nothing(cast, run):
    report = run(LIST, dry_run=True)
    assert (report.done, report.fine, dict(report.counts)) == (False, True, {"new": 2, "here": 0, "repeated": 0})
    assert counted(cast) == 4
    assert not Event.objects.exists()


def test_a_reference_finds_somebody_again_under_another_name(cast, run):
    run("ID,Name,Email\nA7,Rosa Delgado,rosa@example.org\n")
    report = run("ID,Name,Email\nA7,Rosa Vega,vega@example.org\nA8,Rosa Vega,v@example.org\n")
    assert dict(report.counts) == {"new": 1, "here": 1, "repeated": 0}
    assert set(Person.objects.exclude(source="").values_list("name", flat=True)) == {"Rosa Delgado", "Rosa Vega"}


def test_other_lists_name_people_by_their_number_or_code(cast, run, cora):
    run("ID,Name\nA7,Rosa Delgado\n")
    rosa = Person.objects.exclude(source="").get()
    keys = ["a7 ", "A7", "A8", cora.code, ""]
    assert queries.by_keys(cast.org.pk, keys) == {"a7 ": rosa.pk, "A7": rosa.pk, cora.code: cora.pk}
    assert queries.by_keys(cast.other.pk, keys) == {}


def test_a_list_changes_nobody(run, cast, alma, cora):
    """Cora was added by hand; her name and address are enough to know her again."""
    report = run("Name,Email,Needs,Status\ncora  WHITLOCK,CORA@example.org,A taxi,left\n")
    assert dict(report.counts) == {"new": 0, "here": 1, "repeated": 0}
    cora.refresh_from_db()
    assert (cora.state, list(queries.needs_in_force(cora))) == ("active", [])


def test_whoever_was_forgotten_does_not_come_back(run, cast, alma):
    run(LIST)
    rosa = Person.objects.exclude(source="").order_by("pk").first()
    personal.erase(rosa.pk, alma)
    assert dict(run(LIST).counts) == {"new": 0, "here": 2, "repeated": 0}
    rosa.refresh_from_db()
    assert rosa.name == ""


def test_rows_that_are_in_the_file_twice(run, cast):
    report = run("Name,Email\nRosa,r@example.org\nrosa ,R@example.org\nRosa,other@example.org\nSol\nSol\n")
    assert dict(report.counts) == {"new": 3, "here": 0, "repeated": 2}
    assert about_rows(report) == [
        "Row 3 is the same person as row 2: taken once.",
        "Row 6 is the same person as row 5: taken once.",
    ]


def test_one_address_for_two_people_is_said(run, cast):
    report = run("Name,Email\nRosa,home@example.org\nSol,Home@example.org\n")
    assert dict(report.counts) == {"new": 2, "here": 0, "repeated": 0}
    assert about_rows(report) == ["Rows 2, 3 have the same e-mail address. Each is kept as a person."]


@pytest.mark.parametrize("given", ['"email",,', '"email",27/3/2025,', '"email",,paper'])
def test_a_consent_needs_a_day_and_what_it_was_taken_from(run, cast, given):
    report = run(f"Name,Consents,Consent date,Consent from\nRosa,{given}\n")
    assert dict(report.counts)["new"] == 1
    assert about_rows(report) == [
        "Row 2: no consent is kept, because the day it was given or what it was taken from is missing."
    ]
    assert not Consent.objects.exclude(person__source="").exists()


def test_a_consent_without_the_number_or_address_it_is_about_is_kept_and_said(run, cast):
    """As on their page, where either may come first."""
    said = "phone; post; inside,1 October 2026,paper"
    rows = [f"Rosa,rosa@example.org,,,{said}", f"Sol,,01632 960 001,,{said}", "Ron,,,,phone,,"]
    report = run("\n".join(["Name,Email,Phone,Mobile,Consents,Consent date,Consent from", *rows]))
    missing = "is allowed, but the file has no number or address for it. Add one on their page."
    assert about_rows(report) == [
        "Row 4: no consent is kept, because the day it was given or what it was taken from is missing.",
        f"“Ring me” {missing} Rows: 2.",
        f"“Write to me by post” {missing} Rows: 2, 3.",
    ]
    allowed = Consent.objects.filter(purpose="contact_phone", person__in=Person.objects.exclude(source=""))
    assert report.done and allowed.count() == 2


def test_pauses_and_states(run, cast):
    run("Name,Status\nA B,paused\nC D,LEFT\nE F,on hold\nG H,\n")
    states = dict(Person.objects.exclude(source="").values_list("name", "state"))
    assert states == {"A B": "paused", "C D": "left", "E F": "paused", "G H": "enquired"}
    assert Pause.objects.filter(ended_on=None).count() == 2


PROBLEMS = [
    ("Name,Email\n,r@example.org\n", (2, "Name", "This cell is empty. Fill it in.")),
    ("Name,Email\nRosa,rosa at home\n", (2, "Email", "Write an e-mail address like name@example.org.")),
    ("Name,Tel\nRosa,12\n", (2, "Tel", "Write a phone number with its area code, like 01632 960 001.")),
    ("Name\n=HYPERLINK(1)\n", (2, "Name", "This is a formula, not a name. Write the name.")),
    (f"Name\n{'x' * 10_000}\n", (2, "Name", "This has 10,000 characters. The most is 200: shorten it.")),
    ("Name,Joined\nRosa,31/02/2025\n", (2, "Joined", "There is no 31 February 2025.")),
    (f"Name,Joined\nRosa,{days(3)}\n", (2, "Joined", "This day has not come yet.")),
    ("Name,Status\nRosa,asleep\n", (2, "Status", "“asleep” is not one of: enquired, welcomed")),
    ("Name,Consents\nRosa,yes\n", (2, "Consents", "“yes” is not one of: email, phone")),
    ("Name,Consent from\nRosa,a dream\n", (2, "Consent from", "“a dream” is not one of: paper")),
    ("Name,Needs\nRosa," + "x" * 2001 + "\n", (2, "Needs", "One of these has more than 2,000 characters.")),
    ("Name,Email\nRosa,r@example.org,stray\n", (2, None, "Row 2 has a cell that belongs to no column.")),
]


@pytest.mark.parametrize(("content", "expected"), PROBLEMS)
def test_what_is_wrong_is_said_by_row_and_column(run, cast, content, expected):
    report = run(content + ("Sol" + "," * content.split("\n")[0].count(",")) + "\n")
    (problem,) = report.problems
    row, column, message = expected
    assert (problem.row, problem.column) == (row, column)
    assert problem.message.startswith(message)
    assert (report.done, dict(report.counts), counted(cast)) == (False, {}, 4)


def test_everything_wrong_is_said_at_once_in_the_order_of_the_file(run):
    report = run("Name,Email,Joined\n,a@b.example,\nRosa,nowhere,yesterday-ish\nSol,,1/1/2025,9\n")
    assert [(one.row, one.column) for one in report.problems] == [
        (2, "Name"),
        (3, "Email"),
        (3, "Joined"),
        (4, None),
    ]


def test_first_and_last_names_in_two_columns_make_one_name(run, cast):
    report = run("First name,Surname,Known as\nRosa,Delgado,Rosie\nSol,,\n,Okafor,\n")
    assert (report.done, report.counts["new"]) == (True, 3)
    made = {person.name: person.called for person in Person.objects.order_by("-pk")[:3]}
    assert made == {"Rosa Delgado": "Rosie", "Sol": "", "Okafor": ""}
    nameless = run("First name,Surname,Email\nRosa,Delgado,\n,,rosa@example.org\n").problems
    assert [(one.row, one.message) for one in nameless] == [(3, "This cell is empty. Fill it in.")]


def test_unknown_columns_are_named_and_can_be_matched(run, cast):
    content = "Wer,Shoe size\nRosa,39\n"
    report = run(content)
    assert report.problems[0].message == "No column holds the names. Call one “name”, or say which one it is."
    report = run(content, mapping={"Wer": "name"})
    assert (report.unknown_columns, report.done) == (["Shoe size"], True)
    report = run(content, mapping={"Nobody": "name"})
    assert report.problems[0].message.startswith("There is no column “Nobody”.")


NAMES = ["Zoë Ōta 🌻", "نور الهدى", "עדי כהן", "Seán O’Brien", "李小龙", "Noor"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_names_in_every_writing(run, cast, alma, encoding, delimiter):
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows([["Name", "Called"], *([name, ""] for name in NAMES)])
    run(target.getvalue().encode(encoding))
    found = Person.objects.exclude(source="")
    assert {person.name for person in found} == set(NAMES)
    for person in found:
        assert person in queries.find(queries.people_for(alma), person.name, cast.org.pk)


def test_latin_1_is_read_and_said(run, cast):
    report = run("Name;Called\nZoë;\n".encode("latin-1"))
    assert report.notes[0].startswith("This file is not UTF-8.")
    assert Person.objects.filter(source__gt="").get().name == "Zoë"


def test_workbooks_come_in_too(run, cast):
    report = run(workbook([["Name", "Phone"], ["Rosa", "0113 496 0123"], ["Sol", 1134960123]]), name="list.xlsx")
    assert dict(report.counts)["new"] == 2
    assert {c.address for c in Channel.objects.filter(kind="phone")} == {"0113 496 0123", "01134960123"}


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01\x02" * 99, b"%PDF-1.7 ...", b"PK\x03\x04broken", b"Name,Name\nA,B\n"]
)
def test_what_is_no_list_is_one_problem(run, cast, content):
    report = run(content)
    assert (len(report.problems), report.done, counted(cast)) == (1, False, 4)


def test_a_null_byte_inside_a_list_is_refused_not_stored(run, cast):
    assert not run(b"Name\nRo\x00sa\n").fine


def test_too_many_rows(run, cast, monkeypatch):
    monkeypatch.setattr(imports, "MOST_ROWS", 2)
    assert run("Name\nA\nB\nC\n").problems[0].message.startswith("This file has more than 2 rows.")
    assert counted(cast) == 4


@pytest.mark.parametrize("who", ["staff", "manager", "board", "administrator", "cora", "public"])
def test_who_may_not(cast, run, who):
    with pytest.raises(Refused):
        run(LIST, by=cast.actor(who), dry_run=True)


def test_nobody_brings_a_list_into_another_organisation(cast, run):
    with pytest.raises(Refused):
        run(LIST, by=cast.actor("stranger"))
    with pytest.raises(Refused):
        run(LIST, by=system(cast.other.pk))


def test_the_command_line_acts_as_the_system(cast, run):
    assert run(LIST, by=system(cast.org.pk)).done


def test_a_plan_with_problems_is_never_done(alma):
    plan = read_people(read_sheet(io.BytesIO(b"Name,Email\nRosa,nowhere\n"), "list.csv"))
    with pytest.raises(Refused):
        imports.import_people(plan=plan, by=alma)


def test_nothing_is_kept_when_it_breaks_half_way(cast, run, monkeypatch):
    from alongside.people.services import importing

    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(importing, "record", broken)
    with pytest.raises(RuntimeError):
        run(LIST)
    assert counted(cast) == 4
    assert not Channel.objects.exclude(person__in=cast.people.values()).exists()


def test_a_person_sees_who_brought_them_in(run, cast, alma):
    run(LIST)
    rosa = Person.objects.exclude(source="").order_by("pk").first()
    assert personal.export(rosa.pk)["what_you_need"][0]["written_by"] == "Alma Reyes"
    assert queries.consent_history(rosa)[0].origin.endswith("from a paper form")


def test_who_wrote_it_down_is_said_in_every_case(run, cast, cora, herself, alma):
    content = "Name,Needs\n{},A taxi\n"
    run(content.format("Rosa"))
    run(content.format("Sol"), by=system(cast.org.pk))
    said = [need.origin.split(" on ")[0] for need in AccessNeed.objects.order_by("pk")]
    assert said == ["Written down by Alma Reyes", "Brought in from a list"]
    assert services.add_need(person=cora, kind="send", words="Large print", by=herself).origin == ""


def test_a_large_list(cast, run, django_assert_max_num_queries):
    rows = "".join(f"Person {n} Surname{n},p{n}@example.org,A taxi\n" for n in range(1000))
    with django_assert_max_num_queries(120):
        assert dict(run("Name,Email,Needs\n" + rows).counts)["new"] == 1000


def test_sheet_errors_reach_the_reader_of_one_row(alma):
    with pytest.raises(SheetError):
        read_people(read_sheet(io.BytesIO(b'Name\n"Rosa\n'), "list.csv"))


def test_services_are_not_needed_to_look(cast, run):
    """A rehearsal reads; it never takes the lock of the event log."""
    before = Event.objects.count()
    services.add_person(name="Rosa", by=cast.actor("coordinator"), email="rosa@example.org")
    run(LIST, dry_run=True)
    assert Event.objects.count() == before + 2
