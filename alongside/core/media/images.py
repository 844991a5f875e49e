"""Photos are drawn anew: the picture is kept, and nothing else that was in the file.

Where it was taken, when, with what, a smaller picture inside, a second file behind the first: none of it is copied.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from .kinds import Unfit

if TYPE_CHECKING:
    from PIL import Image as Pillow

MOST_PIXELS = {"JPEG": 64_000_000, "PNG": 40_000_000, "WEBP": 40_000_000, "GIF": 20_000_000}
LONGEST_SIDE = 4096  # enough to read a flip chart
MARKS = {"exif", "xmp", "icc_profile", "comment", "photoshop", "XML:com.adobe.xmp"}


def clean(data: bytes) -> tuple[str, bytes]:
    """The first picture in it, the right way up, as a JPEG or a PNG file."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow's own limit is higher than ours
            kind, drawn = _drawn_anew(data)
            _check_bare(drawn)
    except Unfit:
        raise
    except Image.DecompressionBombError:
        raise _too_large() from None
    except Exception as error:  # a hostile file can make a decoder raise anything
        raise Unfit(_("That photo is damaged and cannot be opened. Choose another one.")) from error
    return kind, drawn


def _too_large() -> Unfit:
    return Unfit(_("That photo is too large: it has too many dots. Make it smaller and choose it again."))


def heic(data: bytes) -> tuple[str, bytes]:
    raise Unfit(
        _(
            "This photo is kept in a form that many cannot open (HEIC). On an iPhone: Settings, Camera, Formats, "
            "“Most Compatible”, and take it again. Or take a picture of the screen and choose that."
        )
    )


def _drawn_anew(data: bytes) -> tuple[str, bytes]:
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(data), formats=list(MOST_PIXELS)) as opened:
        form = str(opened.format)
        if opened.width * opened.height > MOST_PIXELS.get(form, 0):  # before a single pixel is worked out
            raise _too_large()
        if form == "JPEG":
            opened.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        turned = ImageOps.exif_transpose(opened)
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    photo = form in ("JPEG", "WEBP")
    flat = _flat(turned, see_through=not photo)
    bare = Image.new(flat.mode, flat.size)  # carries nothing over but the dots
    bare.paste(flat)
    made = io.BytesIO()
    if photo:
        bare.save(made, "JPEG", quality=88)
        return "jpeg", made.getvalue()
    bare.save(made, "PNG")
    return "png", made.getvalue()


def _flat(picture: Pillow.Image, see_through: bool) -> Pillow.Image:
    """As colours on white, or with what one can see through kept."""
    from PIL import Image

    if not picture.has_transparency_data:
        return picture.convert("RGB")
    colours = picture.convert("RGBA")
    if see_through:
        return colours
    white = Image.new("RGB", colours.size, "white")
    white.paste(colours, mask=colours.getchannel("A"))
    return white


def _check_bare(data: bytes) -> None:
    """What was written opens again, and says nothing beside the picture."""
    from PIL import Image

    with Image.open(io.BytesIO(data)) as again:
        again.load()
        if len(again.getexif()) or MARKS & set(again.info):
            raise ValueError("metadata was kept")
