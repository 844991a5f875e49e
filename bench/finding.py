"""Looking for words, and for others that said the same, inside a worker that has loaded an organisation."""

from __future__ import annotations

import gc
import time
from collections import Counter
from collections.abc import Callable
from random import Random
from statistics import median
from typing import Any

from django.db import connection, transaction

from alongside.accounts.permissions import Permission as P
from alongside.core.actor import Actor, Grant, Kind
from alongside.organisation.models import Organisation
from alongside.voice.models import Contribution
from alongside.voice.queries import searching
from alongside.voice.services import searching as keeping

from .processor import Processor
from .words import SENTENCES, vocabulary
from .world import SLUG

ANY, TIMES, PLANTED = 300, 9, 100
SHORTEST = 12  # words of a text that is copied


def measure() -> dict[str, Any]:
    here = Organisation.objects.get(slug=SLUG)
    actor = Actor(Kind.USER, here.pk, grants=frozenset({Grant(P.SEE_VOICES), Grant(P.ANSWER)}))
    copies = _planted(here.pk)
    start = time.perf_counter()
    rows = keeping.make_index_anew()
    seconds = time.perf_counter() - start
    return {
        "rows": rows,
        "seconds": seconds,
        "mb": _megabytes(),
        "words": {name: _searched(actor, typed) for name, typed in _questions(here.pk).items()},
        "alike": _alike(actor, here.pk),
        "usual": _usual(actor, here.pk),
        "found": sum(_finds(actor, *pair) for pair in copies),
        "planted": len(copies),
    }


def _said(here: int) -> Any:
    return Contribution.objects.filter(organisation=here).exclude(words="")


def _questions(here: int) -> dict[str, str]:
    """What is asked for, of the words that there are."""
    sample = [row.words.split() for row in _said(here).order_by("-pk")[:20_000:10]]
    often = [word for word, _times in Counter(word for words in sample for word in words).most_common(6)]
    some = next(words for words in sample if len(words) > SHORTEST)
    return {
        "a rare word": vocabulary()[25_000],
        "the commonest word": often[0],
        "two common words": " ".join(often[:2]),
        "a common and a rare word": f"{often[0]} {vocabulary()[20_000]}",
        "three words in a row": f'"{" ".join(some[2:5])}"',
        "a whole usual sentence": f'"{SENTENCES[3]}"',
        "the five commonest words": " ".join(often[:5]),
        "the five commonest words in a row": f'"{" ".join(often[:5])}"',
    }


def _timed(work: Callable[[], Any], times: int = TIMES) -> tuple[float, Any]:
    """Milliseconds on the processor, the server's with it; and what was found."""
    processor, found = Processor(), work()
    gc.collect()
    taken = []
    for _ in range(times):
        before = processor.read()
        found = work()
        taken.append(1000 * (processor.read() - before))
    return median(taken), found


def _searched(actor: Actor, typed: str) -> dict[str, Any]:
    def page() -> int:
        found = searching.search(actor, typed)
        list(found.rows.order_by("-pk")[:25])
        return len(found.pks)

    milliseconds, found = _timed(page)
    return {"ms": milliseconds, "found": found}


def _alike(actor: Actor, here: int) -> dict[str, float]:
    rows = list(_said(here).order_by("?")[:ANY])
    taken = sorted(_timed(lambda row=row: searching.similar(actor, row), 1)[0] for row in rows)
    return {"median": median(taken), "worst": taken[-1]}


def _usual(actor: Actor, here: int) -> float:
    """Of a text that is one of the usual sentences and little else: many share its words."""
    rows = list(_said(here).filter(words__contains=SENTENCES[3].lower()).order_by("words")[:5])
    return max((_timed(lambda row=row: searching.similar(actor, row), 3)[0] for row in rows), default=0.0)


def _planted(here: int) -> list[tuple[int, int]]:
    """Pairs of rows; the second was given the words of the first, with one word in ten left out or another."""
    random = Random(71)
    rows = [row for row in _said(here).order_by("pk")[: 40 * PLANTED : 10] if len(row.words.split()) >= SHORTEST]
    pairs = list(zip(rows[::2], rows[1::2], strict=False))[:PLANTED]
    with transaction.atomic():
        for first, second in pairs:
            _said(here).filter(pk=second.pk).update(words=_nearly(first.words, random))
    return [(first.pk, second.pk) for first, second in pairs]


def _nearly(text: str, random: Random) -> str:
    words = text.split()
    for _ in range(max(len(words) // 20, 1)):
        words[random.randrange(len(words))] = random.choice(("", "instead", "rather"))
    return " ".join(word for word in words if word)


def _finds(actor: Actor, first: int, second: int) -> bool:
    row = Contribution.objects.get(pk=first)
    return any(each.contribution.pk == second for each in searching.similar(actor, row))


def _megabytes() -> float:
    sql = "SELECT SUM(pgsize) FROM dbstat WHERE name LIKE 'voice_search%'"
    if connection.vendor == "postgresql":
        sql = "SELECT pg_total_relation_size('voice_search')"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0] or 0) / 1e6
