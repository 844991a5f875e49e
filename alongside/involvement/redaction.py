"""What looks like a way to reach somebody in a text that should hold none. Pure: text in, findings out."""

from __future__ import annotations

import re

import phonenumbers

EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b", re.IGNORECASE)


def contact_details(text: str) -> list[str]:
    """E-mail addresses, phone numbers and postcodes, in the order in which they stand. May err on either side."""
    found = [(match.start(), match[0]) for pattern in (EMAIL, POSTCODE) for match in pattern.finditer(text)]
    numbers = phonenumbers.PhoneNumberMatcher(text, "GB", leniency=phonenumbers.Leniency.POSSIBLE)
    found += [(match.start, match.raw_string) for match in numbers if len(re.sub(r"\D", "", match.raw_string)) >= 9]
    return list(dict.fromkeys(words for _start, words in sorted(found)))
