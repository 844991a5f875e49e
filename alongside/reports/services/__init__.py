"""The verbs of this room. Those about yearly accounts are in `accounts` and `account_replies`."""

from .close_tasks import draft_closes, remind_of_closes
from .closes import begin_close, check, count_again, decline, sign
from .pack_pieces import hold_back_piece, let_piece_go, say_piece_ready, take_back_piece, write_piece
from .packs import ask_board, change_ask, issue_pack, leave_out_ask, say_what_came
from .reopening import agree_to_reopen, ask_to_reopen, drop_asking, refuse_to_reopen
from .signers import Answer, appoint_signer, deny_signer, end_signer
from .standards import add_standard, remove_standard
from .write_ups import back_to_writing, say_ready, take_back_text, write

__all__ = [
    "Answer",
    "add_standard",
    "agree_to_reopen",
    "appoint_signer",
    "ask_board",
    "ask_to_reopen",
    "back_to_writing",
    "begin_close",
    "change_ask",
    "check",
    "count_again",
    "decline",
    "deny_signer",
    "draft_closes",
    "drop_asking",
    "end_signer",
    "hold_back_piece",
    "issue_pack",
    "leave_out_ask",
    "let_piece_go",
    "refuse_to_reopen",
    "remind_of_closes",
    "remove_standard",
    "say_piece_ready",
    "say_ready",
    "say_what_came",
    "sign",
    "take_back_piece",
    "take_back_text",
    "write",
    "write_piece",
]
