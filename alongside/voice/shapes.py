"""Small shapes that the verbs take and the pages hand over."""

from __future__ import annotations

from dataclasses import dataclass

from .models import Contribution


@dataclass(frozen=True)
class Uses:
    """What the author allows us to do with their words. Nothing beyond answering them is taken for granted."""

    inside: bool = True
    commissioners: bool = False
    public: bool = False
    credit: bool = False

    def as_fields(self) -> dict[str, bool]:
        return {
            "use_inside": self.inside,
            "use_commissioners": self.commissioners,
            "use_public": self.public,
            "credit": self.credit,
        }

    @classmethod
    def of(cls, contribution: Contribution) -> Uses:
        return cls(
            contribution.use_inside, contribution.use_commissioners, contribution.use_public, contribution.credit
        )


NOTHING = Uses(inside=False)
