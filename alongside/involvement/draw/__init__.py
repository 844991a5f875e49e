"""The draw engine: a fair, explained lottery. See README.md. The solver is loaded when it is first needed."""

from __future__ import annotations

from collections.abc import Sequence

from .checking import check
from .eligibility import Reason, Standing, turn_weight, why_not
from .explaining import explain
from .lotteries import Contradiction, Explanation, Fault, Impossible, Lottery, Preview, Why
from .panels import (
    FULL,
    LIMIT,
    Apart,
    Candidate,
    Leximin,
    Maximin,
    MustInclude,
    Needs,
    NeverAlone,
    Objective,
    Panel,
    Quota,
    Rule,
    Together,
    TwoSided,
)
from .published import document
from .verify import canonical, commit, ticket_for, verify


def preview(panel: Panel, candidates: Sequence[Candidate]) -> Preview:
    from . import previewing

    return previewing.preview(panel, candidates)


def plan(panel: Panel, candidates: Sequence[Candidate], *, limit: int = LIMIT) -> Lottery:
    from . import planning

    return planning.plan(panel, candidates, limit=limit)


def redraw(
    panel: Panel,
    candidates: Sequence[Candidate],
    kept: Sequence[str],
    gone: Sequence[str],
    *,
    bend: bool = True,
    limit: int = LIMIT,
) -> Lottery:
    from . import redrawing

    return redrawing.redraw(panel, candidates, kept, gone, bend=bend, limit=limit)


__all__ = [
    "FULL",
    "LIMIT",
    "Apart",
    "Candidate",
    "Contradiction",
    "Explanation",
    "Fault",
    "Impossible",
    "Leximin",
    "Lottery",
    "Maximin",
    "MustInclude",
    "Needs",
    "NeverAlone",
    "Objective",
    "Panel",
    "Preview",
    "Quota",
    "Reason",
    "Rule",
    "Standing",
    "Together",
    "TwoSided",
    "Why",
    "canonical",
    "check",
    "commit",
    "document",
    "explain",
    "plan",
    "preview",
    "redraw",
    "ticket_for",
    "turn_weight",
    "verify",
    "why_not",
]
