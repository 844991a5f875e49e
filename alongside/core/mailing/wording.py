"""What somebody wrote themself, and what stood below it: earlier e-mails and their signature.

A program can be wrong about that. So nothing is thrown away: the rest is kept beside the words, folded up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

SIGNATURE = re.compile(r"^(-- ?|__+)$")
QUOTED = re.compile(r"^\s*>")
SAID = re.compile(
    r"^\s*(On|Am|Le|El|Ar|Il)\b.{6,200}\b(wrote|schrieb|a écrit|escribió|ysgrifennodd|ha scritto)\s*:\s*$"
)
FORWARDED = re.compile(r"^\s*-{2,}\s*(Original Message|Forwarded message|Ursprüngliche Nachricht)\s*-{2,}\s*$", re.I)
HEADS = (re.compile(r"^\*?From:\*?\s", re.I), re.compile(r"^\*?(Sent|Date):\*?\s", re.I))
NEAR = 4  # lines in which the second head follows the first


@dataclass(frozen=True)
class Words:
    own: str
    rest: str = ""


def part(text: str) -> Words:
    """A line that is quoted goes to the rest; from an earlier e-mail or a signature on, everything does."""
    lines = _joined(text.split("\n"))
    own: list[str] = []
    rest: list[str] = []
    for number, line in enumerate(lines):
        if _ends(lines, number):
            rest += lines[number:]
            break
        (rest if QUOTED.match(line) or SAID.match(line) else own).append(line)
    words = Words("\n".join(own).strip(), "\n".join(rest).strip())
    return words if words.own else Words(words.rest)  # nothing but a quotation: then that is what was sent


def _joined(lines: list[str]) -> list[str]:
    """“On … wrote:” is often broken in two by whoever sends it."""
    made: list[str] = []
    for line in lines:
        if made and SAID.match(f"{made[-1]} {line}") and not SAID.match(line):
            made[-1] = f"{made[-1]} {line}"
        else:
            made.append(line)
    return made


def _ends(lines: list[str], number: int) -> bool:
    line = lines[number]
    if SIGNATURE.match(line) or FORWARDED.match(line):
        return True
    first, second = HEADS
    return bool(first.match(line)) and any(second.match(each) for each in lines[number + 1 : number + NEAR])
