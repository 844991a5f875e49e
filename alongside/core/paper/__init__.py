"""Papers to keep: tagged PDFs that a screen reader can read aloud (PDF/UA-1), set by typst with our own letters.

A paper is a `.typ` file beside the room that makes it, and a mapping of JSON types that it reads. Words only ever
come in that mapping, never as part of the file, so nothing that somebody wrote can act as an instruction. typst
refuses what would not be accessible: a picture without words, a heading that is skipped, a paper without a title.
"""

from .letters import BOX, SCRIPTS, cannot_show, directed, shown
from .making import made

__all__ = ["BOX", "SCRIPTS", "cannot_show", "directed", "made", "shown"]
