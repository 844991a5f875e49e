"""For words that stand on one page hundreds of times. What has no translation is looked for in every catalogue that is
installed, each time; here it is once for each language."""

from __future__ import annotations

from functools import lru_cache

from django.utils import translation
from django.utils.functional import lazy


def gettext(words: str) -> str:
    return _kept(translation.get_language(), words)


@lru_cache(maxsize=2048)
def _kept(_language: str | None, words: str) -> str:
    return translation.gettext(words)


gettext_lazy = lazy(gettext, str)
