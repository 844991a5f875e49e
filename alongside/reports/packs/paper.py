"""A pack as the facts of a paper: blocks with the side from which their words begin. Nothing in it leads anywhere."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from django.utils.translation import gettext as _

from alongside.core import paper

from .blocks import Block, Heading, Lines, Part, Picture, Quote, Table, Text
from .styles import MARKS, on_paper

PAPER = Path(__file__).parents[1] / "papers" / "board_pack.typ"
FULL = 500  # a picture is no taller, in points


def paper_facts(
    *,
    title: str,
    language: str,
    front: Sequence[str],
    summary: Sequence[Block],
    parts: Sequence[Part],
    address: str = "",
    author: str = "",
) -> dict[str, Any]:
    """`front`: what stands below the title. What the fonts do not have is said there too, and below each block of which
    a letter is missing, with where it can be read: `address` is that of the pack."""
    facts: dict[str, Any] = {
        "title": title,
        "author": author,
        "language": language.split("-")[0],
        "foot": title,
        "contents": _("What is in it"),
        "summary_title": _("In short"),
        "summary": _blocks(summary, address),
        "parts": [
            {"title": part.title, "blocks": _blocks(part.blocks, address and f"{address}{part.slug}/")}
            for part in parts
        ],
    }
    missing = _("This paper cannot show some letters: each is a %(mark)s here. The page has them.") % {
        "mark": paper.BOX
    }
    told = [missing] if paper.cannot_show(_words_of(facts)) else []
    return {**facts, "front": [paper.directed(line) for line in (*front, *told)]}


def _words_of(value: Any) -> str:
    """All words in it, but for what is drawn."""
    if isinstance(value, str):
        return value
    if isinstance(value, Mapping):
        return "".join(_words_of(each) for name, each in value.items() if name != "svg")
    if isinstance(value, Sequence):
        return "".join(map(_words_of, value))
    return ""


def _blocks(blocks: Sequence[Block], address: str) -> list[dict[str, Any]]:
    found = []
    for block in blocks:
        found.append(fact := _block(block))
        if address and paper.cannot_show(_words_of(fact)):
            told = _("Some letters above cannot be printed here: each is a %(mark)s. They can be read at %(address)s")
            found.append(_block(Text(told % {"address": address, "mark": paper.BOX}, "quiet")))
    return found


def _block(block: Block) -> dict[str, Any]:
    return {"kind": block.kind, **SHAPES[type(block)](block)}


def _heading(block: Heading) -> dict[str, Any]:
    return {"words": paper.directed(" ".join(block.words.split()))}


def _text(block: Text) -> dict[str, Any]:
    return {"lines": paragraphs(block.words), "tone": block.tone}


def _quote(block: Quote) -> dict[str, Any]:
    """Each paragraph by itself: a long text breaks over pages."""
    points = [*block.points, *([("", block.words)] if block.words else [])]
    return {
        "points": [{"label": label, "lines": paragraphs(words)} for label, words in points],
        "by": paper.directed(block.by) if block.by else None,
        "note": paper.directed(block.note) if block.note else None,
        "below": paper.directed(block.below) if block.below else None,
        "gone": block.gone,
        "reply": block.reply,
    }


def _lines(block: Lines) -> dict[str, Any]:
    return {
        "items": [
            {
                "title": paper.directed(item.title),
                "note": paragraphs(item.note),
                "small": ". ".join(part for part in (item.day, item.tag) if part),
            }
            for item in block.items
        ]
    }


def _table(block: Table) -> dict[str, Any]:
    return {
        "caption": block.caption,
        "heads": list(block.heads),
        "rows": [[paper.directed(str(cell)) for cell in row] for row in block.rows],
        "numbers": block.numbers,
    }


def _picture(block: Picture) -> dict[str, Any]:
    told = block.caption.translate(MARKS)
    return {"svg": on_paper(str(block.svg), block.shape), "alt": block.alt, "caption": told, "full": FULL}


SHAPES: dict[type[Any], Any] = {
    Heading: _heading,
    Text: _text,
    Quote: _quote,
    Lines: _lines,
    Table: _table,
    Picture: _picture,
}


def paragraphs(words: str) -> list[dict[str, Any]]:
    """Each with its own side: under an English line somebody may write an Arabic one."""
    return [paper.directed(line) for line in words.splitlines() if line.strip()]
