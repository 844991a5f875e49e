"""A file of comments: all of it or nothing, once however often it comes, word for word."""

from __future__ import annotations

import csv
import io

import pytest

from alongside.audit.models import Event, Row
from alongside.core.actor import system
from alongside.core.errors import NotYours, Refused
from alongside.organisation.models import Unit
from alongside.people import services as people
from alongside.people.models import Purpose
from alongside.voice import queries, services
from alongside.voice.imports import run_import
from alongside.voice.models import Contribution, ContributionStatus
from tests import make

HEAD = ["Comment", "Team", "Date", "Ref"]
ROWS = [
    ["They rang back the same day.", "Crisis line", "03/03/2026", "1"],
    ["The door is too heavy for me.", "peer SUPPORT", "4 March 2026", "2"],
    ["", "Crisis line", "2026-03-05", "3"],
    ["Nobody said what would happen next. 🤷\nI waited.", "", "", "4"],
]


def file(tmp_path, rows=ROWS, head=HEAD, encoding="utf-8", delimiter=","):
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows([head, *rows])
    path = tmp_path / "said.csv"
    path.write_bytes(text.getvalue().encode(encoding))
    return path


def bring(cast, path, **values):
    facts = {"by": system(cast.org.pk), "mapping": {}, "dry_run": False, "make_units": False, **values}
    return run_import(path, cast.org, **facts)


def test_each_comment_is_a_debt_from_the_day_it_was_received(cast, tmp_path) -> None:
    report = bring(cast, file(tmp_path))
    assert report.done, report.problems
    assert report.counts == {"new": 3, "unchanged": 0, "answered": 0, "told": 0, "without_words": 1, "units_made": 0}
    rows = list(Contribution.objects.order_by("id"))
    assert [row.words for row in rows] == [ROWS[0][0], ROWS[1][0], ROWS[3][0]]
    assert [row.unit.name for row in rows] == ["Crisis line", "Peer support", "Board"]
    assert {row.received_on for row in rows} == {make.days(0)}
    assert rows[0].said_on.isoformat() == "2026-03-03"
    assert {(row.state, row.via, row.use_public) for row in rows} == {("received", "import", False)}
    assert all(row.due_on == row.acknowledge_by < row.answer_by for row in rows)
    assert ContributionStatus.objects.count() == 3


def test_whoever_is_known_has_said_themselves_whether_their_words_may_be_used(cast, tmp_path) -> None:
    cora, noor = cast.people["cora"], cast.people["noor"]
    rows = [["She allows it.", cora.code], ["She was not asked.", noor.code], ["No name.", ""]]
    assert bring(cast, file(tmp_path, rows, ["Comment", "Author"])).done
    kept = Contribution.objects.order_by("id").values_list("words", "person", "use_inside")
    assert list(kept) == [
        ("She allows it.", cora.pk, True),
        ("She was not asked.", noor.pk, False),
        ("No name.", None, True),
    ]


def test_a_list_shows_nobodys_words_who_is_known_and_does_not_allow_it(cast, tmp_path) -> None:
    cora, dev = cast.people["cora"], cast.people["dev"]
    people.give_consent(person=dev, purpose=Purpose.WORDS_PUBLIC, by=cast.actor("dev"))
    rows = [
        ["Cora's.", cora.code, "yes"],
        ["Dev's.", dev.code, "yes"],
        ["Not this.", dev.code, "no"],
        ["A.", "", "yes"],
    ]
    assert bring(cast, file(tmp_path, rows, ["Comment", "Author", "Public"])).done
    kept = Contribution.objects.order_by("id").values_list("words", "use_public")
    assert list(kept) == [("Cora's.", False), ("Dev's.", True), ("Not this.", False), ("A.", True)]


def test_one_event_with_a_seal_for_each(cast, tmp_path) -> None:
    bring(cast, file(tmp_path))
    assert Event.objects.get().name == "contributions_imported"
    assert Row.objects.count() == 3
    assert list(queries.broken_seals(cast.org.pk)) == []
    Contribution.objects.filter(words__startswith="They").update(words="They never rang.")
    assert [one.seq for one in queries.broken_seals(cast.org.pk)] == [1]


