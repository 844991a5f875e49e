from __future__ import annotations

from collections.abc import Callable
from typing import Any

from alongside.core.errors import Refused


def allows(check: Callable[..., None], *about: Any) -> bool:
    """Whether a rule lets it be done, where the reason does not matter."""
    try:
        check(*about)
    except Refused:
        return False
    return True
