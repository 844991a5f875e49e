from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import typst

from .letters import FONTS, shown
from .row_heads import with_row_heads

ROOT = Path(__file__).parents[2]  # a paper may read the look of all papers, and nothing outside the product
STANDARD: typst.PDFStandard = "ua-1"
# Letters that join (Arabic, Bengali, Punjabi) inside a picture: the standard wants each to be found as text there. Such
# a paper is made without its mark, tagged all the same, rather than not at all: what it shows is said in words.
JOINED = "text with missing codepoints"


def made(paper: Path, facts: Mapping[str, Any], at: datetime) -> bytes:
    """A PDF. The same facts at the same moment are the same bytes."""
    compiler = typst.Compiler(str(paper), root=str(ROOT), font_paths=_fonts())
    given = {"data": json.dumps(shown(dict(facts)), ensure_ascii=False)}
    compiled = partial(compiler.compile, format="pdf", sys_inputs=given, timestamp=int(at.timestamp()))
    try:
        pdf = compiled(pdf_standards=[STANDARD])
    except typst.TypstError as failed:
        if JOINED not in str(failed):
            raise
        pdf = compiled()
    if not isinstance(pdf, bytes):
        raise TypeError("One PDF was asked for.")
    return with_row_heads(pdf)


@cache
def _fonts() -> typst.Fonts:
    """Ours alone: a paper looks the same wherever it is made."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