def test_the_same_file_again_changes_nothing(cast, tmp_path) -> None:
    for head in (HEAD, [*HEAD[:3], "Something else"]):  # with numbers, and without
        bring(cast, file(tmp_path, head=head))
        before = (Contribution.objects.count(), Event.objects.count())
        report = bring(cast, file(tmp_path, head=head))
        assert report.counts["new"] == 0
        assert report.counts["unchanged"] == 3
        assert (Contribution.objects.count(), Event.objects.count()) == before


def test_two_who_said_the_same_are_two(cast, tmp_path) -> None:
    rows = [["Good.", "Crisis line", "03/03/2026"]] * 2
    assert bring(cast, file(tmp_path, rows, HEAD[:3])).counts["new"] == 2
    assert bring(cast, file(tmp_path, [*rows, rows[0]], HEAD[:3])).counts["new"] == 1


def test_what_was_taken_back_does_not_come_back(cast, tmp_path) -> None:
    rows = [["I said this.", "Crisis line", "", cast.people["cora"].code]]
    path = file(tmp_path, rows, ["Comment", "Team", "Date", "Person"])
    bring(cast, path)
    contribution = Contribution.objects.get()
    services.withdraw(contribution=contribution, by=cast.actor("cora"))
    report = bring(cast, path)
    assert (report.counts["new"], report.notes) == (0, [])
    assert Contribution.objects.get().words == ""
    assert list(queries.broken_seals(cast.org.pk)) == []


def test_other_words_under_the_same_number_are_said_and_not_taken(cast, tmp_path) -> None:
    bring(cast, file(tmp_path))
    report = bring(cast, file(tmp_path, [["Something else.", *ROWS[0][1:]]]))
    assert report.counts["unchanged"] == 1
    assert "is not changed" in report.notes[0]
    assert Contribution.objects.filter(words=ROWS[0][0]).exists()


def test_several_columns_of_words_are_an_entry_each_with_its_question(cast, tmp_path) -> None:
    head = ["What was good?", "What could be better?", "Service"]
    path = file(tmp_path, [["The tea.", "The chairs.", "Crisis line"], ["", "Nothing.", ""]], head)
    mapping = {"What was good?": "words", "what could be BETTER": "words"}
    assert bring(cast, path, mapping=mapping).counts["new"] == 3
    assert list(Contribution.objects.order_by("id").values_list("question__text", "words")) == [
        ("What was good?", "The tea."),
        ("What could be better?", "The chairs."),
        ("What could be better?", "Nothing."),
    ]
    assert bring(cast, path, mapping=mapping).counts["new"] == 0


def test_other_facts_of_a_row(cast, tmp_path) -> None:
    head = ["Words", "Question", "Kind", "Public", "Person", "Group", "Received on"]
    received = make.days(-50)
    rows = [
        ["Open later.", "What would help?", "Suggestion", "Yes", cast.people["cora"].code, "", f"{received:%d/%m/%Y}"],
        ["We agree.", "", "idea", "no", "somebody else", "Tuesday group", ""],
    ]
    report = bring(cast, file(tmp_path, rows, head))
    first, second = Contribution.objects.order_by("id")
    assert (first.kind, first.question.text, first.use_public, first.person) == (
        "idea",
        "What would help?",
        False,  # Cora was not asked
        cast.people["cora"],
    )
    assert (first.received_on, first.said_on) == (received, received)
    assert (second.person, second.group_name) == (None, "Tuesday group")
    assert "register" in report.notes[0]


