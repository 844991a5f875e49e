"""Ogg with Opus or Vorbis in it. The page of comments (who, where, when, pictures) is replaced by an empty one."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .sound import damaged

EMPTY = struct.pack("<II", 0, 0)  # no maker, no comments
OPUS, VORBIS = (b"OpusHead", b"OpusTags"), (b"\x01vorbis", b"\x03vorbis")
FULL = 255  # bytes in a lacing value, and lacing values on a page
HEAD = struct.Struct("<4sBBqIIIB")
BACKWARDS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
MOST_HEADER_PAGES = 2000


@dataclass(frozen=True)
class Page:
    flags: int
    place: int  # how far the sound has come
    serial: int
    number: int
    laces: bytes
    body: bytes

    def packed(self) -> bytes:
        head = HEAD.pack(b"OggS", 0, self.flags, self.place, self.serial, self.number, 0, len(self.laces))
        whole = head + self.laces + self.body
        return whole[:22] + struct.pack("<I", checksum(whole)) + whole[26:]


def checksum(data: bytes) -> int:
    """The sum of Ogg reads every byte from its other end than zlib's does, and starts from nothing."""
    found = zlib.crc32(data.translate(BACKWARDS), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{found:032b}"[::-1], 2)


def clean(data: bytes) -> tuple[str, bytes]:
    pages = list(_pages(data))
    first = pages[0]
    names, headers = (OPUS, 1) if first.body.startswith(OPUS[0]) else (VORBIS, 2)
    if len(pages) < 3 or not first.body.startswith(names[0]) or any(page.serial != first.serial for page in pages):
        raise damaged()
    packets, used = _packets(pages[1:], headers)
    if not packets[0].startswith(names[1]):
        raise damaged()
    comments = names[1] + EMPTY + (b"\x01" if names is VORBIS else b"")
    new = _paged([comments, *packets[1:]], first.serial)
    rest = pages[1 + used :]
    kept = [first, *new, *rest]
    return "ogg", b"".join(replace(page, number=number).packed() for number, page in enumerate(kept))


def _pages(data: bytes) -> Iterator[Page]:
    at = 0
    while at < len(data):
        if at + HEAD.size > len(data):
            raise damaged()
        sign, version, flags, place, serial, number, _sum, laces = HEAD.unpack_from(data, at)
        lacing = data[at + HEAD.size : at + HEAD.size + laces]
        start = at + HEAD.size + laces
        end = start + sum(lacing)
        if sign != b"OggS" or version or len(lacing) != laces or end > len(data):
            raise damaged()
        yield Page(flags, place, serial, number, lacing, data[start:end])
        at = end


def _packets(pages: list[Page], wanted: int) -> tuple[list[bytes], int]:
    """The first packets, and on how many pages they stand; the last of them ends its page."""
    packets, piece = [], []
    for used, page in enumerate(pages[:MOST_HEADER_PAGES], 1):
        at = 0
        for lace in page.laces:
            piece.append(page.body[at : at + lace])
            at += lace
            if lace < FULL:
                packets.append(b"".join(piece))
                piece = []
        if len(packets) >= wanted:
            if len(packets) > wanted or piece:
                raise damaged()
            return packets, used
    raise damaged()


def _paged(packets: list[bytes], serial: int) -> list[Page]:
    """On as many pages as they need. A page on which no packet ends says so with -1."""
    laces = b"".join(bytes([FULL] * (len(packet) // FULL) + [len(packet) % FULL]) for packet in packets)
    body, pages, at = b"".join(packets), [], 0
    for start in range(0, len(laces), FULL):
        part = laces[start : start + FULL]
        size = sum(part)
        goes_on = 1 if start and laces[start - 1] == FULL else 0
        ends = any(lace < FULL for lace in part)
        pages.append(Page(goes_on, 0 if ends else -1, serial, 0, part, body[at : at + size]))
        at += size
    return pages
