"""The verbs of this room."""

from .write_ups import back_to_writing, say_ready, take_back_text, write

__all__ = ["back_to_writing", "say_ready", "take_back_text", "write"]
