"""What the board was given: the numbers of a pack as they stood on that day."""

from django.db import models

from .packs import BoardPack


class PackGiven(models.Model):
    """The value of a pack as one canonical text, of which `digest` is the SHA-256: numbers and references, and never
    words (docs/decisions/0034). Written down once, when the board is given it, and never changed."""

    pack = models.OneToOneField(BoardPack, models.PROTECT, related_name="given")
    content = models.TextField()
    digest = models.CharField(max_length=64)
    closed_version = models.PositiveSmallIntegerField(default=0)  # of its days; 0: they were not closed then

    def __str__(self) -> str:
        return f"{self.pack_id} {self.digest[:8]}"
