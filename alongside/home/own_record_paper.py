"""The signed record as the facts of a paper: words with the side from which they begin, days as people say them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from alongside.core import paper
from alongside.organisation.services import Signed

from .own_record import day_words


def paper_facts(signed: Signed) -> dict[str, Any]:
    record = signed.facts
    boxes = paper.cannot_show(str(record))
    title = _("What %(person)s did with %(organisation)s") % record
    return {
        "title": title,
        "language": record["language"].split("-")[0],
        "says": [paper.directed(sentence) for sentence in record["says"]],
        "parts": [_part(part) for part in record["parts"]],
        "own": _("In my own words"),
        "boxes": _("This paper cannot show some letters: they are boxes here. The file has them.") if boxes else "",
        "check": _("How to check it"),
        "how": [
            _("With this paper belongs a file. Drop it at %(address)srecord-check/ and read whether it is unchanged.")
            % record,
            _("The key: %(key)s. It is published at %(address)skey/") % record,
            _("The signature: %(signature)s") % {"signature": signed.signature_text},
        ],
        "foot": title,
    }


def _part(part: dict[str, Any]) -> dict[str, Any]:
    return {
        "title": part["title"],
        "own": paper.directed(part["own_words"]) if part["own_words"] else None,
        "sum": part["sum"],
        "lines": [_line(line) for line in part["lines"]],
    }


def _line(line: dict[str, Any]) -> dict[str, Any]:
    return {
        "day": day_words(line["day"]),
        "what": paper.directed(line["what"]),
        "facts": [paper.directed(fact) for fact in line["facts"]],
        "own": paper.directed(line["own_words"]) if line["own_words"] else None,
    }
