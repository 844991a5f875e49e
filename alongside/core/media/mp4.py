"""Sound in an MP4 file (M4A, voice memos). Every box that is not needed to play it is blanked in its place.

Nothing moves, so that the tables which say where the sound stands stay right.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from django.utils.translation import gettext as _

from .kinds import Unfit
from .sound import damaged

HEIC = {b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"}
INSIDE = {b"moov", b"trak", b"mdia", b"minf", b"stbl", b"dinf", b"edts", b"mvex", b"moof", b"traf"}
LEAVES = {
    *(b"ftyp", b"mdat", b"mvhd", b"tkhd", b"mdhd", b"hdlr", b"smhd", b"dref", b"elst", b"trex", b"mehd"),
    *(b"stsd", b"stts", b"stsc", b"stsz", b"stz2", b"stco", b"co64", b"stss", b"ctts", b"sgpd", b"sbgp"),
    *(b"mfhd", b"tfhd", b"tfdt", b"trun", b"styp"),
}
DATED = {b"mvhd", b"tkhd", b"mdhd"}  # they begin with when it was made and changed
SOUNDS = {b"mp4a", b"alac", b"samr", b"sawb", b"Opus", b"ac-3", b"ec-3", b"twos", b"sowt", b"lpcm", b"ulaw", b"alaw"}
DEEPEST, MOST_BOXES = 8, 20_000


class Box(NamedTuple):
    name: bytes
    start: int  # of its head
    body: int
    end: int


def is_heic(data: bytes) -> bool:
    return data[4:8] == b"ftyp" and data[8:12] in HEIC


def is_mp4(data: bytes) -> bool:
    return data[4:8] == b"ftyp"


def clean(data: bytes) -> tuple[str, bytes]:
    kept = bytearray(data)
    seen = {"boxes": 0, "sounds": 0, "mdat": 0}
    _walk(kept, 0, len(kept), 0, seen)
    if seen["sounds"] != 1 or not seen["mdat"]:
        raise damaged()
    return "m4a", bytes(kept)


def _walk(data: bytearray, start: int, end: int, depth: int, seen: dict[str, int]) -> None:
    for box in _boxes(data, start, end):
        seen["boxes"] += 1
        if depth > DEEPEST or seen["boxes"] > MOST_BOXES:
            raise damaged()
        if box.name in INSIDE:
            _walk(data, box.body, box.end, depth + 1, seen)
        elif box.name in LEAVES:
            _leaf(data, box, seen)
        else:
            _blank(data, box)


def _boxes(data: bytearray, start: int, end: int) -> Iterator[Box]:
    at = start
    while at < end:
        if at + 8 > end:
            raise damaged()
        size, head = struct.unpack_from(">I", data, at)[0], 8
        if size == 1 and at + 16 <= end:
            size, head = struct.unpack_from(">Q", data, at + 8)[0], 16
        elif size == 0:
            size = end - at
        if size < head or at + size > end:
            raise damaged()
        yield Box(bytes(data[at + 4 : at + 8]), at, at + head, at + size)
        at += size


def _leaf(data: bytearray, box: Box, seen: dict[str, int]) -> None:
    if box.name == b"mdat":
        seen["mdat"] += 1
    elif box.name in DATED and box.end - box.body >= 20:
        data[box.body + 4 : box.body + (20 if data[box.body] == 1 else 12)] = bytes(16 if data[box.body] == 1 else 8)
    elif box.name == b"hdlr":
        _handler(data, box)
    elif box.name == b"stsd":
        _check_sound(data, box)
        seen["sounds"] += 1


def _handler(data: bytearray, box: Box) -> None:
    """A track of anything but sound may hold pictures, text or places: it is not cut out, it is refused."""
    what = bytes(data[box.body + 8 : box.body + 12])
    if what in (b"vide", b"pict"):
        raise Unfit(_("That is a film. We only take the sound: save it as M4A or MP3, or record it as sound."))
    if what not in (b"soun", b"alis", b"url "):
        raise Unfit(_("That recording holds more than sound, and we cannot take it out. Save it as MP3 or WAV."))
    data[box.body + 24 : box.end] = bytes(max(0, box.end - box.body - 24))  # its name


def _check_sound(data: bytearray, box: Box) -> None:
    if box.end - box.body < 16 or bytes(data[box.body + 12 : box.body + 16]) not in SOUNDS:
        raise damaged()


def _blank(data: bytearray, box: Box) -> None:
    """An empty space of the same size, which players pass over."""
    data[box.start + 4 : box.start + 8] = b"free"
    data[box.body : box.end] = bytes(box.end - box.body)
