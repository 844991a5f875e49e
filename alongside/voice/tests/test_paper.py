"""Paper forms: a code for each copy, that counts once the form is typed in, and then once."""

from __future__ import annotations

import re

import pytest

from alongside.core import follow_codes
from alongside.core.codes import ALPHABET
from alongside.core.errors import Refused
from alongside.core.forms import new_token
from alongside.voice import queries, services
from alongside.voice.models import Contribution, Slip

from .access_letterboxes import ASKED, letterbox
from .factories import fresh
from .test_letterboxes import WORDS

pytestmark = pytest.mark.django_db


def form(**values):
    facts = {"who": "nobody", "medium": "paper", "kind": "experience", "words": WORDS, "uses": ["inside"]}
    return {**facts, "once": new_token(), **values}


def printed(cast, copies: int = 3, **values) -> list[str]:
    return services.print_forms(box=letterbox(cast, **values), copies=copies, by=cast.actor("staff"))


def test_a_follow_code_has_eighty_bits() -> None:
    assert len(set(ALPHABET)) == 32
    assert follow_codes.LENGTH * 5 == 80
    assert len(follow_codes.drawn_from("a")) == 16 and follow_codes.drawn_from("a") != follow_codes.drawn_from("b")


def test_each_copy_has_a_code_and_only_its_digest_is_kept(cast) -> None:
    codes = printed(cast, 50)
    assert len(set(codes)) == 50 and all(len(code) == 16 for code in codes)
    kept = str(list(Slip.objects.values()))
    assert not any(code in kept for code in codes)


@pytest.mark.parametrize("copies", [0, -1, 51])
def test_so_many_are_not_printed(cast, copies) -> None:
    with pytest.raises(Refused, match="between 1 and 50"):
        printed(cast, copies)


def test_none_are_printed_for_a_closed_letterbox(cast) -> None:
    box = services.close_letterbox(box=letterbox(cast), by=cast.actor("staff"))
    with pytest.raises(Refused, match="is closed"):
        services.print_forms(box=box, copies=1, by=cast.actor("staff"))


def test_the_page_prints_them_once_however_often_it_is_sent(cast, client) -> None:
    box, data = letterbox(cast), {"copies": "2", "once": new_token()}
    client.force_login(cast.users["staff"])
    pages = [client.post(f"/harbour/letterboxes/{box.code}/paper/", data) for _time in range(2)]
    codes = [re.findall(r"al-paper__code[^>]*>([^<]+)<", page.content.decode()) for page in pages]
    assert codes[0] == codes[1] and len(codes[0]) == 2
    assert Slip.objects.count() == 2
    assert pages[0]["Cache-Control"] == "no-store"
    assert ASKED in pages[0].content.decode()


def test_it_is_followed_from_the_day_on_which_it_was_typed_in(cast, client) -> None:
    code = printed(cast)[0]
    before = client.get(f"/harbour/follow/{code}/")
    assert before.status_code == 409
    assert "Nobody has typed in your form yet" in before.content.decode()
    told = client.post("/harbour/follow/", {"code": code, "once": new_token()}).content.decode()
    assert "Nobody has typed in your form yet" in told
    client.force_login(cast.users["staff"])
    client.post("/harbour/voices/new/", form(unit=cast.units["team"].code, slip=code.upper()))
    row = Contribution.objects.get()
    assert (row.medium, row.recorded_by, row.via) == ("paper", cast.users["staff"], "written_down")
    assert row.question.text == ASKED and row.letterbox
    client.logout()
    page = client.get(f"/harbour/follow/{code}/").content.decode()
    assert WORDS in page and "Sam Okafor" in page


def test_it_replies_to_what_was_printed_on_it(cast) -> None:
    box = letterbox(cast)
    code = services.print_forms(box=box, copies=1, by=cast.actor("staff"))[0]
    services.change_letterbox(box=box, title="x", question="Another?", kind="idea", by=cast.actor("staff"))
    services.close_letterbox(box=box, by=cast.actor("staff"))
    row, _code = services.type_in(by=_on_paper(cast), slip=code, kind="experience", words=WORDS)
    assert row.question.text == ASKED


def _on_paper(cast):
    from dataclasses import replace

    from alongside.core.actor import Medium

    return replace(cast.actor("staff"), medium=Medium.PAPER)


@pytest.mark.parametrize(
    ("typed", "says"), [("again", "typed in before"), ("0000", "never printed"), ("other", "never printed")]
)
def test_a_code_counts_once_and_here(cast, client, typed, says) -> None:
    code = printed(cast)[0]
    client.force_login(cast.users["staff"])
    if typed == "again":
        client.post("/harbour/voices/new/", form(unit=cast.units["team"].code, slip=code))
        typed = code
    if typed == "other":
        Slip.objects.update(organisation=cast.other)
        typed = code
    before = Contribution.objects.count()
    answer = client.post("/harbour/voices/new/", form(unit=cast.units["team"].code, slip=typed, words="Other words."))
    assert answer.status_code == 422
    assert says in answer.content.decode() and "Other words." in answer.content.decode()
    assert Contribution.objects.count() == before


def test_a_form_without_a_slip_gets_a_code(cast, client) -> None:
    box = letterbox(cast)
    client.force_login(cast.users["staff"])
    page = client.get(f"/harbour/voices/new/?letterbox={box.code}").content.decode()
    assert box.title in page
    answer = client.post(f"/harbour/voices/new/?letterbox={box.code}", form(), follow=True).content.decode()
    assert "al-code" in answer
    row = Contribution.objects.get()
    assert (row.letterbox, row.question.text, row.unit) == (box, ASKED, box.unit)


def test_somebody_on_the_register_finds_it_both_ways(cast) -> None:
    from alongside.core.actor import Medium

    code = printed(cast)[0]
    cora = cast.people["cora"]
    by = cast.actor("coordinator").for_person(cora.pk, Medium.PAPER)
    row, _code = services.type_in(by=by, slip=code, kind="idea", words=WORDS, person=cora)
    assert fresh(row).person == cora
    assert queries.contribution_by_follow(cast.org, code, "::1") == row


def test_a_wrong_form_uses_no_code_up(cast) -> None:
    code = printed(cast)[0]
    with pytest.raises(Refused):
        services.type_in(by=_on_paper(cast), slip=code, kind="idea", words="  ")
    assert not Slip.objects.filter(used_on__isnull=False).exists()
