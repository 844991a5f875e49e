"""Whether an answer is more than a template: what was written in its gaps, and around them. Pure.

A gap is anything in square brackets. Filling one with a dot, or with a word that fits everybody, completes nothing.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

GAP = re.compile(r"\[[^\[\]\n]{0,200}\]")
LEAST_NEW = 20  # letters that are the writer's own; with fewer it is the template as it stands
MOSTLY = 0.8  # of the template's words: with fewer it is another text


def gaps(template: str) -> list[str]:
    return GAP.findall(template)


def is_untouched(text: str, template: str) -> bool:
    """Nearly all words of the template are there, and hardly any others. A gap left open is untouched by itself."""
    if any(gap in text for gap in gaps(template)):
        return True
    fixed, said = _words(GAP.sub(" ", template)), _words(text)
    total = fixed.total()
    if not total or (fixed & said).total() < MOSTLY * total:
        return False
    return sum(len(word) * times for word, times in (said - fixed).items()) < LEAST_NEW


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", unicodedata.normalize("NFKC", text).casefold()))
