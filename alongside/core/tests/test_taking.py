"""A list as a file: every row once, nothing run as a formula, nothing lost without a word."""

import csv
import datetime as dt
import io
import zipfile
from decimal import Decimal
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.template import Context, Template
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from hypothesis import given
from hypothesis import strategies as st

from alongside.core import parts, tables, taking
from alongside.core.models import Once
from alongside.core.sheets import read_sheet
from alongside.core.taking import rows as reading
from alongside.core.taking import xlsx_file
from alongside.core.taking.values import text_of
from alongside.core.taking.xlsx_parts import sheet_name, within

from .test_tables import OnceTable, drawn

NS = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LINK = '=HYPERLINK("http://example.org","here")'
DAY = dt.date(2026, 11, 27)


class Listed(OnceTable):
    columns = (*OnceTable.columns, tables.Column("act", "Change", value=lambda row: "Do it", acts=True))

    def file_at(self, row):
        return row.at


def things(number):
    start = dt.datetime(2026, 1, 1, 12, tzinfo=dt.UTC)
    Once.objects.bulk_create(
        Once(token=f"t{n:05}", location="ab"[n % 2], at=start + dt.timedelta(hours=n)) for n in range(number)
    )


def listed(query="", rows=None, **more):
    return Listed(RequestFactory().get(f"/list/{query}"), Once.objects.all() if rows is None else rows, **more)


def file_of(table, kind=taking.CSV):
    made = taking.TakenFile(taking.FileAsked(table, kind))
    return made.response(house="Harbour House", who="Alma Reyes")


def read(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text)))


def opened(content):
    return zipfile.ZipFile(io.BytesIO(content))


def cells(content, sheet=1):
    """{place: (style, type, text)} as the parts of the file have them."""
    found = {}
    for cell in ElementTree.fromstring(opened(content).read(f"xl/worksheets/sheet{sheet}.xml")).iter(f"{NS}c"):
        words = cell.find(f"{NS}is/{NS}t")
        assert cell.find(f"{NS}f") is None
        text = words.text if words is not None else getattr(cell.find(f"{NS}v"), "text", None)
        found[cell.get("r")] = (cell.get("s"), cell.get("t"), text)
    return found


def book(lines, title="People", **more):
    return b"".join(taking.as_xlsx(title, ["One", "Two", "Three"], [lines], []))


@pytest.mark.parametrize(
    "value, numeric, found",
    [
        *((None, False, None), ("", False, None), ("–", False, None), (True, False, "Yes"), (False, True, "No")),
        *(
            (0, True, 0),
            ("12", False, "12"),
            ("12", True, 12),
            ("1,204", True, 1204),
            ("10 or more", True, "10 or more"),
        ),
        *(("0113", True, "0113"), ("-2.5", True, Decimal("-2.5")), (Decimal("4.20"), False, Decimal("4.20"))),
        *((float("nan"), True, "nan"), (10**15, True, str(10**15)), (10**15 - 1, True, 10**15 - 1)),
        *((DAY, False, DAY), (dt.datetime(2026, 7, 1, 12, 0, 3, 9, dt.UTC), False, dt.datetime(2026, 7, 1, 13, 0, 3))),
        *((dt.datetime(2026, 7, 1, 12), False, dt.datetime(2026, 7, 1, 12)), ("a\x00b\r\nc\rd", False, "a�b\nc\nd")),
        *((parts.state_tag("Late & lost", "late"), False, "Late & lost"), (parts.age_band(45), False, "45 days")),
        *((parts.paragraphs("Ann <b>", "quiet"), False, "Ann <b>\nquiet"), (mark_safe("a &amp; b"), False, "a & b")),
        (format_html('{} <span class="al-quiet">{}</span>', parts.state_tag("Open"), "Soon"), False, "Open\nSoon"),
        *((format_html("{}<br>{}", "x", "y"), False, "x\ny"), ("<i>as typed</i>", False, "<i>as typed</i>")),
    ],
)
def test_what_stands_in_a_cell(value, numeric, found):
    with timezone.override("Europe/London"):
        assert taking.plain(value, numeric) == found
        assert type(taking.plain(value, numeric)) is type(found) or numeric


def test_what_is_drawn_for_the_eye_alone_is_left_out():
    assert text_of('<i aria-hidden="true">●<br><b>○</b></i><input type="checkbox"> 3 <span hidden>x</span>') == "3 x"


def test_every_row_in_the_order_of_the_page_with_its_filters(db):
    things(7)
    whole = read(file_of(listed()))
    assert whole[0] == ["Token", "When", "Where", "State"]  # what acts on a row is in no file
    assert [line[0] for line in whole[1:]] == [f"t{n:05}" for n in reversed(range(7))]
    assert whole[1] == ["t00006", "2026-01-01 18:00:00", "a", "Open"]
    some = read(file_of(listed("?place=b&sort=token&after=nonsense")))
    assert [line[0] for line in some[1:]] == ["t00001", "t00003", "t00005"]


