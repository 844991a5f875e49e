"""English endings, so that *waits*, *waited* and *waiting* are one word to a search. Pure.

Only what grammar adds is taken off: plurals, -ed, -ing. What makes another word of it stays (*organ* is not *organise*,
*care* is not *careful*), because somebody who looks for what people said must be able to trust what is not found.
Words of other languages go through the same rules; they only have to come out the same each time.
"""

from __future__ import annotations

SHORTEST = 3  # letters that stay
VOWELS = frozenset("aeiouy")
# One word, and what else it is written as.
_FORMS = """
be: is are was were been being; have: has had having; do: does did done doing; go: goes went gone going
say: said; tell: told; feel: felt; ring: rang rung; keep: kept; come: came coming; know: knew known; give: gave given
take: took taken; see: saw seen; speak: spoke spoken; sit: sat; write: wrote written; get: got gotten; meet: met
pay: paid; send: sent; hear: heard; lose: lost; find: found; use: used using; make: made; sleep: slept; stand: stood
child: children; woman: women; man: men; person: people; life: lives; bus: buses; shelf: shelves; foot: feet
"""
IRREGULAR = {
    form: word.strip()
    for word, forms in (entry.split(":") for line in _FORMS.strip().splitlines() for entry in line.split(";"))
    for form in forms.split()
}


def stem(word: str) -> str:
    if not word.isascii() or not word.isalpha() or len(word) <= SHORTEST:
        return IRREGULAR.get(word, word)
    return IRREGULAR.get(word) or _settled(_without_past(_without_plural(word)))


def _without_plural(word: str) -> str:
    if word.endswith("ies") and len(word) > SHORTEST + 1:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word


def _without_past(word: str) -> str:
    if word.endswith("ied") and len(word) > SHORTEST + 1:
        return word[:-3] + "y"
    for ending in ("ing", "ed"):
        root = word.removesuffix(ending)
        if root != word and len(root) >= SHORTEST and VOWELS & set(root) and not root.endswith("e"):
            return _undoubled(root)
    return word


def _undoubled(root: str) -> str:
    """stopped, stop; but filled, fill; and caring is care, not car."""
    if len(root) > SHORTEST and root[-1] == root[-2] and root[-1] not in "aeioulsz":
        return root[:-1]
    closed = root[-3] not in VOWELS and root[-2] in VOWELS and root[-1] not in VOWELS | {"w", "x"}
    return root + "e" if closed and not VOWELS & set(root[:-3]) else root


def _settled(word: str) -> str:
    """change, changed, changing: whether an e went with the ending cannot be seen, so in long words it goes always."""
    return word[:-1] if word.endswith("e") and len(word) > SHORTEST + 1 else word
