"""Standards are data: the files beside this one, and those that an organisation added. Nothing here counts anything."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from .reading import BrokenStandard, Known, Point, Standard, read_standard, said

HERE = Path(__file__).parent
__all__ = ["BrokenStandard", "Known", "Point", "Standard", "file_of", "read_standard", "said", "shipped"]


@cache
def shipped(known: Known, folder: Path = HERE) -> dict[str, Standard]:
    """Those that everybody has, in the order of their file names."""
    found = [read_standard(path.read_bytes(), known) for path in sorted(folder.glob("*.toml"))]
    return {each.slug: each for each in found}


@cache
def file_of(slug: str, folder: Path = HERE) -> bytes:
    """As it stands, to begin another one from."""
    return (folder / f"{slug}.toml").read_bytes()
