from enum import StrEnum


class VoiceEvent(StrEnum):
    SAID = "contribution_said"
    IMPORTED = "contributions_imported"
    READ = "contribution_read"
    CONTACT_ENDED = "contact_wish_ended"
    PHRASES_CHANGED = "phrase_list_changed"
    CONCERN_RAISED = "concern_raised"
    CONCERN_OPENED = "concern_opened"
    CONCERN_LOOKED_AT = "concern_looked_at"
    CONCERN_RELEASED = "concern_released"
    CONCERN_CLOSED = "concern_closed"
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
