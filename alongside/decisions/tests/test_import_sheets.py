"""Tables of decisions: what they make, change and leave alone."""

from __future__ import annotations

from datetime import date

import pytest
import xlsxwriter

from alongside.audit.models import Content, Event, Row
from alongside.core.actor import system
from alongside.core.errors import NotYours, Refused
from alongside.decisions import queries, services
from alongside.decisions.models import Decision, DecisionStatus, TakenWithout
from alongside.organisation.models import Kind, Unit
from tests import make

from .factories import decided
from .importing import COLUMNS, ROW, table

WHOLE = (
    *("Decision", "Type", "Team", "Decide by", "Opened on", "Who decides", "What is open", "What is fixed"),
    *("Owner e-mail", "Why now", "Ref", "Cost code"),
)
WHOLE_ROW = (
    *("Support worker", "recruitment", "crisis  LINE", "27 March 2027", "1.2.26", "The panel", "Who", "The pay"),
    *("Mo@Example.org", "An inspection", "V-12", "4410"),
)


def test_every_column_is_matched_by_name(cast, bring) -> None:
    report = bring(table(WHOLE_ROW, columns=WHOLE))
    assert (report.problems, report.unknown_columns) == ([], ["Cost code"])
    assert report.counts["new"] == 1
    made = Decision.objects.get()
    assert (made.title, made.kind, made.unit) == ("Support worker", cast.kinds["recruitment"], cast.units["team"])
    assert (made.due_on, made.opened_on) == (date(2027, 3, 27), date(2026, 2, 1))
    assert (made.decider, made.open_part, made.fixed_part) == ("The panel", "Who", "The pay")
    assert (made.owner, made.trigger, made.source, made.uid) == (cast.users["manager"], "inspection", "csv", "ref:V-12")
    assert made.recorded_by == cast.users["coordinator"]
    assert [(s.state, s.effective_on) for s in queries.history_of(made)] == [("planned", date(2026, 2, 1))]


def test_one_event_with_a_sealed_row_for_each(cast, bring) -> None:
    bring(table(ROW, ("Policy on dogs", "Policy", "Board", "1/4/27")))
    event = Event.objects.get()
    assert (event.name, event.target) == ("decisions_imported", cast.org.code)
    assert set(Row.objects.values_list("target", flat=True)) == set(Decision.objects.values_list("code", flat=True))
    assert "dogs" not in str(Content.objects.get().facts)


def test_the_same_file_twice_changes_nothing(bring) -> None:
    content = table(ROW, ("Policy on dogs", "Policy", "Board", "1/4/27"))
    bring(content)
    before = list(Decision.objects.order_by("id").values())
    report = bring(content)
    assert (report.counts["unchanged"], report.counts["new"], report.counts["changed"]) == (2, 0, 0)
    assert list(Decision.objects.order_by("id").values()) == before
    assert Event.objects.count() == 1


def test_a_rehearsal_says_what_would_happen_and_does_nothing(bring) -> None:
    report = bring(table(ROW, ("New team's first", "Policy", "New team", "1/4/27")), dry_run=True, make_units=True)
    assert report.fine
    assert not report.done
    assert (report.counts["new"], report.counts["units_made"]) == (2, 1)
    assert not Decision.objects.exists()
    assert not Unit.objects.filter(name="New team").exists()


def test_a_changed_row_changes_its_decision_only(bring) -> None:
    columns = (*COLUMNS, "Reference", "What is open")
    bring(table((*ROW, "1", "All"), ("Dogs", "Policy", "Board", "1/4/27", "2", "x"), columns=columns))
    Decision.objects.filter(uid="ref:1").update(fixed_part="Written here", open_part="Also here")
    report = bring(
        table(
            ("Night worker", "Recruitment", "Peer support", "1/5/27", "1", ""),
            ("Dogs", "Policy", "Board", "1/4/27", "2", "x"),
            columns=columns,
        )
    )
    assert (report.counts["changed"], report.counts["unchanged"]) == (1, 1)
    changed = Decision.objects.get(uid="ref:1")
    assert (changed.title, changed.unit.name, changed.due_on) == ("Night worker", "Peer support", date(2027, 5, 1))
    assert (changed.fixed_part, changed.open_part) == ("Written here", "Also here")
    assert changed.version == 2
    assert Decision.objects.get(uid="ref:2").version == 1


