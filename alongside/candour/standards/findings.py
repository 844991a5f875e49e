"""How a sign reads, and how a count becomes a reading."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .facts import Count, Ref
from .saying import Sentence, _

MOST_REFS = 20


class Reading(StrEnum):
    CLEAR = "clear"
    LOOK = "look"
    EARLY = "early"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Finding:
    """`sentences` are read one after the other. `account`: they say so themselves, whatever was counted."""

    reading: Reading
    sentences: tuple[Sentence, ...]
    refs: tuple[Ref, ...] = ()
    account: bool = False

    def __str__(self) -> str:
        return " ".join(map(str, self.sentences))


def clear(*sentences: Sentence) -> Finding:
    return Finding(Reading.CLEAR, sentences)


def look(*sentences: Sentence, behind: tuple[Count | None, ...] = ()) -> Finding:
    refs = dict.fromkeys(ref for count in behind if count for ref in count.refs)
    return Finding(Reading.LOOK, sentences, tuple(refs)[:MOST_REFS])


def early(*sentences: Sentence) -> Finding:
    return Finding(Reading.EARLY, sentences)


def unknown(*sentences: Sentence) -> Finding:
    return Finding(Reading.UNKNOWN, sentences)


@dataclass(frozen=True)
class Wording:
    """The sentences of a sign. They may use `found`, `all`, `rest`, `young`, and limits that are given; a sentence
    about one decision may use none."""

    look: str
    clear: str
    early: str
    unknown: str

    def tell(self, reading: Reading, count: Count, **limits: int) -> Sentence:
        words: str = getattr(self, reading.value)
        rest = count.all - count.found
        return _(words, found=count.found, all=count.all, rest=rest, young=count.young, **limits)


def judged(wrong: Count | None, percent: int, wording: Wording, **limits: int) -> Finding:
    """Where what was found is what went wrong: to be looked at above so many in a hundred."""
    if wrong is None or wrong.all == 0:
        return nothing_yet(wrong, wording)
    if wrong.more_than(percent):
        return look(wording.tell(Reading.LOOK, wrong, **limits), behind=(wrong,))
    return clear(wording.tell(Reading.CLEAR, wrong, **limits))


def wanted(good: Count | None, percent: int, fewest: int, wording: Wording) -> Finding:
    """Where what was found is what should be there: to be looked at under so many in a hundred. With fewer than
    `fewest` a share says nothing."""
    if good is None or good.all < fewest:
        return nothing_yet(good, wording)
    if good.less_than(percent):
        return look(wording.tell(Reading.LOOK, good, percent=percent), behind=(good,))
    return clear(wording.tell(Reading.CLEAR, good, percent=percent))


def nothing_yet(count: Count | None, wording: Wording) -> Finding:
    if count and count.young:
        return early(wording.tell(Reading.EARLY, count))
    return unknown(wording.tell(Reading.UNKNOWN, count or Count()))


def with_account(finding: Finding, account: Count, words: Sentence) -> Finding:
    """What those who took part say stands over what was counted: no account of theirs is too early or too little."""
    if not account.found:
        return finding
    refs = tuple(dict.fromkeys(account.refs + finding.refs))[:MOST_REFS]
    counted = finding.sentences if finding.reading in (Reading.LOOK, Reading.CLEAR) else ()
    return Finding(Reading.LOOK, (words, *counted), refs, account=True)
