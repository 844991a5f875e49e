"""The verbs of this room."""

from .aims import agree, say_where, write_aim
from .entries import (
    About,
    Shared,
    change_entry,
    hold_back,
    let_go,
    put_prompt_away,
    share_entry,
    take_back_entry,
    write_entry,
)

__all__ = [
    "About",
    "Shared",
    "agree",
    "change_entry",
    "hold_back",
    "let_go",
    "put_prompt_away",
    "say_where",
    "share_entry",
    "take_back_entry",
    "write_aim",
    "write_entry",
]
