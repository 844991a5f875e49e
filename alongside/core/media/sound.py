"""WAV and MP3, put together anew from the sound alone: titles, names, pictures, places and dates are not copied."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from django.utils.translation import gettext as _

from .kinds import Unfit

FORMS_OF_WAV = {1, 3, 6, 7, 0x11, 0x31, 0xFFFE}
KEPT_OF_WAV = (b"fmt ", b"fact", b"data")
RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}  # by version: 1, 2, 2.5
KBITS = {
    True: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    False: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
STARTS = (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2")
MOST_LOST = 2000  # places that look like the start of a frame and are none
FEWEST = 3


def damaged() -> Unfit:
    return Unfit(_("That recording is damaged or not of a kind that we know. Save it as MP3, M4A or WAV."))


def wav(data: bytes) -> tuple[str, bytes]:
    found: dict[bytes, bytes] = {}
    for name, body in _chunks(data):
        if name in KEPT_OF_WAV:
            found.setdefault(name, body)
    form = found.get(b"fmt ", b"")
    if len(form) < 16 or struct.unpack_from("<H", form)[0] not in FORMS_OF_WAV or not found.get(b"data"):
        raise damaged()
    # The sixteen bytes that every form has, and what a few of them need behind; the rest may be anything.
    found[b"fmt "] = form[:40]
    body = b"".join(_chunk(name, found[name]) for name in KEPT_OF_WAV if name in found)
    return "wav", b"RIFF" + struct.pack("<I", len(body) + 4) + b"WAVE" + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 12
    while at + 8 <= len(data):
        name, size = data[at : at + 4], struct.unpack_from("<I", data, at + 4)[0]
        yield name, data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _chunk(name: bytes, body: bytes) -> bytes:
    return name + struct.pack("<I", len(body)) + body + b"\0" * (len(body) % 2)


def mp3(data: bytes) -> tuple[str, bytes]:
    """Only whole frames of one stream. Tags before, between and behind them are not frames."""
    at, frames, lost, stream = _behind_tag(data), [], 0, b""
    while 0 <= at < len(data) - 4:
        length = _frame(data, at)
        mark = data[at + 1 : at + 2] + bytes([data[at + 2] & 0x0C])
        if length and at + length <= len(data) and stream in (b"", mark):
            frames.append(data[at : at + length])
            stream, at = mark, at + length
            continue
        if lost > MOST_LOST:
            raise damaged()
        lost, at = lost + 1, data.find(b"\xff", at + 1)
        if len(frames) < FEWEST:  # what looked like a beginning was none
            frames, stream = [], b""
    kept = b"".join(frames)
    if len(frames) < FEWEST or len(kept) * 2 < len(data) - _behind_tag(data):
        raise damaged()
    return "mp3", kept


def _behind_tag(data: bytes) -> int:
    """Behind the ID3 tag at the start. Its size is written in seven bits a byte."""
    if data[:3] != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for byte in data[6:10]:
        size = size << 7 | byte & 0x7F
    return 10 + size + (10 if data[5] & 0x10 else 0)


def _frame(data: bytes, at: int) -> int:
    """The length of the frame of MPEG layer III that starts there; 0 when none does."""
    one, two, three = data[at : at + 3]
    version, layer, rate = two >> 3 & 3, two >> 1 & 3, three >> 2 & 3
    if one != 0xFF or two & 0xE0 != 0xE0 or layer != 1 or version == 1 or rate == 3:
        return 0
    first = version == 3
    kbits = (*KBITS[first], 0)[three >> 4]
    if not kbits:
        return 0
    return (144 if first else 72) * kbits * 1000 // RATES[version][rate] + (three >> 1 & 1)