def test_an_outcome_recorded_here_is_never_touched(cast, bring) -> None:
    columns = (*COLUMNS, "Reference", "Decided", "Outcome")
    row = ("Dogs", "Policy", "Board", "1/4/27", "2")
    bring(table((*row, "", ""), columns=columns))
    Decision.objects.update(opened_on=make.days(-30))
    decided(cast, Decision.objects.get(), outcome="Dogs may come.")
    report = bring(table(("Cats", *row[1:], "1/2/26", "No dogs."), columns=columns))
    found = Decision.objects.get()
    assert (found.title, found.outcome, found.decided_on) == ("Cats", "Dogs may come.", make.days(-1))
    assert "keeps its outcome" in " ".join(report.notes)


def test_what_was_planned_is_decided_by_the_file(bring) -> None:
    columns = (*COLUMNS, "Reference", "Decided", "Outcome", "Why so")
    row = ("Dogs", "Policy", "Board", "1/4/27", "2")
    bring(table((*row, "", "", ""), columns=columns))
    bring(table((*row, "1 February 2026", "No dogs.", "Allergies."), columns=columns))
    found = Decision.objects.get()
    assert (found.state, found.taken, found.reserved, found.decided_on) == (
        "decided",
        "without",
        False,
        date(2026, 2, 1),
    )
    assert found.opened_on <= found.decided_on
    assert [(s.state, s.outcome, s.reason) for s in queries.history_of(found)] == [
        ("planned", "", ""),
        ("decided", "No dogs.", "Allergies."),
    ]


def test_what_was_dropped_here_stays_dropped(cast, bring) -> None:
    columns = (*COLUMNS, "Reference")
    bring(table((*ROW, "1"), columns=columns))
    services.drop_decision(decision=Decision.objects.get(), reason="No money", seen=1, by=cast.actor("coordinator"))
    report = bring(table(("Night worker", *ROW[1:], "1"), columns=columns))
    assert Decision.objects.get().state == "dropped"
    assert "stays dropped" in " ".join(report.notes)


PAST = (*COLUMNS, "Decided", "Why without people", "Allowed by")


def test_last_years_recruitment_before_it_was_reserved(cast, bring) -> None:
    report = bring(table((*ROW[:3], "", "1/12/2024", "", ""), columns=PAST))
    found = Decision.objects.get()
    assert (found.state, found.taken, found.reserved) == ("decided", "without", False)
    assert (found.opened_on, found.decided_on) == (date(2024, 12, 1), date(2024, 12, 1))
    assert "until attendance is written down" in " ".join(report.notes)


def test_reserved_when_it_was_decided_needs_a_reason(bring) -> None:
    report = bring(table((*ROW[:3], "", "1/2/2026", "", ""), columns=PAST))
    assert [(p.row, p.column) for p in report.problems] == [(2, "Decided")]
    assert "reserved since 1 January 2025" in report.problems[0].message
    assert not Decision.objects.exists()


def test_reserved_with_a_reason_is_an_exception(cast, bring) -> None:
    bring(table((*ROW[:3], "", "1/2/2026", "The shift was empty", "bea@example.org"), columns=PAST))
    assert Decision.objects.get().taken == "excepted"
    row = TakenWithout.objects.get()
    assert (row.reason, row.allowed_by) == ("The shift was empty", cast.users["board"])


def test_who_allowed_it_must_be_able_to(bring) -> None:
    report = bring(table((*ROW[:3], "", "1/2/2026", "Empty", "mo@example.org"), columns=PAST))
    assert [p.column for p in report.problems] == ["Allowed by"]
    report = bring(table((*ROW[:3], "", "1/2/2026", "Empty", ""), columns=PAST), who="administrator")
    assert {p.column for p in report.problems} == {"Why without people", "Allowed by"}


def test_the_command_line_has_to_name_who_allowed_it(cast, bring) -> None:
    by = system(cast.org.pk)
    row = (*ROW[:3], "", "1/2/2026", "Empty")
    assert [p.column for p in bring(table((*row, ""), columns=PAST), by=by).problems] == ["Allowed by"]
    assert bring(table((*row, "alma@example.org"), columns=PAST), by=by).done
    made = Decision.objects.get()
    assert (made.by_kind, made.recorded_by) == ("system", None)