def test_nothing_is_a_file_with_headings(db):
    assert read(file_of(listed())) == [["Token", "When", "Where", "State"]]
    things(2)
    nothing = read_sheet(io.BytesIO(b"".join(file_of(listed("?text=x"), taking.XLSX).streaming_content)), "x.xlsx")
    assert nothing.columns == ["Token", "When", "Where", "State"] and list(nothing.rows) == []


def test_a_plain_list_has_its_own_order():
    rows = [{"token": f"n{n}", "at": DAY, "location": "", "pk": n} for n in (3, 1, 2)]
    table = tables.Table(RequestFactory().get("/"), rows)
    table.columns = (
        tables.Column("token", "Token"),
        tables.Column("at", "When"),
        tables.Column("where", "W", "location"),
    )
    assert read(file_of(table))[1:] == [["n3", "2026-11-27", ""], ["n1", "2026-11-27", ""], ["n2", "2026-11-27", ""]]


def test_the_same_queries_for_each_thousand_rows(db, monkeypatch):
    monkeypatch.setattr(reading, "SLICE", 10)
    asked = []
    for number in (10, 30):
        Once.objects.all().delete()
        things(number)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert len(read(file_of(listed()))) == number + 1
        asked.append(len(queries))
        assert not any("OFFSET" in each["sql"] for each in queries)
    assert asked == [2, 4]  # which rows there are, and one for each slice


def test_what_a_page_looks_up_for_its_rows_is_looked_up_for_each_slice(db, monkeypatch):
    monkeypatch.setattr(reading, "SLICE", 2)

    class Looking(Listed):
        @tables.cached_property
        def names(self):
            return {row.pk: row.pk.upper() for row in self.pages.rows}

        def cell_token(self, row):
            return self.names[row.pk]

    things(5)
    table = Looking(RequestFactory().get("/"), Once.objects.all())
    assert table.names  # as a page that was half drawn has them
    assert [line[0] for line in read(file_of(table))[1:]] == [f"T{n:05}" for n in reversed(range(5))]


def test_a_list_that_changes_while_it_is_read(db, monkeypatch):
    """Nothing twice, nothing skipped; what is gone or no longer theirs is not there; what came later neither."""
    monkeypatch.setattr(reading, "SLICE", 2)
    things(6)
    slices = reading.Rows(listed("?place=&sort=token", rows=Once.objects.exclude(location="hidden"))).slices()
    first = next(slices)
    Once.objects.filter(token="t00002").delete()
    Once.objects.filter(token="t00003").update(location="hidden")
    Once.objects.filter(token="t00005").update(token="t00005")
    Once.objects.create(token="a", location="new")
    assert [line[0] for part in (first, *slices) for line in part] == ["t00000", "t00001", "t00004", "t00005"]


@pytest.mark.parametrize("kind", taking.KINDS)
def test_the_first_bytes_leave_before_the_rows_are_read(kind):
    read_so_far = []

    def slices():
        for number in range(20):
            read_so_far.append(number)
            yield [[f"words {number} {n}", n, DAY] for n in range(400)]

    write = (
        taking.as_csv(["a", "b", "c"], slices())
        if kind == taking.CSV
        else taking.as_xlsx("x", ["a", "b", "c"], slices(), [])
    )
    assert len(next(write)) >= 10 and len(read_so_far) <= 1
    longest = max(map(len, write))
    assert longest < 40_000 and len(read_so_far) == 20


def test_no_text_is_a_formula_in_a_spreadsheet():
    lines = [[LINK, -5, DAY], [f' "{LINK}', "+44 113 496 0000", "@x"], ["＝1", "\t=1", "fine = so"]]
    found = cells(book(lines))
    assert found["A2"] == (found["A3"][0], "inlineStr", LINK) and found["A2"][0] != found["C4"][0]
    assert found["B2"] == (None, None, "-5") and found["C2"][1:] == (None, "46353") and found["C4"][2] == "fine = so"
    quoted = {found[place][0] for place in ("A2", "A3", "B3", "C3", "A4", "B4")}
    assert len(quoted) == 1 and quoted != {None}
    assert 'quotePrefix="1"' in opened(book(lines)).read("xl/styles.xml").decode()


