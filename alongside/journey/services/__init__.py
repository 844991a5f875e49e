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
from .stories import (
    Asked,
    Chosen,
    Told,
    check_story,
    choose_story,
    end_stories,
    open_stories,
    start_choosing,
    take_back_story,
    tell_story,
)

__all__ = [
    "About",
    "Asked",
    "Chosen",
    "Shared",
    "Told",
    "agree",
    "check_story",
    "choose_story",
    "end_stories",
    "open_stories",
    "start_choosing",
    "take_back_story",
    "tell_story",
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