def test_units_that_are_not_here(cast, bring) -> None:
    content = table(("First", "Policy", "New team", ""), ("Second", "Policy", "new  TEAM", ""))
    report = bring(content)
    assert [(p.row, p.column) for p in report.problems] == [(2, "Unit"), (3, "Unit")]
    assert not Decision.objects.exists()
    report = bring(content, make_units=True)
    made = Unit.objects.get(name="New team")
    assert (made.level, made.parent, report.counts["units_made"]) == ("team", cast.units["board"], 1)
    assert Decision.objects.filter(unit=made).count() == 2
    assert bring(content).counts["unchanged"] == 2


def test_a_closed_unit_may_have_decided_and_does_not_decide_any_more(cast, bring) -> None:
    Unit.objects.filter(pk=cast.units["team"].pk).update(closed_on=make.days(-1))
    assert bring(table((*ROW[:3], "", "1/12/2024", "", ""), columns=PAST)).done
    assert [p.column for p in bring(table(ROW)).problems] == ["Unit"]


def test_kinds_that_are_not_here(cast, bring) -> None:
    content = table(("Garden", "Gardening", "Board", ""))
    report = bring(content)
    assert "The kinds are: Budget, Policy, Recruitment." in report.problems[0].message
    assert not bring(content, other_kinds=True).fine  # there is no "other" here
    other = Kind.objects.create(organisation=cast.org, slug="other", name="Other")
    report = bring(content, other_kinds=True)
    assert Decision.objects.get().kind == other
    assert "Gardening" in " ".join(report.notes)


def test_a_list_of_one_kind_for_one_unit(cast, bring) -> None:
    content = table(("Support worker", "27/3/27"), columns=("Vacancy", "Date"))
    assert [p.column for p in bring(content).problems] == ["kind", "unit"]
    assert bring(content, kind="recruitment", unit="Crisis line").done
    made = Decision.objects.get()
    assert (made.kind.slug, made.unit) == ("recruitment", cast.units["team"])


def test_a_column_by_another_name(bring) -> None:
    content = table(ROW, columns=("Rolle", "Kind", "Unit", "Due"))
    report = bring(content)
    assert [(p.row, p.column) for p in report.problems] == [(None, "title")]
    assert report.unknown_columns == ["Rolle"]
    assert bring(content, mapping={"Rolle": "title"}).done


def test_a_mapping_that_names_what_is_not_there(bring) -> None:
    assert "There is no column" in bring(table(ROW), mapping={"Nothing": "title"}).problems[0].message
    assert "There is no field" in bring(table(ROW), mapping={"Title": "nothing"}).problems[0].message


@pytest.mark.parametrize("email", ["who@example.org", "cora@example.org"])
def test_owners_who_do_not_work_here_are_left_out_and_said(bring, email) -> None:
    report = bring(table((*ROW, email), columns=(*COLUMNS, "Owner email")))
    assert Decision.objects.get().owner is None
    assert "Rows: 2" in " ".join(report.notes)


def test_xlsx(cast, bring, tmp_path) -> None:
    path = tmp_path / "made.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet, day = book.add_worksheet(), book.add_format({"num_format": "dd/mm/yyyy"})
        sheet.write_row(0, 0, COLUMNS)
        sheet.write_row(1, 0, ROW[:3])
        sheet.write_datetime(1, 3, date(2027, 3, 27), day)
    assert bring(path.read_bytes(), "calendar.xlsx").done
    made = Decision.objects.get()
    assert (made.due_on, made.source) == (date(2027, 3, 27), "xlsx")
    assert bring(table((*ROW[:3], "2027-03-27"))).counts["new"] == 0  # the same decision in another kind of file


@pytest.mark.parametrize("who", ["staff", "manager", "board", "cora", "public"])
def test_who_may_not(bring, who) -> None:
    with pytest.raises(Refused):
        bring(table(ROW), who=who)


def test_a_stranger_does_not_bring_files_here(bring) -> None:
    with pytest.raises(NotYours):
        bring(table(ROW), who="stranger")


def test_more_than_one_batch(bring) -> None:
    rows = [(f"Decision {n}", "Policy", "Board", "1/4/27") for n in range(1201)]
    assert bring(table(*rows)).counts["new"] == 1201
    assert DecisionStatus.objects.count() == Row.objects.count() == 1201
    assert bring(table(*rows)).counts["unchanged"] == 1201
