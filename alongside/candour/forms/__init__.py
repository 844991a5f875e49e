"""What can be filled in here. Shape only: the verbs decide."""

from .limits import ASKED, LimitsForm

__all__ = ["ASKED", "LimitsForm"]