def test_no_text_is_a_formula_in_csv():
    said = [LINK, f' "{LINK}', "+44 113 496 0000", "-", "@x", "＝1", "\n=1", "plain", -5, Decimal("-1.5")]
    lines = csv.reader(
        io.StringIO(
            b"".join(taking.as_csv(["=h"], [[[each]] for each in said][0:0] or [[[x] for x in said]])).decode(
                "utf-8-sig"
            )
        )
    )
    found = [line[0] for line in lines]
    assert found[0] == "'=h" and found[-3:] == ["plain", "-5", "-1.5"]
    assert all(cell.startswith("'") for cell in found[1:-3])


@given(st.text(max_size=60))
def test_any_words_come_back(words):
    """From a workbook and from CSV, emoji, Arabic and quotation marks; what no file can hold is seen to be missing."""
    kept = taking.plain(words)
    back = cells(book([["first", words and kept, None]])).get("B2", (None, None, None))[2]
    assert back is None and kept is None or back.replace("_x005F_", "_") == kept.replace("_x005F_", "_")
    text = b"".join(taking.as_csv(["h"], [[[kept]]])).decode("utf-8-sig")
    again = list(csv.reader(io.StringIO(text, newline="")))[1:]
    assert (again[0] if again and again[0] else [""])[0].removeprefix("'") == (kept or "").removeprefix("'")


def test_a_text_too_long_for_a_cell_is_shortened_and_says_so():
    content = book([["x" * 40_000, "y", None]])
    words = cells(content)["A2"][2]
    assert len(words) == 32_767 and words.endswith("x…")
    about = opened(content).read("xl/sharedStrings.xml").decode()
    assert "1 cells. One holds at most 32,767 letters; in the CSV file they are whole." in about
    assert len(b"".join(taking.as_csv(["h"], [[["x" * 40_000]]]))) > 40_000
    assert within("😀" * 3, 5) == ("😀😀…", False) and within("😀" * 3, 6) == ("😀" * 3, True)


@pytest.mark.parametrize("name, most", [("MOST_ROWS", 4), ("MOST_BYTES", 1)])
def test_more_rows_than_a_sheet_holds_go_on_in_the_next(monkeypatch, name, most):
    monkeypatch.setattr(xlsx_file, "CHUNK", 3)
    monkeypatch.setattr(xlsx_file, name, most)
    content = book([[f"r{n}", n, DAY] for n in range(7)])
    sheets = [cells(content, n) for n in (1, 2, 3)]
    assert [[text for place, (_s, _t, text) in sheet.items() if place[0] == "A"][1:] for sheet in sheets] == [
        ["r0", "r1", "r2"],
        ["r3", "r4", "r5"],
        ["r6"],
    ]
    assert all(sheet["A1"] == sheets[0]["A1"] for sheet in sheets)
    names = opened(content).read("xl/workbook.xml").decode()
    assert all(f'name="{each}"' in names for each in ("People 1", "People 2", "People 3", "About"))
    assert (
        "3, because a spreadsheet cannot hold as many rows in one."
        in opened(content).read("xl/sharedStrings.xml").decode()
    )
    assert opened(content).testzip() is None


@pytest.mark.parametrize(
    "title, number, name",
    [
        ("What was said: [all]/none?", 0, "What was said all none"),
        ("'quoted'", 0, "quoted"),
        ("x" * 40, 12, "x" * 27 + "… 12"),
        ("", 0, "List"),
        ("about", 0, "about 1"),
        ("History", 0, "History 1"),
        ("قائمة", 2, "قائمة 2"),
    ],
)
def test_names_of_sheets(title, number, name):
    assert sheet_name(title, number) == name and len(name) <= 31


def test_days_that_a_spreadsheet_cannot_count_are_words():
    content = book([[dt.date(1900, 2, 28), dt.date(1900, 3, 1), dt.datetime(2026, 11, 27, 12)]])
    found = cells(content)
    assert found["A2"][1:] == ("inlineStr", "1900-02-28") and found["B2"][2] == "61"
    assert found["C2"][2] == "46353.5000000000" and found["B2"][0] != found["C2"][0]


def test_a_workbook_says_what_it_is(db):
    things(3)
    response = file_of(listed("?place=a&sort=token"), taking.XLSX)
    told = opened(b"".join(response.streaming_content)).read("xl/sharedStrings.xml").decode()
    for words in ("Harbour House", "Things", "Where", "A", "Token, from the first", "Alma Reyes", "Rows"):
        assert f">{words}<" in told
    assert response["Content-Type"] == taking.files.TYPES["xlsx"]
    today = timezone.localdate()
    assert response["Content-Disposition"] == f'attachment; filename="harbour-house-things-{today}.xlsx"'
    assert response["Cache-Control"] == "no-store"


