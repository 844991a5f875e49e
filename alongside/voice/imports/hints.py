"""What is good to know of a file, beside what it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import ngettext

from ..models import Answer
from .reading import Draft, in_parts


def good_to_know(
    organisation_id: int, drafts: Sequence[Draft], known: dict[str, str | None], authors: dict[str, int]
) -> Iterator[str]:
    """`known`: the words that are here already; `authors`: those who are on the register."""
    yield from _of_words(drafts, known, authors)
    yield from _of_answers(organisation_id, [draft for draft in drafts if draft.given], known)


def _of_words(drafts: Sequence[Draft], known: dict[str, str | None], authors: dict[str, int]) -> Iterator[str]:
    other = sum(known.get(draft.uid) not in (None, draft.words) for draft in drafts)
    if other:
        yield ngettext(
            "%(n)d row has other words than when it was first brought in. What was said is not changed.",
            "%(n)d rows have other words than when they were first brought in. What was said is not changed.",
            other,
        ) % {"n": other}
    strangers = len({draft.author for draft in drafts if draft.author} - authors.keys())
    if strangers:
        yield ngettext(
            "%(n)d author is not found on the register. What they said is kept without a name.",
            "%(n)d authors are not found on the register. What they said is kept without a name.",
            strangers,
        ) % {"n": strangers}


def _of_answers(organisation_id: int, answered: Sequence[Draft], known: dict[str, str | None]) -> Iterator[str]:
    new = [draft.given for draft in answered if draft.uid not in known]
    if untold := sum(given is not None and given.told_on is None for given in new):
        yield ngettext(
            "%(n)d answer does not say when its author was told. Telling them is owed.",
            "%(n)d answers do not say when their authors were told. Telling them is owed.",
            untold,
        ) % {"n": untold}
    here = [draft for draft in answered if known.get(draft.uid) is not None]
    if other := _other(organisation_id, here):
        yield ngettext(
            "%(n)d row came in before without this answer. Nothing is changed: give the answer on its page.",
            "%(n)d rows came in before without these answers. Nothing is changed: give each answer on its page.",
            other,
        ) % {"n": other}


def _other(organisation_id: int, drafts: Sequence[Draft]) -> int:
    """Those with another answer in the file than stands here, or with one where none stands."""
    count = 0
    for part in in_parts(drafts):
        uids = [draft.uid for draft in part]
        rows = Answer.objects.filter(contribution__organisation=organisation_id, contribution__uid__in=uids)
        known = set(rows.values_list("contribution__uid", "reason"))
        count += sum(draft.given is not None and (draft.uid, draft.given.reason) not in known for draft in part)
    return count
