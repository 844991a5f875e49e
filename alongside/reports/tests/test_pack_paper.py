"""The paper of a pack: tagged, with its words as they are, in whatever letters; and no picture that says nothing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

import pytest

from alongside.config.commands import report_
from alongside.core import paper
from alongside.reports.packs import Heading, Item, Lines, NoAlternative, Part, Picture, Quote, Table, Text
from alongside.reports.packs.paper import PAPER, paper_facts, paragraphs
from alongside.reports.packs.styles import STYLES, on_paper
from tests.cast import Cast

from .packing import PIECE, base, lived, stands
from .tags import Paper

AT = datetime(2026, 11, 1, tzinfo=UTC)
SVG = '<svg class="al-map" viewBox="0 0 10 10"><title>t</title><text x="1" y="9">a</text></svg>'
MARKS = (b"/StructTreeRoot", b"/MarkInfo", b"/Lang(en-GB)", b"/DisplayDocTitle true", b"pdfuaid:part", b"/Alt")


def facts_of(*blocks: Any, address: str = "") -> dict[str, Any]:
    return paper_facts(
        title="Board pack: Tháng Mười عربي",
        language="en-gb",
        front=["For the board."],
        summary=[Text("In short.")],
        parts=[Part("one", "What went wrong", list(blocks))],
        address=address,
    )


def made(*blocks: Any) -> tuple[bytes, list[dict[str, Any]]]:
    facts = facts_of(*blocks)
    return paper.made(PAPER, facts, AT), facts["front"]


def pages_of(pdf: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_every_block_in_a_tagged_paper() -> None:
    pdf, front = made(
        Heading("A heading\nin two lines"),
        Text("Quiet.", "quiet"),
        Text("A warning.", "warning"),
        Quote("Đặng Thị Hạnh nói: أحمد", "Nguyễn", "a note"),
        Quote("(withdrawn by its author)", gone=True),
        Quote("", "Somebody", points=[("A bump", "It broke."), ("Not again", "Never.")]),
        Lines([Item("An item", "its note", "1 October 2026", "Late")]),
        Table("A table", ("What", "How many", "Why"), [("Row", "7", "w" * 60)]),
        Picture(SVG, "What it shows.", "A caption", "map"),
    )
    assert pdf.startswith(b"%PDF-") and all(mark in pdf for mark in MARKS)
    assert pdf.count(b"+NotoSans") >= 2 and len(front) == 1


def test_what_belongs_together_is_not_parted_by_a_page() -> None:
    """A heading, what leads to a quote, the quote, and what was said to it; a table with how it is counted."""
    words = "We said it in March, and nobody came. " * 8
    quotes = [Quote(words, "Somebody"), Quote(words, reply=True)]
    change = [Heading("Together"), Text(f"It did not hold. {words}", "warning"), *quotes]
    rows = [("Row", "7")] * 9
    counted = [Heading("Together"), Table("A figure", ("What", "How many"), rows), Text(words, "quiet")]
    for together in (change, counted):
        for before in range(4, 12):
            pdf, _front = made(*(Text(words) for _n in range(before)), *together)
            assert len(pages_from(pdf, "Together")) == 1, before


def pages_from(pdf: bytes, heading: str) -> set[str]:
    """On which pages a heading is, and all that comes after it."""
    tags = [each for each in Paper(pdf).objects.values() if "/Type/StructElem" in each]
    first = next(n for n, each in enumerate(tags) if f"/T({heading})" in each)
    return {page for each in tags[first:] for page in re.findall(r"/Pg (\d+) 0 R", each)}


def test_twenty_thousand_letters_go_over_several_pages() -> None:
    words = ("We said it in March. لا أحد يسألنا. Không ai hỏi. " * 500)[:20_000]
    pdf, _front = made(Quote(words, "Somebody"))
    assert pages_of(pdf) >= 6


def test_a_word_without_an_end_breaks_and_does_not_run_off_the_page() -> None:
    unbroken, _front = made(Quote("x" * 20_000, "Somebody"))
    assert pages_of(unbroken) >= 6
    broken, _front = made(Lines([Item("y" * 300)]), Table("A table", ("What", "Why"), [("z" * 300, "w" * 300)]))
    assert pages_of(broken) <= 4


def test_for_letters_that_the_fonts_lack_stands_a_mark_and_it_says_which() -> None:
    pdf, front = made(Quote("Well done 👏🏽 字", "Somebody"))
    assert "This paper cannot show some letters: each is a � here." in front[-1]["text"] and pdf.startswith(b"%PDF-")
    assert paper.cannot_show("Nguyễn Thị Ánh Tuyết ỡ ợ ặ • ▸ ✓ ✕ أحمد الفاسي ﷺ") in ([], ["▸", "✓", "✕"], ["ﷺ"])


def test_below_what_is_not_printed_stands_where_it_can_be_read() -> None:
    blocks = (
        Quote("我们", "Somebody"),
        Quote("ਸਾਨੂੰ ਕਿਸੇ ਨੇ ਨਹੀਂ ਪੁੱਛਿਆ।", "Somebody"),
        Picture(SVG, "What it shows.", "", "map"),
    )
    facts = facts_of(*blocks, address="https://example.org/packs/2026-10/")
    found = facts["parts"][0]["blocks"]
    assert [each["kind"] for each in found] == ["quote", "text", "quote", "picture"]
    assert found[1]["lines"][0]["text"].endswith("They can be read at https://example.org/packs/2026-10/one/")


def test_which_letters_the_fonts_have() -> None:
    """Punjabi as people write it in India; some fonts have their letters in another kind of table than the others."""
    assert paper.cannot_show("ਪੰਜਾਬੀ ਬੋਲੀ ੴ ੧੨੩ ਸਤਿ। नमस्ते Đặng أحمد") == []
    assert paper.cannot_show("ગુજરાતી બોલી ૧૨૩ ક્ષ શ્રી ₹૫૦ બાંગ્લા বাংলা ভাষা ১২৩ ক্ষ শ্রী ৳৫০ অসমীয়া ৰৱ") == []
    assert paper.cannot_show("தமிழ் மொழி க்ஷ ஸ்ரீ ௹") == []
    assert paper.cannot_show("తెలుగు 字 👏") == [*dict.fromkeys("తెలుగు字👏")]


@pytest.mark.parametrize("name", ["أحمد", "ਪੰਜਾਬੀ", "বাংলা", "સમુદાય", "हिन्दी"])
def test_a_name_that_joins_its_letters_can_stand_in_a_picture(name: str) -> None:
    pdf, _front = made(Picture(SVG.replace(">a<", f">{name}<"), f"What it shows: {name}.", "", "map"))
    assert all(mark in pdf for mark in (b"/StructTreeRoot", b"/MarkInfo", b"/Lang(en-GB)", b"/Alt"))


@pytest.mark.parametrize("alt", ["", " ", "\n"])
def test_a_picture_without_alternative_text_is_refused(alt: str) -> None:
    with pytest.raises(NoAlternative):
        Picture(SVG, alt)


def test_pictures_take_their_styles_with_them() -> None:
    for shape in STYLES:
        found = on_paper(SVG, shape)
        assert found.startswith('<svg xmlns="http://www.w3.org/2000/svg" ') and f".al-{shape}__" in found
        assert "var(" not in found and found.count("<svg") == 1


def test_paragraphs_have_sides_of_their_own() -> None:
    found = paragraphs("Here\n\nأهلا\n#set text(red)")
    assert [(row["text"], row["rtl"]) for row in found] == [("Here", False), ("أهلا", True), ("#set text(red)", False)]


@pytest.mark.django_db
def test_the_command_and_the_page_make_the_same_kinds_of_file(cast: Cast, client_as: Any) -> None:
    period = lived(cast)
    stands(cast, period=period)
    pdf = report_.board(cast.org, period.slug, ".pdf")
    assert all(mark in pdf for mark in MARKS) and pages_of(pdf) >= 8
    page = report_.board(cast.org, period.slug, ".html").decode()
    assert PIECE.split("\n")[0].replace("’", "’") in page and "<script" not in page and 'href="/' not in page
    assert page.count("<title>Board pack") == 1 and "al-map__box{" in page
    response = client_as("board").get(f"{base(period)}pack.pdf")
    assert response["Content-Type"] == "application/pdf" and "no-store" in response["Cache-Control"]
    assert response["Content-Disposition"].endswith(f'board-pack-harbour-{period.slug}.pdf"')
    for asked, kind in (("2026-13", ".pdf"), ("2999", ".html"), (period.slug, ".docx")):
        with pytest.raises(report_.WrongUse):
            report_.board(cast.org, asked, kind)
