from enum import StrEnum


class ConcernEvent(StrEnum):
    """Of what is raised: that something happened, never what; and never by whom of the one who raised it."""

    TERMS_SET = "concern_terms_set"
    CONTACT_CHOSEN = "concern_contact_chosen"
    CONTACT_DENIED = "concern_contact_denied"
    CONTACT_ENDED = "concern_contact_ended"
    RAISED = "involvement_concern_raised"
    MOVED = "involvement_concern_moved"
    WRITTEN = "involvement_concern_message"
    NAME_OPENED = "involvement_concern_name_opened"
    NAME_REMOVED = "involvement_concern_name_removed"
    READER_CHOSEN = "involvement_concern_reader_chosen"
    LATE = "involvement_concern_late"
    TOLD = "involvement_concern_told"
    TOLD_NO_MORE = "involvement_concern_told_no_more"
    REPLIED = "involvement_concern_replied"
