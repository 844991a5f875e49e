"""Finding people by name without the database ever searching a name.

Words are folded (case, accents, hyphens) and stored as keyed digests of their beginnings, so that "mar"
finds "María" in a table of digests that says nothing to somebody who stole it.
"""

import hashlib
import hmac
import re
import unicodedata

from django.conf import settings

SHORTEST = 2
LONGEST = 12


def folded_words(text: str) -> list[str]:
    """Lower-case words without accents: "Seán O’Brien-Smith" → sean, o, brien, smith, obrien."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    joined = re.sub(r"['’`]", "", plain)
    words = re.findall(r"\w+", plain) + re.findall(r"\w+", joined)
    return list(dict.fromkeys(words))


def digest(text: str, salt: str = "") -> str:
    """A keyed digest, 32 hex characters. `salt` keeps organisations apart."""
    key = settings.LOOKUP_KEY.encode()
    return hmac.new(key, f"{salt}\0{text}".encode(), hashlib.sha256).hexdigest()[:32]


def digests_to_store(text: str, salt: str = "") -> set[str]:
    """Digests of every beginning of every word, from two letters on."""
    found: set[str] = set()
    for word in folded_words(text):
        for end in range(min(SHORTEST, len(word)), min(len(word), LONGEST) + 1):
            found.add(digest(word[:end], salt))
    return found


def digests_to_find(text: str, salt: str = "") -> list[str]:
    """One digest per word that was typed; all of them must match."""
    return [digest(word[:LONGEST], salt) for word in folded_words(text)]
