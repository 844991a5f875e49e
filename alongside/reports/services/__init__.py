"""The verbs of this room. Those about yearly accounts are in `accounts` and `account_replies`."""

from .pack_pieces import hold_back_piece, let_piece_go, say_piece_ready, take_back_piece, write_piece
from .packs import ask_board, change_ask, issue_pack, leave_out_ask, say_what_came
from .standards import add_standard, remove_standard
from .write_ups import back_to_writing, say_ready, take_back_text, write

__all__ = [
    "add_standard",
    "ask_board",
    "back_to_writing",
    "change_ask",
    "hold_back_piece",
    "issue_pack",
    "leave_out_ask",
    "let_piece_go",
    "remove_standard",
    "say_piece_ready",
    "say_ready",
    "say_what_came",
    "take_back_piece",
    "take_back_text",
    "write",
    "write_piece",
]
