"""E-mail that comes in: fetched from a mailbox, taken apart, its words found. No domain words.

`box.Box` is the mailbox, `reading.read` takes one e-mail apart, `wording.part` finds what somebody wrote themself.
"""

from .box import Box, BoxError
from .reading import Arrived, read

__all__ = ["Arrived", "Box", "BoxError", "read"]
