"""The code with which somebody follows what they said without a name: 16 characters of 5 bits, shown once."""

from __future__ import annotations

from . import lookups
from .codes import ALPHABET, new_code, tidy
from .forms import Form

LENGTH = 16


def code_for(form: Form) -> str:
    """A form sent twice is kept once: the second page must show the code of the first. So it is drawn from the
    random token of the page and our key; a form without a token gets a new one each time.
    """
    found = form.fingerprint("follow code")
    if not found:
        return new_code(LENGTH)
    return drawn_from(found)


def drawn_from(seed: str) -> str:
    """80 bits of a keyed digest: the same seed gives the same code, and without our key nobody finds either."""
    number = int(lookups.digest(seed, salt="follow code"), 16)
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(LENGTH))


def in_groups(code: str, between: str = " ") -> str:
    """Four and four, to be read aloud and copied by hand."""
    plain = tidy(code)
    return between.join(plain[start : start + 4] for start in range(0, len(plain), 4))
