from enum import StrEnum


class JourneyEvent(StrEnum):
    ENTRY_WRITTEN = "entry_written"
    ENTRY_CHANGED = "entry_changed"  # its words: the earlier ones stay, for whoever wrote them
    ENTRY_SHARED = "entry_shared"  # who may read it
    ENTRY_TAKEN_BACK = "entry_taken_back"
    ENTRY_HELD_BACK = "entry_held_back"  # from the pages for everybody, with a reason
    ENTRY_LET_GO = "entry_let_go"
    PROMPT_PUT_AWAY = "prompt_put_away"
    AIM_WRITTEN = "aim_written"
    AIM_AGREED = "aim_agreed"
    AIM_NOT_AGREED = "aim_not_agreed"
    AIM_WORD = "aim_word"  # what somebody says about where it stands: sealed
    AIM_MOVED = "aim_moved"
    STORIES_ASKED = "stories_asked"
    STORY_TOLD = "story_told"  # its words: sealed
    STORY_TAKEN_BACK = "story_taken_back"
    STORIES_CHOOSING = "stories_choosing"
    STORY_CHOSEN = "story_chosen"  # with its reason: sealed
    STORY_CHECKED = "story_checked"
    STORIES_OVER = "stories_over"
    TOUCHPOINT_WRITTEN = "touchpoint_written"
    TOUCHPOINTS_ORDERED = "touchpoints_ordered"
    TOUCHPOINT_ENDED = "touchpoint_ended"
    FEELINGS_NAMED = "feelings_named"
    TOUCH_TOLD = "touch_told"  # what somebody felt, and their words: sealed
    TOUCH_TAKEN_BACK = "touch_taken_back"
    TOUCH_READ = "touch_read"  # by somebody who moderates
    TOUCH_COUNTED = "touch_counted"
    STATEMENT_WRITTEN = "statement_written"
    STATEMENT_AGREED = "statement_agreed"
    STATEMENT_NOT_AGREED = "statement_not_agreed"
    STATEMENT_ENDED = "statement_ended"
    RATING_ASKED = "rating_asked"
    RATING_OVER = "rating_over"  # with what may be shown; an answer is no event
