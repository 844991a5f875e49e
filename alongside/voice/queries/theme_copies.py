"""The best reason to suggest a theme: somebody said nearly the same, and a person marked that with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import OuterRef, Subquery

from ..models import ThemeMark
from ..models.themes import ACCEPTED
from .readers import inside


def copied(copies: Sequence[int]) -> Any:
    """Beside each theme: the newest of these contributions that is marked with it and may be used inside."""
    marks = ThemeMark.objects.filter(theme=OuterRef("pk"), contribution__in=copies, state=ACCEPTED)
    rows = marks.filter(inside("contribution__")).order_by("-contribution")
    return Subquery(rows.values("contribution")[:1])
