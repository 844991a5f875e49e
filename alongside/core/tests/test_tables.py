"""Lists: every row once in every order, and no address can break them."""

import datetime as dt

import pytest
from django.db import connection, models
from django.db.models.functions import Lower, NullIf
from django.template import Context, Template
from django.test import RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from alongside.core import parts, tables
from alongside.core.keyset import Keyset, may_be_null
from alongside.core.models import Once

DAY = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


FILLED = NullIf("location", models.Value(""), output_field=models.TextField())


class OnceTable(tables.Table):
    caption = "Things"
    empty = "Nothing yet."
    default_sort = "-at"
    page_size = 3
    columns = (
        tables.Column("token", "Token", link=lambda row: f"/{row.pk}/", sort=Lower("token")),
        tables.Column("at", "When", sort=("at", "location")),
        tables.Column("place", "Where", value="location", sort=FILLED),
        tables.Column("state", "State"),
    )
    filters = (
        tables.Filter("place", "Where", lambda rows, v: rows.filter(location=v), choices=[("a", "A"), ("b", "B")]),
        tables.Filter("text", "Text", lambda rows, v: rows.filter(token__startswith=v)),
    )

    def cell_state(self, row):
        return parts.state_tag("Open", "open")


def table(query="", rows=None, **more):
    rows = Once.objects.all() if rows is None else rows
    return OnceTable(RequestFactory().get(f"/list/{query}"), rows, **more)


def drawn(shown):
    return Template("{% load alongside %}{% table table %}").render(Context({"table": shown}))


def walk(start="", way="on_url"):
    """Every row from the first page to the last, following the links."""
    shown, found = table(start), []
    for _page in range(60):
        keys = [row.pk for row in shown.pages.rows]
        found = found + keys if way == "on_url" else keys + found
        if not (link := getattr(shown, way)):
            return found, shown
        shown = table(link)
    raise AssertionError("the pages never end")


ROWS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(["", "", "a", "b", "é"])), min_size=0, max_size=14)


class EveryRowOnce(TestCase):
    @given(rows=ROWS, sort=st.sampled_from(["at", "-at", "place", "-place", "token", "-token", "nonsense"]))
    def test_there_and_back(self, rows, sort):
        Once.objects.bulk_create(
            Once(token=f"{i:02}{'aB'[i % 2]}", at=DAY + dt.timedelta(days=day), location=place)
            for i, (day, place) in enumerate(rows)
        )
        there, last = walk(f"?sort={sort}")
        assert sorted(there) == sorted(Once.objects.values_list("pk", flat=True))
        if last.back_url:
            back, first = walk(last.back_url, way="back_url")
            assert back + [row.pk for row in last.pages.rows] == there and not first.back_url

    @given(rows=ROWS, down=st.booleans())
    def test_the_missing_come_last(self, rows, down):
        Once.objects.bulk_create(Once(token=f"{i:02}", location=place) for i, (_, place) in enumerate(rows))
        order, _ = walk("?sort=-place" if down else "?sort=place")
        places = [Once.objects.get(pk=key).location for key in order]
        filled = [place for place in places if place]
        assert places == filled + [""] * (len(places) - len(filled))
        assert filled == sorted(filled, reverse=down) or connection.vendor != "sqlite"


@pytest.fixture
def seven(db):
    Once.objects.bulk_create(Once(token=f"t{i}", at=DAY, location="ab"[i % 2]) for i in range(7))


@pytest.mark.parametrize(
    "cursor", ["x", "%00", "a" * 5000, "WyJhIl0:1abc:def", "?after=", "%F0%9F%98%80", "1&before=2", "..", "null"]
)
@pytest.mark.parametrize("name", ["after", "before"])
def test_a_broken_cursor_is_the_first_page(seven, name, cursor):
    assert table(f"?{name}={cursor}").pages.rows == table().pages.rows


def test_a_cursor_of_another_order_is_the_first_page(seven):
    cursor = table().on_url.split("after=")[1]
    assert table(f"?sort=token&after={cursor}").pages.rows == table("?sort=token").pages.rows
    assert table(f"?after={cursor}").pages.rows != table().pages.rows


def test_unknown_parameters_and_values_are_left_alone(seven):
    shown = table("?place=zzz&nonsense=1&sort=state&text=%00")
    assert shown.chosen == {} and shown.sorted_by[0].name == "at" and len(shown.pages.rows) == 3


def test_one_query_for_a_page(seven, django_assert_num_queries):
    with django_assert_num_queries(1):
        drawn(table("?place=a&sort=-place"))


def test_filters_narrow_and_stay_in_every_link(seven):
    shown = table("?place=a&text=t&sort=token")
    page = drawn(shown)
    assert {row.location for row in shown.pages.rows} == {"a"}
    assert shown.on_url.startswith("?place=a&text=t&sort=token&after=")
    assert '<option value="a" selected>' in page and 'name="sort" value="token"' in page
    assert 'aria-sort="ascending"' in page and "?place=a&amp;text=t&amp;sort=-token" in page


def test_the_default_order_is_not_written_into_links(seven):
    assert table().on_url.startswith("?after=")
    assert 'aria-sort="descending"' in drawn(table())


def test_two_lists_on_one_page_do_not_disturb_each_other(seven):
    shown = table("?sort=token&b-sort=place&b-place=b", prefix="b")
    assert shown.sorted_by[0].name == "place" and shown.chosen == {"place": "b"}
    assert shown.headings()[0].url == "?b-place=b&b-sort=token"


def test_empty_says_what_to_do_first(db):
    page = drawn(table(first=("Add one", "/new/")))
    assert "Nothing yet." in page and '<a class="govuk-button" href="/new/">Add one</a>' in page


def test_what_cannot_be_chosen_is_left_out_and_said_so(seven):
    """All rows would be taken for those that were asked for."""
    assert table("?place=c&text=x").left_out == ["Where"] and not table("?place=c").chosen
    assert "“Where”: what the address asks for" in drawn(table("?place=%3Cb%3E"))
    assert not table("?place=a&text=nothing").left_out and not table("?place=").left_out
    assert table("?x-place=c", prefix="x").left_out == ["Where"] and not table("?place=c", prefix="x").left_out


def test_empty_because_of_filters_says_that(seven):
    assert "Choose fewer filters" in drawn(table("?text=nothing-like-it"))


def test_a_plain_list_is_shown_whole_without_sorting():
    page = drawn(table(rows=[Once(token=f"<{i}>", location="") for i in range(9)]))
    assert page.count('scope="row"') == 9 and "al-sort" not in page and "&lt;1&gt;" in page and "–" in page


def test_values_by_path_function_and_from_dicts():
    row = {"a": Once(token="t")}
    assert tables.value_of(row, "a.token") == "t"
    assert tables.value_of({"a": None}, "a.token") is None
    assert tables.value_of(row, lambda r: 3) == 3


@pytest.mark.parametrize(
    ("part", "answer"),
    [("token", False), (Lower("token"), False), ("pk", False), ("nothing", True), (models.Max("at"), True)],
)
def test_what_may_be_missing(part, answer):
    assert may_be_null(Once.objects.all(), part) is answer


def test_the_first_key_says_where_an_index_starts(seven):
    keyset = Keyset(Once.objects.all(), ("at",), False, "x")
    with connection.execute_wrapper(lambda run, sql, *rest: (seen.append(sql), run(sql, *rest))[1]):
        seen: list[str] = []
        cursor = keyset.page(2).after
        keyset.page(2, after=cursor)
    assert ">=" in seen[1] and "OFFSET" not in seen[1]
