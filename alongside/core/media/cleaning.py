"""What a file really is, by what is in it. Its name and what the browser says of it prove nothing."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass

from django.utils.translation import gettext as _

from . import documents, images, mp4, ogg, sound
from .kinds import DOCUMENT, ENDINGS, FAMILIES, KINDS, PHOTO, RECORDING, Kind, Unfit

Cleaner = Callable[[bytes], tuple[str, bytes]]  # the name of its kind, and what of it is kept


@dataclass(frozen=True)
class Clean:
    """A file that may be kept: nothing in it but what is to be seen or heard."""

    kind: Kind
    data: bytes

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.data).hexdigest()


def clean(data: bytes, name: str = "", families: Collection[str] = tuple(FAMILIES)) -> Clean:
    """Raises Unfit. `name` is only used to find out a file that pretends to be another; it is not kept."""
    if not data:
        raise Unfit(_("That file is empty. Choose another one."))
    family, work = _sniff(data, ending := name.rpartition(".")[2].lower() if "." in name else "")
    if family not in families:
        raise Unfit(_("We cannot take this kind of file here."))
    if ENDINGS.get(ending, family) != family:
        raise Unfit(_("The name of that file says that it is one thing, and it is another. Choose the right one."))
    kind, kept = work(data)
    return Clean(KINDS[kind], kept)


def _sniff(data: bytes, ending: str) -> tuple[str, Cleaner]:
    for family, is_one, work in SIGNS:
        if is_one(data):
            return family, work
    for sign, why in REFUSED.items():
        if data.startswith(sign):
            raise Unfit(why())
    if ending == "txt":
        return DOCUMENT, documents.text
    raise Unfit(_("We cannot tell what this file is. We take photos (JPEG, PNG), recordings (MP3, M4A) and PDF files."))


def _starts(*signs: bytes) -> Callable[[bytes], bool]:
    return lambda data: data.startswith(signs)


def _riff(what: bytes) -> Callable[[bytes], bool]:
    return lambda data: data[:4] == b"RIFF" and data[8:12] == what


SIGNS: tuple[tuple[str, Callable[[bytes], bool], Cleaner], ...] = (
    (PHOTO, _starts(b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a"), images.clean),
    (PHOTO, _riff(b"WEBP"), images.clean),
    (PHOTO, mp4.is_heic, images.heic),
    (RECORDING, mp4.is_mp4, mp4.clean),
    (RECORDING, _riff(b"WAVE"), sound.wav),
    (RECORDING, _starts(b"OggS"), ogg.clean),
    (
        RECORDING,
        _starts(b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3", b"\xff\xe2"),
        sound.mp3,
    ),
    (DOCUMENT, _starts(b"%PDF-"), documents.pdf),
)


def _packed() -> str:
    return _("We do not open packed files, or documents of Word or Excel. Save it as a PDF, or take a photo of it.")


def _web_sound() -> str:
    return _("We cannot clean this kind of recording. Save it as MP3, M4A or WAV.")


REFUSED = {
    **dict.fromkeys((b"PK", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ", b"\xd0\xcf\x11\xe0"), _packed),
    **dict.fromkeys((b"\x1aE\xdf\xa3", b"#!AMR", b"fLaC", b"\xff\xf1", b"\xff\xf9"), _web_sound),
}
