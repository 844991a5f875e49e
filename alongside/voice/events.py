from enum import StrEnum


class VoiceEvent(StrEnum):
    SAID = "contribution_said"
    IMPORTED = "contributions_imported"
    ACKNOWLEDGED = "contribution_acknowledged"
    HANDED_OVER = "contribution_handed_over"
    ANSWERED = "contribution_answered"
    TOLD = "author_told"
    CHALLENGED = "answer_challenged"
    WITHDRAWN = "contribution_withdrawn"
    USES_CHANGED = "uses_changed"
    RENDERED = "rendering_written"
    CHANGE_SAID = "change_recorded"
    VERDICT = "change_verdict"
