"""A post of many gigabytes fills no disk: of each file no more is written than the most that any form takes."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadhandler import FileUploadHandler

MOST = 64 * 1024 * 1024


class Cap(FileUploadHandler):
    """Passes on the first MOST bytes and swallows the rest; the form then says that the file is too large."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        return raw_data if start < MOST else None

    def file_complete(self, file_size: int) -> Any:
        return None
