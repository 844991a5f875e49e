"""What a finding means, for the one who wrote the words: in plain words, and why it matters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from .giveaways import Around, Found, Kind, find, kinds, pieces
from .showing_text import Part

WHY: dict[Kind, Any] = {
    Kind.EMAIL: _("An address: anyone could write to it."),
    Kind.PHONE: _("A phone number: anyone could ring it."),
    Kind.NUMBER: _("A number that is only one person's."),
    Kind.POSTCODE: _("A postcode: only a few people live there."),
    Kind.PLACE: _("A place: people could know who was there."),
    Kind.OWN_NAME: _("Your own name."),
    Kind.STAFF: _("The name of somebody who works here."),
    Kind.NAME: _("A name: somebody else may not want to be known."),
    Kind.DATE: _("A day: whoever was there that day could know that it was you."),
    Kind.TIME: _("A time: whoever was there then could know that it was you."),
    Kind.AGE: _("An age."),
    Kind.ROLE: _("There is only one, or only a few: people could know who it is."),
    Kind.UNIT: _("Only a few people have spoken to this part of us: people could guess that it was you."),
}
AS_PART = {Kind.EMAIL: Part.CONTACT, Kind.PHONE: Part.CONTACT, Kind.POSTCODE: Part.CONTACT, Kind.NUMBER: Part.CONTACT}
AS_PART |= {Kind.OWN_NAME: Part.NAME, Kind.STAFF: Part.NAME, Kind.NAME: Part.NAME}


@dataclass(frozen=True)
class Caution:
    """The same words with what could give somebody away marked, and each kind with its why."""

    marked: SafeString
    reasons: list[tuple[str, Any]]  # the words, and why
    small: bool


def warn(text: str, around: Around) -> Caution | None:
    """None when nothing was found and the unit is not small."""
    found = find(text, around)
    if not found and not around.small:
        return None
    return Caution(_marked(text, found), list(_reasons(text, found)), around.small)


def parts_to_offer(text: str, around: Around) -> list[tuple[str, Part]]:
    """For whoever decides: phrases that could be left out, each once, as what they would be left out."""
    found = {text[one.start : one.end]: one.kind for one in find(text, around)}
    return [(phrase, AS_PART.get(kind, Part.TELLS)) for phrase, kind in found.items()]


def _marked(text: str, found: Iterable[Found]) -> SafeString:
    cut = pieces(text, found)
    return format_html_join(
        "", "{}", ((format_html("<mark>{}</mark>", p.text) if p.kind else format_html("{}", p.text),) for p in cut)
    )


def _reasons(text: str, found: list[Found]) -> Iterable[tuple[str, Any]]:
    for kind in kinds(found):
        words = dict.fromkeys(" ".join(text[one.start : one.end].split()) for one in found if one.kind == kind)
        yield ", ".join(f"“{each}”" for each in words), WHY[kind]
