"""What is kept of a file, and what is refused: bad files of every sort."""

from __future__ import annotations

import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from alongside.core import media
from alongside.core.media import keeping, mp4, ogg, sound

HERE = Path(__file__).parent / "files"
SECRET = b"Zanzibar"
PDF = b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF\n"


def picture(form: str = "JPEG", size: tuple[int, int] = (64, 48), **facts: object) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", size, "orange").save(made, form, **facts)
    return made.getvalue()


def with_place() -> bytes:
    """A photo that says where it was taken, by whom, and that it lies on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x013B] = "Zanzibar"
    exif.get_ifd(0x8825).update({1: "N", 2: (53.0, 48.0, 0.0), 3: "W", 4: (1.0, 32.0, 0.0)})
    return picture(exif=exif, comment=b"Zanzibar", icc_profile=b"Zanzibar" * 20, xmp=b"<x>Zanzibar</x>")


def wav(*more: bytes) -> bytes:
    form = b"fmt " + struct.pack("<IHHIIHH", 16, 1, 1, 8000, 8000, 1, 8)
    body = b"WAVE" + form + b"".join(more) + b"data" + struct.pack("<I", 800) + b"\x80" * 800
    return b"RIFF" + struct.pack("<I", len(body)) + body


def png_chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A few kilobytes that would be gigabytes of dots."""
    head = png_chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + png_chunk(b"IDAT", zlib.compress(bytes(1 << 20))) + png_chunk(b"IEND", b"")


def test_a_photo_loses_where_and_by_whom_and_stands_upright() -> None:
    dirty = with_place()
    assert SECRET in dirty and Image.open(io.BytesIO(dirty)).getexif().get_ifd(0x8825)
    kept = media.clean(dirty, "beach.jpg")
    again = Image.open(io.BytesIO(kept.data))
    assert kept.kind.name == "jpeg" and again.size == (48, 64)
    assert not again.getexif() and not again.getexif().get_ifd(0x8825)
    assert SECRET not in kept.data and b"Exif" not in kept.data and b"ICC_PROFILE" not in kept.data


@pytest.mark.parametrize(("form", "kind"), [("JPEG", "jpeg"), ("PNG", "png"), ("WEBP", "jpeg"), ("GIF", "png")])
def test_photos_are_drawn_anew(form, kind) -> None:
    kept = media.clean(picture(form) + b"PK\x03\x04" + SECRET * 10, f"photo.{form.lower()}")
    assert kept.kind.name == kind and SECRET not in kept.data


def test_only_the_first_picture_of_a_film_is_kept() -> None:
    made = io.BytesIO()
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("red", "blue")]
    frames[0].save(made, "GIF", save_all=True, append_images=frames[1:])
    kept = Image.open(io.BytesIO(media.clean(made.getvalue()).data))
    assert getattr(kept, "n_frames", 1) == 1 and kept.convert("RGB").getpixel((0, 0))[0] > 200


def test_what_one_can_see_through_stays_so_or_is_white() -> None:
    made = {}
    for form in ("PNG", "WEBP"):
        file = io.BytesIO()
        Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(file, form)
        made[form] = Image.open(io.BytesIO(media.clean(file.getvalue()).data))
    assert made["PNG"].getpixel((0, 0))[3] == 0
    assert min(made["WEBP"].getpixel((0, 0))) > 250


def test_a_large_photo_is_made_smaller() -> None:
    kept = media.clean(picture(size=(6000, 400)))
    assert Image.open(io.BytesIO(kept.data)).size[0] <= 4096


@pytest.mark.parametrize("name", ["voice.m4a", "voice.mp3", "voice.ogg", "voice.opus"])
def test_recordings_lose_what_they_say_beside_the_sound(name) -> None:
    dirty = (HERE / name).read_bytes()
    assert SECRET in dirty
    kept = media.clean(dirty, name)
    assert SECRET not in kept.data and b"+51.5" not in kept.data
    assert media.clean(kept.data, name).data == kept.data  # it opens again, and there is nothing more to take out
    assert len(kept.data) > len(dirty) * 0.7


def test_a_wav_keeps_its_sound_alone() -> None:
    listed = b"LIST" + struct.pack("<I", 12) + b"INFOZanzibar"
    kept = media.clean(wav(listed), "a.wav")
    assert SECRET not in kept.data and kept.data.endswith(b"\x80" * 800)
    assert media.clean(kept.data).data == kept.data


def test_pictures_inside_an_mp3_and_tags_behind_it_are_gone() -> None:
    sounds = media.clean((HERE / "voice.mp3").read_bytes()).data
    tag = b"ID3\x04\x00\x00" + bytes([0, 0, 8, 0]) + (SECRET * 200)[:1024]
    kept = media.clean(tag + sounds + b"APETAGEX" + SECRET + b"TAG" + SECRET.ljust(125, b"\0"))
    assert kept.data == sounds


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def test_a_place_anywhere_in_an_m4a_is_blanked() -> None:
    m4a = (HERE / "voice.m4a").read_bytes()
    more = m4a + box(b"uuid", SECRET * 4) + box(b"udta", box(b"\xa9xyz", SECRET)) + box(b"free", SECRET)
    kept = media.clean(more, "memo.m4a").data
    assert SECRET not in kept and len(kept) == len(more)


def test_the_days_on_which_it_was_made_are_blanked() -> None:
    dated = bytearray((HERE / "voice.m4a").read_bytes())
    at = dated.find(b"mvhd") + 8
    dated[at : at + 8] = b"\xe0\xe0\xe0\xe0\xe1\xe1\xe1\xe1"
    assert b"\xe0\xe0\xe0\xe0\xe1\xe1\xe1\xe1" not in media.clean(bytes(dated)).data


