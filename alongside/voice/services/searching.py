"""The search index follows what was said. Every verb that writes the words, who owes them, or whether they may be
found, calls `keep_findable` in its transaction; tests/test_searching.py walks through all of them.
"""

from __future__ import annotations

from collections.abc import Sequence

from .. import search_index
from ..models import Contribution


def keep_findable(contribution: Contribution) -> None:
    """In the index as it stands now, or out of it: what has no words, and what is before the safeguarding lead."""
    if contribution.words and not contribution.restricted:
        search_index.put([search_index.entry_of(contribution)])
    else:
        search_index.drop([contribution.pk])


def keep_all_findable(contributions: Sequence[Contribution]) -> None:
    """Of an import: all of them new."""
    search_index.put([search_index.entry_of(each) for each in contributions])


def make_index_anew() -> int:
    """How many can be found."""
    return search_index.rebuild()


def not_in_step() -> list[str]:
    """The codes of contributions that the index has wrongly; for a row of nothing its number."""
    wrong = search_index.differing()
    codes = dict(Contribution.objects.filter(pk__in=wrong).values_list("pk", "code"))
    return [codes.get(pk, str(pk)) for pk in wrong]


def let_go() -> None:
    """Once a day: what SQLite still keeps of the marks of words that are gone."""
    search_index.merge()
