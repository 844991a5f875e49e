"""The verbs of this room."""

from .limits import Answer, deny_asking, set_limits

__all__ = ["Answer", "deny_asking", "set_limits"]