def test_a_film_is_refused() -> None:
    film = (HERE / "voice.m4a").read_bytes().replace(b"soun", b"vide")
    with pytest.raises(media.Unfit, match="only take the sound"):
        media.clean(film, "film.mp4")


def test_a_track_of_places_is_refused() -> None:
    with pytest.raises(media.Unfit, match="more than sound"):
        media.clean((HERE / "voice.m4a").read_bytes().replace(b"soun", b"meta"))


BAD = {
    "empty": (b"", "a.jpg", "empty"),
    "a page that says it is a photo": (b"<html><script>alert(1)</script>", "a.jpg", "cannot tell"),
    "a PDF that says it is a photo": (PDF, "a.jpg", "one thing, and it is another"),
    "a photo that says it is a recording": (picture(), "a.mp3", "one thing, and it is another"),
    "a zip bomb": (b"PK\x03\x04" + bytes(100), "a.zip", "packed files"),
    "a zip that says it is a photo": (b"PK\x03\x04" + bytes(100), "a.jpg", "packed files"),
    "Word": (b"\xd0\xcf\x11\xe0" + bytes(100), "a.doc", "Word or Excel"),
    "many dots": (bomb(), "a.png", "too many dots"),
    "a damaged photo": (picture()[:200], "a.jpg", "damaged"),
    "dots that do not come": (bomb(4000, 4000), "a.png", "damaged"),
    "Apple's photos": (b"\0\0\0\x18ftypheic" + bytes(50), "a.heic", "Most Compatible"),
    "a drawing with scripts": (b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>", "a.svg", "cannot tell"),
    "a web recording": (b"\x1aE\xdf\xa3" + bytes(50), "a.webm", "Save it as MP3"),
    "an MP3 without sound": (b"ID3\x04\0\0\0\0\0\x05hello" + bytes(200), "a.mp3", "damaged"),
    "noise": (b"\xff\xfb" + b"\xff" * 100_000, "a.mp3", "damaged"),
    "half a WAV": (wav()[:30], "a.wav", "damaged"),
    "half an Ogg": ((HERE / "voice.ogg").read_bytes()[:700], "a.ogg", "damaged"),
    "an M4A with a box too large": (box(b"ftyp", b"M4A isom") + b"\xff\xff\xff\xffmoov", "a.m4a", "damaged"),
    "boxes in boxes": (box(b"ftyp", b"M4A isom") + b"\0\0\0\0moov" * 3000, "a.m4a", "damaged"),
    "half a PDF": (PDF[:20], "a.pdf", "not whole"),
    "binary text": (b"abc\0def", "a.txt", "not plain text"),
    "text in nobody's letters": (b"\xff\xffabc", "a.txt", "cannot be read"),
    "text without a name": (b"hello", "", "cannot tell"),
}


@pytest.mark.parametrize(("data", "name", "said"), BAD.values(), ids=BAD)
def test_bad_files_are_refused_with_what_to_do(data, name, said) -> None:
    with pytest.raises(media.Unfit, match=said):
        media.clean(data, name)


def test_a_name_can_be_anything() -> None:
    for name in ("../../etc/passwd.jpg", "photo\u202egpj.exe.jpg", "a" * 300 + ".JPG", ".jpg", "no ending"):
        assert media.clean(picture(), name).kind.name == "jpeg"


def test_what_is_behind_the_end_of_a_pdf_is_cut_off() -> None:
    assert media.clean(PDF + b"<script>Zanzibar</script>", "a.pdf").data == PDF


def test_text_is_kept_as_utf_8() -> None:
    assert media.clean("\ufeffGrüße\r\n".encode("utf-16"), "a.txt").data.decode().strip("\ufeff") == "Grüße\r\n"


def test_only_some_kinds_may_be_taken() -> None:
    with pytest.raises(media.Unfit, match="this kind"):
        media.clean(picture(), "a.jpg", families=(media.DOCUMENT,))


def test_the_sum_of_ogg_is_right() -> None:
    page = (HERE / "voice.opus").read_bytes()
    first = next(ogg._pages(page))
    assert page.startswith(first.packed())


def test_a_frame_is_as_long_as_it_says() -> None:
    assert sound._frame(b"\xff\xfb\x90\x00", 0) == 417 and sound._frame(b"\xff\xfb\xf0\x00", 0) == 0
    assert mp4.is_heic(b"\0\0\0\x18ftypmif1") and not mp4.is_heic(b"\0\0\0\x18ftypM4A ")


def test_files_are_kept_for_this_program_alone_and_swept(tmp_path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path
    known, lost = keeping.write(b"one"), keeping.write(b"two")
    assert keeping.read(known) == b"one" and keeping.path_of(known).stat().st_mode & 0o077 == 0
    assert keeping.path_of("../../etc/passwd") == tmp_path / "media" / "passwd"
    assert keeping.sweep(lambda names: {known} & set(names)) == 0  # too young: its row may be on the way
    assert keeping.sweep(lambda names: {known} & set(names), older_than=1e12) == 1
    assert keeping.read(lost) is None and keeping.read(known) == b"one"


def test_what_was_written_goes_when_it_is_refused(tmp_path, settings) -> None:
    settings.MEDIA_ROOT = tmp_path
    with pytest.raises(ValueError, match="no"), keeping.undone_if_refused() as written:
        written.append(keeping.write(b"one"))
        raise ValueError("no")
    assert list((tmp_path / "media").iterdir()) == []
