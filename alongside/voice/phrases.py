"""What words alone can tell: whether anything stands there, and whether an answer says anything. Pure."""

from __future__ import annotations

import re
import unicodedata

WORDS_ALONE = 2  # spaces in a phrase from which on it is looked for inside longer sentences
ANSWERING = frozenset({"yes", "no"})  # empty alone; before what is done about it they are the plainest beginning
SHORTEST_REASON = 15  # letters; shorter than any sentence that says what happens and why

# Sentences that answer nothing. An answer made of these alone is refused.
EMPTY = frozenset(
    """
    noted|duly noted|this is noted|this has been noted|your comments have been noted|your comment has been noted
    your feedback has been noted|we have noted your comments|we have noted this|we note your comments|comments noted
    thank you|thanks|many thanks|thank you for this|thank you for telling us|thank you for letting us know
    thank you for your feedback|thank you for your valuable feedback|thanks for your feedback|we value your feedback
    thank you for your comments|thank you for your comment|thank you for your views|thank you for your input
    thank you for taking the time|thank you for getting in touch|thank you for contacting us|thank you for sharing
    thank you for sharing this with us|we appreciate your feedback|your feedback is important to us
    your feedback is valuable to us|your views are important to us|we take all feedback seriously
    we take your comments seriously|we take this very seriously|we take this seriously|received with thanks
    acknowledged|agreed|understood|ok|okay|yes|no|done|received|actioned|closed|resolved|see above|as above|as discussed
    no comment|no further action|no action needed|no action required|nfa|not applicable|na|tbc|tbd|to be confirmed
    we will look into it|we will look into this|we are looking into it|we are looking into this|will look into this
    we will take this on board|taken on board|this has been taken on board|we will bear this in mind
    we will consider this|we will consider it|under review|this is under review|we are reviewing this
    passed on|this has been passed on|passed to the team|we have passed this on|we have passed your comments on
    passed on to the relevant team|we have passed this on to the relevant team|shared with the team
    this has been shared with the team|we have shared this with the team|we will share this with the team
    lessons will be learned|lessons have been learned|we are sorry to hear this|we are sorry to hear that|sorry
    we apologise|we apologise for any inconvenience|apologies for any inconvenience|kind regards|best wishes|regards
    """.strip()
    .replace("\n", "|")
    .split("|")
)
EMPTY_PHRASES = frozenset(" ".join(phrase.split()) for phrase in EMPTY if phrase.strip())
_GAP = re.compile(
    r"\[\s*(?:insert|name|reason|date|your|add|enter|team|xx+|\.{2,}|…)[^\]\n]{0,60}\]|\{\{?\s*\w+\s*\}?\}|<<[^>\n]{1,60}>>"
    r"|\blorem ipsum\b|\bx{4,}\b",
    re.IGNORECASE,
)


def can_be_seen(text: str) -> bool:
    """Whether there is at least one mark on the page: spaces and joiners of no width are none."""
    return any(unicodedata.category(char)[0] not in "ZC" for char in text)


def is_empty(reason: str, empty: frozenset[str] = EMPTY_PHRASES) -> bool:
    """Too short to say anything, or made of sentences that answer nothing."""
    telling = [sentence for sentence in _sentences(reason) if sentence not in empty]
    return sum(len(sentence) for sentence in telling) < SHORTEST_REASON


def found_in(reason: str, empty: frozenset[str]) -> list[str]:
    """The empty sentences in an answer that says something beside them, in the order in which they stand there.

    One or two words are only found as a sentence of their own: “we agreed” is no empty phrase in “we agreed to meet”.
    """
    sentences, text = set(_sentences(reason)) - ANSWERING, f" {_folded(reason)} "
    found = [each for each in empty if each in sentences or each.count(" ") >= WORDS_ALONE and f" {each} " in text]
    longest = [each for each in found if not any(each != other and each in other for other in found)]
    return sorted(longest, key=lambda each: (text.find(f" {each} "), each))


def tidy_list(text: str) -> list[str]:
    """One phrase on each line, as they are compared."""
    return list(dict.fromkeys(filter(None, map(_folded, text.splitlines()))))


def _sentences(reason: str) -> list[str]:
    parts = re.split(r"[.,!?;:\n]+|\band\b", reason, flags=re.IGNORECASE)
    return [sentence for sentence in map(_folded, parts) if sentence]


def has_gap(reason: str) -> bool:
    """A place in a template that nobody filled in."""
    return _GAP.search(reason) is not None


def _folded(sentence: str) -> str:
    plain = unicodedata.normalize("NFKC", sentence).casefold().replace("’", "'").replace("we've", "we have")
    return " ".join(re.sub(r"[^\w\s]", " ", plain).split())
