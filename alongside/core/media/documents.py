"""Documents are only ever handed out to be saved, never shown as a page of ours."""

from __future__ import annotations

import unicodedata

from django.utils.translation import gettext as _

from .kinds import Unfit

END = 2048  # bytes at the end of a PDF in which its end must stand
KEPT_CONTROLS = "\t\n\r\f"


def pdf(data: bytes) -> tuple[str, bytes]:
    """As it came, cut off after its end. What it says of its maker cannot be taken out, and the form says so."""
    end = data.rfind(b"%%EOF")
    if end < 0 or len(data) - end > END or b"startxref" not in data[max(0, end - END) : end]:
        raise Unfit(_("That PDF is not whole, or it is no PDF. Open it, save it again, and choose it once more."))
    return "pdf", data[: end + 5] + b"\n"


def text(data: bytes) -> tuple[str, bytes]:
    form = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        words = data.decode(form)
    except UnicodeDecodeError:
        raise Unfit(_("That text cannot be read. Save it as plain text (UTF-8).")) from None
    if any(unicodedata.category(letter) == "Cc" and letter not in KEPT_CONTROLS for letter in words):
        raise Unfit(_("That is not plain text. Save it as plain text (UTF-8)."))
    return "text", words.encode()
