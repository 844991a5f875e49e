"""Random codes for addresses: they count nothing and name nobody."""

import secrets

# Crockford's base 32: no I, L, O or U, so that a code can be read aloud and copied by hand.
ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"


def new_code(length: int = 10) -> str:
    """`length` random characters, 5 bits each."""
    return "".join(ALPHABET[byte % 32] for byte in secrets.token_bytes(length))


def tidy(text: str) -> str:
    """A code as somebody typed it: case, spaces, hyphens, look-alikes and what cannot be seen do not matter."""
    plain = "".join(filter(str.isprintable, text)).lower().replace("-", "").replace(" ", "")
    return plain.translate(str.maketrans("ilo", "110"))
