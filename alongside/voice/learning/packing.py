"""What was learned as bytes, and back. Numbers alone: nothing in it can be run, and no word can be read from it."""

from __future__ import annotations

import json
import sys
import zlib
from array import array

from .features import Columns
from .lines import Learned, Line

STEPS = 32767  # weights are kept as whole numbers: no suggestion changes by it


def pack(learned: Learned) -> bytes:
    names = list(learned.lines)
    head = {name: [line.bias, line.threshold, _scale(line)] for name, line in learned.lines.items()}
    buckets = sorted(learned.columns.of, key=learned.columns.of.__getitem__)
    parts = [json.dumps(head).encode(), _bytes(array("I", buckets)), _bytes(array("f", learned.columns.idf))]
    parts += [_bytes(array("h", _small(learned.lines[name]))) for name in names]
    lengths = array("I", [len(parts), *map(len, parts)])
    return zlib.compress(_bytes(lengths) + b"".join(parts), 6)


def unpack(packed: bytes) -> Learned:
    held = zlib.decompress(packed)
    count = _whole(held[:4])[0]
    lengths = _whole(held[4 : 4 + 4 * count])
    parts, at = [], 4 + 4 * count
    for length in lengths:
        parts.append(held[at : at + length])
        at += length
    head, buckets, idf, *weights = parts
    columns = Columns({bucket: n for n, bucket in enumerate(_whole(buckets))}, _numbers("f", idf))
    lines = {}
    for (name, (bias, threshold, scale)), kept in zip(json.loads(head).items(), weights, strict=True):
        lines[name] = Line(_numbers("h", kept), bias, threshold, scale)
    return Learned(columns, lines)


def _scale(line: Line) -> float:
    return max(map(abs, line.weights), default=0.0) / STEPS or 1.0


def _small(line: Line) -> list[int]:
    scale = _scale(line)
    return [round(weight / scale) for weight in line.weights]


def _bytes(numbers: array[float] | array[int]) -> bytes:
    """The same on every machine."""
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers.tobytes()


def _whole(held: bytes) -> list[int]:
    return [int(number) for number in _numbers("I", held)]


def _numbers(kind: str, held: bytes) -> array[float]:
    found: array[float] = array(kind)
    found.frombytes(held)
    if sys.byteorder == "big":
        found.byteswap()
    return found
