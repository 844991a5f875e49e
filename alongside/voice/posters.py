"""What stands on a poster: the address as people type it, and as a code for a phone."""

from __future__ import annotations

import io
from typing import Any

import segno
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from .models import Letterbox


def public(request: Any, path: str) -> str:
    """Where the pages are for the world: what the installation was told, or else what the reader has before them."""
    told = str(settings.ASSUME_PUBLIC_ADDRESS)
    return request.build_absolute_uri(path) if "//localhost" in told else told + path


def address_of(request: Any, box: Letterbox) -> str:
    return public(request, f"/{request.organisation.slug}/say/{box.address}/")


def shown(address: str) -> str:
    """To be typed: a browser finds the rest by itself."""
    return address.removeprefix("https://").removeprefix("http://").removesuffix("/")


def drawing(address: str, title: str) -> SafeString:
    """Black on white with its quiet edge, readable when a quarter of it is torn or written over."""
    code = segno.make(address, error="q", micro=False)
    drawn = code.svg_inline(border=4, omitsize=True, svgclass="al-qr", lineclass=None, title=title, light="#fff")
    return mark_safe(drawn.replace("<svg ", '<svg role="img" ', 1))  # noqa: S308  drawn by us; the title is escaped


def file(address: str) -> bytes:
    out = io.BytesIO()
    segno.make(address, error="q", micro=False).save(out, kind="svg", border=4, scale=8, light="#fff")
    return out.getvalue()
