"""Every component renders, and the pages that nothing may break."""

import datetime as dt
import gzip
import re
from pathlib import Path

import pytest
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils import timezone, translation

from alongside.core import gallery, parts, vendor_govuk

pytestmark = [pytest.mark.django_db, pytest.mark.urls("alongside.core.tests.test_gallery")]
CORE = Path(gallery.__file__).parent

from django.urls import include, path  # noqa: E402

urlpatterns = [path("design/", include("alongside.core.urls"))]


@pytest.mark.parametrize(
    ("address", "status"), [("", 200), ("?sort=x", 200), ("form/", 200), ("confirm/", 200), ("refused/", 409)]
)
def test_pages_render_without_script_or_style(client, address, status):
    response = client.get(f"/design/{address}")
    page = response.content.decode()
    assert response.status_code == status
    assert page.count("<h1") == 1 and "<script" not in page and " style=" not in page
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_form_of_the_gallery_saves_refuses_and_notices_others(client):
    good = {"name": "Rosa", "words": "Warm rooms", "how": "inside", "about": "bus", "seen": "3"}
    assert client.post("/design/form/", good).status_code == 303
    assert "five working days" in client.get("/design/").content.decode()
    assert client.post("/design/form/", {**good, "name": "no"}).status_code == 422
    stale = client.post("/design/form/", {**good, "seen": "2"}).content.decode()
    assert "Somebody changed this" in stale and 'name="seen" value="3"' in stale


def test_confirming(client):
    assert client.post("/design/confirm/", {}).status_code == 303


def test_right_to_left_and_words_of_the_organisation():
    request = RequestFactory().get("/")
    request.words = {"people": "partners"}
    page = Template('{% load alongside %}{% word "people" capital=True %} {% word "person" %} {% word "else" %}')
    assert page.render(Context({"request": request})) == "Partners contributor else"
    with translation.override("ar"):
        assert 'dir="rtl"' in render_to_string("core/404.html", {}, request)


def test_navigation_and_acting_as_are_shown_when_there_are_any():
    facts = {"nav": [("Desk", "/desk/", True)], "acting": ("Mina", "/stop/"), "site_name": "<b>", "back": "/x/"}
    page = render_to_string("core/page.html", facts, RequestFactory().get("/"))
    assert 'aria-current="page"' in page and "You are looking as <b>Mina</b>" in page and "&lt;b&gt;" in page
    assert 'href="/x/">Back</a>' in page


def test_the_page_for_when_all_is_broken_needs_nothing():
    assert "{" not in (CORE / "templates/core/500.html").read_text()


@pytest.mark.parametrize(("days", "marks"), [(0, "●○○"), (41, "●○○"), (42, "●●○"), (84, "●●●")])
def test_ages_are_words_and_marks(days, marks):
    assert marks in parts.age_band(days) and f"{days} day" in parts.age_band(days)


def test_a_moment_is_told_in_the_zone_of_the_page() -> None:
    half_past_one = dt.datetime(2026, 7, 1, 13, 30, tzinfo=dt.UTC)
    with timezone.override("Europe/London"):
        assert parts.clock(half_past_one) == "2:30pm"
        assert parts.moment(half_past_one) == "1 July 2026, 2:30pm"


def test_days_and_times_as_people_write_them():
    late = dt.datetime(2026, 6, 30, 23, 30, tzinfo=dt.UTC)
    with timezone.override("Europe/London"):
        assert parts.day(late) == "1 July 2026" and parts.moment(late) == "1 July 2026, 12:30am"
    assert [parts.clock(dt.time(h, m)) for h, m in ((0, 0), (9, 0), (12, 0), (12, 5), (14, 30))] == [
        "midnight",
        "9am",
        "noon",
        "12:05pm",
        "2:30pm",
    ]
    assert parts.timed(dt.date(2026, 3, 27)) == '<time datetime="2026-03-27">27 March 2026</time>'


def test_somebody_s_words_are_shown_as_text():
    page = Template("{% load alongside %}{% voice words by=by %}").render(
        Context({"words": "<script>\n\nx", "by": "<b>"})
    )
    assert "&lt;script&gt;" in page and "&lt;b&gt;" in page


@pytest.mark.parametrize(
    ("label", "short"), [("Not read yet", True), ("Answer owed", True), ("Answered, not yet told", False)]
)
def test_a_state_in_a_few_words_stays_in_one_line(label: str, short: bool) -> None:
    assert ("al-tag--short" in parts.state_tag(label)) is short


@pytest.mark.parametrize("bars", [[], [parts.Bar("None", 0)], [parts.Bar("Of none", 0, of=0)]])
def test_bars_of_nothing(bars):
    Template('{% load alongside %}{% bars bars "Caption" %}').render(Context({"bars": bars}))


@pytest.mark.parametrize(("sheet", "most"), [(vendor_govuk.SITE, 12_000), (vendor_govuk.PAPER, 4_000)])
def test_the_style_sheets_are_ours_small_and_up_to_date(sheet, most):
    css, small = sheet.read_text(), vendor_govuk.packed(sheet).read_bytes()
    assert css == vendor_govuk.sheets()[sheet]
    assert gzip.decompress(small).decode() == css
    assert len(small) < most
    assert not re.search(r"url\(|GDS Transport|@font-face|crest|sourceMappingURL|@import|https?:", css)


def test_what_is_for_paper_stands_by_itself():
    css = ".a{b:c}\n@media print { .a > b { d: e; } @page { margin: 1mm } }"
    css += "@media screen{.a{f:g}}@page letter{size:A4}.a{h:i}"
    assert vendor_govuk.on_paper(css) == (
        ".a{b:c}@media screen{.a{f:g}}.a{h:i}",
        ".a>b{d: e}@page{margin: 1mm}@page letter{size:A4}",
    )


def test_vendoring_strips_what_is_not_ours():
    css = (
        '@charset "UTF-8";@font-face{font-family:GDS Transport;src:url(a.woff2)}.govuk-tabs,.govuk-tag{a:b}'
        ".govuk-table,.govuk-tabs__list{font-family:GDS Transport,arial,sans-serif;margin-left:1px;left:0}"
        "@media print{.govuk-header{background:url(crest.svg)}}/*# sourceMappingURL=x */"
    )
    assert vendor_govuk.vendored(css).split("\n")[1] == ".govuk-table{margin-inline-start:1px;inset-inline-start:0}"
