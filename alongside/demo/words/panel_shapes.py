"""The shapes of a panel's words: see shapes.py."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PanelQuestion:
    by: str
    words: str
    shows: str


@dataclass(frozen=True, kw_only=True)
class Candidate:
    name: str
    contact: str
    application: str


@dataclass(frozen=True, kw_only=True)
class JobChange:
    by: str
    day: int
    paper: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Panel:
    """A job from the idea to the review. Candidates are lettered in their order; what has no day has not happened."""

    opportunity: str
    decision: str
    begun: int
    before_people: tuple[tuple[str, int], ...] = ()  # stages done without anybody with lived experience
    members: tuple[str, ...]
    chair: str
    joined: int
    asked: int
    questions: tuple[PanelQuestion, ...]
    applied: int
    candidates: tuple[Candidate, ...]
    marked: int
    marks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = ()  # of a member: opinion and why, for each
    shortlisted: int | None = None
    invited: str = ""  # letters
    shortlist_reason: str = ""
    scored: int | None = None
    scores: tuple[tuple[str, tuple[tuple[int, ...], ...]], ...] = ()  # of a member: for each invited, each question
    with_people: tuple[tuple[str, int], ...] = ()  # stages that are done: they shared the decision at each
    chosen: int | None = None
    choice: str = ""
    choice_reason: str = ""
    starts: int | None = None
    started: int | None = None
    changes: tuple[JobChange, ...] = ()
    reviewed: int | None = None
    reviews: tuple[tuple[str, str, str], ...] = ()  # who, what worked, what to change
