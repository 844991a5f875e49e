"""Words are personal: they can name anybody. Erasing somebody blanks what they said; the debt and its dates stay."""

from __future__ import annotations

import base64
from typing import Any

from alongside.audit import services as audit
from alongside.core.actor import Actor
from alongside.core.media import keeping

from .models import Answer, Contribution, Passing, Shaped
from .models.attachments import Attachment
from .models.contributions import WITHDRAWN
from .models.themes import ACCEPTED
from .personal_showing import exported_showing
from .services import take_away

_BYLINE = {"id", "recorded_at", "recorded_by", "by_kind", "medium"}
PERSONAL = {
    "Mail": {"address", "rest"},
    "Attachment": {"label", "file", "digest"},
    "Contribution": {"words", "rendering", "about", "person", "group_name"},
    "Answer": {"reason", "next_step"},
    "Passing": {"passed_to", "asked"},
    "RenderingDoubt": {"rendering"},
    "Challenge": {"person", "words"},
    "Verdict": {"person", "words"},
    "Sighting": {"person", "words"},
    "Denial": {"person", "words"},
    "Shaped": {"how"},
    "ContactWish": {"how"},
    "Concern": {"why", "done"},
    "Statement": {"words"},
    "Showing": {"own_version"},
    "Moderation": {"why"},
    "Appeal": {"words"},
    "PanelMember": {"person"},
    "PanelVote": {"person"},
    "GroupWord": {"words"},
}
HARMLESS = {
    "Contribution": _BYLINE
    | {
        *("organisation", "code", "kind", "salt", "unit", "decision", "meeting", "via", "follow_digest"),
        *("use_inside", "use_commissioners", "use_public", "credit"),
        *("said_on", "received_on", "acknowledge_by", "answer_by", "due_on", "owner", "state", "answer_kind"),
        *("answered_on", "answer_days", "told_on", "withdrawn_on", "uid", "version", "owed"),
        *("read_by", "read_on", "grave", "restricted", "question", "letterbox", "adds_to", "lang"),
        *("previewed_on", "public_on"),
        *("disputed", "answers_me_on", "words_denied", "risen", "board_since"),
    },
    "Showing": _BYLINE
    | {
        *("contribution", "organisation", "code", "use_own", "state", "confirmed_on", "confirmed", "asked_on"),
        *("decide_by", "decided_on", "rule", "pieces", "version"),
    },
    "ShowingStatus": _BYLINE | {"showing", "state", "effective_on"},
    "Preview": _BYLINE | {"showing", "seen_on", "uses", "own", "read_aloud"},
    "ShowingRules": _BYLINE | {"organisation", "code", "effective_on", "texts", "decide_days", "panel_days"},
    "Moderation": _BYLINE | {"showing", "code", "outcome", "rule", "rules", "salt", "decided_on", "by_panel"},
    "Appeal": _BYLINE
    | {"organisation", "showing", "decision", "code", "salt", "made_on", "decide_by", "end", "ended_on"},
    "PanelMember": _BYLINE | {"organisation", "code", "since", "until"},
    "PanelVote": _BYLINE | {"appeal", "show", "voted_on"},
    "ContributionStatus": _BYLINE | {"contribution", "state", "effective_on"},
    "Question": _BYLINE | {"organisation", "code", "text"},  # asked by us of everybody
    "Letterbox": _BYLINE
    | {
        *("organisation", "code", "address", "title", "unit", "decision", "meeting", "question", "kind", "state"),
        "version",
    },
    "LetterboxStatus": _BYLINE | {"letterbox", "state", "effective_on"},
    "Slip": _BYLINE | {"organisation", "letterbox", "question", "digest", "used_on"},
    "Reading": _BYLINE | {"contribution", "read_on"},
    "ContactWish": _BYLINE | {"organisation", "contribution", "code", "contact_by", "ended_on", "end"},
    "PhraseList": _BYLINE | {"organisation", "code", "groups", "left_out"},
    "Concern": _BYLINE
    | {
        *("organisation", "contribution", "code", "raised_by", "raised_on", "look_by", "state", "ended_on", "version"),
    },
    "ConcernStatus": _BYLINE | {"concern", "state", "effective_on"},
    "ConcernOpening": _BYLINE | {"concern"},
    "Answer": _BYLINE | {"contribution", "code", "kind", "salt", "role", "answered_on", "defer_until"},
    "Passing": _BYLINE
    | {
        *("organisation", "contribution", "answer", "code", "salt"),
        *("passed_on", "chase_by", "ended_on", "end", "version"),
    },
    "Chase": _BYLINE | {"passing", "chased_on"},
    "AnswersMe": _BYLINE | {"contribution", "answer", "code", "made_on"},
    "RenderingDoubt": _BYLINE | {"contribution", "challenge", "agreed_on"},
    "Escalation": _BYLINE | {"contribution", "step", "due_on", "on", "to"},
    "EmptyPhrases": _BYLINE | {"organisation", "code", "phrases"},
    "AnswerTemplate": _BYLINE | {"organisation", "code", "name", "text", "in_use", "version"},
    "Telling": _BYLINE | {"answer", "channel", "told_on"},
    "TellingCameBack": _BYLINE | {"telling", "came_back_on", "why"},
    "Challenge": _BYLINE | {"contribution", "answer", "code", "kind", "salt", "made_on"},
    "Change": _BYLINE
    | {
        *("organisation", "code", "unit", "decision", "what", "before", "kind", "thing", "thing_version", "evidence"),
        *("link", "since", "check_every", "check_until", "corrected_on", "state"),
    },
    "CheckDay": _BYLINE | {"organisation", "change", "code", "unit", "due_on", "asked_on", "done_on"},
    "Sighting": _BYLINE | {"check_day", "contribution", "code", "result", "salt", "role", "found_on"},
    "Reopening": _BYLINE | {"change", "contribution", "code", "cause", "by_author", "reopened_on"},
    "Correction": _BYLINE | {"change", "code", "what", "evidence", "why", "role", "corrected_on"},
    "Shaped": _BYLINE
    | {
        *("organisation", "code", "contribution", "decision", "paper", "agenda_item", "role", "shaped_on"),
        "disputed_on",
    },
    "Denial": _BYLINE | {"shaped", "contribution", "code", "salt", "disputed_on"},
    "ChangeStatus": _BYLINE | {"change", "state", "effective_on"},
    "ChangeSource": _BYLINE | {"change", "contribution"},
    "Theme": _BYLINE | {"organisation", "code", "name", "belongs", "parent", "introduced_on", "retired_on", "version"},
    "ThemeWording": _BYLINE | {"theme", "name", "belongs"},
    "ThemeMark": _BYLINE | {"organisation", "contribution", "theme", "state", "suggested", "received_on"},
    "ThemeMarkStatus": _BYLINE | {"thememark", "state", "effective_on"},
    "ThemeModel": {"id", "organisation", "made_at", "way", "learned_from", "upto", "learned"},
    "Verdict": _BYLINE | {"change", "contribution", "code", "kind", "size", "salt", "given_on", "on_earlier_text"},
    "GroupWord": _BYLINE | {"contribution", "code", "kind", "salt", "said_on"},
    "CommonGround": _BYLINE
    | {
        *("organisation", "code", "unit", "decision", "question", "use", "audience", "read_first", "opened_on"),
        *("closes_on", "state", "closed_on", "result", "groups", "version"),
    },
    "CommonGroundStatus": _BYLINE | {"commonground", "state", "effective_on"},
    "Statement": _BYLINE | {"ground", "code", "salt", "by_staff", "writer_digest", "state", "why_not", "added_on"},
    "StatementStatus": _BYLINE | {"statement", "state", "effective_on"},
    # Of a browser's token or a person's number, under our key: nobody without the key can say whose it is.
    "Voter": {"id", "ground", "digest"},
    "Vote": {"id", "voter", "statement", "choice"},
    "GroundMark": {"id", "voter", "answer", "kind"},
    "Mail": _BYLINE | {"organisation", "contribution", "key", "sender", "claimed_at", "acknowledged_at", "told_answer"},
    "Attachment": _BYLINE
    | {"organisation", "code", "contribution", "change", "kind", "size", "salt", "added_on", "removed_on"},
}
ERASED_REASON = "(Erased together with the words it answered.)"


