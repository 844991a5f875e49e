"""Says of the first cell of each row of a table that it is the head of its row, so that a screen reader says it with
each number beside it.

typst marks the heads of columns. It has a word for those of rows (`pdf.header-cell`), behind a switch that its Python
package cannot turn on (0.15.2), so the tags are written here as it would write them: a cell that is a head says of what
(`/Scope/Row`) and has a name, the other cells of its row name it, and the tree of names knows it. typst writes tags as
plain objects, one after the other; whatever is not so is an error, and not a paper that reads worse than it says.
"""

from __future__ import annotations

import re
from itertools import pairwise

ROW = re.compile(rb"\d+ 0 obj\n<</Type/StructElem/S/TR/P \d+ 0 R/K\[((?:\d+ 0 R ?)+)\]")
CELL = re.compile(rb"(\d+ 0 obj\n<</Type/StructElem/S/)TD(/P \d+ 0 R)(.*)>>\nendobj\n", re.DOTALL)
OF_TABLE = b"<</O/Table"
HEADS = re.compile(rb"(/Headers\[[^\]]*)\]")
NAMES = re.compile(rb"(/IDTree<</Names\[)")
ROOT = re.compile(rb"(\d+ 0 obj\n<</Type/StructTreeRoot.*)(>>\nendobj\n)", re.DOTALL)

Objects = dict[int, bytes]


def with_row_heads(pdf: bytes) -> bytes:
    objects, xref = _objects(pdf)
    named = [(b"(R%d)" % first, first) for first in _heads(objects)]
    if not named:
        return pdf
    names = b"".join(b"%s%d 0 R" % one for one in sorted(named))  # in order, and before those of typst: U1x0y0
    root = next(number for number, body in objects.items() if ROOT.fullmatch(body))
    objects[root] = _with_names(objects[root], names)
    return _written(pdf, objects, xref)


def _heads(objects: Objects) -> list[int]:
    """Marks them, and says which they are."""
    found = []
    for row in list(objects.values()):
        cells = _cells(row)
        if not cells or not CELL.fullmatch(objects[cells[0]]):
            continue  # no row, or the row of the heads of columns
        first, *others = cells
        objects[first] = _as_head(objects[first], b"(R%d)" % first)
        for each in others:
            objects[each] = _beside(objects[each], b"(R%d)" % first)
        found.append(first)
    return found


def _cells(body: bytes) -> list[int]:
    row = ROW.match(body)
    return [int(number) for number in re.findall(rb"(\d+) 0 R", row[1])] if row else []


def _as_head(body: bytes, name: bytes) -> bytes:
    def told(cell: re.Match[bytes]) -> bytes:
        rest = _said(cell[3], b"/Scope/Row")
        return cell[1] + b"TH" + cell[2] + b"/ID" + name + rest + b">>\nendobj\n"

    return CELL.sub(told, body)


def _beside(body: bytes, name: bytes) -> bytes:
    def told(cell: re.Match[bytes]) -> bytes:
        rest = cell[3]
        rest = HEADS.sub(rb"\1" + name + b"]", rest, count=1) if HEADS.search(rest) else _said(rest, _of(name))
        return cell[1] + b"TD" + cell[2] + rest + b">>\nendobj\n"

    return CELL.sub(told, body)


def _of(name: bytes) -> bytes:
    return b"/Headers[" + name + b"]"


def _said(rest: bytes, more: bytes) -> bytes:
    """With one thing more among what a cell says of itself as part of a table."""
    if OF_TABLE in rest:
        return rest.replace(OF_TABLE, OF_TABLE + more, 1)
    if b"/A[" in rest:
        return rest.replace(b"/A[", b"/A[" + OF_TABLE + more + b">>", 1)
    return b"/A[" + OF_TABLE + more + b">>]" + rest


def _with_names(root: bytes, names: bytes) -> bytes:
    if NAMES.search(root):
        return NAMES.sub(rb"\1" + names, root, count=1)
    return ROOT.sub(rb"\1/IDTree<</Names[" + names + rb"]>>\2", root)


# The file: objects, the table that says where each begins, and what stands after it.


def _objects(pdf: bytes) -> tuple[Objects, int]:
    xref = int(pdf[pdf.rindex(b"startxref") :].split()[1])
    head, *lines = pdf[xref : pdf.index(b"trailer", xref)].splitlines()[1:]
    if head.split()[0] != b"0" or any(line.split()[2] != b"n" for line in lines[1:]):
        raise ValueError("The table of objects is not as typst writes it.")
    starts = [(int(line.split()[0]), number) for number, line in enumerate(lines) if number]
    ends = sorted([*starts, (xref, 0)])
    objects = {number: pdf[begin:end] for (begin, number), (end, _next) in pairwise(ends)}
    if any(not body.startswith(b"%d 0 obj" % number) for number, body in objects.items()):
        raise ValueError("An object is not where the table says.")
    return objects, xref


def _written(pdf: bytes, objects: Objects, xref: int) -> bytes:
    """In the order in which they stood."""
    parts = [pdf[: pdf.index(b"%d 0 obj" % next(iter(objects)))]]
    at, starts = len(parts[0]), {}
    for number, body in objects.items():
        starts[number] = at
        parts.append(body)
        at += len(body)
    table = b"".join(b"%010d 00000 n\r\n" % starts[number] for number in sorted(starts))
    trailer = pdf[pdf.index(b"trailer", xref) : pdf.rindex(b"startxref")]
    free = b"xref\n0 %d\n0000000000 65535 f\r\n" % (len(objects) + 1)
    return b"".join([*parts, free, table, trailer, b"startxref\n%d\n%%%%EOF" % at])
