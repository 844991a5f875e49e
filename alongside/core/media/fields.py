"""The box on a form for a file. What it gives is clean; the work is done before any transaction begins."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError

from ..inputs import Upload
from .cleaning import Clean, clean
from .kinds import Unfit

ACCEPT = ("image/*", "audio/*", ".m4a", ".pdf", ".txt")


class File(Upload):
    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.widget.attrs["accept"] = ",".join(ACCEPT)

    def validate(self, value: Any) -> None:
        self.most_mb = settings.FILES["most_mb"]
        super().validate(value)

    def clean(self, data: Any, initial: Any = None) -> Clean | None:
        """Raises a ValidationError that says what to do. The page says by itself that it must be chosen again."""
        found = super().clean(data, initial)
        if not found:
            return None
        try:
            return clean(found.read(), found.name or "", settings.FILES["families"])
        except Unfit as unfit:
            raise ValidationError(unfit.reason, code="unfit") from None
        finally:
            found.seek(0)
