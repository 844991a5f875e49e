"""Which texts of one thing that was said others may read, and with what left out. Nothing here writes a word.

A text has a key: its author's `words` (or their own version of them), the `rendering` that somebody here wrote beside
them, and what the author wrote on an answer or a change. Others see a text when its author agreed to it and, for
everybody, when a person has decided. Parts are left out by where they stand; the text stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .giveaways import Piece, pieces
from .models import Challenge, Contribution, Showing, Verdict

WORDS, RENDERING = "words", "rendering"
MOST_PARTS = 200


class Part(StrEnum):
    """What is left out, said in its place."""

    NAME = "name"
    CONTACT = "contact"
    TELLS = "tells"


LEFT_OUT = {
    Part.NAME: gettext_lazy("left out: a name"),
    Part.CONTACT: gettext_lazy("left out: how to reach somebody"),
    Part.TELLS: gettext_lazy("left out: something that tells who somebody is"),
}
PARTS = {
    Part.NAME: gettext_lazy("A name"),
    Part.CONTACT: gettext_lazy("How to reach somebody: a number, an address"),
    Part.TELLS: gettext_lazy("Something else that tells who somebody is"),
}
Span = tuple[int, int, str]


def key_of(mark: Challenge | Verdict) -> str:
    return f"{mark._meta.model_name}:{mark.code}"


def own_or_words(contribution: Contribution, showing: Showing | None) -> str:
    """What stands where others read the words: what its author chose for it."""
    return showing.own_version if showing and showing.use_own else contribution.words


def all_texts(contribution: Contribution, showing: Showing | None) -> dict[str, str]:
    """Everything that could be shown of it. `challenges` and `verdicts` are fetched already, or are read here."""
    return _texts(contribution, showing, [*contribution.challenges.all(), *contribution.verdicts.all()])


def _texts(contribution: Contribution, showing: Showing | None, marks: Iterable[Challenge | Verdict]) -> dict[str, str]:
    found = {WORDS: own_or_words(contribution, showing), RENDERING: contribution.rendering}
    found.update({key_of(mark): mark.words for mark in marks})
    return {key: text for key, text in found.items() if text}


def agreed(contribution: Contribution, showing: Showing) -> dict[str, str]:
    """Those that their author has seen as others see them."""
    return {key: text for key, text in all_texts(contribution, showing).items() if key in showing.confirmed}


def not_agreed(contribution: Contribution, showing: Showing) -> list[str]:
    """What came later: nobody further reads it until its author has looked again."""
    return [key for key in all_texts(contribution, showing) if key not in showing.confirmed]


def spans_of(text: str, phrases: Iterable[tuple[str, str]]) -> list[Span]:
    """Everywhere that a phrase stands in the text, as (from, to, what it is). Where two touch they are one."""
    found = sorted(
        (at, at + len(phrase), part) for phrase, part in phrases if phrase for at in _everywhere(text, phrase)
    )
    joined: list[Span] = []
    for start, end, part in found:
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]), joined[-1][2])
        else:
            joined.append((start, end, part))
    return joined


def _everywhere(text: str, phrase: str) -> Iterable[int]:
    """Whole words only, so that leaving out “Mo” leaves “Monday”."""
    at = text.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        if not (_joins(text, at - 1, phrase[0]) or _joins(text, end, phrase[-1])):
            yield at
        at = text.find(phrase, at + 1)


def _joins(text: str, beside: int, edge: str) -> bool:
    return 0 <= beside < len(text) and text[beside].isalnum() and edge.isalnum()


def barred(text: str, spans: Iterable[Sequence[object]]) -> SafeString:
    """For a page: what is left out is said where it stood."""
    return format_html_join("", "{}", ((_on_page(piece),) for piece in pieces(text, _tuples(spans))))


def plain(text: str, spans: Iterable[Sequence[object]]) -> str:
    """The same without a page around it."""
    return "".join(f"({_words(piece)})" if piece.kind else piece.text for piece in pieces(text, _tuples(spans)))


def readable(contribution: Contribution, showing: Showing) -> dict[str, SafeString]:
    """For anybody: each text that was decided on, with its parts left out. Marks are read only where some were."""
    decided = _decided(showing)
    texts = _texts(contribution, showing, _marks(contribution, decided))
    return {key: barred(texts[key], spans) for key, spans in decided.items() if key in texts}


def _marks(contribution: Contribution, keys: Iterable[str]) -> Iterator[Challenge | Verdict]:
    kinds = {key.partition(":")[0] for key in keys}
    if "challenge" in kinds:
        yield from contribution.challenges.all()
    if "verdict" in kinds:
        yield from contribution.verdicts.all()


def readable_words(contribution: Contribution, showing: Showing) -> str:
    """The words alone, for whatever is no page."""
    decided = _decided(showing)
    return plain(own_or_words(contribution, showing), decided[WORDS]) if WORDS in decided else ""


def _decided(showing: Showing) -> Mapping[str, Sequence[Sequence[object]]]:
    found: Mapping[str, Sequence[Sequence[object]]] = showing.pieces
    return found


def _tuples(spans: Iterable[Sequence[object]]) -> list[Span]:
    return [(int(str(span[0])), int(str(span[1])), str(span[2])) for span in spans]


def _on_page(piece: Piece) -> SafeString:
    if piece.kind:
        return format_html('<span class="al-quiet">({})</span>', _words(piece))
    return format_html("{}", piece.text)


def _words(piece: Piece) -> str:
    return str(LEFT_OUT.get(Part(piece.kind), _("left out")))
