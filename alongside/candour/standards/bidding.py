"""What a funding bid says, held against the record: sentence by sentence, by the words that it uses.

A bid says “co-produced” before anybody can look. What it takes to say a word is written beside the word, as the part
that people must have had; that at least two had it, and in time to change the bid, is asked of the record. What those
who were asked say themselves stands over it. Whoever reads this page can read it aloud.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

FEWEST_PEOPLE = 2  # one person alone is a lone seat, and no bid was made with people for it

# The part that people must have had (1 told … 6 decides or leads) for a word to be true. A `*` stands for any ending.
WORDS: Mapping[int, tuple[str, ...]] = {
    2: ("consult*", "listened to", "engaged with"),
    3: ("involv*", "lived experience", "expert* by experience", "participat*", "patient voice", "service user voice"),
    4: ("advised by", "advisory group", "reference group"),
    5: ("co-produc*", "co-design*", "co-creat*", "codesign*", "coproduc*", "in partnership with people", "shaped by"),
    6: ("user-led", "peer-led", "led by people", "led by those"),
}


class When(StrEnum):
    """When somebody was asked, held against the day on which the bid goes."""

    BEFORE = "before"
    RUSH = "rush"  # in the weeks of the bid: too late to change it
    AFTER = "after"
    NEVER = "never"


class Reads(StrEnum):
    SUPPORTED = "supported"
    SAID = "said"  # the record does not know, somebody wrote it down by hand
    NOT = "not"


class Why(StrEnum):
    """Why the record does not support a word."""

    NOTHING = "nothing"  # it rests on nothing that is written down
    NOBODY = "nobody"  # nobody came before it was sent
    ONE = "one"  # one person came
    LESS = "less"  # they had a smaller part
    LATE = "late"  # they were asked when it was as good as sent
    AFTER = "after"
    DENIED = "denied"  # somebody who was asked says that it is not so
    DISPUTED = "disputed"  # a claim with these words, or on the same record, is disputed
    HAND = "hand"  # only written down by hand


@dataclass(frozen=True)
class Came:
    """Somebody who came before the bid went: the largest part that was agreed with them, and when they were asked."""

    role: int
    when: When


@dataclass(frozen=True)
class Held:
    """What a bid can be held against. `records`: decisions and opportunities that it rests on."""

    records: int = 0
    came: Sequence[Came] = ()
    asked_after: bool = False  # somebody was asked once it had gone, or nobody before
    by_hand: int = 0  # times that it is written down by hand that people were asked in time
    denied: int = 0  # of those who are written down as asked: “that is not so”
    disputed: bool = False


@dataclass(frozen=True)
class Finding:
    reads: Reads
    whys: tuple[Why, ...] = ()


@dataclass(frozen=True)
class Found:
    """One sentence, the words in it that need the record, and how the weakest of them reads."""

    text: str
    words: tuple[str, ...] = ()
    least: int = 0  # the part that the strongest word needs
    finding: Finding | None = None  # None: it says nothing of people's part

    @property
    def unsupported(self) -> bool:
        return self.finding is not None and self.finding.reads != Reads.SUPPORTED


def when_of(asked_on: date | None, day: date, working_days: int, needed: int) -> When:
    """`day`: on which it goes. `working_days` from the one to the other; `needed`: from how many on it is in time."""
    if asked_on is None:
        return When.NEVER
    if asked_on >= day:
        return When.AFTER
    return When.BEFORE if working_days >= needed else When.RUSH


def sentences_of(text: str) -> list[str]:
    """As a reader sees them: at full stops, and at the ends of lines. Nothing is left out."""
    parts = re.split(r"(?<=[.!?…])\s+|(?<=[.!?…][\"”’)])\s+|\s*\n\s*", text.strip())
    return [part.strip() for part in parts if part and part.strip()]


def _pattern(word: str) -> re.Pattern[str]:
    """However its hyphens are written, whole words, `*` for any ending."""
    steps = re.split(r"[-\u2010-\u2015\u00ad ]+", word.strip().lower())
    found = r"[-\u2010-\u2015\u00ad\s]*".join(re.escape(step).replace(r"\*", r"\w*") for step in steps)
    return re.compile(rf"(?<!\w){found}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class Wordlist:
    """Words by the part that they need."""

    words: Mapping[int, Sequence[str]] = field(default_factory=lambda: WORDS)

    def patterns(self) -> list[tuple[int, re.Pattern[str]]]:
        return [(least, _pattern(word)) for least, words in self.words.items() for word in words if word.strip("* -")]


def words_in(sentence: str, patterns: Iterable[tuple[int, re.Pattern[str]]]) -> tuple[tuple[str, ...], int]:
    """The words as they stand there, and the largest part that any of them needs."""
    found = [(match.start(), match.group(), least) for least, each in patterns for match in each.finditer(sentence)]
    return tuple(dict.fromkeys(word for _at, word, _least in sorted(found))), max(
        (each[2] for each in found), default=0
    )


def judged(least: int, held: Held) -> Finding:
    """What those who were asked say comes before anything that can be counted."""
    against = [why for why, so in ((Why.DENIED, held.denied), (Why.DISPUTED, held.disputed)) if so]
    had = [one for one in held.came if one.role >= least]
    in_time = [one for one in had if one.when == When.BEFORE]
    if against:
        return Finding(Reads.NOT, tuple(against))
    if len(in_time) >= FEWEST_PEOPLE:
        return Finding(Reads.SUPPORTED)
    if held.by_hand and not held.came:
        return Finding(Reads.SAID, (Why.HAND,))
    return Finding(Reads.NOT, _whys(held, had))


def _whys(held: Held, had: Sequence[Came]) -> tuple[Why, ...]:
    if not held.records:
        return (Why.NOTHING,)
    if not held.came:
        return (Why.AFTER,) if held.asked_after else (Why.NOBODY,)
    if len(held.came) < FEWEST_PEOPLE:
        return (Why.ONE,)
    return (Why.LATE,) if len(had) >= FEWEST_PEOPLE else (Why.LESS,)


def hold(text: str, words: Wordlist, held: Held, disputed: Iterable[str] = ()) -> list[Found]:
    """Every sentence in its order. `disputed`: sentences that somebody who was there says are not true."""
    patterns, untrue = words.patterns(), {plain(each) for each in disputed}
    return [_found(sentence, patterns, held, plain(sentence) in untrue) for sentence in sentences_of(text)]


def _found(sentence: str, patterns: Iterable[tuple[int, re.Pattern[str]]], held: Held, untrue: bool) -> Found:
    words, least = words_in(sentence, patterns)
    if untrue:
        return Found(sentence, words, least, Finding(Reads.NOT, (Why.DISPUTED,)))
    return Found(sentence, words, least, judged(least, held) if words else None)


def plain(sentence: str) -> str:
    return " ".join(sentence.split())
