from enum import StrEnum


class CoAuditEvent(StrEnum):
    SET_UP = "co_audit_set_up"
    INVITED = "co_audit_invited"
    SAID = "co_audit_invitation_answered"
    CLOSED = "co_audit_list_closed"
    DRAWN = "co_audit_drawn"
    SHOWN = "co_audit_record_shown"
    COMPARED = "co_audit_compared"
    FOUND = "co_audit_found"
    REOPENED = "co_audit_opened_again"
    SET_ASIDE = "co_audit_set_aside"
    TOLD = "co_audit_told"
    TOLD_NO_MORE = "co_audit_told_no_more"
