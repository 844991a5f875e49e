"""The part of `personal` about panels: whose words are whose, and what stays by letter."""

from __future__ import annotations

from typing import Any

from .models import JobChange, Mark, PanelMember, PanelQuestion, PanelReview, Score

BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL: dict[str, set[str]] = {
    "PanelMember": {"stood_down_reason"},
    # Of people who apply: never on the register, removed when the time for it is over.
    "Candidate": {"name", "contact", "application"},
    "Mark": {"why"},
    "PanelReview": {"worked", "change"},
}
HARMLESS: dict[str, set[str]] = {
    "Recruitment": {
        *BYLINE,
        *("organisation", "code", "decision", "scale_most", "shortlist_opened_on", "shortlisted_on"),
        *("shortlist_reason", "scores_opened_on", "remove_on", "removed_on", "removed_count"),
    },
    "RecruitmentStage": {
        *BYLINE,
        *("recruitment", "step", "position", "state", "on", "reason", "role", "nobody", "who", "by_when", "version"),
    },
    "RecruitmentStageStatus": {*BYLINE, "state", "effective_on", "recruitmentstage"},
    "StagePart": {*BYLINE, "stage", "place"},
    "JobChange": {*BYLINE, "recruitment", "code", "paper", "before", "after", "why", "place", "user", "on"},
    "PanelTerms": {*BYLINE, "organisation", "number", "wording", "keep_days"},
    "PanelMember": {
        *BYLINE,
        *("recruitment", "code", "place", "user", "chairs", "terms", "agreed_on", "agreed_medium", "stood_down_on"),
    },
    "Candidate": {
        *BYLINE,
        *("recruitment", "code", "label", "file", "file_name", "shortlisted", "withdrew_on", "version"),
    },
    "PanelQuestion": {*BYLINE, "recruitment", "code", "position", "words", "shows", "place", "user"},
    "Sheet": {*BYLINE, "member", "code", "round", "handed_in_at", "salt"},
    "Mark": {"id", "sheet", "candidate", "opinion"},
    # Numbers by letter: what the choice was made from stays, also when the one who gave them is forgotten.
    "Score": {"id", "sheet", "candidate", "question", "value"},
    "PanelChoice": {
        *BYLINE,
        *("recruitment", "code", "candidate", "contributors_first", "staff_first", "differs", "reason", "on"),
    },
    "FollowUp": {*BYLINE, "choice", "question", "due_on", "answer", "answered_on"},
    "PanelReview": {*BYLINE, "member", "said_on"},
}


def export(person_id: int) -> list[dict[str, Any]]:
    rows = PanelMember.objects.filter(place__person=person_id).select_related("recruitment__decision", "terms")
    return [_panel(row) for row in rows.order_by("id")]


def _panel(row: PanelMember) -> dict[str, Any]:
    """What they did on one panel. About candidates: their own marks and words, and the letter."""
    review = PanelReview.objects.filter(member=row).first()
    marks = Mark.objects.filter(sheet__member=row).select_related("candidate").order_by("id")
    scores = Score.objects.filter(sheet__member=row).select_related("candidate", "question").order_by("id")
    questions = PanelQuestion.objects.filter(place=row.place_id).order_by("position")
    changes = JobChange.objects.filter(place=row.place_id).order_by("id")
    return {
        "panel": row.recruitment.decision.title,
        "chaired": row.chairs,
        "agreed_on": row.agreed_on.isoformat() if row.agreed_on else None,
        "agreed_to": row.terms.wording if row.terms else "",
        "left_on": row.stood_down_on.isoformat() if row.stood_down_on else None,
        "why_they_left": row.stood_down_reason,
        "questions": [each.words for each in questions],
        "changed": [{"before": each.before, "after": each.after} for each in changes],
        "shortlist": [{"candidate": each.candidate.label, "mark": each.opinion, "why": each.why} for each in marks],
        "scores": [
            {"candidate": each.candidate.label, "question": each.question.words, "score": each.value} for each in scores
        ],
        "looking_back": {"worked": review.worked, "change": review.change} if review else {},
    }


def erase(person_id: int) -> None:
    """Their words go; that somebody with lived experience sat there, and their numbers by letter, stay."""
    mine = PanelMember.objects.filter(place__person=person_id)
    PanelReview.objects.filter(member__in=mine).update(worked="", change="")
    Mark.objects.filter(sheet__member__in=mine).update(why="")
    mine.update(stood_down_reason="")