def test_a_year_keeps_its_two_halves_in_the_name_of_a_file(db, monkeypatch):
    monkeypatch.setattr(Listed, "caption", "Figures: 2026/27")
    response = file_of(listed(), taking.XLSX)
    assert f"figures-2026-27-{timezone.localdate()}.xlsx" in response["Content-Disposition"]


def test_our_own_reader_reads_it(db):
    things(3)
    sheet = read_sheet(io.BytesIO(b"".join(file_of(listed(), taking.XLSX).streaming_content)), "things.xlsx")
    rows = list(sheet.rows)
    assert [row.cells["Token"] for row in rows] == ["t00002", "t00001", "t00000"]
    assert rows[0].cells["When"].startswith("2026-01-01")


class TestAsking:
    def test_links_keep_what_was_asked(self, db):
        things(4)
        page = drawn(listed("?place=a&after=x&other=1"))
        assert "?place=a&amp;other=1&amp;file=csv&amp;list=listed" in page and "file=xlsx" in page
        assert "written down" not in page

    def test_an_empty_list_offers_nothing(self, db):
        assert "file=" not in drawn(listed())

    @pytest.mark.parametrize("query", ["?file=pdf", "?file=", "?file=csv&list=other", "?list=listed"])
    def test_what_is_not_understood_is_a_plain_page(self, db, query):
        assert "al-list" in drawn(listed(query))

    @pytest.mark.parametrize("query", ["?file=csv", "?file=csv&list=listed", "?file=pdf&file=csv"])
    def test_the_list_itself_is_given(self, db, query):
        with pytest.raises(taking.FileAsked) as asked:
            drawn(listed(query))
        assert asked.value.kind == "csv"

    def test_only_a_page_that_is_asked_for_gives_files(self, db):
        assert "al-list" in drawn(Listed(RequestFactory().post("/?file=csv"), Once.objects.all()))

    def test_each_list_of_a_page_has_its_own_name(self, db):
        request = RequestFactory().get("/?file=csv&list=b")
        first, second = (Listed(request, Once.objects.all(), prefix=prefix) for prefix in ("a", "b"))
        assert "al-list" in drawn(first)
        with pytest.raises(taking.FileAsked):
            drawn(second)

    def test_lists_of_one_kind_without_a_prefix_are_counted(self, db):
        request = RequestFactory().get("/")
        names = [taking.name_on_page(Listed(request, Once.objects.all())) for _ in range(2)]
        assert names == ["listed", "listed-2"]


class TestDrawn:
    ONE = (
        '<table><caption>Places &amp; roles</caption><thead><tr><th scope="col">Who</th>'
        '<th class="govuk-table__header--numeric">Turns</th></tr></thead><tbody>'
        '<tr><th scope="row">Mo</th><td><span>3</span></td></tr>'
        '<tr><th scope="row"><a href="/x/">=Ann</a></th><td>–<br><span class="al-quiet">never</span></td></tr>'
        "</tbody></table>"
    )

    def page(self, body, query="", **more):
        request = RequestFactory().get(f"/{query}")
        return Template("{% takes %}" + body + "{% endtakes %}").render(Context({"request": request, **more}))

    def test_what_a_template_draws_can_be_taken(self):
        shown = self.page(self.ONE)
        assert shown.startswith(self.ONE) and "?file=csv&amp;list=places-roles" in shown
        with pytest.raises(taking.FileAsked) as asked:
            self.page(self.ONE, "?file=csv&list=places-roles")
        assert read(file_of(asked.value.table)) == [["Who", "Turns"], ["Mo", "3"], ["'=Ann", "–\nnever"]]
        assert asked.value.table.personal

    def test_several_of_one_shape_are_one_file(self):
        html = self.ONE + "<p>How</p>" + self.ONE.replace("Places &amp; roles", "Others")
        found = read(file_of(taking.DrawnTable(RequestFactory().get("/"), html, personal=False)))
        assert found[0] == ["Which", "Who", "Turns"]
        assert [line[:2] for line in found[1:4]] == [
            ["Places & roles", "Mo"],
            ["Places & roles", "'=Ann"],
            ["Others", "Mo"],
        ]

    @pytest.mark.parametrize(
        "body", ["", "<p>Nothing</p>", "<table><caption>Empty</caption></table>", "<table><tr><th>cut"]
    )
    def test_nothing_offers_nothing(self, body):
        assert self.page(body) == body

    def test_without_a_request_it_is_only_drawn(self):
        assert self.page(self.ONE, request=None) == self.ONE

    def test_without_headings(self):
        html = "<table><caption>Bare</caption><tr><th>a</th><td class='x--numeric'>1</td></tr></table>"
        table = taking.DrawnTable(RequestFactory().get("/"), html, personal=False)
        assert read(file_of(table)) == [["", ""], ["a", "1"]]