def export(person_id: int) -> list[dict[str, Any]]:
    """Everything somebody said, and what came of it, in the order in which it was said."""
    rows = Contribution.everything.filter(person=person_id).select_related("unit", "question").order_by("said_on", "id")
    rows = rows.select_related("contact_wish", "adds_to").prefetch_related(
        "answers", "challenges", "verdicts", "concerns", "attachments"
    )
    rows = rows.prefetch_related("sightings", "reopenings__change", "shaped__decision", "denials")
    rows = rows.prefetch_related("theme_marks__theme")
    rows = rows.prefetch_related("passings", "answers_me", "rendering_doubts")
    return [_export_one(row) for row in rows]


def _export_one(row: Contribution) -> dict[str, Any]:
    return {
        "code": row.code,
        "said_on": row.said_on.isoformat(),
        "kind": row.get_kind_display(),
        "asked": row.question.text if row.question else "",
        "words": row.words,
        "language": row.lang,
        "about": row.about,
        "added_to": row.adds_to.code if row.adds_to else "",
        "to": row.unit.name,
        "files": [_file(one) for one in row.attachments.all() if one.removed_on is None],
        "state": row.get_state_display(),
        "written_down_from": row.medium,
        "edited_version": row.rendering,
        "asked_to_be_contacted": _contact(row),
        "before_the_safeguarding_lead_since": [one.raised_on.isoformat() for one in row.concerns.all()],
        "may_be_used": {
            "inside": row.use_inside,
            "by_commissioners": row.use_commissioners,
            "in_public": row.use_public,
            "with_my_name": row.credit,
        },
        "said_to_be_about": [mark.theme.name for mark in row.theme_marks.all() if mark.state == ACCEPTED],
        "answers": _answers(row),
        **_owing(row),
        "what_i_said_to_answers": [
            {"on": c.made_on.isoformat(), "what": c.get_kind_display(), "words": c.words} for c in row.challenges.all()
        ],
        "what_i_said_to_changes": [
            {"on": v.given_on.isoformat(), "what": v.get_kind_display(), "words": v.words} for v in row.verdicts.all()
        ],
        "whether_changes_held": [
            {"on": f.found_on.isoformat(), "what": f.get_result_display(), "words": f.words}
            for f in row.sightings.all()
        ],
        "owed_again": [
            {"on": r.reopened_on.isoformat(), "why": r.get_cause_display(), "change": r.change.what}
            for r in row.reopenings.all()
        ],
        "what_my_words_shaped": [
            {"on": s.shaped_on.isoformat(), "what": s.decision.title, "how": s.how, "says": s.role}
            for s in row.shaped.all()
        ],
        "what_i_said_to_that": [{"on": d.disputed_on.isoformat(), "words": d.words} for d in row.denials.all()],
        "how_others_see_it": exported_showing(row),
    }


