"""The shapes of what became of changes: in what, looked at again, corrected, judged; and of what words shaped."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Wherein:
    kind: str
    thing: str = ""
    version: str = ""
    before: str


@dataclass(frozen=True, kw_only=True)
class Judged:
    """One more of those who asked for a change says what they think of it."""

    change: str
    contribution: str
    days_ago: int
    kind: str
    size: str = ""
    words: str = ""


@dataclass(frozen=True, kw_only=True)
class Looked:
    """`due` days after the change somebody looks, `every` so many months until `until` days after it.
    What was seen is there when somebody did look; `held` is in the words of one of those who asked for it.
    """

    change: str
    due: int
    every: int = 0
    until: int = 0
    result: str = ""
    by: str = ""
    words: str = ""
    theirs: str = ""
    said: str = ""
    said_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Corrected:
    change: str
    days_ago: int
    by: str
    what: str = ""
    evidence: str = ""
    why: str


@dataclass(frozen=True, kw_only=True)
class ShapedBy:
    decision: str
    contributions: tuple[str, ...]
    days_ago: int
    by: str
    how: str
    denied_by: str = ""
    denied_days_ago: int = 0
    denied_words: str = ""
