"""The names of what may be done. Names only: who has them is in `roles.py`, where they hold in a membership."""

from enum import StrEnum


class Permission(StrEnum):
    # the organisation
    SETTINGS = "settings"  # words, clocks, kinds, units
    ROLES = "roles"  # who may do what
    SEE_RECORD = "see_record"  # the event log
    SEE_OUTBOX = "see_outbox"
    # the register
    SEE_REGISTER = "see_register"
    KEEP_REGISTER = "keep_register"
    # decisions
    SEE_DECISIONS = "see_decisions"
    KEEP_DECISIONS = "keep_decisions"  # put on the calendar and change
    DECIDE = "decide"  # record what was decided
    ALLOW_WITHOUT = "allow_without"  # let a reserved decision be taken without people
    RAISE_DECISION = "raise_decision"
    IMPORT = "import"
    # involvement
    ASK = "ask"  # ask for involvement
    RUN_INVOLVEMENT = "run_involvement"
    SEE_OPEN = "see_open"  # what is open to contributors
    # voice
    SAY = "say"
    SAY_FOR = "say_for"  # write down what somebody else said
    SEE_VOICES = "see_voices"
    ANSWER = "answer"
    MODERATE = "moderate"  # whether everybody may read it, by the published rules
    SAFEGUARD = "safeguard"  # what may be a risk to somebody, and the words that raise it
    # pages
    SEE_DESK = "see_desk"
    SEE_OWED = "see_owed"
    SEE_BOARD = "see_board"
    # candour
    SEE_SIGNS = "see_signs"  # where people may have been asked for show
    READ_CONCERNS = "read_concerns"  # about how people were involved: only with an appointment as well
    COUNT_CONCERNS = "count_concerns"  # how many there are, and that one is late
    SEE_BIDS = "see_bids"  # what funding bids say, held against the record
    KEEP_BIDS = "keep_bids"
    # reports
    SEE_FIGURES = "see_figures"  # the map and the figures
    KEEP_ACCOUNT = "keep_account"  # write the yearly account for everybody, and publish it
    CLOSE_PERIODS = "close_periods"  # check them and sign them for the organisation; never alone