def _file(row: Attachment) -> dict[str, Any]:
    """With what is in it, so that the copy is whole: written as base64."""
    data = keeping.read(row.file)
    return {
        "added_on": row.added_on.isoformat(),
        "kind": row.content_type,
        "what_is_on_it": row.label,
        "content": base64.b64encode(data).decode() if data is not None else None,
    }


def _answers(row: Contribution) -> list[dict[str, Any]]:
    return [
        {
            "on": a.answered_on.isoformat(),
            "answer": a.get_kind_display(),
            "reason": a.reason,
            "what_happens_next": a.next_step,
            "by": a.role,
            "written_down": a.brought_in,
        }
        for a in row.answers.all()
    ]


def _owing(row: Contribution) -> dict[str, Any]:
    """To whom it was passed on, and the marks that go with its answers."""
    return {
        "passed_on_to": [
            {"on": p.passed_on.isoformat(), "to": p.passed_to, "asked": p.asked, "end": p.get_end_display()}
            for p in row.passings.all()
        ],
        "answers_me": [mark.made_on.isoformat() for mark in row.answers_me.all()],
        "edited_versions_that_i_questioned": [doubt.rendering for doubt in row.rendering_doubts.all()],
    }


def _contact(row: Contribution) -> dict[str, Any] | None:
    wish = getattr(row, "contact_wish", None)
    if wish is None:
        return None
    return {"how": wish.how, "by": wish.contact_by.isoformat(), "end": wish.get_end_display()}


def erase(person_id: int, by: Actor) -> int:
    """As taking it back does, and the answers too: they may repeat what was said. How many were blanked."""
    found = list(Contribution.everything.select_for_update(no_key=True).filter(person=person_id).order_by("pk"))
    for row in found:
        if row.state != WITHDRAWN:
            take_away(row, by=by, why="its author is forgotten")
    _erase_answers(found, by)
    Shaped.objects.filter(contribution__in=found).update(how=ERASED_REASON)
    return len(found)


def _erase_answers(contributions: list[Contribution], by: Actor) -> None:
    answers = Answer.objects.filter(contribution__in=contributions).exclude(salt="")
    codes = list(answers.values_list("code", flat=True))
    if codes:
        Answer.objects.filter(code__in=codes).update(reason=ERASED_REASON, salt="")
        Answer.objects.filter(code__in=codes, kind="holding").update(next_step=ERASED_REASON)
        audit.erase(by=by, target_type=Answer._meta.label_lower, targets=codes, why="its author is forgotten")
    passings = Passing.objects.filter(contribution__in=contributions).exclude(salt="")
    if codes := list(passings.values_list("code", flat=True)):
        Passing.objects.filter(code__in=codes).update(passed_to="", asked=ERASED_REASON, salt="")
        audit.erase(by=by, target_type=Passing._meta.label_lower, targets=codes, why="its author is forgotten")
