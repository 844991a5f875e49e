"""The address of a list that is asked for something."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import quote_plus

# A large page leads to hundreds of lists with the same few words in their addresses.
_quoted = lru_cache(maxsize=2048)(quote_plus)


def asking(path: str, asked: Mapping[str, str]) -> str:
    """`path?name=value&name=value`. What has no value is left out."""
    told = [f"{_quoted(name)}={_quoted(value)}" for name, value in asked.items() if value]
    return f"{path}?{'&'.join(told)}" if told else path
