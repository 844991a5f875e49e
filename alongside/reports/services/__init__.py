"""The verbs of this room. Those about yearly accounts are in `accounts` and `account_replies`."""

from .standards import add_standard, remove_standard
from .write_ups import back_to_writing, say_ready, take_back_text, write

__all__ = ["add_standard", "back_to_writing", "remove_standard", "say_ready", "take_back_text", "write"]
