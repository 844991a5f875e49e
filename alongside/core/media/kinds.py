"""What may be kept: a short list. Everything else is refused, with what to do instead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from ..errors import Refused

PHOTO, RECORDING, DOCUMENT = "photo", "recording", "document"
FAMILIES = {PHOTO: _("Photo"), RECORDING: _("Recording"), DOCUMENT: _("Document")}


@dataclass(frozen=True)
class Kind:
    name: str
    family: str
    content_type: str  # what browsers are told; never what a browser or an e-mail said
    ending: str

    @property
    def shown(self) -> Any:
        return FAMILIES[self.family]


KINDS = {
    kind.name: kind
    for kind in (
        Kind("jpeg", PHOTO, "image/jpeg", "jpg"),
        Kind("png", PHOTO, "image/png", "png"),
        Kind("mp3", RECORDING, "audio/mpeg", "mp3"),
        Kind("m4a", RECORDING, "audio/mp4", "m4a"),
        Kind("ogg", RECORDING, "audio/ogg", "ogg"),
        Kind("wav", RECORDING, "audio/wav", "wav"),
        Kind("pdf", DOCUMENT, "application/pdf", "pdf"),
        Kind("text", DOCUMENT, "text/plain; charset=utf-8", "txt"),
    )
}
# What the end of a name says, whether or not it is so.
ENDINGS = {
    **dict.fromkeys(("jpg", "jpeg", "png", "webp", "gif"), PHOTO),
    **dict.fromkeys(("mp3", "m4a", "ogg", "oga", "opus", "wav"), RECORDING),
    **dict.fromkeys(("pdf", "txt"), DOCUMENT),
}


class Unfit(Refused):
    """A file that is not kept. The sentence says why and what to do."""