def test_everything_wrong_is_told_by_row_and_nothing_is_kept(cast, tmp_path) -> None:
    head = ["Words", "Team", "Said on", "Received on", "Kind", "Public", "Ref"]
    tomorrow = f"{make.days(1):%d/%m/%Y}"
    rows = [
        ["Fine.", "", "", "", "", "", "1"],
        ["A", "Nowhere", "", "", "", "", "2"],
        ["B", "", "31/02/2026", "", "", "", "3"],
        ["C", "", "", tomorrow, "", "", "4"],
        ["D", "", tomorrow, "", "", "", "5"],
        ["E", "", "", "", "opinion", "", "6"],
        ["F", "", "", "", "", "perhaps", "7"],
        ["G", "", "", "", "", "", "7"],
        ["x" * 20_001, "", "", "", "", "", "9"],
    ]
    report = bring(cast, file(tmp_path, rows, head))
    found = [(one.row, one.column) for one in report.problems]
    assert found == [
        (3, "Team"),
        (4, "Said on"),
        (5, "Received on"),
        (6, "Said on"),
        (7, "Kind"),
        (8, "Public"),
        (9, "Ref"),
        (10, "Words"),
    ]
    assert not report.done
    assert not Contribution.objects.exists()
    assert not Event.objects.exists()


def test_missing_units_are_made_on_request(cast, tmp_path) -> None:
    path = file(tmp_path, [["A", "Night café", "", "1"], ["B", "night CAFÉ", "", "2"]])
    assert [one.row for one in bring(cast, path).problems] == [2]  # once for each name
    rehearsal = bring(cast, path, make_units=True, dry_run=True)
    assert (rehearsal.fine, rehearsal.counts["units_made"], Unit.objects.filter(name="Night café").exists()) == (
        True,
        1,
        False,
    )
    bring(cast, path, make_units=True)
    assert Contribution.objects.filter(unit__name="Night café").count() == 2
    assert Unit.objects.get(name="Night café").parent == cast.units["board"]


def test_a_closed_unit_owes_no_answer(cast, tmp_path) -> None:
    Unit.objects.filter(name="Crisis line").update(closed_on=make.days(-1))
    assert "closed" in bring(cast, file(tmp_path, ROWS[:1])).problems[0].message


def test_a_rehearsal_writes_nothing(cast, tmp_path) -> None:
    report = bring(cast, file(tmp_path), dry_run=True)
    assert (report.fine, report.done, report.counts["new"]) == (True, False, 3)
    assert not Contribution.objects.exists()


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-16", "\t"), ("utf-8-sig", ";"), ("latin-1", ",")])
def test_files_as_programs_write_them(cast, tmp_path, encoding, delimiter) -> None:
    rows = [["Das Café war zu, says Zoë", "Crisis line", "", "1"], ["Again", "Crisis line", "", "2"]]
    report = bring(cast, file(tmp_path, rows, encoding=encoding, delimiter=delimiter))
    assert report.done, report.problems
    assert Contribution.objects.first().words == "Das Café war zu, says Zoë"


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n", b"%PDF-1.7", b"Name,Team\nx,y\n", b"\x00\x01\x02" * 400]
)
def test_what_is_no_file_of_comments_is_said_in_a_sentence(cast, tmp_path, content) -> None:
    path = tmp_path / "said.csv"
    path.write_bytes(content)
    report = bring(cast, path)
    assert len(report.problems) == 1
    assert not report.done


def test_a_formula_is_only_words(cast, tmp_path) -> None:
    words = '=HYPERLINK("http://example.org","click")'
    bring(cast, file(tmp_path, [[words, "", "", "1"]]))
    assert Contribution.objects.get().words == words


def test_a_column_that_is_not_there_is_named(cast, tmp_path) -> None:
    for mapping in ({"Remarks": "words"}, {"Remarks": "words", "Comment": "words"}, {"Comment": "verse"}):
        assert len(bring(cast, file(tmp_path), mapping=mapping).problems) == 1


def test_who_may_bring_in_a_file(cast, tmp_path) -> None:
    path = file(tmp_path)
    for who in ("staff", "manager", "cora", "public"):
        with pytest.raises(Refused):
            bring(cast, path, by=cast.actor(who))
    with pytest.raises(NotYours):
        bring(cast, path, by=cast.actor("stranger"))
    assert bring(cast, path, by=cast.actor("coordinator")).done
