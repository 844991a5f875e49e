"""Standards are data: what a good file is, and what is said of a broken one."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from alongside.core.errors import NotYours, Refused
from alongside.reports import services
from alongside.reports.models import OwnStandard
from alongside.reports.queries import standards
from alongside.reports.standards import BrokenStandard
from tests.cast import Cast

from .standard_files import CHARTER


def lines(content: str | bytes) -> list[str]:
    with pytest.raises(BrokenStandard) as broken:
        standards.read(content.encode() if isinstance(content, str) else content)
    return broken.value.lines


def test_every_standard_that_comes_with_it_is_whole() -> None:
    found = standards.everybodys()
    assert list(found) == ["4pi", "accessible-information", "pcref", "uk-standards"]
    assert [len(each.points) for each in found.values()] == [5, 6, 3, 6]
    for each in found.values():
        assert each.link.startswith("https://") and "own words" in each.credit


@pytest.mark.parametrize(
    ("wrong", "instead", "told"),
    [
        ('slug = "our-charter"', 'slug = "Our charter"', "Line 1: “Our charter” cannot be a slug"),
        ('slug = "our-charter"', 'slug = "add"', "Line 1: “add” cannot be a slug"),
        ('name = "Our involvement charter"', "", "Line 1: “name” is missing."),
        ('name = "Early"', "name = 5", "Line 10: “name” must be words"),
        ('"https://example.org/charter"', '"javascript:alert(1)"', "Line 4: “link” must begin with https://"),
        ('about = "What', 'abuot = "What', "Line 6: “abuot” is not known here. Is it misspelt?"),
        ('"asked", "scope"', '"asked", "scoop"', "Line 13: “scoop” in “rests_on” is not known here."),
        ('["asked_after"]', '"asked_after"', "Line 14: “signs” must be a list of names"),
        ('["shaped"]', '["felt"]', "Line 15: “felt” in “accounts” is not known here."),
        ('slug = "paid"', 'slug = "early"', "Line 18: “early” is the slug of an earlier point, too."),
        ('rests_on = ["payments", "pay_said"]', "", "Line 17: The point rests on nothing."),
        ('first = "Pay what is owed."', "", "Line 17: “first” is missing."),
        ('name = "Paid"', f'name = "{"x" * 201}"', "Line 19: “name” is longer than 200 letters."),
        ('name = "Paid"', 'name = "Paid', "Line 19: This cannot be read."),
        ('credit = "Ours."', 'credit = "Ours."\nlanguage = "welsh!"', "Line 6: “language” is not a language."),
    ],
)
def test_what_is_wrong_is_said_by_line(wrong: str, instead: str, told: str) -> None:
    assert wrong in CHARTER
    assert lines(CHARTER.replace(wrong, instead))[0].startswith(told)


def test_all_that_is_wrong_is_said_at_once() -> None:
    broken = CHARTER.replace('"scope"', '"scoop"').replace('"pay_said"', '"pay_sad"')
    assert lines(broken) == [
        "Line 13: “scoop” in “rests_on” is not known here.",
        "Line 22: “pay_sad” in “rests_on” is not known here.",
    ]
    many = CHARTER.replace("rests_on = [", "rests_on = [" + "".join(f'"no{n}", ' for n in range(30)))
    assert lines(many)[-1] == "And 40 more."


@pytest.mark.parametrize(
    "content",
    [b"", b"\xff\xfe\x00", b"x" * 300_000, b"points = []", b'slug = "a-b-c"', b"[" * 50_000, b"n = " + b"9" * 9_000],
)
def test_what_is_no_standard_at_all(content: bytes) -> None:
    assert lines(content)


@given(st.text(max_size=300))
def test_whatever_is_chosen_is_read_or_refused(text: str) -> None:
    for content in (text, CHARTER + text, CHARTER.replace("Early", text)):
        try:
            found = standards.read(content.encode(errors="replace"))
        except BrokenStandard as broken:
            assert broken.lines
        else:
            tomllib.loads(content)
            assert "\x00" not in found.name


@pytest.mark.django_db
class TestOwn:
    def test_added_replaced_and_removed(self, cast: Cast) -> None:
        by = cast.actor("administrator")
        first = services.add_standard(content=CHARTER.encode(), by=by)
        again = services.add_standard(content=CHARTER.replace("Early", "Soon").encode("utf-8-sig"), by=by)
        first.refresh_from_db()
        assert first.ended_on and standards.own_rows(cast.org.pk) == {"our-charter": again}
        found = standards.listed_in(cast.org.pk, "our-charter")
        assert found and found.standard and found.standard.points[0].name == "Soon"
        services.remove_standard(standard=again, by=by)
        assert standards.listed_in(cast.org.pk, "our-charter") is None
        with pytest.raises(Refused):
            services.remove_standard(standard=again, by=by)

    @pytest.mark.parametrize("who", ["manager", "board", "finance", "cora", "stranger", "public"])
    def test_only_by_who_sets_up(self, cast: Cast, who: str) -> None:
        by = cast.actor(who)
        if who == "stranger":  # at home they may, and here nothing of it is seen
            services.add_standard(content=CHARTER.encode(), by=by)
            assert standards.listed_in(cast.org.pk, "our-charter") is None
            return
        with pytest.raises(NotYours):
            services.add_standard(content=CHARTER.encode(), by=by)

    def test_nothing_takes_the_place_of_what_everybody_has(self, cast: Cast) -> None:
        with pytest.raises(Refused, match="that everybody has"):
            services.add_standard(content=CHARTER.replace("our-charter", "4pi").encode(), by=cast.actor("coordinator"))
        assert not OwnStandard.objects.exists()

    def test_a_broken_file_changes_nothing_and_says_why(self, cast: Cast, client_as: Any) -> None:
        services.add_standard(content=CHARTER.encode(), by=cast.actor("coordinator"))
        broken = CHARTER.replace('"scope"', '"scoop"').replace("Paid", "")
        file = SimpleUploadedFile("charter.toml", broken.encode())
        page = client_as("coordinator").post("/harbour/evidence/add/", {"file": file})
        text = page.content.decode()
        assert page.status_code == 422
        assert "Line 13: “scoop” in “rests_on” is not known here." in text and "Line 19: “name” is missing." in text
        assert OwnStandard.objects.count() == 1

    def test_a_file_that_somebody_chose_is_shown(self, cast: Cast, client_as: Any) -> None:
        client = client_as("coordinator")
        file = SimpleUploadedFile("charter.toml", CHARTER.encode())
        done = client.post("/harbour/evidence/add/", {"file": file}, follow=True).content.decode()
        assert "Our involvement charter" in done and "Added here on" in done
        page = client.get("/harbour/evidence/our-charter/").content.decode()
        assert "People are asked while everything is still open." in page
        assert "What was paid, to whom and how soon is not on this record." in page
        assert client.get("/harbour/evidence/our-charter/file/").content.decode() == CHARTER

    def test_one_that_names_what_is_gone_says_so(self, cast: Cast, client_as: Any) -> None:
        row = services.add_standard(content=CHARTER.encode(), by=cast.actor("coordinator"))
        OwnStandard.objects.filter(pk=row.pk).update(content=CHARTER.replace("scope", "scoop"))
        client = client_as("coordinator")
        page = client.get("/harbour/evidence/").content.decode()
        assert "It cannot be shown" in page and "“scoop” in “rests_on” is not known here." in page
        assert client.get("/harbour/evidence/our-charter/").status_code == 404
        assert client.get("/harbour/evidence/our-charter/remove/").status_code == 200
