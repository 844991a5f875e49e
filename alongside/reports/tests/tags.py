"""Reads the tags of a paper as a screen reader would: from the root of the structure down, by the table of objects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Tag(NamedTuple):
    kind: str
    name: str  # by which others name it
    scope: str
    heads: tuple[str, ...]  # the names of those that say what it is
    kids: tuple[int, ...]


class Paper:
    def __init__(self, pdf: bytes) -> None:
        text = pdf.decode("latin-1")
        at = int(text.rsplit("startxref", 1)[1].split()[0])
        lines = text[at:].split("\n")[2:]
        begins = [int(line[:10]) for line in lines[: lines.index("trailer")]]
        self.objects = {n: text[begin : text.index("endobj", begin)] for n, begin in enumerate(begins) if n}
        self.root = next(each for each in self.objects.values() if "/Type/StructTreeRoot" in each)
        assert all(each.startswith(f"{number} 0 obj\n") for number, each in self.objects.items())

    def names(self) -> list[tuple[str, int]]:
        found = re.search(r"/IDTree<</Names\[(.*?)\]>>", self.root)
        return [(name, int(n)) for name, n in re.findall(r"\((\w+)\)(\d+) 0 R", found[1])] if found else []

    def tables(self) -> list[list[list[Tag]]]:
        """Rows of cells, of each table, as they are reached from the root."""
        top = _numbers(self.root, "K")
        return [self._rows(tag) for tag in self._below(top) if tag.kind == "Table"]

    def _rows(self, table: Tag) -> list[list[Tag]]:
        rows = [tag for tag in self._below(table.kids) if tag.kind == "TR"]
        return [[self.tag(cell) for cell in row.kids] for row in rows]

    def _below(self, numbers: tuple[int, ...]) -> Iterator[Tag]:
        for number in numbers:
            if "/Type/StructElem" in self.objects[number]:
                tag = self.tag(number)
                yield tag
                yield from self._below(tag.kids)

    def tag(self, number: int) -> Tag:
        body = self.objects[number]
        kind, name, scope = (
            (re.search(asked, body) or ["", ""])[1] for asked in (r"/S/(\w+)", r"/ID\((\w+)\)", r"/Scope/(\w+)")
        )
        heads = re.search(r"/Headers\[([^\]]*)\]", body)
        return Tag(kind, name, scope, tuple(re.findall(r"\((\w+)\)", heads[1])) if heads else (), _numbers(body, "K"))


def _numbers(body: str, name: str) -> tuple[int, ...]:
    found = re.search(rf"/{name}\[([^\]]*)\]", body)
    return tuple(map(int, re.findall(r"(\d+) 0 R", found[1]))) if found else ()
