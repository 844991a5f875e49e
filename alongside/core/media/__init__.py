"""Files that somebody brings: looked at, made clean, kept outside the web root, handed out with care. No domain words.

`clean` says what a file really is and gives back what of it is kept; `keeping` writes, reads and removes; `serving`
hands it out; `fields.File` is the box on a form.
"""

from .cleaning import Clean, clean
from .kinds import DOCUMENT, FAMILIES, KINDS, PHOTO, RECORDING, Kind, Unfit

__all__ = ["DOCUMENT", "FAMILIES", "KINDS", "PHOTO", "RECORDING", "Clean", "Kind", "Unfit", "clean"]
